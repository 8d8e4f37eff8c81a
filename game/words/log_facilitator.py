"""Sentences about what the facilitator of a lesson put into a match."""

from game.engine.events import CrisisSet, HandedOut
from game.words.catalogue import Words
from game.words.log_lines import LogLine, line
from game.words.names import card_title, crisis_title, side_values


@line.register
def _(event: CrisisSet, words: Words) -> LogLine:
    title = crisis_title(words, event.crisis)
    text = words.text("The facilitator sets the crisis of the round: “{crisis}”.", crisis=title)
    return LogLine(text, None, "crisis")


@line.register
def _(event: HandedOut, words: Words) -> LogLine:
    values = side_values(words, event.side)
    if event.card is None:
        text = words.text("The facilitator gives {to_side} a card from its deck.", **values)
    else:
        text = words.text(
            "The facilitator gives {to_side} the card “{card}” from its deck.",
            card=card_title(words, event.card),
            **values,
        )
    return LogLine(text, event.side, "card")
