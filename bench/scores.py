"""The scores of a predicted reading against the gold reading of the same text (annotation rules, 6).

`content`: words given to anybody. `attributed`: words given to the right speaker, outer statements; the main number, since
it is blind to how speech is cut up. `attributed-inner`, `attributed-all`: inner statements, and all of them. An inner
statement predicted at the top level is right there too. `exact-*`: pieces with the same first and last word.
"""

from __future__ import annotations

from bench.citing import score_citations
from bench.counts import Counts
from bench.figuring import score_numbers
from bench.naming import right, same
from bench.pairing import Pairing, pair
from bench.readings import Reading, Said
from bench.tokens import Tokens

__all__ = ["KINDS", "WAYS", "score", "way"]

KINDS = ("direct", "indirect", "mixed", "continued")
WAYS = ("full name", "part of a name", "title", "pronoun", "continuation", "no source")
_PERSONAL = ("he", "she", "they", "it", "i", "we", "you", "his", "her", "their", "its", "my", "our")
_PRONOUNS = frozenset((*_PERSONAL, "who", "which", "that", "this", "those", "these", "both", "one"))


def score(gold: Reading, predicted: Reading) -> Counts:
    """All counts of one document. Both readings are of the same text."""
    tokens, counts = Tokens(gold.text), Counts()
    pairing = pair(gold, predicted, tokens)
    _score_tokens(counts, gold, predicted, tokens)
    _score_pieces(counts, gold, predicted, tokens, pairing)
    _score_statements(counts, gold, predicted, pairing)
    _score_continued(counts, gold, predicted, tokens)
    _score_nested(counts, gold, predicted, pairing)
    score_citations(counts, gold.citations, predicted.citations)
    score_numbers(counts, gold.figures, predicted.figures)
    return counts


def _score_tokens(counts: Counts, gold: Reading, predicted: Reading, tokens: Tokens) -> None:
    wanted, offered = tokens.contents(gold), tokens.contents(predicted)
    counts.sets("content", frozenset().union(*offered), frozenset().union(*wanted))
    given = _given(gold, predicted, wanted, offered)
    taken = _taken(gold, predicted, wanted, offered)
    for layer, name in ((0, "attributed"), (1, "attributed-inner"), (None, "attributed-all")):
        ours = {key: ok for (key, depth), ok in given.items() if _in_layer(depth, layer)}
        theirs = {key: ok for (key, depth), ok in taken.items() if _in_layer(depth, layer)}
        counts.add(name, right=sum(ours.values()), predicted=len(ours), found=sum(theirs.values()), gold=len(theirs))


def _in_layer(depth: int, layer: int | None) -> bool:
    return layer is None or min(depth, 1) == layer


_Key = tuple[tuple[int, object], int]


def _given(gold: Reading, predicted: Reading, wanted: list[frozenset[int]], offered: list[frozenset[int]]) -> dict[_Key, bool]:
    """Every (word, predicted speaker) with whether the gold gives that word to that speaker."""
    given: dict[_Key, bool] = {}
    for p, said in enumerate(predicted.statements):
        holding = [g for g in range(len(wanted)) if right(said, predicted, gold.statements[g], gold)]
        ours = frozenset().union(*(wanted[g] for g in holding))
        for word in offered[p]:
            key = ((word, said.speaker), min(predicted.depth(p), 1))
            given[key] = given.get(key, False) or word in ours
    return given


def _taken(gold: Reading, predicted: Reading, wanted: list[frozenset[int]], offered: list[frozenset[int]]) -> dict[_Key, bool]:
    """Every (word, gold speaker) with whether the prediction gives that word to that speaker."""
    taken: dict[_Key, bool] = {}
    for g, said in enumerate(gold.statements):
        holding = [p for p in range(len(offered)) if right(predicted.statements[p], predicted, said, gold)]
        theirs = frozenset().union(*(offered[p] for p in holding))
        for word in wanted[g]:
            key = ((word, said.speaker or gold.words(said.source)), min(gold.depth(g), 1))
            taken[key] = taken.get(key, False) or word in theirs
    return taken


def _score_pieces(counts: Counts, gold: Reading, predicted: Reading, tokens: Tokens, pairing: Pairing) -> None:
    def edges(piece: range) -> tuple[int, int]:
        return piece.start, piece.stop

    # A source predicted where the gold has none (passive, participle) is neither right nor wrong.
    free = {p for g, p in pairing.pairs.items() if gold.statements[g].source is None and gold.statements[g].kind != "continued"}
    content = [
        {edges(tokens.narrow(piece)) for said in reading.statements for piece in said.content} for reading in (predicted, gold)
    ]
    cue = [{edges(tokens.of(said.cue)) for said in reading.statements if said.cue} for reading in (predicted, gold)]
    ours = {edges(tokens.of(said.source)) for p, said in enumerate(predicted.statements) if said.source and p not in free}
    theirs = {edges(tokens.of(said.source)) for said in gold.statements if said.source}
    counts.sets("exact-content", content[0], content[1])
    counts.sets("exact-cue", cue[0], cue[1])
    counts.sets("exact-source", ours, theirs)


def _score_statements(counts: Counts, gold: Reading, predicted: Reading, pairing: Pairing) -> None:
    found = pairing.found()
    good = set(found.values()) | set(pairing.split)
    # Inner statements are scored apart (`_score_nested`): one that is missing costs nothing here.
    for p, said in enumerate(predicted.statements):
        if said.within is None:
            counts.add("statements", right=p in good, predicted=1)
    for g, said in enumerate(gold.statements):
        if said.within is None:
            counts.add("statements", found=g in found, gold=1)
            counts.add(f"kind:{said.kind}", found=g in found, gold=1)
    for g, p in found.items():
        theirs, ours = gold.statements[g], predicted.statements[p]
        ok = right(ours, predicted, theirs, gold)
        counts.add("speaker", right=ok, predicted=1)
        counts.add(f"way:{way(gold, theirs)}", right=ok, predicted=1)
        counts.add("kind", right=ours.kind == theirs.kind, predicted=1)
        counts.add(f"confusion:{theirs.kind}>{ours.kind}", predicted=1)
        counts.add("missing-speaker", right=ours.speaker is None and theirs.speaker is not None, predicted=1)
    for said in predicted.statements:
        counts.add("unresolved", right=said.speaker is None, predicted=1)


def _score_continued(counts: Counts, gold: Reading, predicted: Reading, tokens: Tokens) -> None:
    """Continued speech by words: right where at least half of the statement's words are (and are the same speaker's)."""
    wanted, offered = tokens.contents(gold), tokens.contents(predicted)
    for p, ours in enumerate(predicted.statements):
        if ours.kind == "continued":
            speech = frozenset().union(*wanted)
            same_speaker = [w for w, said in zip(wanted, gold.statements, strict=True) if right(ours, predicted, said, gold)]
            counts.add("continued", right=_half(offered[p], frozenset().union(*same_speaker)), predicted=1)
            counts.add("continued-words", right=_half(offered[p], speech), predicted=1)
    for g, theirs in enumerate(gold.statements):
        if theirs.kind == "continued":
            speech = frozenset().union(*offered)
            same_speaker = [
                o for o, said in zip(offered, predicted.statements, strict=True) if right(said, predicted, theirs, gold)
            ]
            counts.add("continued", found=_half(wanted[g], frozenset().union(*same_speaker)), gold=1)
            counts.add("continued-words", found=_half(wanted[g], speech), gold=1)


def _half(words: frozenset[int], of: frozenset[int]) -> bool:
    return 2 * len(words & of) >= len(words) > 0


def _score_nested(counts: Counts, gold: Reading, predicted: Reading, pairing: Pairing) -> None:
    """Inner statements found as inner statements; and with the right speaker besides."""
    inner = {p for p, said in enumerate(predicted.statements) if said.within is not None}
    pairs = {(g, p) for g, p in pairing.pairs.items() if gold.statements[g].within is not None and p in inner}
    wanted = sum(said.within is not None for said in gold.statements)
    counts.add("nested", right=len(pairs), predicted=len(inner), found=len(pairs), gold=wanted)
    ok = sum(right(predicted.statements[p], predicted, gold.statements[g], gold) for g, p in pairs)
    counts.add("nested-speaker", right=ok, predicted=len(pairs))


def way(gold: Reading, said: Said) -> str:
    """How the text points at the speaker of a gold statement: one of `WAYS`."""
    if said.kind == "continued":
        return "continuation"
    if said.source is None:
        return "no source"
    words = gold.words(said.source)
    if words.casefold() in _PRONOUNS:
        return "pronoun"
    if said.speaker is None or same(words, said.speaker.name):
        return "full name"
    if any(
        same(words, alias) and (alias.isupper() or not words.casefold().startswith("the ")) for alias in said.speaker.aliases
    ):
        return "part of a name"
    name = {word.strip(".,'’").casefold() for word in said.speaker.name.split() if word[:1].isupper()}
    held = {word.strip(".,'’").removesuffix("'s").removesuffix("’s").casefold() for word in words.split()} & name
    return "title" if not held else "full name" if held == name else "part of a name"
