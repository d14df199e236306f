"""Goes through a text sentence by sentence and offers those that may carry on the report of whoever spoke last."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.attribution.attribution import Attribution
from onrecord.spans import Span
from onrecord.speakers.cast import Cast, Party
from onrecord.speakers.frames import Frame
from onrecord.speakers.ledger import Entry
from onrecord.speakers.setting import Setting
from onrecord.speakers.story import is_aside
from onrecord.speakers.telling import Place, shift, signs

__all__ = ["Candidate", "Walk"]

# One plain verb is how a report lets the next speaker speak; what a speaker cites comes with "according to", "has estimated",
# "is recognized by".
_TAKES_THE_FLOOR = re.compile(
    r"(?:\w+ed|\w+[^s]s|said|told|spoke|drew|went|began|gave|made|put|thought|felt|held|saw|found)\b(?: \w+){0,3}"
)
_BEFORE = re.compile(r"had\b")
_PASSIVE = re.compile(r"(?:ha[sd] been|have been|is|are|was|were)\b", re.IGNORECASE)
_DELEGATIONS = frozenset(
    {"delegation", "delegations", "delegate", "delegates", "representative", "mission", "expert", "experts"}
)
_MOST = 0.4
_THINGS = frozenset({"organisation", "state", "document", "group"})


@dataclass(slots=True)
class Candidate:
    """A sentence that may carry on the report of `party`, with its signs. `hosted` are the entries (by index) of others'
    words in it, which would then stand inside; `returns`: the same speaker goes on behind; `listed`: it is an item of a list
    that the speaker opens; `enclosed`: in its paragraph nobody has spoken yet, and a pronoun behind it means the speaker;
    `run`: how many continued sentences it follows. The caller sets `taken`."""

    sentence: Span
    party: Party
    signs: tuple[float, ...]
    hosted: tuple[int, ...] = ()
    aside: tuple[int, ...] = ()
    returns: bool = False
    run: int = 0
    listed: bool = False
    enclosed: bool = False
    taken: bool = False


@dataclass(slots=True)
class _Speech:
    """What is said in one sentence: whose words stand last, of which kind; `entries` by index. `cited`: all of it are
    a body's, document's, group's or nobody's words; `foreign`: and its cue is one by which a report cites them."""

    party: Party | None = None
    kind: str = "indirect"
    foreign: bool = True
    cited: bool = True
    entries: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    """The last speech before a sentence, and how far it lies back; `enclosed`: the last block with an enclosed sentence."""

    last: _Speech | None = None
    since: int = 0
    run: int = 0
    block: int = 0
    enclosed: int = -1

    def meet(self, speech: _Speech, block: int) -> None:
        self.last, self.since, self.run, self.block = speech, 0, 0, block

    def carry_on(self, party: Party, block: int) -> None:
        self.last, self.since, self.run, self.block = _Speech(party, "continued", foreign=False), 0, self.run + 1, block


class Walk:
    """The sentences of one text against the entries settled in it."""

    def __init__(self, setting: Setting, cast: Cast, entries: Sequence[Entry], frame: Frame | None = None) -> None:
        self.setting, self.cast, self.entries, self.frame = setting, cast, entries, frame
        self.speech = _speech_by_sentence(setting, entries, frame)
        self.spoken = Counter(id(entry.parties[0]) for entry in entries if entry.parties and entry.attribution.within is None)
        top = [entry.attribution for entry in entries if entry.attribution.within is None]
        told = sum(not (speech.cited and speech.party is None) for speech in self.speech.values())
        self.share = told / max(1, len(setting.sentences))
        self.direct = sum(attribution.kind != "indirect" for attribution in top) / max(1, len(top))
        self.coverage = sum(bool(party.bracket) and party.name.isupper() for party in cast.people()) >= 1
        reported = [span.of(setting.text) for a in top if a.kind == "indirect" for span in a.content]
        self.shift = shift(" ".join(reported))

    def candidates(self) -> Iterator[Candidate]:
        """The candidates in text order; what is said of one (`taken`) bears on the next."""
        state = _State()
        for number, sentence in enumerate(self.setting.sentences):
            block = self.setting.block(sentence.start)
            if self.frame and state.last is None and sentence.start >= self.frame.start:
                state.meet(_Speech(self.frame.party, "continued", foreign=False), block)
            speech = self.speech.get(number)
            aside: list[int] = []
            if speech and speech.cited and not self._fills(sentence, speech):
                # A few words of somebody cited ("as the Board promised") do not give the floor.
                aside, speech = speech.entries, None
            party = state.last.party if state.last else None
            own = speech is not None and (not speech.foreign or speech.party is party)
            if party is None or own:
                if speech:
                    state.meet(speech, block)
                continue
            candidate = self._candidate(number, party, state, speech)
            candidate.aside = tuple(index for index in aside if self.entries[index].parties[:1] != (party,))
            yield candidate
            if candidate.taken:
                state.enclosed = block if candidate.enclosed else state.enclosed
                state.carry_on(party, block)
            elif speech and not (speech.foreign and party.kind == "person"):
                state.meet(speech, block)
            else:
                state.since += 1

    def _fills(self, sentence: Span, speech: _Speech) -> bool:
        spans = [span for index in speech.entries for span in _spans(self.entries[index].attribution)]
        return 2 * sum(len(span) for span in spans if sentence.overlaps(span)) >= len(sentence)

    def _candidate(self, number: int, party: Party, state: _State, speech: _Speech | None) -> Candidate:
        sentence = self.setting.sentences[number]
        block = self.setting.block(sentence.start)
        following = self._next(number, self.setting.blocks[block].span)
        same = following is not None and (following.party is party or following.party is None)
        place = Place(
            since=state.since,
            apart=block - state.block,
            first=sentence.start == self.setting.blocks[block].span.start,
            kind=state.last.kind if state.last else "",
            run=state.run,
            next_same=same,
            next_other=following is not None and not same,
            share=self.share,
            direct=self.direct,
            coverage=self.coverage,
            shift=self.shift,
            hosts=speech is not None and speech.party is not None,
            by_person=self._reports_speech_of(party),
            after_heading=self._heading(state),
        )
        people = self.cast.named_between(sentence.start, sentence.end)
        values = signs(self.setting, sentence, place, party, people)
        hosted = tuple(speech.entries) if speech else ()
        earlier = bool(hosted) and all(_of_before(self.setting.text, self.entries[index].attribution) for index in hosted)
        returns = same or (following is None and self._opens_next_block(block, party)) or (earlier and place.apart == 0)
        listed = self._is_listed(block, state)
        unspoken = place.apart > 0 or state.enclosed == block
        returned = following.entries if following and following.party is party else []
        enclosed = unspoken and any(self.entries[index].by_pronoun for index in returned)
        return Candidate(
            sentence, party, tuple(values), hosted, returns=returns, run=state.run, listed=listed, enclosed=enclosed
        )

    def _is_listed(self, block: int, state: _State) -> bool:
        """Whether the block is an item of a list that the last speech opens ("The union calls on the Board to:")."""
        opening = block
        while opening > 0 and self.setting.blocks[opening].kind == "list-item":
            opening -= 1
        if opening == block or state.block < opening:
            return False
        return self.setting.blocks[opening].span.of(self.setting.text).rstrip("*_ ").endswith(":")

    def _reports_speech_of(self, party: Party) -> bool:
        """Whether the party is a person, a delegation, or the one whom most of the report is about ("The report says …")."""
        if party.kind in {"person", "unnamed"} or party.head in _DELEGATIONS:
            return True
        spoken = self.spoken.total()
        return spoken >= 4 and self.spoken[id(party)] >= _MOST * spoken

    def _heading(self, state: _State) -> bool:
        """Whether the last speech stood in a heading, or in a first block that ends in no stop."""
        block = self.setting.blocks[state.block]
        ends = self.setting.text[block.span.start : block.span.end].rstrip('*_"”’ ')[-1:]
        return block.kind == "heading" or (ends not in ".!?…:;," and state.run == 0)

    def _opens_next_block(self, block: int, party: Party) -> bool:
        """Whether the next paragraph opens with words of the party's own."""
        if block + 1 >= len(self.setting.blocks):
            return False
        start = self.setting.blocks[block + 1].span.start
        first = next((n for n, sentence in enumerate(self.setting.sentences) if sentence.start >= start), None)
        speech = self.speech.get(first) if first is not None else None
        return speech is not None and not speech.foreign and speech.party is party

    def _next(self, number: int, block: Span) -> _Speech | None:
        """The next sentence of the block that holds speech of its own."""
        for other in range(number + 1, len(self.setting.sentences)):
            if self.setting.sentences[other].start >= block.end:
                return None
            if other in self.speech and not self.speech[other].foreign:
                return self.speech[other]
        return None


def _speech_by_sentence(setting: Setting, entries: Sequence[Entry], frame: Frame | None) -> dict[int, _Speech]:
    found: dict[int, _Speech] = {}
    for index, entry in enumerate(entries):
        attribution = entry.attribution
        if attribution.within is not None:
            continue
        for number in sorted({n for span in _spans(attribution) for n in _sentences(setting, span)}):
            speech = found.setdefault(number, _Speech())
            speech.entries.append(index)
            framed = frame is not None and frame.start <= setting.sentences[number].start < frame.end
            # In a text that is one person's, whoever else speaks outside a turn is cited.
            others = framed and frame is not None and entry.parties[:1] != (frame.party,) and not attribution.turn
            speech.cited = speech.cited and (_cited(setting.text, entry) or others)
            speech.foreign = speech.cited and speech.foreign and (framed or not _takes_the_floor(setting.text, entry))
            if entry.parties:
                speech.party, speech.kind = entry.parties[0], attribution.kind
    return found


def _takes_the_floor(text: str, entry: Entry) -> bool:
    cue, source = entry.attribution.cue, entry.attribution.source
    if cue and source and cue.end <= source.start and _PASSIVE.match(cue.of(text)):
        return False  # "this has been affirmed in resolution 901": the speaker cites it
    if source and source.of(text).casefold() in {"which", "who"}:
        return False  # "the law, which called this a crime": a clause beside a noun
    return cue is not None and _TAKES_THE_FLOOR.fullmatch(cue.of(text)) is not None


def _cited(text: str, entry: Entry) -> bool:
    """Whether the words may be cited in another's report: a body's, State's, document's or group's; nobody's; or anybody's
    of before."""
    attribution = entry.attribution
    if attribution.turn or attribution.kind not in {"indirect", "mixed" if _of_before(text, attribution) else "indirect"}:
        return False
    if not entry.parties:
        return attribution.source is None and entry.choice.score == 0.0
    if attribution.source is None or entry.by_pronoun:
        return False
    return entry.parties[0].kind in _THINGS or _of_before(text, attribution)


def _of_before(text: str, attribution: Attribution) -> bool:
    """Whether the words were said before those around them ("the Board had warned …", "As the Board has said, …")."""
    return bool(attribution.cue and _BEFORE.match(attribution.cue.of(text))) or is_aside(text, attribution)


def _sentences(setting: Setting, span: Span) -> range:
    first = setting.sentence(span.start)
    last = max(first, bisect.bisect_left(setting.sentences, span.end, key=lambda sentence: sentence.start) - 1)
    return range(first, last + 1)


def _spans(attribution: Attribution) -> list[Span]:
    return [*attribution.content, *filter(None, (attribution.source, attribution.cue))]
