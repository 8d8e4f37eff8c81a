"""The first chapter: how it ended, and what each side wanted."""

from game.engine.events import MandateChosen, MatchEnded
from game.teach.advised import AdviceTaken
from game.teach.debrief import Debrief
from game.teach.telling.told import Chapter, Told
from game.words import (
    Words,
    decimal,
    mandate_title,
    result_name,
    result_of,
    side_values,
    verdict_sentence,
    verdict_title,
)


def in_short(words: Words, debrief: Debrief) -> Chapter:
    """Return how the match ended and along which course, in a few sentences."""
    told = [_ending(words, debrief)]
    if debrief.outcome is not None:
        told += [_side(words, debrief, side) for side in (0, 1)]
    told.append(tension_course(words, debrief))
    told.append(_joint(words, debrief))
    told += [_advice(words, one) for one in debrief.advice]
    return Chapter("short", words.text("In short"), tuple(told))


def _ending(words: Words, debrief: Debrief) -> Told:
    """Return the verdict, or that the match goes on."""
    outcome = debrief.outcome
    if outcome is None:
        if debrief.secrets:
            text = words.text("The match isn’t over. What is hidden in it is told here.")
        else:
            text = words.text(
                "The match isn’t over. Only what both sides may know is told here."
            )
        return Told(text, (debrief.end,))
    ended = next(one.number for one in debrief.found if isinstance(one.event, MatchEnded))
    return Told(
        words.text(
            "The match ended in round {n}: {verdict}. {sentence}",
            n=debrief.course.truth.round,
            verdict=verdict_title(words, outcome.verdict),
            sentence=verdict_sentence(words, outcome.verdict, outcome.fallen),
        ),
        (ended,),
    )


def _side(words: Words, debrief: Debrief, side: int) -> Told:
    """Return what a side wanted and what it reached."""
    outcome = debrief.outcome
    assert outcome is not None
    values = {
        "mandate": mandate_title(words, outcome.mandates[side]),
        "points": decimal(words, outcome.points[side], 1),
        "target": decimal(words, outcome.targets[side], 1),
        "result": result_name(words, result_of(outcome, side)),
        **side_values(words, side),
    }
    chosen = tuple(
        one.number
        for one in debrief.found
        if isinstance(one.event, MandateChosen) and one.event.side == side
    )
    text = words.text(
        "{side} pursued “{mandate}”: {points} points, target {target}, {result}.", **values
    )
    return Told(text, (*chosen, debrief.end))


def tension_course(words: Words, debrief: Debrief) -> Told:
    """Return where Tension began, how high it stood and where it is."""
    start = debrief.scenario.tension
    moves = debrief.tension
    if not moves:
        return Told(words.text("Tension stood at {n} throughout.", n=start), (0,))
    highest = max(moves, key=lambda move: move.after)
    rests = {0, moves[-1].number, *([highest.number] if highest.after > start else [])}
    return Told(
        words.text(
            "Tension began at {start}, stood highest at {highest} and came to {end}.",
            start=start,
            highest=max(start, highest.after),
            end=moves[-1].after,
        ),
        tuple(sorted(rests)),
    )


def _advice(words: Words, one: AdviceTaken) -> Told:
    """Return how often a side was shown advice, and how often it followed that."""
    shown = words.plural(
        "{side} was shown advice for {n} decision",
        "{side} was shown advice for {n} decisions",
        len(one.shown),
        **side_values(words, one.side),
    )
    text = words.text(
        "{shown}; in {n} of them it followed the advice.", shown=shown, n=len(one.followed)
    )
    return Told(text, one.rests)


def _joint(words: Words, debrief: Debrief) -> Told:
    """Return how much both sides did together at the end."""
    steps = debrief.course.truth.view(0).steps
    levels = [min(nato, russia) for nato, russia in zip(*steps, strict=True)]
    text = words.text(
        "Joint levels, from Transparency to Guarantees, came to {levels}: {n} in all.",
        levels=words.commas([str(level) for level in levels]),
        n=sum(levels),
    )
    return Told(text, (debrief.end,))
