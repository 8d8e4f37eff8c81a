"""Crises in words: responses, causes, stances."""

import pytest

from game.words import (
    cap_text,
    cause_text,
    crisis_date,
    crisis_title,
    crisis_type_name,
    response_effects,
    response_needs,
    stances_text,
    starter_text,
    tension_text,
)

NATO, RUSSIA, NOBODY = 0, 1, 2


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def response(words, crisis, side, slug):
    spec = words.content.crises[crisis]
    return next(one for one in (spec.russia if side else spec.nato) if one.slug == slug)


@pytest.mark.parametrize(
    ("crisis", "side", "slug", "effects", "needs"),
    [
        ("statement", NATO, "no-veto", "Own Support +1; own Initiative +1", ""),
        ("statement", NATO, "note-the-open-door", "No further effect", ""),
        (
            "statement",
            NATO,
            "offer-a-written-text",
            "Tension −1; own Assurance +1",
            "Needs joint Guarantees 1",
        ),
        (
            "statement",
            RUSSIA,
            "order-the-next-rung",
            "Announce Kaliningrad, as by Deploy; own Initiative +1",
            "Needs Kaliningrad not declared",
        ),
        (
            "false-alarm",
            RUSSIA,
            "clear-russia",
            "Tension −2",
            "Needs proof that nobody began it",
        ),
        (
            "forward",
            RUSSIA,
            "pull-back-to-talk",
            "The site is emptied, at no cost of Support; Tension −1",
            "",
        ),
        ("libya", NATO, "report-each-step", "Each side’s Assurance +1", "Needs an open door"),
        ("libya", RUSSIA, "walk-out", "Own Support +1; the door closes 1 step", ""),
        (
            "cruiser",
            RUSSIA,
            "suspend-exercises",
            "Suspend own Exercises; Tension −1",
            "Needs own Exercises 1",
        ),
        (
            "picture",
            NATO,
            "look-for-ourselves",
            "Russia’s undeclared sites are found, without Tension",
            "",
        ),
    ],
)
def test_a_response_tells_its_effects_and_needs(words, crisis, side, slug, effects, needs):
    spec = response(words, crisis, side, slug)

    assert plain(response_effects(words, spec, side)) == effects
    assert response_needs(words, spec, side) == needs


def test_a_form_is_titled_by_its_site(words):
    assert crisis_title(words, "forward", "luga") == "Forward deployment: Luga"
    assert crisis_title(words, "interceptors", "deveselu") == "Interceptors: Deveselu"
    assert crisis_title(words, "forward") == "Forward deployment"


def test_a_crisis_says_who_began_it(words):
    crises = words.content.crises

    assert starter_text(words, crises["cruiser"], NATO) == "NATO began it."
    assert starter_text(words, crises["launches"], None) == "Nobody began it."
    assert starter_text(words, crises["false-alarm"], None) == "Who began it? Not known."


def test_a_cause_comes_with_its_story(words):
    crisis = words.content.crises["noise"]

    text = cause_text(words, crisis, NOBODY)

    assert text.startswith("Cause found: nobody began it. ")
    assert text.endswith(crisis.causes["nobody"])


def test_an_invented_crisis_says_so_under_its_title(words):
    crises = words.content.crises

    assert crisis_date(words, crises["noise"], incident=True) == "What if · incident"
    assert crisis_date(words, crises["statement"]) == "23 November 2011"


def test_stances_meet_nato_first(words):
    assert stances_text(words, 0, 2) == "firm meets open"


def test_tension_moves_or_stays(words):
    assert plain(tension_text(words, 2)) == "Tension +2"
    assert tension_text(words, 0) == "Tension stays"


def test_joint_exercises_cap_a_crisis(words):
    assert cap_text(words, 3) == "Joint Exercises 3 cap the rise at 1"
    assert cap_text(words, 2) == ("Joint Exercises 3 would cap the rise at 1; they stand at 2")


@pytest.mark.parametrize(
    ("crisis_type", "name"), [("stag-hunt", "Stag hunt"), ("chicken", "Chicken")]
)
def test_a_type_has_a_name(words, crisis_type, name):
    assert crisis_type_name(words, crisis_type) == name
