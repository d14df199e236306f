"""Block quotations belong to whoever announces them."""

import pytest

from onrecord.attribution.attribute import attribute
from onrecord.flow import flow
from onrecord.reading.read import read

MAIL = b"""From: Ilona Dreyer <ilona@velm.example>
To: Jan Koller <jan@velm.example>
Subject: Re: the dredger
Date: Wed, 4 May 2022 09:00:00 +0000
Content-Type: text/plain; charset=utf-8

The board will meet on Friday.

On Tue, 3 May 2022 at 10:02 AM, Jan Koller <jan@velm.example> wrote:
> The dredger is late. Ms. Farr said that the contract was void.
>
> I will not sign it.

Regards
"""


def told(data: bytes, media_type: str = "text/plain") -> list[tuple[str | None, str | None, str, str]]:
    view = flow(read(data, name="test", media_type=media_type))

    def words(span):
        return span.of(view.text) if span else None

    return [(words(i.source), words(i.cue), " | ".join(p.of(view.text) for p in i.content), i.kind) for i in attribute(view)]


ANNOUNCED = [
    ("The report of the inquiry states:", "The report of the inquiry", "states"),
    ("In her letter of 4 May, Ms. Odile Farr wrote:", "Ms. Odile Farr", "wrote"),
    ("Nobody spoke. Then the mayor continued:", "the mayor", "continued"),
    ("According to the minutes of the board:", "the minutes of the board", "According to"),
]


@pytest.mark.parametrize(("line", "source", "cue"), ANNOUNCED)
def test_a_block_quotation_is_its_announcers(line, source, cue):
    text = f"{line}\n\n> The quota is dead.\n> Nobody was asked, and\n> nobody came.\n\nThe ministry opens on Monday.\n"
    found = told(text.encode())
    assert found[0][:2] == (source, cue)
    assert " ".join(words for _, _, words, _ in found) == "The quota is dead. Nobody was asked, and nobody came."
    assert {kind for *_, kind in found} == {"direct"}


def test_an_indented_block_quotation_goes_on_over_its_lines():
    text = "Ms. Odile Farr wrote:\n\n    The quota is dead. We shall fish\n    where we fished.\n\n    Come what may.\n\nEnd."
    assert told(text.encode()) == [
        ("Ms. Odile Farr", "wrote", "The quota is dead. We shall fish where we fished.", "direct"),
        (None, None, "Come what may.", "direct"),
    ]


def test_a_quoted_message_is_its_senders():
    found = told(MAIL, "message/rfc822")
    assert ("Jan Koller", "wrote", "The dredger is late. Ms. Farr said that the contract was void.", "direct") in found
    assert ("Ms. Farr", "said", "the contract was void", "indirect") in found
    assert (None, None, "I will not sign it.", "direct") in found


@pytest.mark.parametrize("line", ["These are the steps of the programme:", "The agenda was adopted:", "The mayor rose."])
def test_what_nobody_announces_as_words_is_nobodys(line):
    assert told(f"{line}\n\n> Arrival of the guests\n> Departure of the guests\n".encode()) == []


def test_a_list_belongs_to_whoever_opens_it_with_a_verb() -> None:
    text = b"The union met on Friday.\n\nWe further urge:\n\n- the Ministry, to suspend the licence;\n- shipping, to sail on."
    assert told(text) == [("We", "urge", "the Ministry, to suspend the licence", "indirect")]


@pytest.mark.parametrize("opening", ["The venues are:", "The following spoke:", "Donors:"])
def test_a_list_of_things_is_nobody_s_words(opening: str) -> None:
    assert told(f"The union met on Friday.\n\n{opening}\n\n- the old mill in Osk;\n- the pier of the harbour.".encode()) == []
