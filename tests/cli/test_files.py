"""Files that the command writes: whole or not at all, with names that say what they are of."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import atomic
from onrecord.cli.pagename import page_name


def test_a_file_is_written_with_the_usual_permissions(tmp_path):
    before = os.umask(0o027)
    try:
        atomic.write(tmp_path / "page.html", b"words")
    finally:
        os.umask(before)
    assert (tmp_path / "page.html").read_bytes() == b"words"
    assert (tmp_path / "page.html").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError])
def test_an_interruption_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, error):
    path = tmp_path / "page.html"
    path.write_bytes(b"old")

    def interrupted(self, target):
        raise error

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(error):
        atomic.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_written_is_named_and_not_the_temporary_one(tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        atomic.write(tmp_path / "gone" / "page.html", b"words")
    assert caught.value.filename == str(tmp_path / "gone" / "page.html")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_behind_standard_output_is_said(spawn, record_file):
    with Path("/dev/full").open("wb") as full:
        done = spawn("show", record_file, stdout=full)
    assert (done.returncode, done.stderr) == (1, b"onrecord: standard output: No space left on device\n")


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("a/b/report.pdf", "report.html"),
        ("report", "report.html"),
        ("-", "report.html"),
        ("https://velm.example/news/2031/", "2031.html"),
        ("https://velm.example/a?b=c&d", "a-b-c-d.html"),
        ("Größe & “Maß”.docx", "Größe-Maß.html"),
        ("../..", "report.html"),
        (".hidden", "hidden.html"),
        ("x" * 300 + ".txt", "x" * 50 + ".html"),
    ],
)
def test_a_page_is_named_after_its_input(name, page):
    assert page_name(name, set()) == page


def test_the_second_of_a_name_gets_a_number():
    assert page_name("b/a.txt", {"a.html", "a-2.html"}) == "a-3.html"


@given(st.text(max_size=30))
def test_no_name_leads_out_of_the_folder(name):
    page = page_name(name, {"index.html"})
    assert Path(page).name == page
    assert not page.startswith(".")
    assert len(page.encode()) <= 255
