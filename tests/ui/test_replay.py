"""Past matches: the list, the replay from every seat, bookmarks, and branches."""

from dataclasses import replace

import pygame
import pytest

from game.engine.events import CrisisResolved
from game.match import Match, list_saved
from game.match.perspective import view_as
from game.match.round_end import shown_after
from game.paths import UserFolderError
from game.ui.desk import Desk
from game.ui.scenes.branch import BranchScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.saved import SavedScene
from game.ui.scenes.site_list import SiteListScene
from game.ui.scenes.title import TitleScene
from game.ui.scenes.turning_points import Moment, TurningPoint
from game.ui.scenes.verdict import VerdictScene
from game.ui.sitting import Sitting
from game.words import Words, card_title, crisis_title, mandate_title, round_title
from tests.ui.board_match import content


def played(folder, scenario: str = "november-statement", seed: int = 5) -> Match:
    match = Match.start(content(), scenario, seed, ("greedy", "random"), folder)
    while not match.over:
        match.play(match.computer_action())
    match.close()
    return match


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("matches")
    played(folder)
    return folder


@pytest.fixture
def desk(folder):
    return Desk(content(), "en", folder)


@pytest.fixture
def replayed(desk):
    path = list_saved(desk.folder)[0].path
    course, words = desk.replay(path)
    return ReplayScene(course, words, desk)


def says_all(window):
    hints = [w.hint.text for w in window.scene.tree.walk() if w.hint is not None]
    return window.dump() + "\n".join(hints)


# ------------------------------------------------------------------------- the list


def test_a_match_that_is_over_is_replayed_from_the_list(pilot, desk):
    window = pilot(TitleScene(desk))
    assert "continue" not in window.ids()
    window.click("saved")
    assert isinstance(window.scene, SavedScene)
    window.assert_fits()
    window.press("Enter")
    assert isinstance(window.scene, ReplayScene)
    window.press("Esc")
    assert isinstance(window.scene, SavedScene)


def test_a_match_that_cannot_be_replayed_says_why(pilot, tmp_path):
    path = played(tmp_path).path
    assert path is not None
    assert path is not None
    window = pilot(SavedScene(Desk(content(), "en", tmp_path)))
    path.write_text("nonsense")
    window.click("saved:0")
    assert isinstance(window.scene, SavedScene)
    assert window.scene.dialog is not None


def test_the_verdict_leads_to_the_replay(pilot, tmp_path):
    window = pilot(VerdictScene(Sitting(played(tmp_path), Words(content()))))
    window.click("replay")
    assert isinstance(window.scene, ReplayScene)


# ----------------------------------------------------------------------- stepping


def test_stepping_by_keyboard_reaches_the_end_and_the_beginning(pilot, replayed):
    window = pilot(replayed)
    scene = window.scene
    assert scene.now == -1
    for number in range(len(scene.steps)):
        window.press("Right")
        assert scene.now == number
        assert scene.decided == scene.steps[number].decided
    window.press("Right")
    assert scene.now == len(scene.steps) - 1
    assert scene.decided == len(scene.course.history)
    window.press("Left")
    assert scene.now == len(scene.steps) - 2
    window.press("R")
    assert scene.now == -1


def test_rounds_single_decisions_and_points_by_keyboard(pilot, replayed):
    window = pilot(replayed)
    scene = window.scene
    window.press("PageDown")
    assert scene.steps[scene.now].round == 2
    window.press("PageUp")
    assert scene.steps[scene.now].round == 1
    before = scene.decided
    window.press("Right", pygame.KMOD_LSHIFT)
    assert scene.decided == before + 1
    seen = []
    for _ in scene.points:
        window.press(".")
        seen.append(scene.decided)
    assert sorted(seen) == [point.number for point in scene.points]


def test_stepping_by_mouse(pilot, replayed):
    window = pilot(replayed)
    scene = window.scene
    window.click("next")
    window.click("next")
    assert scene.now == 1
    window.click("back")
    assert scene.now == 0
    bar = window.find("replay-bar").rect
    window.click_at((bar.x + 24 + 5 * 24, bar.centery))
    assert scene.now == 5
    window.click("point")
    assert scene.decided in [point.number for point in scene.points]


def test_it_runs_by_itself_and_stops_at_the_end(pilot, replayed):
    window = pilot(replayed)
    scene = window.scene
    window.press("P")
    window.settle(1.6)
    assert scene.now == 0
    window.press("P")
    window.settle(3.0)
    assert scene.now == 0
    window.click("run")
    for _ in range(2 * len(scene.steps)):
        window.tick(1.5)
    assert scene.now == len(scene.steps) - 1
    assert not scene.running


def test_after_a_crisis_the_board_of_its_round_is_shown_then_the_next_begins(pilot, replayed):
    window = pilot(replayed)
    scene = window.scene
    crises = [n for n, step in enumerate(scene.steps[:-1]) if step.kind == "crisis"]
    assert crises
    for number in crises:
        step = scene.steps[number]
        window.press("R")
        scene._show(step.decided)
        resolved = next(
            event
            for entry in scene.course.history[step.first : step.decided]
            for event in entry.events
            if isinstance(event, CrisisResolved)
        )
        begins = round_title(scene.words, step.round + 1)

        assert scene.view.round == step.round
        assert scene.view.crisis.slug == resolved.crisis
        assert scene.view.phase == "reckoning"
        assert window.sees(crisis_title(scene.words, resolved.crisis, resolved.site))
        assert not any(line.text.startswith(begins) for line in scene.lines())
        assert begins not in window.find("happened").says()
        window.press("Right")
        assert scene.view.round == step.round + 1
        assert any(line.text.startswith(begins) for line in scene.lines())
        window.move("happened")
        window.settle(1.0)
        assert begins in window.find("happened").says() + window.hint
        window.move("leave")


def test_a_turning_point_of_a_briefing_is_shown_with_its_round(replayed):
    course = replayed.course
    ends = [n for n, step in enumerate(replayed.steps[:-1]) if step.kind == "crisis"]
    last = replayed.steps[ends[0]].decided
    later = TurningPoint(replayed.steps[ends[0]].round + 1, last, Moment("", 1.0, "", ""))
    assert replayed._shown_at(later) == last + 1
    earlier = replace(later, round=later.round - 1)
    assert replayed._shown_at(earlier) == last
    end = len(course.history)
    assert shown_after(course, end, 99) == end


# ----------------------------------------------------------------------- seats


def test_each_seat_sees_its_own_and_the_table_nobodys(pilot, replayed):
    window = pilot(replayed)
    scene = window.scene
    for _ in range(6):
        window.press("Right")
    mandates = {
        side: mandate_title(scene.words, scene.course.view(side).mandate) for side in (0, 1)
    }
    seen = {}
    for _ in range(4):
        window.press("V")
        seen[scene.perspective] = says_all(window)
    assert set(seen) == {"nato", "russia", "table", "open"}
    options = content().scenarios[scene.course.scenario].options
    if not options.mandates:
        assert mandates[0] in seen["nato"]
        assert mandates[1] not in seen["nato"]
        assert mandates[0] not in seen["table"]
        assert mandates[1] not in seen["table"]
    assert mandates[0] in seen["open"]
    assert mandates[1] in seen["open"]
    truth = scene.course.truth_after(scene.decided)
    assert view_as(truth, "open").hand
    own = card_title(scene.words, view_as(truth, "open").hand[0])
    assert f"In hand: {own}" not in seen["table"]


def test_a_seat_is_chosen_by_mouse(pilot, replayed):
    window = pilot(replayed)
    window.click("perspective:open")
    assert window.scene.perspective == "open"


def test_the_board_of_a_replay_is_read_like_any_other(pilot, replayed):
    window = pilot(replayed)
    window.press("Right")
    window.click("site:rota")
    assert window.sees("As Russia sees it")
    window.press("Right")
    assert window.scene.now == 0
    window.press("Esc")
    window.press("Right")
    assert window.scene.now == 1
    window.press("F4")
    assert isinstance(window.scene, SiteListScene)


# ------------------------------------------------------------- bookmarks, branches


def test_bookmarks_stay_with_the_match(pilot, tmp_path):
    path = played(tmp_path).path
    assert path is not None
    desk = Desk(content(), "en", tmp_path)
    course, words = desk.replay(path)
    window = pilot(ReplayScene(course, words, desk, path))
    for _ in range(4):
        window.press("Right")
    marked = window.scene.decided
    window.press("S")
    assert window.sees("Bookmark set.")
    again = pilot(ReplayScene(course, words, desk, path))
    assert again.scene.marks.bookmarks == [marked]
    for _ in range(8):
        again.press(".")
        if again.scene.decided == marked:
            break
    assert again.scene.decided == marked
    again.click("bookmark")
    assert again.scene.marks.bookmarks == []


def test_a_branch_goes_on_from_here_with_other_seats(pilot, tmp_path):
    path = played(tmp_path).path
    assert path is not None
    desk = Desk(content(), "en", tmp_path)
    course, words = desk.replay(path)
    window = pilot(ReplayScene(course, words, desk, path))
    for _ in range(5):
        window.press("Right")
    decided = window.scene.decided
    window.press("B")
    assert isinstance(window.scene, BranchScene)
    assert window.sees("What if … after Round")
    window.assert_fits()
    window.click("russia:human")
    window.press("S")
    assert isinstance(window.scene, CurtainScene)
    match = window.scene.sitting.match
    assert match.seats == ("human", "human")
    assert [e.action for e in match.history] == [e.action for e in course.history[:decided]]
    assert match.path is not None
    assert match.path != path
    assert match.why_not_undo() is not None
    again = pilot(ReplayScene(course, words, desk, path))
    assert again.scene.marks.branches == [(decided, match.path.name)]


def test_a_branch_by_mouse_that_cannot_be_saved_says_so(pilot, replayed, monkeypatch, tmp_path):
    def barred(*_args):
        raise UserFolderError(tmp_path, "read-only")

    monkeypatch.setattr(Match, "branch", barred)
    window = pilot(replayed)
    window.click("next")
    window.click("branch")
    window.click("start")
    assert isinstance(window.scene, BranchScene)
    assert window.scene.dialog is not None
    assert "read-only" in window.scene.dialog.words


@pytest.mark.parametrize(
    ("size", "large"), [((1280, 720), 1.0), ((1280, 720), 1.4), ((1920, 1080), 1.2)]
)
def test_the_replay_fits(pilot, replayed, size, large):
    window = pilot(replayed, size=size, text=large)
    for _ in range(7):
        window.press("PageDown")
        window.press("V")
        window.assert_fits()
    window.click("branch")
    window.assert_fits()


def test_a_step_says_what_it_is_and_looks_pointed_at(pilot, replayed):
    window = pilot(replayed)
    window.click("next")
    window.move("replay-step:4")
    window.settle(1)
    assert window.hint == window.find("replay-step:4").says()
    assert "Round 1" in window.hint
    assert window.find("replay-step:4").warmth(window.app.theme) == 1
    window.click("replay-step:4")
    assert window.scene.now == 4
    assert window.find("step").says() == window.find("replay-step:4").says()
