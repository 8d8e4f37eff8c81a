"""Sentences about crises."""

from game.content.vocabulary import STANCES
from game.engine.events import (
    AnswerSealed,
    BrinkTested,
    CauseLearned,
    CauseMadePublic,
    CrisisOpened,
    CrisisPutBack,
    CrisisResolved,
    CrisisTurnedUp,
)
from game.words.catalogue import Words
from game.words.crises import cause_text
from game.words.log_lines import LogLine, line
from game.words.names import (
    NATO,
    RUSSIA,
    began_text,
    crisis_title,
    response_title,
    side_name,
    side_values,
    stance_name,
)


@line.register
def _(event: CrisisTurnedUp, words: Words) -> LogLine:
    title = crisis_title(words, event.crisis, event.site)
    if event.incident:
        text = words.text(
            "An incident is brewing: {crisis}. Its cause is hidden.", crisis=title
        )
    elif event.starter is not None:
        values = side_values(words, event.starter)
        text = words.text(
            "A crisis is brewing: {crisis}. {side} began it.", crisis=title, **values
        )
    else:
        text = words.text("A crisis is brewing: {crisis}.", crisis=title)
    return LogLine(text, None, "crisis")


@line.register
def _(event: CrisisPutBack, words: Words) -> LogLine:
    title = crisis_title(words, event.crisis)
    text = words.text("“{crisis}” goes back under the crisis deck.", crisis=title)
    return LogLine(text, None, "crisis")


@line.register
def _(event: CrisisOpened, words: Words) -> LogLine:
    title = crisis_title(words, event.crisis)
    text = words.text("“{crisis}” comes to a head: both sides answer in secret.", crisis=title)
    return LogLine(text, None, "crisis")


@line.register
def _(event: AnswerSealed, words: Words) -> LogLine:
    values = side_values(words, event.side)
    text = words.text("{side} seals its answer.", **values)
    return LogLine(text, event.side, "crisis")


@line.register
def _(event: CrisisResolved, words: Words) -> LogLine:
    answers = [_answer(words, event, side) for side in (NATO, RUSSIA)]
    text = words.text(
        "{crisis}. {nato}; {russia}.",
        crisis=crisis_title(words, event.crisis, event.site),
        nato=answers[0],
        russia=answers[1],
    )
    if event.capped:
        text = words.text("{sentence} A cap holds the rise.", sentence=text)
    elif not event.tension:
        text = words.text("{sentence} Tension stays.", sentence=text)
    return LogLine(text, None, "crisis")


def _answer(words: Words, event: CrisisResolved, side: int) -> str:
    """Return a side's answer: `NATO: Sail on (firm)`."""
    return words.text(
        "{side}: {response} ({stance})",
        side=side_name(words, side),
        response=response_title(words, event.crisis, side, event.responses[side]),
        stance=stance_name(words, STANCES[event.stances[side]]),
    )


@line.register
def _(event: CauseLearned, words: Words) -> LogLine:
    values = side_values(words, event.side)
    began = began_text(words, event.began)
    text = words.text(
        "{side} learns the cause of the incident: {began}.", began=began, **values
    )
    return LogLine(text, event.side, "look")


@line.register
def _(event: CauseMadePublic, words: Words) -> LogLine:
    spec = words.content.crises[event.crisis]
    return LogLine(cause_text(words, spec, event.began), None, "crisis")


@line.register
def _(event: BrinkTested, words: Words) -> LogLine:
    if event.out_of_hand:
        text = words.text("At the brink a die is rolled: it gets out of hand.")
    else:
        text = words.text("At the brink a die is rolled: it does not get out of hand.")
    return LogLine(text, None, "crisis")
