"""From bytes to characters: which encoding, and what could not be decoded.

In this order: a byte order mark, the pattern of zero bytes that UTF-16 and UTF-32 leave, a declared encoding that fits,
UTF-8, UTF-8 with a few damaged places, and at last a guess among the single-byte and East Asian encodings, which is said.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

__all__ = ["Decoded", "decode", "line_feeds"]

# The marks of UTF-32 begin with those of UTF-16, so they come first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What the WHATWG Encoding Standard says that a page means when it declares one of these.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_NAMES = {f"cp125{n}": f"windows-125{n}" for n in range(9)}
_GUESSED = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "iso8859_5", "koi8_r",
    "koi8_u", "cp866", "mac_roman", "big5", "gb18030", "shift_jis", "euc_jp", "euc_kr",
)  # fmt: skip
_SAMPLE = 60_000
_HIGH = re.compile(rb"[\x80-\xff]")
# The letters beyond ASCII that languages write, by the encoding in which their texts are kept; the commonest first.
_LETTERS = (
    ("cp1252", "äöüßéèêëàâáãçñóòôõíìîïúùûœåøæÿ"),
    ("cp1252", "áðéíóúýþæö"),
    ("cp1254", "şğıçöüâîû"),
    ("cp1250", "ąćęłńóśźż"),
    ("cp1250", "áčďéěíňóřšťúůýžäĺľŕô"),
    ("cp1250", "čćđšž"),
    ("cp1250", "áéíóöőúüű"),
    ("cp1250", "ăâîșşţț"),
    ("cp1257", "āčēģīķļņšūžąėęįųõäöü"),
)
# A sign in the middle of a word, or a capital after a small letter: not what anybody wrote.
_ODD = re.compile(r"[^\W\d_][¡-©«-´¶-¹»-¿×÷†‡ˆ‰‹›˜™•]+[^\W\d_]|[a-z][À-ÞŠŽŒŸ]|[\x80-\x9f]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_LETTER = re.compile(r"[^\W\d_]")
_NAKED_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, the encoding's name, and what has to be said about them."""

    text: str
    encoding: str
    losses: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The characters of `data`, in the `declared` encoding where the bytes bear it out."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding) or _leniently(data[len(mark) :], encoding)
    if wide := _wide(data):
        return _strictly(data, wide) or _leniently(data, wide)
    meant = _codec(declared)
    if meant and meant != "utf-8" and (decoded := _strictly(data, meant)):
        return decoded
    return _strictly(data, "utf-8") or _nearly_utf8(data) or _guess(data)


def line_feeds(text: str) -> str:
    """The text with every line end (`\\r\\n`, `\\r`) as one line feed: part of decoding, as in every text tool."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _codec(declared: str | None) -> str | None:
    """Python's name for a declared encoding; null for one that it does not know or that is no text encoding."""
    try:
        found = codecs.lookup((declared or "").strip())
    except (LookupError, ValueError):
        return None
    # `_is_text_encoding` parts text encodings from codecs such as "zlib" or "rot13".
    if not getattr(found, "_is_text_encoding", False) or found.name.startswith(("utf-16", "utf-32", "utf-7", "idna")):
        return None
    return _MEANT.get(found.name, found.name)


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), _NAMES.get(encoding, encoding))
    except (UnicodeDecodeError, UnicodeError):
        return None


def _leniently(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    count = text.count("\ufffd") - _own_replacements(data, encoding)
    name = _NAMES.get(encoding, encoding)
    places = "place" if count == 1 else "places"
    return Decoded(text, name, (f"{count} {places} could not be decoded as {name}; each stands as U+FFFD",))


def _own_replacements(data: bytes, encoding: str) -> int:
    """How many U+FFFD the bytes hold themselves."""
    return data.count("\ufffd".encode(encoding)) if encoding.startswith("utf") else 0


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, told by where the zero bytes of its Latin letters stand."""
    head = data[:4_000]
    quarter = len(head) // 4
    if quarter < 2 or b"\0" not in head:
        return None
    zeros = [head[i::4].count(0) / quarter for i in range(4)]
    # No character is beyond U+10FFFF, so of the four bytes of UTF-32 one is always zero and the next to it nearly always;
    # nothing else has two zeros in a row.
    if zeros[3] > 0.95 and zeros[2] > 0.6 and zeros[0] < 0.3:
        return "utf-32-le"
    if zeros[0] > 0.95 and zeros[1] > 0.6 and zeros[3] < 0.3:
        return "utf-32-be"
    if min(zeros[1], zeros[3]) > 0.4 and max(zeros[0], zeros[2]) < 0.1:
        return "utf-16-le"
    if min(zeros[0], zeros[2]) > 0.4 and max(zeros[1], zeros[3]) < 0.1:
        return "utf-16-be"
    return None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with damage: far more well-formed sequences than faults, or one cut at the very end."""
    text = data.decode("utf-8", "replace")
    faults = text.count("\ufffd") - _own_replacements(data, "utf-8")
    good = len(_FOREIGN.findall(text)) - faults
    return _leniently(data, "utf-8") if good > 4 * faults else None


def _guess(data: bytes) -> Decoded:
    encoding = _guessed_codec(data)
    name = _NAMES.get(encoding, encoding.replace("_", "-"))
    decoded = _strictly(data, encoding) or _leniently(data, encoding)
    said = f"the encoding is not stated; read as {name}, guessed from the bytes"
    return Decoded(decoded.text, name, (said, *decoded.losses))


def _guessed_codec(data: bytes) -> str:
    first = _HIGH.search(data)
    start = max(0, first.start() - 200) if first else 0
    sample = data[start : start + _SAMPLE]
    western = sample.decode("cp1252", "replace")
    foreign, letters = len(_FOREIGN.findall(western)), len(_LETTER.findall(western))
    if foreign <= 0.35 * letters:
        scores = [(_fitness(sample, encoding, known), encoding) for encoding, known in _LETTERS]
        # `max` gives the first of several that fit alike.
        best, encoding = max(scores, key=lambda score: score[0])
        if best >= 0.8:
            return encoding
    import charset_normalizer

    found = charset_normalizer.from_bytes(sample, cp_isolation=list(_GUESSED)).best()
    return found.encoding if found else "cp1252"


def _fitness(sample: bytes, encoding: str, known: str) -> float:
    """The share of the letters beyond ASCII that a language knows, less what no word has."""
    text = sample.decode(encoding, "replace")
    letters = [letter for letter in _FOREIGN.findall(text) if letter.isalpha()]
    odd = len(_ODD.findall(text)) + text.count("\ufffd")
    fitting = sum(letter.lower() in known for letter in letters) / len(letters) if letters else 1.0
    return fitting - odd / max(1, len(_FOREIGN.findall(text)))
