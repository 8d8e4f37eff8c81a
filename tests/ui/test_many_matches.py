"""Many matches in one window: what one leaves behind is little and has an end."""

import gc
import sys
from pathlib import Path
from random import Random

import pytest

from game.match import Match
from game.ui.app import App
from game.ui.scene import Replace, Scene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.reveal import RevealScene
from game.ui.scenes.thinking import ThinkingScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.sitting import Sitting
from game.ui.theme import Theme
from game.words import Words
from tests.ui.board_match import content

MATCHES = 50
WARM = 15
"""Matches after which caches are full."""
MOST_GROWTH = 60
"""Megabytes from then on: what the allocator keeps goes up and down by about half of it."""
SEATS = (("human", "random"), ("human", "human"), ("greedy", "human"))


def resident() -> int:
    """Return the megabytes that this process holds in memory."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) // 1024


def play(app: App, number: int) -> None:
    """Play a match to its verdict on the screen, each side's choices by chance."""
    luck = Random(number)
    match = Match(content(), "first-council", number, SEATS[number % len(SEATS)])
    sitting = Sitting(match, Words(content()))
    app._go(Replace(sitting.next_scene()))
    while not isinstance(app.scene, VerdictScene):
        app.tick(0.3)
        _deal(app, sitting, luck)
    app.tick(0.3)


def _deal(app: App, sitting: Sitting, luck: Random) -> None:
    """Deal with the screen that is shown."""
    scene, match = app.scene, sitting.match
    if isinstance(scene, VerdictScene):
        return
    if isinstance(scene, ThinkingScene) or (isinstance(scene, Scene) and scene.passing):
        app.tick(0.8)
        return
    if isinstance(scene, RevealScene):
        sitting.shown()
    elif isinstance(scene, CurtainScene):
        sitting.lift(scene.side)
    elif match.to_move is not None and match.is_human(match.to_move):
        sitting.play(luck.choice(list(match.view(match.to_move).legal_actions())))
    app._go(Replace(sitting.next_scene()))


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="asks the system how much memory it has")
def test_memory_is_flat_after_fifty_matches():
    app = App(Scene(), caption="Defend Together", size=(1280, 720), theme=Theme())
    held = []
    try:
        for number in range(MATCHES):
            play(app, number)
            gc.collect()
            held.append(resident())
    finally:
        app.close()

    assert max(held[-10:]) - max(held[WARM - 10 : WARM]) < MOST_GROWTH, held
