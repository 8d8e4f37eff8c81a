"""A class report as plain values, for JSON, and as a table, for CSV."""

from typing import Any, Final

from game.content.vocabulary import SIDES, STANCES
from game.match.chronicle import outcome_values
from game.match.lesson_record import Note
from game.teach.class_results import ClassResults, TableResult
from game.teach.debrief import put_in
from game.teach.predictions import settled, trusts
from game.teach.telling.class_lesson import taken_back
from game.teach.telling.lesson import is_of_a_lesson
from game.teach.values import plain

COLUMNS: Final = (
    "table",
    "deal",
    "scenario",
    "verdict",
    "rounds",
    "nato_mandate",
    "russia_mandate",
    "nato_points",
    "russia_points",
    "nato_target",
    "russia_target",
    "nato_utility",
    "russia_utility",
    "highest_tension",
    "tension",
    "joint_levels",
    "packages_tabled",
    "packages_agreed",
    "pledges_given",
    "pledges_broken",
    "sites_hidden",
    "firm_over_accidents",
    "nato_predicted",
    "nato_predicted_right",
    "nato_trust",
    "russia_predicted",
    "russia_predicted_right",
    "russia_trust",
    "injected",
    "taken_back",
    "notes",
)


def class_values(results: ClassResults) -> dict[str, Any]:
    """Return all that a class report holds."""
    return {
        "tables": [_table(one) for one in results.tables],
        "deals": results.deals,
        "partings": [
            {
                "tables": [results.tables[place].name for place in one.tables],
                "entry": one.number,
                "apart": one.apart,
            }
            for one in results.partings
        ],
        "skipped": [{"file": one.path.name, "reason": one.reason} for one in results.skipped],
    }


def class_rows(results: ClassResults) -> list[tuple[str, ...]]:
    """Return one row of `COLUMNS` for each table."""
    return [_row(one) for one in results.tables]


def _table(one: TableResult) -> dict[str, Any]:
    """Return a table's match."""
    outcome = one.debrief.outcome
    return {
        "table": one.name,
        "deal": one.deal,
        "scenario": one.debrief.scenario.slug,
        "over": outcome is not None,
        "outcome": None if outcome is None else outcome_values(outcome),
        "rounds": one.debrief.course.truth.round,
        "damaged_bytes": one.lost,
        "highest_tension": one.hottest,
        "tension": [position.tension for position in one.debrief.positions],
        "joint_levels": one.joint,
        "packages": plain(one.debrief.packages),
        "pledges": plain(one.debrief.pledges),
        "undeclared": plain(one.debrief.undeclared) if one.debrief.secrets else None,
        "crises": plain(one.debrief.crises),
        "stances": [
            [STANCES[stance] for stance in answer.stances] for answer in one.debrief.crises
        ],
        "incidents": plain(one.debrief.incidents),
        "predictions": plain(one.debrief.predictions),
    }


def _row(one: TableResult) -> tuple[str, ...]:
    """Return a table's match as cells; empty where it is not known or not told."""
    found = one.debrief
    outcome = found.outcome
    ends: dict[str, str] = {}
    if outcome is not None:
        ends["verdict"] = outcome.verdict
        for side, name in enumerate(SIDES):
            ends[f"{name}_mandate"] = outcome.mandates[side]
            ends[f"{name}_points"] = str(outcome.points[side] / 10)
            ends[f"{name}_target"] = str(outcome.targets[side] / 10)
            ends[f"{name}_utility"] = str(outcome.utilities[side])
    if found.secrets:
        ends["sites_hidden"] = str(len(found.undeclared))
        ends["firm_over_accidents"] = str(one.retaliations)
    for side, name in enumerate(SIDES if found.predictions else ()):
        mine = settled(found.predictions, side)
        ends[f"{name}_predicted"] = str(len(mine))
        ends[f"{name}_predicted_right"] = str(sum(each.right for each in mine))
        trust = trusts(found.predictions, side).values()
        ends[f"{name}_trust"] = " ".join(map(str, trust))
    if is_of_a_lesson(found):
        ends["injected"] = str(len(put_in(found)))
        ends["taken_back"] = str(taken_back(one))
        ends["notes"] = str(sum(isinstance(item, Note) for item in found.lesson))
    ends |= {
        "table": one.name,
        "deal": str(one.deal),
        "scenario": found.scenario.slug,
        "rounds": str(found.course.truth.round),
        "highest_tension": str(one.hottest),
        "tension": " ".join(str(position.tension) for position in found.positions),
        "joint_levels": str(one.joint),
        "packages_tabled": str(len(found.packages)),
        "packages_agreed": str(one.agreed),
        "pledges_given": str(len(found.pledges)),
        "pledges_broken": str(one.broken),
    }
    return tuple(ends.get(column, "") for column in COLUMNS)
