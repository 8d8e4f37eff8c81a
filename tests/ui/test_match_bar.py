"""The bar and the strip at the top of a match."""

import pytest
from pygame import Rect

from game.engine import View
from game.ui.board.match_bar import MatchBar
from game.ui.board.shared_tracks import SharedTracks
from game.ui.scene import Scene
from game.ui.sitting import Sitting
from game.ui.widgets.widget import Group
from tests.ui.board_match import sitting_at


class TopScene(Scene):
    """The bar and the strip alone."""

    def __init__(self, sitting: Sitting, view: View, acting: str) -> None:
        super().__init__()
        self.parts = (sitting, view, acting)

    def build(self):
        sitting, view, acting = self.parts
        self.top = MatchBar(sitting.words, view, acting, "turn 1 of 3", side=view.to_move)
        self.strip = SharedTracks(sitting.words, view)
        return Group("top", [self.top, self.strip])

    def layout(self, size):
        self.top.place(Rect(0, 0, size[0], 44), self.theme)
        self.strip.place(Rect(0, 44, size[0], 56), self.theme)


def test_bar_says_round_phase_and_who_acts(pilot):
    sitting = sitting_at("card", round_number=3)
    player = pilot(TopScene(sitting, sitting.view, "Russia acts"))
    assert player.sees("Round 3, ends after 7, 8 or 9, late 2011, Actions, Russia acts")
    player.assert_fits()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1720, 720), (1280, 1024)])
@pytest.mark.parametrize("text", [1.0, 1.2, 1.4])
def test_everything_has_room(pilot, size, text):
    sitting = sitting_at("card", round_number=3)
    player = pilot(TopScene(sitting, sitting.view, "Russia acts"), size=size, text=text)
    player.assert_fits()


def test_each_track_explains_itself_to_the_keyboard(pilot):
    sitting = sitting_at("card", round_number=3)
    player = pilot(TopScene(sitting, sitting.view, "Russia acts"))
    for _ in range(4):
        player.press("Tab")
    assert player.focused == "track:tension"
    assert "the door closes" in player.hint


def test_strip_shows_the_tracks_of_the_view(pilot):
    sitting = sitting_at("card", round_number=3)
    view = sitting.view
    player = pilot(TopScene(sitting, view, ""))
    assert player.find("track:tension").says() == f"Tension {view.tension}"
    assert player.find("track:threat").says() == f"Outside threat {view.threat}"
