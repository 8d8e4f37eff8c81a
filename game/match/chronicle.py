"""What a journal says of a match: its records, in the order they are written.

    match      program, scenario, seats as they were asked for, fingerprint of the content,
               packs: for anybody to read
    deal       the seed, and the seats with the temperaments that were drawn
    content    the data files the match is played with, by name
    events     number 0: what happened before the first decision
    position   number 0: the whole position, as a flat list
    decision   number, round, phase, side, action, its words
    events     with the same number: what came of it
    position   with the same number, where a round began
    end        the outcome, after the decision that ended the match
    undo       number: the decision of this number was taken back
    inject     number, kind, slug, side: a facilitator put a crisis or a card into the match
    events     with the same number: what came of it
    lesson     what a facilitator noted, counted, asked, showed or rewound: see `lesson_record`
    hint       number, side, action, package: advice was shown before the next decision

Everything that could show a hand, a mandate or a plan is veiled until the end.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import game
from game.content import Content
from game.engine import Outcome, State
from game.engine.events import Event, RoundBegan
from game.engine.inject import Injection
from game.match.entry import Entry
from game.match.event_json import event_to_json
from game.match.packs import packs_told
from game.match.record import Record, plain, veiled
from game.match.seats import Seats

MATCH = "match"
DEAL = "deal"
CONTENT = "content"
EVENTS = "events"
POSITION = "position"
DECISION = "decision"
END = "end"
UNDO = "undo"
INJECT = "inject"


def header(
    content: Content, scenario: str, seed: int, asked: Seats, drawn: Seats
) -> list[Record]:
    """Return the records that every journal begins with.

    Args:
        content: What the match is played with.
        scenario: Its slug.
        seed: The match's.
        asked: The seats as they were asked for.
        drawn: The same with the temperaments drawn that shall stay hidden.
    """
    about = {
        "program": game.__version__,
        "scenario": scenario,
        "seats": list(asked),
        "fingerprint": content.fingerprint,
        **packs_told(content, scenario),
    }
    return [
        plain(MATCH, about),
        veiled(DEAL, {"seed": seed, "seats": list(drawn)}),
        veiled(CONTENT, dict(content.files)),
    ]


def opening(state: State, events: Iterable[Event]) -> list[Record]:
    """Return the records of what stands before the first decision."""
    return [events_record(0, events), position_record(0, state)]


def decided(entry: Entry, state: State) -> list[Record]:
    """Return the records of a decision and of the state that it led to."""
    records = [decision_record(entry), events_record(entry.number, entry.events)]
    if any(isinstance(event, RoundBegan) for event in entry.events):
        records.append(position_record(entry.number, state))
    outcome = state.outcome
    if outcome is not None:
        records.append(plain(END, outcome_values(outcome)))
    return records


def undone(number: int) -> list[Record]:
    """Return the record of an undoing."""
    return [plain(UNDO, {"number": number})]


def injected(number: int, injection: Injection, events: Iterable[Event]) -> list[Record]:
    """Return the records of what a facilitator put into the match after a decision."""
    values = {"number": number, **asdict(injection)}
    return [veiled(INJECT, values), events_record(number, events)]


def decision_record(entry: Entry) -> Record:
    """Return the record of a decision alone."""
    return veiled(
        DECISION,
        {
            "number": entry.number,
            "round": entry.round,
            "phase": entry.phase,
            "side": entry.side,
            "action": entry.action,
            "words": entry.words,
        },
    )


def events_record(number: int, events: Iterable[Event]) -> Record:
    """Return the record of what a decision brought."""
    told = [event_to_json(event) for event in events]
    return veiled(EVENTS, {"number": number, "events": told})


def position_record(number: int, state: State) -> Record:
    """Return the record of the whole position after a decision."""
    return veiled(POSITION, {"number": number, "v": as_lists(state.v)})


def outcome_values(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome as plain values."""
    return {name: as_lists(value) for name, value in asdict(outcome).items()}


def as_lists(value: Any) -> Any:
    """Return a value with every tuple in it turned into a list, as JSON has them."""
    if isinstance(value, Mapping):
        return {key: as_lists(inner) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [as_lists(inner) for inner in value]
    return value
