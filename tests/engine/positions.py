"""Positions by hand: `position(...)` writes only what differs from a quiet base position.

The base: The Long Negotiation, round 4, NATO to play the first card. Tension 3, threat 2,
door open, Assurance 6 with room above, Support 5, Initiative 0, no step taken, no site
anywhere, no crisis brewing and none to come, one card of each operations value in hand.
The threat does not move at the next briefing.
"""

from functools import cache

from game.content import load_content
from game.content.vocabulary import DOORS, LADDERS
from game.engine import actions as a
from game.engine import fields as f
from game.engine import new_state

NATO, RUSSIA, NOBODY = 0, 1, 2
HANDS = (
    ("n-vienna", "n-ottobrunn", "n-speed", "n-speedline"),
    ("r-openskies", "r-conference", "r-observers", "r-criteria"),
)
"""Cards of 1, 2, 3 and 4 operations; `card_of` finds them by value."""
MANDATES = ("shield-first", "preserve-the-deterrent")
OPTIONS = {"door": a.DOOR_OPTION, "tension": a.TENSION_OPTION, "cause": a.CAUSE_OPTION}
KIND_BY_NAME = {name: kind for kind, name in a.KINDS.items()}
SITE_KINDS = {"deploy", "withdraw", "hide-site", "unveil", "reveal"}
LADDER_KINDS = {"cooperate", "suspend"}


@cache
def content():
    """The shipped content."""
    return load_content()


def position(
    scenario="long-negotiation",
    *,
    seed=1,
    round=4,  # noqa: A002 - the word of the game
    decision="card",
    mover=NATO,
    chair=None,
    turn=0,
    tension=3,
    threat=2,
    door="open",
    assurance=(6, 6),
    ceiling=(10, 10),
    support=(5, 5),
    initiative=0,
    steps=((0, 0, 0, 0), (0, 0, 0, 0)),
    leads=(),
    working=(),
    building=None,
    hidden=(),
    hidden_building=None,
    seen=(),
    lied=(),
    site_pledges=None,
    ladder_pledges=None,
    lasting=(),
    hands=HANDS,
    decks=None,
    mandates=MANDATES,
    crisis=None,
    crisis_site=None,
    starter=NOBODY,
    cause=None,
    cause_known=0,
    crisis_deck=(),
    failed=0,
):
    """Return such a position with an empty log.

    `leads`: paid leads as (side, ladder, step, signal). `building`, `hidden_building` and
    `site_pledges`: reckonings left by site. `ladder_pledges`: by (side, ladder). `lasting`:
    (card, place among the card's lasting effects). `cause_known`: a side's bit, or
    `fields.PUBLIC`. Joint levels that stand count as reached for the first time.
    """
    state = new_state(content(), scenario, seed, [])
    world, v = state.world, state.v
    site = world.site_id
    v[f.ROUND], v[f.TURN] = round, turn
    v[f.PHASE], v[f.PENDING] = _moment(decision)
    v[f.MOVER] = mover
    v[f.CHAIR] = _chair(decision, mover, turn) if chair is None else chair
    v[f.VERDICT] = f.OPEN_MATCH
    v[f.TENSION], v[f.THREAT], v[f.DOOR] = tension, threat, DOORS.index(door)
    v[f.INITIATIVE] = initiative
    for side in (NATO, RUSSIA):
        v[f.ASSURANCE + side], v[f.CEILING + side] = assurance[side], ceiling[side]
        v[f.SUPPORT + side] = support[side]
        v[f.HAND + side] = tuple(world.card_id[slug] for slug in hands[side])
        v[f.DISCARD + side] = v[f.DOWN + side] = ()
        rest = decks[side] if decks else _rest(world, side, hands[side])
        v[f.DECK + side] = tuple(world.card_id[slug] for slug in rest)
        v[f.MANDATE + side] = world.mandate_id[mandates[side]]
        v[f.DEALT + side] = _dealt_with(v[f.MANDATE + side], v[f.DEALT + side])
        v[f.LEADS + side] = v[f.LOCKS + side] = 0
        v[f.KNOWN + side] = v[f.MAYBE + side] = v[f.RECORD + side] = 0
    _set_steps(v, steps, leads)
    v[f.DECLARED] = v[f.HIDDEN] = v[f.WORKING] = v[f.BUILD] = 0
    for slug in working:
        v[f.DECLARED] |= 1 << site[slug]
        v[f.WORKING] |= 1 << site[slug]
    for slug, rounds in (building or {}).items():
        v[f.DECLARED] |= 1 << site[slug]
        v[f.BUILD] |= rounds << 4 * site[slug]
    for slug in hidden:
        v[f.HIDDEN] |= 1 << site[slug]
        v[f.WORKING] |= 1 << site[slug]
    for slug, rounds in (hidden_building or {}).items():
        v[f.HIDDEN] |= 1 << site[slug]
        v[f.BUILD] |= rounds << 4 * site[slug]
    for side in (NATO, RUSSIA):
        own = 0x3FF << 10 * side
        v[f.DOWN_PLAYED + side] = (v[f.HIDDEN] & own).bit_count()
    v[f.SEEN] = sum(1 << site[slug] for slug in seen)
    v[f.LIED] = sum(1 << site[slug] for slug in lied)
    v[f.HALTED] = 0
    v[f.SITE_PLEDGES] = sum(n << 4 * site[s] for s, n in (site_pledges or {}).items())
    v[f.LADDER_PLEDGES] = sum(
        rounds << 4 * (4 * side + LADDERS.index(ladder))
        for (side, ladder), rounds in (ladder_pledges or {}).items()
    )
    v[f.LASTING] = sum(1 << lasting_number(world, *which) for which in lasting)
    v[f.FRESH] = v[f.FLAGS] = v[f.REMOVED] = 0
    v[f.FAILED] = failed
    v[f.DRAFT] = v[f.TABLED] = ()
    v[f.CRISIS] = world.crisis_id[crisis] if crisis else -1
    v[f.CRISIS_SITE] = site[crisis_site] if crisis_site else -1
    v[f.STARTER] = starter
    v[f.CAUSE] = -1 if cause is None else cause
    v[f.CAUSE_KNOWN] = cause_known
    v[f.CRISIS_DECK] = tuple(world.crisis_id[slug] for slug in crisis_deck)
    v[f.OPENED] = v[f.OPENED_STARTER] = v[f.ANSWER] = v[f.CARD] = -1
    state.log = []
    return state


def _dealt_with(mandate, dealt):
    """Return two dealt mandates, one of them the side's; none where the scenario fixes it."""
    if not dealt or mandate in dealt:
        return dealt
    return tuple(sorted((mandate, dealt[0])))


def _moment(decision):
    """Return the phase and the pending decision of a decision by name."""
    pending = f.DECISIONS.index(decision)
    phase = {"card": f.ACTIONS, "crisis": f.CRISES, "mandate": f.MANDATES}
    return phase.get(decision, f.COUNCIL), pending


def _chair(decision, mover, turn):
    """Return the chair that lets `mover` decide now."""
    if decision == "draft":
        return mover
    if decision == "card":
        return mover if turn % 2 else 1 - mover
    return RUSSIA


def _rest(world, side, hand):
    """Return twenty cards that are not in the hand."""
    own = world.cards[32 * side : 32 * side + 32]
    return [card.slug for card in own if card.slug not in hand][:20]


def _set_steps(v, steps, leads):
    """Set the ladders with all that is kept about them."""
    v[f.STEPS] = v[f.JOINT_SUM] = v[f.REACHED] = 0
    for ladder in range(4):
        joint = min(steps[0][ladder], steps[1][ladder])
        v[f.JOINT_SUM] += joint
        v[f.REACHED] |= (1 << joint) - 1 << 4 * ladder
        for side in (NATO, RUSSIA):
            v[f.STEP + 4 * side + ladder] = steps[side][ladder]
            v[f.STEPS] |= steps[side][ladder] << 3 * (4 * side + ladder)
    for side, ladder, step, signal in leads:
        bit = 1 << 4 * LADDERS.index(ladder) + step - 1
        v[f.LEADS + side] |= bit | (bit << 16 if signal else 0)


def lasting_number(world, card, place):
    """Return the number of a card's lasting effect."""
    card_number = world.card_id[card]
    return [e.number for e in world.lasting if e.card == card_number][place]


# ---------------------------------------------------------------------- actions


def card_of(state, ops):
    """Return a card in the mover's hand with so many operations."""
    hand = state.v[f.HAND + state.v[f.MOVER]]
    return next(state.world.cards[c].slug for c in hand if state.world.ops[c] == ops)


def act(state, kind, *, card=None, ops=None, site=None, ladder=None, option=0):
    """Return an action by names; `ops` takes a card of that value from the hand.

    `option`: a number, or `door`, `tension`, `cause`.
    """
    if ops is not None:
        card = card_of(state, ops)
    argument = OPTIONS.get(option, option)
    if kind in SITE_KINDS and site is not None:
        argument = state.world.site_id[site]
    elif kind in LADDER_KINDS:
        argument = LADDERS.index(ladder)
    number = state.world.card_id[card] if card else 0
    return a.encode(KIND_BY_NAME[kind], number, argument)


def do(state, kind, **names):
    """Do a legal action by names; return the state."""
    state.apply_checked(act(state, kind, **names))
    return state


def refusal(state, kind, **names):
    """Return the slug of the reason why an action is not legal, or `None` if it is."""
    reason = state.why_not(act(state, kind, **names))
    return reason.slug if reason else None


def can(state, kind, **names):
    """Say whether an action is among the legal ones."""
    return act(state, kind, **names) in state.legal_actions()


def term(giver, name, what=None):
    """Return a term's code: `raise transparency`, `withdraw rota`, `pledge rota` and so on."""
    world = new_state(content(), "long-negotiation", 1).world
    if name == "declare":
        return a.term_code(giver, a.DECLARE_TERM)
    if name == "statement":
        return a.term_code(giver, a.STATEMENT_TERM)
    if name == "raise":
        return a.term_code(giver, a.RAISE_TERM + LADDERS.index(what))
    if name == "pledge" and what in LADDERS:
        return a.term_code(giver, a.LADDER_PLEDGE_TERM + LADDERS.index(what))
    place = world.site_id[what] - 10 * giver
    base = a.WITHDRAW_TERM if name == "withdraw" else a.PLEDGE_TERM
    return a.term_code(giver, base + place)


def draft(state, *terms):
    """Add terms to the draft in their canonical order: asks first, then offers."""
    drafter = state.to_move
    for code in sorted(terms, key=lambda code: (a.giver_of(code) == drafter, code)):
        state.apply_checked(a.encode(a.TERM, 0, code))
    return state


def agree(state, *terms):
    """Draft, table and accept a package; return the state."""
    draft(state, *terms)
    do(state, "table")
    return do(state, "accept")


def answer(state, nato, russia):
    """Answer the crisis in hand with two responses by slug; return the state."""
    for side, slug in ((NATO, nato), (RUSSIA, russia)):
        state.apply_checked(response(state, side, slug))
    return state


def response(state, side, slug):
    """Return the action of a response to the crisis in hand."""
    v = state.v
    spec = state.world.crises[v[f.OPENED] if v[f.OPENED] >= 0 else v[f.CRISIS]]
    answers = spec.russia if side else spec.nato
    return a.encode(a.RESPOND, 0, [r.slug for r in answers].index(slug))


def responses(state):
    """Return the slugs of the responses that are open to the mover."""
    return {state.view(state.to_move).facts(act).response for act in state.legal_actions()}


def pass_turn(state):
    """Lay the first card of the hand face down for nothing."""
    hand = state.v[f.HAND + state.v[f.MOVER]]
    state.apply_checked(a.encode(a.HIDE_NOTHING, hand[0]))
    return state


def end_turns(state):
    """Pass until the turns of the round are over."""
    played = state.round
    while state.decision == "card" and state.round == played:
        pass_turn(state)
    return state


def reckoned(state):
    """Pass out a round without a crisis; return the state at the next one, or at the end."""
    assert state.v[f.CRISIS] < 0
    return end_turns(state)


def next_decision(state, *decisions):
    """Propose, offer and answer nothing until a decision of these kinds is asked for."""
    while state.decision not in decisions and state.outcome is None:
        state.apply_checked(_quietest(state))
    return state


def _quietest(state):
    """Return the action that changes least."""
    if state.decision == "card":
        return a.encode(a.HIDE_NOTHING, state.v[f.HAND + state.v[f.MOVER]][0])
    quiet = {"draft": a.NO_PROPOSAL, "counter-draft": a.NO_PROPOSAL, "reply": a.REJECT}
    quiet |= {"final-reply": a.REJECT, "offer": a.NO, "reveal": a.KEEP_QUIET}
    if state.decision in quiet:
        return a.encode(quiet[state.decision])
    return state.legal_actions()[0]


# ----------------------------------------------------------------------- reading


def tracks(state):
    """Return the tracks by name; those of a side as pairs."""
    v = state.v
    return {
        "tension": v[f.TENSION],
        "threat": v[f.THREAT],
        "door": DOORS[v[f.DOOR]],
        "initiative": v[f.INITIATIVE],
        "assurance": (v[f.ASSURANCE], v[f.ASSURANCE + 1]),
        "support": (v[f.SUPPORT], v[f.SUPPORT + 1]),
    }


def changed(before, after):
    """Return the tracks of `after` that differ from those of `before` (both `tracks`)."""
    return {name: after[name] for name in after if after[name] != before[name]}


def steps(state, ladder):
    """Return both sides' steps on a ladder."""
    place = LADDERS.index(ladder)
    return state.v[f.STEP + place], state.v[f.STEP + 4 + place]


def site_of(state, slug, side=None):
    """Return a site as a side knows it, by default its owner."""
    number = state.world.site_id[slug]
    owner = int(number >= f.SITES_A_SIDE)
    return state.view(owner if side is None else side).sites[number]


def crisis_slug(state):
    """Return the slug of the brewing crisis, or `None`."""
    number = state.v[f.CRISIS]
    return state.world.crises[number].slug if number >= 0 else None


def happened(state, kind):
    """Return the logged events of a class, by its name."""
    return [event for event in state.log if type(event).__name__ == kind]
