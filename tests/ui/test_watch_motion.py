"""What the computers do is seen happening: between two positions, skippable, with care."""

import pygame
import pytest

from game.engine.events import SiteHidden
from game.match import Match
from game.ui.motion.moves import CardMove, SiteMove, TrackMove
from game.ui.scenes.reveal import RevealScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.scenes.watch import WatchScene
from game.ui.sitting import Sitting
from game.words import Words
from tests.ui.board_match import content

FRAME = 1 / 60


def watching(seed: int = 7) -> Sitting:
    match = Match.start(content(), "long-negotiation", seed, ("greedy", "reciprocator"))
    return Sitting(match, Words(content()))


def pixels(player) -> bytes:
    return pygame.image.tobytes(player.app._window, "RGB")


def run_until_moving(player, *kinds) -> WatchScene:
    """Step until something of these kinds is being shown."""
    for _ in range(200):
        scene = player.scene
        if isinstance(scene, RevealScene):
            player.settle(0.5)
            player.press("Enter")
            continue
        player.press("N")
        scene = player.scene
        if isinstance(scene, WatchScene) and scene.motion is not None:
            moves = [move for beat in scene.motion.showing.beats for move in beat.moves]
            if all(any(isinstance(move, kind) for move in moves) for kind in kinds):
                return scene
    raise LookupError("no such thing happened")


def run_until_a_side_moves(player) -> tuple[WatchScene, TrackMove]:
    """Step until a track of one side's is moving; return it with its screen."""
    for _ in range(40):
        scene = run_until_moving(player, TrackMove)
        assert scene.motion is not None
        for beat in scene.motion.showing.beats:
            for move in beat.moves:
                if isinstance(move, TrackMove) and move.side is not None:
                    return scene, move
    raise LookupError("no side's track moved")


def test_a_track_goes_from_where_it_was_to_where_it_is(pilot):
    player = pilot(WatchScene(watching()), still=False)
    scene, move = run_until_a_side_moves(player)
    row = player.find(f"{move.track}:{move.side}")
    shown = [row.shown]
    while scene.moving:
        player.tick(FRAME)
        shown.append(row.shown)

    assert abs(shown[0] - move.before) < 0.05
    assert any(value != int(value) for value in shown)
    assert shown[-1] == row.value


def test_nothing_is_decided_while_something_moves(pilot):
    player = pilot(WatchScene(watching()), still=False)
    scene = run_until_moving(player, CardMove)
    player.press("P")
    player.settle(1.3)
    while not scene.moving and player.scene is scene:
        player.tick(FRAME)
    decided = len(scene.sitting.match.history)
    while scene.moving and player.scene is scene:
        assert len(scene.sitting.match.history) == decided
        player.tick(FRAME)


@pytest.mark.parametrize("act", ["key", "click"])
def test_any_key_and_any_click_finish_what_moves(pilot, tmp_path, act):
    player = pilot(WatchScene(watching()), still=False)
    scene = run_until_moving(player, TrackMove)
    player.tick(FRAME)
    if act == "key":
        player.press("F")
    else:
        player.click_at((640, 120))

    assert not scene.moving
    assert player.scene is scene
    view = scene.view
    assert scene.tracks.tension.tension == view.tension
    player.settle(0.3)
    before = pixels(player)
    scene.rebuild()
    player.screenshot(tmp_path / "whole.png")
    assert pixels(player) == before


def test_who_asks_for_more_speed_than_there_is_holds_up_nothing(pilot):
    sitting = watching()
    player = pilot(WatchScene(sitting))
    for _ in range(3):
        player.press("+")
    decided = len(sitting.match.history)

    for _ in range(10):
        player.press("+")
        player.tick(0.2)

    assert len(sitting.match.history) > decided


def test_with_reduced_motion_all_is_at_its_end_at_once(pilot):
    player = pilot(WatchScene(watching()), still=True)
    scene, move = run_until_a_side_moves(player)
    row = player.find(f"{move.track}:{move.side}")

    assert row.shown == row.value
    player.settle(1)
    assert not scene.moving


def test_on_its_way_a_part_drawn_again_looks_like_the_whole(pilot, tmp_path):
    player = pilot(WatchScene(watching()), still=False)
    scene = run_until_moving(player, CardMove, TrackMove)
    for _ in range(20):
        player.settle(0.1)
        if player.scene is not scene or not scene.moving:
            break
        seen = pixels(player)
        player.screenshot(tmp_path / "whole.png")
        assert pixels(player) == seen


def test_only_what_the_table_was_told_of_moves(pilot):
    sitting = watching(seed=1)
    scene = WatchScene(sitting)
    player = pilot(scene, still=True)
    moved = 0
    for _ in range(120):
        player.press("Enter" if isinstance(player.scene, RevealScene) else "N")
        if isinstance(player.scene, VerdictScene):
            break
        if scene.motion is None:
            continue
        moves = [move for beat in scene.motion.showing.beats for move in beat.moves]
        sites = {move.site for move in moves if isinstance(move, SiteMove)}
        assert sites <= _told_of(sitting)
        moved += len(sites)
    hidden = sum(
        isinstance(event, SiteHidden) for e in sitting.match.history for event in e.events
    )
    assert moved
    assert hidden, "the seed shows nothing: choose one in which a site is hidden"


def _told_of(sitting: Sitting) -> set[str]:
    """Return the sites that the public log tells of."""
    events = sitting.match.public_events()
    return {site for event in events if isinstance(site := getattr(event, "site", None), str)}
