"""Labels: short, telling, each given once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.labels import labels
from onrecord.record import Speaker


def speakers(*names: str) -> list[Speaker]:
    return [Speaker(id=f"s{number}", name=name, kind="person") for number, name in enumerate(names)]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Anton Varga", "AV"),
        ("Maria del Carmen Ruiz", "MCR"),
        ("Organisation of Ardanian Harbours", "OAH"),
        ("Standing Committee on the Waters of the Lower Plain", "SCP"),
        ("Velmora", "Ve"),
        ("VPU", "VPU"),
        ("ARDANIA", "ARD"),
        ("a diplomat", "Di"),
        ("the", "Th"),
        ("张伟", "张伟"),
        ("Ильзе Брандт", "ИБ"),
        ("“—”", "•"),
    ],
)
def test_a_label_says_the_name(name, label):
    assert labels(speakers(name)) == {"s0": label}


def test_a_second_speaker_of_the_same_initials_gets_a_number():
    assert list(labels(speakers("Anton Varga", "Ada Vance", "Ana Veloso")).values()) == ["AV", "AV2", "AV3"]


@given(st.lists(st.text(alphabet="ab AB2", max_size=6), max_size=12))
def test_no_two_speakers_share_a_label(names):
    given = labels(speakers(*names))
    assert len(set(given.values())) == len(names)
    assert all(given.values())
