"""Hypothesis strategies: content, decisions, and positions of the rules.

A decision is drawn as any number; which of the legal actions it means is `pick`'s to say, so
that every list of numbers is a match and shrinks to a shorter one.
"""

import re
from typing import get_type_hints

from hypothesis import reject
from hypothesis import strategies as st

from game.content import ContentError, content_from_files
from game.content.bounds import Range
from game.content.numbers import Numbers
from game.engine import State, new_state
from tests.engine.playthroughs import SCENARIOS, TEMPERS, walk
from tests.engine.positions import content

NUMBERS = "rules/numbers.yaml"
CARDS = ("cards/nato.yaml", "cards/russia.yaml")
_WHOLE = re.compile(r"^(\w+): (-?\d+)$", re.MULTILINE)

seeds = st.integers(0, 2**32)
scenarios = st.sampled_from(SCENARIOS)
choices = st.integers(0, 9999)
decisions = st.lists(choices, max_size=120)
"""A match, as far as it goes."""


def pick(state, choice):
    """Return the legal action that a drawn number means."""
    legal = state.legal_actions()
    return legal[choice % len(legal)]


def pick_of(state, choice, kinds):
    """Return the legal action of these kinds that a drawn number means, else any."""
    liked = [action for action in state.legal_actions() if action >> 16 in kinds]
    return liked[choice % len(liked)] if liked else pick(state, choice)


@st.composite
def positions(draw):
    """Draw an undecided state: one that a match of drawn decisions reaches."""
    state = new_state(content(), draw(scenarios), draw(seeds))
    for choice in draw(decisions):
        then = state.clone()
        then.apply(pick(then, choice))
        if then.outcome is not None:
            break
        state = then
    return state


@st.composite
def walked_positions(draw, *decisions):
    """Draw an undecided state from a walk that has likes of its own.

    `decisions`: those of which one is pending, if not any; each walk has to come to one.
    """
    number = draw(st.integers(0, 10 * len(TEMPERS)))
    moments: list[State] = [
        state.clone()
        for state, action in walk(draw(scenarios), number)
        if action is not None and (not decisions or state.decision in decisions)
    ]
    return draw(st.sampled_from(moments))


# -------------------------------------------------------------------------- content


def _numbers():
    """Return the whole numbers of the rulebook by name."""
    return {name: int(value) for name, value in _WHOLE.findall(content().files[NUMBERS])}


def _bounds():
    """Return what the content allows each of them to be, as its own schema says."""
    hints = get_type_hints(Numbers, include_extras=True)
    return {
        name: next(bound for bound in hints[name].__metadata__ if isinstance(bound, Range))
        for name in _numbers()
    }


moved_numbers = st.dictionaries(
    st.sampled_from(sorted(set(_numbers()) - {"track_max", "utility_floor"})),
    st.sampled_from([-2, -1, 1, 2]),
    max_size=5,
)
"""By how much some of the rulebook's numbers differ."""

tables = st.fixed_dictionaries(
    {},
    optional={
        "tension": st.integers(0, 9),
        "threat": st.integers(0, 10),
        "door": st.sampled_from(["closed", "strained", "open"]),
        "assurance": st.lists(st.integers(0, 10), min_size=2, max_size=2),
        "support": st.lists(st.integers(1, 10), min_size=2, max_size=2),
        "hand": st.integers(1, 8),
        "counters": st.booleans(),
        "face_down": st.booleans(),
        "open_hands": st.booleans(),
        "sectors": st.booleans(),
    },
)
"""What some scenarios' start tables and options differ in."""


@st.composite
def contents(draw):
    """Draw content that is accepted and differs a little from the shipped: numbers, start
    tables, options, and the operations of cards that trade places."""
    files = dict(content().files)
    files[NUMBERS] = _with_numbers(files[NUMBERS], draw(moved_numbers))
    table = draw(tables)
    for name in [name for name in files if name.startswith("scenarios/")]:
        files[name] = _with_table(files[name], table)
    for name in CARDS:
        files[name] = _with_operations_traded(
            files[name], draw(st.permutations(range(6))) if draw(st.booleans()) else None
        )
    try:
        return content_from_files(files)
    except ContentError:  # a crisis that was a game of chicken may be none by other numbers
        return reject()


def _with_numbers(text, moves):
    """Return the rulebook's numbers with some moved, within the bounds of the content."""
    bounds = _bounds()
    for name, by in moves.items():
        value = _numbers()[name] + by
        value = min(max(value, bounds[name].least), bounds[name].most)
        text = re.sub(rf"^{name}: .*$", f"{name}: {value}", text, flags=re.MULTILINE)
    return text


def _with_table(text, table):
    """Return a scenario with another start table; keys that it hasn't are left out."""
    for key, value in table.items():
        told = str(value).lower() if isinstance(value, bool) else value
        text = re.sub(rf"^( *{key}): .*$", rf"\1: {told}", text, flags=re.MULTILINE)
    return text


def _with_operations_traded(text, order):
    """Return a deck whose first cards have traded their operations in some order."""
    if order is None:
        return text
    found = list(re.finditer(r"(?<=operations: )\d", text))[: len(order)]
    values = [match[0] for match in found]
    for match, place in zip(found, order, strict=True):
        text = text[: match.start()] + values[place] + text[match.end() :]
    return text
