"""`onrecord compare` as a person calls it."""

import json

from click.testing import CliRunner

from onrecord.cli.main import cli
from tests.comparison.reports import FLOOD


def compared(tmp_path, *options):
    for name, text in FLOOD.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return CliRunner().invoke(cli, ["compare", *(str(tmp_path / f"{name}.txt") for name in FLOOD), *options])


def test_html_writes_a_page_and_prints_nothing(tmp_path):
    result = compared(tmp_path, "--html", str(tmp_path / "page.html"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"{len(FLOOD)} reports, " in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_html_and_json_together(tmp_path):
    result = compared(tmp_path, "--json", "--html", str(tmp_path / "page.html"))
    assert json.loads(result.stdout)["schema"] == "onrecord/comparison/1"
    assert (tmp_path / "page.html").exists()


def test_one_report_is_not_enough(tmp_path):
    (tmp_path / "one.txt").write_text(FLOOD["agency"], encoding="utf-8")
    result = CliRunner().invoke(cli, ["compare", str(tmp_path / "one.txt"), "--html", str(tmp_path / "page.html")])
    assert result.exit_code == 2
    assert not (tmp_path / "page.html").exists()
