"""Sentences about the flow of a match, its mandates and the council."""

from game.engine.events import (
    EndRolled,
    MandateChosen,
    MatchEnded,
    NothingProposed,
    PackageAnswered,
    PackageTabled,
    PhaseBegan,
    RoundBegan,
    StatementMade,
    TurnSkipped,
)
from game.words.catalogue import Words
from game.words.log_lines import LogLine, line
from game.words.names import mandate_title, side_values
from game.words.rounds import phase_name
from game.words.terms import package_text
from game.words.verdicts import verdict_sentence, verdict_title


@line.register
def _(event: MandateChosen, words: Words) -> LogLine:
    values = side_values(words, event.side)
    if event.mandate is None:
        return LogLine(words.text("{side} seals its mandate.", **values), event.side, "mandate")
    title = mandate_title(words, event.mandate)
    text = words.text("{side} seals its mandate: {mandate}.", mandate=title, **values)
    return LogLine(text, event.side, "mandate")


@line.register
def _(event: RoundBegan, words: Words) -> LogLine:
    values = side_values(words, event.chair)
    text = words.text("Round {n} begins. {side} has the chair.", n=event.round, **values)
    return LogLine(text, None, "round")


@line.register
def _(event: PhaseBegan, words: Words) -> LogLine:
    text = words.text("Phase: {phase}.", phase=phase_name(words, event.phase))
    return LogLine(text, None, "round")


@line.register
def _(event: TurnSkipped, words: Words) -> LogLine:
    values = side_values(words, event.side)
    text = words.text("{side} has no card left and no turn.", **values)
    return LogLine(text, event.side, "round")


@line.register
def _(event: EndRolled, words: Words) -> LogLine:
    if event.ended:
        text = words.text("A die is rolled: round {n} was the last.", n=event.round)
    else:
        text = words.text("A die is rolled after round {n}: the match goes on.", n=event.round)
    return LogLine(text, None, "round")


@line.register
def _(event: MatchEnded, words: Words) -> LogLine:
    text = words.text(
        "The match is over: {verdict}. {sentence}",
        verdict=verdict_title(words, event.verdict),
        sentence=verdict_sentence(words, event.verdict, event.fallen),
    )
    return LogLine(text, None, "verdict")


@line.register
def _(event: PackageTabled, words: Words) -> LogLine:
    package = package_text(words, event.side, event.terms)
    if event.counter:
        text = words.text("Counter-package: {package}.", package=package)
    else:
        text = words.text("Package: {package}.", package=package)
    return LogLine(text, event.side, "council")


@line.register
def _(event: PackageAnswered, words: Words) -> LogLine:
    values = side_values(words, event.side)
    if event.accepted:
        text = words.text("{side} accepts: the council agrees.", **values)
    else:
        text = words.text("{side} rejects the package.", **values)
    return LogLine(text, event.side, "council")


@line.register
def _(event: NothingProposed, words: Words) -> LogLine:
    values = side_values(words, event.side)
    if event.counter:
        text = words.text("{side} tables no counter-package: nothing is agreed.", **values)
    else:
        text = words.text("{side} tables nothing.", **values)
    return LogLine(text, event.side, "council")


@line.register
def _(event: StatementMade, words: Words) -> LogLine:
    values = side_values(words, event.side)
    text = words.text("{side} makes a public statement.", **values)
    return LogLine(text, event.side, "council")
