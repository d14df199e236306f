"""Names made alike before the model reads them: the same rules for everyone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribution.attribute import attribute
from onrecord.attribution.masking import masked
from onrecord.flow import flow
from onrecord.reading.read import read
from onrecord.spans import Span

MASKED = [
    ("Ms. Okoro said the wells were dry.", "Ms. Smith said the wells were dry."),
    ("The delegation of Ghana spoke.", "The delegation of Germany spoke."),
    ("A Ghanaian officer spoke.", "A German officer spoke."),
    ("Muslim and Hindu families fled.", "Christian and Christian families fled."),
    ("The mayor of Port Velm left.", "The mayor of Port Smith left."),
    ("The Ministry of Health said so in March.", "The Ministry of Health said so in March."),
    ("OKORO said so.", "SMITH said so."),
    ("It backs the Republic of Ghana and the Syrian Arab Republic.", "It backs Germany and Germany."),
    ("The Chilean-Danish border near South Sudan-Uganda posts.", "The German border near Germany posts."),
    ("They fled from the South Sudan camp.", "They fled from the Germany camp."),
    ("They spoke of the Paris Principles.", "They spoke of the Smith Principles."),
    ("It hit 160 mosques and a temple.", "It hit 160 churches and a church."),
    ("It was an Argentine plan.", "It was an German plan."),
    ("On Monday the road was open.", "On Monday the road was open."),
    ("Then Omar Said said that he met Mr. Said, and said no.", "Then Smith said that he met Mr. Smith, and said no."),
    ("Mayor Okoro Said To Quit.", "Mayor Smith Said To Quit."),
    ("It was late. Said the mayor: wait.", "It was late. Said the mayor: wait."),
]


@pytest.mark.parametrize(("text", "expected"), MASKED)
def test_names_are_read_as_one_and_the_same(text: str, expected: str) -> None:
    assert masked(text).text == expected


TEXT = "{person}, who leads the {adjective} union, said that {country} had closed the port. “They laughed,” {person} added."
NAMES = [
    {"person": "Ana Lima", "adjective": "Chilean", "country": "Ghana"},
    {"person": "Oto Brandl", "adjective": "Danish", "country": "Iceland"},
    {"person": "Farida Nkemelu", "adjective": "Kenyan", "country": "Vietnam"},
    {"person": "Wei Ling", "adjective": "Turkish", "country": "Peru"},
]


@pytest.mark.parametrize("names", NAMES[1:])
def test_other_names_change_nothing_that_is_found(names: dict[str, str]) -> None:
    assert shape(TEXT.format(**names)) == shape(TEXT.format(**NAMES[0]))


def shape(text: str) -> list[tuple[str, int, int, float]]:
    """The attributions without a trace of the names: kinds, numbers of words, confidences."""
    view = flow(read(text.encode(), name="test", media_type="text/plain"))
    return [
        (
            item.kind,
            len(item.content),
            sum(len(piece.of(view.text).split()) for piece in item.content),
            round(item.confidence, 3),
        )
        for item in attribute(view)
    ]


@given(st.text(alphabet="AaBb .,-\nÉé'’“”", max_size=60))
def test_masked_words_lead_home(text: str) -> None:
    view = masked(text)
    whole = Span(0, len(view.text))
    assert view.map.to_source(whole) == Span(0, len(text))


def test_the_cost_grows_with_the_length() -> None:
    start = time.perf_counter()
    masked("Ms. Okoro of Ghana said so. " * 20_000)
    assert time.perf_counter() - start < 30
