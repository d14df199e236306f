"""The door of checks: what does not fit together in a record."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onrecord.checks.registry import CHECKS, Check
from onrecord.checks.subject import Subject
from onrecord.citations.catalogue import Catalogue, catalogue
from onrecord.dates.report import report_day
from onrecord.errors import OnrecordError
from onrecord.flow import flow
from onrecord.record import Finding, Record
from onrecord.scan import Scan

__all__ = ["check", "chosen"]


def check(
    record: Record,
    *,
    only: Collection[str] | None = None,
    off: Collection[str] = (),
    known: Catalogue | None = None,
    scan: Scan | None = None,
) -> tuple[Finding, ...]:
    """What does not fit in `record`, in the order of the text; spans are the document's.

    `only` are the names of the checks to make (None for all), `off` of those to leave out. `known` is the catalogue
    of what may be cited, by default the one that comes with onrecord; `scan` is of the record's document, where there is one
    already. Raises `OnrecordError` for a name that no check has.
    """
    scan = scan or Scan(flow(record.document), report_day(record.document.published))
    subject = Subject(record, scan, catalogue() if known is None else known)
    found = [finding for name in chosen(only=only, off=off) for finding in _findings(CHECKS[name], subject)]
    return tuple(sorted(found, key=lambda finding: (finding.spans, finding.check)))


def _findings(one: Check, subject: Subject) -> Iterator[Finding]:
    for misfit in one.run(subject):
        yield Finding(
            check=one.name,
            severity=misfit.severity or one.severity,
            message=misfit.message,
            spans=tuple(subject.flow.home(span) for span in misfit.spans),
            evidence=dict(misfit.evidence),
        )


def chosen(*, only: Collection[str] | None = None, off: Collection[str] = ()) -> list[str]:
    """The names of the checks that `check` makes. Raises `OnrecordError` for a name that no check has."""
    left_out = set(_named(off))
    return [name for name in _named(CHECKS if only is None else only) if name not in left_out]


def _named(names: Collection[str]) -> list[str]:
    unknown = sorted(set(names) - CHECKS.keys())
    if unknown:
        raise OnrecordError(f"no check is called {', '.join(map(repr, unknown))}; there are: {', '.join(CHECKS)}")
    return [name for name in CHECKS if name in names]
