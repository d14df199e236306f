"""Fetching a report from an address that the user named: the one place where onrecord goes to the network.

Only http and https are followed, also after redirects; size, time and the number of redirects are limited. What kind of
document came is told from its bytes, as for a file.
"""

from __future__ import annotations

import ipaddress
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from onrecord.errors import FetchError, LimitError
from onrecord.reading.limits import Limits, check_bytes

if TYPE_CHECKING:
    import urllib3

__all__ = ["Fetched", "fetch", "is_address"]

_CHUNK = 1 << 16
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_AGENT = "onrecord (reads one report that its user named)"
_REASONS = {
    401: "the server wants a password",
    403: "the server refuses to give it",
    404: "the server has nothing there",
    410: "the server says that it is gone",
    429: "the server says that there were too many requests",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes that came, the address that they came from in the end, and the media type that the server stated."""

    data: bytes
    uri: str
    media_type: str | None


def is_address(name: str) -> bool:
    """Whether the user's words are an http or https address."""
    return name.lower().startswith(("http://", "https://"))


def fetch(address: str, *, limits: Limits | None = None, seconds: float = 60.0, redirects: int = 5) -> Fetched:
    """Fetch an address, in `seconds` altogether and after no more than `redirects` redirects.

    Raises `FetchError` that says in plain words what went wrong, and `LimitError` for an answer that is too large.
    """
    limits, deadline, at = limits or Limits(), time.monotonic() + seconds, address
    for _ in range(redirects + 1):
        _refuse_scheme(address, at)
        with _pool(address, at) as pool, closing(_open(pool, address, at, deadline)) as response:
            if response.status not in _REDIRECTS or "Location" not in response.headers:
                _refuse_status(address, response.status)
                data = _body(response, address, limits, deadline, seconds)
                return Fetched(data, at, response.headers.get("Content-Type"))
            at = urljoin(at, response.headers["Location"])
    raise FetchError(address, f"it was redirected more than {redirects} times")


def _refuse_scheme(address: str, at: str) -> None:
    try:
        parts = urlsplit(at)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(address, f"{at} is not an address") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise FetchError(address, f"it leads to {parts.scheme or 'no'}: address, and only http and https are followed")
    if not host:
        raise FetchError(address, "the address has no host")
    if at != address and _is_internal(host) and not _is_internal(urlsplit(address).hostname or ""):
        raise FetchError(
            address, f"it was redirected to {host}, inside this machine or its network; name that address yourself"
        )


def _is_internal(host: str) -> bool:
    """Whether a host is named as this machine or by an address of a private network."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))


def _pool(address: str, at: str) -> urllib3.PoolManager:
    """Connections to the address, through the proxy that the environment names for it (`https_proxy`, `no_proxy`)."""
    import urllib3

    parts, headers = urlsplit(at), {"User-Agent": _AGENT, "Accept-Encoding": "identity"}
    proxy = getproxies().get(parts.scheme.lower())
    if not proxy or _is_internal(parts.hostname or "") or proxy_bypass(parts.hostname or ""):
        return urllib3.PoolManager(retries=False, headers=headers)
    try:
        return urllib3.ProxyManager(proxy, retries=False, headers=headers)
    except (urllib3.exceptions.HTTPError, ValueError) as error:
        raise FetchError(address, f"the proxy that the environment names, {proxy}, is not an address") from error


def _open(pool: urllib3.PoolManager, address: str, at: str, deadline: float) -> urllib3.BaseHTTPResponse:
    import urllib3

    left = max(0.1, deadline - time.monotonic())
    timeout = urllib3.Timeout(connect=min(20.0, left), read=left)
    try:
        return pool.request("GET", at, preload_content=False, redirect=False, timeout=timeout)
    except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        raise FetchError(address, _reason(error)) from error


def _reason(error: Exception) -> str:
    """What went wrong, for somebody who is no network engineer."""
    from urllib3 import exceptions

    if isinstance(error, exceptions.NameResolutionError):
        return "its host is not known (or this machine is offline)"
    if isinstance(error, exceptions.SSLError):
        return "the server's certificate is not to be trusted"
    if isinstance(error, exceptions.NewConnectionError):
        return "nothing answers there (or this machine is offline)"
    if isinstance(error, exceptions.TimeoutError):
        return "the server did not answer in time"
    if isinstance(error, exceptions.LocationValueError | ValueError):
        return "it is not an address"
    return "the connection broke off"


def _refuse_status(address: str, status: int) -> None:
    if not 200 <= status < 300:
        raise FetchError(address, f"{_REASONS.get(status, 'the server did not give it')} (HTTP status {status})")


def _body(response: urllib3.BaseHTTPResponse, address: str, limits: Limits, deadline: float, seconds: float) -> bytes:
    import urllib3

    stated = response.headers.get("Content-Length", "")
    if stated.isdecimal():
        check_bytes(address, int(stated), limits)
    parts, size = [], 0
    try:
        # `read1` gives what has come; `read` would wait until a whole chunk is there, past any deadline.
        while chunk := response.read1(_CHUNK):
            size += len(chunk)
            check_bytes(address, size, limits)
            if time.monotonic() > deadline:
                raise LimitError(address, f"the server took more than {seconds:g} seconds")
            parts.append(chunk)
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise FetchError(address, _reason(error)) from error
    return b"".join(parts)
