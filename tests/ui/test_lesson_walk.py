"""Every plan, from its first minute to its report, through the window."""

import pytest

from game.match.lesson_record import Asked, Note
from game.players import make_player
from game.teach.prompts import shipped_lessons
from game.ui.desk import Desk
from game.ui.lesson.panel import PanelScene
from game.ui.lesson.start import LessonStartScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.sitting import Sitting
from tests.ui.board_match import content
from tests.ui.lesson_match import on


def play_a_round(sitting: Sitting, players) -> None:
    """Let both delegations decide until the next round, as their seats would."""
    match = sitting.match
    now = match.truth.round
    while not match.over and match.truth.round == now:
        side = match.to_move
        assert side is not None
        sitting.play(players[side].decide(match.view(side)))
    sitting.shown()


@pytest.mark.parametrize("slug", shipped_lessons().plans)
def test_a_plan_is_walked_through_to_its_report(pilot, tmp_path, monkeypatch, slug):
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path / "home"))
    plan = shipped_lessons().plans[slug]
    window = pilot(LessonStartScene(Desk(content(), "en", tmp_path)))
    window.scene.focus(f"plan:{slug}")
    window.press("Enter")
    window.press("S")
    assert on(window, PanelScene)
    sitting = window.scene.sitting
    players = [make_player("greedy", 3, 0), make_player("reciprocator", 3, 1)]
    stops = 0
    while not sitting.match.over:
        stops += 1
        play_a_round(sitting, players)
        window.app.scene.resume(None)  # the panel looks again at what was decided meanwhile
        window.tick()
        if sitting.lesson.offered is not None:
            window.press("Q")
            window.press("C")
            window.assert_fits()
            window.press("Esc")
        window.scene.focus("note")
        window.type(f"After round {sitting.match.truth.round}.")
        window.press("Enter")
        window.scene.focus("leave")
        window.assert_fits()
    match = sitting.match
    window.press("Esc")
    assert on(window, VerdictScene)
    window.press("D")
    assert on(window, DebriefScene)
    window.press("S")
    (report,) = (tmp_path / "home" / "data" / "reports").iterdir()
    text = report.read_text(encoding="utf-8")
    assert plan.title in text
    notes = [item for item in match.lesson if isinstance(item, Note)]
    asked = [item for item in match.lesson if isinstance(item, Asked)]
    assert len(notes) == stops
    assert len(asked) == len({item.question for item in asked}) >= 2
    for line in (*(one.text for one in notes), *(one.question for one in asked), *plan.debrief):
        assert line in text
