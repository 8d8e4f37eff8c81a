"""The greedy player: its evaluation, its packages, its answers to crises."""

import random

import pytest

from game.engine import actions as a
from game.engine import fields as f
from game.engine import new_state
from game.engine.rules.council import carry_out
from game.players import make_player
from game.players.evaluation import Forecast, evaluate, evaluate_both, mandates_of
from game.players.packages import WILLING, Appraisal, best_package
from game.players.stances import beliefs, response_values


def new(*arguments):
    return new_state(*arguments)


def of(positions, decision, most=30):
    return [s for s in positions if s.view(s.to_move).decision == decision][:most]


def mandate(content, state, slug):
    return state.world.mandate_id[slug]


@pytest.fixture
def start(content):
    state = new(content, "long-negotiation", 2)
    while state.view(state.to_move).decision != "card":
        state.apply(state.legal_actions()[-1])
    return state


# -------------------------------------------------------------------- evaluation


@pytest.mark.parametrize("side", [0, 1])
def test_an_estimate_is_a_utility(positions, side):
    for state in positions[:200]:
        for number in mandates_of(state.world, side):
            assert -1 <= evaluate(state, side, number) <= 1


def test_a_finished_match_is_worth_its_utility(content):
    for seed in range(30):
        state = new(content, "lisbon-to-chicago", seed)
        luck = random.Random(seed)
        while state.to_move is not None:
            actions = state.legal_actions()
            state.apply(actions[int(luck.random() * len(actions))])
        for side in (0, 1):
            own = state.v[f.MANDATE + side]

            assert evaluate(state, side, own) == pytest.approx(state.outcome.utilities[side])
            assert evaluate_both(state, side, own)[0] == evaluate(state, side, own)


@pytest.mark.parametrize(
    ("slug", "field", "by", "better"),
    [
        ("quiet-at-home", f.SUPPORT, 2, True),
        ("set-the-agenda", f.INITIATIVE, 3, True),
        ("great-power", f.INITIATIVE, 3, False),
        ("lisbon-spirit", f.TENSION, 3, False),
        ("equal-partner", f.TENSION, 3, False),
        ("shield-first", f.THREAT, 4, False),
    ],
)
def test_what_a_mandate_seeks_is_better(content, start, slug, field, by, better):
    side = int(content.mandates[slug].side == "russia")
    number = mandate(content, start, slug)
    start.v[field] -= 2 if field == f.SUPPORT else 0
    moved = start.clone()
    moved.v[field] += by

    change = evaluate(moved, side, number) - evaluate(start, side, number)

    assert (change > 0) == better


def test_a_site_that_will_be_ready_in_time_counts_and_a_late_one_does_not(content, start):
    number = mandate(content, start, "shield-first")
    site = start.world.site_id["deveselu"]
    start.v[f.ROUND] = 6

    def declared(rounds):
        twin = start.clone()
        twin.v[f.DECLARED] |= 1 << site
        twin.v[f.BUILD] |= rounds << 4 * site
        return twin

    assert Forecast(declared(2)).built >> site & 1
    assert not Forecast(declared(15)).built >> site & 1
    assert evaluate(declared(2), 0, number) > evaluate(declared(15), 0, number)


def test_the_brink_and_the_last_support_are_feared(content, start):
    number = mandate(content, start, "reassure-the-east")  # weighs neither
    edge, poor = start.clone(), start.clone()
    edge.v[f.TENSION] = 9
    poor.v[f.SUPPORT] = 1

    assert evaluate(edge, 0, number) < evaluate(start, 0, number)
    assert evaluate(poor, 0, number) < evaluate(start, 0, number)


# ---------------------------------------------------------------------- packages


def test_a_package_is_legal_pays_its_drafter_and_suits_the_other(positions):
    luck = random.Random(4)
    found = 0
    for state in of(positions, "draft", 60):
        if state.v[f.DRAFT]:
            continue
        view = state.view(state.to_move)
        best = best_package([view.sample(luck)], view)
        if best is None:
            continue
        found += 1
        twin = state.clone()
        for code in best.terms:
            twin.apply_checked(a.encode(a.TERM, 0, code))
        twin.apply_checked(a.encode(a.TABLE))
        assert best.worth.other >= WILLING
    assert found > 5


def test_a_package_is_appraised_as_what_carrying_it_out_changes(positions):
    for state in of(positions, "draft", 10):
        side = state.to_move
        own = state.v[f.MANDATE + side]
        terms = (a.term_code(1 - side, a.STATEMENT_TERM),)
        after = state.clone()
        carry_out(after, terms)

        worth = Appraisal([state], side).of(terms)

        gain = evaluate_both(after, side, own)[0] - evaluate_both(state, side, own)[0]
        assert worth.own == pytest.approx(gain)


def test_a_planned_package_is_drafted_to_its_end(positions):
    for state in of(positions, "draft", 40):
        if state.v[f.DRAFT]:
            continue
        side = state.to_move
        player = make_player("greedy", 1, side)
        twin = state.clone()
        kinds = []
        while twin.to_move == side and twin.view(side).decision == "draft":
            action = player.decide(twin.view(side))
            kinds.append(a.kind_of(action))
            twin.apply_checked(action)
        assert kinds == [a.NO_PROPOSAL] or (
            kinds[-1] == a.TABLE and set(kinds[:-1]) == {a.TERM} and len(kinds) >= 3
        )


# ------------------------------------------------------------------------ crises


def test_beliefs_follow_the_record(positions):
    (state,) = of(positions, "crisis", 1)
    side = state.to_move
    rival = 1 - side

    def belief_in_firmness(firm, open_):
        twin = state.clone()
        twin.v[f.RECORD + rival] = firm | open_ << 12
        answers = twin.world.responses[
            twin.v[f.OPENED] if twin.v[f.OPENED] >= 0 else twin.v[f.CRISIS]
        ][rival]
        held = beliefs(twin, rival)
        assert sum(chance for _, chance in held) == pytest.approx(1)
        return sum(chance for place, chance in held if answers[place].stance == f.FIRM)

    assert belief_in_firmness(6, 0) > belief_in_firmness(0, 0) > belief_in_firmness(0, 6)


def test_the_answer_with_the_best_expected_value_is_given(positions):
    luck = random.Random(4)
    for state in of(positions, "crisis", 10):
        view = state.view(state.to_move)
        actions = view.legal_actions()
        values = response_values([view.sample(luck)], view, actions)

        assert len(values) == len(actions)
        assert all(-1 <= value <= 1 for value in values)


# ---------------------------------------------------------------------- strength


def test_greedy_does_better_than_chance(content):
    better = 0
    for seed in range(8):
        for side in (0, 1):
            state = new(content, "lisbon-to-chicago", seed)
            names = ["random", "random"]
            names[side] = "greedy"
            players = [make_player(name, seed, s) for s, name in enumerate(names)]
            while state.to_move is not None:
                state.apply(players[state.to_move].decide(state.view(state.to_move)))
            utilities = state.outcome.utilities
            better += utilities[side] > utilities[1 - side]
    assert better >= 11
