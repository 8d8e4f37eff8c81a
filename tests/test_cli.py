"""The command line: what it does, and one line for every mistake."""

import json
import os
import re
import subprocess
import sys

import pytest

import game
from game import cli
from game.content import load_content
from game.match import Match
from game.paths import UserFolderError, user_data_dir


@pytest.fixture
def home(tmp_path, monkeypatch):
    folder = tmp_path / "home"
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(folder))
    return folder


@pytest.fixture
def run(capsys, home):
    """Run the command line; return the exit code, what was printed, and the complaint."""

    def run_main(*arguments):
        code = cli.main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run_main


@pytest.fixture(scope="module")
def save(tmp_path_factory):
    folder = tmp_path_factory.mktemp("save")
    content = load_content()
    match = Match.start(content, "first-council", 5, ("open", "reciprocator"), folder)
    while not match.over:
        match.play(match.computer_action())
    return match.path


def begun(scenario, folder):
    return Match.start(load_content(), scenario, 5, ("human", "human"), folder)


def complaint(told):
    """The one line on standard error."""
    code, out, err = told
    assert code in (1, 2)
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_the_version_is_told(run):
    code, out, err = run("--version")

    assert (code, err) == (0, "")
    assert out == f"defend-together {game.__version__}\n"


def test_help_names_every_command(run):
    code, out, _ = run("--help")

    assert code == 0
    for command in ("play", "text", "simulate", "check", "replay"):
        assert command in out


@pytest.mark.parametrize(
    ("arguments", "code", "what"),
    [
        (["simulat"], 2, "invalid choice: 'simulat'"),
        (["simulate", "--gamez", "3"], 2, "--gamez"),
        (["simulate", "--games", "0"], 2, "--games"),
        (["simulate", "--games", "many"], 2, "--games"),
        (["simulate", "--jobs", "-1"], 2, "--jobs"),
        (["simulate", "--seed", "x"], 2, "--seed"),
        (["replay"], 2, "SAVE"),
        (["simulate", "--nato", "gredy"], 1, "did you mean “greedy”"),
        (["simulate", "--russia", "human"], 1, "no seat “human”"),
        (["simulate", "--scenario", "lisbon"], 1, "no scenario “lisbon”"),
        (["simulate", "--scenario", "long-negotation"], 1, "did you mean “long-negotiation”"),
        (["text", "--nato", "nobody"], 1, "no seat “nobody”"),
        (["text", "--scenario", "x"], 1, "no scenario “x”"),
        (["text", "--lang", "tlh"], 1, "no language “tlh”"),
        (["text", "--resume"], 1, "no match was left unfinished"),
        (["text", "--resume", "none.match"], 1, "none.match"),
        (["play", "--nato", "nobody"], 1, "no seat “nobody”"),
        (["play", "--scenario", "x"], 1, "no scenario “x”"),
        (["play", "--lang", "tlh"], 1, "no language “tlh”"),
        (["play", "--resume"], 1, "no match was left unfinished"),
        (["replay", "none.match"], 1, "none.match"),
        (["check", "nowhere"], 1, "nowhere"),
    ],
)
def test_every_mistake_is_said_in_one_line(run, arguments, code, what):
    told = run(*arguments)

    assert what in complaint(told)
    assert told[0] == code


def test_a_simulation_gives_the_same_bytes_again_and_in_two_processes(run):
    series = ["simulate", "--scenario", "lisbon-to-chicago", "--nato", "open", "--games", "6"]
    series += ["--russia", "reciprocator", "--seed", "4", "--json"]

    code, first, err = run(*series)

    assert (code, err) == (0, "")
    assert run(*series)[1] == first
    assert run(*series, "--jobs", "2")[1] == first


def test_a_simulation_tells_what_was_agreed_on(run):
    _, out, _ = run(
        *["simulate", "--scenario", "lisbon-to-chicago", "--nato", "random"],
        *["--russia", "operations", "--games", "5", "--seed", "9", "--json"],
    )
    told = json.loads(out)

    assert told["games"] == 5
    assert told["scenario"] == "lisbon-to-chicago"
    assert told["seed"] == 9
    assert sum(told["verdicts"].values()) == 5
    assert len(told["verdicts"]) == 7
    for name in ("utilities", "points", "succeeded"):
        assert set(told[name]) == {"nato", "russia"}
    assert -1 <= told["utilities"]["nato"] <= 1
    assert 0 < told["decisions"] < 400
    assert 1 <= told["rounds"] <= 4


def test_a_simulation_for_a_person_is_a_table(run):
    code, out, _ = run("simulate", "--nato", "open", "--russia", "open", "--games", "2")

    assert code == 0
    assert "Joint Architecture" in out
    assert "NATO" in out


def test_a_simulation_keeps_saves_and_records(run, tmp_path):
    series = ["simulate", "--scenario", "first-council", "--nato", "random", "--games", "3"]
    record = tmp_path / "games.jsonl"

    code, *_ = run(*series, "--save-dir", tmp_path / "saves", "--record", record)

    assert code == 0
    lines = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()]
    assert [line["game"] for line in lines] == [1, 2, 3]
    saves = sorted((tmp_path / "saves").iterdir())
    assert len(saves) == 3
    for path, line in zip(saves, lines, strict=True):
        code, out, _ = run("replay", path, "--json")
        told = json.loads(out)
        assert code == 0
        assert [entry["action"] for entry in told["history"]] == line["actions"]
        assert told["outcome"]["verdict"] == line["verdict"]


def test_folders_that_cannot_be_written_to_are_said(run, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    series = ["simulate", "--scenario", "first-council", "--games", "1"]

    assert str(blocked) in complaint(run(*series, "--save-dir", blocked))
    assert str(blocked) in complaint(run(*series, "--record", blocked / "x.jsonl"))


def test_a_folder_of_the_persons_that_cannot_be_written_to_is_said(run, home):
    home.write_text("", encoding="utf-8")

    assert str(home) in complaint(run("text"))


def test_the_shipped_data_has_no_problems(run):
    code, out, err = run("check")

    assert (code, out) == (0, "No problems found.\n")
    assert all("missing: " in line for line in err.splitlines()[1:21]), "only translations"


def test_a_broken_pack_is_told_line_by_line(run, tmp_path):
    for name, text in load_content().files.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    broken = tmp_path / "data" / "mandates.yaml"
    broken.write_text(
        re.sub(r"target: \d+", "target: high", broken.read_text(encoding="utf-8"), count=1),
        encoding="utf-8",
    )

    code, out, err = run("check", tmp_path / "data")

    assert (code, out) == (1, "")
    assert "mandates.yaml:7:" in err


def test_a_save_is_replayed_and_verified(run, save):
    code, out, err = run("replay", save)

    assert (code, err) == (0, "")
    assert "decisions replayed" in out
    assert "Round 1: Tension" in out


def test_a_save_is_replayed_as_json(run, save):
    code, out, _ = run("replay", save, "--json")
    told = json.loads(out)

    assert code == 0
    assert told["verified"] is True
    assert told["decisions"] == len(told["history"])
    assert told["positions"][0]["round"] == 0
    assert told["damaged_bytes"] == 0


def test_a_cut_save_is_replayed_as_far_as_it_goes_and_left_alone(run, save, tmp_path):
    data = save.read_bytes()[:-700]
    path = tmp_path / "cut.match"
    path.write_bytes(data)

    code, out, _ = run("replay", path)

    assert code == 0
    assert "damaged" in out
    assert "isn’t over" in out
    assert path.read_bytes() == data


def test_a_replay_of_a_match_that_goes_on_keeps_its_secrets(run, tmp_path):
    match = begun("long-negotiation", tmp_path)
    while match.view(match.to_move).decision != "card":
        match.play(match.view(match.to_move).legal_actions()[0])
    secrets = {match.view(side).mandate for side in (0, 1)}
    secrets |= {slug for side in (0, 1) for slug in match.view(side).hand}

    for arguments in (["replay", match.path], ["replay", match.path, "--json"]):
        _, out, _ = run(*arguments)
        assert not [slug for slug in secrets if slug in out]


def test_a_save_of_something_else_is_said(run, tmp_path):
    path = tmp_path / "letter.match"
    path.write_text("Dear all,", encoding="utf-8")

    assert "is not a saved match" in complaint(run("replay", path))
    assert "is not a saved match" in complaint(run("text", "--resume", path))


def test_a_fault_of_our_own_goes_to_a_log(run, home, monkeypatch):
    def fail(folders, language):
        raise ZeroDivisionError("nobody thought\nof this")

    monkeypatch.setattr("game.commands.check.check", fail)

    code, out, err = run("check")

    assert (code, out) == (70, "")
    assert err.count("\n") == 1
    (log,) = (home / "log").iterdir()
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert str(log) in err


def test_a_fault_while_a_match_is_played_gives_no_secret_away(run, home, monkeypatch):
    secret = "n-monterey1"

    def fail(options):
        raise KeyError(secret)

    monkeypatch.setattr("game.commands.text.text", fail)

    code, _, err = run("text")

    assert code == 70
    (log,) = (home / "log").iterdir()
    said = log.read_text(encoding="utf-8")
    assert "KeyError" in said
    assert "in fail" in said
    assert secret not in said + err


def test_the_module_runs_as_a_program():
    done = subprocess.run(
        [sys.executable, "-m", "game", "--version"], capture_output=True, text=True, check=True
    )

    assert done.stdout == f"defend-together {game.__version__}\n"


def test_checking_and_simulating_open_no_window():
    code = (
        "import sys; from game.cli import main; main(['check']); "
        "main(['simulate', '--games', '1', '--nato', 'open', '--russia', 'open']); "
        "assert 'pygame' not in sys.modules"
    )

    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)


def test_a_home_that_names_nobody_is_one_line(monkeypatch, capsys):
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", "~no-such-person/games")

    with pytest.raises(UserFolderError, match="names no folder"):
        user_data_dir()


def test_a_number_of_games_below_1_is_said_in_plain_words(capsys):
    assert cli.main(["simulate", "--games", "0"]) == 2
    assert "a whole number of 1 or more is needed, not “0”" in capsys.readouterr().err


def test_a_save_that_is_a_device_is_one_line(capsys):
    assert cli.main(["replay", "/dev/zero"]) == 1
    assert capsys.readouterr().err.strip().endswith("is not a file")


@pytest.mark.parametrize("command", ["licences", "completion"])
def test_who_has_read_enough_may_close_the_pipe(command):
    arguments = [command, "fish"] if command == "completion" else [command]
    with subprocess.Popen(
        [sys.executable, "-m", "game", *arguments],
        env=os.environ | {"PYTHONUNBUFFERED": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()

    assert (process.returncode, complaint) == (0, "")
