"""What is read when the user names something."""

import os

import pytest

from onrecord.cli.inputs import Named, expand, source_of


@pytest.fixture
def tree(tmp_path, monkeypatch):
    for name in ("b/2.txt", "b/10.txt", "a.txt", ".secret", "b/.git/x", "out/old.html", "z/"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(exist_ok=True) if name.endswith("/") else path.write_text("words")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*given, **options):
    return [one.name for one in expand(given, **options)]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (["a.txt"], ["a.txt"]),
        (["none.txt", "-", "https://velm.example/a"], ["none.txt", "-", "https://velm.example/a"]),
        (["b"], ["b/10.txt", "b/2.txt"]),
        (["."], ["./a.txt", "./b/10.txt", "./b/2.txt", "./out/old.html"]),
        (["b", "b/2.txt", "a.txt", "a.txt"], ["b/10.txt", "b/2.txt", "a.txt"]),
        ([".secret"], [".secret"]),
    ],
)
@pytest.mark.usefixtures("tree")
def test_folders_are_opened_in_order_and_nothing_comes_twice(given, found):
    assert names(*given) == found


@pytest.mark.usefixtures("tree")
def test_an_empty_folder_is_not_passed_over_in_silence():
    assert list(expand(["z"])) == [Named("z", trouble="there are no files in this folder")]


@pytest.mark.parametrize("out", ["out", "./out", "b/../out"])
@pytest.mark.usefixtures("tree")
def test_the_folder_of_the_pages_is_passed_by(out):
    assert "./out/old.html" not in names(".", leave_out=out)


def test_a_folder_that_links_to_itself_is_walked_once(tree):
    (tree / "b" / "loop").symlink_to(tree)
    assert len(names(".")) == 4


def test_a_folder_that_may_not_be_opened_does_not_hide_the_others(tree, monkeypatch):
    opening = os.scandir

    def scandir(path):
        # Root may open every folder, so that permissions would not refuse one.
        if os.fspath(path) == "./b":
            raise PermissionError(13, "Permission denied", path)
        return opening(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert list(expand(["."]))[-1] == Named("./b", trouble="cannot be opened: Permission denied")
    assert names(".") == ["./a.txt", "./out/old.html", "./b"]


def test_a_pipe_in_a_folder_is_not_opened(tree):
    os.mkfifo(tree / "b" / "1.pipe")
    assert [bool(one.trouble) for one in expand(["b"])] == [True, False, False]
    assert list(expand(["b/1.pipe"])) == [Named("b/1.pipe")]


def test_an_address_stays_one_and_a_path_cannot_be_taken_for_a_text():
    assert source_of(Named("https://velm.example/a")) == "https://velm.example/a"
    assert os.fspath(source_of(Named("It is over. We go."))) == "It is over. We go."
