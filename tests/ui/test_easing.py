"""What is pointed at or focused comes to look so within 90 ms, and then all rests."""

import pygame
import pytest
from pygame import Rect

from game.ui.motion import HOVER
from game.ui.scene import Scene
from game.ui.widgets.button import Button, IconButton
from game.ui.widgets.row import MenuRow, Row
from game.ui.widgets.text_field import TextField
from game.ui.widgets.widget import Group, Widget

FRAME = 1 / 60
KINDS = ("button", "icon", "row", "menu", "field")


class _Shelf(Scene):
    """One thing of each kind below the others."""

    def build(self) -> Widget:
        return Group(
            "shelf",
            [
                Button("button", "Button"),
                IconButton("icon", "help", "Icon"),
                Row("row", "Row"),
                MenuRow("menu", "Menu"),
                TextField("field", "Field"),
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        for number, child in enumerate(self.root.children):
            child.place(Rect(200, 60 + 100 * number, 300, 50), self.theme)


def look(player, ident: str) -> bytes:
    rect = player.app.theme.rect(player.find(ident).rect)
    return pygame.image.tobytes(player.app._window.subsurface(rect), "RGB")


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_pointed_at_changes_over_its_time_and_then_rests(pilot, kind):
    player = pilot(_Shelf(), still=False)
    player.settle(1)
    looks = [look(player, kind)]
    player.move(kind)
    for _ in range(12):
        player.tick(FRAME)
        looks.append(look(player, kind))

    assert len(set(looks)) > 3
    lasted = max(n for n in range(1, len(looks)) if looks[n] != looks[n - 1])
    assert lasted * FRAME <= HOVER + 2 * FRAME
    before = player.app.pictures
    player.tick(FRAME)
    assert player.app.pictures == before
    assert player.scene.wake() != 0.0


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_pointed_at_changes_at_once_when_motion_is_reduced(pilot, kind):
    player = pilot(_Shelf(), still=True)
    rest = look(player, kind)
    player.move(kind)
    pointed = look(player, kind)
    player.settle(0.3)

    assert pointed != rest
    assert look(player, kind) == pointed
    assert player.find(kind).wake() is None


@pytest.mark.parametrize("kind", KINDS)
def test_it_looks_as_before_when_the_pointer_has_gone(pilot, kind):
    player = pilot(_Shelf(), still=False)
    rest = look(player, kind)
    player.move(kind)
    player.settle(0.3)
    player.move_to((900, 600))
    player.settle(0.3)
    assert look(player, kind) == rest


def test_on_its_way_only_the_thing_itself_is_drawn_again(pilot, tmp_path):
    player = pilot(_Shelf(), still=False)
    player.settle(1)
    player.move("row")
    for _ in range(4):
        player.scene.update(FRAME)
        parts = player.scene.stale()
        assert parts is not None
        row = player.find("row").rect
        assert all(row.inflate(41, 41).contains(part) for part in parts)
        player.scene.damage.add(parts)
        player.app.tick(0.0)
        seen = pygame.image.tobytes(player.app._window, "RGB")
        player.screenshot(tmp_path / "whole.png")
        assert pygame.image.tobytes(player.app._window, "RGB") == seen


def test_a_screen_built_anew_does_not_begin_again(pilot):
    player = pilot(_Shelf(), still=False)
    player.move("button")
    player.settle(0.3)
    pointed = look(player, "button")
    player.scene.rebuild()
    player.tick(FRAME)
    assert look(player, "button") == pointed


@pytest.mark.parametrize("still", [False, True])
def test_the_ring_of_the_focus_opens_and_rests(pilot, still):
    player = pilot(_Shelf(), still=still)
    player.press("Tab")
    player.settle(0.3)
    around = player.find("icon").rect.inflate(20, 20)
    player.press("Tab")
    looks = []
    for _ in range(9):
        part = player.app._window.subsurface(player.app.theme.rect(around))
        looks.append(pygame.image.tobytes(part, "RGB"))
        player.tick(FRAME)

    assert player.focused == "icon"
    assert (len(set(looks)) == 1) is still
    assert looks[-1] == looks[-2]
    assert player.scene.wake() is None


def test_over_a_field_the_pointer_is_a_bar(pilot, monkeypatch):
    shapes: list[pygame.cursors.Cursor] = []
    monkeypatch.setattr(pygame.mouse, "get_cursor", pygame.cursors.Cursor)
    monkeypatch.setattr(pygame.mouse, "set_cursor", shapes.append)
    player = pilot(_Shelf())
    player.move("button")
    assert shapes == []
    player.move("field")
    assert shapes == [pygame.cursors.Cursor(pygame.SYSTEM_CURSOR_IBEAM)]
