"""What was not said: denials in the cue, before it, in the source and at the sentence's start."""

import pytest

from onrecord.attribution.attribute import attribute
from onrecord.attribution.negation import denied
from onrecord.flow import flow
from onrecord.reading.read import read
from onrecord.spans import Span

CASES = [  # the sentence with its ‹source› and {cue}, whether the cue is denied
    ("‹Ms. Farr› {did not say} the quay was safe.", True),
    ("‹She› {has never claimed} it.", True),
    ("‹She› didn’t {say} so.", True),
    ("‹She› did not publicly {say} so.", True),
    ("‹The council› {refused to say} whether taxes would rise.", True),
    ("‹He› {declined to comment on} the raid.", True),
    ("‹The ministry› {stopped short of accusing} the union of fraud.", True),
    ("‹Nobody› {said} the quay was safe.", True),
    ("‹No official› {confirmed} the toll.", True),
    ("‹Neither Ms. Farr nor Mr. Brill› {said} so.", True),
    ("Not once did ‹the mayor› {say} that the quay was safe.", True),
    ("At no time did ‹he› {ask} for help.", True),
    ("Never did ‹the union's chief, Ms. Farr,› {say} so.", True),
    ("“At no time did our crews agree,” ‹Captain Brill› {said}.", False),
    ("At no time did the crews, ‹she› {said}, agree.", False),
    ("‹Ms. Farr› {denied} that the quay was safe.", False),
    ("‹The man who was not there› {said} it was over.", False),
    ("‹He›, not she, {said} it was over.", False),
    ("‹He› {not only said} it was over.", False),
    ("It was not. ‹He› {said} it was over.", False),
    ("‹Noone Harker› {said} it was over.", False),
    ("‹Nora Nott› {said} it was over.", False),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_what_was_not_said(marked, expected):
    start = marked.index(". ‹") + 2 if ". ‹" in marked else 0
    text, spans = "", {}
    for character in marked:
        if character in "‹›{}":
            spans[character] = len(text)
        else:
            text += character
    source, cue = Span(spans["‹"], spans["›"]), Span(spans["{"], spans["}"])
    assert denied(text, Span(start, len(text)), source, cue) is expected


def test_what_somebody_declined_to_say_is_told_as_unsaid():
    text = "“We are not there yet,” said the envoy, Mr. Ilya Benn, who declined to say when the talks would resume."
    view = flow(read(text.encode(), name="test", media_type="text/plain"))
    unsaid = [(item.cue.of(text), item.content[0].of(text)) for item in attribute(view) if item.negated and item.cue]
    assert unsaid == [("declined to say", "when the talks would resume")]
