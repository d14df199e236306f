"""Noun phrases beside a number: the one behind it, and the one before it that a verb or "of" gives the number to.

There is no parser here. A noun phrase behind a number is in the plural more often than not, and ends at the first word that
cannot go on with it; what the lists below do not know is cut short rather than run on.
"""

from __future__ import annotations

import re

from onrecord.spans import Span

__all__ = ["AGAIN", "HEDGES", "behind", "given_to", "labelled"]

# Words between what governs a number and the number itself.
HEDGES = (
    r"(?:(?:at\s+least|at\s+most|no\s+(?:less|fewer|more)\s+than|not\s+(?:less|fewer|more)\s+than|more\s+than|less\s+than|fewer\s+than|as\s+many\s+as|as\s+much\s+as"
    r"|up\s+to|close\s+to|in\s+excess\s+of|over|about|around|nearly|almost|some|roughly|approximately|approx\.?|an?\s+estimated|estimated|an?\s+total\s+of"
    r"|an?\s+further|a|an|another|additional|further|the|all|only|just|exactly|below|under|above|well|these|those|its|their|reported|alleged|~)\s+)*"
)  # fmt: skip
_WORD = re.compile(r"\s*(?P<word>[^\W\d_][\w’'‑]*(?:[-‑][\w’']+)*)")
_LEAD = re.compile(
    r"(?:\s+(?:a|per|each|every)\s+(?:day|week|month|year|hour|head|person|capita))?"
    r"(?P<lead>\s*(?:out\s+of|of|in|for|worth\s+of)\b)?"
    r"(?:\s+(?:the|these|those|its|their|his|her|our|all|whom|which|them|that|such|more|other|further|additional|new|different|a|an))*"
    r"(?=\s|\Z)",
    re.IGNORECASE,
)
_STOP = frozenset(
    # the beginning of another phrase or clause
    "a an the this that these those which who whom whose what when where while why how and or but nor yet so if "
    "because although though "
    "since until unless as than then thus in on at from to by with without within for during after before into "
    "over under between "
    "through across around inside outside near off out up down about against among amid including per via along "
    "behind beyond despite "
    "toward towards upon throughout except each every all both any some no not only also still now already ago "
    "away there here just even "
    "i he she it they we you him her them us his its their our my your ours "
    # verbs
    "is are was were be been being am has have had having do does did will would shall should can could may "
    "might must need needed needs "
    "said say says told added reported died die dies fled flee left lost took take went go came come gave got "
    "saw made make met sent held "
    "fell rose grew stood sat sank broke began became kept led paid put ran sold spent spoke won wrote lay hit "
    "cut set let shot found seen taken given brought "
    "remain remained lives arrive arrived participate attend attended cross crossed leave returned return drove drive "
    "comes goes remains becomes lies stands begins "
    # adverbs behind
    "later earlier today yesterday tomorrow overall altogether respectively "
    "annually daily monthly yearly apart "
    # types that stand alone behind the number are read as types
    "dead missing killed wounded injured hurt displaced homeless detained arrested abducted kidnapped hostage affected "
    "mutilated maimed drowned rescued saved executed massacred evacuated uprooted captured returned repatriated "
    "buried imprisoned".split()
)
_MODIFYING = frozenset(
    "dead missing killed wounded injured displaced homeless detained arrested abducted kidnapped affected".split()
)
# Directions end a phrase, unless they are part of a name ("South Sudanese").
_DIRECTIONS = frozenset("north south east west northwest northeast southwest southeast".split())
_PLURALS = frozenset(
    "people persons men women children police cattle livestock personnel servicemen policemen militiamen gunmen "
    "fishermen staff "
    "troops crew media data criteria sheep fish teeth feet housewives".split()
)
_SINGULAR = ("ss", "us", "is", "’s", "'s")
AGAIN = frozenset("others other more them whom which these those".split())
_LONGEST = 9

_CHANGE = (
    r"(?:is|are|was|were|be|been|rose|risen|rise|rises|fell|fallen|falls|grew|grown|increased|increases|decreased|declined|dropped|climbed|jumped"
    r"|soared|shrank|went|stands|stood|reach|reached|reaches|exceeds?|exceeded|numbered|number|numbers|totall?ed|totals|amounted|amounts|amounting"
    r"|comes|came|doubled|tripled|hit|passe[sd]|tops|topped|crosse[sd]|averaged|estimated|put|set|cut|reduced|raised|brought|fixed|valued|now|currently|down|up|further)"
)
_SUBJECT = re.compile(
    rf"(?P<phrase>(?:[^,;:.()“”\"]|(?<=\d)\.(?=\d)){{2,90}}?)\s+(?:(?:has|have|had|will|would|could|which)\s+)?{_CHANGE}(?:\s+{_CHANGE})*"
    rf"(?:\s+(?:at|to|from|by|as|of))?\s+{HEDGES}\Z",
    re.IGNORECASE,
)
_PUT_AT = re.compile(
    rf"\b(?:put|puts|putting|placed?|set|sets|estimated?|estimates|gave|gives)\s+(?P<phrase>[^,;:.()“”\"]{{2,80}}?)\s+(?:at|as)\s+{HEDGES}\Z",
    re.IGNORECASE,
)
_OF = re.compile(
    rf"(?P<phrase>(?:[^\W\d_][\w’'-]*\s+){{1,4}})(?:of|amounting\s+to|worth|totall?ing)\s+{HEDGES}\Z", re.IGNORECASE
)
# Most stretches end in none of these, which is seen sooner than that no phrase leads up to it.
_ENDS_IN_CHANGE = re.compile(rf"\s{_CHANGE}(?:\s+(?:at|to|from|by|as|of))?\s+{HEDGES}\Z", re.IGNORECASE)
_ENDS_IN_OF = re.compile(rf"\s(?:of|amounting\s+to|worth|totall?ing)\s+{HEDGES}\Z", re.IGNORECASE)
_LABEL = re.compile(r"(?:\A|[.;,\n|(]\s*|\s{2,})(?P<phrase>[^\W\d_][\w’' -]{2,40}):\s*\Z")
_OPENERS = re.compile(
    r"\A.*\b(?:that|and|but|while|when|as|because|said|if|where|had|has|which|after|also|\w+ed\s+(?:in|by|at|to|for|on))\s+",
    re.IGNORECASE | re.DOTALL,
)
_ARTICLES = re.compile(
    r"\A(?:(?:the|a|an|its|their|his|her|our|this|that|these|those|another|current|total|overall|combined|official)\s+)+",
    re.IGNORECASE,
)
# "By Saturday the toll had risen to", "the number of the slain does not exceed".
_BY_A_DAY = re.compile(r"\A(?:by|on|until|since)\s+\w+\s+(?:the|its|their)\s+", re.IGNORECASE)
_NEGATED = re.compile(r"\s+(?:does|did|do)\s+not\Z", re.IGNORECASE)
_CUT_SHORT = frozenset("the a an to of with without by in on at for from".split())
_UP_TO_ARTICLE = re.compile(r"\A.*\b(?:an?|the|its|their|his|her)\s+(?=\S)", re.IGNORECASE | re.DOTALL)
_NUMBER_OF = re.compile(
    r"\A(?:number|numbers|total|count|tally|figure|share|amount)\s+of\s+(?:the\s+|those\s+)?", re.IGNORECASE
)
# Nouns of which a bare number may be said with "of": "a death toll of 45", never "the needs of 45".
_COUNTS = frozenset("toll population membership crew garrison tally count size maximum capacity rate ratio score index".split())
_NO_NOUN = frozenset(
    "it they he she we there that this these those who which total number figure average maximum minimum more "
    "less out some part rate "
    "majority excess sum one amount them us group one you i what result level today now currently".split()
)


def behind(text: str, start: int, end: int, *, measured: bool, money: bool) -> Span | None:
    """The noun phrase behind a number that ends at `start`; None where another kind of word follows.

    Behind a measure only "of …" says what is measured ("400 kilograms of rice"), behind money also "in …" and "for …".
    """
    lead = _LEAD.match(text, start, end)
    word = (lead["lead"] or "").strip().casefold() if lead else ""
    if measured and not word:
        return None
    if word in {"in", "for"} and not money:
        return None
    at = lead.end() if lead else start
    return _noun_phrase(text, at, end)


def _noun_phrase(text: str, start: int, end: int) -> Span | None:
    words = _words(text, start, end)
    kept = _kept([word for word, _ in words])
    if not kept:
        return None
    return Span(words[0][1].start, words[kept - 1][1].end)


def _words(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    """The words from `start` on up to the first sign between two of them."""
    found: list[tuple[str, Span]] = []
    at = start
    while len(found) < _LONGEST + 3 and (match := _WORD.match(text, at, end)):
        found.append((match["word"], Span(match.start("word"), match.end("word"))))
        at = match.end()
    return found


def _kept(words: list[str]) -> int:
    """How many of the words make the noun phrase."""
    head = False
    kept = 0
    for number, word in enumerate(words[:_LONGEST]):
        following = words[number + 1 : number + 3]
        if word.casefold() == "of" and kept:
            inner = _inner(words[number + 1 : _LONGEST])
            return number + 1 + inner if inner else kept
        if not _goes_on(word, following, head=head, first=number == 0):
            break
        kept = number + 1
        head = _plural(word)
    return kept


def _inner(words: list[str]) -> int:
    """How many words the phrase behind "of" has, its article included."""
    lead = 1 if words and words[0].casefold() in {"the", "its", "their", "a", "an", "his", "her", "all", "this", "these"} else 0
    kept = _kept(words[lead:])
    return kept + lead if kept else 0


def _goes_on(word: str, following: list[str], *, head: bool, first: bool) -> bool:
    folded = word.casefold()
    if word in _DIRECTIONS:
        return False
    if folded in _STOP and word != "US":
        return folded in _MODIFYING and bool(following) and _noun_ahead(following, near=True)
    if head:
        # Behind a plural only what is on its way to another one goes on: "women leaders", "States Parties".
        return not _verbal(folded) and (_plural(word) or (_noun_ahead(following, near=True) and not word.istitle()))
    if folded.endswith("ed") and not first:
        return bool(following) and following[0].casefold() not in _STOP and _noun_ahead(following, near=False)
    if folded.endswith(("ing", "ly")) and first:
        return _noun_ahead(following, near=False)
    return not folded.endswith("ly") or _noun_ahead(following, near=False)


def _verbal(folded: str) -> bool:
    return folded.endswith(("ed", "ing", "ly"))


def _noun_ahead(following: list[str], *, near: bool) -> bool:
    """Whether a plural comes before the phrase ends, among the next one or two words."""
    for word in following[: 1 if near else 2]:
        if word.casefold() in _STOP:
            return False
        if _plural(word):
            return True
    return False


def _plural(word: str) -> bool:
    folded = word.casefold()
    return folded in _PLURALS or (len(folded) > 3 and folded.endswith("s") and not folded.endswith(_SINGULAR))


def given_to(stretch: str, *, measured: bool) -> str | None:
    """The noun phrase before a number that a verb gives it to, `stretch` being what stands before the number in its clause.

    As in "the number of dead rose to", "put the toll at", "a death toll of"; where it is `measured`, also "a shortfall of".
    """
    match = _OF.search(stretch) if _ENDS_IN_OF.search(stretch) else None
    if match and not measured and match["phrase"].split()[-1].casefold() not in _COUNTS:
        match = None
    match = _PUT_AT.search(stretch) or match or (_SUBJECT.search(stretch) if _ENDS_IN_CHANGE.search(stretch) else None)
    if match and match.re is _OF:
        return _bare(_UP_TO_ARTICLE.sub("", match["phrase"]))
    return _bare(match["phrase"]) if match else None


def labelled(stretch: str) -> str | None:
    """The label before a number: "Injured:"."""
    match = _LABEL.search(stretch)
    return _bare(match["phrase"]) if match else None


def _bare(phrase: str) -> str | None:
    """A phrase without what stands before its article, and without the article."""
    words = _OPENERS.sub("", " ".join(phrase.split()))
    words = _NUMBER_OF.sub("", _ARTICLES.sub("", words))
    words = _ARTICLES.sub("", words).strip(" -–—'’")
    words = _NEGATED.sub("", _BY_A_DAY.sub("", words))
    tokens = words.split()
    if (
        not tokens
        or tokens[-1].casefold() in _CUT_SHORT
        or len(tokens) > _LONGEST
        or tokens[-1].casefold() in _NO_NOUN
        or tokens[0].casefold() in _NO_NOUN
    ):
        return None
    return words
