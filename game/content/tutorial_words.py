"""The closed sets of words that the guide through a first match is written with."""

from typing import Annotated, Final, TypeAlias

from game.content.bounds import Words

SCREENS: Final = ("draft", "reply", "board", "card", "crisis", "reveal", "verdict")
"""The screens on which the guide has something to say."""

PARTS: Final = (
    "again",
    "hint",
    "tension",
    "initiative",
    "own_assurance",
    "own_support",
    "own_worth",
    "own_mandate",
    "other_assurance",
    "other_cards",
    "ladders",
    "log",
    "brewing",
    "hand",
    "undo",
    "terms",
    "first_term",
    "offer",
    "package",
    "effects",
    "effect_assurance",
    "no_proposal",
    "table_it",
    "accept",
    "reject",
    "event",
    "operations",
    "uses",
    "barred_use",
    "changes",
    "back",
    "play_it",
    "story",
    "answers",
    "matrix",
    "seal",
    "other_answer",
    "crisis_changes",
    "go_on",
    "own_result",
    "other_result",
    "chart",
    "play_again",
    "replay",
)
"""Parts of a screen that a note may point at or, in braces, name as the screen does."""

FACTS: Final = (
    "first-round",
    "last-round",
    "hands-open",
    "draft-asks",
    "draft-complete",
    "agreed",
    "refused",
    "no-package",
    "played",
    "alarmed",
    "reached-out",
    "followed",
    "use-chosen",
    "use-alarms",
    "use-costs",
    "answer-chosen",
    "both-firm-ends",
    "both-open",
    "both-firm",
    "own-firmer",
    "other-firmer",
    "neither",
    "confrontation",
    "fallen",
    "both-succeed",
    "own-succeeds",
    "own-fails",
)
"""What may be true of the match at a moment, as far as who is guided may know."""

READ: Final = "read"
LEFT: Final = "left"
ENDS: Final = (READ, LEFT, *FACTS)
"""When a step is done: once it was read, once its screen is left, or with a fact."""

Screen: TypeAlias = Annotated[str, Words(SCREENS)]
Part: TypeAlias = Annotated[str, Words(PARTS)]
Fact: TypeAlias = Annotated[str, Words(FACTS)]
End: TypeAlias = Annotated[str, Words(ENDS)]
