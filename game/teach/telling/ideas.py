"""Ideas that the match showed, each with its moment and the work that it is known from."""

from collections.abc import Callable, Mapping
from typing import Final

from game.charts import Paragraph
from game.content.vocabulary import STANCES
from game.teach.concepts import CONCEPTS, ConceptSlug
from game.teach.debrief import Debrief
from game.teach.shown import Shown
from game.teach.telling.told import Chapter, Part, Told
from game.told import Value
from game.words import (
    Words,
    crisis_title,
    ladder_name,
    mandate_title,
    side_values,
    site_name,
    stance_name,
    tension_text,
)


def ideas(words: Words, debrief: Debrief) -> Chapter:
    """Return each idea that the match showed, with its moment and its source."""
    parts: list[Part] = []
    for one in debrief.shown:
        concept = CONCEPTS[one.concept]
        title = words.text(concept.title)
        moment = _MOMENTS[one.concept](words, one)
        text = words.text("{idea}. {moment}", idea=title, moment=moment)
        parts.append(Told(text, one.rests))
        meaning = words.text(
            "{meaning} Source: {source}.",
            meaning=words.text(concept.text),
            source=concept.source,
        )
        parts.append(Paragraph(meaning))
    if not parts:
        text = words.text("Too little happened to show an idea by.")
        parts.append(Told(text, (debrief.end,)))
    return Chapter("ideas", words.text("Ideas that this match showed"), tuple(parts))


def _dilemma(words: Words, one: Shown) -> str:
    values: dict[str, Value] = {
        "n": one.round,
        "site": site_name(words, one.site or ""),
        "by": -one.by,
        **side_values(words, one.side or 0),
    }
    told = words.text(
        "In round {n} {side} announced {site}, and {others} Assurance fell by {by}.", **values
    )
    if one.reply is None:
        return told
    reply = words.text(
        "{other} then announced {site}.",
        **{**values, "site": site_name(words, one.reply)},
    )
    return f"{told} {reply}"


def _signal(words: Words, one: Shown) -> str:
    return words.text(
        "In round {n} {side} took step {step} on {ladder} ahead of {other}: a signal, since "
        "going ahead costs Support.",
        **_step(words, one),
    )


def _followed(words: Words, one: Shown) -> str:
    return words.text(
        "{side} had gone ahead to step {step} on {ladder}; in round {n} {other} followed.",
        **_step(words, one),
    )


def _step(words: Words, one: Shown) -> dict[str, Value]:
    return {
        "n": one.round,
        "step": one.step,
        "ladder": ladder_name(words, one.ladder or ""),
        **side_values(words, one.side or 0),
    }


def _home(words: Words, one: Shown) -> str:
    return words.text(
        "At the end of round {n} {side} stood far ahead of {other}, and its Support fell by "
        "{by}.",
        n=one.round,
        by=-one.by,
        **side_values(words, one.side or 0),
    )


def _promise(words: Words, one: Shown) -> str:
    values = side_values(words, one.side or 0)
    if one.site is not None:
        return words.text(
            "In round {n} {side} pledged not to deploy ({what}), and the pledge was broken.",
            n=one.round,
            what=site_name(words, one.site),
            **values,
        )
    return words.text(
        "In round {n} {side} pledged not to suspend ({what}), and the pledge was broken.",
        n=one.round,
        what=ladder_name(words, one.ladder or ""),
        **values,
    )


def _verified(words: Words, one: Shown) -> str:
    return words.text(
        "{side} had deployed in secret ({site}), and verification found it.",
        site=site_name(words, one.site or ""),
        **side_values(words, one.side or 0),
    )


def _agreed(words: Words, one: Shown) -> str:
    return words.text(
        "In round {n} {sides} package was accepted; none of its steps was taken back and none "
        "of its pledges broken.",
        n=one.round,
        **side_values(words, one.side or 0),
    )


def _crisis(words: Words, one: Shown) -> str:
    nato, russia = (stance_name(words, STANCES[stance]) for stance in one.stances)
    answered = words.text(
        "In “{crisis}” NATO was {nato}, Russia {russia}.",
        crisis=crisis_title(words, one.crisis or "", one.site),
        nato=nato,
        russia=russia,
    )
    by = one.by
    moved = words.sentence(tension_text(words, by)) if by else words.text("Tension stayed.")
    return words.text("{sentence} {changes}", sentence=answered, changes=moved)


def _brink(words: Words, one: Shown) -> str:
    return words.text(
        "After “{crisis}” a die was rolled at the brink.",
        crisis=crisis_title(words, one.crisis or "", one.site),
    )


def _noise(words: Words, one: Shown) -> str:
    nato, russia = (stance_name(words, STANCES[stance]) for stance in one.stances)
    return words.text(
        "Nobody had begun “{crisis}”; NATO was {nato}, Russia {russia}.",
        crisis=crisis_title(words, one.crisis or ""),
        nato=nato,
        russia=russia,
    )


def _misread(words: Words, one: Shown) -> str:
    return words.text(
        "After round {n} a careful watcher for {to_side} would have taken {others} mandate "
        "for “{mandate}”, which it was not.",
        n=one.round,
        mandate=mandate_title(words, one.mandate or ""),
        **side_values(words, one.side or 0),
    )


_MOMENTS: Final[Mapping[ConceptSlug, Callable[[Words, Shown], str]]] = {
    "security-dilemma": _dilemma,
    "spiral": _crisis,
    "costly-signal": _signal,
    "reciprocity": _followed,
    "commitment-problem": _promise,
    "verification": _verified,
    "two-level-game": _home,
    "prisoners-dilemma": _crisis,
    "stag-hunt": _crisis,
    "chicken": _crisis,
    "deadlock": _crisis,
    "brinkmanship": _brink,
    "noise": _noise,
    "misperception": _misread,
    "arms-control": _agreed,
}
