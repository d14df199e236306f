"""When two names are one body's: the same words in another order, an adjective for a State, an acronym, a slip of the pen."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from onrecord.names.lexicon import bag, is_body
from onrecord.names.likeness import fold
from onrecord.names.states import adjective_of, state
from onrecord.names.variants import near, skeleton

__all__ = ["WORK", "generic", "joined", "same_body", "speaks_for"]

# "An investigation by the Press Union": the body is the one whose work it is.
WORK = re.compile(
    r"^(?:an? |the )?(?:investigation|inquiry|report|study|survey|analysis|statement)\b.*?\bby (?=.*[A-Z])", re.IGNORECASE
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b|(?<=s)['’](?=\s)")
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&-]{1,11})\)")
_SMALL = bag("of the and for in on to de la")
_KINDS = bag("foreign national federal upper lower supreme constitutional interior defence defense justice its their")
_SOME = bag("some several many most all other others member two three four five six seven eight nine ten")
# The bodies whose act is told as the act of the State.
_ORGANS = bag(
    "parliament congress senate assembly legislature house representatives chamber deputies government national federal"
)
_WORLD = (frozenset({"un"}), frozenset({"united", "nations"}))


def same_body(one: str, other: str) -> bool:
    """Whether the two names can be one body's."""
    left, right = _author(one), _author(other)
    if _words(left) == _words(right):
        return True
    # A slip is told from another word only in a name.
    if left != left.casefold() and right != right.casefold() and _misspelt(_words(left), _words(right)):
        return True
    return _acronym(left) == right or _acronym(right) == left


def generic(name: str) -> bool:
    """Whether the name says only what kind of body it is ("the Parliament", "some states"), so that many have it."""
    words = fold(_author(name)).split()
    return all(is_body(word) or word in _KINDS | _SMALL | _SOME or word.isdigit() for word in words)


def speaks_for(body: str, country: str) -> bool:
    """Whether `country` is a State and the body its parliament, a house of it, or its government."""
    left = _words(_author(body)) - _words(country)
    return bool(state(country) and left and left <= _ORGANS and _words(country) <= _words(_author(body)))


def joined(names: Iterable[str]) -> dict[str, str]:
    """For each name one that stands for its body: the first, in the order of the alphabet, of those that are the same."""
    home = {name: name for name in sorted(set(names))}
    alike: dict[object, list[str]] = defaultdict(list)
    for name in home:
        for key in _keys(name):
            alike[key].append(name)
    for held in alike.values():
        for one, other in combinations(held, 2):
            if home[one] != home[other] and same_body(one, other):
                first, second = sorted((home[one], home[other]))
                home = {name: first if root == second else root for name, root in home.items()}
    return home


def _keys(name: str) -> Iterator[object]:
    """What two names of one body have in common, so that only those that share one need be compared."""
    plain = _author(name)
    yield tuple(sorted(skeleton(word)[:1] for word in _words(plain)))
    yield _acronym(plain) or plain


@functools.lru_cache(maxsize=16384)
def _author(name: str) -> str:
    """The body without its article; of "the investigation by the Press Union" the body whose work it is."""
    return _ARTICLE.sub("", WORK.sub("", name))


@functools.lru_cache(maxsize=16384)
def _words(name: str) -> frozenset[str]:
    """The words of a body's name, whatever their order; States for their adjectives; "UN" only where it stands alone."""
    plain = fold(_POSSESSIVE.sub("", name))
    words = frozenset(fold(part) for word in plain.split() for part in (adjective_of(word) or word).split()) - _SMALL
    world = next((named for named in _WORLD if named < words), frozenset())
    return words - world


def _misspelt(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether the names differ in one word, and that is one word twice, once with a slip; two States are never one."""
    ours, theirs = left - right, right - left
    if len(ours) != 1 or len(theirs) != 1:
        return False
    (one,), (other,) = ours, theirs
    first, second = state(one), state(other)
    return near(one, other) and (first is None or second is None or first == second)


@functools.lru_cache(maxsize=16384)
def _acronym(name: str) -> str | None:
    """The acronym that a body's name bears in brackets, or else makes with its capitals."""
    if match := _ACRONYM.search(name):
        return match[1]
    words = [word for word in name.split() if word.casefold() not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 and all(word[0].isupper() for word in words) else None
