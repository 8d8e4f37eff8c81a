"""How the window's speed is measured: real frames of a real board, beside a bare loop."""

import pygame
import pytest

from game.ui import speed
from game.ui.speed import FrameTimes, WindowSpeed, frame_times, lines
from game.ui.speed_start import StartTimes, start_times
from tests.ui.board_match import content

SIZE = (1280, 720)
FRAMES = 60


@pytest.fixture(scope="module")
def times() -> FrameTimes:
    return frame_times(content(), SIZE, 20)


def test_frames_in_motion_are_read_beside_those_of_a_bare_loop(times):
    assert times.size == SIZE
    assert times.driver == "dummy"
    assert times.frames == 20
    assert 0 < times.median <= times.slow
    assert 0 < times.bare_median <= times.bare_slow
    assert times.ratio == pytest.approx(times.median / times.bare_median)


def test_what_is_read_is_a_board_that_moves(monkeypatch):
    shown: list[bool] = []
    monkeypatch.setattr(speed, "_in_turn", lambda loops, _: (_read(loops[0], shown), [1.0]))
    frame_times(content(), SIZE, FRAMES)
    assert len(shown) == FRAMES
    assert sum(shown) > FRAMES / 4


def _read(loop, shown):
    before = pygame.image.tobytes(pygame.display.get_surface(), "RGB")
    for _ in range(FRAMES):
        loop()
        now = pygame.image.tobytes(pygame.display.get_surface(), "RGB")
        shown.append(now != before)
        before = now
    return [1.0]


def test_rest_is_a_share_of_a_core():
    assert 0 <= speed.idle_share(content(), 0.2) < 1


def test_the_title_is_seen_then_obeys_a_key_in_a_program_of_its_own():
    start = start_times()
    assert 0 < start.first_picture < start.usable


def test_the_figures_are_told_and_are_plain_values(times):
    found = WindowSpeed((times,), 0.01, StartTimes(0.5, 0.75))
    told = "\n".join(lines(found))
    assert "1280 x 720 (dummy)" in told
    assert "1.00% of a core" in told
    assert "first picture: 0.50 s" in told
    assert "obeys: 0.75 s" in told
    assert found.as_dict()["frames"][0]["ratio"] == times.ratio
