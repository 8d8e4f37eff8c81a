"""Sites as sentences, for whoever can't see the map."""

import pytest

from game.engine.view_parts import SiteState
from game.words import building_text, distance_text, site_line, site_worth


def site(slug, side, state, **rest):
    facts = {
        "undeclared": False,
        "seen": False,
        "rounds": 0,
        "pledge": 0,
        "at_risk": False,
        "concern": 0,
    }
    return SiteState(slug, side, state, **(facts | rest))


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (site("redzikowo", 0, "working", at_risk=True), "Redzikowo, NATO, working, at risk"),
        (
            site("pionersky", 1, "building", rounds=2),
            "Pionersky, Russia, under construction, 2 round ends to come",
        ),
        (
            site("redzikowo", 0, "building", rounds=15),
            "Redzikowo, NATO, under construction, not ready before the end",
        ),
        (
            site("kaliningrad", 1, "working", undeclared=True),
            "Kaliningrad, Russia, working, undeclared",
        ),
        (
            site("deveselu", 0, "empty", pledge=3),
            "Deveselu, NATO, empty, pledged not to be used for 3 rounds",
        ),
        (site("morag", 0, "halted"), "Morąg, NATO, halted"),
    ],
)
def test_a_site_is_one_line(words, state, text):
    assert site_line(words, state) == text


def test_a_site_says_what_it_costs_and_is_worth(words):
    sites = words.content.sites

    nato = site_worth(words, sites["deveselu"], 2).replace("\N{NO-BREAK SPACE}", " ")
    russia = site_worth(words, sites["kaliningrad"], 3).replace("\N{NO-BREAK SPACE}", " ")

    assert nato == "cost 3, Coverage +2, concern 2"
    assert russia == "cost 2, Deterrent +2, concern 3"


def test_one_round_end_is_singular(words):
    assert building_text(words, 1) == "1 round end to come"


def test_distances_are_whole_kilometres(words):
    assert distance_text(words, 219.6) == "220 km"
