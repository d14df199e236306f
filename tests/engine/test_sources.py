"""What a source is taken as."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from onrecord.engine.sources import Input, from_text, load
from onrecord.errors import LimitError, ReadError
from onrecord.reading.limits import Limits

LIMITS = Limits()
REPORT = b"The chair said the talks were over.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("report.txt", "two words", "He said no.", "données.txt"):
        (tmp_path / name).write_bytes(REPORT)
    (tmp_path / "archive").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    "source",
    ["report.txt", "./report.txt", "two words", "He said no.", "données.txt", Path("report.txt"), Path("He said no.")],
    ids=repr,
)
def test_a_file_is_read_under_the_name_that_the_user_gave(source):
    assert load(source, limits=LIMITS) == Input(REPORT, str(source), uri=str(source))


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_are_the_report(kind):
    assert load(kind(REPORT), limits=LIMITS) == Input(REPORT, "<bytes>")


@pytest.mark.parametrize(
    "text",
    [
        "The chair said no.\n",
        "\n",
        "report.txt\n",
        "http://example.org/a\nis an address.",
        "The chair said no.",
        "The chair said: “No!”",
        "“Why?” the chair asked (twice).",
        "The chair said 'no.'   ",
        "The chair paused …",
        "Le président a dit « non. »",
        "Председатель сказал «нет».",
        "x" * 5_000 + " y.",
        "A word and a NUL \x00 at last.",
    ],
    ids=lambda text: repr(text[:40]),
)
def test_strings_of_several_lines_and_sentences_are_texts(text):
    assert load(text, limits=LIMITS) == from_text(text)
    assert load(text, limits=LIMITS).data.decode() == text


@pytest.mark.parametrize("text", ["report.txt", "http://example.org", "", "two words"])
def test_what_is_given_as_a_text_is_one_whatever_it_looks_like(text):
    assert from_text(text) == Input(text.encode(), "<text>", media_type="text/plain; charset=utf-8")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("missing.pdf", "there is no such file; if it is to be read as a text, pass text="),
        ("my minutes.pdf", "there is no such file; if it is to be read as a text, pass text="),
        ("minutes (draft).pdf", "there is no such file"),
        ("He said no", "there is no such file"),
        ("No.", "there is no such file"),
        ("", "there is no such file"),
        ("x" * 5_000, "there is no such file"),
        ("nul\x00", "there is no such file"),
        (Path("missing.pdf"), "there is no such file"),
        (Path("nul\x00"), "cannot be opened: embedded null byte"),
        (Path("x" * 5_000), "cannot be opened: File name too long"),
        (Path("report.txt/page"), "cannot be opened: Not a directory"),
        ("archive", "is a folder; name the files in it"),
        (Path("archive"), "is a folder"),
        (7, "is of type int; give a path, an address, text or bytes"),
        (None, "is of type NoneType"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_doubtful_source_is_an_error_that_says_what_to_do(source, reason):
    with pytest.raises(ReadError) as caught:
        load(source, limits=LIMITS)
    assert caught.value.reason.startswith(reason)
    whole = str(source) if isinstance(source, str | Path) else repr(source)
    assert caught.value.name in {whole, f"{whole[:100]}…"}


def test_an_error_does_not_repeat_a_long_string():
    with pytest.raises(ReadError, match=r"^(?:word ){20}…: there is no such file") as caught:
        load("word " * 5_000, limits=LIMITS)
    assert len(str(caught.value)) < 200


def test_half_a_character_is_no_text():
    with pytest.raises(ReadError, match="a lone surrogate"):
        from_text("The chair said \ud83d.")


def test_a_file_over_the_limit_is_refused_before_it_is_read(folder):
    with (folder / "large.pdf").open("wb") as file:
        file.truncate(LIMITS.max_bytes + 1)
    with pytest.raises(LimitError, match="200,000,001 bytes are more than the limit"):
        load("large.pdf", limits=LIMITS)


def test_a_pipe_is_read_to_its_end_and_no_further_than_the_limit(folder):
    os.mkfifo(folder / "pipe")
    for limits in (LIMITS, Limits(max_bytes=len(REPORT) - 1)):
        writer = threading.Thread(target=(folder / "pipe").write_bytes, args=(REPORT,))
        writer.start()
        if limits is LIMITS:
            assert load("pipe", limits=limits).data == REPORT
        else:
            with pytest.raises(LimitError):
                load("pipe", limits=limits)
        writer.join()
