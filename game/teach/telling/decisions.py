"""Decisions looked at again, and where the deal could have ended."""

from typing import Final

from game.charts import Cell, Figure, Paragraph, Table, heat
from game.players.advice import Advised
from game.teach.debrief import Debrief
from game.teach.reachable import Reachable
from game.teach.rerun import Move
from game.teach.review import Reviewed
from game.teach.telling.told import Chapter, Part, Told
from game.told import Value
from game.words import (
    Words,
    advised_reason,
    advised_title,
    decimal,
    outcome_text,
    side_name,
    side_values,
    signed,
    verdict_title,
)

_NO_REASONS: Final = frozenset({"only-move", "best-of", "behind-best", "as-good"})
"""What the adviser says of a move that changes nothing by itself."""
_STEP: Final = 20
"""Tenths of a point that one cell of the map is wide."""
_MOST: Final = 3
"""Cells on each side of the targets; what lies further out is in the last."""


def decisions(words: Words, debrief: Debrief) -> Chapter:
    """Return the decisions that cost or gained most."""
    title = words.text("Decisions looked at again")
    if not debrief.review:
        text = words.text("No decision stood out, or none was looked at again.")
        return Chapter("decisions", title, (Told(text, ()),))
    method = words.text(
        "Each decision was weighed on what its side knew at the time. For those that stood "
        "out the rest of the match was played out {n} times after each of two moves, by the "
        "computer. These are estimates; what chance alone could explain was left out.",
        n=debrief.review[0].comparison.games,
    )
    parts: list[Part] = [Paragraph(method)]
    parts += [_reviewed(words, one) for one in debrief.review]
    return Chapter("decisions", title, tuple(parts))


def _reviewed(words: Words, one: Reviewed) -> Told:
    """Return a decision: what was done, the other move, what both promised, and why."""
    comparison = one.comparison
    made, other = (1, 0) if one.kind == "gain" else (0, 1)
    values: dict[str, Value] = {
        "n": one.round,
        "made": _title(words, one, one.made),
        "instead": _title(words, one, one.other),
        "by": decimal(words, round(100 * comparison.gained), 1),
        "error": decimal(words, max(1, round(100 * comparison.error)), 1),
        **side_values(words, one.side),
    }
    if one.kind == "gain":
        head = words.text(
            "Round {n}: {side} gained about {by} in points (± {error}) by this: {made}. It is "
            "set against a middling move: {instead}.",
            **values,
        )
    else:
        head = words.text(
            "Round {n}: {side} gave away about {by} in points (± {error}) by this: {made}. "
            "Better: {instead}.",
            **values,
        )
    told = [
        head,
        words.text("After what was done: {outlook}.", outlook=_outlook(words, one, made)),
        words.text("After the other: {outlook}.", outlook=_outlook(words, one, other)),
    ]
    if one.advised.gains[0].reason.slug not in _NO_REASONS:
        reason = advised_reason(words, one.advised, one.view)
        told.append(words.text("Why: {reason}", reason=reason))
    return Told(" ".join(told), one.numbers)


def _title(words: Words, one: Reviewed, move: Move) -> str:
    """Return a move as a title."""
    plain = Advised(move.action, move.package, 0.0, 0.0, None, 0.0, (), ())
    return advised_title(words, plain, one.view)


def _outlook(words: Words, one: Reviewed, place: int) -> str:
    """Return what both sides could expect after a move."""
    comparison = one.comparison
    pair = [comparison.rival[place], comparison.rival[place]]
    pair[one.side] = comparison.own[place]
    return words.clauses([outcome_text(words, side, pair[side]) for side in (0, 1)])


def reachable_map(words: Words, debrief: Debrief) -> Chapter:
    """Return where the match ended among the outcomes of self-play from the same deal."""
    title = words.text("Where this deal could have ended")
    found = debrief.reachable
    if found is None:
        text = words.text("No games were played from this deal to compare with.")
        return Chapter("outcomes", title, (Told(text, ()),))
    method = words.text(
        "An estimate: the computer played the same deal with the same mandates {n} times "
        "(seed {seed}), with players of every temperament that look one move ahead. It shows "
        "some of what was within reach, not all of it. A result is held to between 6 points "
        "below and 10 above the target; Confrontation and a fallen government count as 10 "
        "points below.",
        n=len(found.endings),
        seed=found.seed,
    )
    parts: list[Part] = [
        Paragraph(method),
        _here(words, debrief, found),
        _figure(words, found),
        _verdicts(words, found),
    ]
    return Chapter("outcomes", title, tuple(parts))


def _here(words: Words, debrief: Debrief, found: Reachable) -> Told:
    """Return how this match stands among the games."""
    nato, russia = found.here.above
    text = words.text(
        "This match ended at {nato} for NATO and {russia} for Russia, in points from each "
        "target. In {both} of {n} games both succeeded; {better} ended better than this match "
        "for both sides, {worse} worse for both.",
        nato=_from_target(words, nato),
        russia=_from_target(words, russia),
        n=len(found.endings),
        both=found.both,
        better=found.better_for_both,
        worse=found.worse_for_both,
    )
    return Told(text, (debrief.end,))


def _from_target(words: Words, tenths: int) -> str:
    """Return tenths from a target with their sign."""
    text = decimal(words, tenths, 1)
    return f"+{text}" if tenths > 0 else text


def _figure(words: Words, found: Reachable) -> Figure:
    """Return the map: Russia’s result down, NATO’s across, games in each cell."""
    title = words.text(
        "Games by both results, in points from the target; this match is marked ●"
    )
    counts: dict[tuple[int, int], int] = {}
    for one in found.endings:
        key = _cell(one.above[1]), _cell(one.above[0])
        counts[key] = counts.get(key, 0) + 1
    here = _cell(found.here.above[1]), _cell(found.here.above[0])
    places = range(-_MOST, _MOST)
    most = max(counts.values())
    cells = [
        [_map_cell(counts.get((row, column), 0), (row, column) == here) for column in places]
        for row in reversed(places)
    ]
    names = [_range(place) for place in places]
    picture = heat(
        title,
        (side_name(words, 1), names[::-1]),
        (side_name(words, 0), names),
        cells,
        within=(-most, 0, most),
    )
    return Figure(picture, title)


def _cell(tenths: int) -> int:
    """Return the cell that a result lies in: 0 begins at the target."""
    return max(-_MOST, min(_MOST - 1, tenths // _STEP))


def _map_cell(count: int, here: bool) -> Cell:
    number = str(count) if count else ""
    return Cell(count, f"● {number}".rstrip() if here else number)


def _range(place: int) -> str:
    """Return the points that a cell holds."""
    low, high = place * _STEP // 10, (place + 1) * _STEP // 10
    if place == -_MOST:
        return f"< {signed(high)}"
    if place == _MOST - 1:
        return f"≥ {signed(low)}"
    return f"{signed(low)} … {signed(high)}"


def _verdicts(words: Words, found: Reachable) -> Table:
    """Return how the games ended."""
    counts: dict[str, int] = {}
    for one in found.endings:
        counts[one.verdict] = counts.get(one.verdict, 0) + 1
    rows = tuple(
        (verdict_title(words, verdict), str(count))
        for verdict, count in sorted(counts.items(), key=lambda pair: -pair[1])
    )
    head = (words.text("Verdict"), words.text("Games"))
    return Table(words.text("How those games ended"), head, rows)
