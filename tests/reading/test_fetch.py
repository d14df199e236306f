"""Fetching: only what was named, within limits, with plain words for what goes wrong. All servers stand on this machine."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from onrecord.errors import FetchError, LimitError
from onrecord.reading.fetch import fetch, is_address
from onrecord.reading.limits import Limits
from onrecord.reading.read import read

PAGE = "<html><meta charset='koi8-r'><p>Колодец сухой, сказал мэр.</p></html>".encode()


class Server(BaseHTTPRequestHandler):
    """Answers by path."""

    protocol_version = "HTTP/1.1"
    redirects: ClassVar[dict[str, str]] = {
        "/moved": "/page",
        "/loop": "/loop",
        "/to-file": "file:///etc/hostname",
        "/to-ftp": "ftp://127.0.0.1/x",
        "/relative": "../page",
    }

    def do_GET(self) -> None:
        # A proxy is asked for whole addresses.
        self.path = self.path.removeprefix("http://wells.dune.example")
        if self.path in self.redirects:
            self._answer(302, b"", {"Location": self.redirects[self.path]})
        elif self.path == "/page":
            self._answer(200, PAGE, {"Content-Type": "text/html; charset=utf-8"})
        elif self.path == "/cut":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"only this")
            self.close_connection = True
        elif self.path in ("/large", "/endless", "/slow"):
            self._stream(stated=self.path == "/large", pause=0.05 if self.path == "/slow" else 0.0)
        else:
            self._answer({"/secret": 401, "/gone": 410, "/busy": 503}.get(self.path, 404), b"no", {})

    def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, *, stated: bool, pause: float) -> None:
        self.send_response(200)
        if stated:
            self.send_header("Content-Length", "5000000")
        self.end_headers()
        self.close_connection = True
        try:
            for _ in range(200):
                self.wfile.write(b"x" * 1000)
                time.sleep(pause)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("path", ["/page", "/moved", "/relative"])
def test_what_was_named_is_fetched_through_redirects(site: str, path: str) -> None:
    fetched = fetch(site + path)
    assert fetched.data == PAGE
    assert fetched.uri == site + "/page"
    assert fetched.media_type == "text/html; charset=utf-8"


def test_the_servers_charset_comes_before_the_pages(site: str) -> None:
    fetched = fetch(site + "/page")
    document = read(fetched.data, name=site, uri=fetched.uri, media_type=fetched.media_type)
    assert document.text == "Колодец сухой, сказал мэр."
    assert document.source.uri == site + "/page"


def test_a_proxy_that_the_environment_names_is_used_but_not_for_this_machine(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", site)
    monkeypatch.setenv("no_proxy", "")
    assert fetch("http://wells.dune.example/moved").uri == "http://wells.dune.example/page"
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert fetch(site + "/page").data == PAGE
    with pytest.raises(FetchError, match=r"^http://wells\.dune\.example/: "):
        fetch("http://wells.dune.example/")


def test_a_redirect_into_the_own_network_is_not_followed(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(Server.redirects, "/inwards", "http://127.0.0.1/admin")
    monkeypatch.setenv("http_proxy", site)
    monkeypatch.setenv("no_proxy", "")
    with pytest.raises(FetchError, match=r"redirected to 127\.0\.0\.1, inside this machine or its network"):
        fetch("http://wells.dune.example/inwards")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/nothing", r"the server has nothing there \(HTTP status 404\)"),
        ("/secret", r"the server wants a password \(HTTP status 401\)"),
        ("/gone", r"the server says that it is gone \(HTTP status 410\)"),
        ("/busy", r"the server did not give it \(HTTP status 503\)"),
        ("/loop", "it was redirected more than 5 times"),
        ("/to-file", "it leads to file: address, and only http and https are followed"),
        ("/to-ftp", "it leads to ftp: address, and only http and https are followed"),
        ("/cut", "the connection broke off"),
    ],
)
def test_what_goes_wrong_is_said_in_plain_words(site: str, path: str, reason: str) -> None:
    with pytest.raises(FetchError, match=f"^{site}{path}: {reason}"):
        fetch(site + path)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("file:///etc/hostname", "only http and https are followed"),
        ("http://", "the address has no host"),
        ("http://[::1", "is not an address"),
        ("http://127.0.0.1:99999/", "is not an address"),
    ],
)
def test_what_is_no_address_is_refused(address: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        fetch(address)


def test_a_closed_door() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    with pytest.raises(FetchError, match="nothing answers there"):
        fetch(address)


def test_a_server_that_never_answers() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        started = time.monotonic()
        with pytest.raises(FetchError, match="the server did not answer in time"):
            fetch(f"http://127.0.0.1:{silent.getsockname()[1]}/", seconds=0.3)
        assert time.monotonic() - started < 5


@pytest.mark.parametrize("path", ["/large", "/endless"])
def test_an_answer_that_is_too_large_is_cut_short(site: str, path: str) -> None:
    with pytest.raises(LimitError, match="more than the limit of 20,000"):
        fetch(site + path, limits=Limits(max_bytes=20_000))


def test_an_answer_that_trickles_is_cut_short(site: str) -> None:
    started = time.monotonic()
    with pytest.raises((LimitError, FetchError), match=r"more than 0\.4 seconds|in time"):
        fetch(site + "/slow", seconds=0.4)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("http://dune.example", True),
        ("HTTPS://dune.example/a", True),
        ("report.pdf", False),
        ("ftp://dune.example", False),
        ("-", False),
    ],
)
def test_which_inputs_are_addresses(name: str, *, expected: bool) -> None:
    assert is_address(name) is expected
