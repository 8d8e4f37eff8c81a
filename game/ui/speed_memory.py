"""What match after match leaves behind in one window: how much the process grows.

In a process of its own matches of two rounds are shown screen by screen, from the deal to the
verdict, by two people, or a person and the computer; people decide by lot. After the first of
them all that is drawn once and kept is there; what comes on top of that counts.
"""

import gc
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from random import Random
from typing import Any, Final

from game.content import Content, load_content
from game.lab.speed.resident import resident
from game.match import HUMAN, Match
from game.ui.app import App
from game.ui.scene import Scene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.reveal import RevealScene
from game.ui.scenes.thinking import ThinkingScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.sitting import Sitting
from game.ui.theme import Theme
from game.words import Words

MATCHES: Final = 50
WARM: Final = 15
"""Matches after which what is kept on purpose is there."""
_SCENARIO: Final = "first-council"
_SEATS: Final = ((HUMAN, "random"), (HUMAN, HUMAN), ("greedy", HUMAN))
_MEGABYTE: Final = 1 << 20
_LOOKED: Final = 10
"""Matches over which the most counts: what the allocator keeps goes up and down."""


@dataclass(frozen=True, slots=True)
class MatchMemory:
    """Megabytes that the process held.

    Attributes:
        held: After each match.
        warm: How many matches come before what counts.
    """

    held: tuple[float, ...]
    warm: int

    @property
    def before(self) -> float:
        """The most at the end of the first matches."""
        return max(self.held[: self.warm][-_LOOKED:])

    @property
    def after(self) -> float:
        """The most at the end of all."""
        return max(self.held[-_LOOKED:])

    @property
    def grown(self) -> float:
        """By how many megabytes it grew."""
        return self.after - self.before

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as plain values for JSON."""
        found = {"before": self.before, "after": self.after, "grown": self.grown}
        return asdict(self) | found


def match_memory(matches: int = MATCHES, warm: int = WARM) -> MatchMemory:
    """Show matches in a process of its own and return what it held after each.

    Raises:
        AbsentError: The system doesn't tell a process's memory.
        NoScreenError: There is no screen to open a window on.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        held = process.submit(held_after, matches).result()
    return MatchMemory(held, warm)


def held_after(matches: int) -> tuple[float, ...]:
    """Show so many matches in one window; return the megabytes held after each."""
    content = load_content()
    app = App(Scene(), caption="", size=(1280, 720), theme=Theme())
    held = []
    try:
        for number in range(matches):
            show_match(app, content, number)
            gc.collect()
            held.append(resident() / _MEGABYTE)
    finally:
        app.close()
    return tuple(held)


def show_match(app: App, content: Content, number: int) -> None:
    """Show a match to its verdict, each person's choices by lot."""
    luck = Random(number)
    match = Match(content, _SCENARIO, number, _SEATS[number % len(_SEATS)])
    sitting = Sitting(match, Words(content))
    app.show(sitting.next_scene())
    while not isinstance(app.scene, VerdictScene):
        app.tick(0.3)
        _deal(app, sitting, luck)
    app.tick(0.3)
    sitting.leave()


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
    app.show(sitting.next_scene())


def memory_lines(memory: MatchMemory) -> list[str]:
    """Return the figures as lines for a person."""
    return [
        f"after {memory.warm} matches {memory.before:.0f} MB, after {len(memory.held)} "
        f"{memory.after:.0f} MB: {memory.grown:+.0f} MB",
        f"(resident memory; each the most after one of the last {_LOOKED} of them)",
    ]
