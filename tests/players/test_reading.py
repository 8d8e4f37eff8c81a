"""Reading temperaments off public moves, and what temperaments want."""

import pytest

from game.engine import actions as a
from game.engine import events as e
from game.engine import new_state
from game.match import Match
from game.players.search import TEMPERAMENTS
from game.players.search.reading import COUNTED, counted, likely_temperaments
from game.players.search.temperaments import liking, wanted
from game.players.search.typical import TYPICAL

MATCHES = 200
NAMED = 0.6


@pytest.fixture(scope="module")
def start(content):
    return new_state(content, "long-negotiation", 1)


def played(content, seed, seats):
    match = Match.start(content, "lisbon-to-chicago", seed, seats)
    while not match.over:
        match.play(match.computer_action())
    return match


def best(chances):
    return max(chances, key=chances.__getitem__)


def test_every_temperament_has_typical_counts():
    assert set(TYPICAL) == set(TEMPERAMENTS)
    for spreads in TYPICAL.values():
        assert set(spreads) == set(COUNTED)
        assert all(spread > 0 for _, spread in spreads.values())


@pytest.mark.parametrize("name", TEMPERAMENTS)
def test_who_plays_typically_is_named(name):
    shares = {what: mean for what, (mean, _) in TYPICAL[name].items()}

    chances = likely_temperaments(shares)

    assert best(chances) == name
    assert sum(chances.values()) == pytest.approx(1)


def test_what_is_public_is_all_that_is_read(content):
    match = played(content, 1, ("greedy", "operations"))
    world = match.truth.world
    for side in (0, 1):
        public = counted(match.public_events(), side, world)
        assert public == counted(match.events(None), side, world)
        assert any(public.values())


def test_acts_are_shares_of_their_chances(start):
    terms = (a.term_code(1, 26), a.term_code(1, 25), a.term_code(0, 26))
    told = [
        e.PackageTabled(0, terms, False),
        e.PackageAnswered(0, True, terms),
        e.PackageAnswered(0, False, terms),
        e.PackageAnswered(1, True, terms),
        e.CardPlayedFaceDown(0, None, None, None),
        e.CardPlayed(0, "x", "suspend", None, "exercises", 0, False),
        e.CardPlayed(1, "x", "suspend", None, "exercises", 0, False),
    ]

    shares = counted(told, 0, start.world)

    assert shares["accepts"] == 1 / 2
    assert shares["proposes"] == 1
    assert shares["asks"] == pytest.approx(2 / 3)
    assert shares["face-down"] == shares["suspends"] == 1 / 2
    assert shares["firm"] == 0


def test_a_plain_player_wants_its_own_utility(start):
    own, other = wanted(None, start, 0)

    assert wanted(None, start, 1) == (other, own)
    assert wanted(TEMPERAMENTS["hawk"], start, 0)[1] == other


def test_partners_and_hawks_see_the_others_utility_differently(start):
    partner, hawk = TEMPERAMENTS["partner"], TEMPERAMENTS["hawk"]
    own, other = wanted(None, start, 0)

    for temper in (partner, hawk):
        want = own + temper.regard * other + liking(temper, start, 0)
        assert wanted(temper, start, 0)[0] == pytest.approx(want)
    assert partner.regard > 0 > hawk.regard


def test_a_hawk_leaves_less_to_the_other_than_a_partner(content):
    left = {}
    for name in ("partner", "hawk"):
        left[name] = sum(
            played(content, seed, (f"search:3:{name}", "greedy")).outcome.utilities[1]
            for seed in range(4)
        )

    assert left["hawk"] < left["partner"]


@pytest.mark.long
def test_temperaments_are_named_by_their_public_moves(content):
    named = 0
    for number in range(MATCHES):
        name = tuple(TEMPERAMENTS)[number % 4]
        side = number // 4 % 2
        seats = ["greedy", "greedy"]
        seats[side] = f"search:4:{name}"
        match = played(content, 70_000 + number, tuple(seats))
        shares = counted(match.public_events(), side, match.truth.world)
        named += best(likely_temperaments(shares)) == name

    assert named >= NAMED * MATCHES
