"""One record, made by hand, that has a case of everything that a view must be able to show.

The text is fictional and marked up: `{s3.content:...}` puts the words between the braces into that span, braces may stand
inside each other, and the marks are taken out of the text.
"""

from __future__ import annotations

import re

import msgspec

from onrecord.document import Block, Box, Document, Source, digest
from onrecord.flow import flow
from onrecord.record import Candidate, Engine, Record, Role, Speaker, Statement
from onrecord.spans import Span

__all__ = ["SOURCE", "marked", "specimen"]

SOURCE = b"%PDF-1.7 the bytes that the specimen claims to have been read from\n"

# One entry per block: kind, page, text.
BLOCKS = [
    ("heading", 1, "Harbour Board hears of silt, tolls and a {st0.content:dam “nobody has inspected”}"),
    (
        "paragraph",
        1,
        """The Harbour Board of Port Velm met on 9 April 2031 under {role.brandt1:its chair}, Dr. Ilse Brandt,
{role.brandt2:a former Minister of Waters of Ardania}. H.E. Mr. Anton Varga, {role.varga:Ambassador of Ardania}, was the
guest.""",
    ),
    (
        "paragraph",
        1,
        """{st1.source:Ambassador Varga} {st1.cue:said} that {st1.content:the dredging of the inner har-
bour had been paid for twice, and that the board’s “careful silence” was no answer}. {st2.content:Ships of a
deeper draught had turned back since March}. {st3.content:Whoever signed the second order must explain it}. He was
applauded.""",
    ),
    (
        "paragraph",
        1,
        """{st4.content:“We did not sign,”} {st4.source:Dr. Brandt} {st4.cue:replied}. {st4.content:“The order
went out while I was abroad, {st5.source:my deputy} {st5.cue:told me} {st5.content:it was urgent}, and I believed
him.”}""",
    ),
    ("furniture", 1, "HB/2031/14   page 1"),
    (
        "paragraph",
        2,
        """{st6.source:The Ambassador} {st6.cue:recalled} that {st6.content:{st7.source:the late harbour master,
Osei Lantry,} {st7.cue:had written} in his last report: {st7.content:“A dam that nobody has inspected is a rumour of a
dam”}}.""",
    ),
    ("paragraph", 2, "{st8.source:She} {st8.cue:did not say} {st8.content:who had ordered the inspection}."),
    ("list-item", 2, "– {st9.source:The Velm Pilots’ Union (VPU)} {st9.cue:demanded} {st9.content:a halt to night sailings};"),
    ("list-item", 2, """– {st10.source:Port Velm and Ardania} {st10.cue:welcomed} {st10.content:the draft toll agreement};"""),
    ("list-item", 2, "– {st11.content:The tolls} {st11.cue:allegedly} {st11.content:doubled in a year}."),
    ("quote", 2, "{st12.content:Let the record show that three of the five gauges read zero.}"),
    (
        "paragraph",
        2,
        """{st13.source:One pilot} {st13.cue:asked}: {st13.content:“Who pays the {st14.cue:reported}
{st14.content:overtime}?”} There was no reply.""",
    ),
    ("footnote", 2, "1 All sums in Velm crowns."),
]

MARK = re.compile(r"\{(?P<name>[\w.]+):|\}")

SPEAKERS = [
    Speaker(id="s1", name="Anton Varga", kind="person", honorifics=("H.E.", "Mr."), also=("Antón Warga",)),
    Speaker(id="s2", name="Ilse Brandt", kind="person", honorifics=("Dr.",)),
    Speaker(id="s3", name="Osei Lantry", kind="person"),
    Speaker(id="s4", name="Velm Pilots’ Union", kind="organisation", also=("VPU",)),
    Speaker(id="s5", name="Port Velm", kind="state"),
    Speaker(id="s6", name="One pilot", kind="unnamed"),
    Speaker(id="s7", name="Ardania", kind="state"),
]

# id: speaker, kind and whatever else is not the default.
STATEMENTS: dict[str, dict[str, object]] = {
    "st0": {"speaker": None, "kind": "mixed", "confidence": 0.41},
    "st1": {"speaker": "s1", "kind": "mixed", "confidence": 0.97},
    "st2": {"speaker": "s1", "kind": "continued", "confidence": 0.88},
    "st3": {"speaker": "s1", "kind": "continued", "confidence": 0.83},
    "st4": {"speaker": "s2", "kind": "direct", "confidence": 0.995},
    "st5": {"speaker": None, "kind": "indirect", "confidence": 0.7, "within": "st4"},
    "st6": {"speaker": "s1", "kind": "mixed", "confidence": 0.93},
    "st7": {"speaker": "s3", "kind": "direct", "confidence": 0.9, "within": "st6"},
    "st8": {
        "speaker": None,
        "candidates": (Candidate(speaker="s2", score=0.48), Candidate(speaker="s4", score=0.22)),
        "kind": "indirect",
        "negated": True,
        "confidence": 0.81,
    },
    "st9": {"speaker": "s4", "kind": "indirect", "confidence": 0.9},
    "st10": {"speaker": "s5", "co_speakers": ("s7",), "kind": "indirect", "confidence": 0.9},
    "st11": {"speaker": None, "kind": "indirect", "confidence": 0.55},
    "st12": {"speaker": "s2", "kind": "direct", "confidence": 0.6},
    "st13": {"speaker": "s6", "kind": "direct", "confidence": 0.92},
    "st14": {"speaker": None, "kind": "indirect", "confidence": 0.3, "within": "st13"},
}


def marked(text: str) -> tuple[str, dict[str, list[Span]]]:
    """The text without its marks, and the spans that each name marks, in text order."""
    spans: dict[str, list[Span]] = {}
    opened: list[tuple[str, int]] = []
    plain, at = "", 0
    for match in MARK.finditer(text):
        plain += text[at : match.start()]
        at = match.end()
        if match["name"]:
            opened.append((match["name"], len(plain)))
        else:
            name, start = opened.pop()
            spans.setdefault(name, []).append(Span(start, len(plain)))
    return plain + text[at:], {name: sorted(found) for name, found in spans.items()}


def _blocks(text: str) -> tuple[Block, ...]:
    blocks, at = [], 0
    for kind, page, source in BLOCKS:
        words, _ = marked(source)
        at = text.index(words, at)
        boxes = tuple(Box(72, 700 - 14 * n, 72 + 4.5 * len(line), 712 - 14 * n) for n, line in enumerate(words.split("\n")))
        level = 1 if kind == "heading" else None
        blocks.append(Block(kind=kind, span=Span(at, at + len(words)), page=page, boxes=boxes, level=level))
        at += len(words)
    return tuple(blocks)


def specimen() -> Record:
    """Six speakers and more, nested and split quotations, continued sentences, unresolved speakers, losses, pages."""
    text, spans = marked("\n\n".join(source for _, _, source in BLOCKS))
    document = Document(
        id=f"sha256:{digest(SOURCE)}",
        title="Harbour Board hears of silt, tolls and a dam “nobody has inspected”",
        published="2031-04-09",
        publisher="Port Velm Gazette",
        language="en",
        source=Source(uri="board/minutes-14.pdf", media_type="application/pdf", sha256=digest(SOURCE), bytes=len(SOURCE)),
        text=text,
        text_sha256=digest(text),
        blocks=_blocks(text),
        losses=("page 3 has no text layer; install tesseract-ocr to read it", "a table on page 2 has merged cells"),
    )
    view = flow(document)
    statements = []
    for name, given in STATEMENTS.items():
        content = tuple(spans[f"{name}.content"])
        words = tuple(view.words(span) for span in content)
        source, cue = (spans.get(f"{name}.{part}", [None])[0] for part in ("source", "cue"))
        fields = {"id": name, "source": source, "cue": cue, "content": content, "words": words, **given}
        statements.append(msgspec.convert(fields, Statement))
    return Record(
        engine=Engine(version="0.1.0", model="attribution-en@0123456789ab"),
        document=document,
        speakers=_speakers(text, spans),
        statements=tuple(statements),
    )


def _speakers(text: str, spans: dict[str, list[Span]]) -> tuple[Speaker, ...]:
    roles = {
        "s1": (Role(title="Ambassador", of="Ardania", span=spans["role.varga"][0]),),
        "s2": (
            Role(title="chair", of="Harbour Board", span=spans["role.brandt1"][0]),
            Role(title="former Minister of Waters", of="Ardania", span=spans["role.brandt2"][0]),
        ),
    }
    mentions = {"s1": ["Anton Varga", "Ambassador Varga"], "s2": ["Ilse Brandt", "Dr. Brandt"], "s3": ["Osei Lantry"]}
    found = []
    for speaker in SPEAKERS:
        places = tuple(Span(text.index(words), text.index(words) + len(words)) for words in mentions.get(speaker.id, ()))
        found.append(msgspec.structs.replace(speaker, roles=roles.get(speaker.id, ()), mentions=places))
    return tuple(found)
