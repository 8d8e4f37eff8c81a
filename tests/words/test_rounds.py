"""Rounds, phases, turns and scenarios."""

import pytest

from game.engine.fields import DECISIONS, PHASES
from game.words import (
    decision_text,
    phase_name,
    round_date,
    round_end,
    round_name,
    round_title,
    scenario_blurb,
    scenario_facts,
    turn_text,
)


def test_a_round_has_a_number_a_name_and_a_date(words):
    scenario = words.content.scenarios["long-negotiation"]

    assert round_title(words, 4) == "Round 4"
    assert round_name(words, scenario, 4) == "Chicago"
    assert round_date(words, scenario, 4) == "first half of 2012"
    assert round_date(words, scenario, 0) == ""


@pytest.mark.parametrize(
    ("scenario", "end", "facts"),
    [
        ("long-negotiation", "ends after 7, 8 or 9", "7 to 9 rounds · 45 to 75 minutes"),
        ("lisbon-to-chicago", "of 4", "4 rounds · 20 to 30 minutes"),
    ],
)
def test_a_scenario_says_how_long_it_is(words, scenario, end, facts):
    spec = words.content.scenarios[scenario]

    assert round_end(words, spec) == end
    assert scenario_facts(words, spec) == facts
    assert scenario_blurb(words, spec)[0] == spec.motto


@pytest.mark.parametrize(("turn", "side_turn"), [(0, 1), (1, 1), (4, 3), (5, 3)])
def test_a_turn_is_counted_for_its_side(words, turn, side_turn):
    assert turn_text(words, turn) == f"turn {side_turn} of 3"


@pytest.mark.parametrize("phase", PHASES)
def test_every_phase_has_a_name(words, phase):
    assert phase_name(words, phase)


@pytest.mark.parametrize("decision", DECISIONS)
def test_every_decision_says_who_decides(words, decision):
    assert decision_text(words, decision, 1).startswith(
        "Russia" if decision != "nothing" else "The match is over"
    )
