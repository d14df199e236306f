"""E-mail (RFC 5322 and MIME): subject, sender and date from the header, the text of the message, messages inside it.

The plain text is preferred to the HTML where both say the same. Attachments are not read; each is a stated loss.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser

from onrecord.document import Document
from onrecord.errors import DamagedError, EncryptedError, LimitError, UnsupportedError
from onrecord.reading.assemble import Assembly, Origin
from onrecord.reading.html import add_page
from onrecord.reading.html_parsing import decode_page, parse
from onrecord.reading.html_walk import walk
from onrecord.reading.limits import Limits
from onrecord.reading.mail_header import date_of, decoded_words, header, sender_of
from onrecord.reading.mail_text import add_plain

__all__ = ["read"]

# Messages inside messages: forwards of forwards stay far below this, bombs do not.
_DEEPEST = 30
# The parser compares every line with the boundary of every part around it.
_BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)
_MOST_BOUNDARIES = 1_000
_MAILBOX = re.compile(
    rb"\r?\n\r?\nFrom \S+[^\r\n]*\d{4}\r?\nReturn-Path:|\r?\n\r?\nFrom \S+ [^\r\n]*\d\d:\d\d[^\r\n]*\r?\n[\w-]+:"
)
_ENCRYPTED = frozenset(("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"))
_SHOWN = ("From", "To", "Cc", "Date")


@dataclass(slots=True)
class _Reading:
    """One message being read: where blocks and losses go, and how many parts were seen."""

    origin: Origin
    limits: Limits
    assembly: Assembly
    parts: int = 0
    pictures: int = 0
    attachments: list[str] = field(default_factory=list)

    def count(self, depth: int) -> None:
        self.parts += 1
        if self.parts > self.limits.max_parts:
            raise LimitError(self.origin.name, f"the message has more than {self.limits.max_parts:,} parts")
        if depth > _DEEPEST:
            raise LimitError(self.origin.name, f"messages and parts are nested more than {_DEEPEST} deep")


def read(origin: Origin, limits: Limits) -> Document:
    """A message. Raises `EncryptedError`, `LimitError`, `UnsupportedError` for a mailbox, `EmptyError` for no text."""
    if origin.data.startswith(b"From ") and _MAILBOX.search(origin.data):
        raise UnsupportedError(origin.name, "this is a mailbox of several messages; save each as an .eml file and read those")
    message = _parsed(origin)
    reading = _Reading(origin, limits, Assembly())
    _add_message(reading, message, 0)
    if reading.pictures:
        reading.assembly.lose(f"left out {reading.pictures} pictures and other parts that only show with the message")
    for attachment in reading.attachments:
        reading.assembly.lose(f"attachment not read: {attachment}")
    return reading.assembly.document(
        origin,
        "message/rfc822",
        title=header(message, "Subject"),
        published=date_of(message),
        publisher=sender_of(message),
    )


def _parsed(origin: Origin) -> Message:
    if len(_BOUNDARY.findall(origin.data)) > _MOST_BOUNDARIES:
        raise LimitError(origin.name, f"the message has more than {_MOST_BOUNDARIES:,} nested parts")
    try:
        # The older policy: the newer one parses every field anew at each look, a hundred times slower, and fails on more.
        message = BytesParser().parsebytes(origin.data)
    except RecursionError as error:
        raise LimitError(origin.name, f"messages and parts are nested more than {_DEEPEST} deep") from error
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        raise DamagedError(origin.name, "it is not a message that can be read") from error
    return message


def _add_message(reading: _Reading, message: Message, depth: int) -> None:
    """The message's subject as a heading, its header as furniture, its body."""
    if subject := header(message, "Subject"):
        reading.assembly.add("heading", subject, level=1 if depth == 0 else 2)
    shown = [f"{name}: {value}" for name in _SHOWN if (value := header(message, name))]
    # In a message inside a message the header says whose words follow, so it stays in the text.
    reading.assembly.add("furniture" if depth == 0 else "paragraph", "\n".join(shown))
    _add_part(reading, message, depth)


def _add_part(reading: _Reading, part: Message, depth: int) -> None:
    reading.count(depth)
    kind = part.get_content_type()
    if kind in _ENCRYPTED and part.get_param("smime-type") != "signed-data":
        raise EncryptedError(reading.origin.name, "the message is encrypted; decrypt it in your mail program and save it again")
    if kind == "message/rfc822":
        for inner in _children(part):
            _add_message(reading, inner, depth + 1)
    elif part.get_content_disposition() == "attachment":
        reading.attachments.append(_described(part))
    elif kind == "multipart/alternative":
        _add_alternative(reading, part, depth)
    elif kind == "multipart/related":
        _add_related(reading, part, depth)
    elif part.is_multipart():
        for child in _children(part):
            _add_part(reading, child, depth + 1)
    elif kind in ("text/plain", "text/html") and not (kind == "text/html" and part.get_filename()):
        _add_text(reading, part)
    else:
        reading.attachments.append(_described(part))


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _add_alternative(reading: _Reading, part: Message, depth: int) -> None:
    """The plain text, unless the page says far more than it (a mere "see the HTML version")."""
    children = _children(part)
    plain = next((child for child in children if child.get_content_type() == "text/plain"), None)
    rich = [child for child in children if child is not plain and child.get_content_type() != "text/calendar"]
    if plain and (not rich or _size(plain) * 8 >= _size(rich[-1])):
        _add_part(reading, plain, depth + 1)
        reading.attachments += [_described(leaf) for child in rich for leaf in _leaves(child) if leaf.get_filename()]
    elif rich:
        _add_part(reading, rich[-1], depth + 1)


def _leaves(part: Message) -> list[Message]:
    return [leaf for leaf in part.walk() if not leaf.is_multipart() and isinstance(leaf, Message)]


def _size(part: Message) -> int:
    """How many bytes of text the part shows, about."""
    found = [leaf for leaf in _leaves(part) if leaf.get_content_maintype() == "text"]
    sizes = [len(re.sub(rb"(?s)<(style|script|head)\b.*?</\1>|<[^>]*>|\s+", b"", _payload(leaf))) for leaf in found]
    return sum(sizes)


def _add_related(reading: _Reading, part: Message, depth: int) -> None:
    """The first part is the page, the others its pictures and style sheets."""
    children = _children(part)
    for child in children[:1]:
        _add_part(reading, child, depth + 1)
    for child in children[1:]:
        reading.count(depth)
        if child.get_content_disposition() == "attachment":
            reading.attachments.append(_described(child))
        else:
            reading.pictures += 1


def _add_text(reading: _Reading, part: Message) -> None:
    payload, charset = _payload(part), part.get_content_charset()
    if not payload.strip():
        return
    if payload.lstrip().startswith(b"-----BEGIN PGP MESSAGE-----"):
        raise EncryptedError(reading.origin.name, "the message is encrypted (PGP); decrypt it and save it again")
    decoded = decode_page(payload, charset)
    for loss in decoded.losses:
        reading.assembly.lose(loss)
    if part.get_content_type() == "text/plain":
        add_plain(reading.assembly, decoded.text, flowed=str(part.get_param("format")).lower() == "flowed")
    else:
        found = walk(parse(reading.origin.name, decoded.text, reading.limits))
        add_page(reading.assembly, decoded.text, found)


def _payload(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        payload = None
    return payload if isinstance(payload, bytes) else b""


def _described(part: Message) -> str:
    name = " ".join(decoded_words(part.get_filename() or "").split()) or "no name"
    return f"{name} ({part.get_content_type()}, {len(_payload(part)):,} bytes)"
