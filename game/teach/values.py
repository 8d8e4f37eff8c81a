"""A debrief as plain values, for JSON, and as a table, for CSV."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, Final

from game.content.vocabulary import SIDES
from game.engine.events import Event
from game.match.chronicle import outcome_values
from game.match.event_json import event_to_json
from game.teach.debrief import Debrief, put_in
from game.teach.reachable import Reachable
from game.teach.review import Reviewed
from game.teach.telling.told import Chapter
from game.words import Words, advised_reason

_LISTS: Final = (
    "tension",
    "drivers",
    "packages",
    "pledges",
    "undeclared",
    "crises",
    "incidents",
    "watchings",
    "predictions",
    "turning",
    "shown",
    "history",
    "advice",
    "manners",
)
COLUMNS: Final = ("part", "item", "field", "value", "entries")


def debrief_values(
    words: Words, debrief: Debrief, chapters: Sequence[Chapter]
) -> dict[str, Any]:
    """Return all that a debrief holds, its sentences too."""
    course = debrief.course
    outcome = debrief.outcome
    told: dict[str, Any] = {
        "scenario": course.scenario,
        "content": course.content.fingerprint,
        "seats": dict(zip(SIDES, debrief.seats, strict=True)),
        "over": course.over,
        "secrets": debrief.secrets,
        "entries": debrief.end,
        "seed": course.seed if debrief.secrets else None,
        "outcome": None if outcome is None else outcome_values(outcome),
        "positions": [
            {**plain(one), "joint_levels": list(one.joint_levels)} for one in debrief.positions
        ],
    }
    told |= {name: [plain(one) for one in getattr(debrief, name)] for name in _LISTS}
    told["lesson"] = [{"what": one.what, **plain(one)} for one in debrief.lesson]
    told["injected"] = [{"number": one.number, **plain(one.event)} for one in put_in(debrief)]
    told["review"] = [_reviewed(words, one) for one in debrief.review]
    told["reachable"] = _reachable(debrief.reachable)
    told["sentences"] = {
        chapter.slug: [
            {"text": one.text, "entries": list(one.rests)} for one in chapter.sentences
        ]
        for chapter in chapters
    }
    return told


def plain(value: Any) -> Any:
    """Return a finding as dicts, lists, words and numbers."""
    if isinstance(value, Event):
        return event_to_json(value)
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        if hasattr(value, "rests"):
            named["entries"] = list(value.rests)
        return named
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(inner) for inner in value]
    return value


def debrief_rows(values: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the values of a debrief as rows of `COLUMNS`, one for each number or word."""
    rows = []
    for part, value in values.items():
        if part == "sentences":
            rows += _sentence_rows(value)
        elif isinstance(value, list):
            for number, item in enumerate(value, 1):
                entries = _entries(item)
                rows += [
                    (part, str(number), field, _cell(inner), entries)
                    for field, inner in item.items()
                ]
        else:
            rows.append((part, "", "", _cell(value), ""))
    return rows


def _sentence_rows(sentences: Mapping[str, Any]) -> list[tuple[str, ...]]:
    return [
        (f"sentences/{chapter}", str(number), "text", one["text"], _joined(one["entries"]))
        for chapter, told in sentences.items()
        for number, one in enumerate(told, 1)
    ]


def _entries(item: Mapping[str, Any]) -> str:
    """Return the entries that a finding rests on."""
    if "entries" in item:
        return _joined(item["entries"])
    number = item.get("number")
    return "" if number is None else str(number)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and not any(isinstance(one, dict | list) for one in value):
        return _joined(value)
    return str(value)


def _joined(values: Sequence[Any]) -> str:
    return " ".join(str(value) for value in values)


def _reviewed(words: Words, one: Reviewed) -> dict[str, Any]:
    """Return a decision that was looked at again."""
    return {
        "kind": one.kind,
        "entries": list(one.numbers),
        "round": one.round,
        "side": one.side,
        "made": plain(one.made),
        "other": plain(one.other),
        "gained": one.comparison.gained,
        "comparison": plain(one.comparison),
        "reason": advised_reason(words, one.advised, one.view),
    }


def _reachable(found: Reachable | None) -> dict[str, Any] | None:
    if found is None:
        return None
    counts = {name: getattr(found, name) for name in ("both", "better_for_both")}
    return {**plain(found), **counts, "worse_for_both": found.worse_for_both}
