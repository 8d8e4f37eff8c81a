"""On every screen: what is pointed at comes to look so within 90 ms, and then all rests.

A card is lifted besides, which takes a little longer.
"""

import pygame
import pytest

from game.ui.motion import HOVER, LIFT
from game.ui.widgets.button import Button
from game.ui.widgets.card import CardWidget
from game.ui.widgets.easing import Easing
from tests.ui.every_scene import SCENES
from tests.ui.pilot import Pilot

FRAME = 1 / 60
FRAMES = 12
MOVING = {"watch", "curtain"}
"""Screens on which something else moves meanwhile, or nothing can be pressed but held."""


def kinds(player: Pilot) -> dict[str, Easing]:
    """Return one widget of each kind that looks different when it is pointed at."""
    found: dict[str, Easing] = {}
    for widget in player.scene.tree.walk():
        if not isinstance(widget, Easing) or not widget.warms or not widget.id:
            continue
        stands_out = any(
            getattr(widget, word, False)
            for word in ("barred", "selected", "picked", "chosen", "focused")
        )
        path = player.scene.tree._path(widget.rect.center)
        if not stands_out and path and path[-1] is widget:
            found.setdefault(type(widget).__name__, widget)
    return found


def picture(player: Pilot) -> bytes:
    return pygame.image.tobytes(player.app._window, "RGB")


def looks(player: Pilot) -> list[bytes]:
    """Return the window after each frame of the time that a hover takes, and a few more."""
    found = []
    for _ in range(FRAMES):
        player.tick(FRAME)
        found.append(picture(player))
    return found


@pytest.mark.parametrize("name", [name for name in SCENES if name not in MOVING])
def test_what_is_pointed_at_looks_so_in_time_and_then_all_rests(pilot, name):
    player = pilot(SCENES[name](), still=False)
    player.settle(3)
    away = (player.scene.size[0] - 1, 2)
    player.move_to(away)
    player.settle(0.3)
    assert player.scene.wake() != 0.0
    for kind, widget in kinds(player).items():
        rest = picture(player)
        player.move_to(widget.rect.center)
        shown = looks(player)
        assert len({rest, *shown}) > 3, f"{kind} {widget.id} changes in no steps"
        time = LIFT if isinstance(widget, CardWidget) else HOVER
        assert len(set(shown[round(time / FRAME) + 1 :])) == 1, f"{kind} goes on"
        player.scene.damage.whole()
        player.tick(0.0)
        assert picture(player) == shown[-1], f"{kind} {widget.id} paints beyond its part"
        player.move_to(away)
        assert looks(player)[-1] == rest, f"{kind} {widget.id} doesn't look as before"
        before = player.app.pictures
        player.tick(FRAME)
        assert player.app.pictures == before, f"{kind} is drawn again at rest"


def test_buttons_and_many_other_kinds_are_among_them(pilot):
    seen: set[str] = set()
    for name in ("board", "crisis", "mandate", "new game", "settings", "list of sites"):
        seen |= set(kinds(pilot(SCENES[name](), still=False)))
    assert {Button.__name__, "CrisisPanel", "LogPanel", "_Site", "ResponseRow"} <= seen
    assert {"MandateCard", "PickRow", "Slider", "Toggle", "SiteRow", "TextField"} <= seen
