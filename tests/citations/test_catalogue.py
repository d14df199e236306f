"""The catalogue: what it knows, how fast it is there, and that its file is the one that the tables make."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from onrecord.citations.additions import additions
from onrecord.citations.build import ARTEFACT, build
from onrecord.citations.catalogue import Catalogue, catalogue
from onrecord.citations.entries import Entries
from onrecord.errors import CatalogueError

TABLES = Path(__file__).parents[2] / "data" / "catalogue"


@pytest.fixture
def known() -> Catalogue:
    return catalogue()


def test_the_file_is_the_one_that_the_tables_make() -> None:
    assert ARTEFACT.read_bytes() == build(TABLES), "run: python -m onrecord.citations.build data/catalogue"


def test_it_loads_in_a_twentieth_of_a_second() -> None:
    data = ARTEFACT.read_bytes()
    best = min(_seconds(data) for _ in range(5))
    assert best < 0.05


def _seconds(data: bytes) -> float:
    started = time.process_time()
    Catalogue(msgspec.msgpack.decode(data, type=Entries))
    return time.process_time() - started


def test_importing_the_door_loads_neither_catalogue_nor_matcher() -> None:
    code = "import sys, onrecord.citations.cite; print('rapidfuzz' in sys.modules, 'onnxruntime' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_security_council_numbers_run_without_a_gap_and_dates_never_go_back(known: Catalogue) -> None:
    numbers = [int(one.symbol.rpartition("/")[2]) for one in known.entries.council]
    assert numbers == list(range(1, known.newest + 1))
    years = [one.year for one in known.entries.council]
    assert years == sorted(years)
    assert known.council_years(1993) == range(800, 893)
    assert list(known.council_years(1900)) == []
    assert sum(len(known.council_years(year)) for year in range(1946, 2027)) == known.newest


def test_every_link_in_it_leads_somewhere(known: Catalogue) -> None:
    entries = known.entries
    ids = {one.id for one in entries.instruments}
    assert {one.parent for one in entries.instruments if one.parent} <= ids
    assert {one.instrument for one in entries.bodies} <= ids
    assert {candidate for one in entries.ambiguities for candidate in one.candidates} <= ids
    assert {name for one in entries.instruments for name in one.resolutions if not known.resolution(name)} == set()
    assert len(ids) == len(entries.instruments)
    assert len({one.symbol for one in entries.assembly}) == len(entries.assembly)


def test_look_up(known: Catalogue) -> None:
    assert known.resolution("S/RES/822 (1993)") == known.resolution("S/RES/822")
    assert known.resolution("S/RES/99999") is None
    instrument = known.instrument("geneva-convention-iv-1949")
    assert instrument
    assert instrument.years >= {1949}
    assert known.entry("icj-corfu-channel-1949") == known.case("icj-corfu-channel-1949")
    assert {part.id for part in known.parts("geneva-conventions-1949")} >= {
        "geneva-convention-i-1949",
        "additional-protocol-i-1977",
    }
    assert known.numbered(2758) == known.resolution("A/RES/2758(XXVI)")
    session = known.session("62")
    assert session
    assert (session.sat_in(2008), session.sat_in(2009)) == (True, False)
    assert "ES-10" in {one.name for one in known.sessions_in(2008)}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("822", "S/RES/822"),
        ("62/243", "A/RES/62/243"),
        ("Rome Statute", "rome-statute-1998"),
        ("corfu channel", "icj-corfu-channel-1949"),
        ("fourth geneva convention", "geneva-convention-iv-1949"),
    ],
)
def test_search_puts_first_what_is_asked_for(known: Catalogue, words: str, first: str) -> None:
    entry = known.search(words)[0].entry
    assert getattr(entry, "symbol", None) or entry.id == first  # type: ignore[union-attr]
    assert first in (getattr(entry, "symbol", ""), getattr(entry, "id", ""))


def test_search_by_topic_and_year(known: Catalogue) -> None:
    found = [getattr(hit.entry, "symbol", "") for hit in known.search("Kashmir", year=1948)]
    assert {"S/RES/39", "S/RES/47"} <= set(found)
    assert known.search("nothing of this kind at all") == []


def test_an_unnumbered_resolution_has_candidates_by_topic_and_year(known: Catalogue) -> None:
    topics = known.topics_in("The aggression of Armenia and the occupied territories of Azerbaijan were discussed.")
    found = known.candidates(body="A", year=2009, topics=topics)
    assert found[0] == known.resolution("A/RES/62/243")
    assert known.candidates(body="A", year=2009, topics=topics, within=0) == []
    council = known.candidates(body="S", year=1993, topics=topics)
    assert {one.symbol for one in council[:4]} == {"S/RES/822", "S/RES/853", "S/RES/874", "S/RES/884"}
    assert (
        known.candidates(body=None, year=2000, topics=known.topics_in("women and peace and security"))[0].symbol == "S/RES/1325"
    )


GOOD = """
instruments:
  - {id: velm-accord-2003, name: Velm Accord, adopted: 2003-05-14, aliases: [Geneva Protocol]}
resolutions:
  - {symbol: S/RES/822, date: 2027}
  - {symbol: A/RES/99/1, date: 2044-01}
cases:
  - {id: velm-lima-2004, court: Waters Tribunal, title: Lima v. Ardania, date: 2004-02-03}
"""


def test_further_entries_stand_beside_ours_or_instead_of_them(known: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(GOOD, encoding="utf-8")
    more = additions(file)
    both = known.with_entries(more)
    accord = both.instrument("velm-accord-2003")
    assert accord
    assert accord.adopted == "2003-05-14"
    assert both.resolution("S/RES/822") != known.resolution("S/RES/822")
    assert both.resolution("A/RES/99/1")
    assert both.case("velm-lima-2004")
    assert known.instrument("velm-accord-2003") is None
    clashes = list(known.clashes(more))
    assert [clash.split()[0] for clash in clashes] == ["S/RES/822", "velm-accord-2003:"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("instruments: 5", "instruments"),
        ("instruments: [{id: a}]", "name"),
        ("instruments: [{id: a, name: b, adoptd: 2003}]", "adoptd"),
        ("instruments: [{id: a, name: b, adopted: May}]", "'May' is no date"),
        ("resolutions: [{symbol: '822', date: 1993}]", "'822' is no symbol"),
        ("resolutions: [{symbol: S/RES/12a, date: 1993}]", "is no symbol"),
        ("resolutions: [{symbol: S/RES/822, date: ''}]", "date is missing"),
        ("a: [", "no catalogue"),
        ("- 5", "no catalogue"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused_with_the_place_at_fault(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"own\.yaml") as caught:
        additions(file)
    assert told in str(caught.value)
