"""A view: all and only what one side may know of a position (rulebook 10).

Players, the window and previews are handed views, never states. Every derived number
is reckoned from the masked list, so it is what that side may compute.
"""

from random import Random
from typing import TYPE_CHECKING

from game.engine import fields as f
from game.engine import scoring
from game.engine.facts import ActionFacts, facts_of
from game.engine.legal import legal_actions
from game.engine.masking import masked
from game.engine.position import Position
from game.engine.preview import Preview, preview_card, preview_package
from game.engine.reasons import Reason
from game.engine.rules import council
from game.engine.rules.record import record_of
from game.engine.sampling import Filling
from game.engine.view_board import BoardView
from game.engine.view_parts import CrisisState, brewing_crisis, opened_crisis
from game.engine.why_not import why_not
from game.engine.why_term import term_reason

if TYPE_CHECKING:
    from game.engine.state import State


class View(BoardView):
    """What a side may know; two views are equal if they hold the same.

    `side` is the side that looks, `world` the scenario's tables, which are public.
    """

    __slots__ = ("_filling", "_maker")

    def __init__(self, state: Position, side: int) -> None:
        """Look at a state as a side."""
        super().__init__(Position(state.world, masked(state.world, state.v, side)), side)
        self._maker = type(state)
        self._filling: Filling | None = None

    def __eq__(self, other: object) -> bool:
        """Say whether the other view holds the same."""
        if not isinstance(other, View):
            return NotImplemented
        return self.side == other.side and self._position.v == other._position.v

    __hash__ = None  # type: ignore[assignment]

    @property
    def v(self) -> list[object]:
        """The masked list, by the indices of `game.engine.fields`; not to be changed."""
        return self._position.v

    # -------------------------------------------------------------------- flow

    @property
    def to_move(self) -> int | None:
        """The side that decides, or `None` when the match is over."""
        v = self._position.v
        return v[f.MOVER] if v[f.PENDING] else None

    @property
    def decision(self) -> str:
        """The kind of the pending decision, one of `fields.DECISIONS`."""
        return f.DECISIONS[self._position.v[f.PENDING]]

    @property
    def round(self) -> int:
        """The round, from 1; 0 before the first briefing."""
        return int(self._position.v[f.ROUND])

    @property
    def phase(self) -> str:
        """The phase, one of `fields.PHASES`."""
        return f.PHASES[self._position.v[f.PHASE]]

    @property
    def chair(self) -> int:
        """The side that chairs this round's council."""
        return int(self._position.v[f.CHAIR])

    @property
    def turn(self) -> int:
        """Turns of this round that are over."""
        return int(self._position.v[f.TURN])

    @property
    def over(self) -> bool:
        """Whether the match is over."""
        return bool(self._position.v[f.VERDICT])

    # ------------------------------------------------------------------- cards

    def _slugs(self, numbers: tuple[int, ...]) -> tuple[str, ...]:
        """Return the slugs of cards, unknown ones left out."""
        return tuple(self.world.cards[card].slug for card in numbers if card >= 0)

    def _bits(self, mask: int) -> tuple[str, ...]:
        """Return the slugs of the cards of a mask."""
        return tuple(c.slug for i, c in enumerate(self.world.cards) if mask >> i & 1)

    @property
    def hand(self) -> tuple[str, ...]:
        """The own hand."""
        return self._slugs(self._position.v[f.HAND + self.side])

    @property
    def rival_hand(self) -> tuple[str, ...]:
        """The other's hand where hands are open; else empty."""
        return self._slugs(self._position.v[f.HAND + 1 - self.side])

    @property
    def hand_sizes(self) -> tuple[int, int]:
        """Cards in each hand."""
        return self._sizes(f.HAND)

    @property
    def deck_sizes(self) -> tuple[int, int]:
        """Cards in each deck."""
        return self._sizes(f.DECK)

    @property
    def face_down_counts(self) -> tuple[int, int]:
        """Cards that lie face down in each discard."""
        return self._sizes(f.DOWN)

    def _sizes(self, field: int) -> tuple[int, int]:
        """Return the length of a pair of tuples."""
        v = self._position.v
        return len(v[field]), len(v[field + 1])

    @property
    def discards(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Cards face up in each discard, the last played last."""
        v = self._position.v
        return self._slugs(v[f.DISCARD]), self._slugs(v[f.DISCARD + 1])

    @property
    def removed(self) -> tuple[str, ...]:
        """Cards out of the game."""
        return self._bits(self._position.v[f.REMOVED])

    @property
    def own_face_down(self) -> tuple[str, ...]:
        """The own cards that lie face down."""
        return self._slugs(self._position.v[f.DOWN + self.side])

    @property
    def known_cards(self) -> tuple[str, ...]:
        """Cards of the other's hand that this side has seen and that must be there."""
        return self._bits(self._position.v[f.KNOWN + self.side])

    @property
    def offered_card(self) -> str | None:
        """The card whose offer is being answered, or `None`."""
        v = self._position.v
        return self.world.cards[v[f.CARD]].slug if v[f.PENDING] == f.ANSWER_OFFER else None

    @property
    def lasting(self) -> tuple[int, ...]:
        """Numbers of the lasting effects in force."""
        mask = self._position.v[f.LASTING]
        return tuple(e.number for e in self.world.lasting if mask >> e.number & 1)

    # ---------------------------------------------------------------- mandates

    @property
    def mandate(self) -> str | None:
        """The own mandate, or `None` before it is chosen."""
        chosen = self._position.v[f.MANDATE + self.side]
        return self.world.mandates[chosen].slug if chosen >= 0 else None

    @property
    def rival_mandate(self) -> str | None:
        """The other's mandate where the scenario fixes it in the open; else `None`."""
        chosen = self._position.v[f.MANDATE + 1 - self.side]
        return self.world.mandates[chosen].slug if chosen >= 0 else None

    @property
    def dealt(self) -> tuple[str, ...]:
        """The two mandates that this side was dealt; empty where they are fixed."""
        dealt = self._position.v[f.DEALT + self.side]
        return tuple(self.world.mandates[number].slug for number in dealt)

    @property
    def target(self) -> int | None:
        """The own target in tenths."""
        chosen = self._position.v[f.MANDATE + self.side]
        return self.world.targets[chosen] if chosen >= 0 else None

    @property
    def score(self) -> int | None:
        """The own score so far in tenths, as this side can compute it."""
        return self.score_if(self.mandate) if self.mandate else None

    def score_if(self, mandate: str) -> int:
        """Return the score in tenths that the mandate's side would have by it now."""
        number = self.world.mandate_id[mandate]
        side = int(self.world.mandates[number].side == "russia")
        return scoring.score_of(self._position, side, number)

    # ----------------------------------------------------------------- council

    @property
    def drafter(self) -> int:
        """The side that drafts, or drafted what lies on the table."""
        v = self._position.v
        drafting = v[f.PENDING] in (f.DRAFT_PACKAGE, f.DRAFT_COUNTER)
        return int(v[f.MOVER] if drafting else 1 - v[f.MOVER])

    @property
    def draft(self) -> tuple[int, ...]:
        """The own half-built package, as term codes."""
        return tuple(self._position.v[f.DRAFT])

    @property
    def tabled(self) -> tuple[int, ...]:
        """The package on the table, as term codes."""
        return tuple(self._position.v[f.TABLED])

    @property
    def term_limit(self) -> int:
        """Terms a side that a package may hold now."""
        return council.term_limit(self._position)

    @property
    def failed_councils(self) -> int:
        """Councils in a row that agreed nothing."""
        return int(self._position.v[f.FAILED])

    def term_reason(self, code: int) -> Reason | None:
        """Return why a term can't be given as things stand, or `None`."""
        return term_reason(self._position, code >> 5, code & 31)

    # ------------------------------------------------------------------ crises

    @property
    def crisis(self) -> CrisisState | None:
        """The brewing crisis, or `None`."""
        return brewing_crisis(self._position, self.side)

    @property
    def opened(self) -> CrisisState | None:
        """The crisis that a card opened and that is being answered, or `None`."""
        return opened_crisis(self._position)

    @property
    def answering(self) -> CrisisState | None:
        """The crisis that is being answered now, or `None`."""
        if self._position.v[f.PENDING] != f.ANSWER_CRISIS:
            return None
        return self.opened or self.crisis

    @property
    def answer_sealed(self) -> tuple[bool, bool]:
        """Which side has sealed its answer."""
        v = self._position.v
        asked = v[f.PENDING] == f.ANSWER_CRISIS
        return asked and v[f.MOVER] == 1, False

    def record(self, side: int) -> tuple[int, int, int, int, int]:
        """Return a side's firm, measured and open answers, last act and the one before."""
        return record_of(self._position.v[f.RECORD + side])

    # --------------------------------------------------------------- decisions

    def legal_actions(self) -> list[int] | tuple[int, ...]:
        """Return this side's legal actions; empty when the other decides."""
        if self.to_move != self.side:
            return ()
        return legal_actions(self._position)

    def why_not(self, action: int) -> Reason | None:
        """Return why this side can't do an action, or `None` if it can."""
        if self.to_move != self.side:
            return Reason("not-your-decision")
        return why_not(self._position, action)

    def facts(self, action: int) -> ActionFacts:
        """Return an action of this side as named facts."""
        return facts_of(self._position, action, self.side)

    def preview(self, action: int, accepted: bool = True) -> Preview:
        """Return what an own card action, or the answer to an offer, changes at once.

        `accepted`: how the other would answer if the card makes an offer.
        """
        return preview_card(self.world, self._position.v, action, accepted)

    def preview_package(self, terms: tuple[int, ...]) -> Preview:
        """Return what a package would change if both sides agreed."""
        return preview_package(self.world, self._position.v, terms)

    def sample(self, random: Random) -> "State":
        """Return a whole state that agrees with this view, its luck drawn anew."""
        if self._filling is None:
            self._filling = Filling(self.world, self._position.v, self.side)
        return self._maker(self.world, self._filling(random))  # type: ignore[return-value]
