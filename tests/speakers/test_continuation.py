"""Speech that goes on without a cue, and what is the writer's own telling."""

import pytest

from onrecord.engine.analyse import analyse
from onrecord.reading.read import read
from onrecord.speakers.telling import is_procedure
from tests.speakers.telling import Said, voices

MEETING = (
    "ANA LIMA (Velmora) said her country had taken in 12,000 families since the spring. Their children needed schools, not "
    "tents, and the host towns had none to spare. Neighbouring States should open their borders before winter. She called on "
    "donors to honour their pledges.\n\nOMAR SAID (Ardania) said the talks had failed."
)
SAID: list[Said] = [
    ("ANA LIMA", "said", "her country had taken in 12,000 families since the spring"),
    ("She", "called on", "donors to honour their pledges"),
    ("OMAR SAID", "said", "the talks had failed"),
]


def continued(text: str, said: list[Said]) -> list[tuple[str | None, str]]:
    found = voices(text, said)
    name = {one.id: one.name for one in found.speakers}
    return [
        (name.get(statement.speaker or ""), statement.words[0])
        for statement in found.statements
        if statement.source is None and statement.cue is None
    ]


def test_sentences_inside_the_report_of_a_speech_are_the_speakers() -> None:
    assert continued(MEETING, SAID) == [
        ("ANA LIMA", "Their children needed schools, not tents, and the host towns had none to spare"),
        ("ANA LIMA", "Neighbouring States should open their borders before winter"),
    ]


ENCLOSED = (
    "Mr. Lind said that the dam will hold. He stressed the need for rain.\n\nThe valley has water until the summer. Unless "
    "rain comes soon the herds must be sold. This means that there is no room for new pumps. {} the rest."
)


def test_a_paragraph_in_which_he_is_the_one_before_is_his() -> None:
    own = [("Mr. Lind", "said", "the dam will hold"), ("He", "stressed", "the need for rain")]
    told = continued(ENCLOSED.format("As to pumps he urged"), [*own, ("he", "urged", "the rest")])
    assert told == [
        ("Lind", "The valley has water until the summer"),
        ("Lind", "Unless rain comes soon the herds must be sold"),
        ("Lind", "This means that there is no room for new pumps"),
    ]
    assert continued(ENCLOSED.format("As to pumps Ms. Karr urged"), [*own, ("Ms. Karr", "urged", "the rest")]) == []


def test_a_free_question_keeps_its_mark() -> None:
    text = MEETING.replace("Neighbouring States should open their borders before winter.", "What was being done for them?")
    assert ("ANA LIMA", "What was being done for them?") in continued(text, SAID)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Committee then heard the representative of Estova.",
        "The meeting ended at 6 p.m.",
        "Several delegates paid tribute to the nurses.",
        "Also speaking today were the representatives of Estova and Beru.",
        "Others delivering statements were delegates of Estova.",
        "Ilse Brandt of the Harbour Board also took the floor.",
        "The seminar was attended by diplomats, scholars and students.",
        "The speakers were Ilse Brandt and Omar Said.",
        "The draft resolution was adopted by 94 votes in favour to 10 against.",
        "The text, as orally revised, was then adopted without a vote.",
        "By a recorded vote of 94 in favour to 10 against, the motion was carried.",
        "The Assembly then adopted the text.",
        "The statement gave no number of dead.",
        "The company's chairman could not be reached.",
        "It did not name the court.",
        "The ministry did not immediately respond to questions.",
        "Lt. Gen. Omar Dell was the Chief Guest at the occasion.",
        "Ms. Ilse Brandt and Mr. Jan Koller were the discussants.",
    ],
)
def test_steps_of_a_meeting_are_nobodys_speech(sentence: str) -> None:
    assert is_procedure(sentence)
    assert all(sentence.rstrip(".") not in words for _, words in continued(f"{MEETING} {sentence}", SAID))


def test_a_sentence_about_another_delegation_is_the_writers() -> None:
    sentence = "In her first briefing, the representative of Estova gave an account of the harvest"
    assert all(words != sentence for _, words in continued(f"{MEETING} {sentence}.", SAID))


def test_news_copy_in_a_new_paragraph_is_the_writers() -> None:
    text = (
        "“We tried,” dock worker Ana Lima said on Monday.\n\nThe port of Sill, built in 1904, employs 300 people.\n\n"
        "“Nobody told us,” said Omar Said, who drives a crane.\n\nThe company did not answer calls."
    )
    said: list[Said] = [("dock worker Ana Lima", "said", "“We tried,”"), ("Omar Said", "said", "“Nobody told us,”")]
    assert continued(text, said) == []


def test_a_heading_is_nobodys_speech() -> None:
    assert continued(MEETING.replace("\n\n", "\n\nRIGHT OF REPLY\n\n"), SAID) == continued(MEETING, SAID)


def test_what_a_continued_sentence_cites_stands_inside_it() -> None:
    text = MEETING.replace(
        "Neighbouring States should open their borders before winter.",
        "According to the Harbour Board, stocks would last until March.",
    )
    said = [SAID[0], ("the Harbour Board", "According to", "stocks would last until March"), *SAID[1:]]
    found = voices(text, said)
    inner = next(statement for statement in found.statements if statement.words == ("stocks would last until March",))
    outer = next(statement for statement in found.statements if statement.id == inner.within)
    name = {one.id: one.name for one in found.speakers}
    assert (name[outer.speaker or ""], name[inner.speaker or ""]) == ("ANA LIMA", "Harbour Board")


def test_a_clause_beside_a_noun_stands_inside_the_sentence_that_carries_on() -> None:
    sentence = "Under the Harbour Act, which recognized theft as a crime, 40 complaints had been made."
    text = MEETING.replace("Neighbouring States should open their borders before winter.", sentence)
    said = [SAID[0], ("which", "recognized", "theft as a crime"), *SAID[1:]]
    found = voices(text, said)
    inner = next(statement for statement in found.statements if statement.words == ("theft as a crime",))
    outer = next(statement for statement in found.statements if statement.id == inner.within)
    name = {one.id: one.name for one in found.speakers}
    assert (name[outer.speaker or ""], name[inner.speaker or ""]) == ("ANA LIMA", "Harbour Act")


def test_a_frame_gives_the_whole_text_to_its_speaker() -> None:
    text = (
        "This is a summary of what was said by agency spokesperson Ana Lima, to whom quoted text may be attributed.\n\n"
        "Floods have hit the south. Some 2,000 people left their homes.\n\nThe roads are cut.\n\n"
        "For more information:\n\nThe press office is open from nine."
    )
    assert continued(text, []) == [
        ("Ana Lima", "Floods have hit the south"),
        ("Ana Lima", "Some 2,000 people left their homes"),
        ("Ana Lima", "The roads are cut"),
    ]


def test_what_somebody_said_in_passing_is_no_frame() -> None:
    text = "Siege of Qarem\n\n“My daughter asks what bread is,” said Amira Toll, a teacher.\n\nThe permits are not signed."
    assert not continued(text, [("Amira Toll", "said", "“My daughter asks what bread is,”")])


EARLIER = (
    "ANA LIMA (Velmora) said her country had opened its prisons to monitors. {} Ms. LIMA called on all to follow.\n\n"
    "OMAR SAID (Ardania) said the talks had failed."
)


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        (
            "As the Coordinator had made clear, the convoys were ready.",
            "the Coordinator",
            "had made clear",
            "the convoys were ready",
        ),
        ("The Ombudsman had reported a fall in complaints.", "The Ombudsman", "had reported", "a fall in complaints"),
        ("The Ombudsman had called the jail “a cage”.", "The Ombudsman", "had called", "the jail “a cage”"),
    ],
)
def test_what_another_had_said_before_is_cited_by_whoever_speaks(sentence: str, source: str, cue: str, content: str) -> None:
    said: list[Said] = [
        ("ANA LIMA", "said", "her country had opened its prisons to monitors"),
        (source, cue, content),
        ("Ms. LIMA", "called on", "all to follow"),
        ("OMAR SAID", "said", "the talks had failed"),
    ]
    found = voices(EARLIER.format(sentence), said)
    name = {one.id: one.name for one in found.speakers}
    outer = next(one for one in found.statements if one.words == (sentence.rstrip("."),))
    inner = next(one for one in found.statements if one.words == (content,))
    assert (name[outer.speaker or ""], inner.within) == ("ANA LIMA", outer.id)


def test_who_says_something_there_and_then_takes_the_floor() -> None:
    said: list[Said] = [
        ("ANA LIMA", "said", "her country had opened its prisons to monitors"),
        ("The Ombudsman", "reported", "a fall in complaints"),
        ("Ms. LIMA", "called on", "all to follow"),
        ("OMAR SAID", "said", "the talks had failed"),
    ]
    found = voices(EARLIER.format("The Ombudsman reported a fall in complaints."), said)
    assert all(statement.within is None for statement in found.statements)


def test_the_items_of_a_list_are_of_whoever_opens_it() -> None:
    text = (
        "The Harbour Union calls on the Government of Velmora to:\n\n1. release all who are held without charge;\n"
        "2. allow doctors to visit the pier.\n\nThe Harbour Union has 40 members."
    )
    record = analyse(read(text.encode(), name="report", media_type="text/plain"))
    said = [(record.speaker(one).name, one.kind, one.words[0]) for one in record.statements if record.speaker(one)]
    assert ("Harbour Union", "continued", "release all who are held without charge") in said
    assert ("Harbour Union", "continued", "allow doctors to visit the pier") in said
    assert not any("40 members" in words for *_, words in said)


def test_questions_of_experts_go_on_as_a_delegates_do() -> None:
    text = (
        "ANA LIMA (Velmora) said the wells were dry.\n\nCommittee Experts regretted that 1,200 children were in institutions. "
        "How many of them had disabilities? The delegation said 340 had one."
    )
    said: list[Said] = [
        ("ANA LIMA", "said", "the wells were dry"),
        ("Committee Experts", "regretted", "1,200 children were in institutions"),
        ("The delegation", "said", "340 had one"),
    ]
    assert ("Committee Experts", "How many of them had disabilities?") in continued(text, said)


@pytest.mark.parametrize(
    ("sentence", "hers"),
    [
        ("Neighbouring States, I think, should open their borders before winter.", False),
        ("Borders should open, and I saw why.", False),
        ("Neighbouring States should recall World War I and open their borders before winter.", True),
        ("Neighbouring States should open their borders, and “I told you” was no answer.", True),
    ],
)
def test_a_sentence_with_i_in_it_is_the_writer_s_unless_the_i_is_quoted_or_a_number(sentence: str, hers: bool) -> None:
    text = MEETING.replace("Neighbouring States should open their borders before winter.", sentence)
    assert any(words == sentence[:-1] for _, words in continued(text, SAID)) is hers
