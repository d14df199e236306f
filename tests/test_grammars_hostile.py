"""No text makes the steps behind attribution cost more than its length."""

from __future__ import annotations

import time

import pytest

from onrecord.engine.analyse import completed
from onrecord.flow import flow
from onrecord.reading.read import read
from onrecord.scan import Scan
from onrecord.speakers.identify import Voices

HOSTILE = {
    "letters": "a",
    "capitals": "A",
    "dots": "a.",
    "hyphens": "Ab-",
    "slashes": "S/",
    "the": "the last ",
    "dates": "3 May 2017 to ",
    "weekdays": "Monday, ",
    "bodies": "the Senate of Kenya and ",
    "verbs": "adopted and condemned ",
    "bodies and verbs": "Kenya condemned Peru and ",
    "some of them": "some States including ",
    "laws": "law on the ",
    "articles": "Article One of the ",
    "titles": "Convnetion on the ",
    "anniversaries": "the 25th anniversary of the ",
    "anniversaries with dates": "the 25th anniversary of the 1992 flood on 3 May 2018 and ",
    "sessions": "the 62nd session of the General Assembly in ",
    "years": "from 1990 to 1985 ",
    "targets": "would raise the number to 5 ",
    "demands": "urged donors to pay and to pay ",
    "hedges": "at least more than about ",
    "opened marks": "“so “",
    "one sentence": "The pumps of the harbour ran for nine days and nights. ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_costs_no_more_than_its_length(name: str) -> None:
    def seconds(length: int) -> float:
        text = (HOSTILE[name] * length)[:length]
        document = read(text.encode(), name="a test", media_type="text/plain")
        scan = Scan(flow(document))
        start = time.process_time()
        completed(document, scan, Voices((), ()))
        return time.process_time() - start

    seconds(500)  # the catalogue is loaded
    # 40 kB take well under a second; what grows with the square of the length takes far more than the limit.
    assert seconds(40_000) < 4
