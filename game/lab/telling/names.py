"""Names of what only the lab counts."""

from collections.abc import Mapping
from typing import Final

from game.content.vocabulary import CRISIS_TYPES
from game.engine.events import Cause, CauseKind
from game.lab.tally import TermName
from game.words import (
    Words,
    capital,
    cause_name,
    crisis_type_name,
    kind_name,
    mark,
    mark_for,
    operation_name,
    stance_name,
    term_group,
)

_SOURCES: Final[Mapping[str, str]] = {
    "secured": mark_for("source of points", "Protected, Secure"),
    "margin": mark_for("source of points", "Coverage less threat, Deterrent"),
    "joint": mark_for("source of points", "Joint levels"),
    "initiative": mark_for("source of points", "Initiative"),
    "support": mark_for("source of points", "Support"),
    "tension": mark_for("source of points", "Tension"),
    "forward_missiles": mark_for("source of points", "Forward missiles"),
    "nato_concern": mark_for("source of points", "NATO’s concern"),
    "guarantees": mark_for("source of points", "Guarantees"),
    "land_interceptors": mark_for("source of points", "Land interceptors"),
    "nato_unprotected": mark_for("source of points", "NATO not Protected"),
    "architecture": mark_for("source of points", "Joint Architecture"),
}
_DECISIONS: Final[Mapping[str, str]] = {
    "mandate": mark_for("kind of decision", "Mandate"),
    "draft": mark_for("kind of decision", "Draft of a package"),
    "reply": mark_for("kind of decision", "Reply to a package"),
    "counter-draft": mark_for("kind of decision", "Draft of a counter-package"),
    "final-reply": mark_for("kind of decision", "Reply to a counter-package"),
    "card": mark_for("kind of decision", "Card and its use"),
    "offer": mark_for("kind of decision", "Reply to an offer on a card"),
    "reveal": mark_for("kind of decision", "What technical means reveal"),
    "crisis": mark_for("kind of decision", "Answer to a crisis"),
}
_DOINGS: Final[Mapping[str, str]] = {
    "nothing": mark("Councils in which nothing was tabled"),
    "tabled": mark("Packages tabled"),
    "agreed": mark("of them agreed"),
    "counter": mark("Counter-packages tabled"),
    "counter-agreed": mark("of them agreed to"),
    "site": mark("Pledges not to deploy"),
    "ladder": mark("Pledges not to suspend"),
    "broken": mark("Broken pledges that became public"),
    "lying": mark("Undeclared sites under a pledge at the end, never found"),
    "kept": mark("Pledges kept"),
    "begun": mark("Undeclared deployments"),
    "found": mark("found"),
    "declared": mark("declared in council"),
    "unveiled": mark("unveiled by their owner"),
    "left": mark("never found"),
    "operation": mark("Steps by operation"),
    "package": mark("Steps by package"),
    "event": mark("Steps by event"),
    "suspended": mark("Steps suspended"),
}
_GOALS: Final[Mapping[str, str]] = {
    "both": mark("Both succeed"),
    "one": mark("Exactly one succeeds"),
    "gap": mark("The sides apart in that, at most"),
    "confrontation": mark("Confrontation"),
    "government-falls": mark("A government falls"),
    "joint-architecture": mark("Joint Architecture"),
    "hot": mark("Tension reaches 7"),
    "cooled": mark("Of those, it comes back to 5 or less"),
    "distrust": mark("Joint levels lost by distrust at the start"),
    "mandates": mark("A mandate’s success from its side’s mean, at most"),
    "events": mark("Cards played for their event in under 10 %"),
    "operations": mark("Cards played for operations in under 10 %"),
    "answers": mark("Answers to crises given in under 5 %"),
    "decisions": mark("Decisions a game"),
    "stances": mark("The stance that is taken least"),
    "weak-confrontation": mark("Confrontation at level 2"),
    "weak-falls": mark("A government falls at level 2"),
    "hawks": mark("Confrontation, hawk against hawk"),
    "firm-confrontation": mark("Confrontation, always firm against the highest level"),
    "firm-success": mark("Success of always firm against the highest level"),
    "open-exploited": mark("What always open leaves the highest level above its own"),
    "scripted": mark("Success of a scripted player against greedy in its worse seat"),
}
_DENIALS: Final[Mapping[str, str]] = {
    "event": mark("Events"),
    "technical-means": mark("Technical means, face down too"),
    "face-down": mark("Anything face down"),
    "hide-site": mark("Undeclared sites"),
    "unveil": mark("Unveiling"),
    "package": mark("Tabling packages"),
    "council": mark("Packages altogether"),
    "counter": mark("Counter-packages"),
    "term-pledge": mark("Terms: pledges"),
}
PLAIN_GOALS: Final = frozenset(
    {"distrust", "events", "operations", "answers", "decisions", "open-exploited"}
)
"""Goals that are numbers; the others are shares."""


def source_name(words: Words, source: str) -> str:
    """Return the name of a source of points."""
    return words.text_for("source of points", _SOURCES[source])


def decision_name(words: Words, decision: str) -> str:
    """Return the name of a kind of decision."""
    return words.text_for("kind of decision", _DECISIONS[decision])


def doing_name(words: Words, doing: str) -> str:
    """Return the name of something that is counted a game."""
    return words.text(_DOINGS[doing])


def goal_name(words: Words, goal: str) -> str:
    """Return the name of a goal."""
    return words.text(_GOALS[goal])


def denial_name(words: Words, denial: str) -> str:
    """Return the name of what a player is denied."""
    if denial in _DENIALS:
        return words.text(_DENIALS[denial])
    what, _, which = denial.partition("-")
    if what == "term":
        kind = _TERM_KINDS[which]
        return words.text("Term: {term}", term=term_group(words, kind))
    if what == "stance":
        return words.text("Answers: {stance}", stance=stance_name(words, which))
    if what == "event":
        return words.text("Events: {kind}", kind=kind_name(words, which))
    return operation_name(words, denial)


def heat_name(words: Words, cause: str) -> str:
    """Return the name of a cause of Tension, by its path in a tally."""
    for crisis in CRISIS_TYPES:
        if cause == f"crisis-{crisis}":
            return words.text("Crisis: {type}", type=crisis_type_name(words, crisis))
    if cause == "card":
        return words.text("Events of cards")
    if cause in {"package", "unveiling", "face-down"}:
        return capital(cause_name(words, Cause(cause, "", None)))  # type: ignore[arg-type]
    kind: CauseKind = "rule" if cause in _RULES else "operation"
    return capital(cause_name(words, Cause(kind, cause, None)))


_TERM_KINDS: Final[Mapping[str, TermName]] = {
    "declare": "declare",
    "withdraw": "withdraw",
    "site-pledge": "pledge",
    "ladder-pledge": "pledge-ladder",
    "statement": "statement",
    "step": "raise",
}
_RULES: Final = frozenset(
    {"schedule", "drift", "distrust", "verification", "starter", "incident", "brink", "end"}
    | {"door", "councils", "routine", "exposure", "construction", "shared-need", "sectors"}
)
