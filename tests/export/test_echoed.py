"""Which reports repeat each other, as a drawing and in words."""

import pytest

from onrecord.comparison.comparison import Comparison, Copied, Repeated, Report, Variant, Words
from onrecord.export.echoed import graph, shares
from onrecord.spans import Span


def words(report: int) -> Words:
    return Words(report=report, span=Span(0, 4), words="rain")


def comparison(reports: int, *, same: tuple[tuple[int, ...], ...] = (), copied: tuple[tuple[int, int, int | None], ...] = ()):
    return Comparison(
        reports=tuple(
            Report(id=f"sha256:{n}", title=f"Report {n}", uri=None, publisher=None, published=None, source=n)
            for n in range(reports)
        ),
        independent=reports,
        repeated=tuple(
            Repeated(
                variants=tuple(Variant(at=words(n), statement="st1", speaker=None, kind="direct") for n in numbers),
                altered=False,
                speakers_differ=False,
                likeness=1.0,
            )
            for numbers in same
        ),
        copied=tuple(
            Copied(passages=(words(one), words(other)), words=60, likeness=1.0, earlier=first) for one, other, first in copied
        ),
    )


def test_nothing_shared_is_not_drawn():
    assert graph(comparison(3)) is None


def test_every_arc_is_told_in_words():
    drawn = graph(comparison(4, same=((0, 1, 3), (0, 1)), copied=((1, 3, None),)))
    assert drawn is not None
    assert [dot.label for dot in drawn.dots] == ["A", "B", "D"]
    assert drawn.said == (
        "A and B share 2 statements; A and D share 1 statement; B and D share 1 statement; B and D have 60 words in common"
    )


@pytest.mark.parametrize(
    ("first", "arrow", "said"), [(0, 1, "B has 60 words that A had before"), (1, -1, "A has 60 words that B had before")]
)
def test_the_arrow_of_a_copy_points_to_the_later_report(first, arrow, said):
    drawn = graph(comparison(2, copied=((0, 1, first),)))
    assert drawn is not None
    (arc,) = drawn.arcs
    assert (arc.arrow, arc.said) == (arrow, said)
    assert arc.tip == drawn.dots[1 if arrow > 0 else 0].y


def test_more_reports_than_have_room_are_counted():
    drawn = graph(comparison(60, same=(tuple(range(60)),)))
    assert drawn is not None
    assert (len(drawn.dots), drawn.left_out) == (40, 20)


def test_the_table_has_what_each_two_share():
    assert list(shares(comparison(3, same=((0, 2), (0, 2))))) == [("A", [None, 0, 2]), ("C", [2, 0, None])]
