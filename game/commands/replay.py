"""`replay`: play a save again from its decisions and compare everything that it recorded.

Of a match that isn't over only what both sides may know is printed.
"""

import argparse
import json
from dataclasses import asdict
from typing import Any

from game.content import load_content
from game.content.vocabulary import SIDES
from game.match import Course, Entry, PublicPosition, SaveError, read_journal, transcript
from game.match import replay as replay_journal
from game.match.chronicle import outcome_values
from game.match.course import redacted
from game.match.event_json import event_to_json
from game.match.reading import Reading
from game.match.replay import Header, Replay
from game.match.transcript import Transcript
from game.words import (
    Words,
    environment_language,
    result_names,
    round_title,
    scenario_title,
    score_text,
    side_name,
    verdict_sentence,
    verdict_title,
)


def replay(options: argparse.Namespace) -> int:
    """Replay a save, print what came of it, return the exit code.

    Raises:
        SaveError: It can't be replayed, or gives something else than was recorded.
    """
    reading = read_journal(options.save)
    try:
        replayed = replay_journal(reading, Course)
    except SaveError as error:
        told = transcript(reading)
        if options.json:
            print(json.dumps(_as_recorded(reading, told, error), indent=2))
        else:
            words = Words(load_content(), options.lang or environment_language())
            print("\n".join(_recorded_lines(words, told)))
        raise
    if options.json:
        print(json.dumps(_as_replayed(replayed.reading, replayed), indent=2))
    else:
        print("\n".join(_lines(replayed, options.lang or environment_language())))
    return 0


def _as_replayed(reading: Reading, replayed: Replay[Course]) -> dict[str, Any]:
    """Return a replay that agreed with its record."""
    course = replayed.course
    outcome = course.outcome
    return {
        **_about(reading, replayed.header, course.over),
        "verified": True,
        "decisions": replayed.decisions,
        "undone": replayed.undone,
        "rounds": course.truth.round,
        "outcome": None if outcome is None else outcome_values(outcome),
        "positions": [_position(position) for position in course.positions],
        "history": [_entry(entry, course.over) for entry in course.history],
    }


def _as_recorded(reading: Reading, told: Transcript, error: SaveError) -> dict[str, Any]:
    """Return what a save says of itself that can't be replayed."""
    return {
        **_about(reading, told.header, told.outcome is not None),
        "verified": False,
        "problem": str(error),
        "decisions": len(told.entries),
        "outcome": told.outcome,
        "history": [_entry(entry, told.outcome is not None) for entry in told.entries],
    }


def _about(reading: Reading, header: Header, over: bool) -> dict[str, Any]:
    """Return what a save is of; while the match goes on without what would tell a hand."""
    seats = header.seats if over else header.asked
    return {
        "save": reading.path.name,
        "program": header.program,
        "scenario": header.scenario,
        "nato": seats[0],
        "russia": seats[1],
        "seed": header.seed if over else None,
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


def _lines(replayed: Replay[Course], language: str) -> list[str]:
    """Return a replay as lines for a person."""
    course = replayed.course
    scenario = course.content.scenarios[course.scenario]
    words = Words(course.content, language, sectors=scenario.options.sectors)
    seats = course.seats if course.over else replayed.header.asked
    lines = [
        words.text(
            "{scenario} (NATO: {nato}, Russia: {russia})",
            scenario=scenario_title(words, scenario),
            nato=seats[0],
            russia=seats[1],
        ),
        words.plural(
            "{n} decision replayed; every event is as it was recorded.",
            "{n} decisions replayed; every event is as it was recorded.",
            replayed.decisions,
        ),
    ]
    if replayed.reading.tail:
        lines.append(
            words.text(
                "The last {n} bytes of the file are damaged and were left out.",
                n=len(replayed.reading.tail),
            )
        )
    lines += ["", *(_round_line(words, position) for position in course.positions), ""]
    return lines + _verdict_lines(words, course)


def _recorded_lines(words: Words, told: Transcript) -> list[str]:
    """Return what a save says of itself that can't be replayed, as lines for a person."""
    count = len(told.entries)
    lines = [
        words.plural(
            "{n} decision is recorded; this version can’t play it again.",
            "{n} decisions are recorded; this version can’t play them again.",
            count,
        )
    ]
    if told.outcome is None:
        return [*lines, words.text("The match isn’t over.")]
    lines += [
        words.text(
            "{number}. Round {round}, {side}: {decision}",
            number=entry.number,
            round=entry.round,
            side=side_name(words, entry.side),
            decision=entry.words,
        )
        for entry in told.entries
    ]
    points = told.outcome.get("points", ("?", "?"))
    return [
        *lines,
        words.text(
            "Recorded verdict: {verdict}; points of NATO {nato}, of Russia {russia}",
            verdict=str(told.outcome.get("verdict", "?")),
            nato=str(points[0]),
            russia=str(points[1]),
        ),
    ]


def _round_line(words: Words, position: PublicPosition) -> str:
    """Return the public numbers after a round on one line."""
    start = words.text_for("of a match", "Start")
    return words.text(
        "{round}: Tension {tension}; Threat {threat}; Assurance {nato}, {russia}; "
        "Support {nato_support}, {russia_support}; joint levels {levels}",
        round=round_title(words, position.round) if position.round else start,
        tension=position.tension,
        threat=position.threat,
        nato=position.assurance[0],
        russia=position.assurance[1],
        nato_support=position.support[0],
        russia_support=position.support[1],
        levels=" ".join(map(str, position.joint_levels)),
    )


def _verdict_lines(words: Words, course: Course) -> list[str]:
    """Return how the match ended, or that it goes on."""
    outcome = course.outcome
    if outcome is None:
        return [words.text("The match isn’t over.")]
    lines = [
        words.text(
            "{verdict}. {sentence}",
            verdict=verdict_title(words, outcome.verdict),
            sentence=verdict_sentence(words, outcome.verdict, outcome.fallen),
        )
    ]
    for side, result in enumerate(result_names(words, outcome)):
        score = score_text(words, outcome.points[side], outcome.targets[side])
        line = words.text(
            "{side}: {result}, {score}",
            side=side_name(words, side),
            result=result,
            score=score,
        )
        lines.append(line)
    return lines
