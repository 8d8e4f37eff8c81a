"""Verdicts, for both sides and for each."""

import pytest

from game.engine import Outcome
from game.engine.outcome import VERDICTS
from game.words import result_names, result_of, verdict_sentence, verdict_title


def outcome(verdict="cold-peace", points=(0, 0), fallen=()):
    return Outcome(
        verdict, points, (70, 70), (0.0, 0.0), fallen, ("shield-first", "great-power"), 50
    )


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_verdict_has_a_title_and_a_sentence(words, verdict):
    assert verdict_title(words, verdict)
    assert verdict_sentence(words, verdict).endswith(".")


def test_a_fallen_government_is_named(words):
    assert verdict_sentence(words, "government-falls", (0,)) == (
        "NATO’s government lost all support at home."
    )
    assert verdict_sentence(words, "government-falls", (0, 1)) == (
        "Both governments lost all support at home."
    )


@pytest.mark.parametrize(
    ("end", "results"),
    [
        (outcome("partnership", (70, 120)), ("success", "triumph")),
        (outcome("natos-terms", (119, 69)), ("success", "failure")),
        (outcome("confrontation", (200, 200)), ("failure", "failure")),
        (outcome("government-falls", (90, 90), (1,)), ("success", "fallen")),
    ],
)
def test_each_side_learns_how_it_ended(words, end, results):
    assert (result_of(end, 0), result_of(end, 1)) == results
    assert result_names(words, end) == results
