"""A lesson begins: by a plan or without one, by a word that salts the deal, by a code."""

from pathlib import Path

import pytest

from game.match import HUMAN, Match, list_saved
from game.match.lesson_record import LessonBegun, Note
from game.teach.classes import class_deal, decode, encode, salt_of
from game.teach.prompts import shipped_lessons
from game.ui.desk import Desk
from game.ui.lesson.panel import PanelScene
from game.ui.lesson.start import FREE, LessonStartScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.title import TitleScene
from game.ui.theme import INK, PAPER
from tests.ui.board_match import content
from tests.ui.lesson_match import on, run_of
from tests.ui.pilot import Pilot


def desk(folder: Path | None = None) -> Desk:
    return Desk(content(), "en", folder)


def press_row(window: Pilot, ident: str) -> None:
    """Press a row that may have to be rolled to."""
    window.scene.focus(ident)
    window.press("Enter")


def test_a_plan_begins_with_its_panel_and_its_deal(pilot, tmp_path: Path):
    window = pilot(LessonStartScene(desk(tmp_path)))
    for slug, plan in shipped_lessons().plans.items():
        window = pilot(LessonStartScene(desk(tmp_path)))
        press_row(window, f"plan:{slug}")
        assert window.sees(plan.summary)
        window.click("group")
        window.type("10B")
        window.click("salt")
        window.type("River  bank")
        window.click("start")
        assert on(window, PanelScene)
        match = window.scene.sitting.match
        deal = class_deal(
            content(), plan.scenario, (plan.nato, plan.russia), salt_of("river bank")
        )
        assert match.seed == deal.seed
        assert match.scenario == plan.scenario
        assert match.seats == (plan.nato, plan.russia)
        (begun,) = match.lesson
        assert begun == LessonBegun(slug, "10B", encode(content(), deal), swapped=False)
        assert run_of(window.scene.sitting).lesson.plan == plan
        window.scene.sitting.leave()


def test_a_free_lesson_plays_any_scenario(pilot):
    scene = LessonStartScene(desk())
    window = pilot(scene)
    press_row(window, f"plan:{FREE}")
    for slug in content().scenarios:
        press_row(window, f"scenario:{slug}")
        assert scene.deal.scenario == slug
    window.click("start")
    assert on(window, PanelScene)
    assert window.scene.sitting.match.seats == (HUMAN, HUMAN)
    assert run_of(window.scene.sitting).lesson.plan is None


def test_without_a_word_chance_makes_the_deal_and_the_code_is_on_the_screen(
    pilot,
) -> None:
    first, second = LessonStartScene(desk()), LessonStartScene(desk())
    assert first.deal.salt != second.deal.salt
    window = pilot(first)
    assert window.sees(encode(content(), first.deal))
    before = encode(content(), first.deal)
    window.click("salt")
    window.type("x")
    after = encode(content(), first.deal)
    assert after != before
    assert window.sees(after)
    assert decode(content(), after) == first.deal


def test_a_class_code_deals_the_same_match_elsewhere(pilot, tmp_path: Path):
    deal = class_deal(content(), "lisbon-to-chicago", (HUMAN, HUMAN), salt_of("river"))
    window = pilot(LessonStartScene(desk(tmp_path)))
    window.scene.focus("code")
    window.type(encode(content(), deal).lower())
    window.press("Enter")
    assert on(window, CurtainScene)
    match = window.scene.sitting.match
    assert match.seed == deal.seed
    assert window.scene.sitting.lesson is None


def test_a_mistyped_code_is_named(pilot):
    window = pilot(LessonStartScene(desk()))
    window.scene.focus("code")
    window.type("0000-0000-0001")
    window.press("Enter")
    assert window.sees("This class code can’t be used")
    assert on(window, LessonStartScene)


def test_a_folder_that_cannot_be_written_is_told(pilot, tmp_path: Path):
    (tmp_path / "file").write_text("")
    window = pilot(LessonStartScene(desk(tmp_path / "file")))
    window.click("start")
    assert window.sees("This match can’t be saved")


def test_the_title_leads_to_it_by_mouse_and_by_keyboard(pilot):
    window = pilot(TitleScene(desk()))
    window.click("lesson")
    assert on(window, LessonStartScene)
    window.press("Esc")
    assert on(window, TitleScene)
    while window.focused != "lesson":
        window.press("Down")
    window.press("Enter")
    assert on(window, LessonStartScene)


def test_a_saved_lesson_reopens_with_its_notes(pilot, tmp_path: Path):
    window = pilot(LessonStartScene(desk(tmp_path)))
    window.press("S")
    window.click("note")
    window.type("They are afraid.")
    window.press("Enter")
    assert on(window, PanelScene)
    window.scene.sitting.leave()
    (saved,) = list_saved(tmp_path)
    again = pilot(TitleScene(desk(tmp_path)))
    again.click("continue")
    again.settle(0.5)
    assert on(again, CurtainScene)
    again.press("F7")
    assert again.sees("They are afraid.")
    assert on(again, PanelScene)
    (note,) = (one for one in again.scene.sitting.match.lesson if isinstance(one, Note))
    assert note.text == "They are afraid."
    again.scene.sitting.leave()
    Match.resume(saved.path).close()


@pytest.mark.parametrize(
    ("size", "large", "palette"),
    [((1280, 720), 1.0, PAPER), ((1280, 720), 1.4, INK), ((1920, 1080), 1.4, PAPER)],
)
def test_every_plan_fits(pilot, size, large, palette):
    window = pilot(LessonStartScene(desk()), size=size, text=large, palette=palette)
    for slug in (*shipped_lessons().plans, FREE):
        press_row(window, f"plan:{slug}")
        window.assert_fits()


def test_predictions_are_asked_for_where_the_plan_says_so_or_one_wants_them(pilot):
    scene = LessonStartScene(desk())
    window = pilot(scene)
    for slug, plan in shipped_lessons().plans.items():
        press_row(window, f"plan:{slug}")
        assert scene.predictions == plan.predictions
    press_row(window, f"plan:{FREE}")
    assert scene.predictions is True
    window.click("predictions")
    window.click("start")
    assert not window.scene.sitting.match.asks_predictions
