"""Many matches in a row."""

import pytest

from game.match import Match
from game.match.series import Series, play_series
from game.paths import UserFolderError
from game.players import UnknownSeatError

SEATS = ("random", "reciprocator")


def test_a_series_gives_the_same_in_one_process_or_two(content):
    series = Series("lisbon-to-chicago", SEATS, 6, 2)

    alone = list(play_series(series, content))

    assert alone == list(play_series(series, content))
    assert alone == list(play_series(series, content, jobs=2))
    assert [result.number for result in alone] == [1, 2, 3, 4, 5, 6]
    assert len({result.seed for result in alone}) == 6


def test_series_of_neighbouring_seeds_share_no_game():
    one = Series("x", SEATS, 100, 1)
    two = Series("x", SEATS, 100, 2)

    assert not {one.seed_of(n) for n in range(100)} & {two.seed_of(n) for n in range(100)}


def test_a_result_tells_how_a_game_went(content, tmp_path):
    series = Series("lisbon-to-chicago", SEATS, 2, 2, tmp_path)
    results = list(play_series(series, content))
    matches = [Match.resume(path) for path in sorted(tmp_path.iterdir())]

    for result, match in zip(results, matches, strict=True):
        assert result.outcome == match.outcome
        assert result.actions == tuple(entry.action for entry in match.history)
        assert result.joint_levels == match.view(0).joint_levels
        assert result.hottest >= max(position.tension for position in match.positions)


def test_saves_of_an_earlier_series_are_kept(content, tmp_path):
    series = Series("first-council", SEATS, 1, 2, tmp_path)
    list(play_series(series, content))

    with pytest.raises(UserFolderError, match="already"):
        list(play_series(series, content))


@pytest.mark.parametrize("seats", [("human", "greedy"), ("greedy", "alice")])
def test_only_players_of_the_computers_play_series(content, seats):
    with pytest.raises(UnknownSeatError):
        next(play_series(Series("first-council", seats, 1, 1), content))
