"""Every check is documented with a text that does not fit and one that does; both are right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.checks.registry import CHECKS
from onrecord.engine.analyse import analyse
from onrecord.reading.read import read
from onrecord.record import Finding

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "checks.md"
SECTION = re.compile(r"^## `(?P<name>[\w-]+)`\n(?P<body>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
TEXT = re.compile(r'```text title="(?P<title>[^"]+)"\n(?P<text>.*?)```', re.DOTALL)


def examples() -> dict[str, dict[str, str]]:
    page = PAGE.read_text(encoding="utf-8")
    return {
        section["name"]: {one["title"]: one["text"] for one in TEXT.finditer(section["body"])}
        for section in SECTION.finditer(page)
    }


def found(text: str) -> tuple[Finding, ...]:
    return analyse(read(text.encode(), name="example", media_type="text/plain")).findings


def test_every_check_has_its_section_and_severity() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert list(examples()) == list(CHECKS)
    for section in SECTION.finditer(page):
        assert section["body"].strip().startswith(f"{CHECKS[section['name']].severity.capitalize()}. "), section["name"]


@pytest.mark.parametrize("name", CHECKS)
def test_what_does_not_fit_is_found_and_nothing_else(name: str) -> None:
    findings = found(examples()[name]["does not fit"])
    assert [finding.check for finding in findings] == [name], findings
    assert findings[0].severity == CHECKS[name].severity


@pytest.mark.parametrize("name", CHECKS)
def test_what_fits_raises_nothing(name: str) -> None:
    assert found(examples()[name]["fits"]) == ()
