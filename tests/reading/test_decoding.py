"""From bytes to characters: the right encoding, and a word about every doubt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.decoding import decode, line_feeds

ENGLISH = "The mayor said: \u201cOur well is dry \u2013 and it isn\u2019t the only one.\u201d"
GERMAN = "Der B\u00fcrgermeister sagte: \u201eUnser Brunnen ist trocken.\u201c Die Stra\u00dfe sei gesperrt."
RUSSIAN = "Мэр сказал, что колодец пересох. Позже он добавил, что дорога закрыта до весны."
TURKISH = "Belediye başkanı Işık Güneş, kuyunun kuruduğunu söyledi ve yardım istedi."
POLISH = "Burmistrz Łukasz Żółty powiedział, że studnia jest sucha i że już wcześniej było źle."
GREEK = "Ο δήμαρχος είπε ότι το πηγάδι είναι ξερό και ζήτησε βοήθεια."
JAPANESE = "市長は井戸が枯れたと述べた。道路も閉鎖されていると付け加えた。"


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, RUSSIAN, JAPANESE, "plain", "\U0001f600 dry"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-32-le", "utf-32-be"])
def test_unicode_is_read_without_a_word(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.losses) == (text, ())


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, "plain"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_latin_letters(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.losses) == (text, ())


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (ENGLISH, "cp1252", "windows-1252"),
        (GERMAN, "cp1252", "windows-1252"),
        ("The caf\u00e9 owner Zo\u00eb M\u00fcller said it was na\u00efve.", "latin-1", "windows-1252"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (TURKISH, "cp1254", "windows-1254"),
        (POLISH, "cp1250", "windows-1250"),
        ("Starosta Dvo\u0159\u00e1k \u0159ekl, \u017ee studn\u011b je such\u00e1.", "cp1250", "windows-1250"),
        (GREEK, "cp1253", "windows-1253"),
        (JAPANESE, "shift_jis", "shift-jis"),
    ],
)
def test_a_legacy_encoding_is_guessed_and_named(text: str, encoding: str, name: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.losses == (f"the encoding is not stated; read as {name}, guessed from the bytes",)


@pytest.mark.parametrize(("text", "encoding"), [(POLISH, "iso8859-2"), (RUSSIAN, "iso8859-5"), (TURKISH, "iso8859-9")])
def test_a_declared_encoding_is_taken_without_a_word(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), encoding)
    assert (decoded.text, decoded.losses) == (text, ())


@pytest.mark.parametrize("declared", ["ascii", "utf-16", "no-such-thing", "base64", "rot13", "", None])
def test_a_declaration_that_the_bytes_do_not_bear_out_is_passed_over(declared: str | None) -> None:
    if declared != "ascii":
        assert decode(RUSSIAN.encode(), declared).text == RUSSIAN
    assert decode(b"plain", declared).text == "plain"


def test_latin_1_is_what_everybody_means_by_it() -> None:
    assert decode(ENGLISH.encode("cp1252"), "iso-8859-1").text == ENGLISH


def test_damaged_utf_8_keeps_what_is_sound() -> None:
    data = (RUSSIAN * 3).encode()
    decoded = decode(data[:101] + b"\xff" + data[101:-1])
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") in (2, 3)
    assert "could not be decoded as utf-8; each stands as U+FFFD" in decoded.losses[0]


@pytest.mark.parametrize("before", [70_000, 300_000])
def test_the_guess_looks_where_the_doubt_begins(before: int) -> None:
    decoded = decode(b"x" * before + GERMAN.encode("cp1252"))
    assert decoded.text.endswith(GERMAN)
    assert decoded.encoding == "windows-1252"


def test_a_replacement_character_of_the_text_itself_is_no_loss() -> None:
    assert decode("so it stood: \ufffd".encode()).losses == ()


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    data = text.encode()
    if b"\0" not in data and not text.startswith("\ufeff"):
        assert decode(data).text == text


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "latin-1", "koi8-r"]))
def test_any_bytes_decode_to_characters_that_can_be_written(data: bytes, declared: str | None) -> None:
    decode(data, declared).text.encode()


@pytest.mark.parametrize(
    ("text", "expected"), [("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\r\r\n", "\n\n"), ("a\x85b\u2028c", "a\x85b\u2028c")]
)
def test_line_ends(text: str, expected: str) -> None:
    assert line_feeds(text) == expected
