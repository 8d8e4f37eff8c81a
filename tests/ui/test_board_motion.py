"""What happened is seen happening: on real matches, in a real app, frame by frame."""

import pygame
import pytest

from game.engine.events import (
    CardPlayed,
    CardPlayedFaceDown,
    JointLevelRose,
    SiteAnnounced,
    SiteHidden,
    TrackMoved,
)
from game.ui.motion.beats import beats_of
from game.ui.motion.moves import TrackMove
from game.ui.scenes.board import BoardScene
from game.ui.scenes.card import CardScene
from game.ui.scenes.stage import StageScene
from game.ui.scenes.thinking import ThinkingScene
from tests.ui.motion_match import has, scenes_in_motion

FRAME = 1 / 60


def pixels(player) -> bytes:
    return pygame.image.tobytes(player.app._window, "RGB")


@pytest.mark.parametrize("size", [(1280, 720), (1333, 777)])
@pytest.mark.parametrize("kinds", [(SiteAnnounced,), (JointLevelRose,), (CardPlayedFaceDown,)])
def test_a_part_drawn_again_looks_like_the_whole(pilot, tmp_path, kinds, size):
    scene = scenes_in_motion(has(*kinds))
    player = pilot(scene, size=size, still=False, patient=True)
    player.settle(0.4)

    for _ in range(40):
        player.settle(0.1)
        if player.scene is not scene or not scene.motion.moving:
            break
        seen = pixels(player)
        player.screenshot(tmp_path / "whole.png")
        assert pixels(player) == seen


def test_after_the_motion_the_board_is_as_it_was_built(pilot, tmp_path):
    scene = scenes_in_motion(has(TrackMoved, SiteAnnounced))
    player = pilot(scene, still=False, patient=True)
    tension = scene.tracks.tension
    seen = set()

    while scene.motion.moving and player.scene is scene:
        player.tick()
        seen.add(tension.tension)

    view = scene.sitting.view
    assert tension.tension == view.tension
    assert [row.face.steps for row in scene.ladders.ladders] == [
        (view.steps[0][n], view.steps[1][n]) for n in range(4)
    ]
    scene.rebuild()
    player.tick()
    before = pixels(player)
    player.screenshot(tmp_path / "whole.png")
    assert pixels(player) == before


def test_values_begin_where_they_were_and_pass_what_lies_between(pilot):
    scene = scenes_in_motion(has(TrackMoved))
    moved = [
        move
        for beat in scene.motion.showing.beats
        for move in beat.moves
        if isinstance(move, TrackMove) and move.side is not None
    ]
    first = moved[0]
    player = pilot(scene, still=False, patient=True)
    row = player.find(f"{first.track}:{first.side}")
    shown = [row.shown]

    while scene.motion.moving and player.scene is scene:
        player.tick()
        shown.append(row.shown)

    assert abs(shown[0] - first.before) < 0.05
    assert any(value != int(value) for value in shown)
    assert shown[-1] == row.value


@pytest.mark.parametrize("act", ["key", "click"])
def test_any_key_and_any_click_finish_what_moves(pilot, act):
    scene = scenes_in_motion(has(CardPlayed), kind=StageScene)
    player = pilot(scene, still=False, patient=True)
    player.settle(0.1)
    assert scene.motion.moving

    if act == "key":
        player.key_down("X")
    else:
        player.button_down((640, 300))
    assert not scene.motion.showing.moving
    player.settle(0.5)
    assert isinstance(player.scene, ThinkingScene)


def test_a_key_on_the_own_turn_finishes_and_does_what_it_does(pilot):
    scene = scenes_in_motion(has(CardPlayed), own=True)
    player = pilot(scene, still=False)
    player.settle(0.3)
    assert scene.motion.moving

    player.press("1")
    assert isinstance(player.scene, CardScene)


def test_reduced_motion_sets_everything_at_once_and_marks_it_for_a_moment(pilot):
    scene = scenes_in_motion(has(TrackMoved))
    player = pilot(scene, still=True, patient=True)
    player.tick(FRAME)
    view = scene.sitting.view
    rows = [player.find(f"{t}:{side}") for t in ("assurance", "support") for side in (0, 1)]

    assert scene.tracks.tension.tension == view.tension
    assert [row.shown for row in rows] == [*view.assurance, *view.support]
    assert any(row.marked for row in rows) or scene.tracks.tension.marked
    player.settle(0.6)
    assert not any(row.marked for row in rows)


def test_a_showing_is_never_long(pilot):
    scene = scenes_in_motion(has(TrackMoved))
    player = pilot(scene, still=False, patient=True)
    player.settle(4.2)

    assert not scene.motion.moving


def test_a_face_down_card_takes_the_same_time_and_sound_whatever_it_is():
    site = (CardPlayedFaceDown(0, "a", "deploy", "deveselu"), SiteHidden(0, "deveselu", 2))
    nothing = (CardPlayedFaceDown(0, "a", "nothing", None),)

    with_site, without = beats_of(site, 0), beats_of(nothing, 0)
    assert [beat.seconds for beat in with_site] == [beat.seconds for beat in without]
    assert [beat.sounds for beat in with_site] == [beat.sounds for beat in without]


def test_nothing_is_drawn_while_nothing_moves(pilot, monkeypatch):
    player = pilot(scenes_in_motion(has(CardPlayed), own=True), still=False)
    player.settle(6)
    drawn = []
    monkeypatch.setattr(pygame.display, "flip", lambda: drawn.append(1))
    monkeypatch.setattr(pygame.display, "update", lambda *_: drawn.append(1))
    assert isinstance(player.scene, BoardScene)
    player.settle(1.0)
    assert not drawn
