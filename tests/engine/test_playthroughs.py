"""Recorded playthroughs: whole matches as texts that must come out as they are recorded.

A text in `goldens/` holds the decisions of its match, and the engine tells the match anew
from them. Where a rule was meant to change, `pytest tests/engine --regen` writes the texts
anew, and the difference is read. For one more, write its first line alone and use `--regen`.
"""

import re

import pytest

from game.engine import actions as a
from game.engine.events import Event
from tests.engine.playthrough_text import name_of, retold
from tests.engine.playthroughs import SCENARIOS
from tests.engine.recorded import FOLDER

PLAYTHROUGHS = [path.name for path in sorted(FOLDER.glob("*-*.txt"))]
LINE = re.compile(
    r"^ *\d+ \[(?P<action>[0-9a-f]+)\] (?P<words>.*)$|^ {6}(?P<event>[a-z ]+?):", re.MULTILINE
)


def text(name):
    return (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PLAYTHROUGHS)
def test_a_recorded_match_is_played_as_it_was_recorded(name, recorded):
    recorded(name, retold(text(name)))


def test_every_scenario_has_a_playthrough():
    told = {text(name).split("\n", 1)[0].split()[2].rstrip(",") for name in PLAYTHROUGHS}

    assert told == set(SCENARIOS)


def test_the_playthroughs_show_every_kind_of_decision_and_of_event():
    found = [line for name in PLAYTHROUGHS for line in LINE.finditer(text(name))]
    kinds = {int(line["action"], 16) >> 16 for line in found if line["action"]}
    happened = {line["event"] for line in found if line["event"]}

    assert kinds == set(a.KINDS)
    assert {name_of(kind) for kind in Event.__subclasses__()} - happened == {
        "track moved",  # told as the track's own name
        "turn skipped",  # no shipped scenario lets a hand run out
        "crisis set",  # what facilitators do, not players
        "handed out",
    }
