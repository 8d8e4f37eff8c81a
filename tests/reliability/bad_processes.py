"""What may stand in the place of the thinking process: each goes wrong in its own way.

They are begun as the real one is: by name, in a fresh process.
"""

import os
import resource
import signal
import time

from game.match.worker_messages import AdviceGiven, Broke, Decided, Progress
from game.match.worker_process import serve


def dies_at_once(line):
    os._exit(1)


def is_killed_while_it_thinks(line):
    line.recv()
    line.recv()
    os.kill(os.getpid(), signal.SIGKILL)


def hangs(line):
    time.sleep(600)


def stands_still(line):
    os.kill(os.getpid(), signal.SIGSTOP)


def has_no_memory_left(line):
    """Think as the real one does, with room for hardly more than has been taken already."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        pages = int(file.read().split()[0])
    room = pages * resource.getpagesize() + (1 << 20)
    resource.setrlimit(resource.RLIMIT_AS, (room, room))
    serve(line)


def talks_garbage(line):
    line.recv()
    number = line.recv().number
    line.send_bytes(b"\x80\x05 no pickle of ours" + bytes([number % 256]))
    time.sleep(600)


def decides_what_is_not_legal(line):
    line.recv()
    while True:
        line.send(Decided(line.recv().number, -5))


def answers_something_else(line):
    line.recv()
    while True:
        line.send(AdviceGiven(line.recv().number, "trust me"))  # type: ignore[arg-type]


def says_that_it_failed(line):
    line.recv()
    while True:
        line.send(Broke(line.recv().number, "MemoryError: "))


def never_stops_talking(line):
    line.recv()
    number = line.recv().number
    while True:
        line.send(Progress(number, 0.5))


FAST = (
    dies_at_once,
    is_killed_while_it_thinks,
    has_no_memory_left,
    talks_garbage,
    decides_what_is_not_legal,
    answers_something_else,
    says_that_it_failed,
)
SILENT = (hangs, stands_still)
