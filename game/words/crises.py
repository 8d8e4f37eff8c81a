"""Crises: their type, story, responses, and who began them."""

from collections.abc import Mapping
from typing import Final

from game.content.specs import CrisisSpec, ResponseSpec
from game.content.vocabulary import STANCES
from game.told import mark
from game.words.catalogue import Words, capital
from game.words.conditions import conditions_phrase
from game.words.effects import clauses_of
from game.words.names import NATO, NOBODY, began_text, side_name, side_values, stance_name

_STARTERS: Final[Mapping[str, str]] = {
    "nobody": mark("Nobody began it."),
    "hidden": mark("Who began it? Not known."),
    "owner": mark("The owner of the site began it."),
}


def crisis_type_name(words: Words, crisis_type: str) -> str:
    """Return the name of a type of game: `Stag hunt`."""
    return words.content_text(crisis_type, words.content.matrices[crisis_type].title)


def crisis_lesson(words: Words, crisis_type: str) -> str:
    """Return the sentence about a type of game."""
    return words.content_text(crisis_type, words.content.matrices[crisis_type].lesson)


def crisis_date(words: Words, crisis: CrisisSpec, *, incident: bool = False) -> str:
    """Return the line under a crisis's title: its date or *what if*, and *incident*."""
    parts = []
    if crisis.date:
        parts.append(words.content_text(crisis.slug, crisis.date))
    elif crisis.what_if:
        parts.append(words.text("What if"))
    if incident:
        parts.append(words.text("incident"))
    return " · ".join(parts)


def starter_text(words: Words, crisis: CrisisSpec, starter: int | None) -> str:
    """Return who began a crisis."""
    if starter is not None and starter < NOBODY:
        return words.sentence(words.text("{side} began it", **side_values(words, starter)))
    known = crisis.starter if crisis.starter == "hidden" else "nobody"
    return words.text(_STARTERS[known])


def find_out_text(words: Words) -> str:
    """Return how one may learn the cause of an incident."""
    return words.text("To find out: technical means, joint Centres 2, an open answer.")


def cause_text(words: Words, crisis: CrisisSpec, began: int) -> str:
    """Return the cause of an incident with what lay behind it."""
    names = ("nato", "russia", "nobody")
    found = words.text("Cause found: {began}.", began=began_text(words, began))
    story = crisis.causes.get(names[began], "")
    return f"{found} {words.content_text(crisis.slug, story)}".strip()


def response_effects(words: Words, response: ResponseSpec, side: int) -> str:
    """Return a response's own effects on one line."""
    if not response.effects:
        return words.text("No further effect")
    return capital(clauses_of(words, response.effects, side))


def response_needs(words: Words, response: ResponseSpec, side: int) -> str:
    """Return what a response asks for, or nothing."""
    if response.clears:
        return words.text("Needs proof that nobody began it")
    if not response.needs:
        return ""
    phrase = conditions_phrase(words, response.needs, side)
    return capital(words.text("needs {condition}", condition=phrase))


def stances_text(words: Words, nato: int, russia: int) -> str:
    """Return `firm meets open`: NATO's stance first."""
    return words.text(
        "{first} meets {second}",
        first=stance_name(words, STANCES[nato]),
        second=stance_name(words, STANCES[russia]),
    )


def tension_text(words: Words, by: int) -> str:
    """Return what a crisis does to Tension: `Tension +2`, `Tension stays`."""
    return words.text("Tension {+by}", by=by) if by else words.text("Tension stays")


def cap_text(words: Words, joint_exercises: int) -> str:
    """Return what joint Exercises do to a crisis."""
    numbers = words.content.numbers
    if joint_exercises >= numbers.exercise_cap_level:
        return words.text(
            "Joint Exercises {level} cap the rise at {cap}",
            level=numbers.exercise_cap_level,
            cap=numbers.exercise_cap,
        )
    return words.text(
        "Joint Exercises {level} would cap the rise at {cap}; they stand at {now}",
        level=numbers.exercise_cap_level,
        cap=numbers.exercise_cap,
        now=joint_exercises,
    )


def sides_text(words: Words) -> tuple[str, str]:
    """Return the names of both sides, NATO's first."""
    return side_name(words, NATO), side_name(words, 1 - NATO)
