"""The worker's own process: it plays a match over and lets its players think."""

import os
import signal
import time
from collections.abc import Sequence
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from threading import Thread
from typing import Final

from game.content import content_from_files
from game.engine.inject import Injection
from game.match.advising import advice_on
from game.match.course import Course
from game.match.worker_messages import (
    AdviceGiven,
    AdviseTask,
    Answer,
    Broke,
    Deal,
    Decided,
    Enough,
    Progress,
    Task,
)

_POLITE: Final = 5
"""By how much the process stands back behind the window, where systems know such a thing."""
_BEAT: Final = 0.05
"""Seconds between two looks at whether the search shall go on."""


def serve(line: Connection) -> None:
    """Take a deal, then do tasks until the other end hangs up; the process's whole life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    Thread(target=end_with_parent, daemon=True).start()
    try:
        deal: Deal = line.recv()
        files = content_from_files(deal.files)
        course = Course(files, deal.scenario, deal.seed, deal.seats)
        while True:
            message = line.recv()
            if not isinstance(message, Enough):
                line.send(_answer(course, message, _Watch(line, message.number)))
    except (EOFError, OSError):
        return


def follow(course: Course, script: Sequence[int | Injection]) -> None:
    """Bring a course to where decisions and injections lead, from where it stands."""
    done = course.script
    same = 0
    while same < min(len(done), len(script)) and done[same] == script[same]:
        same += 1
    while len(course.script) > same:
        course.take_back()
    for step in script[len(course.script) :]:
        if isinstance(step, Injection):
            course.inject(step)
        else:
            course.decide(step)


class _Watch:
    """Tells how far a task is, and hears whether it shall go on."""

    def __init__(self, line: Connection, number: int) -> None:
        self._line = line
        self._number = number
        self._told = time.monotonic()
        self._enough = False

    def __call__(self, share: float) -> bool:
        """Tell how much is done, 0 to 1, and return whether to go on."""
        now = time.monotonic()
        if now - self._told >= _BEAT:
            self._told = now
            self._line.send(Progress(self._number, share))
            while self._line.poll():
                told = self._line.recv()
                self._enough |= isinstance(told, Enough) and told.number == self._number
        return not self._enough


def _answer(course: Course, task: Task, watch: _Watch) -> Answer:
    """Do a task; what goes wrong in it is told, and ends nothing."""
    try:
        follow(course, task.script)
        if isinstance(task, AdviseTask):
            return AdviceGiven(task.number, advice_on(course, task.lines, watch))
        return Decided(task.number, course.computer_action(watch))
    except (EOFError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the match goes on without it
        return Broke(task.number, f"{type(error).__name__}: {error}")


def end_with_parent() -> None:
    """End at once when the window's process is gone."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
