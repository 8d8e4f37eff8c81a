"""A worker process that thinks beside the frame loop: asked, polled, never waited for.

Whatever happens to the process, killed, hung, talking nonsense, ends in a `Broke`; the next
question begins a new one. It dies with the program, and with the `Worker` that owns it.
"""

import contextlib
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Thread
from typing import Final, TypeAlias
from weakref import finalize

from game.engine import View
from game.match.course import Course
from game.match.worker_messages import (
    AdviceGiven,
    AdviseTask,
    Answer,
    Broke,
    Deal,
    Decided,
    DecideTask,
    Enough,
    Progress,
    Task,
)
from game.match.worker_process import serve
from game.players.advice import Advice

Outbox: TypeAlias = SimpleQueue[Deal | Task | Enough | None]
"""What is still to be sent, in order; `None` ends it."""

PATIENCE: Final = 30.0
"""Seconds without a sign of life after which a process counts as hung."""
_AT_ONCE: Final = 50
"""Messages that are read at once: a process gone mad must not hold up a frame."""
_GRACE: Final = 1.0
"""Seconds that a killed process has to be gone."""


class Worker:
    """One match's worker process, begun when it is first asked.

    Attributes:
        share: How much of the task in hand is done, 0 to 1, as last heard.
        patience: Seconds without a sign of life that are put up with.
    """

    def __init__(self, course: Course, patience: float = PATIENCE) -> None:
        """Take note of a match; no process is begun yet."""
        self.share = 0.0
        self.patience = patience
        self._course = course
        self._task: Task | None = None
        self._numbers = 0
        self._heard = 0.0
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._outbox: Outbox | None = None
        self._end: Callable[[], object] | None = None

    @property
    def busy(self) -> bool:
        """Whether a task is in hand."""
        return self._task is not None

    @property
    def process_id(self) -> int | None:
        """The number of the process, while there is one."""
        return None if self._process is None else self._process.pid

    def prepare(self) -> None:
        """Begin the process, so that the first question need not wait for it.

        Where the system has no room for another one, the next question finds none.
        """
        if self._process is not None and self._process.is_alive():
            return
        self.close()
        with contextlib.suppress(OSError, RuntimeError):
            self._begin()

    def _begin(self) -> None:
        """Begin the process, its line and its outbox."""
        spawn = get_context("spawn")
        here, there = spawn.Pipe()
        process = spawn.Process(target=serve, args=(there,), daemon=True, name="thinking")
        process.start()
        there.close()
        course = self._course
        outbox: Outbox = SimpleQueue()
        outbox.put(Deal(dict(course.content.files), course.scenario, course.seed, course.seats))
        # A deal is more than a pipe holds before its reader has woken up.
        Thread(target=_post, args=(here, outbox), daemon=True).start()
        self._process, self._line, self._outbox = process, here, outbox
        self._end = finalize(self, _finish, process, here, outbox)

    def decide(self) -> None:
        """Ask the computer's player who is to decide."""
        self._ask(DecideTask(self._next(), self._course.script))

    def advise(self, lines: int) -> None:
        """Ask for advice for the side that is to decide.

        Args:
            lines: How many lines to play on.
        """
        self._ask(AdviseTask(self._next(), self._course.script, lines))

    def enough(self) -> None:
        """Tell the process to answer with what it has found so far."""
        if self._task is not None:
            self._send(Enough(self._task.number))

    def poll(self) -> Answer | None:
        """Return the answer once it is there; `Broke` if there will be none."""
        task = self._task
        if task is None:
            return None
        try:
            for _ in range(_AT_ONCE):
                if self._line is None or not self._line.poll():
                    break
                told = self._line.recv()
                self._heard = time.monotonic()
                answer = self._take(told, task)
                if answer is not None:
                    return answer
        except (EOFError, OSError):
            return self._give_up(task, "its process ended")
        except Exception as error:  # noqa: BLE001 - pickle raises anything over what is garbled
            return self._give_up(task, f"it can't be understood ({type(error).__name__})")
        if self._process is None or not self._process.is_alive():
            return self._give_up(task, "its process ended")
        if time.monotonic() - self._heard > self.patience:
            return self._give_up(task, "its process gave no sign of life")
        return None

    def cancel(self) -> None:
        """Forget the task; the process is ended, for it can't be interrupted safely."""
        if self._task is not None:
            self._task = None
            self.close()

    def close(self) -> None:
        """End the process, if there is one. The worker can be asked again."""
        self._task = None
        if self._end is not None:
            self._end()
        self._end = self._process = self._line = self._outbox = None

    def _next(self) -> int:
        self._numbers += 1
        return self._numbers

    def _ask(self, task: Task) -> None:
        """Put a task; an earlier one is forgotten."""
        self.cancel()
        self.prepare()
        self.share = 0.0
        self._task = task
        self._heard = time.monotonic()
        self._send(task)

    def _send(self, message: Task | Enough) -> None:
        """Send a message; that nobody is there is noticed when the answer is polled."""
        if self._outbox is not None:
            self._outbox.put(message)

    def _take(self, told: object, task: Task) -> Answer | None:
        """Return an answer that can be believed, or `None` for what is none."""
        if isinstance(told, Progress):
            if told.number == task.number:
                self.share = min(1.0, max(0.0, told.share))
            return None
        if not isinstance(told, Decided | AdviceGiven | Broke):
            return self._give_up(task, "it gave no answer that makes sense")
        if told.number != task.number:
            return None
        if isinstance(told, Broke):
            self._task = None
            return told
        if not self._believable(told, task):
            return self._give_up(task, "it gave no answer that makes sense")
        self._task = None
        return told

    def _believable(self, told: Decided | AdviceGiven, task: Task) -> bool:
        """Say whether an answer fits the question and the position."""
        side = self._course.to_move
        if side is None:
            return False
        view = self._course.view(side)
        if isinstance(told, Decided):
            return isinstance(task, DecideTask) and _is_legal(view, told.action)
        return isinstance(task, AdviseTask) and _fits(view, told.advice)

    def _give_up(self, task: Task, why: str) -> Broke:
        """End the process and return that the task failed."""
        self.close()
        return Broke(task.number, why)


def _is_legal(view: View, action: object) -> bool:
    """Say whether somebody's answer is an action that can be done."""
    return type(action) is int and action in view.legal_actions()


def _fits(view: View, advice: object) -> bool:
    """Say whether advice is about the decision in hand."""
    return (
        isinstance(advice, Advice)
        and advice.side == view.side
        and advice.decision == view.decision
        and bool(advice.moves)
        and all(one.package or _is_legal(view, one.action) for one in advice.moves)
    )


def _post(line: Connection, outbox: Outbox) -> None:
    """Send what is put into the outbox, until the end or until nobody listens."""
    while (message := outbox.get()) is not None:
        try:
            line.send(message)
        except (OSError, ValueError):
            return


def _finish(process: BaseProcess, line: Connection, outbox: Outbox) -> None:
    """End a process and all that hangs on it."""
    process.kill()
    process.join(_GRACE)
    outbox.put(None)
    line.close()
