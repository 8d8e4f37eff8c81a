"""What is said of a crisis that was resolved: the pair of stances, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.events import CauseMadePublic, CrisisResolved
from game.engine.world import World
from game.ui.board.crisis_face import cells_of
from game.ui.board.revealed import Revealed
from game.ui.text import Run
from game.words import (
    Words,
    began_text,
    full_line,
    log_line,
    response_effects,
    response_title,
    stance_name,
    stances_text,
    tension_text,
)
from game.words.names import response_of


@dataclass(frozen=True, slots=True)
class AnswerFace:
    """What a side answered."""

    side: int
    stance: int
    stance_word: str
    title: str
    note: str
    effects: str


def answer_of(words: Words, resolved: CrisisResolved, side: int) -> AnswerFace:
    """Return a side's answer."""
    slug = resolved.responses[side]
    spec = response_of(words, resolved.crisis, side, slug)
    return AnswerFace(
        side,
        resolved.stances[side],
        stance_name(words, spec.stance),
        response_title(words, resolved.crisis, side, slug),
        words.content_text(slug, spec.note),
        response_effects(words, spec, side),
    )


def meeting_text(words: Words, resolved: CrisisResolved) -> str:
    """Return how the stances met and what that did to Tension, the latter in bold."""
    return words.text(
        "{stances}: **{tension}**",
        stances=stances_text(words, *resolved.stances),
        tension=tension_text(words, resolved.tension),
    )


def sum_text(words: Words, world: World, resolved: CrisisResolved) -> str:
    """Return how table, answers and cap make up the change; nothing if it is the table's."""
    nato, russia = resolved.stances
    cell = cells_of(world, resolved.crisis)[nato][russia]
    if resolved.capped:
        return words.text("The table says {+cell}; a cap holds the rise.", cell=cell)
    if resolved.tension == cell:
        return ""
    own = resolved.tension - cell
    return words.text("The table says {+cell}, the answers {+own}.", cell=cell, own=own)


def cause_runs(words: Words, event: CauseMadePublic) -> tuple[Run, ...]:
    """Return who began the incident, in bold, and what lay behind it, in italics."""
    spec = words.content.crises[event.crisis]
    found = words.text("Cause found: {began}.", began=began_text(words, event.began))
    story = spec.causes.get(("nato", "russia", "nobody")[event.began], "")
    behind = words.content_text(spec.slug, story)
    return (Run(found + " ", bold=True), Run(behind, italic=True))


def further_lines(words: Words, face: Revealed) -> Iterator[str]:
    """Yield what else came of it: sites, steps, the door."""
    for event in face.others:
        told = log_line(words, event)
        if told is not None:
            yield told.text


def brink_line(words: Words, face: Revealed) -> str:
    """Return the test at the brink as a sentence, or nothing."""
    return full_line(words, face.brink).text if face.brink is not None else ""


def source_line(words: Words, crisis: str) -> str:
    """Return the first source of a crisis: its title and date, or nothing."""
    spec = words.content.crises[crisis]
    if not spec.sources:
        return ""
    source = words.content.sources[spec.sources[0]]
    return words.text(
        "Source: {title}, {date}",
        title=words.content_text(source.slug, source.title),
        date=words.content_text(source.slug, source.date),
    )
