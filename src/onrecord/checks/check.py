"""The door of checks: what does not fit together in a record."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onrecord.checks.registry import CHECKS, Check
from onrecord.checks.subject import Subject
from onrecord.errors import OnrecordError
from onrecord.record import Finding, Record

__all__ = ["check"]


def check(record: Record, *, only: Collection[str] | None = None, off: Collection[str] = ()) -> tuple[Finding, ...]:
    """What does not fit in `record`, in the order of the text; spans are the document's.

    `only` are the names of the checks to make (None for all), `off` of those to leave out. Raises `OnrecordError` for a name
    that no check has.
    """
    chosen = _named(CHECKS if only is None else only)
    left_out = set(_named(off))
    subject = Subject(record)
    found = [finding for name in chosen if name not in left_out for finding in _findings(CHECKS[name], subject)]
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


def _named(names: Collection[str]) -> list[str]:
    unknown = sorted(set(names) - CHECKS.keys())
    if unknown:
        raise OnrecordError(f"no check is called {', '.join(map(repr, unknown))}; there are: {', '.join(CHECKS)}")
    return [name for name in CHECKS if name in names]
