"""An unexpected error: a report, the match kept, a word in the window, and a way on."""

from argparse import Namespace

import pytest

from game.match import Match
from game.ui import main
from game.ui.app import App
from game.ui.crash import CrashCare, write_report
from game.ui.desk import Desk
from game.ui.scenes.board import BoardScene
from game.ui.scenes.crashed import CrashedScene
from game.ui.scenes.title import TitleScene
from tests.ui.board_match import content

SEED = 987_654_321_012


@pytest.fixture
def home(monkeypatch, tmp_path):
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def desk(home):
    folder = home / "matches"
    folder.mkdir()
    return Desk(content(), "en", folder)


def breaking(window, desk, monkeypatch, where: str = "on_event") -> None:
    """Let the board fail at the next key."""
    window.app.rescue = CrashCare(desk)

    def fail(*_args):
        raise ZeroDivisionError("no such thing")

    monkeypatch.setattr(BoardScene, where, fail)


def begun(desk: Desk):
    sitting = desk.begin("long-negotiation", ("human", "human"), 5)
    match = sitting.match
    while match.truth.decision != "card":
        match.play(match.truth.legal_actions()[0])
    side = match.to_move
    assert side is not None
    sitting.lift(side)
    sitting.told()
    sitting.shown()
    return sitting


def reports(home):
    return sorted((home / "log").glob("*-fault*.log"))


def test_an_error_is_told_with_report_and_saved_match_and_the_match_goes_on(
    pilot, desk, home, monkeypatch
):
    sitting = begun(desk)
    window = pilot(BoardScene(sitting))
    with monkeypatch.context() as broken:
        breaking(window, desk, broken)
        window.press("Q")
    assert isinstance(window.scene, CrashedScene)
    window.assert_fits()
    (report,) = reports(home)
    said = report.read_text()
    assert "ZeroDivisionError" in said
    assert "in fail" in said
    assert "BoardScene" in said
    assert "match long-negotiation, seats human, human" in said
    assert window.sees(str(report))
    assert window.sees(str(sitting.match.path))
    window.press("Enter")
    window.settle(0.1)
    match = window.app.scene.sitting.match
    assert match.path == sitting.match.path
    assert len(match.history) == len(sitting.match.history)


@pytest.mark.parametrize("where", ["paint", "passed", "on_intent"])
def test_errors_of_drawing_of_time_and_of_wishes_are_caught(
    pilot, desk, home, monkeypatch, where
):
    window = pilot(BoardScene(begun(desk)))
    with monkeypatch.context() as broken:
        breaking(window, desk, broken, where)
        window.press("1")
        window.press("Esc")
    assert isinstance(window.scene, CrashedScene)
    assert reports(home)


def test_from_there_to_the_title_by_mouse(pilot, desk, monkeypatch):
    window = pilot(BoardScene(begun(desk)))
    with monkeypatch.context() as broken:
        breaking(window, desk, broken)
        window.press("Q")
    window.click("title")
    assert isinstance(window.scene, TitleScene)
    assert "continue" in window.ids()


def test_a_match_without_a_journal_is_said_to_be_lost(pilot, home, monkeypatch):
    desk = Desk(content(), "en", None)
    window = pilot(BoardScene(begun(desk)))
    with monkeypatch.context() as broken:
        breaking(window, desk, broken)
        window.press("Q")
    assert window.sees("it is lost")
    assert "go-on" not in window.ids()


def test_without_a_folder_for_the_report_the_window_still_says_so(
    pilot, desk, home, monkeypatch
):
    (home / "log").write_text("a file in the way")
    window = pilot(BoardScene(begun(desk)))
    with monkeypatch.context() as broken:
        breaking(window, desk, broken)
        window.press("Q")
    assert window.sees("No report could be written.")


def test_a_second_error_at_once_is_not_hidden(pilot, desk, monkeypatch):
    window = pilot(BoardScene(begun(desk)))
    with monkeypatch.context() as broken:
        breaking(window, desk, broken)
        window.press("Q")

    def fail(*_args):
        raise ZeroDivisionError("again")

    monkeypatch.setattr(CrashedScene, "on_intent", fail)
    with pytest.raises(ZeroDivisionError, match="again"):
        window.press("Enter")


def test_without_rescue_an_error_is_raised(pilot, desk, monkeypatch):
    window = pilot(BoardScene(begun(desk)))
    monkeypatch.setattr(BoardScene, "on_event", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        window.press("Q")


def test_a_report_of_a_running_match_holds_nothing_that_a_side_may_not_know(
    pilot, desk, home, monkeypatch
):
    sitting = desk.begin("long-negotiation", ("human", "search:1:hidden"), SEED)
    match = sitting.match
    while match.truth.decision != "card" or match.to_move != 0:
        match.play(match.truth.legal_actions()[0])
    sitting.told()
    sitting.shown()
    rivals = match.view(1).hand[0]
    window = pilot(BoardScene(sitting))

    def fail(*_args):
        raise ValueError(f"no card {rivals}") from KeyError(rivals)

    with monkeypatch.context() as broken:
        window.app.rescue = CrashCare(desk)
        broken.setattr(BoardScene, "on_event", fail)
        window.press("Q")
    (report,) = reports(home)
    said = report.read_text()

    assert "KeyError" in said
    assert "ValueError" in said
    for secret in (str(SEED), rivals, match.seats[1].rpartition(":")[2]):
        assert secret not in said
        assert not window.sees(secret)


def test_of_a_match_that_is_over_the_report_holds_everything(home):
    match = Match.start(content(), "first-council", SEED, ("greedy", "search:1:hidden"))
    while not match.over:
        match.play(match.truth.legal_actions()[0])
    report = write_report(ValueError("n-any"), (), match)
    assert report is not None
    said = report.read_text()
    assert f"seed {SEED}, seats greedy, {match.seats[1]}" in said
    assert "ValueError: n-any" in said


def test_two_reports_of_one_second_lie_beside_each_other(home):
    for _ in range(2):
        assert write_report(ValueError("x"), (), None) is not None
    assert len(reports(home)) == 2


def test_the_real_window_has_this_care(home, monkeypatch):
    seen = []

    def run(app: App) -> None:
        seen.append(app.rescue)
        app.close()

    monkeypatch.setattr(App, "run", run)
    none = dict.fromkeys(("scenario", "nato", "russia", "seed", "lang", "resume"))
    main.run(Namespace(**none))
    assert isinstance(seen[0], CrashCare)
