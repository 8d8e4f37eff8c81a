"""Grounds that no single number shows: a crisis that is called, a die, a look, a pledge."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from game.engine import State, View
from game.engine import actions as a
from game.engine import fields as f
from game.engine.position import Position
from game.engine.reasons import Reason
from game.engine.scoring import firm_at_brink, secured
from game.players.advice.grounds import Ground
from game.players.advice.prospects import STANCES, Prospect
from game.players.evaluation import evaluate
from game.players.stances import crisis_value

_LOOKS: Final = (a.TECHNICAL, a.HIDE_TECHNICAL)


def remarks_on(view: View, action: int, package: tuple[int, ...]) -> Iterator[Ground]:
    """Yield what is to be said of a move besides the numbers that it changes."""
    kind = a.kind_of(action)
    if kind in _LOOKS:
        yield from _looks(view, action)
    if kind == a.HIDE:
        site = view.world.sites[a.argument_of(action)].slug
        yield _note("conceals", {"site": site})
    if kind == a.REVEAL:
        site = view.world.sites[a.argument_of(action)].slug
        yield _note("exposes", {"site": site})
    if kind == a.RESPOND:
        yield from _record(view)
    for code in package or (view.tabled if kind == a.ACCEPT else ()):
        yield from _bound(view, code)


def _note(slug: str, values: dict[str, str | int]) -> Ground:
    """Return a ground that the evaluation doesn't weigh."""
    return Ground(Reason(slug, values), is_note=True)


def _record(view: View) -> Iterator[Ground]:
    """Yield how the other side has answered so far, where it has."""
    rival = 1 - view.side
    answers = view.record(rival)[: len(STANCES)]
    if any(answers):
        firm, measured, opened = answers
        values = {"side": rival, "firm": firm, "measured": measured, "open": opened}
        yield _note("record", {**values})


def remarks_on_prospect(view: View, prospect: Prospect) -> Iterator[Ground]:
    """Yield what is to be said of one answer that the other side may give to a crisis."""
    yield from _brink(view, prospect)
    yield from _unsecured(view, prospect)
    yield from _published(prospect)


def crisis_grounds(view: View, action: int, states: Sequence[State]) -> Iterator[Ground]:
    """Yield the crisis that a use of a card calls, weighed by both sides' likely answers.

    Args:
        view: What the side that moves knows.
        action: A use of a card.
        states: Positions dealt from the view.
    """
    slug = view.preview(action).crisis
    if slug is None:
        return
    weights = [_crisis_weight(state, view.side, action) for state in states]
    spec = view.world.crises[view.world.crisis_id[slug]]
    site = view.facts(action).site
    values: dict[str, str | int] = {"crisis": slug}
    if spec.form is not None and site is not None:
        values["site"] = site
    reason = Reason("opens-crisis", values)
    if spec.form is not None:
        reason = Reason("calls-crisis", values)
        if view.crisis is not None and view.crisis.site is None:
            reason = Reason("calls-instead", {**values, "instead": view.crisis.slug})
    yield Ground(reason, own=sum(weights) / len(weights))


def _crisis_weight(state: State, side: int, action: int) -> float:
    """Return what is gained by the crisis of a card, less what was in sight before it."""
    twin = state.clone()
    twin.apply(action)
    v = twin.v
    if v[f.VERDICT] or (v[f.CRISIS] < 0 and v[f.OPENED] < 0):
        return 0.0
    now = crisis_value(twin, side)
    if v[f.OPENED] < 0 and state.v[f.CRISIS] >= 0:
        return now - crisis_value(state, side)
    return now - evaluate(twin, side, v[f.MANDATE + side])


def _brink(view: View, prospect: Prospect) -> Iterator[Ground]:
    """Yield the die that is rolled at the brink."""
    if not prospect.brink:
        return
    n = view.world.numbers
    die = n.brink_die
    held = evaluate(prospect.after, view.side, prospect.after.v[f.MANDATE + view.side])
    lost = -(1.0 + held) / die * prospect.chance
    reason = Reason("brink-die", {"brink": n.brink, "die": die})
    yield Ground(reason, None, prospect.when, prospect.answer, lost, lost)


def _unsecured(view: View, prospect: Prospect) -> Iterator[Ground]:
    """Yield that who is firm at the brink is not secured, nor at the end of the match (6.5)."""
    after, side, world = prospect.after, view.side, view.world
    if after.v[f.VERDICT] or not firm_at_brink(after, side) or view.firm_at_brink(side):
        return
    cleared = Position(world, after.v[:])
    cleared.v[f.FLAGS] &= ~(f.FIRM_AT_BRINK << side)
    if not secured(cleared, side):
        return
    slug = "firm-insecure" if side else "firm-unprotected"
    reason = Reason(slug, {"brink": world.brink})
    own = -_at_stake(after, side) * prospect.chance
    yield Ground(reason, None, prospect.when, prospect.answer, own, is_note=not own)


def _at_stake(state: Position, side: int) -> float:
    """Return what being secured is worth to a side, as likely as this round is the last."""
    world = state.world
    scenario = world.scenario
    mandate = state.v[f.MANDATE + side]
    if mandate < 0 or state.v[f.ROUND] < scenario.rounds:
        return 0.0
    weight = world.mandates[mandate].weights.get("secured", 0)
    rounds_left: int = scenario.last_round - state.v[f.ROUND] + 1
    return weight / world.numbers.utility_scale / rounds_left


def _published(prospect: Prospect) -> Iterator[Ground]:
    """Yield that an answer by either side makes an incident's cause public."""
    before, after = (
        position.v[f.CAUSE_KNOWN] & f.PUBLIC for position in (prospect.before, prospect.after)
    )
    if after and not before:
        note = _note("cause-public", {})
        yield replace(note, rests=prospect.when, answer=prospect.answer)


def _looks(view: View, action: int) -> Iterator[Ground]:
    """Yield what technical means show."""
    rival = 1 - view.side
    if a.argument_of(action) == a.CAUSE_OPTION:
        yield _note("shows-cause", {})
    else:
        yield _note("shows-card", {"side": rival})
    operations = view.world.ops[a.card_of(action)]
    if operations >= view.world.numbers.technical_sites:
        yield _note("shows-sites", {"side": rival})


def _bound(view: View, code: int) -> Iterator[Ground]:
    """Yield the pledge that a term of a package is."""
    term, giver = a.term_of(code), a.giver_of(code)
    last = view.round + view.world.numbers.pledge_rounds - 1
    values: dict[str, str | int] = {"side": giver, "round": last}
    if a.PLEDGE_TERM <= term < a.LADDER_PLEDGE_TERM:
        site = giver * f.SITES_A_SIDE + term - a.PLEDGE_TERM
        yield _note("binds-site", {**values, "site": view.world.sites[site].slug})
    elif a.LADDER_PLEDGE_TERM <= term < a.STATEMENT_TERM:
        ladder = view.world.ladders[term - a.LADDER_PLEDGE_TERM].slug
        yield _note("binds-ladder", {**values, "ladder": ladder})
