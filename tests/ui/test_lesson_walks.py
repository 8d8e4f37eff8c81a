"""Each lesson plan, from the first minute in the window to its report."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from game.cli import main
from game.match import Match
from game.match.lesson_record import Asked
from game.players import make_player
from game.teach.prompts import shipped_lessons
from game.ui.desk import Desk
from game.ui.lesson.panel import PanelScene
from game.ui.lesson.run import LessonRun
from game.ui.lesson.start import LessonStartScene
from tests.ui.board_match import content
from tests.ui.pilot import Pilot

PLANS = tuple(shipped_lessons().plans)
NOTE = "Russia’s group took the ships for a bluff."


def played(run: LessonRun) -> Match:
    """Play the match to its end, with each question put when it is offered first."""
    match = run.match
    table = [make_player(name, 1, side) for side, name in enumerate(("greedy", "open"))]
    while not match.over:
        offered = run.offered
        if offered is not None and not offered.asked:
            run.put(offered)
        side = match.to_move
        assert side is not None
        match.play(table[side].decide(match.view(side)))
        run.offer_fittest()
    return match


def panel_of(window: Pilot) -> PanelScene:
    assert isinstance(window.scene, PanelScene)
    return window.scene


def test_the_hand_outs_of_a_plan_are_written_where_the_window_says(
    pilot: Callable[..., Pilot], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path / "home"))
    plan = shipped_lessons().plans["introduction-45"]
    window = pilot(LessonStartScene(Desk(content(), "en", tmp_path)))
    window.click("plan:introduction-45")
    window.click("handouts")

    folder = tmp_path / "home" / "data" / "reports" / "introduction-45-en"
    assert window.sees("The hand-outs are written")
    always = {"plan-introduction-45", "quick-start", "rulebook"}
    assert {path.stem for path in folder.iterdir()} == always | set(plan.handouts)
    window.click("handed-out:close")
    assert isinstance(window.scene, LessonStartScene)


def test_hand_outs_that_cannot_be_written_are_no_crash(
    pilot: Callable[..., Pilot], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(home))
    (home / "data" / "reports").mkdir(parents=True)
    (home / "data" / "reports" / "first-council-20-en").write_text("", encoding="utf-8")
    window = pilot(LessonStartScene(Desk(content(), "en", tmp_path)))
    window.click("handouts")

    assert window.sees("The hand-outs can’t be written")


@pytest.mark.parametrize("slug", PLANS)
def test_a_plan_goes_from_its_first_minute_to_its_report(
    slug: str, pilot: Callable[..., Pilot], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = shipped_lessons().plans[slug]
    window = pilot(LessonStartScene(Desk(content(), "en", tmp_path)))
    window.click(f"plan:{slug}")
    window.click("start")
    panel = panel_of(window)
    assert window.sees(plan.title)

    matches = [played(panel.run)]
    panel.run.note(NOTE)
    for _ in range(1, plan.matches):
        window.press("X")
        window.click("swap:yes")
        window.press("F7")
        panel = panel_of(window)
        matches.append(played(panel.run))

    assert len({match.seed for match in matches}) == 1
    assert all(match.scenario == plan.scenario for match in matches)
    questions = {one.ask for one in plan.prompts}
    questions |= {one.ask for one in shipped_lessons().triggers.values()}
    for match in matches:
        asked = [item.question for item in match.lesson if isinstance(item, Asked)]
        assert len(asked) >= 5
        assert set(asked) <= questions
    first = matches[0]
    assert first.path is not None
    out = tmp_path / "report.html"
    first.close()
    assert (
        main(["report", str(first.path), "--no-rerun", "--games", "0", "--out", str(out)]) == 0
    )
    page = out.read_text(encoding="utf-8")
    asked = [item.question for item in first.lesson if isinstance(item, Asked)]
    for text in (plan.title, NOTE, *asked, *plan.debrief):
        assert escape(text) in page
