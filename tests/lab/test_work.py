"""Many games, whoever plays them: the same results in the same order."""

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from game.lab import Crew, play_all, work
from game.lab.play import play
from tests.lab.conftest import fixtures, quiet

NOBODY = "tcp://127.0.0.1:9"
"""An address at which no cluster answers."""


def test_the_results_are_the_same_for_any_number_of_jobs(content):
    every = fixtures(content, count=7)

    alone = play_all(every, [content], Crew(), quiet)

    assert alone == play_all(every, [content], Crew(2), quiet)
    assert [one.fixture for one in alone.accounts] == every
    assert alone.whole


def test_another_content_travels_with_the_work(content):
    calm = replace(
        content,
        scenarios={k: replace(s, tension=2) for k, s in content.scenarios.items()},
        fingerprint="calm",
    )
    both = fixtures(content, count=2) + fixtures(content, count=2, edition=1)

    found = play_all(both, [content, calm], Crew(2), quiet).accounts

    assert [one.positions[0].tension for one in found] == [5, 5, 2, 2]


def test_every_game_is_told_of(content):
    told: list[int] = []

    play_all(fixtures(content, count=3), [content], Crew(), told.append)

    assert told == [1, 2, 3]


def test_an_interrupt_keeps_what_was_played(content):
    def stop(done):
        if done == 2:
            raise KeyboardInterrupt

    found = play_all(fixtures(content, count=5), [content], Crew(), stop)

    assert len(found.accounts) == 2
    assert found.wanted == 5
    assert not found.whole


def test_an_interrupt_lets_games_under_way_come_to_their_end(content):
    calls = []

    def stop(done):
        calls.append(done)
        if len(calls) == 1:
            raise KeyboardInterrupt

    every = fixtures(content, count=30)
    found = play_all(every, [content], Crew(2), stop)

    assert 1 <= len(found.accounts) < 30
    assert {one.fixture for one in found.accounts} <= set(every)


def test_a_lost_process_loses_no_result(content, tmp_path, monkeypatch):
    pools = []

    class Dying(ProcessPoolExecutor):
        def __init__(self, *arguments):
            super().__init__(*arguments)
            pools.append(self)

    def kill_one(done):
        if done == 2 and len(pools) == 1:
            victim = next(iter(pools[0]._processes.values()))
            assert victim.pid is not None
            os.kill(victim.pid, signal.SIGTERM)

    monkeypatch.setattr(work, "ProcessPoolExecutor", Dying)
    every = fixtures(content, count=24)

    found = play_all(every, [content], Crew(2), kill_one)

    assert len(pools) == 2
    assert found == play_all(every, [content], Crew(), quiet)


def test_what_a_process_is_handed_with_a_game_never_fills_a_pipe(content, monkeypatch):
    """A pool that writes to a process that has died must not wait for it for ever."""
    sizes = []

    class Weighing(ProcessPoolExecutor):
        def submit(self, *arguments, **named):
            sizes.append(len(pickle.dumps((arguments, named))))
            return super().submit(*arguments, **named)

    monkeypatch.setattr(work, "ProcessPoolExecutor", Weighing)

    play_all(fixtures(content, count=3), [content], Crew(2), quiet)

    assert len(sizes) == 3
    assert max(sizes) < 4096


def test_processes_that_keep_dying_are_given_up(content, monkeypatch):
    @contextmanager
    def broken(_crew, _parcels):
        class Broken(ThreadPoolExecutor):
            def submit(self, *_arguments, **_named):
                raise BrokenProcessPool

        with Broken(1) as pool:
            yield pool, 2

    monkeypatch.setattr(work, "_executor", broken)

    with pytest.raises(work.WorkersLostError):
        play_all(fixtures(content, count=2), [content], Crew(2), quiet)


def test_the_gist_of_a_game_is_how_it_ended(content):
    (whole,) = fixtures(content, count=1)
    (short,) = fixtures(content, count=1, gist=True)
    full, gist = play(whole, content), play(short, content)

    assert gist.outcome == full.outcome
    assert gist.joint_sum == full.joint_sum
    assert gist.decisions == full.decisions
    assert len(pickle.dumps(gist)) < len(pickle.dumps(full)) / 2


def test_what_was_played_before_the_workers_were_lost_is_kept(content, monkeypatch):
    every = fixtures(content, count=4)

    def lose_all(_fixtures, contents, _crew, _watch, done):
        done[0] = play(every[0], contents[0])
        raise work.WorkersLostError("all gone")

    monkeypatch.setattr(work, "_play_by_many", lose_all)

    found = play_all(every, [content], Crew(2), quiet)

    assert [one.fixture for one in found.accounts] == every[:1]
    assert found.trouble == "all gone"


def test_a_game_that_fails_is_told_of_and_the_others_go_on(content, monkeypatch):
    def stumble(fixture, content):
        if fixture.deal == 2:
            raise ValueError("what\nnow")
        return play(fixture, content)

    monkeypatch.setattr(work, "play", stumble)
    every = fixtures(content, count=3)

    found = play_all(every, [content], Crew(), quiet)

    assert [one.fixture for one in found.accounts] == [every[0], every[2]]
    assert found.faults == (work.Fault(every[1], "ValueError: what"),)
    assert not found.whole


def test_a_worker_of_another_version_is_refused(content):
    parcel = replace(work._Parcel.of(content), version="0.0.1")

    with pytest.raises(work.ClusterError, match=r"version .* not 0\.0\.1"):
        work._play_parcel(fixtures(content, count=1)[0], parcel)


def test_a_game_rests_on_nothing_that_was_played_before(content):
    first, second = fixtures(content, count=2)

    alone = play(second, content)
    play(first, content)

    assert play(second, content) == alone


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A real scheduler and two workers, as a cluster has them, on this machine."""
    pytest.importorskip("distributed")
    tmp_path = tmp_path_factory.mktemp("cluster")
    running: list[subprocess.Popen[bytes]] = []

    def start(*arguments):
        with (tmp_path / f"{len(running)}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", *arguments], stdout=log, stderr=log, cwd=Path.cwd()
            )
        running.append(process)
        return process

    file = tmp_path / "scheduler.json"
    start(
        *("dask", "scheduler", "--host", "127.0.0.1", "--port", "0"),
        *("--no-dashboard", "--scheduler-file", str(file)),
    )
    _until(lambda: file.exists() and file.stat().st_size > 0)
    workers = [
        start(
            *("dask", "worker", "--scheduler-file", str(file), "--nthreads", "1"),
            *("--no-nanny", "--no-dashboard", "--local-directory", str(tmp_path)),
        )
        for _ in range(2)
    ]
    yield json.loads(file.read_text(encoding="utf-8"))["address"], workers
    for process in reversed(running):  # workers first: they would wait for their scheduler
        process.kill()
        process.wait()


def _until(holds):
    """Wait until something holds, half a minute at the most."""
    for _ in range(300):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("it never came to hold")


def test_a_cluster_gives_the_same_as_one_process(content, cluster):
    address, _ = cluster
    every = fixtures(content, count=6)

    found = play_all(every, [content], Crew(cluster=address), quiet)

    assert found == play_all(every, [content], Crew(), quiet)


def test_a_lost_worker_of_a_cluster_loses_no_result(content, cluster):
    address, workers = cluster
    every = fixtures(content, count=20)

    def kill_one(done):
        if done == 3:
            workers[0].kill()

    found = play_all(every, [content], Crew(cluster=address), kill_one)

    assert workers[0].poll() is not None
    assert found == play_all(every, [content], Crew(), quiet)


def test_where_no_cluster_answers_one_line_says_so(content, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr(work, "PATIENCE", 1)

    with pytest.raises(work.ClusterError, match="no cluster answers"):
        play_all(
            fixtures(content, count=1), [content], Crew(cluster="tcp://127.0.0.1:9"), quiet
        )


def test_without_the_package_one_line_says_what_to_install(content, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(work.ClusterError, match=r"defend-together\[cluster\]"):
        play_all(
            fixtures(content, count=1), [content], Crew(cluster="tcp://127.0.0.1:9"), quiet
        )
