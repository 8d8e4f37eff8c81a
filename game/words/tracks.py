"""Tracks, door and derived numbers: their words and what a tooltip says of them."""

from collections.abc import Mapping
from typing import Final

from game.told import mark
from game.words.catalogue import Words, mark_for, number, signed
from game.words.names import (
    initiative_value,
    ladder_name,
    ladder_title,
    side_values,
    step_title,
    track_name,
)

_DOORS: Final = (
    mark_for("door", "Closed"),
    mark_for("door", "Strained"),
    mark_for("door", "Open"),
)
_TOOLTIPS: Final[Mapping[str, str]] = {
    "tension": mark(
        "How close the two sides are to a clash. From {edge}, sites in reach of missiles are "
        "held at risk. At {closes} the door closes; at {end} the game ends and both fail."
    ),
    "threat": mark(
        "Missiles from outside Europe. NATO is Protected while its Coverage is as high. It "
        "rises by the scenario’s schedule and by crises."
    ),
    "support": mark(
        "The backing of {sides} government at home. At 0 it falls: {side} fails and the game "
        "ends. Above {routine} it loses 1 at every reckoning."
    ),
    "initiative": mark(
        "Who sets the agenda: what one side gains, the other loses. It moves 1 towards 0 at "
        "every reckoning."
    ),
    "coverage": mark(
        "What NATO’s working sites and the joint centres can defend. NATO is Protected if it "
        "is as high as the Outside threat."
    ),
    "deterrent": mark(
        "How sure Russia’s answer is: {base}, its working sites and joint Guarantees, less "
        "the concern of NATO’s sites. Russia is Secure at 0 or more."
    ),
}


def door_name(words: Words, door: int) -> str:
    """Return the word for the door: 0 closed, 1 strained, 2 open."""
    return words.text_for("door", _DOORS[door])


def door_note(words: Words, door: int) -> str:
    """Return what the door allows."""
    numbers = words.content.numbers
    if not door:
        return words.text("no council")
    terms = numbers.open_terms if door > 1 else numbers.strained_terms
    return words.plural("{n} term a side", "{n} terms a side", terms)


def door_tooltip(words: Words, door: int) -> tuple[str, str]:
    """Return the title and text of the door's tooltip."""
    numbers = words.content.numbers
    title = words.text("The door is {state}", state=door_name(words, door).casefold())
    text = words.text(
        "The NATO–Russia Council. It strains after {councils} councils in a row without a "
        "package and closes at Tension {closes}.",
        councils=numbers.failed_councils,
        closes=numbers.door_closes,
    )
    return title, text


def track_tooltip(
    words: Words, track: str, value: int, side: int | None = None
) -> tuple[str, str]:
    """Return the title and text of a track's tooltip; `side` for what each side has."""
    return _title(words, track, value), _text(words, track, side)


def _title(words: Words, track: str, value: int) -> str:
    name = track_name(words, track)
    if track == "initiative":
        return words.text("{track} {value}", track=name, value=initiative_value(words, value))
    if track == "deterrent":
        return words.text("{track} {value}", track=name, value=signed(value))
    if track == "coverage":
        return words.text("{track} {value}", track=name, value=number(value))
    most = words.content.numbers.track_max
    return words.text("{track} {value} of {most}", track=name, value=value, most=most)


def _text(words: Words, track: str, side: int | None) -> str:
    numbers = words.content.numbers
    values = side_values(words, side) if side is not None else {}
    if track == "assurance":
        return assurance_text(words, side)
    return words.text(
        _TOOLTIPS[track],
        edge=numbers.risk_tension,
        closes=numbers.door_closes,
        end=numbers.track_max,
        routine=numbers.routine_support,
        base=numbers.deterrent_base,
        **values,
    )


def assurance_text(words: Words, side: int | None) -> str:
    """Return what Assurance means and which steps it opens."""
    _, second, third, fourth = words.content.numbers.gates
    values = side_values(words, side or 0)
    return words.text(
        "How safe {side} believes itself to be. Step 2 of any ladder needs {second}, step 3 "
        "needs {third}, step 4 needs {fourth}. It rises by at most {rise} a round.",
        second=second,
        third=third,
        fourth=fourth,
        rise=words.content.numbers.assurance_rise,
        **values,
    )


def ladder_tooltip(words: Words, ladder: str, steps: tuple[int, int]) -> tuple[str, str]:
    """Return the title and text of a ladder's tooltip; `steps` are NATO's and Russia's."""
    spec = words.content.ladders[ladder]
    title = words.text(
        "{ladder}: joint level {level}", ladder=ladder_title(words, ladder), level=min(steps)
    )
    text = words.content_text(ladder, spec.note)
    return title, text


def ladder_steps(words: Words, ladder: str) -> tuple[str, str, str, str]:
    """Return the names of a ladder's steps, from the bottom."""
    return (
        step_title(words, ladder, 1),
        step_title(words, ladder, 2),
        step_title(words, ladder, 3),
        step_title(words, ladder, 4),
    )


def joint_text(words: Words, ladder: str, level: int) -> str:
    """Return `Exercises: joint level 2`."""
    return words.text(
        "{ladder}: joint level {level}", ladder=ladder_name(words, ladder), level=level
    )


def firm_text(words: Words, side: int) -> str:
    """Return why a side that was firm at the brink is not secured (6.5)."""
    brink = words.content.numbers.brink
    if side:
        return words.text(
            "It was firm at Tension {brink} or more: not Secure until it answers a crisis "
            "measured or open.",
            brink=brink,
        )
    return words.text(
        "It was firm at Tension {brink} or more: not Protected until it answers a crisis "
        "measured or open.",
        brink=brink,
    )


def secured_text(words: Words, side: int, *, secured: bool) -> str:
    """Return `protected`, `not protected`, `secure` or `not secure`."""
    if side:
        return words.text("secure") if secured else words.text("not secure")
    return words.text("protected") if secured else words.text("not protected")
