"""`replay`: play a save again from its decisions and compare everything that it recorded.

Of a match that isn't over only what both sides may know is printed.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game.content.vocabulary import SIDES
from game.match import Course, Entry, PublicPosition, SaveError, read_journal, transcript
from game.match import replay as replay_journal
from game.match.chronicle import outcome_values
from game.match.course import redacted
from game.match.event_json import event_to_json
from game.match.reading import Reading
from game.match.replay import Header, Replay
from game.words import (
    Words,
    result_names,
    round_title,
    scenario_title,
    score_text,
    side_name,
    track_name,
    verdict_sentence,
    verdict_title,
)


def replay(path: Path, *, as_json: bool) -> int:
    """Replay a save, print what came of it, return the exit code.

    Raises:
        SaveError: It can't be replayed, or gives something else than was recorded.
    """
    reading = read_journal(path)
    try:
        replayed = replay_journal(reading, Course)
    except SaveError as error:
        if as_json:
            print(json.dumps(_as_recorded(reading, error), indent=2))
        raise
    if as_json:
        print(json.dumps(_as_replayed(replayed.reading, replayed), indent=2))
    else:
        print("\n".join(_lines(replayed.reading, replayed)))
    return 0


def _as_replayed(reading: Reading, replayed: Replay[Course]) -> dict[str, Any]:
    """Return a replay that agreed with its record."""
    course = replayed.course
    outcome = course.outcome
    return {
        **_about(reading, replayed.header),
        "verified": True,
        "decisions": replayed.decisions,
        "undone": replayed.undone,
        "rounds": course.truth.round,
        "outcome": None if outcome is None else outcome_values(outcome),
        "positions": [_position(position) for position in course.positions],
        "history": [_entry(entry, course.over) for entry in course.history],
    }


def _as_recorded(reading: Reading, error: SaveError) -> dict[str, Any]:
    """Return what a save says of itself that can't be replayed."""
    told = transcript(reading)
    return {
        **_about(reading, told.header),
        "verified": False,
        "problem": str(error),
        "decisions": len(told.entries),
        "outcome": told.outcome,
        "history": [_entry(entry, told.outcome is not None) for entry in told.entries],
    }


def _about(reading: Reading, header: Header) -> dict[str, Any]:
    """Return what a save is of."""
    return {
        "save": reading.path.name,
        "program": header.program,
        "scenario": header.scenario,
        "nato": header.seats[0],
        "russia": header.seats[1],
        "seed": header.seed,
        "content": header.fingerprint,
        "damaged_bytes": len(reading.tail),
    }


def _entry(entry: Entry, over: bool) -> dict[str, Any]:
    """Return a decision; while the match goes on only what both sides may know of it."""
    events = entry.events if over else redacted(redacted(entry.events, 0), 1)
    return {
        "number": entry.number,
        "round": entry.round,
        "phase": entry.phase,
        "side": SIDES[entry.side],
        "action": entry.action if over else None,
        "words": entry.words if over else None,
        "events": [event_to_json(event) for event in events],
    }


def _position(position: PublicPosition) -> dict[str, Any]:
    """Return the public numbers at the end of a round."""
    return {**asdict(position), "joint_levels": list(position.joint_levels)}


def _lines(reading: Reading, replayed: Replay[Course]) -> list[str]:
    """Return a replay as lines for a person."""
    course = replayed.course
    words = Words(course.content)
    seats = ", ".join(f"{side_name(words, side)}: {course.seats[side]}" for side in (0, 1))
    lines = [
        f"{scenario_title(words, course.content.scenarios[course.scenario])} ({seats})",
        words.plural(
            "{n} decision replayed; every event is as it was recorded.",
            "{n} decisions replayed; every event is as it was recorded.",
            replayed.decisions,
        ),
    ]
    if reading.tail:
        lines.append(
            words.text(
                "The last {n} bytes of the file are damaged and were left out.",
                n=len(reading.tail),
            )
        )
    lines += ["", *(_round_line(words, position) for position in course.positions), ""]
    return lines + _verdict_lines(words, course)


def _round_line(words: Words, position: PublicPosition) -> str:
    """Return the public numbers after a round on one line."""
    title = round_title(words, position.round) if position.round else words.text("Start")
    nato, russia = position.assurance
    parts = [
        f"{track_name(words, 'tension')} {position.tension}",
        f"{track_name(words, 'threat')} {position.threat}",
        f"{track_name(words, 'assurance')} {nato}, {russia}",
        f"{track_name(words, 'support')} {position.support[0]}, {position.support[1]}",
        words.text("joint levels {levels}", levels=" ".join(map(str, position.joint_levels))),
    ]
    return f"{title}: {'; '.join(parts)}"


def _verdict_lines(words: Words, course: Course) -> list[str]:
    """Return how the match ended, or that it goes on."""
    outcome = course.outcome
    if outcome is None:
        return [words.text("The match isn’t over.")]
    lines = [
        f"{verdict_title(words, outcome.verdict)}. "
        f"{verdict_sentence(words, outcome.verdict, outcome.fallen)}"
    ]
    for side, result in enumerate(result_names(words, outcome)):
        score = score_text(words, outcome.points[side], outcome.targets[side])
        lines.append(f"{side_name(words, side)}: {result}, {score}")
    return lines
