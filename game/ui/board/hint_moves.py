"""The moves that a hint shows: what to do, why, and what it promises both sides."""

from game.engine import View
from game.players.advice import Advice, Advised
from game.ui.theme import BODY, HEADING, NOTE
from game.ui.widgets.label import Label
from game.ui.widgets.panel import PLAIN, Panel
from game.ui.widgets.widget import Widget
from game.words import (
    Words,
    advised_grounds,
    advised_reason,
    advised_title,
    promise_text,
)


def hint_moves(words: Words, view: View, advice: Advice) -> list[Widget]:
    """Return the advised moves, the best first and marked in its side's colour."""
    return [
        _move(words, view, move, number) for number, move in enumerate(advice.moves, start=1)
    ]


def _move(words: Words, view: View, move: Advised, number: int) -> Panel:
    """Return one move; of the best everything that speaks for it or against it."""
    title = words.text("{n}. {move}", n=number, move=advised_title(words, move, view))
    best = number == 1
    parts: list[Widget] = [Label(title, HEADING)]
    if best:
        parts += [Label(line, BODY) for line in advised_grounds(words, move, view)]
    else:
        parts.append(Label(advised_reason(words, move, view), BODY))
    parts.append(Label(promise_text(words, move, view.side), NOTE, colour="ink_2"))
    return Panel(
        f"move:{number}",
        parts,
        look=PLAIN,
        side=view.side if best else None,
        edge_on_top=False,
        padding=12,
        gap=3,
    )
