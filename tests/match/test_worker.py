"""The worker process: it answers as the match itself would, and its end ends nothing else."""

import sys
import time
from multiprocessing import Pipe
from pathlib import Path
from subprocess import PIPE, Popen
from threading import Thread

import pytest

from game.match import Match
from game.match.advising import advice_on, simple_action
from game.match.worker import Worker
from game.match.worker_messages import AdviceGiven, Broke, Decided, Progress
from game.match.worker_process import follow

ROOT = Path(__file__).parents[2]
SEATS = ("search:3", "search:1")
MOST_SECONDS = 60.0
ENDLESS = 10_000_000


@pytest.fixture
def match(content):
    match = Match.start(content, "lisbon-to-chicago", 5, SEATS)
    play(match, 2)
    return match


@pytest.fixture
def worker(match):
    worker = Worker(match)
    yield worker
    worker.close()


def answered(worker):
    """Return the worker's answer, asking again and again as a frame loop does."""
    end = time.monotonic() + MOST_SECONDS
    while time.monotonic() < end:
        answer = worker.poll()
        if answer is not None:
            return answer
        time.sleep(0.005)
    raise AssertionError("no answer came")


def process_of(worker):
    """Return the process of a worker that has begun one."""
    assert worker._process is not None
    return worker._process


def play(match, decisions):
    for _ in range(decisions):
        match.play(match.computer_action())


def test_it_decides_as_the_match_itself_does(match, worker):
    for _ in range(12):
        expected = match.computer_action()
        worker.decide()
        answer = answered(worker)
        assert isinstance(answer, Decided)
        assert answer.action == expected
        match.play(answer.action)


def test_it_advises_as_the_match_itself_does(content):
    match = Match.start(content, "lisbon-to-chicago", 5, ("human", "search:1"))
    match.play(match.view(0).legal_actions()[0])
    match.play(match.computer_action())
    worker = Worker(match)
    worker.advise(60)

    answer = answered(worker)

    assert isinstance(answer, AdviceGiven)
    assert answer.advice == advice_on(match, 60)
    worker.close()


def test_it_follows_what_was_taken_back(content):
    match = Match.start(content, "lisbon-to-chicago", 5, SEATS)
    twin = Match.start(content, "lisbon-to-chicago", 5, SEATS)
    play(match, 8)
    follow(twin, [entry.action for entry in match.history])
    assert twin.truth.v == match.truth.v
    for _ in range(3):
        match.take_back()
    play(match, 1)

    follow(twin, [entry.action for entry in match.history])

    assert twin.truth.v == match.truth.v
    assert len(twin.history) == 6


def test_the_window_never_waits_for_it(match, worker):
    worker.prepare()
    worker.advise(ENDLESS)

    # To wait for an answer to this would be to wait for ever.
    for _ in range(60):
        assert worker.poll() is None
        time.sleep(0.01)

    assert worker.busy


def test_it_tells_how_far_it_is_and_stops_when_that_is_enough(match, worker):
    play(match, 6)
    worker.advise(20_000)
    while worker.share == 0.0:
        assert worker.poll() is None
        time.sleep(0.01)

    worker.enough()
    answer = answered(worker)

    assert isinstance(answer, AdviceGiven)
    assert 0 < answer.advice.lines < 20_000


def test_a_patient_player_decides_when_that_is_enough(content):
    match = Match.start(content, "lisbon-to-chicago", 5, ("search:patient:hawk", "search:1"))
    play(match, 2)
    worker = Worker(match)
    worker.decide()
    begun = time.monotonic()
    while worker.share == 0.0 and time.monotonic() < begun + MOST_SECONDS:
        assert worker.poll() is None
        time.sleep(0.01)

    worker.enough()

    assert isinstance(answered(worker), Decided)
    worker.close()


def test_a_task_that_is_cancelled_is_gone_at_once(match, worker):
    worker.advise(ENDLESS)
    process = process_of(worker)

    worker.cancel()

    assert not worker.busy
    assert worker.poll() is None
    assert not process.is_alive()


def test_after_a_cancel_it_can_be_asked_again(match, worker):
    worker.advise(ENDLESS)
    worker.cancel()
    worker.decide()

    assert isinstance(answered(worker), Decided)


def test_a_process_that_is_killed_is_told_and_the_next_one_answers(match, worker):
    worker.advise(ENDLESS)
    first = worker.process_id
    process_of(worker).kill()

    answer = answered(worker)

    assert isinstance(answer, Broke)
    assert "ended" in answer.why
    worker.decide()
    assert isinstance(answered(worker), Decided)
    assert worker.process_id != first


def test_a_process_that_gives_no_sign_of_life_is_given_up(match):
    worker = Worker(match, patience=0.0)
    worker.advise(ENDLESS)
    process = process_of(worker)

    answer = answered(worker)

    assert isinstance(answer, Broke)
    assert "no sign of life" in answer.why
    assert not process.is_alive()


@pytest.mark.parametrize(
    "nonsense",
    [
        "hello",
        None,
        Decided(1, -5),
        Decided(1, "accept"),  # type: ignore[arg-type]
        Decided(1, 1 << 40),
        AdviceGiven(1, "well"),  # type: ignore[arg-type]
        Broke,
    ],
)
def test_an_answer_that_makes_no_sense_is_not_believed(match, worker, nonsense):
    said = told(worker, nonsense)

    assert isinstance(said, Broke)
    assert "sense" in said.why
    assert not worker.busy


def test_an_answer_to_an_earlier_question_is_passed_over(match, worker):
    assert told(worker, Decided(0, match.computer_action())) is None


def test_progress_is_held_between_nothing_and_all(match, worker):
    assert told(worker, Progress(1, 7.5)) is None
    assert worker.share == 1.0


def test_garbled_bytes_end_the_process_and_nothing_else(match, worker):
    worker.decide()
    here, there = Pipe()
    worker._line = here
    there.send_bytes(b"\x80\x05nonsense")

    answer = worker.poll()

    assert isinstance(answer, Broke)
    assert "understood" in answer.why


def told(worker, message):
    """Return what a worker makes of a message in place of its process's answer."""
    worker.decide()
    here, there = Pipe()
    worker._line = here
    there.send(message)
    return worker.poll()


def test_it_ends_with_its_owner(match):
    worker = Worker(match)
    worker.prepare()
    process = process_of(worker)
    assert process.is_alive()

    del worker

    assert not process.is_alive()


def test_a_simple_move_needs_no_thought(match):
    for _ in range(10):
        action = simple_action(match)
        assert match.view(match.to_move).why_not(action) is None
        match.play(action)


WINDOW = """
import time
from game.content import load_content
from game.match import Match
from game.match.worker import Worker

match = Match.start(load_content(), "lisbon-to-chicago", 5, ("search:1", "search:1"))
for _ in range(2):
    match.play(match.computer_action())
worker = Worker(match)
worker.advise(10_000_000)
while not worker.share:
    assert worker.poll() is None
    time.sleep(0.01)
print("thinking", flush=True)
time.sleep(600)
"""


def test_it_dies_with_a_window_that_is_killed():
    # What the window writes to is the process's too: it ends when both are gone.
    with Popen([sys.executable, "-c", WINDOW], stdout=PIPE, cwd=ROOT) as window:
        assert window.stdout is not None
        assert window.stdout.readline().strip() == b"thinking"
        window.kill()
        end = Thread(target=window.stdout.read, daemon=True)
        end.start()
        end.join(MOST_SECONDS)

        assert not end.is_alive()
