"""A match as people treat it: played, taken back, saved, gone on with, looked at, sampled.

Hypothesis does these things in any order and holds what the match shows against a plain list
of the positions there were.
"""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from game.engine import IllegalActionError
from game.engine import actions as a
from game.match import Match, UndoBarredError
from tests.engine.invariants import check
from tests.engine.positions import content
from tests.engine.strategies import choices, pick, pick_of, scenarios, seeds

KINDS = st.sampled_from(
    [
        (a.TERM, a.TABLE, a.ACCEPT, a.COOPERATE),
        (a.HIDE, a.HIDE_TECHNICAL, a.TECHNICAL, a.UNVEIL, a.REVEAL),
        (a.DEPLOY, a.SUSPEND, a.WITHDRAW),
        (a.EVENT, a.YES, a.NO),
    ]
)


class MatchMachine(RuleBasedStateMachine):
    """Two people at a match; `stood` are the lists that stood before each decision."""

    def __init__(self):
        super().__init__()
        self.folder = TemporaryDirectory()

    @initialize(scenario=scenarios, seed=seeds)
    def deal(self, scenario, seed):
        """Begin a match that is saved."""
        seats = ("human", "human")
        folder = Path(self.folder.name)
        self.match = Match.start(content(), scenario, seed, seats, folder, durable=False)
        self.stood = []
        self.settled = 0

    def teardown(self):
        if hasattr(self, "match"):
            self.match.close()
        self.folder.cleanup()

    @property
    def going_on(self):
        return hasattr(self, "match") and not self.match.over

    def play(self, action):
        self.stood.append(self.match.truth.v[:])
        told = self.match.play(action)
        assert told == self.match.history[-1].events

    # --------------------------------------------------------------------- playing

    @precondition(lambda self: self.going_on)
    @rule(choice=choices)
    def decides(self, choice):
        self.play(pick(self.match.truth, choice))

    @precondition(lambda self: self.going_on)
    @rule(choice=choices, kinds=KINDS)
    def decides_as_it_likes(self, choice, kinds):
        self.play(pick_of(self.match.truth, choice, kinds))

    @precondition(lambda self: self.going_on)
    @rule(luck=st.lists(choices, min_size=5, max_size=25))
    def decides_for_a_while(self, luck):
        for choice in luck:
            if not self.match.over:
                self.play(pick(self.match.truth, choice))

    @precondition(lambda self: self.going_on)
    @rule(action=st.integers(0, a.encode(a.UNVEIL, 64, 64)))
    def is_refused_what_is_not_legal(self, action):
        before = self.match.truth.v[:]
        if action in self.match.truth.legal_actions():
            return
        with pytest.raises(IllegalActionError):
            self.match.play(action)

        assert self.match.truth.v == before
        assert len(self.match.history) == len(self.stood)

    # ------------------------------------------------------------------ taking back

    @rule()
    def takes_back_if_it_may(self):
        bar = self.match.why_not_undo()
        if bar is None:
            side = self.match.history[-1].side
            entry = self.match.undo()
            assert entry.side == side == self.match.to_move
            assert self.match.truth.v == self.stood.pop()
            return
        with pytest.raises(UndoBarredError):
            self.match.undo()
        assert bar == "nothing" or self.stood

    @rule()
    def passes_the_screen(self):
        self.match.settle()
        self.settled = len(self.stood)

        assert not self.match.can_undo()

    # ------------------------------------------------------------- saving, going on

    @precondition(lambda self: len(self.stood) % 4 == 2)  # seldom: it reads all content anew
    @rule()
    def is_closed_and_gone_on_with(self):
        before = self.match
        before.close()
        assert before.path is not None
        self.match = Match.resume(before.path)
        self.settled = len(self.stood)

        assert self.match.notice is None
        assert self.match.unsaved is None
        assert self.match.truth.v == before.truth.v
        assert self.match.opening == before.opening
        assert self.match.history == before.history
        assert self.match.positions == before.positions
        assert self.match.outcome == before.outcome

    # ------------------------------------------------------------- what changes nothing

    @precondition(lambda self: self.going_on)
    @rule(luck=st.lists(choices, max_size=20))
    def is_tried_out_in_a_clone(self, luck):
        before = self.match.truth.v[:]
        twin = self.match.truth.clone()
        for choice in luck:
            if twin.outcome is None:
                twin.apply(pick(twin, choice))
                check(twin)

        assert self.match.truth.v == before

    @precondition(lambda self: self.going_on)
    @rule(side=st.sampled_from([0, 1]), seed=seeds, luck=st.lists(choices, max_size=20))
    def is_imagined_by_a_side(self, side, seed, luck):
        view = self.match.view(side)
        imagined = view.sample(Random(seed))
        assert imagined.view(side) == view
        for choice in luck:
            if imagined.outcome is None:
                imagined.apply(pick(imagined, choice))
                check(imagined)

        assert self.match.view(side) == view

    # -------------------------------------------------------------- at every moment

    @invariant()
    def keeps_the_laws(self):
        if hasattr(self, "match"):
            check(self.match.truth)

    @invariant()
    def remembers_what_stands(self):
        if hasattr(self, "match"):
            assert [entry.number for entry in self.match.history] == [
                number for number, _ in enumerate(self.stood, 1)
            ]
            assert self.match.over == (self.match.outcome is not None)

    @invariant()
    def takes_nothing_back_that_was_settled(self):
        if hasattr(self, "match"):
            assert len(self.stood) >= self.settled


@pytest.mark.parametrize(
    ("matches", "doings"),
    [pytest.param(12, 30, id="some"), pytest.param(100, 50, id="many", marks=pytest.mark.long)],
)
def test_a_match_stays_what_was_made_of_it_whatever_is_done_with_it(matches, doings):
    often = settings(max_examples=matches, stateful_step_count=doings)

    run_state_machine_as_test(MatchMachine, settings=often)
