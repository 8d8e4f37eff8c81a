"""Who looks at a position: what the table may see, and the truth when all is over."""

from random import Random

import pytest

from game.engine.events import SitesSeen
from game.engine.fields import DECK, DOWN, HIDDEN
from game.match import Match
from game.match.perspective import (
    PERSPECTIVES,
    OpenView,
    TableView,
    events_as,
    told_as,
    view_as,
)


def positions(content, seed: int) -> Match:
    match = Match.start(content, "long-negotiation", seed, ("random", "random"))
    while not match.over:
        match.play(match.computer_action())
    return match


@pytest.mark.parametrize("seed", range(1, 7))
def test_the_table_knows_nothing_that_either_side_does_not_know(content, seed):
    match = positions(content, seed)
    random = Random(seed)
    for decided in range(0, len(match.history), 7):
        truth = match.truth_after(decided)
        table = TableView(truth).v
        for side in (0, 1):
            other = truth.view(side).sample(random)
            assert TableView(other).v == table


def test_no_undeclared_site_lies_on_the_table_not_even_one_that_was_seen(content):
    hidden = seen = 0
    for seed in range(1, 30):
        match = positions(content, seed)
        for decided, entry in enumerate(match.history, start=1):
            truth = match.truth_after(decided)
            table = TableView(truth)
            assert not any(site.undeclared for site in table.sites)
            assert table.v[HIDDEN] == 0
            hidden += bool(truth.v[HIDDEN])
            seen += any(isinstance(event, SitesSeen) and event.sites for event in entry.events)
    assert hidden
    assert seen


def test_the_table_has_no_hand_no_mandate_and_no_choice(content):
    match = positions(content, 3)
    table = view_as(match.truth_after(len(match.history) // 2), "table")
    assert table.hand == table.rival_hand == ()
    assert table.mandate is None
    assert table.rival_mandate is None
    assert table.own_face_down == ()
    assert table.draft == ()


def test_the_open_view_holds_everything(content):
    match = positions(content, 3)
    truth = match.truth_after(len(match.history) // 2)
    nato, russia = OpenView(truth, 0), OpenView(truth, 1)
    assert nato.hand == russia.rival_hand != ()
    assert nato.mandate == russia.rival_mandate is not None
    assert nato.v == truth.v
    assert nato.v[DECK] == truth.v[DECK]
    assert nato.v[DOWN] == truth.v[DOWN]
    assert nato.v is not truth.v


def test_each_perspective_is_told_what_it_may_know(content):
    match = positions(content, 5)
    decided = len(match.history) // 2
    told = {one: events_as(match, one, decided) for one in PERSPECTIVES}
    every = [*match.opening, *(e for entry in match.history[:decided] for e in entry.events)]
    assert told["open"] == tuple(every)
    assert told["nato"] == tuple(
        told for told in (event.redacted(0) for event in every) if told is not None
    )
    assert told["table"] == told_as(told["nato"], "russia")
    assert len(told["table"]) < len(told["open"])
    assert events_as(match, "open", 0) == match.opening


def test_positions_are_had_by_the_number_of_decisions(content):
    match = positions(content, 5)
    assert match.truth_after(len(match.history)) is match.truth
    assert match.truth_after(0).round <= match.truth_after(20).round
    with pytest.raises(IndexError):
        match.truth_after(len(match.history) + 1)


# ------------------------------------------------------------------------- branches


def test_a_branch_begins_as_the_other_did_and_leaves_it_alone(content, tmp_path):
    match = positions(content, 5)
    before = len(match.history)
    branch = Match.branch(match, 25, ("human", "greedy"), tmp_path)
    assert len(match.history) == before
    assert [e.action for e in branch.history] == [e.action for e in match.history[:25]]
    assert branch.truth.v == match.truth_after(25).v
    assert branch.seats == ("human", "greedy")
    assert branch.why_not_undo() is not None
    branch.close()
    assert branch.path is not None
    again = Match.resume(branch.path)
    assert again.truth.v == branch.truth.v


def test_a_branch_can_be_played_to_its_end(content):
    match = positions(content, 5)
    branch = Match.branch(match, len(match.history) // 2, ("greedy", "firm"))
    while not branch.over:
        branch.play(branch.computer_action())
    assert branch.outcome is not None
