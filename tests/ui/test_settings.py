"""The settings: their file, the window that follows them, and their screen."""

import json
from argparse import Namespace
from dataclasses import replace

import pygame
import pytest

from game.ui import display, main
from game.ui.app import App
from game.ui.desk import Desk
from game.ui.preferences import FILE_NAME, Preferences
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.pause import PauseScene
from game.ui.scenes.settings import SettingsScene
from game.ui.scenes.title import TitleScene
from game.ui.settings import (
    MOTION_SPEEDS,
    TOOLTIP_DELAYS,
    Settings,
    SettingsError,
    read_settings,
    write_settings,
)
from game.ui.theme import INK, INK_CONTRAST, PAPER, PAPER_CONTRAST
from game.words import Words
from tests.ui.board_match import content, sitting_at

CHOSEN = Settings(
    theme="ink",
    high_contrast=True,
    text=1.4,
    reduced_motion=True,
    motion_speed=2.0,
    sound=False,
)


@pytest.fixture
def words():
    return Words(content())


@pytest.fixture
def preferences(tmp_path):
    return Preferences.of(tmp_path)


def kept(tmp_path) -> Settings:
    return read_settings((tmp_path / FILE_NAME).read_text())


# ------------------------------------------------------------------------- the file


def test_settings_come_back_as_they_were_written():
    assert read_settings(write_settings(CHOSEN)) == CHOSEN


def test_what_a_file_does_not_name_stays_as_at_first():
    assert read_settings('{"format": 1, "volume": 30}') == Settings(volume=30)


BAD = [
    ("", "no JSON"),
    ("[]", "holds no settings"),
    ("{}", "format is None"),
    ('{"format": 2}', "format is 2"),
    ('{"format": 1, "colour": 1}', "colour is no setting"),
    ('{"format": 1, "volume": 1, "volume": 2}', "something twice"),
    ('{"format": 1, "volume": 101}', "volume is 101, not a whole number from 0 to 100"),
    ('{"format": 1, "volume": true}', "volume is True"),
    ('{"format": 1, "sound": 1}', "sound is 1, not one of true, false"),
    ('{"format": 1, "text": 1.1}', "text is 1.1, not one of 1.0, 1.2, 1.4"),
    ('{"format": 1, "text": NaN}', "text is nan"),
    ('{"format": 1, "theme": []}', "theme is []"),
    ('{"format": 1, "left": "3"}', "left is '3'"),
    ("[" * 100_000, "no JSON"),
]


@pytest.mark.parametrize(("text", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_a_bad_file_is_told_in_one_line_and_kept(tmp_path, text, reason):
    (tmp_path / FILE_NAME).write_text(text)
    preferences = Preferences.of(tmp_path)

    assert preferences.settings == Settings()
    assert preferences.notice is not None
    assert len(preferences.notice.splitlines()) == 1
    assert (tmp_path / f"{FILE_NAME}.damaged").read_text() == text
    if len(text) < 65536:
        assert reason in preferences.notice


def test_a_second_bad_file_does_not_replace_the_first(tmp_path):
    for text in ("one", "two"):
        (tmp_path / FILE_NAME).write_text(text)
        Preferences.of(tmp_path)
    assert (tmp_path / f"{FILE_NAME}.damaged").read_text() == "one"
    assert (tmp_path / f"{FILE_NAME}.damaged-2").read_text() == "two"


def test_bytes_that_are_no_text_are_told(tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe\x00")
    notice = Preferences.of(tmp_path).notice
    assert notice is not None
    assert "UTF-8" in notice


def test_a_change_is_told_and_written_down_and_nothing_else_is(tmp_path, preferences):
    heard: list[Settings] = []
    preferences.listen(heard.append)
    assert not (tmp_path / FILE_NAME).exists()

    preferences.change(volume=80)
    assert not (tmp_path / FILE_NAME).exists()
    preferences.change(volume=40)

    assert heard == [Settings(volume=40)]
    assert Preferences.of(tmp_path).settings == Settings(volume=40)
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_wrong_change_changes_nothing(preferences):
    with pytest.raises(SettingsError, match="volume is 300"):
        preferences.change(volume=300)
    assert preferences.settings == Settings()


def test_a_file_that_cannot_be_written_is_told_and_the_change_stands(tmp_path, preferences):
    (tmp_path / FILE_NAME).mkdir()
    preferences.change(volume=40)
    assert preferences.unsaved is not None
    assert "cannot write" in preferences.unsaved
    assert preferences.settings.volume == 40
    (tmp_path / FILE_NAME).rmdir()
    preferences.change(volume=50)
    assert preferences.unsaved is None


@pytest.mark.parametrize(
    ("theme", "contrast", "palette"),
    [
        ("paper", False, PAPER),
        ("ink", False, INK),
        ("paper", True, PAPER_CONTRAST),
        ("ink", True, INK_CONTRAST),
    ],
)
def test_theme_and_contrast_name_a_palette(theme, contrast, palette):
    assert Settings(theme=theme, high_contrast=contrast).palette is palette


# ----------------------------------------------------------------------- the window


def opened(preferences, words) -> App:
    return App(SettingsScene(words, preferences), caption="test", preferences=preferences)


def test_the_window_begins_as_the_settings_say(words):
    app = opened(Preferences(replace(CHOSEN, width=1600, height=900)), words)
    try:
        assert app._window.get_size() == (1600, 900)
        assert app.theme.palette is INK_CONTRAST
        assert (app.theme.text, app.theme.still, app.theme.speed) == (1.4, True, 2.0)
    finally:
        app.close()


def test_size_and_place_are_remembered_for_the_next_time(tmp_path, preferences, words):
    app = opened(preferences, words)
    pygame.event.post(pygame.event.Event(pygame.WINDOWMOVED, x=120, y=44))
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=(1400, 800), w=1400, h=800))
    app.tick(0.01)
    app.close()

    settings = kept(tmp_path)
    assert (settings.left, settings.top) == (120, 44)
    assert (settings.width, settings.height) == (1400, 800)


def test_a_frame_that_a_window_manager_adds_is_not_added_with_every_start(
    preferences, words, monkeypatch
):
    now = [100.0]
    monkeypatch.setattr("game.ui.display.time.monotonic", lambda: now[0])
    preferences.note(Settings(left=200, top=150))
    place = display.WindowPlace(preferences.settings)
    assert place.moved(200, 150) is None
    assert place.moved(202, 174) is None
    now[0] += 5
    assert place.moved(302, 274) == (300, 250)
    assert place.moved(10**6, 0) is None


def test_nonsense_of_a_window_manager_is_not_remembered(tmp_path, preferences, words):
    app = opened(preferences, words)
    pygame.event.post(pygame.event.Event(pygame.WINDOWMOVED, x=-2_000_000, y=0))
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=(9, 9), w=9, h=9))
    app.tick(0.01)
    app.close()
    assert preferences.settings == Settings()
    assert not (tmp_path / FILE_NAME).exists()


def test_the_keys_of_the_window_are_settings(pilot, words):
    preferences = Preferences()
    window = pilot(SettingsScene(words, preferences), preferences=preferences)
    window.press("F10")
    assert preferences.settings.theme == "ink"
    window.press("+", pygame.KMOD_CTRL)
    assert preferences.settings.text == 1.2
    window.press("F9")
    assert not preferences.settings.sound
    assert "sound-off" in window.find("sound").icon
    window.press("F11")
    assert window.app.fullscreen
    assert preferences.settings.full_screen
    window.press("F11")
    assert not window.app.fullscreen


# ----------------------------------------------------------------------- the screen


def test_every_setting_by_mouse(pilot, words):
    preferences = Preferences()
    window = pilot(SettingsScene(words, preferences), preferences=preferences)
    for name in ("high_contrast", "reduced_motion", "curtain_hold", "sound"):
        before = getattr(preferences.settings, name)
        window.click(name)
        assert getattr(preferences.settings, name) is not before
    window.click("sound")
    window.click("theme:ink")
    window.click("tooltip_delay:1000")
    window.click("text:1.2")
    assert window.app.theme.palette is INK_CONTRAST
    assert window.app.theme.text == 1.2
    assert window.app.theme.hint_delay == 1.0
    slider = window.find("volume").rect
    window.click_at((slider.x + 6, slider.bottom - 14))
    assert preferences.settings.volume == 0
    window.click("reduced_motion")
    window.click("motion_speed:2.0")
    assert window.app.theme.speed == 2.0


def test_every_setting_by_keyboard(pilot, words):
    preferences = Preferences()
    window = pilot(SettingsScene(words, preferences), preferences=preferences)
    reached = set()
    for _ in range(40):
        window.press("Tab")
        ident = window.focused
        if ident in reached or ident == "back":
            continue
        reached.add(ident)
        if ident.startswith("volume"):
            window.press("Left")
        elif ident != "full_screen":
            window.press("Enter")
    settings = preferences.settings
    assert settings.high_contrast
    assert settings.theme in ("paper", "ink")
    assert not settings.sound
    assert settings.reduced_motion
    assert not settings.curtain_hold
    assert {f"text:{size}" for size in (1.0, 1.2, 1.4)} <= reached
    assert {f"tooltip_delay:{delay}" for delay in TOOLTIP_DELAYS} <= reached
    assert {f"motion_speed:{speed}" for speed in MOTION_SPEEDS} <= reached


def test_a_slider_by_keyboard(pilot, words):
    preferences = Preferences()
    window = pilot(SettingsScene(words, preferences), preferences=preferences)
    window.scene.focus("volume_notes")
    window.press("Left")
    window.press("Left")
    assert preferences.settings.volume_notes == 80
    window.press("Home")
    assert preferences.settings.volume_notes == 0
    window.press("Left")
    assert preferences.settings.volume_notes == 0
    window.press("End")
    assert preferences.settings.volume_notes == 100


def test_a_slider_follows_the_mouse(pilot, words):
    preferences = Preferences()
    window = pilot(SettingsScene(words, preferences), preferences=preferences)
    rect = window.find("volume").rect
    window.button_down((rect.x + 150, rect.bottom - 14))
    first = preferences.settings.volume
    window.move_to((rect.x + 210, rect.bottom - 14))
    assert preferences.settings.volume > first > 0


def test_without_sound_its_volumes_say_why(pilot, words):
    preferences = Preferences(Settings(sound=False))
    window = pilot(SettingsScene(words, preferences), preferences=preferences)
    window.click("volume")
    assert preferences.settings.volume == 80
    window.settle(0.5)
    assert "sound is off" in window.hint


def test_title_and_pause_lead_to_the_settings_and_back(pilot, words):
    window = pilot(TitleScene(Desk(content(), "en", None)))
    window.click("settings")
    assert isinstance(window.scene, SettingsScene)
    window.press("Esc")
    assert isinstance(window.scene, TitleScene)

    window = pilot(PauseScene(sitting_at("card")))
    window.click("settings")
    assert isinstance(window.scene, SettingsScene)
    window.click("back")
    assert isinstance(window.scene, PauseScene)


def test_the_title_tells_of_a_bad_file(monkeypatch, tmp_path):
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path))
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / FILE_NAME).write_text(json.dumps({"format": 1, "volume": -1}))
    told = []

    def run(app: App) -> None:
        app.tick(0.01)
        assert isinstance(app.scene, TitleScene)
        assert app.scene.dialog is not None
        told.append(app.scene.dialog.words)
        app.close()

    monkeypatch.setattr(App, "run", run)
    none = dict.fromkeys(("scenario", "nato", "russia", "seed", "lang", "resume"))
    main.run(Namespace(**none))
    assert "volume is -1" in told[0]


@pytest.mark.parametrize(("answer", "still"), [("still", True), ("moving", False)])
def test_reduced_motion_is_offered_at_the_first_start_and_only_then(
    pilot, tmp_path, answer, still
):
    preferences = Preferences.of(tmp_path)
    desk = Desk(content(), "en", None, preferences)
    window = pilot(TitleScene(desk), preferences=preferences)
    window.assert_fits()
    assert window.focused == "new"
    window.click(answer)
    assert answer not in window.ids()
    assert window.app.theme.still is still
    again = Preferences.of(tmp_path)
    assert again.settings.reduced_motion is still
    window = pilot(TitleScene(Desk(content(), "en", None, again)), preferences=again)
    assert answer not in window.ids()


def test_the_offer_fits_with_large_text(pilot, tmp_path):
    preferences = Preferences.of(tmp_path)
    preferences.note(Settings(text=1.4))
    desk = Desk(content(), "en", None, preferences)
    pilot(TitleScene(desk), preferences=preferences).assert_fits()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768)])
@pytest.mark.parametrize("large", [1.0, 1.2, 1.4])
def test_the_settings_fit(pilot, words, size, large):
    settings = Settings(text=large)
    window = pilot(SettingsScene(words, Preferences(settings)), size=size, text=large)
    window.assert_fits()


def test_a_press_lifts_the_curtain_when_holding_is_off(pilot):
    sitting = sitting_at("card")
    preferences = Preferences(Settings(curtain_hold=False))
    window = pilot(CurtainScene(sitting), preferences=preferences)
    window.press("Space")
    window.settle(0.05)
    assert not isinstance(window.scene, CurtainScene)
