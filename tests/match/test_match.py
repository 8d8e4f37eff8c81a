"""A match: seats, decisions, what each side may know, and what may be taken back."""

import random

import pytest

from game.engine import IllegalActionError, UnknownScenarioError
from game.engine import actions as a
from game.engine.events import AnswerSealed, CardPlayedFaceDown, CardsDrawn, MandateChosen
from game.match import Match, UndoBarredError
from game.match.course import redacted
from game.match.journal import Journal
from game.players import UnknownSeatError
from tests.engine.positions import act, position

HUMANS = ("human", "human")


def begun(*arguments):
    return Match(*arguments)


def play_until(match, decision, choose=lambda view: view.legal_actions()[0]):
    while (view := match.view(match.to_move)).decision != decision:
        match.play(choose(view))
    return match.view(match.to_move)


def no_proposal(view):
    quiet = a.encode(a.NO_PROPOSAL)
    actions = view.legal_actions()
    return quiet if quiet in actions else actions[0]


def of_kind(view, *kinds):
    return [action for action in view.legal_actions() if a.kind_of(action) in kinds]


def test_unknown_seats_and_scenarios_are_said_with_the_nearest(content):
    with pytest.raises(UnknownSeatError, match="did you mean “greedy”"):
        Match(content, "long-negotiation", 1, ("human", "gredy"))
    with pytest.raises(UnknownScenarioError):
        Match(content, "long-negotation", 1, HUMANS)


def test_equal_seeds_make_equal_matches(content):
    one = Match(content, "long-negotiation", 7, HUMANS)
    two = Match(content, "long-negotiation", 7, HUMANS)
    other = Match(content, "long-negotiation", 8, HUMANS)

    assert one.truth.v == two.truth.v
    assert one.truth.v != other.truth.v


def test_only_a_computers_seat_is_asked(content):
    match = begun(content, "long-negotiation", 7, ("greedy", "human"))

    assert match.seat_to_move == "greedy"
    match.play(match.computer_action())
    assert match.seat_to_move == "human"
    with pytest.raises(ValueError, match="no player"):
        match.computer_action()


def test_an_action_that_is_not_legal_changes_nothing(people):
    before = people.truth.v[:]
    saved = people.path.read_bytes()

    for action in (0, -1, a.encode(a.TABLE), a.encode(a.MANDATE, 0, 2), 1 << 40):
        with pytest.raises(IllegalActionError):
            people.play(action)

    assert people.truth.v == before
    assert people.history == ()
    assert people.path.read_bytes() == saved


def test_after_the_end_nothing_can_be_played(finished):
    with pytest.raises(IllegalActionError):
        finished.play(a.encode(a.NO_PROPOSAL))
    assert finished.over
    assert finished.seat_to_move is None


def test_the_history_tells_who_decided_what_and_when(people):
    play_until(people, "card", no_proposal)
    first, second, third = people.history

    assert [entry.number for entry in people.history] == [1, 2, 3]
    assert (first.side, first.phase, first.round) == (0, "mandates", 0)
    assert (second.side, second.phase) == (1, "mandates")
    assert (third.phase, third.round) == ("council", 1)
    assert isinstance(first.events[0], MandateChosen)


def test_a_side_is_told_only_what_it_may_know(content):
    match = begun(content, "long-negotiation", 4, HUMANS)
    luck = random.Random(4)
    while not match.over:
        actions = match.view(match.to_move).legal_actions()
        match.play(actions[int(luck.random() * len(actions))])

    for side in (0, 1):
        for event in match.events(side):
            if isinstance(event, CardsDrawn) and event.side != side:
                assert event.cards == ()
            if isinstance(event, MandateChosen) and event.side != side:
                assert event.mandate is None
            if isinstance(event, AnswerSealed) and event.side != side:
                assert event.response is None
            if isinstance(event, CardPlayedFaceDown) and event.side != side:
                assert event.card is None
    told = set(map(repr, match.public_events()))
    assert told <= set(map(repr, match.events(0))) | set(map(repr, match.events(1)))
    for event in match.public_events():
        assert event.redacted(0) == event.redacted(1) == event


def test_redaction_leaves_out_what_did_not_happen_for_a_side(people):
    events = list(redacted(people.opening, 0))

    assert all(event is not None for event in events)


# ------------------------------------------------------------------------- undo


def test_at_the_beginning_there_is_nothing_to_take_back(people):
    assert people.why_not_undo() == "nothing"
    assert not people.can_undo()


def test_a_sealed_mandate_is_taken_back_until_the_screen_is_passed(people):
    start = people.truth.v[:]
    first, second = people.view(0).legal_actions()
    people.play(first)

    assert people.undo().action == first
    assert people.truth.v == start
    assert people.history == ()

    people.play(second)
    people.settle()

    assert people.why_not_undo() == "passed"
    with pytest.raises(UndoBarredError):
        people.undo()


def test_the_terms_of_a_draft_are_taken_back_one_by_one(people):
    view = play_until(people, "draft")
    people.settle()
    start = people.truth.v[:]
    people.play(of_kind(view, a.TERM)[0])
    view = people.view(view.side)
    people.play(of_kind(view, a.TERM)[-1])

    people.undo()
    people.undo()

    assert people.truth.v == start
    assert people.why_not_undo() == "passed"


def test_a_card_that_shows_nothing_is_taken_back(people):
    view = play_until(people, "card", no_proposal)
    start = people.truth.v[:]
    people.play(of_kind(view, a.COOPERATE, a.CAMPAIGN)[0])

    assert people.why_not_undo() is None
    people.undo()

    assert people.truth.v == start


def test_a_look_into_the_others_hand_stands(people):
    view = play_until(people, "card", no_proposal)
    people.play(of_kind(view, a.TECHNICAL)[0])

    assert people.why_not_undo() == "revealed"


def test_a_round_that_ended_stands(people):
    view = play_until(people, "crisis", no_proposal)
    people.play(view.legal_actions()[0])
    assert people.can_undo()

    people.play(people.view(1).legal_actions()[0])

    assert people.why_not_undo() == "revealed"


def test_an_accepted_declaration_stands_even_if_there_was_nothing(people):
    view = play_until(people, "draft")
    other, own = 1 - view.side, view.side
    for action in (
        a.encode(a.TERM, 0, a.term_code(other, a.DECLARE_TERM)),
        a.encode(a.TERM, 0, a.term_code(own, a.STATEMENT_TERM)),
        a.encode(a.TABLE),
        a.encode(a.ACCEPT),
    ):
        people.play(action)

    assert people.why_not_undo() == "revealed"


def test_what_a_computer_answered_stands(content):
    match = begun(content, "long-negotiation", 7, ("human", "random"))
    match.play(match.view(0).legal_actions()[0])
    match.play(match.computer_action())

    assert match.why_not_undo() == "other-acted"


def test_undoing_and_choosing_again_is_as_if_it_never_was(content):
    plain = begun(content, "long-negotiation", 9, HUMANS)
    wavering = begun(content, "long-negotiation", 9, HUMANS)
    luck = random.Random(1)
    for _ in range(60):
        if plain.over:
            break
        actions = plain.view(plain.to_move).legal_actions()
        chosen = actions[int(luck.random() * len(actions))]
        wavering.play(actions[0])
        if wavering.can_undo():
            wavering.undo()
            wavering.play(chosen)
        else:
            chosen = actions[0]
        plain.play(chosen)

    assert wavering.truth.v == plain.truth.v
    assert wavering.history == plain.history


@pytest.mark.parametrize(("side", "card"), [(0, "n-vienna"), (1, "r-openskies")])
def test_an_inspection_that_found_nothing_is_not_taken_back(people, side, card):
    state = position(mover=side, hands=(("n-vienna",), ("r-openskies",)))
    people.truth.v[:] = state.v

    people.play(act(state, "event", card=card))

    assert people.why_not_undo() == "revealed"


# ----------------------------------------------------------------------- saving


def test_a_disk_that_fills_up_stops_nobody(people, monkeypatch):
    def fail(self):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "_write", fail)
        people.play(people.view(0).legal_actions()[0])
        assert "No space left on device" in people.unsaved
        assert "\n" not in people.unsaved
        assert len(people.history) == 1
    people.play(people.view(1).legal_actions()[0])

    assert people.unsaved is None
    people.close()
    assert Match.resume(people.path).truth.v == people.truth.v


def test_a_match_without_a_folder_is_not_saved(content):
    match = Match.start(content, "first-council", 1, HUMANS)

    assert match.path is None
    assert match.unsaved is None
    match.close()
