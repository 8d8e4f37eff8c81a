"""Only what has changed is drawn again."""

import pygame
import pytest
from pygame import Rect

from game.engine.events import CardPlayed
from game.ui.damage import Damage, joined
from game.ui.scenes.stage import StageScene
from game.ui.scenes.thinking import ThinkingScene
from tests.ui.board_match import sitting_at
from tests.ui.motion_match import has, scenes_in_motion


def test_at_first_everything_is_to_be_drawn_then_nothing():
    damage = Damage()
    assert damage.take() is None
    assert damage.take() == []


def test_parts_are_joined_where_they_touch():
    rects = [Rect(0, 0, 10, 10), Rect(5, 5, 10, 10), Rect(50, 0, 5, 5), Rect(12, 2, 40, 2)]
    (one,) = joined(rects)
    assert one == Rect(0, 0, 55, 15)
    assert len(joined([Rect(0, 0, 5, 5), Rect(20, 20, 5, 5)])) == 2


def test_everything_outweighs_parts():
    damage = Damage()
    damage.add([Rect(0, 0, 5, 5)])
    damage.whole()
    assert damage.take() is None


@pytest.fixture
def still(pilot):
    """A board at rest."""
    from game.ui.scenes.board import BoardScene  # noqa: PLC0415

    player = pilot(BoardScene(sitting_at("card")), still=False)
    player.settle(5)
    return player


def test_a_board_at_rest_shows_no_picture(still):
    before = still.app.pictures
    still.settle(2)
    assert still.app.pictures == before
    assert still.scene.wake() is None


def test_a_pointer_that_means_nothing_new_shows_no_picture(still):
    still.move_to((640, 120))
    still.settle(1)
    before = still.app.pictures
    still.move_to((641, 121))
    assert still.app.pictures == before


def test_what_is_pointed_at_shows_at_once(still):
    card = next(ident for ident in still.ids() if ident.startswith("card:"))
    before = still.app.pictures
    still.move(card)
    assert still.app.pictures > before


def test_a_card_that_rises_is_drawn_as_if_all_were(still, tmp_path):
    card = next(ident for ident in still.ids() if ident.startswith("card:"))
    still.move(card)
    for _ in range(4):
        still.tick(0.03)
        seen = pygame.image.tobytes(still.app._window, "RGB")
        still.screenshot(tmp_path / "whole.png")
        assert pygame.image.tobytes(still.app._window, "RGB") == seen


def test_a_change_of_screens_fades_and_then_rests(pilot):
    player = pilot(scenes_in_motion(has(CardPlayed), own=True), still=False)
    player.settle(5)
    before = player.app.pictures
    player.press("1")
    assert player.app.fading
    player.settle(0.5)
    assert not player.app.fading
    assert player.app.pictures > before + 5


def test_the_stage_gives_way_to_what_comes_next(pilot):
    player = pilot(scenes_in_motion(has(CardPlayed), kind=StageScene), still=False)
    for _ in range(100):
        player.settle(0.1)
        if not isinstance(player.scene, StageScene):
            break
    assert isinstance(player.scene, ThinkingScene)
