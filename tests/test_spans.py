"""The laws of offset maps: whatever is found in a view can be shown in the exact words of its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SpanError
from onrecord.spans import Edit, Span, TextView

TEXTS = st.text(alphabet="ab-\n\u00ad é́😀", max_size=40)


@st.composite
def views(draw: st.DrawFn) -> TextView:
    source = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(source)), max_size=8)))
    spans = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False) if start < end]
    return TextView.of(source, [Edit(span, draw(st.text(alphabet="xy ", max_size=3))) for span in spans])


@st.composite
def view_and_span(draw: st.DrawFn) -> tuple[TextView, Span]:
    view = draw(views())
    ends = sorted((draw(st.integers(0, len(view.text))), draw(st.integers(0, len(view.text)))))
    return view, Span(*ends)


@given(view_and_span())
def test_a_span_taken_to_the_source_and_back_covers_itself(case: tuple[TextView, Span]) -> None:
    view, span = case
    there = view.map.to_source(span)
    there.of(view.source)
    if span.start < span.end and there.start < there.end:
        assert view.map.to_view(there).covers(span)


@given(view_and_span())
def test_offsets_never_cross(case: tuple[TextView, Span]) -> None:
    view, span = case
    wider = Span(max(0, span.start - 1), min(len(view.text), span.end + 1))
    if span.start < span.end:
        assert view.map.to_source(wider).covers(view.map.to_source(span))


@given(view_and_span())
def test_a_span_that_no_edit_touches_has_the_same_text_on_both_sides(case: tuple[TextView, Span]) -> None:
    view, span = case
    pieces = zip(view.map.view, view.map.view[1:], view.map.edited, strict=False)
    touched = any(edited and start <= span.end and span.start <= end for start, end, edited in pieces)
    if not touched and span.start < span.end:
        assert view.map.to_source(span).of(view.source) == span.of(view.text)


@given(TEXTS)
def test_a_view_without_edits_is_the_text(text: str) -> None:
    view = TextView.of(text)
    assert view.text == text
    assert view.map.to_source(Span(0, len(text))) == Span(0, len(text))


@pytest.mark.parametrize(("start", "end"), [(2, 1), (-1, 3)])
def test_a_span_that_cannot_be_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match="start <= end"):
        Span(start, end)


def test_a_span_past_the_end_is_refused() -> None:
    with pytest.raises(SpanError, match="past the text's 3 characters"):
        Span(1, 4).of("abc")


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(SpanError, match="overlaps"):
        TextView.of("abcdef", [Edit(Span(0, 3), "x"), Edit(Span(2, 4), "y")])


@pytest.mark.parametrize(
    ("other", "part"),
    [
        (Span(0, 9), Span(3, 6)),
        (Span(4, 5), Span(4, 5)),
        (Span(0, 4), Span(3, 4)),
        (Span(5, 9), Span(5, 6)),
        (Span(0, 2), Span(3, 3)),
        (Span(6, 9), Span(6, 6)),
        (Span(8, 9), Span(8, 8)),
    ],
)
def test_the_part_of_a_span_in_another(other: Span, part: Span) -> None:
    assert Span(3, 6).part_in(other) == part
    assert bool(part) == Span(3, 6).overlaps(other)
