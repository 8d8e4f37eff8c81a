"""What is done when the game itself is at fault: a report, the match kept, a word about it."""

import contextlib
import logging
import platform
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Final

import pygame

import game
from game.match import Match
from game.match.fault import trace_of, what_of
from game.match.seats import without_temperament
from game.paths import user_log_dir
from game.ui.desk import Desk
from game.ui.scene import SceneLike
from game.ui.scenes.crashed import CrashedScene
from game.ui.scenes.title import TitleScene
from game.ui.sitting import Sitting

_NAME: Final = "fault"
_log = logging.getLogger(__name__)


class CrashCare:
    """Makes of an unexpected error a report and the screens to go on with."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def __call__(self, error: Exception, scenes: Sequence[SceneLike]) -> Sequence[SceneLike]:
        """Return the screens to show in place of those that failed, the lowest first."""
        sitting = _sitting_of(scenes)
        match = None if sitting is None else sitting.match
        kept = None
        if sitting is not None and match is not None:
            # The journal holds every decision already; this writes what may still wait.
            with contextlib.suppress(Exception):
                sitting.leave()
            kept = match.path if match.unsaved is None else None
        report = write_report(error, scenes, match)
        running = match is not None and not _over(match)
        going = kept is not None and running
        crashed = CrashedScene(
            self.desk.words,
            what=what_of(error, reticent=running),
            report=report,
            kept=kept,
            lost=match is not None and kept is None,
            going=going,
        )
        return [TitleScene(self.desk), crashed]


def write_report(
    error: BaseException, scenes: Sequence[SceneLike], match: Match | None
) -> Path | None:
    """Write what is known of an error into the folder of the logs; `None` where it can't be.

    Of a match that goes on it holds nothing that a side may not know: neither the seed, which
    deals everything, nor a temperament, nor the error's own words.
    """
    running = match is not None and not _over(match)
    text = "\n".join(_lines(error, scenes, match, running=running)) + "\n"
    try:
        folder = user_log_dir()
        stem = f"{datetime.now(UTC):%Y-%m-%d-%H%M%S}-{_NAME}"
        for number in count(1):
            path = folder / f"{stem}{'' if number == 1 else f'-{number}'}.log"
            try:
                with path.open("x", encoding="utf-8") as file:
                    file.write(text)
            except FileExistsError:
                continue
            what = what_of(error, reticent=running)
            _log.error("a fault of the game's own (%s): %s", what, path)
            return path
    except OSError:
        _log.exception("a fault of the game's own, and no report of it:\n%s", text)
    return None


def _lines(
    error: BaseException, scenes: Sequence[SceneLike], match: Match | None, *, running: bool
) -> Iterator[str]:
    """Yield the report: where it was, with what, and the way of the error."""
    yield f"Defend Together {game.__version__}"
    yield f"Python {sys.version.split()[0]}, {platform.platform()}"
    yield f"pygame {pygame.version.ver}, SDL {'.'.join(map(str, pygame.get_sdl_version()))}"
    if pygame.display.get_init():
        yield f"video {pygame.display.get_driver()}, window {_window()}"
    yield "screens " + " > ".join(type(scene).__name__ for scene in scenes)
    if match is not None:
        seats = map(without_temperament, match.seats) if running else match.seats
        seed = "" if running else f", seed {match.seed}"
        yield f"match {match.scenario}{seed}, seats {', '.join(seats)}"
        yield f"decisions {len(match.history)}, journal {match.path}"
    yield ""
    yield from trace_of(error, reticent=running)


def _window() -> str:
    return "x".join(map(str, pygame.display.get_window_size()))


def _sitting_of(scenes: Sequence[SceneLike]) -> Sitting | None:
    """Return the sitting that the topmost screen with one is about."""
    for scene in reversed(scenes):
        sitting = getattr(scene, "sitting", None)
        if isinstance(sitting, Sitting):
            return sitting
    return None


def _over(match: Match) -> bool:
    """Return whether a match is over; one that can't even say so may be taken up again."""
    try:
        return match.over
    except Exception:  # noqa: BLE001 - the fault may lie just there
        return False
