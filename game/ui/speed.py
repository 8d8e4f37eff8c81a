"""How fast the window is: frames in motion, the cost of rest, the time to a usable title.

Frames are read in turn with those of a bare loop that does no more than blit one surface of
the window's size and show it, in the same window and the same run: of a machine or a driver
alone such figures say little. SDL's driver is the one that the environment names.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Final

import pygame

from game.content import Content, load_content
from game.engine.events import CardPlayed, SiteAnnounced, TrackMoved
from game.match import HUMAN, Match
from game.players import make_player
from game.ui.app import App
from game.ui.motion.beats import beats_of
from game.ui.motion.showing import Showing
from game.ui.scenes.board import BoardScene
from game.ui.sitting import Sitting
from game.ui.speed_start import StartTimes, start_times
from game.ui.theme import Theme
from game.words import Words

SIZES: Final = ((1280, 720), (1920, 1080), (3840, 2160))
_SCENARIO: Final = "long-negotiation"
_RIVAL: Final = "greedy"
_SEEDS: Final = 20
_FRAME: Final = 1 / 60
_SHOWN: Final = (CardPlayed, SiteAnnounced, TrackMoved)
"""What is seen moving while frames are read: a card, a site that fills, tracks."""


@dataclass(frozen=True, slots=True)
class FrameTimes:
    """Milliseconds of processor time: a frame in motion beside one of the bare loop.

    Only frames in which something moves are read: while a card lies still nothing is drawn.

    Attributes:
        frames: How many of each were read.
        ratio: The median in motion over the median of the bare loop.
    """

    size: tuple[int, int]
    driver: str
    frames: int
    median: float
    slow: float
    bare_median: float
    bare_slow: float
    ratio: float


@dataclass(frozen=True, slots=True)
class WindowSpeed:
    """All figures of the window.

    Attributes:
        idle_share: Processor time over wall time while the board is at rest.
        start: From the command to the title.
    """

    frames: tuple[FrameTimes, ...]
    idle_share: float
    start: StartTimes

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as plain values for JSON."""
        return asdict(self)


def window_speed(
    content: Content | None = None,
    sizes: Sequence[tuple[int, int]] = SIZES,
    *,
    frames: int = 240,
    idle_seconds: float = 3.0,
) -> WindowSpeed:
    """Measure everything.

    Raises:
        NoScreenError: There is no screen to open a window on.
    """
    content = content or load_content()
    return WindowSpeed(
        tuple(frame_times(content, size, frames) for size in sizes),
        idle_share(content, idle_seconds),
        start_times(),
    )


def frame_times(content: Content, size: tuple[int, int], frames: int) -> FrameTimes:
    """Read frames of the board in motion, in turn with those of the bare loop."""
    scene = board_in_motion(content)
    beats = scene.motion.showing.beats
    app = App(scene, caption="", size=size, theme=Theme())
    try:
        _settle(app)
        window = pygame.display.get_surface()
        picture = window.copy()

        def moving() -> None:
            seen = app.pictures
            while app.pictures == seen:
                if not scene.motion.moving:
                    scene.motion.showing = Showing(beats)
                app.tick(_FRAME)

        def bare() -> None:
            pygame.event.get()
            window.blit(picture, (0, 0))
            pygame.display.flip()

        for _ in range(30):
            moving()
        own, floor = _in_turn((moving, bare), frames)
        driver = pygame.display.get_driver()
    finally:
        app.close()
    middle, bare_middle = median(own), median(floor)
    return FrameTimes(
        size,
        driver,
        frames,
        middle,
        _slow(own),
        bare_middle,
        _slow(floor),
        middle / bare_middle,
    )


def idle_share(content: Content, seconds: float) -> float:
    """Return which share of one core the board costs while nothing moves."""
    app = App(board_in_motion(content), caption="", theme=Theme(still=True))
    try:
        _settle(app)
        begun, spent = time.monotonic(), time.process_time()
        app.run_for(seconds)
        return (time.process_time() - spent) / (time.monotonic() - begun)
    finally:
        app.close()


def board_in_motion(content: Content) -> BoardScene:
    """Return a board on which a card, a site and tracks are about to move."""
    for seed in range(_SEEDS):
        match = Match(content, _SCENARIO, seed, (HUMAN, _RIVAL))
        sitting = Sitting(match, Words(content))
        person = make_player(_RIVAL, seed, 0)
        while not match.over:
            own = match.to_move == 0
            sitting.play(person.decide(match.view(0)) if own else match.computer_action())
            if match.to_move == 0 and sitting.view.decision == "card":
                unseen = sitting.unseen
                kinds = {type(event) for event in unseen}
                if kinds >= set(_SHOWN) and beats_of(unseen, 0):
                    return BoardScene(sitting)
                sitting.seen()
    raise LookupError("no match came to a card, a site and a track that move together")


def lines(speed: WindowSpeed) -> list[str]:
    """Return the figures as lines for a person."""
    told = [
        f"{wide} x {high} ({one.driver}): a frame in motion {one.median:.2f} ms, 99 % under "
        f"{one.slow:.2f} ms; the bare loop {one.bare_median:.2f} ms, {one.bare_slow:.2f} ms; "
        f"{one.ratio:.2f} times"
        for one in speed.frames
        for wide, high in (one.size,)
    ]
    told.append(f"the board at rest: {speed.idle_share:.2%} of a core")
    start = speed.start
    told.append(
        f"from the command to the first picture: {start.first_picture:.2f} s, to a title that "
        f"obeys: {start.usable:.2f} s"
    )
    return told


def _settle(app: App) -> None:
    """Let the change of screens, the news and the first drawing be over."""
    for _ in range(12):
        app.tick(0.5)


def _in_turn(
    loops: tuple[Callable[[], None], Callable[[], None]], frames: int
) -> tuple[list[float], list[float]]:
    """Return the milliseconds of both loops' frames, read ten by ten in turn."""
    read: tuple[list[float], list[float]] = ([], [])
    while len(read[0]) < frames:
        for loop, times in zip(loops, read, strict=True):
            for _ in range(10):
                begun = time.process_time()
                loop()
                times.append(1000 * (time.process_time() - begun))
    return read


def _slow(times: Sequence[float]) -> float:
    """Return the time that 99 of 100 frames stay under."""
    return sorted(times)[min(len(times) - 1, len(times) * 99 // 100)]
