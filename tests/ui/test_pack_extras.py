"""What packs bring beside their data, in the window: lessons to begin, pictures to look at."""

import tracemalloc
import zlib

import pygame
import pytest

from game.content import load_content
from game.content.packs import install, installed
from game.match.lesson_record import LessonBegun
from game.teach.classes import decode, encode
from game.ui.desk import Desk
from game.ui.lesson.panel import PanelScene
from game.ui.lesson.start import LessonStartScene
from game.ui.library.picture import Picture, picture_of
from game.ui.scenes.library import LibraryScene
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.packs import PacksScene
from game.words import Words
from tests.packs.drawn import SIGN, header, jpeg, piece, png
from tests.packs.samples import example, folder_of, installed_content
from tests.packs.test_lessons import lesson
from tests.ui.lesson_match import on, run_of

SWOLLEN = 200_000_000
"""Seconds of the processor; unpacking all of it takes twice as long."""
RED = (200, 30, 40)
PICTURES = {
    "pictures/my-pack.png": png(900, 500, colour=bytes(RED)),
    "pictures/my-pack-open-radar.png": png(300, 100, colour=bytes(RED)),
}


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path / "home"))


@pytest.fixture
def content(tmp_path):
    """The content of a pack with a lesson and pictures that was installed."""
    return installed_content(folder_of({**lesson(), **PICTURES}, tmp_path / "my-pack"))


def pictures(window):
    return [one for one in window.scene.root.walk() if isinstance(one, Picture)]


def own_row():
    """The row of the player's pack: those that come with the game stand before it."""
    return f"pack:{len(installed()) - 1}"


def press_row(window, ident):
    window.scene.focus(ident)
    window.press("Enter")


def test_a_lesson_of_a_pack_is_begun_with_its_own_deal(pilot, tmp_path, content):
    window = pilot(LessonStartScene(Desk(load_content(), "en", tmp_path)))
    press_row(window, "plan:my-pack-period")
    assert window.sees("An hour of my own")
    assert window.sees("Scenario: My Pack")
    deal, code = window.scene.deal, encode(content, window.scene.deal)
    assert window.sees(code)
    window.click("start")
    assert on(window, PanelScene)
    sitting = window.scene.sitting
    assert sitting.match.scenario == "my-pack"
    assert sitting.match.seed == deal.seed
    assert sitting.match.lesson == (LessonBegun("my-pack-period", "", code, swapped=False),)
    plan = run_of(sitting).lesson.plan
    assert plan is not None
    assert plan.slug == "my-pack-period"
    sitting.leave()


def test_the_hand_outs_of_a_packs_lesson_are_written(pilot, tmp_path, content):
    window = pilot(LessonStartScene(Desk(load_content(), "en", tmp_path)))
    press_row(window, "plan:my-pack-period")
    press_row(window, "handouts")
    assert window.sees("The hand-outs are written")
    (page,) = (tmp_path / "home").rglob("plan-my-pack-period.html")
    assert "My Pack" in page.read_text(encoding="utf-8")


def test_a_class_joins_a_packs_match_with_its_code(pilot, tmp_path, content):
    scene = LessonStartScene(Desk(load_content(), "en", tmp_path))
    window = pilot(scene)
    press_row(window, "plan:my-pack-period")
    code = encode(content, scene.deal)
    seed = decode(content, code).seed
    window.scene.focus("code")
    window.type(code)
    window.press("Enter")
    assert not isinstance(window.scene, LessonStartScene)
    assert window.scene.sitting.match.scenario == "my-pack"
    assert window.scene.sitting.match.seed == seed
    window.scene.sitting.leave()


def test_a_code_that_is_none_is_still_refused(pilot, tmp_path, content):
    window = pilot(LessonStartScene(Desk(load_content(), "en", tmp_path)))
    window.scene.focus("code")
    window.type("1234")
    window.press("Enter")
    assert window.sees("This class code can’t be used")


def test_a_scenarios_picture_is_on_the_page_of_its_pack(pilot, tmp_path, content):
    window = pilot(PacksScene(Words(load_content(), "en")))
    press_row(window, own_row())
    (picture,) = pictures(window)
    assert picture.rect.height <= 300
    shot = tmp_path / "shot.png"
    window.screenshot(shot)
    x, y = picture.rect.topleft
    seen = pygame.image.load(shot).get_at((x + 20, y + 20))[:3]
    assert seen == pytest.approx(RED, abs=2)


def test_a_scenarios_picture_is_where_a_game_begins(pilot, tmp_path, content):
    window = pilot(NewGameScene(Desk(load_content(), "en", tmp_path)))
    assert not pictures(window)
    press_row(window, "scenario:my-pack")
    assert len(pictures(window)) == 1


def test_a_cards_picture_is_on_its_page(pilot, content):
    window = pilot(LibraryScene(Words(content, "en"), "cards", "my-pack-open-radar"))
    (picture,) = pictures(window)
    assert picture.rect.height == 100
    press_row(window, "piece:n-sensors")
    assert not pictures(window)


def test_what_a_decoder_refuses_is_not_there(pilot, tmp_path):
    torn = SIGN + header(40, 30) + piece(b"IDAT", b"no stream") + piece(b"IEND")
    files = {
        **example(),
        "pictures/my-pack.jpg": jpeg(),
        "pictures/my-pack-open-radar.png": torn,
    }
    content = installed_content(folder_of(files, tmp_path / "my-pack"))
    window = pilot(LibraryScene(Words(content, "en"), "cards", "my-pack-open-radar"))
    assert not pictures(window)
    window = pilot(PacksScene(Words(load_content(), "en")))
    press_row(window, own_row())
    assert window.sees("My Pack")


@pytest.mark.parametrize("error", [pygame.error, MemoryError, ValueError])
def test_no_failure_of_a_decoder_leaves_the_page(monkeypatch, error):
    def decode(*given):
        raise error(str(len(given)))

    monkeypatch.setattr(pygame.image, "load", decode)
    assert picture_of({"a": png(7, 9, colour=error.__name__[:3].encode())}, "a") == []


def test_points_that_swell_behind_the_picture_are_neither_unfolded_nor_decoded(monkeypatch):
    swollen = zlib.compress(bytes(SWOLLEN), 9)
    data = SIGN + header(40, 30) + piece(b"IDAT", swollen) + piece(b"IEND")
    decoded = []
    monkeypatch.setattr(pygame.image, "load", lambda *given: decoded.append(given))

    tracemalloc.start()
    shown = picture_of({"a": data}, "a")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert shown == []
    assert not decoded
    assert most < SWOLLEN / 20


def test_a_real_jpeg_is_shown(tmp_path):
    surface = pygame.Surface((64, 48))
    surface.fill(RED)
    path = tmp_path / "a.jpg"
    pygame.image.save(surface, str(path))
    files = {**example(), "pictures/my-pack.jpg": path.read_bytes()}
    one = install(folder_of(files, tmp_path / "my-pack"))
    (picture,) = picture_of(one.pictures, "my-pack")
    assert isinstance(picture, Picture)
