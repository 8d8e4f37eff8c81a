"""What only search can tell of a match, found in a process of its own: asked, polled, ended.

Looking at decisions again and playing a deal again take many seconds, so no frame loop may
do it. Whatever happens to the process ends in a `StudyBroke`; ending it loses nothing.
"""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Final, TypeAlias
from weakref import finalize

from game.content import content_from_files
from game.match import Course
from game.match.worker_messages import Deal, Script
from game.match.worker_process import end_with_parent, follow
from game.teach.reachable import GAMES, Reachable, reachable
from game.teach.review import GAMES as AFTER_EACH
from game.teach.review import LINES, Reviewed, reviewed

_POLITE: Final = 5
_REVIEW_SHARE: Final = 0.7
"""How much of the time looking again at decisions takes; the rest is the games."""
_GRACE: Final = 1.0


@dataclass(frozen=True, slots=True)
class Effort:
    """How thoroughly, and with what luck, a match is studied."""

    seed: int = 1
    lines: int = LINES
    after_each: int = AFTER_EACH
    games: int = GAMES


@dataclass(frozen=True, slots=True)
class StudyDone:
    """What was found."""

    review: tuple[Reviewed, ...]
    reachable: Reachable


@dataclass(frozen=True, slots=True)
class StudyBroke:
    """Nothing was found: why, one line for the log."""

    why: str


StudyEnd: TypeAlias = StudyDone | StudyBroke


class Study:
    """A match that is looked at again beside the frame loop.

    Attributes:
        share: How much is done, 0 to 1, as last heard.
    """

    def __init__(self, course: Course, effort: Effort | None = None) -> None:
        """Begin at once; the match must be over."""
        self.share = 0.0
        spawn = get_context("spawn")
        here, there = spawn.Pipe()
        process = spawn.Process(target=_serve, args=(there,), daemon=True, name="study")
        process.start()
        there.close()
        deal = Deal(dict(course.content.files), course.scenario, course.seed, course.seats)
        task = deal, course.script, effort or Effort()
        # A deal is more than a pipe holds before its reader has woken up.
        Thread(target=_post, args=(here, task), daemon=True).start()
        self._process: BaseProcess = process
        self._line = here
        self._end: Callable[[], object] = finalize(self, _finish, process, here)

    def poll(self) -> StudyEnd | None:
        """Return what was found once it is there; `StudyBroke` if there will be nothing."""
        try:
            while self._line.poll():
                told = self._line.recv()
                if isinstance(told, StudyDone | StudyBroke):
                    self.close()
                    return told
                self.share = float(told)
        except (EOFError, OSError):
            self.close()
            return StudyBroke("its process ended")
        except Exception as error:  # noqa: BLE001 - pickle raises anything over what is garbled
            self.close()
            return StudyBroke(f"it can't be understood ({type(error).__name__})")
        return None

    def close(self) -> None:
        """End it, whether it was done or not."""
        self._end()


def studied(course: Course, effort: Effort, watch: Callable[[float], None]) -> StudyDone:
    """Return what search finds of a match that is over.

    Args:
        course: The match.
        effort: How thoroughly.
        watch: Hears how much of both is done, 0 to 1.
    """
    review = reviewed(
        course,
        effort.seed,
        effort.after_each,
        lambda share: watch(_REVIEW_SHARE * share),
        effort.lines,
    )
    rest = 1 - _REVIEW_SHARE
    ends = reachable(
        course, effort.games, effort.seed, lambda share: watch(_REVIEW_SHARE + rest * share)
    )
    return StudyDone(review, ends)


def _serve(line: Connection) -> None:
    """Take a match, study it, tell what was found; the process's whole life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    Thread(target=end_with_parent, daemon=True).start()
    try:
        deal, script, effort = line.recv()
        line.send(_found(deal, script, effort, line.send))
    except (EOFError, OSError):
        return


def _found(
    deal: Deal, script: Script, effort: Effort, tell: Callable[[float], None]
) -> StudyEnd:
    """Play a match over and study it; what goes wrong is told."""
    try:
        content = content_from_files(deal.files)
        course = Course(content, deal.scenario, deal.seed, deal.seats)
        follow(course, script)
        return studied(course, effort, tell)
    except (EOFError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the debrief stays without it
        return StudyBroke(f"{type(error).__name__}: {error}")


def _post(line: Connection, task: object) -> None:
    """Send the task, unless nobody listens any more."""
    try:
        line.send(task)
    except (OSError, ValueError):
        return


def _finish(process: BaseProcess, line: Connection) -> None:
    """End the process and all that hangs on it."""
    process.kill()
    process.join(_GRACE)
    line.close()
