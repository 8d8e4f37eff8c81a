"""A match as a text that a stranger can follow: every decision, event and position.

A decision is a line that begins with its number and its action in brackets; its events are
indented below; the position stands as a table where a round begins and at the end. Sites,
cards and the like have their slugs, so that no translation or polish of words changes a text.
"""

import re
from dataclasses import fields as fields_of
from random import Random

from game.content.vocabulary import DOORS, LADDERS, STANCES
from game.engine import actions as a
from game.engine import fields as f
from game.engine import new_state, scoring
from game.engine.events import Cause, DoorMoved, Event, TrackMoved
from tests.engine.playthroughs import one_of, walk
from tests.engine.positions import content

SIDES = ("NATO", "Russia")
WHO = (*SIDES, "nobody")
OF_SIDES = {"side", "leader", "chair", "starter", "began"}
LEGEND = "Number [action] who decides what (1 of so many); below it what came of that."
_HEAD = re.compile(r"Playthrough of (\S+), seed (\d+)")
_DECISION = re.compile(r"^ *\d+ \[([0-9a-f]+)\]", re.MULTILINE)


def retold(text):
    """Return a playthrough's text as the engine tells it now, with the same decisions.

    Where a recorded decision isn't legal any more, others are made by luck to the end. From
    the first line alone, a playthrough of the walk with the number of the seed is made.
    """
    head = _HEAD.match(text)
    assert head, "a playthrough says which scenario and seed it is of"
    scenario, seed = head[1], int(head[2])
    decisions = [int(code, 16) for code in _DECISION.findall(text)]
    if not decisions:
        decisions = [action for _, action in walk(scenario, seed) if action is not None]
    return told(scenario, seed, decisions)


def told(scenario, seed, decisions):
    """Return the text of a match with these decisions, and others by luck to the end."""
    log: list[Event] = []
    luck = Random(f"{scenario} {seed}")
    state = new_state(content(), scenario, seed, log)
    lines = [f"Playthrough of {scenario}, seed {seed}", LEGEND, ""]
    lines += [*_dealt(state), *_events(state, log)]
    given = list(decisions)[::-1]
    number, seen = 0, 0
    while state.outcome is None:
        if state.round != seen:
            lines += ["", *position_table(state), ""]
            seen = state.round
        legal = state.legal_actions()
        action = given.pop() if given else -1
        if action not in legal:
            given.clear()
            action = one_of(legal, luck)
        number += 1
        name = decision_text(state, action)
        lines.append(f"{number:3} [{action:x}] {name} (1 of {len(legal)})")
        log.clear()
        state.apply(action)
        lines += _events(state, log)
    return "\n".join([*lines, "", *position_table(state), *_end(state), ""])


# ------------------------------------------------------------------------ decisions


def decision_text(state, action):
    """Return a decision in words of the rules: who, what, with what."""
    facts = state.view(state.to_move).facts(action)
    if facts.term is not None:
        return f"{SIDES[facts.side]} drafts: {term_text(state.world, facts.term)}"
    named = (facts.card, facts.site, facts.ladder, facts.response, facts.mandate)
    parts = [SIDES[facts.side], facts.kind, *filter(None, named)]
    if facts.kind == "event" and facts.option:
        parts.append("second choice")
    elif facts.kind == "back-channel":
        parts.append(("door", "tension")[facts.option])
    elif facts.kind in ("technical-means", "hide-technical-means"):
        parts.append(("card", "cause")[facts.option])
    return " ".join(parts)


def term_text(world, code):
    """Return a term: who gives what."""
    giver, term = a.giver_of(code), a.term_of(code)
    site = 10 * giver
    if term == a.DECLARE_TERM:
        what = "declares"
    elif term < a.PLEDGE_TERM:
        what = f"withdraws {world.sites[site + term - a.WITHDRAW_TERM].slug}"
    elif term < a.LADDER_PLEDGE_TERM:
        what = f"pledges {world.sites[site + term - a.PLEDGE_TERM].slug}"
    elif term < a.STATEMENT_TERM:
        what = f"pledges {LADDERS[term - a.LADDER_PLEDGE_TERM]}"
    elif term == a.STATEMENT_TERM:
        what = "makes a statement"
    else:
        what = f"raises {LADDERS[term - a.RAISE_TERM]}"
    return f"{SIDES[giver]} {what}"


# --------------------------------------------------------------------------- events


def _events(state, log):
    """Return events as lines; tracks that one cause moved one after another share a line."""
    lines, moves, cause = [], [], None
    for event in [*log, None]:
        if isinstance(event, TrackMoved) and event.cause == cause:
            moves.append(_moved(event))
            continue
        if moves:
            lines.append(f"      {', '.join(moves)} ({_cause(cause)})")
        moves, cause = [], None
        if isinstance(event, TrackMoved):
            moves, cause = [_moved(event)], event.cause
        elif event is not None:
            lines.append(f"      {event_text(state.world, event)}")
    return lines


def _moved(event):
    """Return the move of a track."""
    who = "" if event.side is None else f"{SIDES[event.side]} "
    return f"{who}{event.track} {event.before}>{event.after}"


def _cause(cause):
    """Return why a thing happened."""
    if cause.kind in ("rule", cause.slug):
        return cause.slug
    return f"{cause.kind} {cause.slug}".strip()


def event_text(world, event):
    """Return an event by its name and whatever it holds."""
    name = name_of(type(event))
    parts = [
        part
        for field in fields_of(event)
        if (part := _value(world, event, field.name, getattr(event, field.name)))
    ]
    return f"{name}: {' '.join(parts)}" if parts else name


def name_of(kind):
    """Return the name of a class of events in lower-case words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()


def _value(world, event, name, value):
    """Return a value of an event, or nothing where there is nothing to say."""
    match value:
        case False if name == "accepted":
            return "refused"
        case None | False | ():
            return ""
        case True:
            return name
        case Cause():
            return f"({_cause(value)})"
        case int() if name in OF_SIDES:
            return f"{WHO[value]}" if name == "side" else f"{name} {WHO[value]}"
        case int() if isinstance(event, DoorMoved):
            return DOORS[value] if name == "before" else f"> {DOORS[value]}"
        case int():
            return f"{name} {value}" if value or name != "option" else ""
        case tuple() if name == "terms":
            return "; ".join(term_text(world, code) for code in value)
        case tuple():
            names = STANCES if name == "stances" else SIDES if name == "fallen" else None
            return "/".join(names[each] if names else each for each in value)
        case _:
            return str(value)


# ------------------------------------------------------------------------ positions


def position_table(state):
    """Return the whole position as a table, secrets included."""
    v = state.v
    door = DOORS[v[f.DOOR]]
    tracks = (
        f"tension {v[f.TENSION]}, threat {v[f.THREAT]}, door {door}, "
        f"initiative {v[f.INITIATIVE]:+}, Coverage {scoring.coverage(state)}, "
        f"Deterrent {scoring.deterrent(state)}, drawn by chance {v[f.COUNTER]}"
    )
    lines = [f"== Round {state.round}, {SIDES[v[f.CHAIR]]} chairs: {tracks}"]
    for side in (0, 1):
        lines += _side(state, side)
    lasting = [
        f"{state.world.cards[effect.card].slug} {effect.number}"
        for effect in state.world.lasting
        if v[f.LASTING] >> effect.number & 1
    ]
    if v[f.CRISIS] >= 0 and not state.outcome:
        lines.append(f"   brewing {state.world.crises[v[f.CRISIS]].slug}")
    if lasting:
        lines.append(f"   lasting {', '.join(lasting)}")
    return lines


def _side(state, side):
    """Return what is a side's in a position."""
    v, world = state.v, state.world
    steps = " ".join(map(str, v[f.STEP + 4 * side : f.STEP + 4 * side + 4]))
    chosen = v[f.MANDATE + side]
    score = f", score {scoring.score_of(state, side, chosen)}" if chosen >= 0 else ""
    yield (
        f"   {SIDES[side]:7} assurance {v[f.ASSURANCE + side]} "
        f"(at most {v[f.CEILING + side]}), support {v[f.SUPPORT + side]}, steps {steps}, "
        f"concern {scoring.concern(state, side)}{score}"
    )
    there = [_site(state, site) for site in range(10 * side, 10 * side + 10)]
    there += [_ladder(state, side, ladder) for ladder in range(4)]
    if any(there):
        yield f"           {', '.join(filter(None, there))}"
    hand = " ".join(world.cards[card].slug for card in v[f.HAND + side])
    down = " ".join(world.cards[card].slug for card in v[f.DOWN + side])
    laid = f", face down {down}" if down else ""
    yield (
        f"           hand {hand}; deck {len(v[f.DECK + side])}, "
        f"discard {len(v[f.DISCARD + side])}{laid}"
    )


def _site(state, site):
    """Return a site where something stands or is pledged."""
    v = state.v
    parts = []
    if (v[f.DECLARED] | v[f.HIDDEN]) >> site & 1:
        left = v[f.BUILD] >> 4 * site & 15
        parts.append("works" if not left else "builds" if left == 15 else f"builds {left}")
    if v[f.HIDDEN] >> site & 1:
        parts.append("seen" if v[f.SEEN] >> site & 1 else "undeclared")
    if pledged := v[f.SITE_PLEDGES] >> 4 * site & 15:
        parts.append(f"pledged {pledged}")
    return f"{state.world.sites[site].slug} {' '.join(parts)}" if parts else ""


def _ladder(state, side, ladder):
    """Return a ladder that is pledged, or whose next step was suspended not long ago."""
    v = state.v
    parts = []
    locks = v[f.LOCKS + side] | v[f.LOCKS + side] >> 16
    if locks >> 4 * ladder & 15:
        parts.append("suspended")
    if pledged := v[f.LADDER_PLEDGES] >> 4 * (4 * side + ladder) & 15:
        parts.append(f"pledged {pledged}")
    return f"{LADDERS[ladder]} {' '.join(parts)}" if parts else ""


def _dealt(state):
    """Return what the match was dealt from."""
    v, world = state.v, state.world
    for side in (0, 1):
        if v[f.DEALT + side]:
            dealt = " ".join(world.mandates[each].slug for each in v[f.DEALT + side])
            yield f"   {SIDES[side]:7} is dealt {dealt}"
        else:
            yield f"   {SIDES[side]:7} has {world.mandates[v[f.MANDATE + side]].slug}"


def _end(state):
    """Return how the match ended."""
    end = state.outcome
    yield f"   {end.verdict}"
    for side in (0, 1):
        yield (
            f"   {SIDES[side]:7} {end.points[side]} of {end.targets[side]} "
            f"by {end.mandates[side]}, utility {end.utilities[side]:+.2f}"
        )
