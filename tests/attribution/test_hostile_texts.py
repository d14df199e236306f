"""No text makes the rules around the model cost more than its length, as long as it has sentences."""

from __future__ import annotations

import re
import time

import pytest

from onrecord.attribution.announcing import announce
from onrecord.attribution.attribution import Attribution
from onrecord.attribution.cited import cited
from onrecord.attribution.quoting import complete
from onrecord.attribution.speaking import speak
from onrecord.attribution.structure import Structure
from onrecord.flow import flow
from onrecord.reading.read import read
from onrecord.spans import Span
from onrecord.speakers.identify import identify

HOSTILE = {
    "sayings": "the minister said that it was raining, ",
    "pluperfects": "the Council had also then warned that ",
    "adverbs": "sadly badly ",
    "hearers": "told me and you and ",
    "authorities": "according to the latest information provided by the audit, ",
    "calls": "Ardania's long-awaited call for peace by the Board to ",
    "hearsay": "reportedly ",
    "quoted as saying": "quoted the mayor as saying that ",
    "reports": "were reports of shots ",
    "nobody": "it was also said that ",
    "citing": "Citing figures, citing the audit ",
    "relative": "resolution 9, which states: ",
    "opened marks": "said: “ ",
    "possessives": "a's ",
    "complements": "of the ",
    "agents": "was told by the Board that ",
    "pronouns": "He said he said ",
    "offices": "Minister of the Minister of ",
    "titles": "Ms. Ilse Brandt of Velm, ",
    "brackets": "ANA LIMA (Velmora) ",
    "labels": "QUESTION: who?\n\n",
    "speakers": "Mr. Verrin: yes. ",
    "letters": "a",
    "capitals": "Ab ",
    "spaces": "said   ",
}


def _seconds(text: str) -> float:
    view = flow(read(text.encode(), name="a test", media_type="text/plain"))
    structure = Structure.of(view)
    length = len(structure.text)
    statements = [
        Attribution(Span(at, at + 8), Span(at + 9, at + 14), (Span(at + 15, at + 59),), "indirect", confidence=0.9)
        for at in range(0, length - 60, 60)
    ]
    start = time.process_time()
    cited(structure, Span(0, length), direct=False)
    speak(structure, announce(structure, complete(structure, [])))
    identify(view, statements)
    return time.process_time() - start


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_sentences_cost_no_more_than_their_length(name: str) -> None:
    text = (HOSTILE[name] * 15_000)[:15_000]
    # One stop in 600 characters, as in the longest sentences of reports.
    assert _seconds(re.sub(r"(?s)(.{600})", r"\1. Then ", text)) < 4


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_sentence_without_an_end_is_got_over(name: str) -> None:
    # What grows with the square of a sentence takes under a second here; with its cube, minutes.
    assert _seconds((HOSTILE[name] * 4_000)[:4_000]) < 4
