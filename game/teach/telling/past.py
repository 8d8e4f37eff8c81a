"""What history did where a match passed."""

from game.charts import Paragraph
from game.teach.debrief import Debrief
from game.teach.history import HistoryOfRound
from game.teach.telling.told import Chapter, Part, Told
from game.words import (
    Words,
    card_title,
    crisis_title,
    round_date,
    round_name,
)


def history(words: Words, debrief: Debrief) -> Chapter:
    """Return what history did where the match passed, and how it went on."""
    parts: list[Part] = []
    for one in debrief.history:
        parts += _round(words, debrief, one)
    epilogue = words.content_text(debrief.scenario.slug, debrief.scenario.epilogue)
    if debrief.outcome is not None and epilogue:
        parts.append(Paragraph(epilogue))
    return Chapter("history", words.text("What history did"), tuple(parts))


def _round(words: Words, debrief: Debrief, one: HistoryOfRound) -> list[Part]:
    """Return what of history a round touched."""
    content = debrief.course.content
    head = words.text(
        "Round {n}, {name}: {date}.",
        n=one.round,
        name=round_name(words, debrief.scenario, one.round),
        date=round_date(words, debrief.scenario, one.round),
    )
    parts: list[Part] = [Told(head, one.rests)]
    for entry, slug in one.crises:
        crisis = content.crises[slug]
        if crisis.what_if:
            when = words.text("no such crisis is on record: a what-if")
        else:
            when = words.content_text(slug, crisis.date)
        text = words.text(
            "The crisis “{crisis}” ({when}): {story}",
            crisis=crisis_title(words, slug),
            when=when,
            story=words.content_text(slug, crisis.story),
        )
        parts.append(Told(text, (entry,)))
    for entry, slug in one.cards:
        card = content.cards[slug]
        when = words.text("a what-if") if card.what_if else words.content_text(slug, card.date)
        text = words.text(
            "The card “{card}” ({when}): {story}",
            card=card_title(words, slug),
            when=when,
            story=words.content_text(slug, card.history),
        )
        parts.append(Told(text, (entry,)))
    return parts
