"""Advice: every ground is checked against the rules; nobody is told what they can't know."""

import ast
from itertools import islice
from pathlib import Path
from random import Random

import pytest

import game.players.advice
from game.engine import View
from game.engine import actions as a
from game.engine import fields as f
from game.engine.events import BrinkTested, CrisisResolved, PhaseBegan, TrackMoved
from game.engine.play import ACTS
from game.engine.position import Position
from game.engine.reasons import Reason
from game.engine.rules.operations import answer_offer
from game.players.advice import Ground, advise, counsel
from game.players.advice.answers import merged
from game.players.advice.grounds import grounds_of
from game.players.advice.parts import changed_parts
from game.players.advice.prospects import Prospect, missed, prospects
from game.players.advice.remarks import remarks_on, remarks_on_prospect
from game.players.evaluation import evaluate, evaluate_both
from game.players.search import Weighed
from game.words.advice_grounds import GROUNDS

LINES = 40
EACH = 8
DECISIONS = ("draft", "counter-draft", "reply", "final-reply", "card", "offer", "crisis")


@pytest.fixture(scope="module")
def asked(positions):
    """Views of who is asked, so many of each kind of decision."""
    found: dict[str, list[View]] = {d: [] for d in (*DECISIONS, "mandate")}
    for state in positions:
        view = state.view(state.to_move)
        if len(found.get(view.decision, range(EACH))) < EACH and not view.draft:
            found[view.decision].append(view)
    return found


@pytest.fixture(scope="module")
def advised(asked):
    """Advice with its view, for every kind of decision."""
    return [
        (view, advise(view, None, LINES, 3)) for views in asked.values() for view in views[:4]
    ]


def foreseen(views):
    """Yield every action of views with each of its prospects and grounds."""
    for view in views:
        for action in view.legal_actions():
            for prospect in prospects(view, action):
                yield view, action, prospect, list(grounds_of(view, prospect))


def test_every_kind_of_decision_is_advised(advised):
    assert {advice.decision for _, advice in advised} >= {*DECISIONS, "mandate"} - {
        "final-reply"
    }
    for view, advice in advised:
        assert 1 <= len(advice.moves) <= 3
        for move in advice.moves:
            assert move.package or view.why_not(move.action) is None
            assert move.gains
            assert -1 <= move.own <= 1


def test_advised_packages_can_be_tabled(advised):
    packages = [
        (view, move.package)
        for view, advice in advised
        for move in advice.moves
        if move.package
    ]

    assert packages
    for view, package in packages:
        assert {a.giver_of(code) for code in package} == {0, 1}
        assert all(view.term_reason(code) is None for code in package)


def test_packages_are_advised_whole_in_the_middle_of_a_draft(positions):
    begun = [state for state in positions if state.view(state.to_move).draft]
    view = begun[0].view(begun[0].to_move)

    advice = advise(view, None, LINES, 1)

    assert advice.moves[0].package or a.kind_of(advice.moves[0].action) == a.NO_PROPOSAL


# ------------------------------------------------------------- grounds are true

TRACKS = {
    "tension": "tension",
    "threat": "threat",
    "initiative": "initiative",
    "door": "door",
    "support": "support",
    "assurance": "assurance",
    "gate": "assurance",
}


def pairs(preview):
    """Return the numbers of a preview by the names that grounds use."""
    plain = ("tension", "threat", "initiative", "door", "coverage", "deterrent")
    named = {name: getattr(preview, name) for name in plain}
    for side in (0, 1):
        named[f"assurance:{side}"] = preview.assurance[side]
        named[f"support:{side}"] = preview.support[side]
    return named


def track_of(ground):
    """Return the number that a ground says has moved, by its name in `pairs`."""
    track = TRACKS.get(ground.reason.slug.partition("-")[0])
    if track in ("support", "assurance"):
        return f"{track}:{ground.reason.values['side']}"
    return track


def preview_of(view, action, prospect):
    """Return what the engine's own preview says of an action."""
    if a.kind_of(action) == a.ACCEPT:
        return view.preview_package(view.tabled)
    accepted = a.kind_of(action) == a.YES or prospect.when != "refused"
    return view.preview(action, accepted=accepted and a.kind_of(action) != a.NO)


def test_what_is_said_to_move_moves_in_the_preview(asked):
    checked = set()
    views = asked["card"] + asked["offer"] + asked["reply"]
    for view, action, prospect, grounds in foreseen(views):
        numbers = pairs(preview_of(view, action, prospect))
        told = {track_of(ground): ground.reason.values for ground in grounds}
        for track, (before, after) in numbers.items():
            if track in ("coverage", "deterrent"):
                continue
            if track in told:
                assert (told[track]["before"], told[track]["after"]) == (before, after)
                checked.add(track.partition(":")[0])
            else:
                assert before == after, f"{track} moves, and no ground says so"

    assert checked == set(TRACKS.values())


def test_joint_levels_and_who_is_secured_are_those_of_the_preview(asked):
    checked = set()
    views = asked["card"] + asked["offer"] + asked["reply"]
    for view, action, prospect, grounds in foreseen(views):
        preview = preview_of(view, action, prospect)
        for ground in grounds:
            if ground.reason.slug in ("joint-up", "joint-down"):
                values = ground.reason.values
                names = [ladder.slug for ladder in view.world.ladders]
                level = preview.joint_levels[names.index(values["ladder"])]
                assert level == (values["before"], values["after"])
                checked.add("joint")
            then = ground.then
            if then is not None and then.slug in ("protected", "unprotected"):
                assert preview.coverage[1] == then.values["coverage"]
                assert preview.threat[1] == then.values["threat"]
                enough = preview.coverage[1] >= preview.threat[1]
                assert enough == (then.slug == "protected")
                checked.add("coverage")
            if then is not None and then.slug in ("coverage", "deterrent"):
                assert getattr(preview, then.slug)[1] == then.values["after"]
                checked.add(then.slug)

    assert checked == {"joint", "coverage", "deterrent"}


def test_a_gate_that_is_passed_stood_between(asked):
    passed = [
        (view, ground)
        for view, _, _, grounds in foreseen(asked["card"] + asked["crisis"])
        for ground in grounds
        if ground.reason.slug in ("gate-opens", "gate-shuts")
    ]

    assert passed
    for view, ground in passed:
        values = ground.reason.values
        low, high = sorted((values["before"], values["after"]))
        gates = view.gates(values["side"])
        assert any(low < ladder[values["step"] - 1] <= high for ladder in gates)


def test_what_a_crisis_answer_brings_is_what_the_rules_do(asked):
    checked = 0
    for view, action, prospect, grounds in foreseen(asked["crisis"]):
        ended = settled(played_out(view, action, prospect.answer))
        for ground in grounds:
            track = track_of(ground)
            if track is not None and ended is not None and track in ended:
                assert ended[track] == ground.reason.values["after"]
                checked += 1

    assert checked > 20


def played_out(view, action, answer):
    """Return the events once both have answered, from a position that the view allows."""
    rival = 1 - view.side
    crisis = view.world.crisis_id[view.answering.slug]
    spec = view.world.crises[crisis]
    names = [one.slug for one in (spec.russia if rival else spec.nato)]
    theirs = a.encode(a.RESPOND, 0, names.index(answer))
    state = view.sample(Random(1))
    state.v[f.ANSWER] = -1
    state.v[f.MOVER] = 0
    state.log = []
    for one in (theirs, action) if view.side else (action, theirs):
        if one not in state.legal_actions():
            return []
        state.apply(one)
    return state.log


def settled(log):
    """Return by track where it stood when the crisis was over; `None` if a die ended it."""
    ended: dict[str, int] = {}
    resolved = False
    for event in log:
        resolved |= isinstance(event, CrisisResolved)
        if isinstance(event, BrinkTested) and event.out_of_hand:
            return None
        if resolved and isinstance(event, PhaseBegan):
            break
        if isinstance(event, TrackMoved) and resolved:
            name = event.track if event.side is None else f"{event.track}:{event.side}"
            ended[name] = event.after
    return ended


def test_an_offer_is_answered_as_pays_the_other_more(positions):
    views = (state.view(state.to_move) for state in positions)
    cards = islice((view for view in views if view.decision == "card"), 120)
    offers = [
        (view, action, prospect)
        for view, action, prospect, _ in foreseen(cards)
        if prospect.when in ("accepted", "refused")
    ]

    assert offers
    for view, action, prospect in offers:
        own = view.v[f.MANDATE + view.side]
        likely = evaluate_both(prospect.after, view.side, own)[1]
        for accepted in (True, False):
            after = Position(view.world, view.v[:])
            ACTS[view.side][a.kind_of(action)](after, action)
            answer_offer(after, accepted)
            assert likely >= evaluate_both(after, view.side, own)[1]


def test_what_holds_for_all_answers_or_a_stance_is_told_once():
    def told(rests, answer, by):
        reason = Reason("tension-up", {"before": 5, "after": 5 + by})
        return Ground(reason, None, rests, answer, own=-0.1)

    found = [
        Prospect(Position(None, []), Position(None, []), when, answer)  # type: ignore[arg-type]
        for when, answer in (("firm", "a"), ("firm", "b"), ("open", "c"))
    ]
    everywhere = [told("firm", "a", 1), told("firm", "b", 1), told("open", "c", 1)]
    of_a_stance = [told("firm", "a", 2), told("firm", "b", 2)]
    of_one = [told("firm", "b", 3)]

    merged_ones = list(merged([*everywhere, *of_a_stance, *of_one], found))

    assert [(g.rests, g.answer) for g in merged_ones] == [
        ("any", ""),
        ("firm", ""),
        ("firm", "b"),
    ]
    assert [round(g.own, 3) for g in merged_ones] == [-0.3, -0.2, -0.1]


# -------------------------------------------------------- weights and knowledge


def test_what_a_refusal_spares_is_what_acceptance_would_cost(asked):
    checked = 0
    for view in asked["reply"] + asked["final-reply"]:
        accepted = next(p for p in prospects(view, a.encode(a.ACCEPT)))
        worth = {str(g.reason): g.own for g in grounds_of(view, accepted)}
        refusal = Weighed(a.encode(a.REJECT), 1, 0.0, 0.0, 0.0)
        for ground in counsel._grounds(view, refusal, 1):
            assert ground.rests == "accepting"
            assert ground.own == pytest.approx(-worth[str(ground.reason)])
            checked += 1

    assert checked > 10


@pytest.mark.parametrize(
    ("own", "others", "slug"),
    [
        (0.2, (0.1, -0.1), "best-of"),
        (0.2, (0.25, 0.0), "behind-best"),
        (0.2, (0.201, 0.0), "as-good"),
        (0.2, (), "only-move"),
    ],
)
def test_a_move_that_changes_nothing_is_compared_with_the_others(own, others, slug):
    ranked = [Weighed(number, 1, value, 0.0, 0.0) for number, value in enumerate(others)]
    one = Weighed(99, 1, own, 0.0, 0.0)

    ground = counsel._by_comparison(one, [one, *ranked])

    assert ground.reason.slug == slug
    if "by" in ground.reason.values:
        assert ground.reason.values["by"] == round(100 * abs(own - max(others)))


def test_the_die_at_the_brink_speaks_against_a_move(positions):
    told: list[Ground] = []
    for state in positions:
        view = state.view(state.to_move)
        if view.decision == "crisis" and view.tension >= 7 and len(told) < 20:
            for _, _, prospect, _ in foreseen([view]):
                rolls = list(remarks_on_prospect(view, prospect))
                if prospect.brink:
                    assert 6 <= prospect.after.v[f.TENSION] <= 9
                    told += [g for g in rolls if g.reason.slug == "brink-die"]

    assert told
    assert all(ground.own < 0 and ground.rival < 0 for ground in told)


def test_losing_what_is_secured_speaks_against_firmness_at_the_brink(positions):
    told: list[tuple[int, Ground]] = []
    for state in positions:
        view = state.view(state.to_move)
        if view.decision != "crisis" or view.tension < 7:
            continue
        if sum(side == view.side for side, _ in told) > 10:
            continue
        for _, action, prospect, _ in foreseen([view]):
            lost = [
                g for g in remarks_on_prospect(view, prospect) if g.reason.slug in UNSECURED
            ]
            stance = view.facts(action).response
            firm = prospect.after.v[f.FLAGS] & f.FIRM_AT_BRINK << view.side
            assert not lost or firm, stance
            told += [(view.side, ground) for ground in lost]

    assert {side for side, _ in told} == {0, 1}
    for side, ground in told:
        assert ground.reason.slug == UNSECURED[side]
        assert ground.own < 0 or ground.is_note


UNSECURED = ("firm-unprotected", "firm-insecure")


def test_a_part_weighs_what_the_evaluation_loses_without_it(asked):
    checked = 0
    for view, _, prospect, _ in foreseen(asked["card"]):
        mandate = prospect.before.v[f.MANDATE + view.side]
        parts = changed_parts(prospect, view.side)
        if len(parts) == 1:
            before = evaluate(prospect.before, view.side, mandate)
            gained = evaluate(prospect.after, view.side, mandate) - before
            left = evaluate(parts[0].without, view.side, mandate) - before
            assert parts[0].own == pytest.approx(gained - left)
            checked += 1

    assert checked


def test_gains_speak_for_a_move_and_costs_against_it(advised):
    for _, advice in advised:
        for move in advice.moves:
            told = [ground.own for ground in move.gains if not ground.is_note]
            assert told == sorted(told, reverse=True)
            assert all(weight >= 0 for weight in told)
            assert all(ground.own < 0 for ground in move.costs)


def test_equal_views_and_seeds_give_equal_advice(asked):
    for view in asked["card"][:3] + asked["crisis"][:3]:
        twin = view.sample(Random(7)).view(view.side)
        assert twin == view

        assert advise(twin, None, LINES, 5) == advise(view, None, LINES, 5)


def test_grounds_rest_on_the_view_alone(asked):
    for view, action, _, grounds in foreseen(asked["card"][:3] + asked["crisis"][:3]):
        twin = view.sample(Random(5)).view(view.side)

        again = [list(grounds_of(twin, p)) for p in prospects(twin, action)]

        assert grounds in again


def test_advice_stops_when_it_is_told_to(asked):
    heard: list[float] = []

    def watch(share: float) -> bool:
        heard.append(share)
        return len(heard) < 3

    advice = advise(asked["card"][0], None, 100_000, 1, watch)

    assert len(heard) == 3
    assert 0 < advice.lines < 1000
    assert advice.moves


# ------------------------------------------------------------------------ words


def test_every_ground_that_is_made_has_words(asked):
    made = set()
    for views in asked.values():
        for view, action, prospect, grounds in foreseen(views):
            told = [*grounds, *remarks_on_prospect(view, prospect)]
            told += remarks_on(view, action, ())
            told += [g for p in missed(view, action) for g in grounds_of(view, p)]
            made |= {ground.reason.slug for ground in told}
            made |= {ground.then.slug for ground in told if ground.then is not None}

    assert len(made) > 20
    assert made <= GROUNDS


def test_every_ground_that_has_words_is_made_somewhere():
    written: set[str] = set()
    for path in Path(game.players.advice.__file__).parent.glob("*.py"):
        tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        written |= {n.value for n in tree if isinstance(n, ast.Constant)}  # type: ignore[misc]

    def is_made(slug: str) -> bool:
        return slug in written or slug.removesuffix("-up").removesuffix("-down") in written

    assert [slug for slug in sorted(GROUNDS) if not is_made(slug)] == []
