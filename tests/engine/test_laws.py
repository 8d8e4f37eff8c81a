"""Laws of the engine on positions that random matches reach (rulebook throughout)."""

from random import Random

import pytest

from game.engine import IllegalActionError, new_state
from game.engine import actions as a
from game.engine import fields as f
from game.engine.events import DoorMoved, Event, StepSuspended, StepTaken, TrackMoved
from game.engine.rules.council import complete
from tests.engine.playthroughs import SCENARIOS, reached, walk
from tests.engine.positions import content

FEW = pytest.param(80, id="few")
MANY = pytest.param(600, id="many", marks=pytest.mark.long)
SOME = pytest.param(200, id="some")
LOTS = pytest.param(4000, id="lots", marks=pytest.mark.long)
MATCHES = [
    pytest.param(60, id="few-matches"),
    pytest.param(1500, id="many-matches", marks=pytest.mark.long),
]


def matches(count):
    """Yield walks through so many matches, over all scenarios."""
    for number in range(count):
        yield walk(SCENARIOS[number % len(SCENARIOS)], number)


def possible_actions():
    """Yield every action that could be written down, and some that could not."""
    yield from (-1, 0, a.encode(13), a.encode(15), a.encode(28), a.encode(99, 3, 2))
    for kind in a.KINDS:
        has_card = a.EVENT <= kind < a.UNVEIL
        for card in range(65) if has_card else (0, 1):
            for argument in range(22 if has_card else 66):
                yield a.encode(kind, card, argument)


# ------------------------------------------------------------------------- legal


@pytest.mark.parametrize("count", MATCHES)
def test_there_is_a_legal_action_until_the_end_and_none_after(count):
    for moments in matches(count):
        for state, action in moments:
            legal = state.legal_actions()

            assert bool(legal) == (state.outcome is None) == (action is not None)
            assert len(set(legal)) == len(legal)


@pytest.mark.parametrize("count", [FEW, MANY])
def test_an_action_is_legal_if_and_only_if_nothing_speaks_against_it(count):
    for state in reached(count):
        legal = set(state.legal_actions())
        allowed = {act for act in possible_actions() if state.why_not(act) is None}

        assert allowed == legal, [state.describe(act) for act in allowed ^ legal]


@pytest.mark.parametrize("count", [FEW, MANY])
def test_a_reason_is_the_same_for_the_state_and_for_the_view_of_the_mover(count):
    for state in reached(count):
        view = state.view(state.to_move)

        assert list(view.legal_actions()) == list(state.legal_actions())
        for act in (
            *state.legal_actions(),
            *Random(count).sample(list(possible_actions()), 99),
        ):
            assert view.why_not(act) == state.why_not(act)


REASONS = {
    *("wrong-decision", "not-in-hand", "too-few-operations", "gate", "prerequisite"),
    *("support-needed", "top-of-ladder", "locked-step", "blocked-step", "blocked-site"),
    *("site-declared", "site-hidden", "site-needs", "site-halted", "not-your-site"),
    *("site-empty", "not-concealable", "no-face-down", "no-step", "back-channel-used"),
    *("door-open", "too-calm", "no-cause", "cause-known", "condition", "first-step"),
    *("no-branch", "terms-full", "one-ladder-term", "one-statement", "out-of-order"),
    *("nothing-asked", "nothing-offered", "already-pledged", "already-drafted"),
    *("site-not-empty", "no-counter", "response-needs", "cause-unknown", "no-undeclared"),
    "not-dealt",
}


def test_the_reasons_are_those_that_have_words():
    found = set()
    for state in reached(50):
        for act in possible_actions():
            reason = state.why_not(act)
            if reason is not None:
                found.add(reason.slug)
                values = " ".join(f"{name}={value}" for name, value in reason.values.items())
                assert str(reason) == f"{reason.slug} {values}".strip()

    assert found <= REASONS
    assert len(found) > 30


def test_an_illegal_action_leaves_the_position_as_it_was():
    for state in reached(60):
        before = state.v[:]
        illegal = next(act for act in possible_actions() if act not in state.legal_actions())

        with pytest.raises(IllegalActionError):
            state.apply_checked(illegal)

        assert state.v == before


@pytest.mark.parametrize("count", [FEW, MANY])
def test_whoever_does_not_decide_has_no_legal_action(count):
    for state in reached(count):
        view = state.view(1 - state.to_move)

        assert view.legal_actions() == ()
        assert view.why_not(state.legal_actions()[0]).slug == "not-your-decision"


# ------------------------------------------------------------------------ clones


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_a_clone_is_equal_and_independent(count):
    luck = Random(count)
    for state in reached(count):
        before = state.v[:]
        twin = state.clone()
        assert twin.v == state.v
        assert twin.v is not state.v
        assert twin.log is None

        while twin.outcome is None and twin.round < state.round + 2:
            twin.apply(luck.choice(twin.legal_actions()))

        assert state.v == before


@pytest.mark.parametrize("count", MATCHES)
def test_a_log_changes_nothing_but_itself(count):
    for number in range(count):
        scenario = SCENARIOS[number % len(SCENARIOS)]
        silent = [state.v[:] for state, _ in walk(scenario, number)]
        logged = [state.v[:] for state, _ in walk(scenario, number, [])]
        assert silent == logged


# ------------------------------------------------------------------------ replay


@pytest.mark.parametrize("count", MATCHES)
def test_seed_and_actions_give_the_same_match_and_the_same_events(count):
    for number in range(count):
        scenario = SCENARIOS[number % len(SCENARIOS)]
        log: list[Event] = []
        again: list[Event] = []
        moments = list(walk(scenario, number, log))
        last = moments[-1][0]

        state = new_state(content(), scenario, number, again)
        for _, action in moments[:-1]:
            state.apply_checked(action)

        assert state.v == last.v
        assert again == log
        assert state.outcome == last.outcome


def test_other_seeds_deal_other_matches():
    starts = [new_state(content(), "long-negotiation", seed).v for seed in range(20)]

    assert len({tuple(v[f.DECK]) for v in starts}) == 20
    assert {v[f.CHAIR] for v in starts} == {0, 1}


# ------------------------------------------------------------------------ events


@pytest.mark.parametrize("count", MATCHES)
def test_the_events_tell_every_movement_of_a_track(count):
    for number in range(count):
        scenario = SCENARIOS[number % len(SCENARIOS)]
        spec = content().scenarios[scenario]
        told: dict[tuple[str, int | None], int] = {
            ("tension", None): spec.tension,
            ("threat", None): spec.threat,
            ("initiative", None): 0,
        }
        for side in (0, 1):
            told["assurance", side] = spec.assurance[side]
            told["support", side] = spec.support[side]
        log: list[Event] = []
        read = 0
        for state, _ in walk(scenario, number, log):
            for event in log[read:]:
                if isinstance(event, TrackMoved):
                    assert told[event.track, event.side] == event.before != event.after
                    told[event.track, event.side] = event.after
            read = len(log)
            v = state.v
            assert told["tension", None] == v[f.TENSION]
            assert told["threat", None] == v[f.THREAT]
            assert told["initiative", None] == v[f.INITIATIVE]
            for side in (0, 1):
                assert told["assurance", side] == v[f.ASSURANCE + side]
                assert told["support", side] == v[f.SUPPORT + side]


@pytest.mark.parametrize("count", MATCHES)
def test_the_events_tell_every_movement_of_the_door_and_every_step(count):
    for number in range(count):
        scenario = SCENARIOS[number % len(SCENARIOS)]
        log: list[Event] = []
        read = 0
        state = new_state(content(), scenario, number)
        door = state.v[f.DOOR]
        steps: dict[tuple[int, str], int] = {
            (side, ladder.slug): state.v[f.STEP + 4 * side + place]
            for side in (0, 1)
            for place, ladder in enumerate(state.world.ladders)
        }
        for state, _ in walk(scenario, number, log):
            for event in log[read:]:
                if isinstance(event, DoorMoved):
                    assert event.before == door != event.after
                    door = event.after
                elif isinstance(event, StepTaken):
                    steps[event.side, event.ladder] += 1
                    assert steps[event.side, event.ladder] == event.step
                elif isinstance(event, StepSuspended):
                    assert steps[event.side, event.ladder] == event.step
                    steps[event.side, event.ladder] -= 1
            read = len(log)
            assert door == state.v[f.DOOR]
            for place, ladder in enumerate(state.world.ladders):
                for side in (0, 1):
                    assert steps[side, ladder.slug] == state.v[f.STEP + 4 * side + place]


# ---------------------------------------------------------------------- previews


def shown(view):
    """Return what a preview speaks of, as the view has it now."""
    return (
        (view.tension, view.threat, view.initiative, view.door),
        (view.assurance, view.support, view.coverage, view.deterrent),
        (view.steps, view.joint_levels),
    )


def promised(preview):
    """Return what a preview says will be."""
    after = 1
    return (
        tuple(
            change[after]
            for change in (preview.tension, preview.threat, preview.initiative, preview.door)
        ),
        (
            tuple(change[after] for change in preview.assurance),
            tuple(change[after] for change in preview.support),
            preview.coverage[after],
            preview.deterrent[after],
        ),
        (
            tuple(tuple(change[after] for change in side) for side in preview.steps),
            tuple(change[after] for change in preview.joint_levels),
        ),
    )


CERTAIN = {  # a look is left out: what it shows nobody can know before
    *(a.DEPLOY, a.WITHDRAW, a.COOPERATE, a.SUSPEND, a.CAMPAIGN, a.BACK_CHANNEL),
    *(a.HIDE, a.HIDE_NOTHING, a.UNVEIL, a.REVEAL, a.KEEP_QUIET),
}


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_a_preview_shows_what_then_happens_where_nothing_is_hidden_or_left_to_chance(count):
    compared = 0
    for state in reached(count):
        view = state.view(state.to_move)
        for action in state.legal_actions():
            if action >> 16 not in CERTAIN:
                continue
            preview = view.preview(action)
            then = state.clone()
            then.apply(action)
            if then.round != state.round or then.phase not in (state.phase, "over"):
                continue
            assert promised(preview) == shown(then.view(view.side)), state.describe(action)
            compared += 1

    assert compared > count


EVENTS_OF_CHANCE = {"n-vienna", "r-openskies"}
"""They bring to light what the owner could not know of."""


@pytest.mark.parametrize("count", [SOME, LOTS])
def test_the_preview_of_an_event_shows_what_then_happens_for_either_answer(count):
    compared = 0
    for state in reached(count):
        view = state.view(state.to_move)
        for action in state.legal_actions():
            slug = state.world.cards[action >> 8 & 0xFF].slug
            if action >> 16 != a.EVENT or slug in EVENTS_OF_CHANCE:
                continue
            for accepted in (True, False):
                preview = view.preview(action, accepted)
                then = state.clone()
                then.apply(action)
                if then.decision == "offer":
                    then.apply(a.encode(a.YES if accepted else a.NO))
                if then.round != state.round or then.phase not in (state.phase, "over"):
                    continue
                assert promised(preview) == shown(then.view(view.side)), slug
                compared += 1

    assert compared > count


@pytest.mark.parametrize("count", [pytest.param(800, id="some"), LOTS])
def test_the_preview_of_a_package_shows_what_then_happens(count):
    compared = 0
    for state in reached(count):
        declares = any(code & 31 == a.DECLARE_TERM for code in state.v[f.DRAFT])
        if state.decision != "draft" or not complete(state) or declares:
            continue
        view = state.view(state.to_move)
        preview = view.preview_package(view.draft)
        then = state.clone()
        then.apply(a.encode(a.TABLE))
        then.apply(a.encode(a.ACCEPT))

        assert promised(preview) == shown(then.view(view.side))
        compared += 1

    assert compared


def test_a_preview_leaves_the_view_as_it_was():
    for state in reached(60):
        view = state.view(state.to_move)
        for action in state.legal_actions():
            if action >> 16 >= a.EVENT:
                view.preview(action)

        assert view == state.view(state.to_move)
