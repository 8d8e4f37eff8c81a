"""The board as a view shows it: tracks, ladders and sites."""

from typing import TYPE_CHECKING

from game.engine import fields as f
from game.engine import scoring
from game.engine.position import Position
from game.engine.reasons import Reason
from game.engine.rules import ladders
from game.engine.rules.crisis import tension_cap
from game.engine.rules.reckoning import drift_of
from game.engine.view_parts import SiteState, site_states
from game.engine.why_card import cooperate_cost, deploy_cost, site_reason, step_reason

if TYPE_CHECKING:
    from game.engine.world import World


class BoardView:
    """What lies on the board, read from a masked position.

    Attributes:
        side: the side that looks.
        world: the scenario's tables, public.
    """

    __slots__ = ("_position", "side", "world")

    def __init__(self, known: Position, side: int) -> None:
        """Show a position that holds what a side may know."""
        self.side = side
        self.world: World = known.world
        self._position = known

    # ------------------------------------------------------------------ tracks

    @property
    def tension(self) -> int:
        """Tension, 0 to 10."""
        return int(self._position.v[f.TENSION])

    @property
    def tension_cap(self) -> int:
        """The most that a crisis may raise Tension now (6.8); 99 where nothing caps it."""
        return tension_cap(self._position)

    @property
    def tension_drift(self) -> int:
        """How much Tension will drift at the reckoning, as all stands now (7.7)."""
        return drift_of(self._position)

    @property
    def threat(self) -> int:
        """Outside threat, 0 to 10."""
        return int(self._position.v[f.THREAT])

    @property
    def initiative(self) -> int:
        """Initiative, -8 to 8; positive favours NATO."""
        return int(self._position.v[f.INITIATIVE])

    @property
    def door(self) -> int:
        """0 closed, 1 strained, 2 open."""
        return int(self._position.v[f.DOOR])

    @property
    def assurance(self) -> tuple[int, int]:
        """Assurance, NATO first."""
        return self._pair(f.ASSURANCE)

    @property
    def ceiling(self) -> tuple[int, int]:
        """The most that Assurance may reach this round."""
        return self._pair(f.CEILING)

    @property
    def support(self) -> tuple[int, int]:
        """Support, NATO first."""
        return self._pair(f.SUPPORT)

    def _pair(self, field: int) -> tuple[int, int]:
        """Return a field of both sides."""
        v = self._position.v
        return v[field], v[field + 1]

    # ----------------------------------------------------------------- ladders

    @property
    def steps(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Steps by side and ladder."""
        v = self._position.v
        return tuple(v[f.STEP : f.STEP + 4]), tuple(v[f.STEP + 4 : f.STEP + 8])

    @property
    def joint_levels(self) -> tuple[int, ...]:
        """Joint levels by ladder."""
        return tuple(scoring.joint_level(self._position, ladder) for ladder in range(4))

    @property
    def joint_sum(self) -> int:
        """The sum of the joint levels."""
        return int(self._position.v[f.JOINT_SUM])

    @property
    def centres_level(self) -> int:
        """The joint level of the centres that work."""
        return scoring.centres_level(self._position)

    def gates(self, side: int) -> tuple[tuple[int, ...], ...]:
        """Return by ladder the Assurance that steps 1 to 4 need now."""
        return tuple(
            tuple(ladders.gate_of(self._position, side, ladder, s) for s in (1, 2, 3, 4))
            for ladder in range(4)
        )

    def step_reason(self, side: int, ladder: int) -> Reason | None:
        """Return why a side can't take its next step on a ladder, or `None`."""
        return step_reason(self._position, side, ladder)

    @property
    def ladder_pledges(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Reckonings that pledges not to suspend still run, by side and ladder."""
        packed = self._position.v[f.LADDER_PLEDGES]
        each = tuple(packed >> 4 * place & 15 for place in range(8))
        return each[:4], each[4:]

    # ------------------------------------------------------------------- sites

    @property
    def sites(self) -> tuple[SiteState, ...]:
        """Every site as this side knows it, in the order of the world."""
        return site_states(self._position, self.side)

    def site_reason(self, side: int, slug: str) -> Reason | None:
        """Return why a side can't deploy at a site, cost apart, or `None`."""
        return site_reason(self._position, side, self.world.site_id[slug])

    def deploy_cost(self, slug: str) -> int:
        """Return the operations that Deploy at an own site costs now."""
        return deploy_cost(self._position, self.side, self.world.site_id[slug])

    def cooperate_cost(self, ladder: int) -> int:
        """Return the operations that the own next step on a ladder costs now."""
        return cooperate_cost(self._position, self.side, ladder)

    @property
    def coverage(self) -> int:
        """NATO's Coverage as this side can compute it."""
        return scoring.coverage(self._position)

    @property
    def deterrent(self) -> int:
        """Russia's Deterrent as this side can compute it."""
        return scoring.deterrent(self._position)

    @property
    def protected(self) -> bool:
        """Whether NATO is Protected, as this side can compute it."""
        return scoring.secured(self._position, 0)

    @property
    def secure(self) -> bool:
        """Whether Russia is Secure, as this side can compute it."""
        return scoring.secured(self._position, 1)

    def firm_at_brink(self, side: int) -> bool:
        """Say whether a side was firm at the brink, and so is not secured for now (6.5)."""
        return scoring.firm_at_brink(self._position, side)

    @property
    def concern(self) -> tuple[int, int]:
        """The concern of declared sites, NATO's and Russia's."""
        return scoring.concern(self._position, 0), scoring.concern(self._position, 1)
