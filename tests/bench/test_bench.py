"""`defend-together bench` from the command line, in next to no rounds; no time is asserted."""

import json
import sys

import pytest

from game import cli
from game.commands.bench import table
from game.content import load_content
from game.lab.speed import ROWS, Loop, Row, Setting, measure
from game.lab.speed.measure import AbsentError
from game.ui.display import NoScreenError
from game.ui.speed import FrameTimes, WindowSpeed
from game.ui.speed_memory import MatchMemory
from game.ui.speed_start import StartTimes

PEERS = {"chess", "open-spiel", "rlcard"}


@pytest.fixture
def run(capsys):
    """Run the bench; return the exit code, what was printed, and the complaint."""

    def run_bench(*arguments):
        code = cli.main(["bench", *arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run_bench


@pytest.fixture
def alone(monkeypatch):
    """No peer is installed."""
    for module in ("chess", "pyspiel", "rlcard"):
        monkeypatch.setitem(sys.modules, module, None)


def test_the_json_is_one_object_with_ratios_of_the_same_run(run):
    code, out, err = run("--json", "--rounds", "2", "--only", "playouts")
    told = json.loads(out)

    assert (code, err) == (0, "")
    (row,) = told["rows"]
    assert (row["name"], row["rounds"]) == ("playouts", 2)
    assert {figure["unit"] for figure in row["figures"]} == {"decision", "choice", "turn"}
    assert all(figure["cost"] > 0 for figure in row["figures"])
    assert row["ratios"]
    for ratio in row["ratios"]:
        assert 0 < ratio["low"] <= ratio["median"] <= ratio["high"]
    assert set(row["includes"]) == {figure["who"] for figure in row["figures"]}
    assert all(row["includes"].values())
    assert set(told["peers"]) | set(told["absent"]) >= PEERS
    assert told["machine"]["python"].split()[1] == ".".join(map(str, sys.version_info[:3]))
    assert told["machine"]["cores"] >= 1
    assert told["machine"]["processor"]


def test_choices_cost_no_less_than_decisions(run):
    _, out, _ = run("--json", "--rounds", "1", "--only", "playouts")
    (row,) = json.loads(out)["rows"]
    cost = {(figure["who"], figure["unit"]): figure["cost"] for figure in row["figures"]}

    for who in {who for who, unit in cost if unit == "choice"}:
        assert cost[who, "choice"] >= cost[who, "decision"]


def test_without_any_peer_the_floor_is_left_and_each_absence_is_one_line(run, alone):
    code, out, err = run("--rounds", "1", "--only", "playouts,clone,clone-apply,sample")

    assert (code, err) == (0, "")
    assert "Traceback" not in out
    for name in PEERS:
        assert out.count(f"Absent: {name}: not installed (pip install {name})\n") == 1
    assert "Peers: none" in out
    for name in ("playouts", "clone", "clone-apply", "sample"):
        assert f"\n{name}: " in out
    assert out.count(" turns (") == 5  # decisions, choices, and one in each other row


def test_every_row_that_takes_time_is_set_against_the_floor():
    timed = [row for row in ROWS.values() if row.name not in {"bytes", "start"}]

    assert timed
    for row in timed:
        assert [loop.kind for loop in row.peers].count("floor") == 1


def test_clones_and_actions_are_told_by_the_kind_of_decision(run, alone):
    _, out, _ = run("--json", "--rounds", "1", "--only", "clone-apply-by-kind")
    (row,) = json.loads(out)["rows"]
    units = {figure["unit"] for figure in row["figures"] if figure["who"] != "floor"}

    assert {"mandate", "draft", "reply", "card", "crisis", "ends a round"} <= units


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells neither figure")
def test_memory_and_starting_up_are_measured_in_processes_of_their_own(run, alone):
    _, out, _ = run("--json", "--rounds", "1", "--only", "bytes,start")
    told = json.loads(out)

    sizes, starts = told["rows"]
    assert (sizes["measure"], starts["measure"]) == ("bytes", "seconds")
    assert {figure["unit"] for figure in sizes["figures"]} == {"clone", "clone one action on"}
    assert sys.getsizeof([]) < sizes["figures"][0]["cost"] <= 1024
    units = {figure["unit"]: figure["cost"] for figure in starts["figures"]}
    assert min(units["command line"], units["import of the engine"]) > units["start"] > 0


@pytest.mark.parametrize(
    ("arguments", "code", "what"),
    [
        (["--rounds", "0"], 2, "--rounds"),
        (["--rounds", "many"], 2, "--rounds"),
        (["--only", "playout"], 2, "no row “playout”; there are playouts, playouts-listed"),
        (["--only", ""], 2, "no row “”"),
        (["--only", "clone,,sample"], 2, "no row “”"),
        (["--fast"], 2, "--fast"),
        (["playouts"], 2, "playouts"),
        (["--scenario", "lisbon"], 1, "no scenario “lisbon”"),
    ],
)
def test_every_mistake_is_said_in_one_line(run, arguments, code, what):
    told = run(*arguments)

    assert (told[0], told[1]) == (code, "")
    assert what in told[2]
    assert told[2].count("\n") == 1


def test_a_bench_that_measures_nothing_fails(run, monkeypatch):
    idle = Loop("Defend Together", "", lambda setting: lambda luck: {}, "own")
    monkeypatch.setitem(ROWS, "playouts", Row("playouts", "", idle, ()))

    code, out, err = run("--rounds", "1", "--only", "playouts")

    assert (code, out) == (1, "")
    assert "nothing was measured" in err


def test_the_table_says_what_each_figure_includes_and_how_to_read_it():
    setting = Setting(load_content(), "first-council", seconds=0.001, positions=20)

    report = measure([ROWS["clone"], ROWS["sample"]], setting, 2)
    told = "\n".join(table(report))

    flat = " ".join(told.split())
    for row in report.rows:
        for text in row.includes.values():
            assert flat.count(f"{text}.") == 1
    assert "median of the rounds" in flat
    assert f"{report.machine.cores} core" in flat
    assert all(len(line) <= 96 for line in told.splitlines())


def test_the_window_is_a_row_of_its_own(run, monkeypatch):
    frame = FrameTimes((1280, 720), "dummy", 20, 2.0, 3.0, 1.0, 1.5, 2.0)
    found = WindowSpeed((frame,), 0.01, StartTimes(0.5, 0.75))
    monkeypatch.setattr("game.ui.speed.window_speed", lambda content: found)

    code, out, err = run("--only", "window")
    told = json.loads(run("--only", "window", "--json")[1])

    assert (code, err) == (0, "")
    assert "2.00 times" in out
    assert told["window"]["frames"][0]["ratio"] == 2.0
    assert told["window"]["start"] == {"first_picture": 0.5, "usable": 0.75}
    assert "rows" not in told


def test_the_memory_of_many_matches_is_a_row_of_its_own(run, monkeypatch):
    found = MatchMemory((100.0, 101.0), warm=1)
    monkeypatch.setattr("game.ui.speed_memory.match_memory", lambda: found)

    code, out, err = run("--only", "window-memory")
    told = json.loads(run("--only", "window-memory", "--json")[1])

    assert (code, err) == (0, "")
    assert "after 1 matches 100 MB, after 2 101 MB: +1 MB" in out
    assert told["window-memory"]["grown"] == 1.0


def test_where_the_system_does_not_tell_its_memory_the_row_is_absent(run, monkeypatch):
    def untold():
        raise AbsentError("this system doesn't tell a process's memory")

    monkeypatch.setattr("game.ui.speed_memory.match_memory", untold)

    code, out, _ = run("--only", "window-memory")

    assert code == 0
    assert "Absent: window-memory: this system" in out


def test_without_a_screen_the_window_is_absent_and_says_so(run, monkeypatch):
    def no_screen(content):
        raise NoScreenError("no screen to open a window on ({error})", error="none")

    monkeypatch.setattr("game.ui.speed.window_speed", no_screen)

    code, out, _ = run("--only", "window")

    assert code == 0
    assert "Absent: window: no screen to open a window on (none)" in out
