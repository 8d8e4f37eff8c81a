"""The ideas that a match can show, each with the work that it is known from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.content.lesson_words import ConceptName
from game.words import mark

ConceptSlug: TypeAlias = ConceptName


@dataclass(frozen=True, slots=True)
class Concept:
    """An idea of the study of conflict and cooperation.

    Attributes:
        title: Its name; `text` what it says, in a sentence or two.
        source: The work, as a bibliography names it: the same in every language.
    """

    title: str
    text: str
    source: str


CONCEPTS: Final[Mapping[ConceptSlug, Concept]] = {
    "security-dilemma": Concept(
        mark("Security dilemma"),
        mark(
            "What one side does to be safer makes the other less safe, whose answer then "
            "makes the first less safe too; nobody need want that."
        ),
        "J. Herz, “Idealist Internationalism and the Security Dilemma”, World Politics (1950)",
    ),
    "spiral": Concept(
        mark("Spiral or deterrence"),
        mark(
            "Firmness deters where the other is greedy and feeds a spiral where it is "
            "afraid; from outside the two look alike."
        ),
        "R. Jervis, Perception and Misperception in International Politics (1976)",
    ),
    "costly-signal": Concept(
        mark("Costly signal"),
        mark(
            "Words are cheap; what would hurt somebody of bad faith more than somebody of "
            "good faith can be believed."
        ),
        "J. Fearon, “Signaling Foreign Policy Interests”, "
        "Journal of Conflict Resolution (1997)",
    ),
    "reciprocity": Concept(
        mark("Reciprocated steps"),
        mark(
            "One side goes ahead, announces it, and waits; if the other follows, trust has "
            "grown without a treaty."
        ),
        "C. Osgood, An Alternative to War or Surrender (1962)",
    ),
    "commitment-problem": Concept(
        mark("Commitment problem"),
        mark(
            "A promise that both want kept may still fail, because nothing binds whoever "
            "would later gain by breaking it."
        ),
        "J. Fearon, “Rationalist Explanations for War”, International Organization (1995)",
    ),
    "verification": Concept(
        mark("Trust and verification"),
        mark(
            "The more each side may see, the less can be hidden, and the less must be taken "
            "on trust."
        ),
        "T. Schelling and M. Halperin, Strategy and Arms Control (1961)",
    ),
    "two-level-game": Concept(
        mark("Two-level game"),
        mark(
            "Every bargain abroad has to hold at home as well; who goes further than people "
            "at home will follow pays for it."
        ),
        "R. Putnam, “Diplomacy and Domestic Politics”, International Organization (1988)",
    ),
    "prisoners-dilemma": Concept(
        mark("Prisoner’s dilemma"),
        mark(
            "Each does better by being firm, whatever the other does, and both do worse when "
            "both are; what changes that is meeting again."
        ),
        "R. Axelrod, The Evolution of Cooperation (1984)",
    ),
    "stag-hunt": Concept(
        mark("Stag hunt"),
        mark(
            "Both do best by being open, but only if both are; doubt about the other is "
            "enough to spoil it."
        ),
        "B. Skyrms, The Stag Hunt and the Evolution of Social Structure (2004)",
    ),
    "chicken": Concept(
        mark("Chicken"),
        mark("Each hopes that the other gives way; if neither does, both lose most."),
        "T. Schelling, Arms and Influence (1966)",
    ),
    "deadlock": Concept(
        mark("Deadlock"),
        mark(
            "Where each prefers to be firm even if the other is open, no answer to the crisis "
            "helps; the stakes have to change elsewhere."
        ),
        "R. Jervis, “Cooperation Under the Security Dilemma”, World Politics (1978)",
    ),
    "brinkmanship": Concept(
        mark("Brinkmanship"),
        mark(
            "Near the edge neither side is in command of what happens: the threat leaves "
            "something to chance."
        ),
        "T. Schelling, The Strategy of Conflict (1960)",
    ),
    "noise": Concept(
        mark("Noise and forgiveness"),
        mark(
            "What looked like an act may have been an accident; who always strikes back "
            "strikes back at accidents too."
        ),
        "J. Wu and R. Axelrod, “How to Cope with Noise in the Iterated Prisoner’s Dilemma”, "
        "Journal of Conflict Resolution (1995)",
    ),
    "misperception": Concept(
        mark("Misperception"),
        mark("Moves are read in the light of what one already believes of whoever made them."),
        "D. Larson, Anatomy of Mistrust (1997)",
    ),
    "arms-control": Concept(
        mark("Arms control between rivals"),
        mark("Rivals can gain together wherever both lose by the risk that they share."),
        "T. Schelling and M. Halperin, Strategy and Arms Control (1961)",
    ),
}
"""Every idea by its slug."""
