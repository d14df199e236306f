"""Members of a parliament, who are not named there."""

import pytest

from tests.speakers.telling import Said, names

DEBATE = "Mr. Anton Brandt (Port Velm): I ask for a clear policy.\n\nLady Sorrel: I hope that we stay.\n\nOmar Tamm: {told}"


def told(form: str, rest: str = "asked for clarity") -> list[str | None]:
    cue, _, content = rest.partition(" for ")
    said: list[Said] = [
        ("Mr. Anton Brandt (Port Velm)", None, "I ask for a clear policy"),
        ("Lady Sorrel", None, "I hope that we stay"),
        ("Omar Tamm", None, f"{form} {rest}"),
        (form, f"{cue} for", f"> {content}"),
    ]
    return names(DEBATE.format(told=f"{form} {rest}."), said, turn=True)


@pytest.mark.parametrize(
    ("form", "speaker"),
    [
        ("The hon. Lady", "Sorrel"),
        ("The right hon. Gentleman", "Anton Brandt"),
        ("My hon. Friend the Member for Port Velm", "Anton Brandt"),
        ("The hon. Member for East Kandor", "Member for East Kandor"),
        ("My right hon. Friend the Home Secretary", "Home Secretary"),
        ("The noble Lord, Lord Hale,", "Hale"),
        ("My hon. Friend", "Sorrel"),
    ],
)
def test_a_form_of_address_is_the_member_whom_it_fits(form: str, speaker: str) -> None:
    assert told(form)[-1] == speaker


def test_whoever_is_the_hon_lady_in_a_speech_is_not_my_hon_friend_there() -> None:
    assert told("My hon. Friend", "asked for clarity, as the hon. Lady did")[-1] == "Anton Brandt"


def test_the_last_member_who_spoke_is_the_one_called_otherwise_where_no_gender_is_known() -> None:
    text = (
        "Anton Brandt: I ask for clarity.\n\nSylvia Sorrel: I hope we stay.\n\nOmar Tamm: I thank the hon. Lady.\n\n"
        "My hon. Friend asked for clarity."
    )
    said: list[Said] = [
        ("Anton Brandt", None, "I ask for clarity."),
        ("Sylvia Sorrel", None, "I hope we stay."),
        ("Omar Tamm", None, "I thank the hon. Lady."),
        (None, None, "My hon. Friend asked for clarity."),
        ("My hon. Friend", "asked for", "> clarity"),
    ]
    assert names(text, said, turn=True)[-1] == "Anton Brandt"
