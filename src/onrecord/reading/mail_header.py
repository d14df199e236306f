"""The fields of a message's header, read as they stand, also where they are malformed.

The standard library's newer view of a field corrects it (a wrong day of the week, say) and fails on many malformed ones,
so the raw field is decoded here.
"""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from onrecord.reading.decoding import decode
from onrecord.reading.published import edtf

__all__ = ["date_of", "decoded_words", "header", "sender_of"]

_ENCODED_WORD = re.compile(r"=\?[^?\s]+\?[bq]\?", re.IGNORECASE)


def header(message: Message, name: str) -> str | None:
    """A field as text, encoded words decoded and white space folded; null where it is missing or empty."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    # Bytes that are not ASCII were parsed to surrogates; they are text in some encoding all the same.
    text = decode(raw.encode("utf-8", "surrogateescape")).text
    text = re.sub(r"\r?\n[ \t]?", " ", text)
    return " ".join(decoded_words(text).split()) or None


def decoded_words(text: str) -> str:
    """The field with its encoded words (RFC 2047) decoded."""
    if not _ENCODED_WORD.search(text):
        return text
    try:
        parts = decode_header(text)
    except (HeaderParseError, ValueError):
        return text
    return "".join(part if isinstance(part, str) else decode(part, charset).text for part, charset in parts)


def sender_of(message: Message) -> str | None:
    """The sender's name, else the address."""
    stated = header(message, "From") or header(message, "Sender")
    if not stated:
        return None
    name, address = parseaddr(stated)
    return name or address or stated


def date_of(message: Message) -> str | None:
    """The day the message was sent, where the sender was."""
    stated = header(message, "Date")
    if not stated:
        return None
    try:
        return parsedate_to_datetime(stated).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return edtf(stated)
