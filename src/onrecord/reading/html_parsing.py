"""HTML from bytes to a tree: the encoding a page declares, and refusal of trees that are too deep."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from onrecord.errors import EmptyError, LimitError
from onrecord.reading.decoding import Decoded, decode
from onrecord.reading.limits import Limits

__all__ = ["decode_page", "parse"]

# The HTML standard looks for a declared encoding in the first 1,024 bytes; pages in the wild declare it later.
_PRESCAN = 4_096
_META = re.compile(rb"<meta\s[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARATION = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{10000,}")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 2_000
_XML = re.compile(r"\s*<\?xml.*?\?>", re.DOTALL)


def decode_page(data: bytes, charset: str | None = None) -> Decoded:
    """The page's characters: a byte order mark comes first, then the transport's `charset`, then what the page declares."""
    head = data[:_PRESCAN]
    match = _META.search(head) or _DECLARATION.match(head)
    return decode(data, charset or (match[1].decode("ascii") if match else None))


def parse(name: str, page: str, limits: Limits) -> HtmlElement:
    """The page's tree. Raises `EmptyError` for a page without elements or text, `LimitError` for one nested too deep."""
    # With `huge_tree` libxml2 takes 2,048 levels in place of 256; entities of its own a page cannot define.
    _refuse_attributes(name, page)
    parser = HTMLParser(huge_tree=True, remove_pis=True, remove_comments=True, no_network=True)
    try:
        root = document_fromstring(_XML.sub("", page, count=1).replace("\0", "\ufffd"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        if _too_deep(parser):
            raise _depth_error(name, limits) from error
        raise EmptyError(name, "no text was found in it") from error
    if _too_deep(parser) or _depth(root) > limits.max_depth:
        raise _depth_error(name, limits)
    return root


def _refuse_attributes(name: str, page: str) -> None:
    """Refuse an element with thousands of attributes, on which libxml2 takes time that grows with their square."""
    for tag in _LONG_TAG.finditer(page):
        if len(_VALUE.sub("", tag[0]).split()) > _MOST_ATTRIBUTES:
            raise LimitError(name, f"one of its elements has more than {_MOST_ATTRIBUTES:,} attributes")


def _too_deep(parser: HTMLParser) -> bool:
    return any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _depth_error(name: str, limits: Limits) -> LimitError:
    return LimitError(name, f"its elements are nested more than {limits.max_depth:,} deep")


def _depth(root: HtmlElement) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
