"""What `import onrecord` offers, and what it costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import onrecord

REFERENCE = Path(__file__).parents[1] / "docs" / "reference" / "python.md"

PUBLIC = {
    "Comparison",
    "Document",
    "Input",
    "Limits",
    "OnrecordError",
    "ReadError",
    "Record",
    "Span",
    "Speaker",
    "Statement",
    "compare",
    "json_schema",
    "read",
    "read_many",
}


def test_the_public_names_are_these_and_no_others():
    """A name added or taken away is a change of the contract: change it here, in the reference and in the changelog."""
    assert set(onrecord.__all__) == PUBLIC
    assert set(dir(onrecord)) == PUBLIC | {"__version__"}
    assert onrecord.__all__ == sorted(onrecord.__all__)


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_every_public_name_is_there_and_documented(name):
    value = getattr(onrecord, name)
    assert value.__doc__
    assert value.__module__.startswith("onrecord.")
    assert f"::: {value.__module__}.{name}\n" in REFERENCE.read_text(encoding="utf-8") + "\n"


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'onrecord' has no attribute 'reed'"):
        _ = onrecord.reed


def loaded_by(code: str) -> set[str]:
    """The top-level modules that the code loads in a fresh interpreter."""
    report = (
        f"import sys; before = set(sys.modules); {code}; print(*{{m.partition('.')[0] for m in set(sys.modules) - before}})"
    )
    return set(subprocess.run([sys.executable, "-c", report], check=True, capture_output=True, text=True).stdout.split())


def test_importing_the_package_loads_nothing_of_others():
    assert loaded_by("import onrecord") - set(sys.stdlib_module_names) == {"onrecord"}


def test_the_verbs_load_no_library_that_the_workers_alone_need():
    heavy = {"numpy", "onnxruntime", "tokenizers", "lxml", "trafilatura", "pypdfium2", "mammoth", "odfdo", "rich"}
    assert not heavy & loaded_by("import onrecord; onrecord.read, onrecord.read_many, onrecord.Record")
