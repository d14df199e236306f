"""`python -m onrecord.citations.build SOURCES`: the catalogue's file, made from the hand-edited tables in a folder.

The tables stand in `data/catalogue` of the repository; their README says what each column means and what it rests on.
The same tables give the same bytes.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import msgspec

from onrecord.citations.entries import Ambiguity, Case, Entries, Instrument, Resolution, Session, Topic, TreatyBody

__all__ = ["ARTEFACT", "build", "main"]

ARTEFACT = Path(__file__).with_name("catalogue.msgpack")


def build(folder: Path) -> bytes:
    """The catalogue as MessagePack."""
    return msgspec.msgpack.encode(_entries(folder))


def main(folder: str) -> None:
    """Write the catalogue anew."""
    ARTEFACT.write_bytes(build(Path(folder)))


def _entries(folder: Path) -> Entries:
    def rows(name: str) -> list[dict[str, str]]:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return Entries(
        council=tuple(
            Resolution(f"S/RES/{row['number']}", row["date"], _list(row["topics"])) for row in rows("security-council.csv")
        ),
        assembly=tuple(
            Resolution(row["symbol"], row["date"], _list(row["topics"]), _list(row["names"]))
            for row in rows("general-assembly.csv")
        ),
        sessions=tuple(map(_session, rows("sessions.csv"))),
        instruments=(*map(_instrument, rows("instruments.csv")), *map(_publication, rows("publications.csv"))),
        cases=tuple(Case(**{**row, "aliases": _list(row["aliases"])}) for row in rows("cases.csv")),  # type: ignore[arg-type]
        ambiguities=tuple(Ambiguity(row["form"], _list(row["candidates"])) for row in rows("ambiguous.csv")),
        bodies=tuple(TreatyBody(row["body"], row["instrument"], row["symbol"]) for row in rows("treaty-bodies.csv")),
        topics=tuple(Topic(row["topic"], _list(row["words"])) for row in rows("topics.csv")),
        codes={row["state"]: row["code"] for row in rows("state-codes.csv")},
    )


def _session(row: dict[str, str]) -> Session:
    return Session(row["session"], row["opened"], row["closed"] or None, int(row["below"]) if row["below"] else None)


def _instrument(row: dict[str, str]) -> Instrument:
    dates = (date.partition("=") for date in _list(row["other_dates"]))
    return Instrument(
        id=row["id"],
        name=row["name"],
        title=row["title"],
        adopted=row["adopted"],
        in_force=row["in_force"],
        place=row["place"],
        parent=row["parent"] or None,
        aliases=_list(row["aliases"]),
        other_dates=tuple((date, what) for date, _, what in dates),
        verified=row["verified"] == "yes",
        resolutions=_list(row["resolutions"]),
    )


def _publication(row: dict[str, str]) -> Instrument:
    return Instrument(row["id"], row["name"], aliases=_list(row["aliases"]), publisher=row["publisher"])


def _list(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


if __name__ == "__main__":
    main(sys.argv[1])
