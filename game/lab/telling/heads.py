"""What stands at the head of every report: what was played, and how."""

from typing import Any

from game.content.vocabulary import SIDES
from game.words import Words, scenario_title


def facts_of(words: Words, told: dict[str, Any]) -> tuple[str, ...]:
    """Return what was played, and whether it was played to the end."""
    scenario = words.content.scenarios.get(told["scenario"])
    title = scenario_title(words, scenario) if scenario else told["scenario"]
    facts = [
        words.text("Scenario: {scenario}", scenario=title),
        words.text("Seed {seed}, {deals} deals", seed=told["seed"], deals=told["deals"]),
        words.text(
            "Version {version}, content {content}",
            version=told["version"],
            content=told["content"][:12],
        ),
    ]
    if "nato" in told:
        seats = {side: told[side] for side in SIDES}
        facts.append(words.text("NATO: {nato}; Russia: {russia}", **seats))
    if told["played"] < told["wanted"]:
        facts.append(
            words.text(
                "Interrupted: {played} of {wanted} games were played",
                played=told["played"],
                wanted=told["wanted"],
            )
        )
    return tuple(facts)


def dealt_text(words: Words, rule: str) -> str:
    """Return how mandates were given out."""
    if rule == "forced":
        return words.text("Every pair of mandates in turn")
    if rule == "chosen":
        return words.text("Each player chooses one of two dealt mandates")
    return words.text("One of two dealt mandates, by lot")
