"""Saves of every version open forever: played on, or told why not and read as a record."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.match import Match, SaveError, latest_unfinished, list_saved, read_journal, transcript
from game.match.journal import Journal
from game.match.marks import Marks
from game.match.record import FORMAT, plain, values_of, veiled
from game.ui.preferences import Preferences
from tests.samples.make_samples import EXPECTED, HERE

VERSIONS = sorted(path.name for path in HERE.iterdir() if (path / EXPECTED).exists())
NAMES = ("finished", "left", "hidden", "torn")


@pytest.fixture(params=VERSIONS)
def version(request, tmp_path):
    """A player's folder as a version left it."""
    folder = tmp_path / "matches"
    shutil.copytree(HERE / request.param, folder)
    return folder


def test_there_are_samples_of_this_version_or_of_an_earlier_one():
    assert VERSIONS


@pytest.mark.parametrize("name", NAMES)
def test_a_save_of_every_version_goes_on_where_it_was_left(version, name):
    expected = json.loads((version / EXPECTED).read_text(encoding="utf-8"))[f"{name}.match"]

    match = Match.resume(version / f"{name}.match")

    assert match.scenario == expected["scenario"]
    assert list(match.seats) == expected["seats"]
    assert match.seed == expected["seed"]
    assert [entry.action for entry in match.history] == expected["actions"]
    assert len(match.hints) == expected["hints"]
    assert (match.outcome.verdict if match.outcome else None) == expected["verdict"]
    assert (match.notice is not None) == (name == "torn")
    if match.to_move is not None:
        match.play(match.view(match.to_move).legal_actions()[0])
        assert match.unsaved is None
    match.close()


def test_every_version_s_saves_are_listed_and_replayed(version, capsys):
    listed = {saved.path.stem: saved.verdict for saved in list_saved(version)}

    assert set(listed) == set(NAMES)
    assert latest_unfinished(version) is not None
    for name in NAMES:
        assert main(["replay", str(version / f"{name}.match")]) == 0
    capsys.readouterr()


def test_every_version_s_bookmarks_and_settings_are_read(version):
    assert Marks.of(version / "finished.match").bookmarks == [4, 9]

    settings = Preferences.of(version)

    assert settings.notice is None
    assert (settings.settings.theme, settings.settings.volume) == ("ink", 30)


def newest() -> Path:
    return HERE / VERSIONS[-1] / "finished.match"


def changed(folder: Path, change) -> Path:
    """A save whose records were changed, and whose checksums hold."""
    path = folder / "changed.match"
    Journal.create(path, [change(record) for record in read_journal(newest()).records])
    return path


def of_other_rules(folder: Path) -> Path:
    """A save of a version whose rules were others: something else came of a decision."""

    def change(record):
        if record.kind == "match":
            return plain("match", {**values_of(record), "program": "0.0.3"})
        if record.kind == "events" and values_of(record)["number"] == 7:
            return veiled("events", {"number": 7, "events": []})
        return record

    return changed(folder, change)


def test_a_save_of_other_rules_says_so_in_one_line_that_names_its_version(tmp_path):
    with pytest.raises(SaveError) as caught:
        Match.resume(of_other_rules(tmp_path))

    said = str(caught.value)
    assert "\n" not in said
    assert "0.0.3" in said
    assert "decision 7" in said


def test_a_save_of_other_rules_can_still_be_read_as_a_record(tmp_path, capsys):
    path = of_other_rules(tmp_path)

    told = transcript(read_journal(path))

    assert len(told.entries) == len(transcript(read_journal(newest())).entries)
    assert told.outcome is not None
    assert main(["replay", str(path)]) == 1
    said = capsys.readouterr()
    assert str(told.outcome["points"][0]) in said.out
    assert told.entries[-1].words in said.out
    assert said.err.count("\n") == 1


def test_a_record_of_other_rules_that_is_not_over_keeps_its_secrets(tmp_path, capsys):
    records = read_journal(HERE / VERSIONS[-1] / "left.match").records
    path = tmp_path / "left.match"
    Journal.create(path, [*records, records[-1]])

    assert main(["replay", str(path)]) == 1
    assert capsys.readouterr().out.count("\n") == 2
    assert main(["replay", str(path), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)

    assert told["seed"] is None
    assert {entry["words"] for entry in told["history"]} == {None}
    assert {entry["action"] for entry in told["history"]} == {None}


@pytest.mark.parametrize("round_number", [None, "x", []])
def test_a_save_whose_last_decision_tells_no_round_goes_on_and_is_offered(
    tmp_path, round_number
):
    records = list(read_journal(HERE / VERSIONS[-1] / "left.match").records)
    place = max(n for n, record in enumerate(records) if record.kind == "decision")
    values = {**values_of(records[place]), "round": round_number}
    path = tmp_path / "left.match"
    Journal.create(path, [*records[:place], veiled("decision", values), *records[place + 1 :]])

    match = Match.resume(path)
    match.close()

    assert latest_unfinished(tmp_path) == path
    (saved,) = list_saved(tmp_path)
    assert saved.round == match.history[-2].round


@pytest.mark.parametrize("version", [0, FORMAT + 1, "x", ""])
def test_a_format_of_another_time_is_said_in_one_line(tmp_path, version):
    path = tmp_path / "other.match"
    data = newest().read_bytes()
    path.write_bytes(data.replace(f" {FORMAT}\n".encode(), f" {version}\n".encode(), 1))

    with pytest.raises(SaveError) as caught:
        Match.resume(path)

    assert f"reads format {FORMAT}" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert path.read_bytes()[-40:] == data[-40:]


def test_a_save_is_played_with_its_own_copy_of_the_content(tmp_path, monkeypatch):
    def refuse(*_):
        raise AssertionError("the shipped content was read")

    monkeypatch.setattr(sys.modules["game.match.replay"], "load_content", refuse)
    path = tmp_path / "finished.match"
    shutil.copyfile(newest(), path)

    assert Match.resume(path).outcome is not None
