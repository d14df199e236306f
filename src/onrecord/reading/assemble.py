"""Putting a `Document` together from the parts that a reader finds.

A reader adds blocks in reading order; `Assembly` writes the text (a blank line between blocks, one line feed between a
block and the one that continues it), keeps the spans, and puts what stands beside the running text (footnotes, then
furniture) behind it, so that a sentence that goes on over a page's end stays in one piece.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.document import Block, BlockKind, Box, Document, Source, digest
from onrecord.errors import EmptyError
from onrecord.reading.continuation import carries_on
from onrecord.spans import Span

__all__ = ["Assembly", "Origin", "make_document"]

_BESIDE: dict[str, int] = {"footnote": 1, "furniture": 2}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes came from: `name` as the user named the input, `uri` to be kept on the record, and the bytes."""

    name: str
    uri: str | None
    data: bytes


@dataclass(slots=True)
class _Part:
    kind: BlockKind
    text: str
    page: int | None
    boxes: tuple[Box, ...]
    level: int | None
    continues: bool


@dataclass(slots=True)
class Assembly:
    """Collects blocks and losses; `document` makes the whole of them."""

    parts: list[_Part] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        page: int | None = None,
        boxes: Sequence[Box] = (),
        level: int | None = None,
        continues: bool = False,
    ) -> None:
        """Add a block. White space around `text` goes; a block of white space alone is left out."""
        text = text.strip()
        if text:
            self.parts.append(_Part(kind, text, page, tuple(boxes), level, continues))

    def lose(self, loss: str) -> None:
        """State in plain words what could not be read; the same words twice count once."""
        if loss not in self.losses:
            self.losses.append(loss)

    def document(
        self,
        origin: Origin,
        media_type: str,
        *,
        title: str | None = None,
        published: str | None = None,
        publisher: str | None = None,
        language: str | None = None,
    ) -> Document:
        """The document. Raises `EmptyError` where no words were found, with the losses as the reason."""
        if not self.parts:
            raise EmptyError(origin.name, "; ".join(["no text was found in it", *self.losses]))
        pieces: list[str] = []
        blocks: list[Block] = []
        at = 0
        before: _Part | None = None
        for part in sorted(self.parts, key=lambda part: _BESIDE.get(part.kind, 0)):
            if before and before.kind == part.kind == "paragraph" and carries_on(before.text, part.text):
                part.continues = True
            before = part
            gap = "" if not pieces else "\n" if part.continues else "\n\n"
            start = at + len(gap)
            at = start + len(part.text)
            pieces += [gap, part.text]
            blocks.append(
                Block(
                    kind=part.kind,
                    span=Span(start, at),
                    page=part.page,
                    boxes=part.boxes,
                    level=part.level,
                    continues=part.continues,
                )
            )
        return make_document(
            origin,
            media_type,
            text="".join(pieces),
            blocks=blocks,
            losses=self.losses,
            title=title,
            published=published,
            publisher=publisher,
            language=language,
        )


def make_document(
    origin: Origin,
    media_type: str,
    *,
    text: str,
    blocks: Sequence[Block],
    losses: Sequence[str],
    title: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
) -> Document:
    """The document of a text that stands already, with its hashes."""
    sha256 = digest(origin.data)
    return Document(
        id=f"sha256:{sha256}",
        title=title,
        published=published,
        publisher=publisher,
        language=language,
        source=Source(uri=origin.uri, media_type=media_type, sha256=sha256, bytes=len(origin.data)),
        text=text,
        text_sha256=digest(text),
        blocks=tuple(blocks),
        losses=tuple(losses),
    )
