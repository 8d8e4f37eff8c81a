"""What each side could believe, and what was true; incidents and what was behind them."""

from collections.abc import Mapping
from typing import Final

from game.charts import NATO, RUSSIA, Curve, Figure, Paragraph, Table, curves
from game.content.vocabulary import STANCES
from game.teach.beliefs import Watching
from game.teach.crises import Answered, Incident
from game.teach.debrief import Debrief
from game.teach.manner import Manner
from game.teach.telling.foretold import predictions
from game.teach.telling.told import Chapter, Part, References, Told
from game.words import (
    Words,
    began_text,
    crisis_title,
    crisis_type_name,
    mandate_title,
    mark,
    response_title,
    round_title,
    side_name,
    side_values,
    signed,
    stance_name,
)

_TEMPERAMENTS: Final[Mapping[str, str]] = {
    "partner": mark("a partner"),
    "hard-bargainer": mark("a hard bargainer"),
    "opportunist": mark("an opportunist"),
    "hawk": mark("a hawk"),
}


def beliefs(words: Words, debrief: Debrief) -> Chapter:
    """Return what each side could believe of the other’s mandate."""
    title = words.text("What each side could believe")
    if not debrief.secrets:
        text = words.text("Mandates are told when the match is over.")
        return Chapter("beliefs", title, (Told(text, ()),))
    watchings = [one for one in debrief.watchings if one.beliefs]
    if not watchings:
        text = words.text("Mandates were no secret, or nothing was played yet.")
        manners = (_manner(words, one) for one in debrief.manners)
        told = (Told(text, (0,)), *manners, *predictions(words, debrief))
        return Chapter("beliefs", title, told)
    method = words.text(
        "A careful watcher weighs every public move by how likely a government with each "
        "mandate would have made it. That is a reckoning, not what anybody thought. Chances "
        "are shown as 1 to 99 in 100."
    )
    parts: list[Part] = [Paragraph(method)]
    for one in watchings:
        parts += _watching(words, one)
    parts.append(_figure(words, watchings))
    parts += [_manner(words, one) for one in debrief.manners]
    parts += predictions(words, debrief)
    return Chapter("beliefs", title, tuple(parts))


def _watching(words: Words, one: Watching) -> list[Told]:
    """Return how near a careful watcher came to the truth."""
    values = {
        "truth": mandate_title(words, one.truth),
        **side_values(words, one.side),
    }
    last = one.beliefs[-1]
    guess = mandate_title(words, last.mandate)
    if last.mandate == one.truth:
        end = words.text(
            "{others} mandate was “{truth}”. At the end a careful watcher for {to_side} "
            "would have thought it likeliest: about {n} in 100.",
            n=in_hundred(last.chance),
            **values,
        )
    else:
        end = words.text(
            "{others} mandate was “{truth}”. At the end a careful watcher for {to_side} "
            "would have thought “{guess}” likeliest, about {n} in 100, and given the truth "
            "{m}.",
            guess=guess,
            n=in_hundred(last.chance),
            m=in_hundred(last.true_chance),
            **values,
        )
    told = [Told(end, (one.chosen, last.number))]
    worst = min(one.beliefs, key=lambda belief: belief.true_chance)
    if worst is not last and worst.true_chance < one.even:
        text = words.text(
            "Furthest from it after round {round}: “{guess}” about {n} in 100, the truth {m}.",
            round=worst.round,
            guess=mandate_title(words, worst.mandate),
            n=in_hundred(worst.chance),
            m=in_hundred(worst.true_chance),
        )
        told.append(Told(text, (worst.number,)))
    return told


def _manner(words: Words, one: Manner) -> Told:
    """Return which of four temperaments a side's public moves looked most like."""
    text = words.text(
        "Of four temperaments {sides} public moves looked most like those of {temperament}.",
        temperament=words.text(_TEMPERAMENTS[one.temperament]),
        **side_values(words, one.side),
    )
    return Told(text, (one.number,))


def in_hundred(chance: float) -> int:
    """Return a chance in hundredths: never 0 nor 100, since a reckoning is never certain."""
    return max(1, min(99, round(100 * chance)))


def _figure(words: Words, watchings: list[Watching]) -> Figure:
    """Return the curves of how much the truth was believed."""
    title = words.text("How likely the true mandate of the other seemed after each round")
    lines = tuple(
        Curve(
            words.text("{side} watching", **side_values(words, one.side)),
            (NATO, RUSSIA)[one.side],
            tuple(
                (float(each.round), float(in_hundred(each.true_chance))) for each in one.beliefs
            ),
        )
        for one in watchings
    )
    picture = curves(
        title, lines, across=words.text_for("axis", "Round"), up="%", within=(0, 100)
    )
    rounds = [each.round for each in watchings[0].beliefs]
    head = (words.text_for("table", "Round"), *(line.label for line in lines))
    rows = tuple(
        (round_title(words, number), *(f"{round(line.points[n][1])} %" for line in lines))
        for n, number in enumerate(rounds)
    )
    return Figure(picture, title, Table(title, head, rows))


def crises(words: Words, debrief: Debrief, references: References) -> Chapter:
    """Return how crises were answered, and what was behind the incidents."""
    parts: list[Part] = []
    if debrief.crises:
        parts.append(_table(words, debrief, references))
    else:
        parts.append(Told(words.text("No crisis came to a head."), (debrief.end,)))
    parts += [_incident(words, one) for one in debrief.incidents]
    if debrief.secrets:
        parts.append(retaliations(words, debrief))
    return Chapter("crises", words.text("Crises and accidents"), tuple(parts))


def _table(words: Words, debrief: Debrief, references: References) -> Table:
    rows = tuple(
        (
            references.text((one.number,)),
            crisis_title(words, one.crisis, one.site),
            crisis_type_name(words, one.type),
            _answer(words, one, 0),
            _answer(words, one, 1),
            signed(one.tension),
        )
        for one in debrief.crises
    )
    head = (
        words.text("Entry"),
        words.text("Crisis"),
        words.text("Kind"),
        side_name(words, 0),
        side_name(words, 1),
        words.text("Tension"),
    )
    return Table(words.text("Every crisis that was answered"), head, rows, left=(1, 2, 3, 4))


def _answer(words: Words, one: Answered, side: int) -> str:
    return words.text(
        "{response} ({stance})",
        response=response_title(words, one.crisis, side, one.responses[side]),
        stance=stance_name(words, STANCES[one.stances[side]]),
    )


def _incident(words: Words, one: Incident) -> Told:
    """Return an incident: what lay behind it and how it was answered."""
    told = [
        words.text(
            "Round {n}: “{crisis}” was an incident whose cause was hidden.",
            n=one.round,
            crisis=crisis_title(words, one.crisis),
        )
    ]
    if one.began is not None:
        began = began_text(words, one.began)
        told.append(words.text("In truth {began}.", began=began))
    for side, learned in enumerate(one.learned):
        if learned is not None:
            told.append(words.text("{side} learned that alone.", **side_values(words, side)))
    if one.public is not None:
        told.append(words.text("The cause became public."))
    elif one.began is not None:
        told.append(words.text("The cause never became public."))
    if one.answered is None:
        told.append(words.text("It did not come to a head."))
    else:
        nato, russia = (stance_name(words, STANCES[stance]) for stance in one.stances)
        told.append(
            words.text("NATO answered {nato}, Russia {russia}.", nato=nato, russia=russia)
        )
    return Told(" ".join(told), one.rests)


def retaliations(words: Words, debrief: Debrief) -> Told:
    """Return how many firm answers were given to accidents."""
    accidents = [one for one in debrief.incidents if one.retaliations]
    count = sum(len(one.retaliations) for one in accidents)
    if not debrief.incidents:
        text = words.text("No crisis came up whose cause was hidden.")
        return Told(text, (debrief.end,))
    if not count:
        text = words.text("No firm answer was given to an accident.")
        return Told(text, tuple(n for one in debrief.incidents for n in one.rests))
    text = words.plural(
        "{n} firm answer was given to an accident that nobody had begun.",
        "{n} firm answers were given to accidents that nobody had begun.",
        count,
    )
    return Told(text, tuple(n for one in accidents for n in one.rests))
