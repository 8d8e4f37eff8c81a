"""Terms of a package, how they are written down and agreed on.

In each story the other side gives a public statement: it brings the giver Support 1 and
makes the package unreal, so that Tension moves by the term alone.
"""

from dataclasses import dataclass, replace

from game.engine import actions as a
from game.engine.actions import (
    LADDER_PLEDGE_TERM,
    PLEDGE_TERM,
    RAISE_TERM,
    STATEMENT_TERM,
    WITHDRAW_TERM,
    term_code,
)
from tests.engine.cards.stories import Changes, Given, changes_between, to_draft

SITES = (
    (
        "rota",
        "emed",
        "kurecik",
        "ramstein",
        "deveselu",
        "redzikowo",
        "morag",
        "black-sea",
        "north-seas",
        "iib",
    ),
    (
        "kaliningrad",
        "luga",
        "krasnodar",
        "belarus",
        "pionersky",
        "armavir",
        "gabala",
        "baltiysk",
        "pen-aids",
        "northern-fleet",
    ),
)
NAMES = ("nato", "russia")
CALM = Given(tension=5)


@dataclass(frozen=True)
class Term:
    """A term that a side gives, and what changes, the other's statement included."""

    giver: int
    term: int
    changes: Changes
    given: Given = CALM
    title: str = ""

    @property
    def name(self):
        return f"{NAMES[self.giver]}-{self.term}{self.title}"


def pair_of(giver, own, other):
    """A pair of numbers, the giver's first."""
    return (other, own) if giver else (own, other)


def withdrawal(site, other_assurance, own_support, tension):
    """A working site withdrawn; the numbers are the site's own, without the statement's 1."""
    giver = int(site in SITES[1])
    standing = ("redzikowo", "iib") if site == "iib" else (site,)
    return Term(
        giver,
        WITHDRAW_TERM + SITES[giver].index(site),
        Changes(
            tension=tension,
            assurance=pair_of(giver, 0, other_assurance),
            support=pair_of(giver, own_support + 1, 0),
            emptied={site},
        ),
        replace(CALM, working=standing),
        f"-{site}",
    )


def pledge(giver, site):
    return Term(
        giver,
        PLEDGE_TERM + SITES[giver].index(site),
        Changes(support=pair_of(giver, 1, 0), pledged={site: 3}),
        replace(CALM, without=("gabala",)),
        f"-{site}",
    )


def ladder_pledge(giver, place):
    ladder = ("tr", "ex", "ce", "gu")[place]
    steps = tuple(int(i == place) for i in range(4))
    return Term(
        giver,
        LADDER_PLEDGE_TERM + place,
        Changes(support=pair_of(giver, 1, 0), pledged={f"{NAMES[giver]} {ladder}": 3}),
        replace(CALM, russia=steps) if giver else replace(CALM, nato=steps),
        f"-{ladder}",
    )


def raised(giver, place):
    """A lead in a package: it costs Support 1, which the statement brings, and no signal."""
    ladder = ("tr", "ex", "ce", "gu")[place]
    return Term(
        giver,
        RAISE_TERM + place,
        Changes(steps={f"{NAMES[giver]} {ladder}": 1}),
        CALM,
        f"-{ladder}",
    )


def agree(chair, given, nato=(), russia=()):
    """Draft, table and accept a package; return the changes and the position."""
    state = to_draft(chair, given)
    before = state.v[:]
    terms = (nato, russia)
    for giver in (1 - chair, chair):
        for term in terms[giver]:
            state.apply_checked(a.encode(a.TERM, 0, term_code(giver, term)))
    state.apply_checked(a.encode(a.TABLE))
    assert (state.decision, state.to_move) == ("reply", 1 - chair)
    state.apply_checked(a.encode(a.ACCEPT))
    return changes_between(state.world, before, state.v), state


def given_by(told, chair):
    """Agree on a term against the other's statement."""
    own, other = (told.term,), (STATEMENT_TERM,)
    nato, russia = (other, own) if told.giver else (own, other)
    return agree(chair, told.given, nato, russia)
