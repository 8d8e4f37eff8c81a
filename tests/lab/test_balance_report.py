"""The report on the shipped numbers: it is of these, and every target that must hold does."""

import json

import pytest

from game.paths import data_path
from tests.lab.conftest import LONG, SHORT


def report(scenario):
    return json.loads(data_path("balance", f"{scenario}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("scenario", [SHORT, LONG])
def test_the_report_was_played_with_the_targets_that_ship(content, scenario):
    own = content.scenarios[scenario].targets
    shipped = {slug: own.get(slug, m.target) / 10 for slug, m in content.mandates.items()}

    measured = {slug: one["target"] for slug, one in report(scenario)["mandates"].items()}

    assert measured == shipped


@pytest.mark.parametrize("scenario", [SHORT, LONG])
def test_what_must_hold_holds(scenario):
    told = report(scenario)
    short = {goal["goal"] for goal in told["goals"] if goal["must"] and not goal["met"]}

    assert not short
    assert told["games"] >= 40
    assert (told["nato"], told["russia"]) == ("search:5", "search:5")
