"""Rounds, phases, turns and scenarios."""

from collections.abc import Mapping
from typing import Final

from game.content.specs import ScenarioSpec
from game.words.catalogue import Words, mark_for
from game.words.names import side_values

_PHASES: Final[Mapping[str, str]] = {
    "mandates": mark_for("phase", "Mandates"),
    "briefing": mark_for("phase", "Briefing"),
    "council": mark_for("phase", "Council"),
    "actions": mark_for("phase", "Actions"),
    "crisis": mark_for("phase", "Crisis"),
    "reckoning": mark_for("phase", "Reckoning"),
    "over": mark_for("phase", "Verdict"),
}
_DECISIONS: Final[Mapping[str, str]] = {
    "mandate": mark_for("decision", "{side} chooses a mandate"),
    "draft": mark_for("decision", "{side} drafts a package"),
    "reply": mark_for("decision", "{side} answers the package"),
    "counter-draft": mark_for("decision", "{side} drafts a counter-package"),
    "final-reply": mark_for("decision", "{side} answers the counter-package"),
    "card": mark_for("decision", "{side} plays a card"),
    "offer": mark_for("decision", "{side} answers an offer"),
    "reveal": mark_for("decision", "{side} decides what to reveal"),
    "crisis": mark_for("decision", "{side} chooses in secret"),
    "nothing": mark_for("decision", "The match is over"),
}
SHOWN_PHASES: Final = ("briefing", "council", "actions", "crisis", "reckoning")
"""The phases of a round, in order."""


def phase_name(words: Words, phase: str) -> str:
    """Return the name of a phase."""
    return words.text_for("phase", _PHASES[phase])


def decision_text(words: Words, decision: str, side: int | None) -> str:
    """Return what is to be decided now, and by whom."""
    values = side_values(words, side) if side is not None else {}
    return words.text_for("decision", _DECISIONS[decision], **values)


def round_title(words: Words, round_number: int) -> str:
    """Return `Round 4`."""
    return words.text("Round {n}", n=round_number)


def round_end(words: Words, scenario: ScenarioSpec) -> str:
    """Return when the match ends: `ends after 7, 8 or 9`, or `of 4`."""
    if scenario.rounds == scenario.last_round:
        return words.text("of {n}", n=scenario.rounds)
    ends = [str(n) for n in range(scenario.rounds, scenario.last_round + 1)]
    return words.text("ends after {rounds}", rounds=words.choice(ends))


def round_name(words: Words, scenario: ScenarioSpec, round_number: int) -> str:
    """Return the name of a round; nothing before the first."""
    return _of_round(words, scenario, scenario.round_names, round_number)


def round_date(words: Words, scenario: ScenarioSpec, round_number: int) -> str:
    """Return when a round plays, such as `first half of 2012`; nothing before the first."""
    return _of_round(words, scenario, scenario.round_dates, round_number)


def turn_text(words: Words, turn: int) -> str:
    """Return which of a side's turns this is; `turn` counts both sides' turns from 0."""
    turns = words.content.numbers.turns
    return words.text("turn {n} of {turns}", n=turn // 2 + 1, turns=turns)


def scenario_title(words: Words, scenario: ScenarioSpec) -> str:
    """Return the title of a scenario."""
    return words.content_text(scenario.slug, scenario.title)


def scenario_facts(words: Words, scenario: ScenarioSpec) -> str:
    """Return a scenario's length: `4 rounds · 20 to 30 minutes`."""
    rounds = words.plural("{n} round", "{n} rounds", scenario.rounds)
    if scenario.rounds != scenario.last_round:
        rounds = words.text(
            "{first} to {last} rounds", first=scenario.rounds, last=scenario.last_round
        )
    return f"{rounds} · {words.content_text(scenario.slug, scenario.minutes)}"


def scenario_blurb(words: Words, scenario: ScenarioSpec) -> tuple[str, str, str]:
    """Return a scenario's motto, introduction and facts."""
    return (
        words.content_text(scenario.slug, scenario.motto),
        words.content_text(scenario.slug, scenario.introduction),
        scenario_facts(words, scenario),
    )


def _of_round(
    words: Words, scenario: ScenarioSpec, texts: tuple[str, ...], round_number: int
) -> str:
    if not 1 <= round_number <= len(texts):
        return ""
    return words.content_text(scenario.slug, texts[round_number - 1])
