"""Plain words: those of a document made safe to print, since a terminal obeys what a report must not command; and counts."""

from __future__ import annotations

import unicodedata

__all__ = ["counted", "on_one_line", "printable"]

# Overrides and isolates of writing direction can make a line read as other words than it holds (Unicode TR 36, section 2.4).
_DIRECTIONS = {ord(mark): f"<U+{ord(mark):04X}>" for mark in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}
# Escape sequences begin with a control character; the pictures of those characters stand from U+2400 on.
_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if code != ord("\n")} | {ord("\t"): " ", 0x7F: "\u2421"}
_LATER_CONTROLS = {code: f"<U+{code:04X}>" for code in range(0x80, 0xA0)}
_TABLE = _CONTROLS | _LATER_CONTROLS | _DIRECTIONS


def printable(words: str) -> str:
    """The words with control characters and changes of writing direction made visible; lone surrogates become U+FFFD."""
    shown = words.translate(_TABLE)
    if shown.isascii():
        return shown
    return "".join("\ufffd" if unicodedata.category(one) == "Cs" else one for one in shown)


def on_one_line(words: str) -> str:
    """As `printable`, a break of lines made visible too: a file's name may hold one."""
    return printable(words).replace("\n", "\u240a")


def counted(number: int, noun: str) -> str:
    """`1 page`, `2 pages`, `1,000 pages`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
