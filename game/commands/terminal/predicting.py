"""The two questions of a sealed prediction, as menus."""

from game.commands.terminal.menus import Item, Menu
from game.engine import View
from game.match.predictions import EXPECTED, TRUST, Due
from game.words import (
    Words,
    crisis_title,
    expected_answer,
    expected_question,
    prediction_heads,
    trust_name,
    trust_question,
)


def expected_menu(words: Words, view: View, due: Due) -> Menu:
    """Return the question of what the other side will do; answers as in `EXPECTED`."""
    crisis = view.answering if due.about == "crisis" else None
    title = "" if crisis is None else crisis_title(words, crisis.slug, crisis.site)
    heading = (*prediction_heads(words), expected_question(words, due.side, title))
    answers = (expected_answer(words, one) for one in EXPECTED[due.about])
    return Menu(heading, tuple(map(Item, answers)))


def trust_menu(words: Words, due: Due) -> Menu:
    """Return the question of how far the other side is trusted; answers as in `TRUST`."""
    items = tuple(Item(trust_name(words, trust)) for trust in TRUST)
    return Menu((trust_question(words, due.side),), items)
