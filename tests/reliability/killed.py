"""Real play in a process of its own, in three ways, until it is killed at a random moment.

    python -m tests.reliability.killed --kills 1000 --seed 1

kills so many, looks after each what is left, and prints what was found.
"""

import argparse
import io
import os
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from game.cli import main as command_line
from game.content import load_content
from game.match import Match, latest_unfinished, list_saved
from game.match.saved import saved_at
from game.paths import HOME_VARIABLE, data_path
from game.ui.scenes.title import TitleScene
from tests.reliability.real_window import RealWindow
from tests.reliability.soak import Soak

PLAIN, TERMINAL, WINDOW = WAYS = ("plain", "terminal", "window")
LONGEST = {PLAIN: 0.25, TERMINAL: 0.5, WINDOW: 1.2}
"""Seconds of play within which the kill falls."""
PLAYING = 0.9
"""Share of the kills that wait for a first decision; the others fall while all begins."""
MOST_SECONDS = 120.0
BROKE = 3


@dataclass(frozen=True)
class Left:
    """What a killed process left behind.

    Attributes:
        name: The journal's file name, or `None` when no decision was confirmed.
        confirmed: The actions of the decisions that stood when it last told.
        status: How it ended, as the system says.
        said: What it had to say, if it broke by itself.
    """

    name: str | None
    confirmed: tuple[int, ...]
    status: int
    said: str


def kill_one(way: str, home: Path, luck: Random, playing: float = PLAYING) -> Left:
    """Let a process play in a folder, kill it, and return what it told before."""
    here, there = os.pipe()
    seed = luck.randrange(1 << 30)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # no thread of ours holds a lock
        process = os.fork()
    if not process:
        os.close(here)
        _play(way, home, Random(seed), there)
    os.close(there)
    if luck.random() < playing:
        select.select([here], [], [], MOST_SECONDS)
    time.sleep(luck.random() * LONGEST[way])
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    with os.fdopen(here, "rb") as pipe:
        lines = pipe.read().decode("ascii", "replace").splitlines(keepends=True)
    told = [line.split() for line in lines if line.endswith("\n") and line.startswith("told ")]
    last = told[-1] if told else ["told", ""]
    broken = "".join(lines) if os.WIFEXITED(status) else ""
    return Left(last[1] or None, tuple(map(int, last[2:])), status, broken)


def _play(way: str, home: Path, luck: Random, pipe: int) -> None:
    """Play in this process until it is killed; it never returns."""
    os.environ[HOME_VARIABLE] = str(home)
    try:
        _tell_each_decision(pipe)
        while True:
            _PLAYS[way](home, luck)
    except BaseException:  # noqa: BLE001 - nothing may come back into the tests from here
        os.write(pipe, traceback.format_exc().encode("ascii", "replace")[-3000:])
    finally:
        os._exit(BROKE)


def _tell_each_decision(pipe: int) -> None:
    """Let every decision be told as soon as a player could believe that it is kept."""

    def telling(method: Callable[..., object]) -> Callable[..., object]:
        def told(match: Match, *arguments: object) -> object:
            result = method(match, *arguments)
            if match.path is not None and match.unsaved is None:
                actions = " ".join(str(entry.action) for entry in match.history)
                os.write(pipe, f"told {match.path.name} {actions}\n".encode("ascii"))
            return result

        return told

    Match.play = telling(Match.play)  # type: ignore[method-assign,assignment]
    Match.undo = telling(Match.undo)  # type: ignore[method-assign,assignment]


def _plainly(home: Path, luck: Random) -> None:
    content = load_content(data_path())
    seats = ("human", "human")
    match = Match.start(
        content, "lisbon-to-chicago", luck.randrange(1 << 40), seats, home / "data" / "matches"
    )
    while not match.over:
        if match.can_undo() and luck.random() < 0.2:
            match.undo()
        else:
            actions = match.view(match.to_move or 0).legal_actions()
            match.play(actions[luck.randrange(len(actions))])
    match.close()


class _Typing(io.TextIOBase):
    """Somebody who types without end."""

    def __init__(self, luck: Random) -> None:
        self._luck = luck

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        del size
        return self._luck.choice(_TYPED) + "\n"


def _in_a_terminal(home: Path, luck: Random) -> None:
    del home  # the variable names it
    sys.stdin = _Typing(luck)
    seats = ["--nato", "human", "--russia", luck.choice(("human", "random"))]
    seed = ["--seed", str(luck.randrange(1 << 40))]
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        code = command_line(["text", "--scenario", "lisbon-to-chicago", *seats, *seed])
    assert code == 0


def _in_the_window(home: Path, luck: Random) -> None:
    Soak(home, luck.randrange(1 << 30)).run(1)


_TYPED: Final[tuple[str, ...]] = ("", "undo", "status", "back", *"111122223456789")
_PLAYS = {PLAIN: _plainly, TERMINAL: _in_a_terminal, WINDOW: _in_the_window}

# ------------------------------------------------------------------------- what is left


def check(way: str, home: Path, left: Left) -> str:
    """Hold what is left against what was told; return in a word how it was found."""
    assert not os.WIFEXITED(left.status), left.said
    matches = home / "data" / "matches"
    if left.name is None:
        return _check_nothing_told(way, home)
    path = matches / left.name
    saved = saved_at(path)
    assert saved in list_saved(matches)
    kept = _kept(path)
    # The kill may have fallen between the saving and the telling: one step further.
    assert abs(len(kept) - len(left.confirmed)) <= 1, (kept, left)
    assert kept[: len(left.confirmed)] == left.confirmed[: len(kept)], (kept, left)
    if saved.verdict is not None:
        return "over"
    newest = latest_unfinished(matches)
    assert newest is not None
    _NEXT_STARTS[way](home, len(_kept(newest)))
    return "torn" if list(matches.glob("*.damaged*")) else "whole"


def _kept(path: Path) -> tuple[int, ...]:
    """Return the decisions of a save as the next start finds them."""
    match = Match.resume(path)
    match.close()
    return tuple(entry.action for entry in match.history)


def _check_nothing_told(way: str, home: Path) -> str:
    """The kill came before any decision was told: the next start must still be one."""
    kept = list_saved(home / "data" / "matches") if (home / "data" / "matches").is_dir() else ()
    assert all(len(_kept(saved.path)) <= 1 for saved in kept)
    if way == WINDOW:
        window = RealWindow(home)
        assert (window.scene.tree.find("continue") is not None) == bool(kept)
        window.close()
    return "nothing decided"


def _next_plain_start(home: Path, decided: int) -> None:
    path = latest_unfinished(home / "data" / "matches")
    assert path is not None
    match = Match.resume(path)
    assert len(match.history) == decided
    if match.to_move is not None:
        match.play(match.view(match.to_move).legal_actions()[0])
    match.close()
    assert match.unsaved is None
    assert len(_kept(path)) == decided + 1


def _next_start_in_a_terminal(home: Path, decided: int) -> None:
    path = latest_unfinished(home / "data" / "matches")
    assert path is not None
    stdin, sys.stdin = sys.stdin, io.StringIO("\nquit\nquit\nquit\n")
    said = io.StringIO()
    before = os.environ.get(HOME_VARIABLE)
    os.environ[HOME_VARIABLE] = str(home)
    try:
        with redirect_stdout(said):
            code = command_line(["text", "--resume"])
    finally:
        sys.stdin = stdin
        os.environ.pop(HOME_VARIABLE)
        if before is not None:
            os.environ[HOME_VARIABLE] = before
    assert code == 0, said.getvalue()
    assert len(_kept(path)) >= decided  # the computer may have moved, even ended it, meanwhile


def _next_window(home: Path, decided: int) -> None:
    window = RealWindow(home)
    try:
        assert isinstance(window.scene, TitleScene)
        window.click("continue")
        window.tick()
        if window.scene.dialog is not None:
            assert window.scene.dialog.id == "notice"
            window.press("Enter")
            window.tick()
        window.tick()
        match = window.scene.sitting.match  # type: ignore[attr-defined]
        assert len(match.history) >= decided
    finally:
        window.close()


_NEXT_STARTS = {
    PLAIN: _next_plain_start,
    TERMINAL: _next_start_in_a_terminal,
    WINDOW: _next_window,
}


def kills(count: int, seed: int, home: Path, playing: float = PLAYING) -> Counter[str]:
    """Kill so many processes, check what each left; return how often what was found.

    Args:
        count: How many.
        seed: Of the moments and of the play.
        home: A folder in which each gets a folder of its own.
        playing: The share of the kills that wait for a first decision.
    """
    luck = Random(seed)
    found: Counter[str] = Counter()
    for number in range(count):
        way = WAYS[number % len(WAYS)]
        folder = home / str(number)
        (folder / "data" / "matches").mkdir(parents=True)
        left = kill_one(way, folder, luck, playing)
        found[f"{way}: {check(way, folder, left)}"] += 1
        found["decisions"] += len(left.confirmed)
        shutil.rmtree(folder)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
    with tempfile.TemporaryDirectory() as home:
        print(dict(kills(options.kills, options.seed, Path(home))))  # noqa: T201


if __name__ == "__main__":
    main()
