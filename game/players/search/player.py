"""`search`: a player of a level and, if it has one, a temperament."""

from collections.abc import Sequence
from typing import Final

from game.engine import View
from game.engine import actions as a
from game.players.mandates import promise
from game.players.memory import Memory
from game.players.packages import Terms
from game.players.player import own_luck, place_of
from game.players.search.candidates import next_of
from game.players.search.dealing import Deal
from game.players.search.levels import LEVELS, Level
from game.players.search.temperaments import TEMPERAMENTS, Temperament
from game.players.search.weighing import Search, Weighed

_AGREEMENTS: Final = frozenset({a.TABLE, a.ACCEPT, a.YES})
_REFUSALS: Final = frozenset({a.NO_PROPOSAL, a.REJECT, a.NO})


class SearchPlayer:
    """Decides by search, or by one ply at the lowest levels.

    It rests on the view, on what it was given to remember, and on its seed: on nothing
    else that it was asked before.
    """

    def __init__(
        self,
        level: Level | int,
        temperament: Temperament | str | None = None,
        *,
        seed: int = 0,
        side: int = 0,
    ) -> None:
        """Seat a player.

        Args:
            level: A number of `LEVELS`, or one's own.
            temperament: A name of `TEMPERAMENTS`, or one's own; without it the player
                wants its own utility and nothing else.
            seed: The match's.
            side: Its side.
        """
        self.level = LEVELS[level] if isinstance(level, int) else level
        if isinstance(temperament, str):
            temperament = TEMPERAMENTS[temperament]
        self.temperament = temperament
        self._seed = seed
        self._side = side
        self._memory: Memory | None = None
        self._plan: Terms = ()
        self._planned_for: tuple[object, ...] = ()

    def remember(self, memory: Memory) -> None:
        """Take what the side has made of the other's moves so far."""
        self._memory = memory

    def decide(self, view: View, deal: Deal | None = None) -> int:
        """Return one of the view's legal actions.

        Args:
            view: Its side decides.
            deal: Deals positions in place of view and memory: for measuring what knowledge
                is worth, never in a match.
        """
        actions = view.legal_actions()
        if len(actions) == 1:
            return actions[0]
        if view.decision == "mandate":
            return self._mandate(view)
        if view.decision in {"draft", "counter-draft"} and self.level.drafting == "packages":
            return self._draft(view, deal)
        return self._chosen(view, deal).action

    def _mandate(self, view: View) -> int:
        """Return the dealt mandate that promises more by the table and by temperament."""
        leaning = self.temperament.mandates if self.temperament else {}
        promises = [promise(view, slug) + leaning.get(slug, 0.0) for slug in view.dealt]
        return a.encode(a.MANDATE, 0, promises.index(max(promises)))

    def _draft(self, view: View, deal: Deal | None) -> int:
        """Go on with the planned package, planning it first; see `Greedy`."""
        if self._planned_for != place_of(view):
            self._plan = self._chosen(view, deal).package
            self._planned_for = place_of(view)
        following = next_of(self._plan, view) if self._plan else None
        if following is not None:
            return following
        table = a.encode(a.TABLE)
        return table if view.why_not(table) is None else a.encode(a.NO_PROPOSAL)

    def think(self, search: Search) -> None:
        """Give a search its time: the level's iterations."""
        if self.level.iterations:
            search.think(self.level.iterations)

    def _chosen(self, view: View, deal: Deal | None) -> Weighed:
        """Return the move that is taken for the best."""
        luck = own_luck(self._seed, self._side, view)
        search = Search(
            view,
            self._memory,
            luck=luck,
            level=self.level,
            temperament=self.temperament,
            deal=deal,
        )
        self.think(search)
        weighed = search.weighed()
        tried = [w for w in weighed if w.visits] or list(weighed)
        noise = self.level.noise
        demand = self.temperament.demand if self.temperament else 0.0

        def taken_for(move: Weighed) -> float:
            error = luck.gauss(0.0, noise) if noise else 0.0
            return move.value + error - _too_little(move, tried, demand)

        return max(tried, key=taken_for)


def _too_little(move: Weighed, moves: Sequence[Weighed], demand: float) -> float:
    """Return by how much an agreement falls short of what a hard bargainer demands of it.

    It wants to gain so many times what the other gains by it, against no agreement.
    """
    if not demand or a.kind_of(move.action) not in _AGREEMENTS or not move.visits:
        return 0.0
    without = next((m for m in moves if a.kind_of(m.action) in _REFUSALS), None)
    if without is None:
        return 0.0
    gained = move.own - without.own
    return max(0.0, demand * (move.rival - without.rival) - gained)
