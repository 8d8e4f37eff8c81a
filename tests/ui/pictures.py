"""Makes the README's pictures again, from real matches: ``python -m tests.ui.pictures``."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from game.engine import View
from game.match import Match
from game.ui.scene import Scene
from game.ui.scenes.board import BoardScene
from game.ui.scenes.council import CouncilScene
from game.ui.scenes.crisis import CrisisScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.sitting import Sitting
from game.words import Words
from tests.ui.board_match import content
from tests.ui.pilot import Pilot

FOLDER = Path(__file__).parents[2] / "assets" / "screenshots"
SIZE = (1600, 900)
SEATS = ("reciprocator", "greedy")
HUMANS = ("human", "human")
_SMALL = ("-strip", "-define", "png:compression-level=9", "-define", "png:compression-filter=0")


@cache
def played(seed: int) -> Match:
    """Return a match of two computers, played to its end."""
    match = Match.start(content(), "long-negotiation", seed, SEATS)
    while not match.over:
        match.play(match.computer_action())
    return match


def brought(match: Match, wanted: Callable[[View], bool]) -> Sitting:
    """Return the sitting of a person at NATO's first decision that is as wanted."""
    for number in range(len(match.history)):
        branch = Match.branch(match, number, HUMANS)
        if branch.to_move == 0 and wanted(branch.view(0)):
            return _seated(branch)
    raise AssertionError("no such decision came")


def _seated(match: Match) -> Sitting:
    sitting = Sitting(match, Words(content()))
    for side in (1, 0):
        sitting.lift(side)
        sitting.told()
    sitting.shown()
    return sitting


def at(decision: str, number: int) -> Callable[[View], bool]:
    """Return the test for a decision of a round."""
    return lambda view: (view.decision, view.round) == (decision, number)


def board() -> Scene:
    return BoardScene(brought(played(5), at("card", 5)))


def council() -> Scene:
    return CouncilScene(brought(played(3), at("draft", 6)))


def crisis() -> Scene:
    return CrisisScene(brought(played(7), at("crisis", 3)))


def verdict() -> Scene:
    return VerdictScene(Sitting(played(5), Words(content())))


def debrief() -> Scene:
    scene = DebriefScene(played(5), "en")
    scene.chapter = "beliefs"
    return scene


PICTURES: dict[str, tuple[Callable[[], Scene], tuple[str, ...]]] = {
    "board": (board, ()),
    "council": (council, ("tab:ask", "term:58", "tab:offer", "term:29", "tab:table")),
    "crisis": (crisis, ()),
    "verdict": (verdict, ()),
    "debrief": (debrief, ()),
}
"""Each picture's screen, and what is clicked on it before it is taken."""


def take(name: str, path: Path) -> None:
    """Save one picture, in fewer bytes where ImageMagick is there."""
    scene, clicks = PICTURES[name]
    with Pilot(scene(), size=SIZE, patient=True) as window:
        for ident in clicks:
            window.click(ident)
        window.move_to((1, 300))
        window.settle()
        window.assert_fits()
        window.screenshot(path)
    if convert := shutil.which("convert"):
        subprocess.run([convert, str(path), *_SMALL, str(path)], check=True)


if __name__ == "__main__":
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for one in sys.argv[1:] or PICTURES:
        take(one, FOLDER / f"{one}.png")
