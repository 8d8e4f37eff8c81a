"""What an act would change, as rows: the shared tracks first, then side by side."""

from typing import Final

from game.content.vocabulary import LADDERS
from game.engine import View
from game.engine.preview import Change, Preview
from game.ui.widgets.track import PreviewRow
from game.words import Words, door_name, ladder_name, side_values, track_name

_BEFORE_SIDES: Final = ("tension", "threat")
_STEPS: Final = 4
_LONG_NAME: Final = 132
"""Room for the names of joint levels, so that all bars begin below one another."""


def change_rows(words: Words, preview: Preview, ident: str = "change") -> list[PreviewRow]:
    """Return a row for each number that becomes another; ids are ``<ident>:<what>``."""
    rows = [*_shared(words, preview, ident)]
    for side in (0, 1):
        rows += _of_side(words, preview, side, ident)
    rows += _ladders(words, preview, ident)
    rows = [row for row in rows if row.before != row.after]
    if any(row.id.startswith(f"{ident}:joint:") for row in rows):
        for row in rows:
            row.name_width = _LONG_NAME
    return rows


def standing_rows(words: Words, view: View, ident: str = "now") -> list[PreviewRow]:
    """Return Tension and each side's numbers as they stand, in the order of the changes."""
    now = _unchanged(view)
    sides = [row for side in (0, 1) for row in _of_side(words, now, side, ident)]
    return [_shared(words, now, ident)[0], *sides]


def _unchanged(view: View) -> Preview:
    """Return what an act would change that changes nothing."""

    def same(number: int) -> Change:
        return number, number

    def both(numbers: tuple[int, int]) -> tuple[Change, Change]:
        return same(numbers[0]), same(numbers[1])

    return Preview(
        tension=same(view.tension),
        threat=same(view.threat),
        initiative=same(view.initiative),
        door=same(view.door),
        assurance=both(view.assurance),
        support=both(view.support),
        coverage=same(view.coverage),
        deterrent=same(view.deterrent),
        steps=((), ()),
        joint_levels=(),
        crisis=None,
    )


def door_text(words: Words, preview: Preview) -> str:
    """Return what happens to the door, or nothing: `The door: Strained → Open`."""
    before, after = preview.door
    if before == after:
        return ""
    return words.text(
        "The door: {before} → {after}",
        before=door_name(words, before),
        after=door_name(words, after),
    )


def _shared(words: Words, preview: Preview, ident: str) -> list[PreviewRow]:
    tracks: tuple[Change, ...] = (preview.tension, preview.threat)
    rows = [
        PreviewRow(f"{ident}:{track}", track_name(words, track), *change)
        for track, change in zip(_BEFORE_SIDES, tracks, strict=True)
    ]
    # Initiative is towards NATO in numbers, so the row says whose way up is.
    towards = words.text("+ is {side}", **side_values(words, 0))
    rows.append(
        PreviewRow(
            f"{ident}:initiative",
            track_name(words, "initiative"),
            *preview.initiative,
            maximum=0,
            words=towards,
            signed=True,
        )
    )
    return rows


def _of_side(words: Words, preview: Preview, side: int, ident: str) -> list[PreviewRow]:
    """Return a side's Support, its worth, its Assurance."""
    support = PreviewRow(
        f"{ident}:support:{side}",
        track_name(words, "support"),
        *preview.support[side],
        side=side,
    )
    if side:
        worth = PreviewRow(
            f"{ident}:deterrent",
            track_name(words, "deterrent"),
            *preview.deterrent,
            side=side,
            maximum=0,
            signed=True,
        )
    else:
        worth = PreviewRow(
            f"{ident}:coverage",
            track_name(words, "coverage"),
            *preview.coverage,
            side=side,
            maximum=max(10, *preview.coverage),
        )
    assurance = PreviewRow(
        f"{ident}:assurance:{side}",
        track_name(words, "assurance"),
        *preview.assurance[side],
        side=side,
    )
    return [support, worth, assurance]


def _ladders(words: Words, preview: Preview, ident: str) -> list[PreviewRow]:
    """Return each side's step on each ladder, with what becomes of the joint level."""
    rows = []
    for number, ladder in enumerate(LADDERS):
        name = ladder_name(words, ladder)
        rows += [
            PreviewRow(
                f"{ident}:{ladder}:{side}",
                name,
                *preview.steps[side][number],
                side=side,
                maximum=_STEPS,
            )
            for side in (0, 1)
        ]
        before, after = preview.joint_levels[number]
        joint = words.text("Joint {ladder}", ladder=name)
        row = PreviewRow(
            f"{ident}:joint:{ladder}", joint, before, after, maximum=_STEPS, joint=True
        )
        rows.append(row)
    return rows
