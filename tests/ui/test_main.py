"""The beginning of the window: options, folders, and one line when there is no screen."""

import gc
from argparse import Namespace

import pytest

from game.match import HUMAN, list_saved
from game.paths import UserFolderError, matches_dir
from game.ui import main
from game.ui.app import App
from game.ui.display import NoScreenError
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.title import TitleScene

OPTIONS = dict.fromkeys(("scenario", "nato", "russia", "seed", "lang", "resume", "predictions"))


@pytest.fixture
def seen(monkeypatch, tmp_path):
    """What is on top after a few steps of each app that is run."""
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path))
    tops: list[object] = []

    def run(app: App) -> None:
        for _ in range(3):
            app.tick(0.02)
        tops.append(app.scene)
        app.close()

    monkeypatch.setattr(App, "run", run)
    return tops


def test_without_options_the_title_is_shown(seen):
    assert main.run(Namespace(**OPTIONS)) == 0
    assert isinstance(seen[0], TitleScene)


def test_the_collector_leaves_what_is_loaded_alone_while_the_window_is_open(seen, monkeypatch):
    held = []
    shown = App.run

    def run(app: App) -> None:
        held.append(gc.get_freeze_count())
        shown(app)

    monkeypatch.setattr(App, "run", run)

    main.run(Namespace(**OPTIONS))

    assert held[0] > 10_000
    assert gc.get_freeze_count() == 0


def test_options_begin_a_match_and_it_is_saved(seen):
    options = OPTIONS | {"scenario": "first-council", "russia": HUMAN, "seed": 9}
    assert main.run(Namespace(**options)) == 0
    assert isinstance(seen[0], CurtainScene)
    (saved,) = list_saved(matches_dir())
    assert saved.scenario == "first-council"
    assert saved.seats == (HUMAN, HUMAN)


def test_a_match_is_resumed(seen):
    main.run(Namespace(**OPTIONS | {"russia": HUMAN, "seed": 9}))
    (saved,) = list_saved(matches_dir())
    main.run(Namespace(**OPTIONS | {"resume": saved.path}))
    assert isinstance(seen[1], CurtainScene)
    assert seen[1].sitting.match.path == saved.path


def test_without_a_folder_it_is_played_unsaved(seen, monkeypatch, tmp_path):
    def barred():
        raise UserFolderError(tmp_path, "read-only")

    monkeypatch.setattr(main, "matches_dir", barred)
    assert main.run(Namespace(**OPTIONS)) == 0
    assert isinstance(seen[0], TitleScene)
    assert seen[0].dialog is not None
    assert "read-only" in seen[0].dialog.words


def test_a_folder_that_bars_settings_and_matches_is_told_once(
    seen, monkeypatch, tmp_path, caplog
):
    (tmp_path / "file").touch()
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path / "file" / "home"))
    assert main.run(Namespace(**OPTIONS)) == 0
    (line,) = (record for record in caplog.records if "cannot write" in record.getMessage())
    assert "matches are not saved" in line.getMessage()


def test_settings_that_alone_are_not_kept_are_told(seen, monkeypatch, tmp_path, caplog):
    def barred():
        raise UserFolderError(tmp_path / "config", "read-only")

    monkeypatch.setattr(main, "user_config_dir", barred)
    assert main.run(Namespace(**OPTIONS)) == 0
    (line,) = (record for record in caplog.records if "cannot write" in record.getMessage())
    assert "settings are not kept" in line.getMessage()


def test_without_a_screen_there_is_one_line(seen, monkeypatch):
    def barred(self, *args, **kwargs):
        raise NoScreenError("no screen")

    monkeypatch.setattr(App, "__init__", barred)
    with pytest.raises(NoScreenError, match="no screen"):
        main.run(Namespace(**OPTIONS))
