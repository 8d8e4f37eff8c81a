"""The world: one scenario's content compiled to ints, masks and tables.

Frozen after `compile_world` and shared by all states of a match; only its memo tables
grow. Sites, cards, crises and mandates have numbers, their order in the content, NATO's
first.
"""

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from game.content.specs import (
    CardSpec,
    Content,
    CrisisSpec,
    LadderSpec,
    MandateSpec,
    ScenarioSpec,
    SiteSpec,
)
from game.content.vocabulary import (
    CRISIS_TYPES,
    LADDERS,
    SIDES,
    STANCES,
    WEIGHTS,
)
from game.engine.action_tables import (
    DOOR_USE,
    TENSION_USE,
    Desks,
)
from game.engine.actions import DECLARE_TERM, STATEMENT_TERM
from game.engine.alarms import alarms, leads, reliefs
from game.engine.answers import Response, Rule, Settlement, Test, cell_of, ends
from game.engine.fields import NOBODY, SITES_A_SIDE
from game.engine.geography import Reach, reach_of
from game.engine.lasting import LastingEffect, LastingTable, LastingTables, table_of
from game.engine.pools import Pools
from game.engine.site_tables import Missiles, Waiting, ground_of
from game.engine.step_tables import UNMOVED, MetSteps, NextSteps, Withins
from game.told import ToldError, mark

if TYPE_CHECKING:
    from game.engine.playout import ByChance
    from game.engine.position import Entries, Position


AskedEvent: TypeAlias = "Callable[[Position, int], tuple[int, ...]]"
OpenResponses: TypeAlias = tuple[tuple[int, ...], tuple[Response, ...], tuple[int, ...]]
Sided = TypeVar("Sided", SiteSpec, CardSpec, MandateSpec)

NATO_SITES: Final = (1 << SITES_A_SIDE) - 1
RUSSIAN_SITES: Final = NATO_SITES << SITES_A_SIDE
SIDE_SITES: Final = (NATO_SITES, RUSSIAN_SITES)
ALL_SITES: Final = NATO_SITES | RUSSIAN_SITES
_STARTERS: Final = {"nato": 0, "russia": 1}
MEMO_LIMIT: Final = 1 << 17
"""Entries after which a memo table is emptied, so that long runs don't grow."""


class UnknownScenarioError(ToldError, ValueError):
    """No scenario has this slug."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        near = get_close_matches(name, known, 1)
        there = ", ".join(known)
        if near:
            message = mark("no scenario “{name}”, did you mean “{near}”? There are {there}")
            super().__init__(message, name=name, near=near[0], there=there)
        else:
            message = mark("no scenario “{name}”; there are {there}")
            super().__init__(message, name=name, there=there)


class World:
    """What a match's rules look things up in; see the attributes.

    Attributes:
        gates: Assurance that steps 0 to 4 need.
        ratification: own Support that steps 0 to 4 cost.
        reach: by site, what lies in reach of a forward missile there.
        lasting: every lasting effect of every card, by its number.
        branches: by card, its event's branches as compiled rules (two for a choice).
        offers: by card, what follows when its offer is accepted, and when refused.
        event_needs: by card, the facts of `game.engine.event_facts` that its event needs:
            sites that are free to the side or where it stands undeclared, and open steps.
        event_tests: by card, what else its event needs.
        facts_needed: by card, `event_needs`, and `HAS_TESTS` for an event with tests.
        sure_events: by card, the event's actions if it has needs but no tests.
        asked_events: by card, how its event's tests are asked for its open actions.
        event_actions: by card, the actions of its event's branches.
        first_steps: by card and branch, whether its first step can be taken.
        discounts: by side and target, the lasting effects that its next such operation ends.
        conditions: by card, what must hold for its event.
        responses: by crisis and side, the compiled responses.
        open_responses: by crisis and side, the responses that need nothing, those that
            need something, and all.
        settlements: by crisis, NATO's and Russia's response, what settles it.
        brewing: by crisis, who starts it, whether it is an incident, what it does to the
            Outside threat.
        ground: by site, what its coming and going looks up.
        shifting: sites whose concern is not always the same, as a mask.
        leads: by side, what a lead moves, without a signal and with one.
        alarms, reliefs: by site and concern, what a deployment and a withdrawal move.
        chances: by side and decision, how a legal action is drawn by chance.
        concerns: by side, the sums of its sites' usual concerns by their mask.
        missiles: by side, what its forward missiles add.
        free_terms: the terms that a side can always give.
        missile_bits: the sites that `Missiles` are looked up by, as a mask.
        ceilings: the ceiling of a round by the Assurance at its briefing.
    """

    def __init__(self, content: Content, scenario: ScenarioSpec) -> None:
        """Build all tables but the compiled effects, which `compile_world` adds."""
        self.content = content
        self.scenario = scenario
        self.numbers = content.numbers
        self._name_things(content)
        self._measure_sites(content)
        self._weigh()
        self._lay_out_matrices(content)
        self._lay_out_steps()
        self.ops = tuple(card.operations for card in self.cards)
        self.lasting: tuple[LastingEffect, ...] = ()
        self.branches: tuple[tuple[tuple[Rule, ...], ...], ...] = ()
        self.offers: tuple[tuple[tuple[Rule, ...], tuple[Rule, ...]], ...] = ()
        self.first_steps: tuple[tuple[Test | None, ...], ...] = ()
        self.event_needs: tuple[int, ...] = ()
        self.event_tests: tuple[tuple[Test, ...], ...] = ()
        self.event_actions: tuple[tuple[int, ...], ...] = ()
        self.facts_needed: tuple[int, ...] = ()
        self.sure_events: tuple[tuple[int, ...], ...] = ()
        self.asked_events: tuple[AskedEvent, ...] = ()
        self.conditions: tuple[tuple[Test, ...], ...] = ()
        self.crisis_conditions: tuple[tuple[Test, ...], ...] = ()
        self.responses: tuple[tuple[tuple[Response, ...], tuple[Response, ...]], ...] = ()
        self.open_responses: tuple[tuple[OpenResponses, ...], ...] = ()
        self.settlements: tuple[tuple[tuple[Settlement, ...], ...], ...] = ()
        self.discounts = ([0] * 5, [0] * 5)
        self.own_blocks = [0, 0]
        self.ends_with_round = 0
        self.ends_next_round = 0
        self.lasting_tables = LastingTables(lambda mask: table_of(self, mask))
        self.concerns = (
            _sums(self.base_concern[:SITES_A_SIDE]),
            _sums(self.base_concern[SITES_A_SIDE:]),
        )
        self.missiles = (Missiles(self, 0), Missiles(self, SITES_A_SIDE))
        self.missile_bits = self.forward
        for missile, reach in enumerate(self.reach):
            if self.forward >> missile & 1:
                self.missile_bits |= reach.sites
        self.pools = Pools(self)
        n = content.numbers
        self.ceilings = tuple(
            min(n.track_max, level + n.assurance_rise) for level in range(n.track_max + 1)
        )
        self.channel_uses = tuple(
            tuple(
                (DOOR_USE if door < 2 else 0)
                | (TENSION_USE if tension >= content.numbers.back_channel_tension else 0)
                for tension in range(content.numbers.track_max + 1)
            )
            for door in (0, 1, 2)
        )
        self.opening: Entries = []
        self._coverages: dict[int, int] = {}
        self._deterrents: dict[int, int] = {}
        self.desks: Desks
        self.legal_cards: tuple[Callable[[Position], list[int]], ...] = ()
        self.chances: tuple[tuple[ByChance, ...], ...] = ()

    def _lay_out_steps(self) -> None:
        """Lay out what the steps of the ladders need."""
        self.gates = (0, *self.numbers.gates)
        self.ratification = (0, *self.numbers.ratification)
        self.step_joint = _prerequisites(self.ladders)
        self.step_support = tuple(
            (0, *(step.support_needed for step in ladder.steps)) for ladder in self.ladders
        )
        met = MetSteps(self.step_joint)
        self.next_steps = (NextSteps(met, 0), NextSteps(met, 1))
        self.withins = Withins(self)
        self.within = self.withins[UNMOVED]

    def _name_things(self, content: Content) -> None:
        """Number sites, cards, crises, ladders and mandates, NATO's first."""
        self.ladders: tuple[LadderSpec, ...] = tuple(content.ladders[s] for s in LADDERS)
        self.sites: tuple[SiteSpec, ...] = _by_side(content.sites.values())
        self.cards: tuple[CardSpec, ...] = _by_side(content.cards.values())
        self.mandates: tuple[MandateSpec, ...] = _by_side(content.mandates.values())
        self.crises: tuple[CrisisSpec, ...] = tuple(content.crises.values())
        self.site_id = {site.slug: i for i, site in enumerate(self.sites)}
        self.card_id = {card.slug: i for i, card in enumerate(self.cards)}
        self.crisis_id = {crisis.slug: i for i, crisis in enumerate(self.crises)}
        self.mandate_id = {mandate.slug: i for i, mandate in enumerate(self.mandates)}
        self.forms = {c.form: i for i, c in enumerate(self.crises) if c.form is not None}
        self.brewing = tuple(
            (_STARTERS.get(c.starter, NOBODY), c.starter == "hidden", c.threat)
            for c in self.crises
        )
        self.cards_a_side = len(self.cards) // 2

    def _measure_sites(self, content: Content) -> None:
        """Turn the sites' facts into tables and masks."""
        sites = self.sites
        self.cost = tuple(site.cost for site in sites)
        self.base_concern = tuple(site.concern for site in sites)
        self.coverage_of = tuple(site.coverage for site in sites)
        self.deterrent_of = tuple(site.deterrent for site in sites)
        self.mobile = _mask(site.mobile for site in sites)
        self.concealable = _mask(site.can_be_undeclared for site in sites)
        self.forward = _mask(site.reach_km > 0 for site in sites)
        self.land_interceptors = _mask(site.land_interceptor for site in sites)
        self.turns = 2 * content.numbers.turns
        self.track_max = content.numbers.track_max
        self.brink = content.numbers.brink
        self.lone_limit = content.numbers.lone_limit
        self.levels = ends(0, self.track_max)
        self.tilts = ends(-content.numbers.initiative_max, content.numbers.initiative_max)
        self.shifting = self.forward
        if self.scenario.options.sectors and "redzikowo" in self.site_id:
            self.shifting |= 1 << self.site_id["redzikowo"]
        self.alarms = tuple(alarms(self, site) for site in range(len(sites)))
        self.reliefs = tuple(reliefs(self, site) for site in range(len(sites)))
        self.leads = (leads(self, 0), leads(self, 1))
        self.escalating = self.forward | self.land_interceptors
        self.ground = ground_of(self)
        self.radars = _mask(s.glyph == "radar" for s in sites) & RUSSIAN_SITES
        self.batteries = _mask(s.glyph == "battery" for s in sites) & RUSSIAN_SITES
        self.needs = tuple(self.site_id[s.needs] if s.needs else -1 for s in sites)
        self.needing = tuple((s, n) for s, n in enumerate(self.needs) if n >= 0)
        self.needed = _mask(i in self.needs for i in range(len(sites)))
        self.waiting = Waiting(self.needing)
        self.reach: tuple[Reach, ...] = tuple(
            reach_of(site, sites, tuple(content.capitals.values())) for site in sites
        )
        self.hand = self.scenario.options.hand
        self.sectors = self.scenario.options.sectors
        self.face_down = self.scenario.options.face_down
        self.free_terms = 1 << STATEMENT_TERM | self.face_down << DECLARE_TERM
        self.redzikowo = self.site_id.get("redzikowo", -1)

    def _weigh(self) -> None:
        """Lay the mandates' weights out by `WEIGHTS`, and their targets here."""
        self.weights = tuple(
            tuple(mandate.weights.get(name, 0) for name in WEIGHTS) for mandate in self.mandates
        )
        self.counted = tuple(
            tuple((number, weight) for number, weight in enumerate(weights) if weight)
            for weights in self.weights
        )
        self.targets = tuple(
            self.scenario.targets.get(mandate.slug, mandate.target) for mandate in self.mandates
        )

    def _lay_out_matrices(self, content: Content) -> None:
        """Lay out cells by crisis type and by NATO's and Russia's stance.

        A cell is Tension, Initiative (towards NATO), Assurance of both, Support of both.
        """
        self.cells = tuple(
            tuple(
                tuple(cell_of(content.matrices[kind].cells, ours, theirs) for theirs in STANCES)
                for ours in STANCES
            )
            for kind in CRISIS_TYPES
        )
        self.crisis_type = tuple(CRISIS_TYPES.index(c.type) for c in self.crises)

    # ------------------------------------------------------------------- memos

    def lasting_table(self, mask: int) -> LastingTable:
        """Return what the lasting effects in force add up to."""
        return self.lasting_tables[mask]

    def site_concern(self, site: int, declared: int, sectors: bool) -> int:
        """Return the concern of a site as things are declared, whether it stands or not.

        A forward missile's is read from its reach (3.2); `sectors`: the special rule is on.
        """
        if self.forward >> site & 1:
            n = self.numbers
            reach = self.reach[site]
            concern = n.forward_concern + bool(reach.capitals)
            concern += (reach.sites & declared).bit_count()
            return min(n.forward_concern_max, concern)
        if sectors and site == self.redzikowo:
            return 1
        return self.base_concern[site]

    def concern(self, side: int, declared: int, sectors: bool) -> int:
        """Return the concern of a side's declared sites."""
        own = declared >> side * SITES_A_SIDE
        found = self.concerns[side][own & 0x3FF]
        if declared & self.forward:
            found += self.missiles[side][declared & self.missile_bits]
        if sectors and not side and declared >> self.redzikowo & 1:
            found += 1 - self.base_concern[self.redzikowo]
        return found

    def at_risk(self, working: int) -> int:
        """Return the allied sites in reach of working forward missiles, as a mask."""
        held = 0
        missiles = working & self.forward
        while missiles:
            low = missiles & -missiles
            held |= self.reach[low.bit_length() - 1].sites
            missiles ^= low
        return held

    def site_coverage(self, working: int, risk: bool) -> int:
        """Return the Coverage of working NATO sites, those at risk left out if `risk`."""
        key = working << 1 | risk
        found = self._coverages.get(key)
        if found is None:
            if len(self._coverages) >= MEMO_LIMIT:
                self._coverages.clear()
            counted = working & ~self.at_risk(working) if risk else working
            found = sum(c for s, c in enumerate(self.coverage_of) if counted >> s & 1)
            self._coverages[key] = found
        return found

    def site_deterrent(self, working: int) -> int:
        """Return the Deterrent of working Russian sites."""
        key = working & RUSSIAN_SITES
        found = self._deterrents.get(key)
        if found is None:
            found = sum(d for s, d in enumerate(self.deterrent_of) if key >> s & 1)
            self._deterrents[key] = found
        return found

    def __reduce__(self) -> tuple[Callable[..., "World"], tuple[Content, str]]:
        """Pickle as content and scenario, to be compiled again."""
        from game.engine.compile import compile_world  # noqa: PLC0415 - compile needs us

        return compile_world, (self.content, self.scenario.slug)


def _sums(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Return by mask the sum of the numbers whose bits are set."""
    return tuple(
        sum(number for place, number in enumerate(numbers) if mask >> place & 1)
        for mask in range(1 << len(numbers))
    )


def _mask(flags: Iterable[bool]) -> int:
    """Return the flags as bits, the first lowest."""
    bits = 0
    for place, flag in enumerate(flags):
        bits |= flag << place
    return bits


def _by_side(specs: Iterable[Sided]) -> tuple[Sided, ...]:
    """Return the specs with NATO's first, else in their order."""
    return tuple(sorted(specs, key=lambda spec: SIDES.index(spec.side)))


def _prerequisites(
    ladders: tuple[LadderSpec, ...],
) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return by ladder and step the ladder and joint level it needs; level 0: none."""
    return tuple(
        (
            (0, 0),
            *(
                (
                    LADDERS.index(step.needs_ladder) if step.needs_ladder else 0,
                    step.joint_needed,
                )
                for step in ladder.steps
            ),
        )
        for ladder in ladders
    )
