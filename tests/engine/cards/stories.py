"""Stories: a position, something that happens in it, and every change that it makes.

A test writes the changes by hand, from the card's or the crisis's own text, as `Changes`;
`changes_between` reads them off two positions. Whatever a story doesn't name must stay.
"""

from dataclasses import dataclass, field
from functools import cache

from game.content import effects as spec
from game.content.vocabulary import LADDERS
from game.engine import actions as a
from game.engine import fields as f
from game.engine import new_state
from game.engine.events import Event, PhaseBegan
from tests.engine import positions
from tests.engine.positions import NATO, RUSSIA, content

LADDER_SHORT = ("tr", "ex", "ce", "gu")
NO_STEPS = (0, 0, 0, 0)


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
    assurance: tuple[int, int] = (5, 5)
    ceiling: tuple[int, int] = (10, 10)
    support: tuple[int, int] = (5, 5)
    nato: tuple[int, ...] = NO_STEPS
    russia: tuple[int, ...] = NO_STEPS
    working: tuple[str, ...] = ()
    building: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    halted: tuple[str, ...] = ()
    locked: tuple[tuple[int, str, int], ...] = ()
    without: tuple[str, ...] = ()
    crisis: str = "hot-mic"
    crisis_site: str = ""
    starter: int = f.NOBODY
    cause: int = -1
    known_to: int = 0
    deck: tuple[str, ...] = ("asylum", "war-games", "elections")
    round: int = 4
    scenario: str = "long-negotiation"


QUIET = Given()


def _hand(side, cards):
    """Return a hand of five: the named cards of the side, and others to fill it up."""
    known = _world().cards[32 * side : 32 * side + 32]
    named = [slug for slug in cards if slug[0] == "nr"[side]]
    rest = [card.slug for card in known if card.slug not in named]
    return (*named, *rest[: 5 - len(named)])


@cache
def _world():
    return new_state(content(), "long-negotiation", seed=1).world


def _time_left(slugs):
    """Return the reckonings until sites work that were announced or hidden just now."""
    world = _world()
    return {slug: 0 if world.sites[world.site_id[slug]].mobile else 2 for slug in slugs}


def position(given=QUIET, cards=()):
    """Return a position in mid-round, nobody asked yet; `cards` are in their sides' hands."""
    later = {slug: left for slug, left in _time_left(given.hidden).items() if left}
    state = positions.position(
        given.scenario,
        round=given.round,
        tension=given.tension,
        threat=given.threat,
        door=given.door,
        assurance=given.assurance,
        ceiling=given.ceiling,
        support=given.support,
        initiative=given.initiative,
        steps=(given.nato, given.russia),
        working=sorted({"gabala", *given.working} - set(given.without)),
        building=_time_left(given.building),
        hidden=[slug for slug in given.hidden if slug not in later],
        hidden_building=later,
        hands=(_hand(NATO, cards), _hand(RUSSIA, cards)),
        crisis=given.crisis,
        crisis_site=given.crisis_site,
        starter=given.starter,
        cause=given.cause,
        cause_known=given.known_to,
        crisis_deck=given.deck,
    )
    state.log = None
    v = state.v
    v[f.HALTED] = sum(1 << state.world.site_id[slug] for slug in given.halted)
    for side, ladder, step in given.locked:
        v[f.LOCKS + side] |= 1 << 4 * LADDER_SHORT.index(ladder) + step - 1
    return state


def to_play(side, given=QUIET, cards=()):
    """Return a position in which a side plays the first card of the round."""
    state = position(given, cards)
    state.v[f.CHAIR], state.v[f.PHASE] = 1 - side, f.ACTIONS
    state.v[f.PENDING], state.v[f.MOVER] = f.PLAY_CARD, side
    return state


def to_draft(chair, given=QUIET):
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
    assurance: tuple[int, int] = (0, 0)
    support: tuple[int, int] = (0, 0)
    steps: dict[str, int] = field(default_factory=dict)
    announced: set[str] = field(default_factory=set)
    emptied: set[str] = field(default_factory=set)
    found: set[str] = field(default_factory=set)
    working: set[str] = field(default_factory=set)
    rounds: dict[str, int] = field(default_factory=dict)
    pledged: dict[str, int] = field(default_factory=dict)
    lasting: set[str] = field(default_factory=set)
    ended: set[str] = field(default_factory=set)
    drawn: tuple[int, int] = (0, 0)
    seen: tuple[int, int] = (0, 0)
    crisis: str = ""
    opens: str = ""


def _pair(after, before, place):
    return after[place] - before[place], after[place + 1] - before[place + 1]


def _more(after, before, place, size):
    """Return for each side by how much something of a field has grown."""
    return (
        size(after[place]) - size(before[place]),
        size(after[place + 1]) - size(before[place + 1]),
    )


def _slugs(world, mask):
    return {site.slug for i, site in enumerate(world.sites) if mask >> i & 1}


def _nibbles(packed, names):
    return {name: packed >> 4 * i & 15 for i, name in enumerate(names) if packed >> 4 * i & 15}


def _newer(after, before):
    names = {**before, **after}
    return {name: after.get(name, 0) for name in names if before.get(name) != after.get(name)}


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
        case other:
            raise TypeError(other)
    return f"{text} until {effect.until}"


def _lasting(world, mask):
    return {in_words(effect) for effect in world.lasting if mask >> effect.number & 1}


def _crisis(world, v):
    site = f" at {world.sites[v[f.CRISIS_SITE]].slug}" if v[f.CRISIS_SITE] >= 0 else ""
    by = {NATO: " by nato", RUSSIA: " by russia"}.get(v[f.STARTER], "")
    return f"{world.crises[v[f.CRISIS]].slug}{site}{by}"


def changes_between(world, before, after):
    """Return what changed from one position's list to another's."""
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
        drawn=_more(after, before, f.HAND, len),
        seen=_more(after, before, f.KNOWN, int.bit_count),
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


class AtReckoning(list[Event]):
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
