"""How a card's story is written down: its event, the position, and every change."""

from dataclasses import dataclass

from tests.engine.cards.stories import QUIET, Changes, Given


@dataclass(frozen=True)
class Story:
    """A card played for its event; `answer` is the other side's to an offer."""

    card: str
    changes: Changes
    given: Given = QUIET
    answer: bool | None = None
    branch: int = 0

    @property
    def side(self):
        return 0 if self.card[0] == "n" else 1

    @property
    def name(self):
        said = {None: "", True: "-yes", False: "-no"}[self.answer]
        return f"{self.card}{said}{'-second' if self.branch else ''}"


def story(card, given=None, answer=None, branch=0, **changes):
    return Story(card, Changes(**changes), given or QUIET, answer, branch)


def both(ladder):
    """Both sides step on a ladder; written out as changes of `steps`."""
    return {f"nato {ladder}": 1, f"russia {ladder}": 1}


SHUT = Given(door="closed")
