"""The uses of a card as rows: a row for each kind, below the open one its targets."""

from collections.abc import Iterable
from typing import Final

from pygame import Rect

from game.ui.board.card_uses import Use, UseGroup
from game.ui.theme import TARGET_DENSE, Theme
from game.ui.widgets.row import Row
from game.ui.widgets.widget import Column, Widget
from game.words import Words

_INDENT: Final = 22
_NAMED: Final = 2
_BESIDE: Final = 44
"""Letters of a note that stands beside its title; a longer one goes below."""


def use_rows(
    words: Words, groups: Iterable[UseGroup], *, opened: str, chosen: int | None
) -> list[Widget]:
    """Return the rows.

    A kind has the id ``group:<slug>``, a use ``use:<action>``. ``opened`` is the kind whose
    targets are listed, ``chosen`` the action that is chosen.
    """
    rows: list[Widget] = []
    for group in groups:
        if group.alone:
            rows.append(_alone(group, chosen))
            continue
        rows.append(_head(words, group, opened, chosen))
        if group.slug == opened and group.uses:
            targets: list[Widget] = [_target(use, chosen) for use in group.uses]
            rows.append(Indented(targets))
    return rows


class Indented(Column):
    """Rows that belong to the one above: a little further in and closer together."""

    def __init__(self, children: list[Widget]) -> None:
        super().__init__(children=children, gap=4)

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height in the narrower room."""
        return super().measure(theme, room - _INDENT)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place the rows further in."""
        super().place(Rect(rect.x + _INDENT, rect.y, rect.width - _INDENT, rect.height), theme)


class DenseRow(Row):
    """A row of a long list: as low as its words let it be."""

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the words, or of a dense target."""
        return max(TARGET_DENSE, self.words_height(theme, room) + 12)

    def words_height(self, theme: Theme, room: int) -> int:
        """Return the height of the words alone."""
        full = super().measure(theme, room)
        return 0 if full <= 44 else full - 12


def _alone(group: UseGroup, chosen: int | None) -> Row:
    use = group.uses[0]
    note = use.target if group.listed else use.note
    return Row(
        f"use:{use.action}",
        group.title,
        note,
        use.cost,
        icon=group.icon,
        below=len(note) > _BESIDE and not use.why,
        selected=use.action == chosen,
        why=use.why,
    )


def _head(words: Words, group: UseGroup, opened: str, chosen: int | None) -> Row:
    """Return the row of a kind: with the chosen target, or what there is to choose."""
    use = next((one for one in group.uses if one.action == chosen), None)
    if use is not None:
        return Row(
            f"group:{group.slug}",
            group.title,
            use.target,
            use.cost,
            icon=group.icon,
            selected=True,
        )
    return Row(
        f"group:{group.slug}",
        group.title,
        _offers(words, group),
        _least_cost(group),
        icon=group.icon,
        why=_why_all(group),
    )


def _target(use: Use, chosen: int | None) -> Row:
    selected = use.action == chosen
    ident = f"use:{use.action}"
    return DenseRow(ident, use.target, use.brief, use.cost, selected=selected, why=use.why)


def _offers(words: Words, group: UseGroup) -> str:
    """Return what a kind has to choose from."""
    names = [use.target for use in group.open_uses]
    if not names:
        return words.text("none open now")
    if len(names) <= _NAMED:
        return " · ".join(names)
    return words.plural("{n} to choose from", "{n} to choose from", len(names))


def _least_cost(group: UseGroup) -> str:
    """Return the cost of the cheapest; with a plus if others cost more."""
    costs = sorted({use.cost for use in group.open_uses or group.uses if use.cost})
    if not costs:
        return ""
    return costs[0] if len(costs) == 1 else f"{costs[0]}+"


def _why_all(group: UseGroup) -> str:
    """Return the reason if it is the same for all of a kind; else they are worth reading."""
    if group.why:
        return group.why
    reasons = {use.why for use in group.uses}
    return reasons.pop() if len(reasons) == 1 else ""
