"""Packs in the window: listed, installed by path and by dropping, looked into, removed."""

import pygame
import pytest

from game.content import load_content
from game.content.packs import install, installed
from game.match import Match
from game.paths import packs_dir
from game.ui.desk import Desk
from game.ui.scenes.library import LibraryScene
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.packs import PacksScene
from game.ui.scenes.saved import SavedScene
from game.ui.scenes.title import TitleScene
from game.words import Words
from tests.packs.samples import (
    SCENARIO,
    example,
    folder_of,
    installed_content,
    spoilt,
    zip_of,
)


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path / "home"))


@pytest.fixture
def folder(tmp_path):
    return folder_of(example(), tmp_path / "my-pack")


@pytest.fixture
def words():
    return Words(load_content())


def shown(window):
    """The kind of screen that is shown now."""
    return type(window.scene)


def own():
    return [one.name for one in installed() if not one.shipped]


def test_a_pack_is_installed_read_and_removed_by_mouse(pilot, words, folder):
    window = pilot(LibraryScene(words))
    window.click("packs")
    assert isinstance(window.scene, PacksScene)

    window.click("path")
    window.type(str(folder))
    window.click("install")

    assert own() == ["my-pack"]
    assert window.sees("version 1.0 · by Your name · CC BY 4.0")
    assert window.sees("What both sides know before the first round")
    assert window.sees("Of its own: 2 cards and 1 crisis.")
    assert window.find("path").value == ""
    window.click("remove")
    window.click("removing:remove")
    assert own() == []
    assert folder.is_dir()


def test_a_pack_is_installed_and_kept_by_keyboard(pilot, words, folder):
    window = pilot(PacksScene(words))
    while window.focused != "path":
        window.press("Tab")
    window.type(f'"{folder}"')
    window.press("Enter")
    assert own() == ["my-pack"]
    assert window.focused == f"pack:{len(installed()) - 1}"
    while window.focused != "remove":
        window.press("Tab")
    window.press("Enter")
    assert window.focused == "removing:keep"
    window.press("Enter")
    assert own() == ["my-pack"]


def test_a_file_dropped_on_the_window_is_installed(pilot, words, tmp_path):
    path = zip_of(example(), tmp_path / "from a friend.zip")
    window = pilot(PacksScene(words))

    pygame.event.post(pygame.event.Event(pygame.DROPFILE, file=str(path)))
    window.tick()

    assert own() == ["my-pack"]


def test_what_is_wrong_with_a_pack_is_told(pilot, words, tmp_path):
    files = spoilt("cards/nato.yaml", "- initiative: 1", "- inititative: 1")
    folder = folder_of(files, tmp_path / "bad")
    window = pilot(PacksScene(words))

    window.click("path")
    window.type(str(folder))
    window.press("Enter")

    assert window.sees("This pack can’t be used")
    assert window.sees("bad/cards/nato.yaml:12:7: no verb 'inititative'")
    window.assert_fits()
    window.click("warning:close")
    assert own() == []
    assert window.find("path").value == str(folder)


def test_a_pack_that_is_there_already_is_not_installed_again(pilot, words, folder):
    install(folder)
    window = pilot(PacksScene(words))

    window.click("path")
    window.type(str(folder))
    window.press("Enter")

    assert window.sees("This pack isn’t installed")
    assert window.sees("is installed already: remove it first")


def test_nothing_typed_is_nothing_done(pilot, words):
    window = pilot(PacksScene(words))

    window.click("install")

    assert window.focused == "path"
    assert own() == []


def test_what_comes_with_the_game_stays(pilot, words):
    window = pilot(PacksScene(words))

    window.click("remove")

    assert window.scene.dialog is None
    assert window.find("remove").why == "it comes with the game"


def test_a_folder_put_there_by_hand_is_told_to_be_removed_by_hand(pilot, words):
    folder_of(example(), packs_dir() / "mine")
    window = pilot(PacksScene(words))
    window.click(f"pack:{len(installed()) - 1}")

    window.click("remove")
    window.click("removing:remove")

    assert window.sees("This pack can’t be removed")
    assert own() == ["my-pack"]


def test_a_broken_pack_says_what_is_wrong(pilot, words):
    folder_of(spoilt(SCENARIO, "tension: 5", "tension: 55"), packs_dir() / "mine")
    window = pilot(PacksScene(words))

    window.click(f"pack:{len(installed()) - 1}")

    assert window.sees("This pack can’t be used. Its maker can mend it:")
    assert window.sees("55 is not within 0 to 10")
    window.assert_fits()


def test_a_look_inside_a_pack(pilot, words, folder):
    install(folder)
    window = pilot(PacksScene(words))
    window.click(f"pack:{len(installed()) - 1}")

    window.click("look")

    assert shown(window) is LibraryScene
    window.click("query")
    window.type("a day at the radar")
    assert window.sees("A day at the radar")
    assert window.find("packs").why == "this is the library of a pack"
    window.press("Esc")
    assert shown(window) is PacksScene


def test_a_scenario_of_a_pack_is_begun_saved_and_gone_on_with(pilot, folder, tmp_path):
    install(folder)
    desk = Desk(load_content(), "en", tmp_path / "matches")
    window = pilot(NewGameScene(desk))
    while window.focused != "scenario:my-pack":
        window.press("Down")
    window.press("Enter")
    assert window.sees("What both sides know before the first round")
    window.click("start")
    saved = desk.saved()[0]
    assert saved.scenario == "my-pack"
    assert saved.title == "My Pack"
    desk.leave()

    title = pilot(TitleScene(desk))
    assert title.sees("My Pack")
    desk.leave()
    assert pilot(SavedScene(desk)).sees("My Pack")


def test_a_match_whose_pack_is_gone_says_so_and_goes_on(pilot, folder, tmp_path):
    content = installed_content(folder)
    match = Match.start(content, "my-pack", 5, ("human", "human"), tmp_path / "matches")
    match.close()
    installed()[-1].path.unlink()
    window = pilot(TitleScene(Desk(load_content(), "en", tmp_path / "matches")))

    window.click("continue")
    window.tick()

    assert window.sees("The pack of this match")
    assert window.sees("is not installed here: the match goes on with its own copy")
    window.click("notice:close")
    window.tick()
    assert not isinstance(window.scene, TitleScene)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768)])
@pytest.mark.parametrize("large", [1.0, 1.2, 1.4])
def test_the_packs_fit(pilot, words, folder, size, large):
    install(folder)
    folder_of(spoilt(SCENARIO, "slug: my-pack", "slug: other"), packs_dir() / "broken")
    window = pilot(PacksScene(words), size=size, text=large)

    for place in range(len(installed())):
        window.click(f"pack:{place}")
        window.assert_fits()
