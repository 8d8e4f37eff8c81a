"""The search: what it weighs, what it may know, how its levels are made."""

import random
from dataclasses import replace

import pytest

from game.engine import State, new_state
from game.engine import actions as a
from game.engine import fields as f
from game.players import Rememberer, UnknownSeatError, make_player
from game.players.evaluation import ANY, evaluate_pair, mandates_of
from game.players.memory import Memory, blank
from game.players.search import LEVELS, SearchPlayer, ponder, weigh
from game.players.search.dealing import Dealer, unseal
from game.players.search.light import Light, table
from game.players.search.plain import Plain
from game.players.search.tree import CHILDREN, VISITS, Settings, Tree, new_node
from game.players.search.weighing import Search

CHOICES = {"draft", "reply", "card", "offer", "crisis"}


def chosen_from(positions, most=40):
    """Positions in which there is something to choose, no draft half-built."""
    return [
        s for s in positions if s.decision in CHOICES and not s.v[f.DRAFT] and s.v[f.ROUND]
    ][:most]


def of(positions, decision, most=10):
    return [s for s in chosen_from(positions, 10_000) if s.decision == decision][:most]


def view_of(state):
    return state.view(state.to_move)


# ----------------------------------------------------------------------- weighing


def test_every_move_weighed_is_legal_and_its_utilities_are_utilities(positions):
    for state in chosen_from(positions):
        view = view_of(state)
        for move in weigh(view, None, 40, 1):
            assert move.action in view.legal_actions() or move.package
            assert -1 <= move.own <= 1
            assert -1 <= move.rival <= 1
            assert 0 <= move.confrontation <= 1


def test_the_moves_are_told_best_first_and_share_the_iterations(positions):
    for state in of(positions, "card"):
        moves = weigh(view_of(state), None, 120, 1)
        tried = [move for move in moves if move.visits]

        assert [m.value for m in tried] == sorted((m.value for m in tried), reverse=True)
        assert moves[: len(tried)] == tuple(tried)
        assert 90 <= sum(move.visits for move in moves) <= 135


def test_equal_views_memories_and_seeds_weigh_alike(positions):
    for state in chosen_from(positions, 12):
        assert weigh(view_of(state), None, 60, 5) == weigh(view_of(state), None, 60, 5)


def test_pondering_goes_on_where_it_stopped(positions):
    (state,) = of(positions, "card", 1)
    steps = ponder(view_of(state), None, 1, 50)

    first, second = next(steps), next(steps)

    assert sum(m.visits for m in second) > sum(m.visits for m in first)


def test_packages_are_whole_and_can_be_tabled_term_by_term(positions):
    tabled = 0
    for state in of(positions, "draft"):
        for move in weigh(view_of(state), None, 40, 1):
            twin = state.clone()
            if not move.package:
                assert move.action == a.encode(a.NO_PROPOSAL)
                continue
            for code in move.package:
                twin.apply_checked(a.encode(a.TERM, 0, code))
            twin.apply_checked(a.encode(a.TABLE))
            tabled += 1
    assert tabled > 10


def test_a_move_that_ends_the_match_well_is_preferred_to_one_that_ends_it_ill(positions):
    """At Tension 8 with both firm, the world may fall: firm is weighed as riskier."""
    apart = []
    for state in of(positions, "crisis", 200):
        view = view_of(state)
        if view.tension < 8:
            continue
        answers = view.world.responses[view.world.crisis_id[view.answering.slug]][view.side]
        risk: dict[int, list[float]] = {f.FIRM: [], f.OPEN: []}
        for move in weigh(view, None, 120, 1):
            stance = answers[a.argument_of(move.action)].stance
            if stance in risk and move.visits:
                risk[stance].append(move.confrontation)
        if all(risk.values()):
            apart.append(max(risk[f.FIRM]) - min(risk[f.OPEN]))
    assert apart
    assert sum(apart) > 0


# ------------------------------------------------------- what the searcher may know


def test_positions_dealt_agree_with_the_view(positions):
    luck = random.Random(2)
    for state in chosen_from(positions):
        view = view_of(state)
        rival = 1 - view.side
        memory = replace(blank(len(mandates_of(view.world, rival))), hidden=(0.5, 0.5))
        dealt = Dealer(view, memory)(luck)
        if view.decision == "crisis":
            dealt.v[f.MOVER] = view.side
        if view.face_down_counts[rival] >= 2 or not view.world.face_down:
            assert dealt.view(view.side) == view


def test_a_dealer_draws_the_mandates_that_it_believes(positions):
    luck = random.Random(2)
    for state in chosen_from(positions, 10):
        view = view_of(state)
        rival = 1 - view.side
        every = mandates_of(view.world, rival)
        sure = Memory(tuple(float(place == 4) for place in range(len(every))))

        dealt = {Dealer(view, sure)(luck).v[f.MANDATE + rival] for _ in range(5)}

        assert dealt == {every[4]}
        assert Dealer(view, None)(luck).v[f.MANDATE + rival] == ANY


def test_a_blind_player_does_not_read_its_own_mandate(positions):
    for state in chosen_from(positions, 25):
        side = state.to_move
        other = state.clone()
        held = state.v[f.MANDATE + side]
        other.v[f.MANDATE + side] = next(m for m in mandates_of(state.world, side) if m != held)

        actions = {SearchPlayer(3, side=side).decide(s.view(side)) for s in (state, other)}

        assert len(actions) == 1


def test_a_sealed_answer_is_never_seen(positions):
    """Whatever NATO sealed, Russia's search weighs the same."""
    tried = 0
    for state in of(positions, "crisis", 100):
        if state.to_move == 0:
            answers = state.legal_actions()
            sealed = []
            for answer in answers:
                twin = state.clone()
                twin.apply(answer)
                sealed.append(weigh(twin.view(1), None, 60, 1))
            tried += len(answers) > 1
            assert all(found == sealed[0] for found in sealed)
        if tried >= 6:
            break
    assert tried >= 6


def test_both_sides_answer_a_crisis_in_one_node_unseen_by_each_other(positions):
    (state,) = [s for s in of(positions, "crisis", 100) if s.to_move == 0][:1]
    luck = random.Random(1)
    light = Light(0, luck, remembers=True)
    tree = Tree(0, state.round, light, Settings(), luck)
    node = new_node()
    for _ in range(30):
        tree.iterate(state.clone(), node)

    own = {x: child for x, child in node[CHILDREN].items() if a.kind_of(x) == a.RESPOND}
    pairs = [child for x, child in node[CHILDREN].items() if x not in own]

    assert set(own) <= set(state.legal_actions())
    assert sum(child[VISITS] for child in own.values()) == 29
    assert sum(child[VISITS] for child in pairs) == 29


@pytest.mark.parametrize("name", ["search:4", "search:5:hawk"])
def test_no_choice_rests_on_hidden_things_even_with_a_memory(name, positions):
    luck = random.Random(8)
    for state in chosen_from(positions, 10):
        side = state.to_move
        other = state.view(side).sample(luck)
        every = mandates_of(state.world, 1 - side)
        memory = Memory(tuple((place + 1) / 21 for place in range(len(every))), (0.4,))
        actions = set()
        for one in (state, other):
            player = make_player(name, 1, side)
            assert isinstance(player, Rememberer)
            player.remember(memory)
            actions.add(player.decide(one.view(side)))
        assert len(actions) == 1


def test_a_memory_can_change_a_choice(positions):
    changed = 0
    for state in chosen_from(positions, 20):
        every = mandates_of(state.world, 1 - state.to_move)
        actions = set()
        for believed in range(len(every)):
            player = SearchPlayer(5, side=state.to_move)
            player.level = replace(player.level, iterations=40)
            player.remember(Memory(tuple(float(believed == n) for n in range(len(every)))))
            actions.add(player.decide(view_of(state)))
        changed += len(actions) > 1
    assert changed > 2


# ----------------------------------------------------------------- levels and seats


def test_levels_differ_and_never_by_time():
    assert list(LEVELS) == [1, 2, 3, 4, 5]
    assert len(set(LEVELS.values())) == 5
    weakest_first = [LEVELS[number] for number in LEVELS]
    assert [x.noise for x in weakest_first] == sorted(
        (x.noise for x in weakest_first), reverse=True
    )
    assert [x.iterations for x in weakest_first] == sorted(x.iterations for x in weakest_first)


@pytest.mark.parametrize(
    ("name", "number", "temperament"),
    [
        ("search", 5, None),
        ("search:1", 1, None),
        ("search:3:hawk", 3, "hawk"),
        ("search:5:hard-bargainer", 5, "hard-bargainer"),
    ],
)
def test_a_seat_says_level_and_temperament(name, number, temperament):
    player = make_player(name, 1, 0)

    assert isinstance(player, SearchPlayer)
    assert player.level == LEVELS[number]
    assert getattr(player.temperament, "name", None) == temperament


@pytest.mark.parametrize(
    "name", ["search:", "search:6", "search:05", "search:5:dove", "Search:5"]
)
def test_a_seat_that_there_is_not_is_refused(name):
    with pytest.raises(UnknownSeatError, match="search:5"):
        make_player(name, 1, 0)


def test_noise_makes_a_player_err(positions):
    """A level-1 player often takes another move than one of the same eye and no noise."""
    erred = 0
    for state in chosen_from(positions, 40):
        noisy = SearchPlayer(1, side=state.to_move)
        clear = SearchPlayer(replace(LEVELS[1], noise=0.0), side=state.to_move)
        erred += noisy.decide(view_of(state)) != clear.decide(view_of(state))
    assert erred >= 10


# ------------------------------------------------------------------------- the leaf


@pytest.mark.parametrize("rollout", ["none", "crisis", "round", "game"])
def test_a_leaf_is_played_on_as_far_as_is_said(rollout, positions):
    for state in chosen_from(positions, 20):
        twin = state.clone()
        luck = random.Random(1)
        light = Light(0, luck, remembers=True)
        if twin.v[f.PENDING] == f.ANSWER_CRISIS:
            twin.v[f.MOVER] = 0
        tree = Tree(0, twin.round, light, Settings(rollout=rollout), luck)
        before = twin.v[f.ROUND]

        tree.iterate(twin, new_node())

        over = twin.to_move is None
        assert {
            "none": twin.v[f.ROUND] == before,
            "crisis": over or twin.decision != "crisis",
            "round": over or twin.v[f.ROUND] == before + 1,
            "game": over,
        }[rollout]


class Watched(State):
    """A position in which nothing is done that isn't legal."""

    def apply(self, action):
        assert action in self.legal_actions()
        super().apply(action)


@pytest.mark.parametrize("policy", ["light", "plain"])
def test_a_tree_does_only_what_is_legal_in_each_deal(policy, positions):
    """What was opened on one deal may not be legal on another."""
    for state in (*of(positions, "card", 6), *of(positions, "draft", 6)):
        luck = random.Random(1)
        view = view_of(state)
        playing = Plain(luck) if policy == "plain" else Light(view.side, luck, remembers=True)
        tree = Tree(view.side, state.round, playing, Settings(drafting="terms"), luck)
        node = new_node()
        for _ in range(60):
            dealt = view.sample(luck)
            tree.iterate(Watched(dealt.world, dealt.v), node)

        assert node[VISITS] == 60
        assert len(node[CHILDREN]) > 1


def test_a_leaf_before_the_first_round_is_played_on_too(content):
    """The mandates are chosen in round 0: what follows of it is Russia's choice."""
    state = new_state(content, "lisbon-to-chicago", 1)
    luck = random.Random(1)
    tree = Tree(0, state.round, Light(0, luck, remembers=True), Settings(), luck)

    tree.iterate(state, new_node())

    assert state.decision != "mandate"
    assert state.round == 1


def test_a_result_is_the_evaluation_of_where_it_led(positions):
    (state,) = of(positions, "card", 1)
    luck = random.Random(1)
    light = Light(0, luck, remembers=True)
    tree = Tree(0, state.round, light, Settings(), luck)
    twin = state.clone()

    utilities, _, _ = tree.iterate(twin, new_node())

    assert utilities == evaluate_pair(twin)


def test_a_package_tabled_whole_is_the_package_tabled_term_by_term(positions):
    for state in of(positions, "draft"):
        move = next((m for m in weigh(view_of(state), None, 20, 1) if m.package), None)
        if move is None:
            continue
        whole, slow = state.clone(), state.clone()
        table(whole, move.package)
        for code in move.package:
            slow.apply(a.encode(a.TERM, 0, code))
        slow.apply(a.encode(a.TABLE))

        assert whole.v == slow.v


def test_the_slow_reference_drafts_term_by_term(positions):
    """Each term is a decision of its own; what it tables is legal too."""
    level = replace(LEVELS[4], iterations=60, drafting="terms", noise=0.0)
    ends = set()
    for state in of(positions, "draft", 6):
        side = state.to_move
        player = SearchPlayer(level, side=side)
        twin = state.clone()
        while twin.to_move == side and twin.decision == "draft":
            action = player.decide(twin.view(side))
            twin.apply_checked(action)
            ends.add(a.kind_of(action))
    assert {a.TERM, a.TABLE} <= ends <= {a.TERM, a.TABLE, a.NO_PROPOSAL}


def test_more_iterations_see_what_one_ply_cannot(positions):
    """Search does not always agree with one ply, else it would not be worth its time."""
    other = 0
    for state in chosen_from(positions, 30):
        search = Search(view_of(state), luck=random.Random(1))
        first = search.weighed()[0]
        search.think(200)
        best = search.weighed()[0]
        other += (best.action, best.package) != (first.action, first.package)
    assert 3 <= other <= 27


@pytest.mark.parametrize("policy", ["light", "plain"])
def test_playing_on_is_deciding_one_after_the_other(positions, policy):
    def made():
        luck = random.Random(3)
        return Plain(luck) if policy == "plain" else Light(0, luck, remembers=True)

    for state in chosen_from(positions, 25):
        quick = state.clone()
        unseal(quick)  # as every position is in which a policy plays on
        slow = quick.clone()
        last = state.v[f.ROUND] + 1
        made().play_on(quick, last)
        decide = made()
        while slow.to_move is not None and slow.v[f.ROUND] <= last:
            decide(slow)

        assert quick.v == slow.v
