"""What the lab keeps of a game is what happened in it."""

import pytest

from game.content.vocabulary import SIDES
from game.engine import events as e
from game.lab import play
from game.lab.account import below
from game.lab.play import _spirals
from game.match.series import Series, play_series
from tests.lab.conftest import LONG, SHORT, fixtures


def test_the_lab_plays_what_simulate_plays(content):
    mine = [play(one, content) for one in fixtures(content, mandates="chosen")]
    series = Series(SHORT, ("reciprocator", "firm"), 4, 7)
    theirs = list(play_series(series, content))

    assert [one.outcome for one in mine] == [one.outcome for one in theirs]
    assert [one.decisions + one.forced for one in mine] == [len(t.actions) for t in theirs]
    assert [one.positions[-1].joint_levels for one in mine] == [t.joint_levels for t in theirs]
    assert [one.peaks > 0 for one in mine] == [t.hottest >= 7 for t in theirs]
    assert [one.cooled > 0 for one in mine] == [t.cooled for t in theirs]


def test_sources_together_are_the_points(games):
    for game in games:
        for side in (0, 1):
            assert sum(game.sources[side].values()) == game.outcome.points[side]


def test_plays_by_card_are_plays_by_side(games):
    for game in games:
        cards = below(game.counts, "card")
        for name, start in zip(SIDES, "nr", strict=True):
            own = sum(n for path, n in cards.items() if path.startswith(start))
            unveiled = game.counts.get(f"use/{name}/unveil", 0)

            assert own == sum(below(game.counts, "use", name).values()) - unveiled


def test_every_answer_given_was_open(games):
    for game in games:
        answers = below(game.counts, "answer")
        given = {path[: -len("/chosen")]: n for path, n in answers.items() if "/chosen" in path}

        assert all(answers[f"{path}/open"] >= n for path, n in given.items())
        assert sum(given.values()) == game.counts["branch/crisis/asked"]


def test_stances_are_counted_twice_a_crisis(games):
    for game in games:
        given = sum(below(game.counts, "stance").values())

        assert given in (
            game.counts["branch/crisis/asked"],
            game.counts["branch/crisis/asked"] - 1,
        )


def test_what_raises_and_lowers_tension_adds_up(content, games):
    for game in games:
        moved = below(game.counts, "tension")
        up = sum(n for path, n in moved.items() if path.endswith("/up"))
        down = sum(n for path, n in moved.items() if path.endswith("/down"))
        start, end = game.positions[0].tension, game.positions[-1].tension

        assert start == content.scenarios[game.fixture.scenario].tension
        assert start + up - down == end


def test_a_hidden_site_is_found_declared_unveiled_or_left(content):
    games = [play(one, content) for one in fixtures(content, ("random", "random"), 12, LONG)]
    begun = 0
    for game in games:
        for name in SIDES:
            fates = below(game.counts, "hidden", name)
            begun += fates.get("begun", 0)

            assert fates.pop("begun", 0) == sum(fates.values())
    assert begun > 5


def test_packages_are_agreed_only_when_tabled(games):
    for game in games:
        counts = below(game.counts, "package")

        assert counts.get("agreed", 0) <= counts.get("tabled", 0)
        assert counts.get("counter-agreed", 0) <= counts.get("counter", 0)
        assert counts.get("counter", 0) <= counts.get("tabled", 0)


def test_rungs_were_reached_in_rounds_of_the_game(games):
    reached = [(rung, game) for game in games for rung in game.rungs]

    assert reached
    assert all(1 <= rung.round <= game.rounds for rung, game in reached)
    assert all(1 <= rung.level <= 4 for rung, _ in reached)


@pytest.mark.parametrize(
    ("heat", "peaks", "cooled"),
    [
        ([5, 6, 5], 0, 0),
        ([5, 7, 8, 6], 1, 0),
        ([5, 7, 5], 1, 1),
        ([5, 7, 6, 7, 5, 4, 9], 2, 1),
        ([7], 1, 0),
    ],
)
def test_a_spiral_begins_at_7_and_ends_at_5(heat, peaks, cooled):
    assert _spirals(heat) == (peaks, cooled)


def test_games_of_a_deal_have_equal_decks_mandates_and_chair(content):
    one, other = (fixtures(content, pair, 3) for pair in (("open", "firm"), ("firm", "random")))
    for first, second in zip(one, other, strict=True):
        a, b = play(first, content), play(second, content)

        assert a.decks == b.decks
        assert a.outcome.mandates == b.outcome.mandates
        assert a.chair == b.chair
        assert len(set(a.decks[0])) == len(set(a.decks[1])) == 24


def test_forced_mandates_have_their_turn(content):
    forced = fixtures(content, ("open", "firm"), 40, mandates="forced")
    games = [play(one, content) for one in forced[:3]]

    assert len({one.mandates for one in forced}) == 36
    assert forced[0].mandates == forced[36].mandates
    assert [game.outcome.mandates for game in games] == [one.mandates for one in forced[:3]]


def test_mandates_by_lot_fall_both_ways(content):
    drawn = [play(one, content) for one in fixtures(content, ("open", "open"), 16)]
    chosen = [
        play(one, content) for one in fixtures(content, ("open", "open"), 16, mandates="chosen")
    ]
    same = [
        a.outcome.mandates[0] == b.outcome.mandates[0]
        for a, b in zip(drawn, chosen, strict=True)
    ]

    assert any(same)
    assert not all(same)


def test_assurance_at_the_start_can_be_changed(content):
    (fixture,) = fixtures(content, count=1, assurance=7)
    game = play(fixture, content)

    assert game.positions[0].assurance == (7, 7)
    assert content.scenarios[SHORT].assurance != (7, 7)


def test_every_kind_of_event_with_a_side_is_counted_or_left_on_purpose():
    from game.lab.tally import _COUNTED  # noqa: PLC0415 - the table is the tally's own

    left = {
        *("AnswerSealed", "BlockBroken", "BrinkTested", "CardSeen", "CardsDrawn"),
        *("CrisisSet", "HandedOut"),
        *("CauseLearned", "CrisisOpened", "CrisisPutBack", "CrisisTurnedUp", "DeckShuffled"),
        *("DoorMoved", "EndRolled", "JointLevelFell", "JointLevelRose", "LastingBegan"),
        *("LastingEnded", "LeadFollowed", "MandateChosen", "MatchEnded", "OfferAnswered"),
        *("PhaseBegan", "RoundBegan", "SiteAnnounced", "SiteFinished", "SiteRescheduled"),
        *("SiteWithdrawn", "SitesSeen", "StatementMade", "TurnSkipped"),
    }
    kinds = {one.__name__ for one in e.Event.__subclasses__()}

    assert kinds == left | {one.__name__ for one in _COUNTED}
