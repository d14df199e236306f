"""Who is speaking: names, offices, pronouns, bodies, joint speakers."""

import pytest

from tests.speakers.telling import Said, names, speaker, voices

REPORT = "Ana Maria Lima, Minister for Water of Velmora, opened the forum. "

WHO: list[tuple[str, str, list[Said], list[str | None]]] = [
    (
        "a surname finds the full name, wherever it stands",
        "Lima said the wells were dry.\n\nThe guests were Omar Said and Minister Ana Maria Lima.",
        [("Lima", "said", "the wells were dry")],
        ["Ana Maria Lima"],
    ),
    (
        "a pronoun goes to the last speaker, over a paragraph's end too",
        "H.E. Mr. Anton Varga said the dam was safe. He urged calm.\n\nHe thanked donors for the pumps.",
        [("H.E. Mr. Anton Varga", "said", "the dam was safe"), ("He", "urged", "calm"), ("He", "thanked", "donors for the")],
        ["Anton Varga"] * 3,
    ),
    (
        "a body named in full goes by the noun that its name is built on",
        "The Regional Commission on Wells (RCW) met.\n\nThe Commission said the wells were dry. The RCW asked for pumps.",
        [("The Commission", "said", "the wells were dry"), ("The RCW", "asked for", "pumps")],
        ["Regional Commission on Wells"] * 2,
    ),
    (
        'where a link leads is no part of what stands before "which"',
        "It met under the [Salt Convention](https://salt.example/) which calls for help to miners.",
        [("which", "calls for", "help to miners")],
        ["Salt Convention"],
    ),
    (
        "a letter's greeting names nobody who speaks in it",
        "Dear Ana,\n\nthe mayor told us that the wells were dry.",
        [("the mayor", "told", "the wells were dry")],
        ["mayor"],
    ),
    (
        "a form of address that contradicts the pronoun rules a speaker out",
        "Ms. Lima said the dam was safe. Mr. Varga chaired. He asked for proof.",
        [("Ms. Lima", "said", "the dam was safe"), ("He", "asked for", "proof")],
        ["Lima", "Varga"],
    ),
    (
        "an office points at whoever holds it, not at the last speaker",
        REPORT + "Omar Said said prices had doubled. The Minister called for rain.",
        [("Omar Said", "said", "prices had doubled"), ("The Minister", "called for", "rain")],
        ["Omar Said", "Ana Maria Lima"],
    ),
    (
        "a surname alone is its bearer's, where it stands as a subject before the pronoun",
        (
            "Union chief Oru Pell called it a fire sale. Mayor Ilse Brandt thinks the crews knew.\n\nPell is not so sure. "
            "He calls it luck."
        ),
        [
            ("Union chief Oru Pell", "called", "it a fire sale"),
            ("Mayor Ilse Brandt", "thinks", "the crews knew"),
            ("He", "calls", "it luck"),
        ],
        ["Oru Pell", "Ilse Brandt", "Oru Pell"],
    ),
    (
        "a subject that tells the pronoun's gender is who is meant, by the name behind it too",
        "Farmer Beto Ruan said no. His wife, Lina, wept. She blamed the army.\n\nAn old man laughed. He blamed the rain.",
        [
            ("Farmer Beto Ruan", "said", "no"),
            ("She", "blamed", "the army"),
            ("He", "blamed", "the rain"),
        ],
        ["Beto Ruan", "Lina", "old man"],
    ),
    (
        "whoever speaks comes before a person who is only told of",
        "Ms. Lima said the camp was closed. A woman had lost her goats there. She blamed the army.",
        [("Ms. Lima", "said", "the camp was closed"), ("She", "blamed", "the army")],
        ["Lima", "Lima", "Lima"],
    ),
    (
        "the representative of one State is not that of another, nor a body's",
        (
            "Ana Lima, Special Representative of the Secretary-General, said no. The representative of Norway said yes. The"
            " representative of Kenya wept."
        ),
        [
            ("Ana Lima, Special Representative of the Secretary-General", "said", "no"),
            ("The representative of Norway", "said", "yes"),
            ("The representative of Kenya", "wept", "."),
        ],
        ["Ana Lima", "representative of Norway", "representative of Kenya"],
    ),
    (
        "an office with its place is who is meant by the pronoun behind it",
        "A clerk said the meadow was sold.\n\nThe Bishop of Marrow appeared in court. He denied all nine charges.",
        [("A clerk", "said", "the meadow was sold"), ("He", "denied", "all nine charges")],
        ["clerk", "Bishop of Marrow"],
    ),
    (
        "a committee is not its experts",
        "Committee Experts asked about schools. The Committee called for teachers.",
        [("Committee Experts", "asked about", "schools"), ("The Committee", "called for", "teachers")],
        ["Committee Experts", "Committee"],
    ),
    (
        "an office of another field is another's, and so is that of the latter",
        "Water Minister Ana Lima said no. The foreign minister said yes. The water minister wept. The latter's minister did.",
        [
            ("Water Minister Ana Lima", "said", "no"),
            ("The foreign minister", "said", "yes"),
            ("The water minister", "wept", "."),
            ("The latter's minister", "did", "."),
        ],
        ["Ana Lima", "foreign minister", "Ana Lima", "latter's minister"],
    ),
    (
        "the name between commas behind 'another' or before an age is the speaker's",
        "One guest said rain fell. Another, bank clerk Ian Moss, 23, said it froze. A cook, Omar Tal, 40, said so.",
        [("One guest", "said", "rain fell"), ("Another", "said", "it froze"), ("A cook", "said", "so")],
        ["guest", "Ian Moss", "Omar Tal"],
    ),
    (
        "what stands between commas behind a body is not who speaks",
        "The militia, Harbour Free Army, said it had won.",
        [("The militia", "said", "it had won")],
        ["militia"],
    ),
    (
        "cries from the hall are nobody's whom the report names",
        "Mr. Tal said no. (Cries of “Shame.”) He sat down, he said.",
        [("Mr. Tal", "said", "no"), (None, "Cries of", "“Shame.”"), ("he", "said", "He sat down")],
        ["Tal", None, "Tal"],
    ),
    (
        "the State whose officer has the floor is that officer",
        "Kari Moen, State Secretary in the Ministry of Labour of Norway, said wages rose. Norway hoped for more.",
        [("Kari Moen", "said", "wages rose"), ("Norway", "hoped for", "more")],
        ["Kari Moen", "Kari Moen"],
    ),
    (
        "a short form finds the body's full name",
        "The Harbour Board of Velmora (HBV) met. The HBV said the port was shut. The Board denied any blame.",
        [("The HBV", "said", "the port was shut"), ("The Board", "denied", "any blame")],
        ["Harbour Board of Velmora"] * 2,
    ),
    (
        "two experts are two, and the expert is the last of them",
        "An Expert asked about wells. Another Expert asked about schools. The Expert noted the cost.",
        [("An Expert", "asked", "about wells"), ("Another Expert", "asked", "about"), ("The Expert", "noted", "the cost")],
        ["Expert", "Another Expert", "Another Expert"],
    ),
    (
        "representatives of different States are different speakers",
        "The representative of Ardania said no. The representative of Velmora said yes. He asked for a vote.",
        [
            ("The representative of Ardania", "said", "no"),
            ("The representative of Velmora", "said", "yes"),
            ("He", "asked for", "a vote"),
        ],
        ["representative of Ardania", "representative of Velmora", "representative of Velmora"],
    ),
    (
        "a body cited in passing stands inside the report of whoever cites it",
        "Ana Lima said rains had failed. According to the Harbour Board, stocks were low. Prices would rise, she said.",
        [
            ("Ana Lima", "said", "rains had failed"),
            ("the Harbour Board", "According to", "stocks were low"),
            ("she", "said", "Prices would rise"),
        ],
        ["Ana Lima", "Ana Lima", "Harbour Board", "Ana Lima"],
    ),
    (
        "a relative pronoun points at the noun before it",
        "The forum discussed Resolution 9 of the Harbour Council, which urges both sides to talk.",
        [("which", "urges", "both sides to talk")],
        ["Resolution 9 of the Harbour Council"],
    ),
    (
        "who points at the person before it, not at the last speaker",
        "Ana Lima said no. Her neighbour, who asked not to be named, said yes.",
        [("Ana Lima", "said", "no"), ("who", "said", "yes")],
        ["Ana Lima", "neighbour"],
    ),
    (
        "the first person inside a quotation is its speaker",
        "Omar Said said: “I warned the Board that it would flood.”",
        [("Omar Said", "said", "“I warned the Board that it would flood.”"), ("I", "warned", "> it would flood")],
        ["Omar Said", "Omar Said"],
    ),
    (
        "he in somebody's own words is somebody else",
        "Omar Said said: “The Harbour Master resigned. He blamed the tides.”",
        [("Omar Said", "said", "“The Harbour Master resigned. He blamed the tides.”"), ("He", "blamed", "> the tides")],
        ["Omar Said", "Harbour Master"],
    ),
    (
        "a person named without an office may be he",
        "Ms. Lima said the dam was safe.\n\nBut Omar Dell was not convinced. He said it leaked.",
        [("Ms. Lima", "said", "the dam was safe"), ("He", "said", "it leaked")],
        ["Lima", "Omar Dell"],
    ),
    (
        "who points past the place where somebody works",
        "A nurse at the Harbour Hospital, who asked not to be named, described long queues at night.",
        [("who", "described", "long queues at night")],
        ["nurse"],
    ),
    (
        "whoever is only told says nothing",
        "The mission was told that roads were cut.",
        [("The mission", "was told", "roads were cut")],
        [None],
    ),
    (
        "a quotation in a paragraph of its own goes on with its speaker",
        "“We tried,” Daw Mya Sein said.\n\n“We shall try again.”",
        [("Daw Mya Sein", "said", "“We tried,”"), (None, None, "“We shall try again.”")],
        ["Mya Sein", "Mya Sein"],
    ),
    (
        "the first person outside quotations is the author that the head names, never who is addressed",
        "Statement by Ghana at the debate on ports.\n\nMr. President, we welcome the report.",
        [("we", "welcome", "the report")],
        ["Ghana"],
    ),
    (
        "where no author is named, the first person is nobody known",
        "Mr. President, we welcome the report.",
        [("we", "welcome", "the report")],
        [None],
    ),
    (
        "a first name alone is the one person who has it",
        "Armando Cuasal Paz fled. Ana Lima stayed.\n\nArmando says the river rose.",
        [("Armando", "says", "the river rose")],
        ["Armando Cuasal Paz"],
    ),
    (
        "for a group speaks who has the floor",
        "ZIMBABWE, for the Africa Group, called for more time.",
        [("the Africa Group", "called for", "more time")],
        ["ZIMBABWE"],
    ),
    (
        "other spellings of a name are its bearer's",
        "Rauf Faradshev spoke.\n\n" + "It snowed. " * 20 + "Faradzev said the road was open.",
        [("Faradzev", "said", "the road was open")],
        ["Rauf Faradshev"],
    ),
    (
        "with a capital, the noun means the body so named, and no other of its kind",
        "The Court of Justice of Sarn sat. The regional court asked it twice.\n\nThe Court held that minutes are public.",
        [("The regional court", "asked", "it twice"), ("The Court", "held", "minutes are public")],
        ["regional court", "Court of Justice of Sarn"],
    ),
    (
        '"the group" is the body that spoke last, "the union" is another',
        "Lake Rights Watch said 40 were lost. The group wants proof. The union said 14 were.",
        [("Lake Rights Watch", "said", "40 were"), ("The group", "wants", "proof"), ("The union", "said", "14 were")],
        ["Lake Rights Watch", "Lake Rights Watch", "union"],
    ),
    (
        "a cue that came without its source finds the subject before it",
        "After tea, Sheikh Idris al-Karam, the guest of honour, praised the pumps.",
        [(None, "praised", "the pumps")],
        ["Idris al-Karam"],
    ),
]


@pytest.mark.parametrize(("text", "said", "expected"), [case[1:] for case in WHO], ids=[case[0] for case in WHO])
def test_who_speaks(text: str, said: list[Said], expected: list[str | None]) -> None:
    assert names(text, said) == expected


def test_a_label_means_whom_it_meant_first_whoever_shares_the_surname() -> None:
    text = "Mayor Olga Brandt received us.\n\nBrandt: I pour.\n\nEmil Brandt joined us.\n\nBrandt: Ask me."
    assert names(text, [("Brandt", None, "I pour"), ("Brandt", None, "Ask me")], turn=True) == ["Olga Brandt", "Olga Brandt"]


def test_initials_that_label_a_turn_are_those_of_whoever_had_one_before() -> None:
    text = "Lowland Courier: You saw it?\n\nHalima Dror: I did.\n\nLC: And then?\n\nHD: I ran.\n\nEU: We waited."
    said: list[Said] = [
        ("Lowland Courier", None, "You saw it?"),
        ("Halima Dror", None, "I did"),
        ("LC", None, "And then?"),
        ("HD", None, "I ran"),
        ("EU", None, "We waited"),
    ]
    assert names(text, said, turn=True) == ["Lowland Courier", "Halima Dror", "Lowland Courier", "Halima Dror", "EU"]


def test_a_surname_in_capitals_labels_the_turn_of_whoever_has_it() -> None:
    text = "HOST: With us is the mayor of Kessin, Brita Holm.\n\nHOLM: I am.\n\nHOST: Why?\n\nHOLM: I was asked."
    said: list[Said] = [("HOST", None, "With us"), ("HOLM", None, "I am"), ("HOST", None, "Why?"), ("HOLM", None, "I was")]
    assert names(text, said, turn=True) == ["HOST", "Brita Holm", "HOST", "Brita Holm"]


def test_whoever_asks_in_a_transcript_is_nobody_s_he() -> None:
    said: list[Said] = [("Question", None, "When?"), ("Ms. Lima", None, "As he said, soon"), ("he", "said", "> soon")]
    assert names("Question: When?\n\nMs. Lima: As he said, soon", said, turn=True)[-1] is None


def test_joint_speakers_are_named_together() -> None:
    found = voices("Ardania and Velmora called for talks.", [("Ardania and Velmora", "called for", "talks")])
    (statement,) = found.statements
    assert [one.name for one in found.speakers] == ["Ardania", "Velmora"]
    assert (statement.speaker, statement.co_speakers) == ("s1", ("s2",))


def test_an_open_speaker_has_candidates_instead() -> None:
    text = "Ana Lima said no. Omar Said said yes. The dam broke, they said."
    found = voices(text, [("Ana Lima", "said", "no"), ("Omar Said", "said", "yes"), ("they", "said", "The dam broke")])
    (*_, statement) = found.statements
    assert statement.speaker is None
    assert [candidate.speaker for candidate in statement.candidates] == ["s2", "s1"]
    assert all(0 < candidate.score < 0.45 for candidate in statement.candidates)


def test_ids_follow_the_order_of_first_speaking_and_of_the_text() -> None:
    text = "Omar Said said no. Ana Lima said yes. He said never."
    found = voices(text, [("Omar Said", "said", "no"), ("Ana Lima", "said", "yes"), ("He", "said", "never")])
    assert [one.id for one in found.speakers] == ["s1", "s2"]
    assert [statement.id for statement in found.statements] == ["st1", "st2", "st3"]
    assert found.statements[0].words == ("no",)


def test_gender_is_never_guessed_from_a_name() -> None:
    for first in ("Maria", "John", "Xiu", "Ngozi", "Mohammed"):
        text = f"{first} Okelo said the dam was safe. She urged calm."
        said: list[Said] = [(f"{first} Okelo", "said", "the dam was safe"), ("She", "urged", "calm")]
        assert names(text, said) == [f"{first} Okelo"] * 2


def test_honorifics_and_roles_stand_apart_from_the_name() -> None:
    text = "Lt. Gen. (Retd) Omar Khan Said, National Security Adviser of Velmora, praised the pumps. Adviser Said left."
    found = voices(text, [("Lt. Gen. (Retd) Omar Khan Said", "praised", "the pumps")])
    (one,) = found.speakers
    assert one.name == "Omar Khan Said"
    assert one.kind == "person"
    assert one.honorifics == ("Lt. Gen.", "Retd")
    assert [(role.title, role.of) for role in one.roles] == [("National Security Adviser", "Velmora"), ("Adviser", None)]
    assert one.roles[0].span.of(text) == "National Security Adviser of Velmora"
    assert speaker(found, found.statements[0]) == one


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Ana Lima", "person"),
        ("the Harbour Board", "organisation"),
        ("Ghana", "state"),
        ("the audit report", "document"),
        ("residents", "group"),
        ("a diplomat", "unnamed"),
    ],
)
def test_kinds_of_speakers(source: str, kind: str) -> None:
    text = f"At noon {source} said the road was open."
    found = voices(text, [(source, "said", "the road was open")])
    assert [one.kind for one in found.speakers] == [kind]


def test_other_spellings_are_shown() -> None:
    text = (
        "Rauf Faradshev spoke at length about the harbour and its many cranes, none of which had worked since the spring.\n\n"
        "The rest of the day went by without any event that anybody cared to write down.\n\nFaradzev said the road was open."
    )
    (one,) = voices(text, [("Faradzev", "said", "the road was open")]).speakers
    assert (one.name, one.also) == ("Rauf Faradshev", ("Faradzev",))


def test_two_people_with_like_names_in_one_sentence_stay_two() -> None:
    text = "Omar Hassan met Omar Hasan. Omar Hassan said no. Omar Hasan said yes."
    assert names(text, [("Omar Hassan", "said", "no"), ("Omar Hasan", "said", "yes")]) == ["Omar Hassan", "Omar Hasan"]
