"""The state of a match: a position with the faces that players, match and lab use."""

from game.engine import fields as f
from game.engine.chance_cards import Chance
from game.engine.facts import facts_of
from game.engine.fields import MOVER, PENDING, PLAY_CARD
from game.engine.legal import LEGAL
from game.engine.outcome import Outcome, outcome_of
from game.engine.play import PLAYS
from game.engine.playout import TO_THE_END, play_out
from game.engine.position import Position
from game.engine.reasons import Reason
from game.engine.view import View
from game.engine.why_not import why_not


class IllegalActionError(ValueError):
    """An action that the rules don't allow here; `reason` says why."""

    def __init__(self, action: int, reason: Reason) -> None:
        """Keep the action and the reason."""
        super().__init__(f"action {action} is not legal: {reason}")
        self.action = action
        self.reason = reason


class State(Position):
    """A position of a match, complete at every decision."""

    __slots__ = ()

    def clone(self) -> "State":
        """Return an independent copy without a log."""
        twin = State.__new__(State)
        twin.world = self.world
        twin.v = self.v[:]
        twin.log = None
        return twin

    @property
    def to_move(self) -> int | None:
        """The side that decides, or `None` when the match is over."""
        v = self.v
        return v[f.MOVER] if v[f.PENDING] else None

    @property
    def decision(self) -> str:
        """The kind of the pending decision, one of `fields.DECISIONS`."""
        return f.DECISIONS[self.v[f.PENDING]]

    @property
    def phase(self) -> str:
        """The phase of the round, one of `fields.PHASES`."""
        return f.PHASES[self.v[f.PHASE]]

    @property
    def round(self) -> int:
        """The round, from 1; 0 before the first briefing."""
        return int(self.v[f.ROUND])

    @property
    def outcome(self) -> Outcome | None:
        """How the match ended, or `None` while it goes on."""
        return outcome_of(self)

    def legal_actions(self) -> list[int] | tuple[int, ...]:
        """Return the legal actions, never empty while the match goes on.

        Order: as `game.engine.legal` documents for the kind of decision.
        """
        v = self.v
        if v[PENDING] == PLAY_CARD:  # hot: half of all decisions, without a detour
            return self.world.legal_cards[v[MOVER]](self)
        return LEGAL[v[PENDING]](self)

    def apply(self, action: int) -> None:
        """Do a legal action in place; it is not checked."""
        PLAYS[self.v[MOVER]][action >> 16](self, action)

    def chance_action(self, chance: Chance) -> int:
        """Return a legal action, each as likely as any other, without listing them.

        `chance` gives numbers from 0 to below 1, as `random.Random.random` does. The match
        must go on.
        """
        v = self.v
        return self.world.chances[v[MOVER]][v[PENDING]](self, chance)

    def play_out(self, chance: Chance, last: int = TO_THE_END) -> int:
        """Play on by chance to the end of a round, or of the match.

        Returns:
            How many decisions were made.
        """
        return play_out(self, chance, last)

    def apply_checked(self, action: int) -> None:
        """Do an action in place.

        Raises:
            IllegalActionError: it is not legal; the position is unchanged.
        """
        reason = why_not(self, action)
        if reason is not None:
            raise IllegalActionError(action, reason)
        self.apply(action)

    def why_not(self, action: int) -> Reason | None:
        """Return why an action is not legal, or `None` if it is."""
        return why_not(self, action)

    def view(self, side: int) -> View:
        """Return all and only what a side may know."""
        return View(self, side)

    def describe(self, action: int) -> str:
        """Return an action as a debug line."""
        facts = facts_of(self, action, self.v[f.MOVER])
        parts = (facts.card, facts.site, facts.ladder, facts.response, facts.mandate)
        return " ".join([facts.kind, *(part for part in parts if part)])
