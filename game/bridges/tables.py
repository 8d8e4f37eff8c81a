"""The tables of the guide for researchers, made from what the code does."""

from collections.abc import Iterable, Sequence

from game.bridges.ids import PARTS
from game.bridges.table import Table
from game.engine import actions as a

_SCENARIO = "long-negotiation"


def action_table() -> str:
    """Return the ids of actions by kind."""
    rows = []
    for part in PARTS:
        last = part.first + part.size - 1
        cards = "32 own cards" if part.of_card else ""
        each = f"{part.count}: {part.meaning}" if part.meaning else ""
        span = str(last) if part.size == 1 else f"{part.first}–{last}"
        rows.append((span, f"`{a.KINDS[part.kind]}`", cards, each))
    return _table(("ids", "kind", "for each of", "and of"), rows)


def tensor_table() -> str:
    """Return the fields of the tensor, as they lie in the whole game."""
    encoder = Table.dealt(_SCENARIO, 0).codec.encoder
    rows = [
        (str(first), str(size), f"`{name}`", meaning)
        for name, first, size, meaning in encoder.fields
    ]
    return _table(("from", "size", "field", "holds"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
