"""What just happened: the rival's last turn again, and nothing that the viewer may not know."""

import pytest

from game.engine.events import (
    CardPlayed,
    CardPlayedFaceDown,
    SiteHidden,
    TrackMoved,
)
from game.ui.board.story import last_story
from game.ui.scenes.board import BoardScene
from game.ui.scenes.happened import HappenedScene
from tests.ui.board_match import sitting_at
from tests.ui.motion_match import boards_of_a_match, has, scenes_in_motion


@pytest.fixture
def board():
    """A board on which the rival has just played a card."""
    return scenes_in_motion(has(CardPlayed, TrackMoved), own=True)


def stories():
    for seed in (7, 8):
        for scene, _ in boards_of_a_match(seed):
            sitting = scene.sitting
            yield sitting, last_story(sitting.words, sitting.match.history, 0)


def test_w_opens_it_and_w_closes_it(pilot, board):
    player = pilot(board)
    player.press("W")
    assert isinstance(player.scene, HappenedScene)
    player.press("W")
    assert isinstance(player.scene, BoardScene)


def test_the_icon_opens_it_and_the_main_button_leads_back(pilot, board):
    player = pilot(board)
    player.click("bar:again")
    assert isinstance(player.scene, HappenedScene)
    assert player.focused == "on"
    player.press("Enter")
    assert isinstance(player.scene, BoardScene)


def test_behind_the_curtain_nothing_is_told():
    sitting = sitting_at("draft", round_number=1)
    sitting.viewer = None
    assert HappenedScene.of(sitting) is None


def test_of_mandates_nothing_is_told():
    sitting = sitting_at("mandate", round_number=0)
    assert last_story(sitting.words, sitting.match.history, 0).steps == ()


def test_arrows_and_rows_step(pilot, board):
    player = pilot(HappenedScene.of(board.sitting))
    scene = player.scene
    last = len(scene.story.steps) - 1

    player.press("Right")
    assert scene.now == 1
    player.click(f"step:{last}")
    assert scene.now == last
    player.press("Right")
    assert scene.now == last
    player.press("Left")
    assert scene.now == last - 1
    player.click("back")
    assert scene.now == last - 2


def test_it_runs_by_itself_to_the_end_and_stops(pilot, board):
    player = pilot(HappenedScene.of(board.sitting), still=False)
    scene = player.scene
    player.press("Space")
    assert scene.running
    player.settle(1.6 * len(scene.story.steps) + 1)
    assert scene.now == len(scene.story.steps) - 1
    assert not scene.running


def test_each_step_shows_the_board_as_it_was_then(pilot, board):
    sitting = board.sitting
    player = pilot(HappenedScene.of(sitting))
    scene = player.scene
    for number, step in enumerate(scene.story.steps):
        scene._stop(number)
        player.tick()
        player.tick()
        if isinstance(step.event, TrackMoved) and step.event.track == "tension":
            assert scene.tracks.tension.tension == step.event.after


def test_a_story_holds_nothing_that_the_viewer_may_not_know():
    told = 0
    for sitting, story in stories():
        for step in story.steps:
            event = step.event
            assert event.redacted(0) == event
            if isinstance(event, CardPlayedFaceDown) and event.side == 1:
                assert event.card is event.use is event.site is None
                told += 1
            assert not (isinstance(event, SiteHidden) and event.side == 1)
        assert sitting.viewer == 0
    assert told


def test_in_the_end_the_story_leads_to_the_board_as_it_is():
    seen = 0
    for sitting, story in stories():
        showing = story.showing()
        showing.finish()
        view = sitting.view
        assert showing.track("tension", None, view.tension) == view.tension
        moves = [s.event for s in story.steps if isinstance(s.event, TrackMoved)]
        for place, event in enumerate(moves):
            track = (event.track, event.side)
            same = [m for m in moves[place + 1 :] if (m.track, m.side) == track]
            if same:
                assert same[0].before == event.after
                seen += 1
    assert seen


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text", [1.0, 1.2, 1.4])
def test_every_step_fits(pilot, board, size, text):
    player = pilot(HappenedScene.of(board.sitting), size=size, text=text)
    for _ in player.scene.story.steps:
        player.assert_fits()
        player.press("Right")
