"""Wordings beside each other, cut where they differ."""

from onrecord.comparison.comparison import Repeated, Variant, Words
from onrecord.export.passages import around, beside, marked
from onrecord.spans import Span


def same(*wordings: tuple[str, str], altered: bool = True) -> Repeated:
    variants = (
        Variant(at=Words(report=n, span=Span(0, len(words)), words=words), statement="st1", speaker=None, kind=kind)
        for n, (kind, words) in enumerate(wordings)
    )
    return Repeated(variants=tuple(variants), altered=altered, speakers_differ=False, likeness=0.8)


def marks(pieces) -> list[str]:
    return [piece.words for piece in pieces if piece.marked]


def test_differing_words_are_marked_on_both_sides():
    left, right = beside("The bridge was closed at noon.", "The bridge was shut at noon.")
    assert (marks(left), marks(right)) == (["closed"], ["shut"])
    assert "".join(piece.words for piece in left) == "The bridge was closed at noon."


def test_altered_quotations_are_marked_against_the_first_quotation():
    found = marked(
        same(
            ("indirect", "nobody will ever leave the valley"),
            ("direct", "“We shall not leave this valley,”"),
            ("direct", "“We shall never leave this valley.”"),
        )
    )
    assert [marks(pieces) for pieces in found] == [[], ["not"], ["never"]]


def test_a_wholly_other_wording_is_left_whole():
    found = marked(
        same(("indirect", "the theatre was blown up"), ("indirect", "nobody knows who did this at all"), altered=False)
    )
    assert [marks(pieces) for pieces in found] == [[], []]


def test_words_stand_in_their_paragraph():
    text = "Before.\n\nSome 34 people died.\n\nAfter."
    assert "".join(piece.words for piece in around(text, Span(14, 16))) == "… Some 34 people died. …"


def test_the_words_before_begin_with_a_whole_word():
    # The 110th character before the figure is the "s" of "Mexico's".
    text = f"In Mexico's {'w' * 107} 34 died."
    at = text.index("34")
    assert text[at - 110] == "s"
    assert next(around(text, Span(at, at + 2))).words == f"… {'w' * 107} "
