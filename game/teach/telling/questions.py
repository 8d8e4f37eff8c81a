"""Questions to discuss, built from what happened in a match."""

from game.teach.debrief import Debrief
from game.teach.telling.asked import of_moments, of_plan
from game.teach.telling.told import Chapter, Part, Told
from game.words import Words, crisis_title, mandate_title, side_values, site_name


def questions(words: Words, debrief: Debrief) -> Chapter:
    """Return questions to discuss, built from what happened."""
    asked: list[Part] = [
        *_on_tension(words, debrief),
        *_on_crises(words, debrief),
        *_on_promises(words, debrief),
        *_on_beliefs(words, debrief),
        *of_moments(words, debrief),
        *_on_the_end(words, debrief),
        *of_plan(words, debrief),
    ]
    return Chapter("questions", words.text("Questions to discuss"), tuple(asked))


def _on_tension(words: Words, debrief: Debrief) -> list[Told]:
    rises = [move for move in debrief.tension if move.by > 0 and move.side is not None]
    told = []
    if rises:
        worst = max(rises, key=lambda move: move.by)
        told.append(
            Told(
                words.text(
                    "In round {n} an act of {to_side} raised Tension to {level}. What did it "
                    "hope for, and how did it look from the other side?",
                    n=worst.round,
                    level=worst.after,
                    **side_values(words, worst.side or 0),
                ),
                (worst.number,),
            )
        )
    dilemma = next((one for one in debrief.shown if one.concept == "security-dilemma"), None)
    if dilemma is not None:
        told.append(
            Told(
                words.text(
                    "Could {side} have been as safe without alarming {to_other}? Take {site}.",
                    site=site_name(words, dilemma.site or ""),
                    **side_values(words, dilemma.side or 0),
                ),
                dilemma.rests,
            )
        )
    return told


def _on_crises(words: Words, debrief: Debrief) -> list[Told]:
    told = []
    clash = next((one for one in debrief.crises if one.stances == (0, 0)), None)
    if clash is not None:
        told.append(
            Told(
                words.text(
                    "In “{crisis}” both were firm. What would each have needed to know to "
                    "answer otherwise?",
                    crisis=crisis_title(words, clash.crisis, clash.site),
                ),
                (clash.number,),
            )
        )
    used = next((one for one in debrief.crises if set(one.stances) == {0, 2}), None)
    if used is not None:
        firm = used.stances.index(0)
        told.append(
            Told(
                words.text(
                    "In “{crisis}” {side} was firm and {other} open. What did each learn "
                    "about the other from that?",
                    crisis=crisis_title(words, used.crisis, used.site),
                    **side_values(words, firm),
                ),
                (used.number,),
            )
        )
    for one in debrief.incidents:
        if one.retaliations:
            text = words.text(
                "“{crisis}” was an accident. Should one answer as if it were not, and what "
                "does each mistake cost?",
                crisis=crisis_title(words, one.crisis),
            )
            told.append(Told(text, one.rests))
            break
    return told


def _on_promises(words: Words, debrief: Debrief) -> list[Told]:
    told = []
    broken = next((one for one in debrief.pledges if one.fate.startswith("broken")), None)
    if broken is not None:
        text = words.text(
            "{side} gave its word in round {n} and broke it. What could have made the promise "
            "believable?",
            n=broken.round,
            **side_values(words, broken.side),
        )
        told.append(Told(text, broken.rests))
    refused = next((one for one in debrief.packages if one.answer == "rejected"), None)
    if refused is not None:
        text = words.text(
            "The package of round {n} was rejected. What one term would have made it "
            "acceptable?",
            n=refused.round,
        )
        told.append(Told(text, refused.rests))
    if debrief.undeclared:
        first = debrief.undeclared[0]
        text = words.text(
            "{side} deployed in secret in round {n}. Was it worth it?",
            n=first.round,
            **side_values(words, first.side),
        )
        told.append(Told(text, first.rests))
    return told


def _on_beliefs(words: Words, debrief: Debrief) -> list[Told]:
    return [
        Told(
            words.text(
                "{others} mandate was “{truth}”. When did {side} see that, and which move "
                "told it?",
                truth=mandate_title(words, one.truth),
                **side_values(words, one.side),
            ),
            (one.chosen,),
        )
        for one in debrief.watchings
        if one.beliefs
    ]


def _on_the_end(words: Words, debrief: Debrief) -> list[Told]:
    outcome = debrief.outcome
    if outcome is None:
        text = words.text("What will the other side do in the next round, and why?")
        return [Told(text, (debrief.end,))]
    if debrief.reachable is not None and debrief.reachable.better_for_both:
        text = words.text(
            "From the same deal {n} of {games} games of the computer ended better for both. "
            "What stood in the way here?",
            n=debrief.reachable.better_for_both,
            games=len(debrief.reachable.endings),
        )
        return [Told(text, (debrief.end,))]
    text = words.text("Who could have changed how it ended, and what would it have cost?")
    return [Told(text, (debrief.end,))]
