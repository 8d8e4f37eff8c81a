"""Stories: a position, something that happens in it, and every change that it makes.

A test writes the changes by hand, from the card's or the crisis's own text, as `Changes`;
`changes_between` reads them off two positions. Whatever a story doesn't name must stay.
"""

from dataclasses import dataclass, field
from functools import cache

from game.content import effects as spec
from game.content import load_content
from game.content.vocabulary import DOORS, LADDERS
from game.engine import actions as a
from game.engine import fields as f
from game.engine import new_state
from game.engine.events import PhaseBegan

NATO, RUSSIA = 0, 1
FIRST_CARD = (0, 32)
LADDER_SHORT = ("tr", "ex", "ce", "gu")
NO_STEPS = (0, 0, 0, 0)


@cache
def content():
    """The shipped content; stories only read it."""
    return load_content()


@cache
def _dealt(scenario):
    return new_state(content(), scenario, seed=1)


# ------------------------------------------------------------------------ positions


@dataclass(frozen=True)
class Given:
    """What differs from a quiet day: Tension 5, all else in the middle, only Gabala stands.

    Pairs are NATO's, then Russia's; steps stand in the order T, E, C, G.
    """

    tension: int = 5
    threat: int = 2
    door: str = "open"
    initiative: int = 0
    assurance: tuple = (5, 5)
    ceiling: tuple = (10, 10)
    support: tuple = (5, 5)
    nato: tuple = NO_STEPS
    russia: tuple = NO_STEPS
    working: tuple = ()
    building: tuple = ()
    hidden: tuple = ()
    halted: tuple = ()
    locked: tuple = ()
    without: tuple = ()
    crisis: str = "hot-mic"
    crisis_site: str = ""
    starter: int = f.NOBODY
    cause: int = -1
    known_to: int = 0
    deck: tuple = ("asylum", "war-games", "elections")
    round: int = 4
    scenario: str = "long-negotiation"


def _mask(world, slugs):
    return sum(1 << world.site_id[slug] for slug in slugs)


def _set_steps(v, given):
    v[f.JOINT_SUM] = v[f.STEPS] = v[f.REACHED] = 0
    for ladder in range(4):
        steps = (given.nato[ladder], given.russia[ladder])
        for side in (0, 1):
            v[f.STEP + 4 * side + ladder] = steps[side]
            v[f.STEPS] |= steps[side] << 3 * (4 * side + ladder)
        v[f.JOINT_SUM] += min(steps)
        v[f.REACHED] |= (1 << min(steps)) - 1 << 4 * ladder


def _set_sites(world, v, given):
    standing = {"gabala", *given.working} - set(given.without)
    v[f.WORKING] = _mask(world, standing)
    v[f.DECLARED] = _mask(world, standing | set(given.building))
    v[f.HIDDEN] = _mask(world, given.hidden)
    v[f.HALTED] = _mask(world, given.halted)
    v[f.BUILD] = sum(
        2 << 4 * world.site_id[slug]
        for slug in (*given.building, *given.hidden)
        if not world.mobile >> world.site_id[slug] & 1
    )
    v[f.WORKING] |= v[f.HIDDEN] & world.mobile
    v[f.DOWN_PLAYED] = sum(world.site_id[slug] < 10 for slug in given.hidden)
    v[f.DOWN_PLAYED + 1] = len(given.hidden) - v[f.DOWN_PLAYED]


def _deal(v, hands):
    for side in (0, 1):
        rest = [c for c in range(FIRST_CARD[side], FIRST_CARD[side] + 32) if c not in hands]
        hand = tuple(c for c in hands if c // 32 == side)
        fill = 5 - len(hand)
        v[f.HAND + side] = hand + tuple(rest[:fill])
        v[f.DECK + side] = tuple(rest[fill : fill + 19])
        v[f.DISCARD + side] = v[f.DOWN + side] = ()


def _set_crisis(world, v, given):
    v[f.CRISIS] = world.crisis_id[given.crisis]
    v[f.CRISIS_SITE] = world.site_id[given.crisis_site] if given.crisis_site else -1
    v[f.STARTER] = given.starter
    v[f.CAUSE] = given.cause
    v[f.CAUSE_KNOWN] = given.known_to
    v[f.CRISIS_DECK] = tuple(world.crisis_id[slug] for slug in given.deck)


def position(given=Given(), cards=()):  # noqa: B008 - frozen
    """Return a position in mid-round, nobody asked yet; `cards` are in their sides' hands."""
    state = _dealt(given.scenario).clone()
    world, v = state.world, state.v
    v[f.ROUND], v[f.TURN], v[f.FLAGS] = given.round, 0, 0
    v[f.TENSION], v[f.THREAT] = given.tension, given.threat
    v[f.DOOR], v[f.INITIATIVE] = DOORS.index(given.door), given.initiative
    for side in (0, 1):
        v[f.ASSURANCE + side] = given.assurance[side]
        v[f.CEILING + side] = given.ceiling[side]
        v[f.SUPPORT + side] = given.support[side]
        v[f.MANDATE + side] = 6 * side
        v[f.LOCKS + side] = 0
    for side, ladder, step in given.locked:
        v[f.LOCKS + side] |= 1 << 4 * LADDER_SHORT.index(ladder) + step - 1
    _set_steps(v, given)
    _set_sites(world, v, given)
    _deal(v, [world.card_id[slug] for slug in cards])
    _set_crisis(world, v, given)
    return state


def to_play(side, given=Given(), cards=()):  # noqa: B008 - frozen
    """Return a position in which a side plays the first card of the round."""
    state = position(given, cards)
    state.v[f.CHAIR], state.v[f.PHASE] = 1 - side, f.ACTIONS
    state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, side
    return state


def to_draft(chair, given=Given()):  # noqa: B008 - frozen
    """Return a position at the council, the chair about to draft."""
    state = position(given)
    state.v[f.CHAIR], state.v[f.PHASE] = chair, f.COUNCIL
    state.v[f.DRAFT] = state.v[f.TABLED] = ()
    state.v[f.PENDING], state.v[f.MOVER] = f.DRAFT_PACKAGE, chair
    return state


def to_answer(given):
    """Return a position at the round's end: the brewing crisis has come to a head."""
    state = position(given)
    state.v[f.CHAIR], state.v[f.PHASE], state.v[f.TURN] = 0, f.CRISES, 6
    state.v[f.ANSWER] = -1
    state.v[f.PENDING], state.v[f.MOVER] = f.ANSWER_CRISIS, 0
    return state


# -------------------------------------------------------------------------- changes


@dataclass(frozen=True)
class Changes:
    """Every change that a story may make; Initiative is positive towards NATO.

    `steps`, `rounds` (until a site works) and `pledged` name what moved and by how much
    or to what; `lasting` holds the effects that began in the words of the cards.
    """

    tension: int = 0
    threat: int = 0
    door: int = 0
    initiative: int = 0
    assurance: tuple = (0, 0)
    support: tuple = (0, 0)
    steps: dict = field(default_factory=dict)
    announced: set = field(default_factory=set)
    emptied: set = field(default_factory=set)
    found: set = field(default_factory=set)
    working: set = field(default_factory=set)
    rounds: dict = field(default_factory=dict)
    pledged: dict = field(default_factory=dict)
    lasting: set = field(default_factory=set)
    ended: set = field(default_factory=set)
    drawn: tuple = (0, 0)
    seen: tuple = (0, 0)
    crisis: str = ""
    opens: str = ""


def _pair(after, before, place):
    return tuple(after[place + side] - before[place + side] for side in (0, 1))


def _slugs(world, mask):
    return {site.slug for i, site in enumerate(world.sites) if mask >> i & 1}


def _nibbles(packed, names):
    return {name: packed >> 4 * i & 15 for i, name in enumerate(names) if packed >> 4 * i & 15}


def _newer(after, before):
    return {name: value for name, value in after.items() if before.get(name, 0) != value}


def _steps(v):
    return {
        f"{name} {ladder}": v[f.STEP + 4 * side + i]
        for side, name in enumerate(("nato", "russia"))
        for i, ladder in enumerate(LADDER_SHORT)
    }


def _pledges(world, v):
    sites = _nibbles(v[f.SITE_PLEDGES], [site.slug for site in world.sites])
    names = [f"{side} {ladder}" for side in ("nato", "russia") for ladder in LADDER_SHORT]
    return sites | _nibbles(v[f.LADDER_PLEDGES], names)


def _target(word):
    return LADDER_SHORT[LADDERS.index(word)] if word in LADDERS else word


def in_words(effect):
    """Return a lasting effect in the words of the cards' list."""
    match effect.hook:
        case spec.CostHook(target, who, by):
            text = f"cost {_target(target)} {who} {by:+}"
        case spec.GateHook(target, who, by):
            text = f"gate {_target(target)} {who} {by:+}"
        case spec.BlockHook(ladder, step):
            text = f"block {_target(ladder)} own {step}"
        case spec.BlockSiteHook(site):
            text = f"block {site}"
        case spec.WorthHook(target, by):
            text = f"worth {target} {by:+}"
        case spec.DriftHook(by):
            text = f"drift {by:+}"
        case spec.CapHook(at_most):
            text = f"cap {at_most}"
        case spec.HandHook(by):
            text = f"hand own {by:+}"
        case spec.TermsHook(by):
            text = f"terms {by:+}"
    return f"{text} until {effect.until}"


def _lasting(world, mask):
    return {in_words(effect) for effect in world.lasting if mask >> effect.number & 1}


def _crisis(world, v):
    site = f" at {world.sites[v[f.CRISIS_SITE]].slug}" if v[f.CRISIS_SITE] >= 0 else ""
    by = {NATO: " by nato", RUSSIA: " by russia"}.get(v[f.STARTER], "")
    return f"{world.crises[v[f.CRISIS]].slug}{site}{by}"


def changes_between(world, before, after):
    """Return what changed from one position's list to another's."""
    known = [
        (after[f.KNOWN + s]).bit_count() - (before[f.KNOWN + s]).bit_count() for s in (0, 1)
    ]
    names = [site.slug for site in world.sites]
    came = after[f.DECLARED] & ~before[f.DECLARED]
    emptied = before[f.DECLARED] & ~after[f.DECLARED]
    steps = _steps(before)
    opened = after[f.OPENED]
    rounds = _newer(_nibbles(after[f.BUILD], names), _nibbles(before[f.BUILD], names))
    return Changes(
        tension=after[f.TENSION] - before[f.TENSION],
        threat=after[f.THREAT] - before[f.THREAT],
        door=after[f.DOOR] - before[f.DOOR],
        initiative=after[f.INITIATIVE] - before[f.INITIATIVE],
        assurance=_pair(after, before, f.ASSURANCE),
        support=_pair(after, before, f.SUPPORT),
        steps={k: n - steps[k] for k, n in _steps(after).items() if n != steps[k]},
        announced=_slugs(world, came & ~before[f.HIDDEN]),
        emptied=_slugs(world, emptied),
        found=_slugs(world, came & before[f.HIDDEN]),
        working=_slugs(world, after[f.WORKING] & ~before[f.WORKING]),
        rounds=rounds,
        pledged=_newer(_pledges(world, after), _pledges(world, before)),
        lasting=_lasting(world, after[f.LASTING] & ~before[f.LASTING]),
        ended=_lasting(world, before[f.LASTING] & ~after[f.LASTING]),
        drawn=tuple(len(after[f.HAND + s]) - len(before[f.HAND + s]) for s in (0, 1)),
        seen=tuple(known),
        crisis="" if _crisis(world, after) == _crisis(world, before) else _crisis(world, after),
        opens=world.crises[opened].slug if opened >= 0 and before[f.OPENED] < 0 else "",
    )


# ------------------------------------------------------------------------- what is done


def event_of(state, slug, branch=0):
    """Return the action that plays a card for its event."""
    return a.encode(a.EVENT, state.world.card_id[slug], branch)


def play_event(state, slug, branch=0, answer=None):
    """Play a card for its event, and answer its offer if there is one."""
    state.apply_checked(event_of(state, slug, branch))
    if answer is not None:
        assert state.decision == "offer"
        state.apply_checked(a.encode(a.YES if answer else a.NO))


def use_card(state, kind, argument=0, ops=None):
    """Use a card of the hand for an operation: with `ops` just so many, else the most."""
    worth = state.world.ops
    hand = sorted(state.v[f.HAND + state.to_move], key=lambda card: -worth[card])
    fitting = [card for card in hand if ops in (None, worth[card])]
    state.apply_checked(a.encode(kind, fitting[0], argument))


def response_of(state, side, slug):
    """Return the action that gives a response to the crisis in hand."""
    opened = state.v[f.OPENED]
    crisis = state.world.crises[opened if opened >= 0 else state.v[f.CRISIS]]
    places = [r.slug for r in (crisis.russia if side else crisis.nato)]
    return a.encode(a.RESPOND, 0, places.index(slug))


class AtReckoning(list):
    """A log that remembers how the position stood when the reckoning began."""

    def __init__(self, state):
        super().__init__()
        self._state = state
        self.then = None

    def append(self, event):
        super().append(event)
        if isinstance(event, PhaseBegan) and event.phase == "reckoning" and not self.then:
            self.then = self._state.v[:]


def answer_crisis(state, nato, russia):
    """Let both sides answer; return the changes up to the reckoning."""
    before = state.v[:]
    state.log = AtReckoning(state)
    state.apply_checked(response_of(state, NATO, nato))
    state.apply_checked(response_of(state, RUSSIA, russia))
    after = state.log.then or state.v
    state.log = None
    return changes_between(state.world, before, after)


def _measured(state):
    crisis = state.world.crises[state.v[f.CRISIS]]
    answers = crisis.russia if state.to_move else crisis.nato
    return response_of(
        state, state.to_move, next(r.slug for r in answers if r.stance == "measured")
    )


def do_nothing(state):
    """Let the side to move do what changes least: no proposal, the pass, a measured word."""
    if state.decision == "draft":
        state.apply_checked(a.encode(a.NO_PROPOSAL))
    elif state.decision == "card":
        card = state.v[f.HAND + state.to_move][-1]
        state.apply_checked(a.encode(a.HIDE_NOTHING, card))
    else:
        assert state.decision == "crisis"
        state.apply_checked(_measured(state))


def to_crisis(state):
    """Pass until the round's crisis comes to a head."""
    while state.decision != "crisis" or state.v[f.PHASE] != f.CRISES:
        do_nothing(state)


def to_next_round(state):
    """Pass until the next round's briefing is over."""
    now = state.round
    while state.round == now:
        do_nothing(state)
