"""Many matches between players of the computer's, one after another or in many processes.

Every game has a seed of its own, made of the series' seed and the game's number, and
results are taken in the games' order: so a series gives the same whoever plays it.
"""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from game.content import Content
from game.content.packs import content_for
from game.engine import Outcome
from game.engine.events import TrackMoved
from game.match.course import Course
from game.match.files import SUFFIX
from game.match.match import Match
from game.match.seats import HUMAN, Seats
from game.paths import UserFolderError
from game.players import PLAYERS, UnknownSeatError, check_player

HOT: Final = 7
"""Tension from which the world is in danger."""
COOL: Final = 5
"""Tension at which it has calmed down again."""
_SEED_BYTES: Final = 6


@dataclass(frozen=True, slots=True)
class Series:
    """Which games are to be played.

    Attributes:
        seed: That of the series; each game's own is `seed_of(number)`.
        folder: Where every match is kept as a save, or `None`.
    """

    scenario: str
    seats: Seats
    games: int
    seed: int
    folder: Path | None = None

    def seed_of(self, number: int) -> int:
        """Return the seed of a game, counted from 1."""
        text = f"{self.seed}/{number}"
        return int.from_bytes(sha256(text.encode("ascii")).digest()[:_SEED_BYTES], "big")


@dataclass(frozen=True, slots=True)
class Result:
    """How one game of a series went.

    Attributes:
        number: From 1.
        rounds: The round it ended in.
        hottest: The highest Tension there was.
        cooled: Tension fell to `COOL` or less after it had reached `HOT`.
        joint_levels: By ladder, at the end.
        actions: Every decision, in order.
    """

    number: int
    seed: int
    outcome: Outcome
    rounds: int
    hottest: int
    cooled: bool
    joint_levels: tuple[int, ...]
    actions: tuple[int, ...]


def check_players(seats: Seats) -> None:
    """Refuse seats that no player of the computer's sits at.

    Raises:
        UnknownSeatError: Nobody of this name, or a person.
    """
    for seat in seats:
        if seat == HUMAN:
            raise UnknownSeatError(seat, PLAYERS)
        check_player(seat)


def play_series(series: Series, content: Content, jobs: int = 1) -> Iterator[Result]:
    """Yield the results of a series in the order of its games.

    Args:
        series: Which games.
        content: What they are played with; more processes load the same for themselves.
        jobs: How many processes play.

    Raises:
        UnknownScenarioError: No scenario has this slug.
        UnknownSeatError: A seat is no player's.
        UserFolderError: The folder for saves can't be written to.
    """
    check_players(series.seats)
    numbers = range(1, series.games + 1)
    if jobs == 1:
        for number in numbers:
            yield play_game(series, number, content)
        return
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (series,))
    with pool:
        yield from pool.map(_work, numbers, chunksize=max(1, min(16, series.games // jobs)))


def play_game(series: Series, number: int, content: Content) -> Result:
    """Play one game of a series."""
    seed = series.seed_of(number)
    match = Match.start(
        content,
        series.scenario,
        seed,
        series.seats,
        series.folder,
        name=f"{series.scenario}-{number:05}{SUFFIX}",
        durable=False,
    )
    while not match.over:
        match.play(match.computer_action())
    match.close()
    if series.folder is not None and match.unsaved is not None:
        raise UserFolderError(series.folder, match.unsaved)
    return _result(number, match)


def _result(number: int, match: Match) -> Result:
    """Return how a match that is over went."""
    outcome = match.outcome
    assert outcome is not None, "the match is over"
    heat = heat_of(match)
    peak = next((place for place, level in enumerate(heat) if level >= HOT), len(heat))
    return Result(
        number=number,
        seed=match.seed,
        outcome=outcome,
        rounds=match.truth.round,
        hottest=max(heat),
        cooled=any(level <= COOL for level in heat[peak:]),
        joint_levels=match.positions[-1].joint_levels,
        actions=tuple(entry.action for entry in match.history),
    )


def heat_of(course: Course) -> list[int]:
    """Return every height that Tension had, in order."""
    moves = (event for event in course.events(None) if isinstance(event, TrackMoved))
    start = course.content.scenarios[course.scenario].tension
    return [start, *(move.after for move in moves if move.track == "tension")]


_content: Content | None = None
_series: Series | None = None


def _begin(series: Series) -> None:
    """Prepare a process: it reads the content once."""
    global _content, _series  # noqa: PLW0603 - what a pool's process has in place of arguments
    _content = content_for(series.scenario)
    _series = series


def _work(number: int) -> Result:
    """Play one game in a process of a pool."""
    assert _content is not None
    assert _series is not None
    return play_game(_series, number, _content)
