"""A comparison as a page: two contents side by side, and what the change did."""

from collections.abc import Mapping
from typing import Final

from game.charts import INK, QUIET, Bar, Figure, Page, Section, Table, bars
from game.lab.compare import ONE, OTHER, SHARES
from game.lab.groups import Told
from game.lab.telling.figures import mean_text, percent, share_text, signed_text, value_text
from game.lab.telling.heads import dealt_text, facts_of
from game.lab.telling.names import PLAIN_GOALS, goal_name
from game.words import Words, card_title, mandate_title, mark

_NAMES: Final[Mapping[str, str]] = {
    "both": mark("Both succeed"),
    "one": mark("Exactly one succeeds"),
    "nato": mark("NATO succeeds"),
    "russia": mark("Russia succeeds"),
    "confrontation": mark("Confrontation"),
    "government-falls": mark("A government falls"),
    "joint-architecture": mark("Joint Architecture"),
    "hot": mark("Tension reaches 7"),
    "utility-nato": mark("Utility of NATO"),
    "utility-russia": mark("Utility of Russia"),
    "joint-sum": mark("Joint levels at the end"),
    "decisions": mark("Decisions a game"),
    "rounds": mark("Rounds"),
}


def compare_page(words: Words, told: Told) -> Page:
    """Return the page of a comparison."""
    names = [one["name"] for one in told["contents"]]
    return Page(
        words.language,
        words.text("Two contents compared"),
        (
            *facts_of(words, told),
            words.text("First: {first}; second: {second}", first=names[0], second=names[1]),
            dealt_text(words, told["dealt"]),
        ),
        words.text("Contents"),
        (
            Section(words.text("What the change did"), (_differences(words, told),)),
            Section(words.text("Targets"), (_goals(words, told),)),
            Section(words.text("Mandates"), (_mandates(words, told),)),
            Section(words.text("Cards"), (_cards(words, told),)),
        ),
    )


def _differences(words: Words, told: Told) -> Figure:
    """Return both contents' numbers, and the second's less the first's."""
    rows, drawn = [], []
    for name, one in told["differences"].items():
        title, less = words.text(_NAMES[name]), one["other_less_one"]
        if name in SHARES:
            values = [percent(words, one[which]["value"]) for which in (ONE, OTHER)]
            change = mean_text(words, _hundredfold(less), 1, sign=True)
            text = signed_text(words, 100 * less["value"], 1)
            drawn.append(Bar(title, INK, less["value"], text, (less["low"], less["high"])))
        else:
            values = [value_text(words, one[which]["value"]) for which in (ONE, OTHER)]
            change = mean_text(words, less, sign=True)
            if name.startswith("utility"):
                text = signed_text(words, less["value"])
                ends = (less["low"], less["high"])
                drawn.append(Bar(title, QUIET, less["value"], text, ends))
        rows.append((title, *values, change))
    table = Table(
        words.text("Deal by deal; differences of shares in points of per cent"),
        (
            words.text("What"),
            words.text("First"),
            words.text("Second"),
            words.text("Second less first"),
        ),
        tuple(rows),
    )
    title = words.text("Second less first")
    picture = bars(title, drawn, within=(-0.1, 0.1))
    return Figure(picture, words.text("{what}; lines are 95 % intervals.", what=title), table)


def _hundredfold(one: Told) -> Told:
    """Return an estimate in hundredths."""
    return {key: value if key == "n" else 100 * value for key, value in one.items()}


def _goals(words: Words, told: Told) -> Table:
    """Return the goals of both contents."""
    ones, others = (balance["goals"] for balance in told["balance"])

    def found(goal: Told) -> str:
        if goal["goal"] in PLAIN_GOALS:
            value = value_text(words, goal["value"], 1)
        else:
            value = percent(words, goal["value"])
        met = words.text("met") if goal["met"] else words.text("missed")
        return words.text("{value}, {met}", value=value, met=met)

    return Table(
        words.text("Targets of the design"),
        (words.text("What"), words.text("First"), words.text("Second")),
        tuple(
            (goal_name(words, one["goal"]), found(one), found(other))
            for one, other in zip(ones, others, strict=True)
        ),
    )


def _mandates(words: Words, told: Told) -> Table:
    """Return success by mandate in both contents, of those mandates that both have."""
    ones, others = (balance["mandates"] for balance in told["balance"])
    return Table(
        words.text("Success by mandate"),
        (words.text("Mandate"), words.text("First"), words.text("Second")),
        tuple(
            (
                mandate_title(words, slug),
                share_text(words, one["success"]),
                share_text(words, others[slug]["success"]),
            )
            for slug, one in ones.items()
            if slug in others
        ),
    )


def _cards(words: Words, told: Told) -> Table:
    """Return events by card in both contents, of those cards that both have."""
    ones, others = (balance["cards"] for balance in told["balance"])
    return Table(
        words.text("Cards played for their event"),
        (words.text("Card"), words.text("First"), words.text("Second")),
        tuple(
            (
                card_title(words, slug),
                share_text(words, one["event"]),
                share_text(words, others[slug]["event"]),
            )
            for slug, one in ones.items()
            if slug in others
        ),
    )
