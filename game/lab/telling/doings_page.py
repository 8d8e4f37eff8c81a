"""What is done in games, as chapters of a page: cards, crises, packages, Tension."""

from typing import Final

from game.charts import ALARM, JOINT, Bar, Cell, Figure, Section, Table, bars, heat
from game.content.vocabulary import CRISIS_TYPES, SIDES, STANCES
from game.lab.groups import Told
from game.lab.telling.figures import percent, share_text, signed_text, value_text
from game.lab.telling.names import decision_name, doing_name, heat_name
from game.words import (
    Words,
    capital,
    card_title,
    crisis_title,
    crisis_type_name,
    kind_name,
    response_title,
    side_name,
    stance_name,
    term_group,
    use_name,
)

_MOST_CAUSES: Final = 16


def doing_sections(words: Words, told: Told) -> tuple[Section, ...]:
    """Return the chapters on what is done."""
    return (
        Section(words.text("Cards"), (*_cards(words, told), _uses(words, told))),
        Section(words.text("Crises"), (_stances(words, told), *_answers(words, told))),
        Section(
            words.text("Packages and promises"),
            (_packages(words, told), *_terms(words, told), _counted(words, told)),
        ),
        Section(words.text("What heats and cools"), (_tension(words, told),)),
        Section(words.text("Choices"), (_branching(words, told),)),
    )


def _cards(words: Words, told: Told) -> tuple[Table, ...]:
    """Return what each card is played for, the rarest events of a side first."""
    found = []
    for side, name in enumerate(SIDES):
        own = [(slug, one) for slug, one in told["cards"].items() if one["side"] == name]
        own.sort(key=lambda item: (item[1]["event"]["value"], item[0]))
        rows = tuple(
            (
                card_title(words, slug),
                kind_name(words, one["kind"]),
                str(one["plays"]),
                *(share_text(words, one[use]) for use in ("event", "operations", "down")),
            )
            for slug, one in own
        )
        found.append(
            Table(
                words.text("{side}: what cards are played for", side=side_name(words, side)),
                (
                    words.text("Card"),
                    words.text("Kind"),
                    words.text("Plays"),
                    words.text("Event"),
                    words.text("Operations"),
                    words.text("Face down"),
                ),
                rows,
                left=(1,),
            )
        )
    return tuple(found)


def _uses(words: Words, told: Told) -> Table:
    """Return how often a game cards are used in each way."""
    uses = told["uses"]
    names = sorted({name for side in SIDES for name in uses[side]})
    return Table(
        words.text("Uses of cards a game"),
        (words.text("Use"), *(side_name(words, side) for side in (0, 1))),
        tuple(
            (use_name(words, use), *(value_text(words, uses[s].get(use, 0)) for s in SIDES))
            for use in names
        ),
    )


def _stances(words: Words, told: Told) -> Figure:
    """Return which stances are taken in which type of crisis."""
    rows = [
        (crisis_type_name(words, kind), side, told["stances"][kind][name])
        for kind in CRISIS_TYPES
        for side, name in enumerate(SIDES)
    ]
    title = words.text("Stances by type of crisis")
    names = [
        words.text("{type}, {side}", type=kind, side=side_name(words, side))
        for kind, side, _ in rows
    ]
    picture = heat(
        title,
        (words.text("Type and side"), names),
        (words.text("Stance"), [capital(stance_name(words, stance)) for stance in STANCES]),
        [
            [
                Cell(one[s]["value"] if one[s]["n"] else None, percent(words, one[s]["value"]))
                for s in STANCES
            ]
            for _, _, one in rows
        ],
        within=(-1, 0, 1),
    )
    table = Table(
        title,
        (
            words.text("Type and side"),
            *(capital(stance_name(words, stance)) for stance in STANCES),
            words.text("Answers"),
        ),
        tuple(
            (name, *(share_text(words, one[s]) for s in STANCES), str(one["firm"]["n"]))
            for name, (_, _, one) in zip(names, rows, strict=True)
        ),
    )
    return Figure(picture, words.text("Shares of all answers to crises of a type."), table)


def _answers(words: Words, told: Told) -> tuple[Table, ...]:
    """Return how often each answer is given where it is open."""
    found = []
    for side, name in enumerate(SIDES):
        rows = tuple(
            (
                response_title(words, crisis, side, answer),
                crisis_title(words, crisis),
                capital(stance_name(words, one["stance"])),
                str(one["n"]),
                share_text(words, one),
            )
            for crisis, of_crisis in told["answers"].items()
            for answer, one in of_crisis[name].items()
            if one["n"]
        )
        found.append(
            Table(
                words.text(
                    "{side}: answers given, of the times that they were open",
                    side=side_name(words, side),
                ),
                (
                    words.text("Answer"),
                    words.text("Crisis"),
                    words.text("Stance"),
                    words.text("Open"),
                    words.text("Given"),
                ),
                rows,
                left=(1, 2),
            )
        )
    return tuple(found)


def _packages(words: Words, told: Told) -> Table:
    """Return the packages of a game."""
    packages = told["packages"]
    rows = [
        (doing_name(words, name), value_text(words, number))
        for name, number in packages["a_game"].items()
    ]
    rows.append(
        (words.text("Packages agreed, of all tabled"), share_text(words, packages["agreed"]))
    )
    return Table(
        words.text("Packages a game"),
        (words.text("What"), words.text("A game")),
        tuple(rows),
    )


def _terms(words: Words, told: Told) -> tuple[Table, ...]:
    """Return which terms packages hold, and how those packages fare."""
    return tuple(
        Table(
            words.text("What {side} gives in packages", side=side_name(words, side)),
            (
                words.text("Term"),
                words.text("Tabled, of all packages"),
                words.text("Agreed, of those"),
            ),
            tuple(
                (
                    term_group(words, term),
                    share_text(words, one["tabled"]),
                    share_text(words, one["agreed"]),
                )
                for term, one in told["terms"][name].items()
            ),
        )
        for side, name in enumerate(SIDES)
    )


def _counted(words: Words, told: Told) -> Table:
    """Return steps, pledges and undeclared sites a game."""
    rows = [
        (
            doing_name(words, doing),
            *(value_text(words, told[what][side][doing]) for side in SIDES),
        )
        for what in ("steps", "pledges", "hidden")
        for doing in told[what]["nato"]
    ]
    return Table(
        words.text("Steps, pledges and undeclared sites a game"),
        (words.text("What"), *(side_name(words, side) for side in (0, 1))),
        tuple(rows),
    )


def _tension(words: Words, told: Told) -> Figure:
    """Return what raises and lowers Tension."""
    causes = list(told["tension"].items())
    title = words.text("Tension a game by its cause")
    drawn = [
        Bar(
            heat_name(words, cause),
            ALARM if one["up"] >= one["down"] else JOINT,
            one["up"] - one["down"],
            signed_text(words, one["up"] - one["down"]),
        )
        for cause, one in sorted(causes, key=lambda c: -abs(c[1]["up"] - c[1]["down"]))[
            :_MOST_CAUSES
        ]
    ]
    drawn.sort(key=lambda bar: -bar.value)
    table = Table(
        title,
        (words.text("Cause"), words.text("Up"), words.text("Down")),
        tuple(
            (
                heat_name(words, cause),
                value_text(words, one["up"]),
                value_text(words, one["down"]),
            )
            for cause, one in causes
        ),
    )
    caption = words.text(
        "By how much each cause raises Tension in a game, less what it lowers."
    )
    return Figure(bars(title, drawn), caption, table)


def _branching(words: Words, told: Told) -> Table:
    """Return how many choices each kind of decision has."""
    return Table(
        words.text("Choices by kind of decision"),
        (
            words.text("Decision"),
            words.text("A game"),
            words.text("Choices"),
            words.text("At most"),
            words.text("Without a choice"),
        ),
        tuple(
            (
                decision_name(words, kind),
                value_text(words, one["a_game"], 1),
                value_text(words, one["choices"], 1),
                str(one["most"]),
                percent(words, one["forced"]["value"]),
            )
            for kind, one in told["branching"].items()
        ),
    )
