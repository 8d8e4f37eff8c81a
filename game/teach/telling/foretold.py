"""Sealed predictions, opened: side by side, how often they were right, how trust went."""

from collections.abc import Mapping, Sequence
from typing import Final

from game.charts import NATO, RUSSIA, Curve, Figure, Paragraph, Table, curves
from game.match.predictions import ACCEPT, REFUSE, TRUST
from game.teach.debrief import Debrief
from game.teach.predictions import Foretold, settled, trusts
from game.teach.telling.told import Part, References, Told
from game.words import (
    Words,
    crisis_title,
    mark_for,
    number,
    round_title,
    side_name,
    side_values,
    stance_name,
)

_ANSWERS: Final[Mapping[str, str]] = {
    ACCEPT: mark_for("predicted", "acceptance"),
    REFUSE: mark_for("predicted", "refusal"),
}


def predictions(words: Words, debrief: Debrief) -> list[Part]:
    """Return what was predicted and what came; nothing where nobody was asked."""
    found = debrief.predictions
    if not found:
        return []
    method = words.text(
        "Sealed predictions: before a crisis was answered, and once a package was tabled, who "
        "sat there said what the other side would do, and how far it was trusted, from 1 (not "
        "at all) to 5 (fully). Neither side saw the other’s."
    )
    told = [one for side in (0, 1) for one in _of_side(words, found, side)]
    return [Paragraph(method), *told, _table(words, debrief), *_trust(words, found)]


def foretold_name(words: Words, expects: str) -> str:
    """Return what was expected or came."""
    if expects in _ANSWERS:
        return words.text_for("predicted", _ANSWERS[expects])
    return stance_name(words, expects)


def _of_side(words: Words, found: Sequence[Foretold], side: int) -> list[Told]:
    """Return how often a side was right, and which way it was wrong."""
    values = side_values(words, side)
    mine = settled(found, side)
    if not mine:
        return []
    rests = tuple(sorted({number for one in mine for number in one.rests}))
    text = words.plural(
        "{side} made {n} prediction that was put to the test; {right} came true.",
        "{side} made {n} predictions that were put to the test; {right} came true.",
        len(mine),
        right=sum(one.right for one in mine),
        **values,
    )
    told = [Told(text, rests)]
    wrong = [one for one in mine if not one.right]
    if wrong:
        feared = sum(one.feared for one in wrong)
        text = words.text(
            "Of those that didn’t, {feared} had expected {other} to be harder than it was, and "
            "{hoped} softer.",
            feared=feared,
            hoped=len(wrong) - feared,
            **values,
        )
        told.append(Told(text, tuple(n for one in wrong for n in one.rests)))
    return told


def _table(words: Words, debrief: Debrief) -> Table:
    """Return every prediction, those of both sides about one crisis in one row."""
    references = References(words, debrief.rounds)
    rows: dict[tuple[int, str, int], list[str]] = {}
    for one in debrief.predictions:
        # Both sides' predictions of a crisis belong together; packages are one by one.
        key = (one.round, one.about, one.after if one.about == "package" else 0)
        row = rows.setdefault(
            key, [references.text(one.rests), _about(words, debrief, one), "", ""]
        )
        row[2 + one.side] = _cell(words, one)
    head = (
        words.text("Entry"),
        words.text("About"),
        words.text("{side} expected", **side_values(words, 0)),
        words.text("{side} expected", **side_values(words, 1)),
    )
    title = words.text("Every prediction, and what came")
    return Table(title, head, tuple(map(tuple, rows.values())), left=(1, 2, 3))


def _about(words: Words, debrief: Debrief, one: Foretold) -> str:
    """Return what a prediction was about."""
    if one.about == "package":
        return words.text("the package of round {n}", n=one.round)
    crisis = next((c for c in debrief.crises if c.number == one.answered), None)
    if crisis is None:
        return words.text("the crisis of round {n}", n=one.round)
    return crisis_title(words, crisis.crisis, crisis.site)


def _cell(words: Words, one: Foretold) -> str:
    expected = foretold_name(words, one.expects)
    if one.came is None:
        return words.text(
            "{expected}; it never came to that; trust {n}", expected=expected, n=one.trust
        )
    came = foretold_name(words, one.came)
    return words.text(
        "{expected}; it was {came}; trust {n}", expected=expected, came=came, n=one.trust
    )


def _trust(words: Words, found: Sequence[Foretold]) -> list[Part]:
    """Return the curves of trust, with their numbers."""
    by_side = {side: trusts(found, side) for side in (0, 1)}
    asked = {side: by_round for side, by_round in by_side.items() if by_round}
    title = words.text("How far each side said that it trusted the other")
    lines = tuple(
        Curve(
            side_name(words, side),
            (NATO, RUSSIA)[side],
            tuple((float(n), float(trust)) for n, trust in by_round.items()),
        )
        for side, by_round in asked.items()
    )
    picture = curves(
        title,
        lines,
        across=words.text_for("axis", "Round"),
        up=words.text_for("axis", "Trust"),
        within=(TRUST[0], TRUST[-1]),
    )
    rounds = sorted({n for by_round in asked.values() for n in by_round})
    head = (words.text_for("table", "Round"), *(line.label for line in lines))
    rows = tuple(
        (round_title(words, n), *(_number(by_round.get(n)) for by_round in asked.values()))
        for n in rounds
    )
    return [Figure(picture, title, Table(title, head, rows))]


def _number(trust: int | None) -> str:
    return "" if trust is None else number(trust)
