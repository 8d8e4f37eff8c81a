"""The journal at the end of a debrief: what every reference refers to."""

from game.charts import Table
from game.match import Entry
from game.match.perspective import told_as
from game.teach.debrief import Debrief
from game.teach.telling.told import Chapter, References
from game.words import Words, action_title, phase_name, short_log, side_name


def journal(words: Words, debrief: Debrief, references: References) -> Chapter:
    """Return every decision with what came of it."""
    rows = tuple(
        (
            references.text((entry.number,)),
            words.text(
                "{side}, {phase}: {what}",
                side=side_name(words, entry.side),
                phase=phase_name(words, entry.phase),
                what=entry_text(words, debrief, entry),
            ),
        )
        for entry in debrief.course.history
    )
    head = (
        words.text("Entry"),
        words.text("What was decided, and what came of it"),
    )
    table = Table(words.text("Every decision in order"), head, rows, left=(1,))
    return Chapter("journal", words.text("The journal"), (table,))


def entry_text(words: Words, debrief: Debrief, entry: Entry) -> str:
    """Return what was decided and what came of it; hidden things only where they are told."""
    events = told_as(entry.events, "open" if debrief.secrets else "table")
    lines = " ".join(line.text for line in short_log(words, events))
    if not debrief.secrets:
        return lines or words.text("Not shown while the match goes on.")
    if entry.phase == "actions" and lines:
        return lines
    view = debrief.course.truth_after(entry.number - 1).view(entry.side)
    title = words.sentence(action_title(words, view.facts(entry.action), view))
    return f"{title} {lines}".strip()
