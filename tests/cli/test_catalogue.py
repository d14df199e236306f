"""`onrecord catalogue`: looking things up, and checking a user's own entries."""

from onrecord.record import Record

OWN = """
instruments:
  - {id: velm-accord-2003, name: Velm Accord, adopted: 2003-05-14}
"""


def test_search_prints_a_line_for_each_find(run):
    done = run("catalogue", "search", "Kashmir", "--year", "1948")
    assert done.exit_code == 0
    assert "S/RES/47  1948-04-21  " in done.stdout
    assert all(line.split()[1].startswith("1948") for line in done.stdout.splitlines())


def test_search_that_finds_nothing_says_so(run):
    done = run("catalogue", "search", "nothing", "of", "this", "kind")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "onrecord: nothing found\n"


def test_show_prints_what_is_known_and_names_what_is_not(run):
    done = run("catalogue", "show", "S/RES/822", "icj-corfu-channel-1949", "velm")
    assert done.exit_code == 1
    assert "date         1993-04-30\n" in done.stdout
    assert "court        ICJ\n" in done.stdout
    assert done.stderr == "onrecord: velm: not in the catalogue\n"


def test_a_publication_has_no_date_and_shows_who_publishes_it(run):
    assert "landmine-monitor  Landmine Monitor\n" in run("catalogue", "search", "Landmine Monitor").stdout
    shown = run("catalogue", "show", "landmine-monitor").stdout
    assert "publisher    International Campaign to Ban Landmines" in shown
    assert "adopted" not in shown


def test_own_entries_are_checked_and_found(run, tmp_path):
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    assert run("catalogue", "check", "own.yaml").stdout == "read: 1; at odds with the catalogue: 0\n"
    assert "Velm Accord" in run("catalogue", "show", "velm-accord-2003", "--catalogue", "own.yaml").stdout


def test_own_entries_that_clash_fail_the_check(run, tmp_path):
    (tmp_path / "own.yaml").write_text("resolutions: [{symbol: S/RES/822, date: 1993}]", encoding="utf-8")
    done = run("catalogue", "check", "own.yaml")
    assert (done.exit_code, done.stdout) == (1, "read: 1; at odds with the catalogue: 1\n")
    assert "S/RES/822 is in the catalogue already" in done.stderr


def test_a_file_that_is_no_catalogue_is_named(run, tmp_path):
    (tmp_path / "own.yaml").write_text("instruments: 5", encoding="utf-8")
    done = run("catalogue", "check", "own.yaml")
    assert done.exit_code == 1
    assert done.stderr.startswith("onrecord: own.yaml: no catalogue: ")


def test_a_report_is_read_with_own_entries(spawn, tmp_path):
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "report.txt").write_text(
        "The mayor said: “The Velm Accord holds, and so does the UN Charter.”\n", encoding="utf-8"
    )
    done = spawn("read", "--json", tmp_path / "report.txt", "--catalogue", tmp_path / "own.yaml")
    record = Record.from_json(done.stdout)
    assert [(one.target, one.statement) for one in record.references] == [
        ("velm-accord-2003", "st1"),
        ("un-charter-1945", "st1"),
    ]
