"""The bench measures every bridge beside its peers."""

import json
import warnings

import pytest

from game import cli
from game.bridges.speed import BRIDGES
from game.lab.speed import ROWS, Setting, measure
from game.lab.speed.row import OWN


def test_their_names_are_rows_of_their_own():
    assert not set(BRIDGES) & set(ROWS)
    for name, row in BRIDGES.items():
        assert row.name == name
        assert row.own.kind == "own"


@pytest.mark.parametrize("name", BRIDGES)
def test_each_is_measured_beside_its_peers(name, shipped):
    pytest.importorskip({"open-spiel": "pyspiel"}.get(name, name))
    setting = Setting(shipped, "first-council", seconds=0.001)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of environments of PettingZoo's own
        report = measure([BRIDGES[name]], setting, 1)

    (row,) = report.rows
    assert {figure.unit for figure in row.figures if figure.who == OWN} == {
        "decision",
        "choice",
    }
    assert any(figure.who == "floor" for figure in row.figures)
    for figure in row.figures:
        assert figure.cost > 0
    taken = {figure.who for figure in row.figures}
    left_out = [loop.name for loop in BRIDGES[name].loops if loop.name not in taken]
    assert len(left_out) <= len(report.absent) * 3


def test_the_command_takes_their_names(capsys):
    pytest.importorskip("gymnasium")
    options = "bench --scenario first-council --rounds 1 --only gymnasium --json"
    assert cli.main(options.split()) == 0

    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert row["name"] == "gymnasium"
