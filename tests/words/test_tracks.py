"""Tracks, door and ladders: their tooltips."""

import pytest

from game.words import (
    Words,
    door_name,
    door_note,
    door_tooltip,
    initiative_value,
    joint_text,
    ladder_steps,
    ladder_tooltip,
    secured_text,
    track_tooltip,
)


@pytest.mark.parametrize(
    ("track", "value", "side", "title"),
    [
        ("tension", 6, None, "Tension 6 of 10"),
        ("assurance", 4, 1, "Assurance 4 of 10"),
        ("initiative", -2, None, "Initiative +2 Russia"),
        ("coverage", 5, None, "Coverage 5"),
        ("deterrent", -1, None, "Deterrent −1"),
        ("deterrent", 1, None, "Deterrent +1"),
    ],
)
def test_a_tooltip_says_where_a_track_stands(words, track, value, side, title):
    assert track_tooltip(words, track, value, side)[0] == title


def test_assurance_says_which_steps_it_opens(words):
    text = track_tooltip(words, "assurance", 4, 1)[1]

    assert text == (
        "How safe Russia believes itself to be. Step 2 of any ladder needs 3, step 3 needs 6, "
        "step 4 needs 8. It rises by at most 1 a round."
    )


def test_tension_says_what_happens_where(words):
    text = track_tooltip(words, "tension", 4)[1]

    assert "From 6," in text
    assert "At 9 the door closes; at 10 the game ends and both fail." in text


@pytest.mark.parametrize(
    ("door", "name", "note"),
    [
        (0, "Closed", "no council"),
        (1, "Strained", "1 term a side"),
        (2, "Open", "2 terms a side"),
    ],
)
def test_the_door_says_what_it_allows(words, door, name, note):
    assert door_name(words, door) == name
    assert door_note(words, door) == note
    assert door_tooltip(words, door)[0] == f"The door is {name.lower()}"


@pytest.mark.parametrize(("value", "text"), [(1, "+1 NATO"), (-3, "+3 Russia"), (0, "0")])
def test_initiative_is_somebodys(words, value, text):
    assert initiative_value(words, value) == text


def test_a_ladder_says_its_joint_level_and_steps(words):
    assert ladder_tooltip(words, "centres", (2, 1))[0] == "Joint centres: joint level 1"
    assert ladder_steps(words, "centres")[1] == "Data centre"
    assert joint_text(words, "exercises", 2) == "Exercises: joint level 2"


def test_in_sectoral_defence_the_centres_are_sectors(content):
    words = Words(content, sectors=True)

    assert ladder_tooltip(words, "centres", (2, 2))[0] == "Sectors: joint level 2"
    assert ladder_steps(words, "centres")[1] == "Shared data"


def test_security_has_a_word_for_each_side(words):
    assert secured_text(words, 0, secured=True) == "protected"
    assert secured_text(words, 1, secured=False) == "not secure"
