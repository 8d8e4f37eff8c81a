"""The debrief on the screen: every chapter, the search beside it, and the report as a file."""

import time
from dataclasses import replace
from typing import Any

import pytest

from game.match import Match
from game.teach.debrief import debrief
from game.teach.study import Effort, Study, StudyBroke, StudyDone, studied
from game.teach.telling.page import chapters, words_for
from game.ui.desk import Desk
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.saved import SavedScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.sitting import Sitting
from game.ui.theme import INK, PAPER
from game.words import Words
from tests.ui.board_match import content
from tests.ui.test_verdict import over

LITTLE = Effort(lines=20, after_each=2, games=1)
SHORT = ("first-council", "random", "random", 4)
LONG = ("long-negotiation", "greedy", "greedy", 5)


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path / "home"))


def scene(played: tuple[str, str, str, int] = SHORT) -> Any:
    return DebriefScene(over(*played), "en", effort=LITTLE)


def searched() -> Any:
    made = scene(LONG)
    done = studied(made.found.course, replace(LITTLE, games=2), lambda _: None)
    made.found = replace(made.found, review=done.review, reachable=done.reachable)
    made.chapters = {one.slug: one for one in chapters(made.words, made.found)}
    return made


def test_every_sentence_of_the_report_is_on_the_screen(pilot):
    found = debrief(over(*LONG))
    told = chapters(words_for(found, "en"), found)
    shown = scene(LONG)
    window = pilot(shown)
    for chapter in told:
        assert shown.chapter == chapter.slug
        said = {widget.says() for widget in window.find("reading").walk()}
        assert chapter.title in said
        for one in chapter.sentences:
            assert any(words.startswith(one.text) for words in said)
        window.press("]")


@pytest.mark.parametrize(
    ("size", "large", "palette"),
    [((1280, 720), 1.0, PAPER), ((1280, 720), 1.4, INK), ((1920, 1080), 1.4, PAPER)],
)
def test_every_chapter_fits(pilot, size, large, palette):
    shown = searched()
    window = pilot(shown, size=size, text=large, palette=palette)
    for slug in shown.chapters:
        assert shown.chapter == slug
        window.assert_fits()
        window.press("]")


def test_the_keyboard_reaches_every_chapter_and_the_way_back(pilot):
    shown = scene()
    window = pilot(shown)
    for slug in list(shown.chapters)[1:]:
        window.press("]")
        assert shown.chapter == slug
    window.press("[")
    assert shown.chapter == list(shown.chapters)[-2]
    window.press("PageDown")
    reading = window.find("reading")
    assert reading.offset == reading.reach or reading.offset > 0


def test_a_search_runs_beside_and_its_findings_are_told(pilot):
    shown = scene()
    window = pilot(shown)
    window.click("search")
    assert shown.study is not None
    end = time.monotonic() + 60
    while shown.study is not None:
        assert time.monotonic() < end
        time.sleep(0.05)
        window.tick(0.1)
    assert shown.found.reachable is not None
    assert len(shown.found.reachable.endings) == LITTLE.games
    assert window.find("search").barred


def test_a_search_can_be_stopped(pilot):
    shown = scene()
    window = pilot(shown)
    window.click("search")
    window.click("search")
    assert shown.study is None
    assert shown.found.reachable is None
    assert not window.find("search").barred


def test_leaving_ends_the_search(pilot):
    shown = scene()
    window = pilot(VerdictScene(Sitting(over(*SHORT), Words(content()))))
    window.press("D")
    top = window.scene
    assert isinstance(top, DebriefScene)
    top.effort = LITTLE
    window.click("search")
    window.click("back")
    assert isinstance(window.scene, VerdictScene)
    assert top.study is None
    assert shown.study is None


def test_a_study_finds_what_the_report_finds() -> None:
    match = over(*SHORT)
    study = Study(match, LITTLE)
    end = time.monotonic() + 60
    while (found := study.poll()) is None:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert isinstance(found, StudyDone)
    here = studied(match, LITTLE, lambda _: None)
    assert found.reachable == here.reachable
    assert [one.comparison for one in found.review] == [one.comparison for one in here.review]


def test_a_study_whose_process_is_gone_says_so() -> None:
    study = Study(over(*LONG))
    study._process.kill()
    study._process.join()
    end = time.monotonic() + 20
    while (found := study.poll()) is None:
        assert time.monotonic() < end
        time.sleep(0.02)
    assert isinstance(found, StudyBroke)


def test_a_report_is_saved_in_the_language_that_is_read(pilot, tmp_path):
    window = pilot(scene())
    window.click("language:fr")
    window.click("save")
    written = list((tmp_path / "home" / "data" / "reports").iterdir())
    assert [one.name for one in written] == ["first-council-4-fr.html"]
    assert window.sees(str(written[0]))
    text = written[0].read_text(encoding="utf-8")
    assert text.startswith('<!DOCTYPE html>\n<html lang="fr">')
    window.click("saved:close")
    window.click("save")
    assert len(list(written[0].parent.iterdir())) == 2


def test_a_folder_that_cannot_be_written_is_told(pilot, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path / "file"))
    window = pilot(scene())
    window.press("S")
    assert window.sees("The report can’t be saved")


def test_a_match_that_goes_on_keeps_its_secrets_and_is_not_searched(pilot):
    match = Match.start(content(), "first-council", 3, ("greedy", "greedy"))
    while match.view(0).round < 2:
        match.play(match.computer_action())
    shown = DebriefScene(match, "en")
    window = pilot(shown)
    assert not shown.found.secrets
    assert window.find("search").barred


def test_a_saved_match_is_debriefed_from_the_list(pilot, tmp_path):
    match = Match.start(content(), "first-council", 5, ("greedy", "random"), tmp_path)
    while not match.over:
        match.play(match.computer_action())
    match.close()
    window = pilot(SavedScene(Desk(content(), "en", tmp_path)))
    window.assert_fits()
    window.click("debrief:0")
    assert isinstance(window.scene, DebriefScene)
    assert window.scene.journal == match.path
    window.press("Esc")
    assert isinstance(window.scene, SavedScene)
