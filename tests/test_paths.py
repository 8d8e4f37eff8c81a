"""Where shipped files are found and where the player's own files go."""

from pathlib import Path

import appdirs
import pytest

from game import paths
from game.paths import (
    APP_NAME,
    HOME_VARIABLE,
    UserFolderError,
    asset_path,
    data_path,
    matches_dir,
    user_config_dir,
    user_data_dir,
    user_log_dir,
)

ROOT = Path(__file__).resolve().parent.parent

OWN_FOLDERS = [user_data_dir, user_config_dir, user_log_dir, matches_dir]


@pytest.fixture(name="home")
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


def shipped(root):
    for name in ("assets", "data"):
        (root / name).mkdir(parents=True)


def test_in_a_checkout_shipped_files_stand_beside_the_package():
    assert asset_path("CREDITS.md") == ROOT / "assets" / "CREDITS.md"
    assert asset_path("CREDITS.md").is_file()
    assert data_path("cards", "any.yaml") == ROOT / "data" / "cards" / "any.yaml"


def test_an_installed_package_uses_its_own_bundle_whatever_stands_beside_it(tmp_path):
    shipped(tmp_path / "game" / "_bundle")
    shipped(tmp_path)

    assert paths._shipped_root(tmp_path / "game") == tmp_path / "game" / "_bundle"


def test_half_a_bundle_is_no_bundle(tmp_path):
    (tmp_path / "game" / "_bundle" / "assets").mkdir(parents=True)
    shipped(tmp_path)

    assert paths._shipped_root(tmp_path / "game") == tmp_path


def test_a_package_without_its_files_says_where_it_looked(tmp_path):
    with pytest.raises(paths.BrokenInstallError, match="install the game again") as caught:
        paths._shipped_root(tmp_path / "game")

    assert str(tmp_path / "game" / "_bundle") in str(caught.value)


@pytest.mark.parametrize(
    ("folder", "place"),
    [
        (user_data_dir, "data"),
        (user_config_dir, "config"),
        (user_log_dir, "log"),
        (matches_dir, "data/matches"),
    ],
)
def test_one_variable_puts_every_own_folder_into_one_place(folder, place, home):
    assert folder() == home / place
    assert list(folder().iterdir()) == []


@pytest.mark.parametrize("name", ["user_data_dir", "user_config_dir", "user_log_dir"])
def test_otherwise_own_folders_are_those_of_the_platform(name, tmp_path, monkeypatch):
    monkeypatch.delenv(HOME_VARIABLE)
    monkeypatch.setattr(appdirs, name, lambda app, author: str(tmp_path / f"{app}-{author}"))

    assert getattr(paths, name)() == tmp_path / f"{APP_NAME}-False"


@pytest.mark.parametrize("folder", OWN_FOLDERS)
def test_an_own_folder_that_can_not_be_made_is_named_in_one_line(folder, home):
    home.write_text("a file stands where the folder should be", encoding="utf-8")

    with pytest.raises(UserFolderError) as caught:
        folder()

    assert caught.value.folder.is_relative_to(home)
    assert str(caught.value).startswith(f"cannot write to the folder {caught.value.folder} (")
    assert HOME_VARIABLE in str(caught.value)
    assert "\n" not in str(caught.value)
