"""What a response needs: closed without it, open with it (rulebook 6.2)."""

from dataclasses import dataclass, replace

import pytest

from game.engine import fields as f
from tests.engine.cards.stories import Given, response_of, to_answer
from tests.engine.crises.pairs import ACCIDENT, CALM, joint
from tests.engine.positions import content


@dataclass(frozen=True)
class Need:
    """A response with a position that lacks what it needs, and one that just has it."""

    crisis: str
    side: int
    response: str
    without: Given
    enough: Given


def steps(nato, russia):
    return replace(CALM, nato=nato, russia=russia)


def lagging(letter, step):
    """Each side alone stands one step too low on a ladder: the joint level is what counts."""
    here = "TECG".index(letter)
    low, high = [0] * 4, [0] * 4
    low[here], high[here] = step - 1, step
    return steps(tuple(low), tuple(high))


STRAINED = replace(CALM, door="strained")
# centres stand at 2, but Transparency doesn't: they are dormant, and still a joint level of 2
DATA_ONLY = steps((2, 0, 1, 0), (2, 0, 2, 0))

NEEDS = (
    Need("statement", 0, "offer-a-written-text", lagging("G", 1), joint("G", 1)),
    Need(
        "statement",
        1,
        "order-the-next-rung",
        replace(CALM, building=("kaliningrad",)),
        CALM,
    ),
    Need("preemption", 0, "ring-the-joint-watch", DATA_ONLY, joint("TC", 2)),
    Need("cruiser", 0, "guests-aboard", lagging("E", 2), joint("E", 2)),
    Need(
        "cruiser",
        1,
        "suspend-exercises",
        steps((0, 1, 0, 0), (1, 0, 1, 1)),
        steps((0, 0, 0, 0), (0, 1, 0, 0)),
    ),
    Need("withdrawal", 0, "offer-criteria", lagging("G", 1), joint("G", 1)),
    Need(
        "ship-north",
        1,
        "send-the-fleet",
        replace(CALM, working=("northern-fleet",)),
        CALM,
    ),
    Need("ship-north", 0, "put-the-line-in-writing", lagging("G", 1), joint("G", 1)),
    Need("forward", 0, "send-patriots", replace(CALM, working=("morag",)), CALM),
    Need("hot-mic", 1, "joint-account", STRAINED, CALM),
    Need(
        "data-stops",
        0,
        "stop-every-exchange",
        steps((0, 1, 1, 1), (1, 0, 0, 0)),
        steps((1, 0, 0, 0), (0, 0, 0, 0)),
    ),
    Need("data-stops", 1, "joint-inspectors-go-on", lagging("T", 2), joint("T", 2)),
    Need("libya", 0, "report-each-step", STRAINED, CALM),
    Need("picture", 0, "ask-for-a-visit", lagging("T", 2), joint("T", 2)),
    Need(
        "interceptors",
        1,
        "name-a-target",
        replace(CALM, working=("kaliningrad",)),
        CALM,
    ),
    Need("war-games", 0, "staff-hot-line", lagging("E", 2), joint("E", 2)),
    Need("war-games", 1, "staff-hot-line-russia", lagging("E", 2), joint("E", 2)),
    Need("test", 0, "open-the-data", lagging("T", 2), joint("T", 2)),
    Need("launches", 0, "run-it-at-the-centre", DATA_ONLY, joint("TC", 2)),
    Need("launches", 1, "run-it-at-the-centre-russia", DATA_ONLY, joint("TC", 2)),
    Need("phase-four", 1, "get-it-in-writing", lagging("G", 1), joint("G", 1)),
    Need("tehran", 1, "review-at-the-centre", DATA_ONLY, joint("TC", 2)),
    Need("long-arrow", 0, "joint-alert", DATA_ONLY, joint("TC", 2)),
    Need("long-arrow", 1, "joint-alert-russia", DATA_ONLY, joint("TC", 2)),
    Need("near-miss", 0, "shared-sky-rules", lagging("E", 2), joint("E", 2)),
    Need("near-miss", 1, "shared-sky-rules-russia", lagging("E", 2), joint("E", 2)),
    Need("no-summit", 0, "name-the-date", STRAINED, CALM),
    Need("cargo", 0, "one-command", lagging("E", 2), joint("E", 2)),
    Need("cargo", 1, "one-command-russia", lagging("E", 2), joint("E", 2)),
)
CLEARS = (
    ("false-alarm", 0, "clear"),
    ("false-alarm", 1, "clear-russia"),
    ("noise", 0, "clear"),
    ("noise", 1, "clear-russia"),
    ("near-miss", 0, "clear"),
    ("near-miss", 1, "clear-russia"),
)


def asked(crisis, side, given):
    state = to_answer(replace(given, crisis=crisis))
    state.v[f.MOVER] = side
    return state


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: f"{need.crisis}:{need.response}")
def test_a_response_is_closed_without_what_it_needs(need):
    state = asked(need.crisis, need.side, need.without)
    action = response_of(state, need.side, need.response)

    reason = state.why_not(action)

    assert (reason.slug, reason.values) == ("response-needs", {"response": need.response})
    assert action not in state.legal_actions()


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: f"{need.crisis}:{need.response}")
def test_a_response_is_open_with_what_it_needs(need):
    state = asked(need.crisis, need.side, need.enough)
    action = response_of(state, need.side, need.response)

    assert state.why_not(action) is None
    assert action in state.legal_actions()


@pytest.mark.parametrize("door", ["closed", "strained"])
@pytest.mark.parametrize(
    ("crisis", "side", "response"),
    [("hot-mic", 1, "joint-account"), ("libya", 0, "report-each-step")],
)
def test_an_open_door_is_needed_and_strained_is_not_enough(door, crisis, side, response):
    state = asked(crisis, side, replace(CALM, door=door))

    assert response_of(state, side, response) not in state.legal_actions()


@pytest.mark.parametrize(("crisis", "side", "response"), CLEARS)
def test_only_who_knows_that_nobody_began_it_may_clear_it(crisis, side, response):
    own, other = 1 << side, 1 << 1 - side
    cases = {
        (f.NOBODY, 0): False,
        (f.NOBODY, other): False,
        (f.NOBODY, own): True,
        (f.NOBODY, f.PUBLIC): True,
        (0, own): False,
        (1, own): False,
        (0, f.PUBLIC): False,
        (1, f.PUBLIC): False,
    }
    for (cause, known_to), allowed in cases.items():
        given = replace(ACCIDENT, cause=cause, known_to=known_to)
        state = asked(crisis, side, given)
        reason = state.why_not(response_of(state, side, response))
        assert (reason is None) == allowed, (cause, known_to)
        assert allowed or reason.slug == "cause-unknown"


def test_all_other_responses_need_nothing():
    bleak = Given(
        assurance=(0, 0),
        support=(1, 1),
        tension=9,
        door="closed",
        cause=f.NOBODY,
        working=("kaliningrad", "northern-fleet", "morag"),
    )
    needy = {(need.crisis, need.side, need.response) for need in NEEDS} | set(CLEARS)
    for slug, crisis in content().crises.items():
        for side, responses in enumerate((crisis.nato, crisis.russia)):
            state = asked(slug, side, bleak)
            legal = state.legal_actions()
            for response in responses:
                action = response_of(state, side, response.slug)
                told = (slug, side, response.slug) in needy
                assert (action in legal) == (not told), (slug, response.slug)


def test_an_answer_of_another_crisis_or_out_of_its_time_is_no_answer():
    state = asked("hot-mic", 0, CALM)
    beyond = response_of(state, 0, "brief-all-capitals") + 1

    assert state.why_not(beyond).slug == "wrong-decision"
