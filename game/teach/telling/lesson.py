"""What the facilitator of a lesson did: put in, took back, opened, counted, asked, noted."""

from collections.abc import Callable, Mapping
from typing import Final

from game.charts import Table, plain_section
from game.content.vocabulary import STANCES
from game.engine.events import CrisisSet, HandedOut
from game.match.lesson_record import Asked, Count, LessonBegun, Note, Opened, Rewound
from game.teach.debrief import Debrief, put_in
from game.teach.happenings import Happening
from game.teach.prompts import lessons_of
from game.teach.telling.told import Chapter, Part, References, Told
from game.words import (
    Words,
    card_title,
    crisis_title,
    mark,
    mark_for,
    round_title,
    side_name,
    side_values,
    stance_name,
)

_OPENED: Final[Mapping[tuple[str, bool], str]] = {
    ("hands", True): mark("In round {n} the facilitator showed the class both hands."),
    ("hands", False): mark("In round {n} the facilitator hid both hands again."),
    ("mandates", True): mark("In round {n} the facilitator showed the class both mandates."),
    ("mandates", False): mark("In round {n} the facilitator hid both mandates again."),
    ("sites", True): mark("In round {n} the facilitator showed the class undeclared sites."),
    ("sites", False): mark("In round {n} the facilitator hid undeclared sites again."),
}
_OPINIONS: Final = (
    mark_for("hands", "yes"),
    mark_for("hands", "unsure"),
    mark_for("hands", "no"),
)


def answer_name(words: Words, kind: str, place: int) -> str:
    """Return what an answer of a show of hands is called."""
    if kind == "stances":
        return stance_name(words, STANCES[place])
    return words.text_for("hands", _OPINIONS[place])


def is_of_a_lesson(debrief: Debrief) -> bool:
    """Say whether a facilitator had a part in a match."""
    return bool(debrief.lesson or put_in(debrief))


def lesson(words: Words, debrief: Debrief) -> Chapter:
    """Return the facilitator’s part, each piece with its round."""
    question = _questions(words)
    parts: list[Part] = _begun(words, debrief)
    parts += [_put_in(words, one) for one in put_in(debrief)]
    if put_in(debrief) and debrief.reachable is not None:
        text = words.text("The computer’s games from this deal were played without that.")
        parts.append(Told(text, tuple(one.number for one in put_in(debrief))))
    for item in debrief.lesson:
        if isinstance(item, Rewound):
            parts.append(_rewound(words, debrief, item))
        elif isinstance(item, Opened):
            text = words.text(_OPENED[item.thing, item.shown], n=item.round)
            parts.append(Told(text, _rests(debrief, item.number)))
    for table in (_asked(words, debrief, question), _counts(words, debrief, question)):
        if table is not None:
            parts.append(table)
    parts += [_note(words, debrief, one) for one in debrief.lesson if isinstance(one, Note)]
    return Chapter("lesson", words.text("The lesson"), tuple(parts))


def lesson_lines(words: Words, debrief: Debrief) -> list[str]:
    """Return the facilitator’s part as lines, for a terminal; nothing where there was none."""
    if not is_of_a_lesson(debrief):
        return []
    told = lesson(words, debrief)
    section = References(words, debrief.rounds).section(told)
    return plain_section(section)


def _begun(words: Words, debrief: Debrief) -> list[Part]:
    """Return which lesson it was, without the journal: no entry tells of that."""
    begun = next((item for item in debrief.lesson if isinstance(item, LessonBegun)), None)
    if begun is None:
        return []
    plan = lessons_of(debrief.course.content).plans.get(begun.plan)
    title = words.text("A free lesson")
    if plan is not None:
        title = words.content_text(plan.slug, plan.title)
    told = [words.text("This match was played in a lesson: “{title}”.", title=title)]
    if begun.group:
        told.append(words.text("The class was {group}.", group=begun.group))
    if begun.code:
        told.append(words.text("The class code was {code}.", code=begun.code))
    if begun.swapped:
        told.append(words.text("The delegations had changed sides on this deal."))
    return [Told(line, ()) for line in told]


def _put_in(words: Words, one: Happening) -> Told:
    """Return what the facilitator put in: it was not dealt by chance."""
    event = one.event
    if isinstance(event, CrisisSet):
        text = words.text(
            "The crisis “{crisis}” of round {n} was injected by the facilitator.",
            crisis=crisis_title(words, event.crisis),
            n=one.round,
        )
        return Told(text, (one.number,))
    assert isinstance(event, HandedOut), "nothing else is put in"
    values = side_values(words, event.side)
    if event.card is None:
        text = words.text(
            "In round {n} a card for {to_side} was injected by the facilitator.",
            n=one.round,
            **values,
        )
    else:
        text = words.text(
            "In round {n} the card “{card}” for {to_side} was injected by the facilitator.",
            n=one.round,
            card=card_title(words, event.card),
            **values,
        )
    return Told(text, (one.number,))


def _rewound(words: Words, debrief: Debrief, item: Rewound) -> Told:
    text = words.plural(
        "The facilitator went back to round {round}: {n} decision was taken back.",
        "The facilitator went back to round {round}: {n} decisions were taken back.",
        item.taken,
        round=item.round,
    )
    return Told(text, _rests(debrief, item.number))


def _asked(words: Words, debrief: Debrief, said: Callable[[str], str]) -> Table | None:
    """Return the questions that were put on the screen."""
    rows = tuple(
        (_when(words, item.round), said(item.question))
        for item in debrief.lesson
        if isinstance(item, Asked)
    )
    head = (words.text_for("table", "Round"), words.text("Question"))
    title = words.text("Questions that the class was asked")
    return Table(title, head, rows, left=(1,)) if rows else None


def _counts(words: Words, debrief: Debrief, said: Callable[[str], str]) -> Table | None:
    """Return every show of hands."""
    rows = tuple(
        (_when(words, item.round), _about(words, item, said), *_hands(words, item))
        for item in debrief.lesson
        if isinstance(item, Count)
    )
    head = (
        words.text_for("table", "Round"),
        words.text("What it was about"),
        side_name(words, 0),
        side_name(words, 1),
    )
    return Table(words.text("Shows of hands"), head, rows, left=(1, 2, 3)) if rows else None


def _hands(words: Words, item: Count) -> list[str]:
    """Return both delegations’ hands: `firm 3, measured 5, open 3`."""
    return [
        words.commas(
            [
                words.text(
                    "{answer} {count}", answer=answer_name(words, item.kind, place), count=count
                )
                for place, count in enumerate(side)
            ]
        )
        for side in item.hands
    ]


def _about(words: Words, item: Count, said: Callable[[str], str]) -> str:
    if item.crisis in words.content.crises:
        return words.text("“{crisis}”", crisis=crisis_title(words, item.crisis))
    return said(item.question) if item.question else "–"


def _note(words: Words, debrief: Debrief, item: Note) -> Told:
    when = _when(words, item.round)
    text = words.text("Note of the facilitator, {when}: {note}", when=when, note=item.text)
    return Told(text, _rests(debrief, item.number))


def _when(words: Words, number: int) -> str:
    return round_title(words, number) if number else words.text("Start")


def _rests(debrief: Debrief, number: int) -> tuple[int, ...]:
    """Return the entry before which something was: those taken back since are no more."""
    return (min(number, debrief.end),)


def _questions(words: Words) -> Callable[[str], str]:
    """Return what says a question in the reader’s language, if it is one of a plan’s."""
    lessons = lessons_of(words.content)
    owners: dict[str, str] = {one.ask: one.slug for one in lessons.triggers.values()}
    owners |= {one.ask: plan.slug for plan in lessons.plans.values() for one in plan.prompts}

    def said(question: str) -> str:
        owner = owners.get(question)
        return question if owner is None else words.content_text(owner, question)

    return said
