"""The window's beginning: content, a desk, the title, and a match if one was asked for."""

import argparse
import gc
import logging
from dataclasses import replace
from pathlib import Path
from typing import Final

from game.content import load_content
from game.match import HUMAN
from game.paths import UserFolderError, matches_dir, user_config_dir
from game.ui.app import App
from game.ui.crash import CrashCare
from game.ui.desk import Desk
from game.ui.preferences import Preferences
from game.ui.scene import Scene
from game.ui.scenes.title import Notice, TitleScene, mended
from game.ui.sitting import Sitting
from game.words import environment_language, offered

CAPTION: Final = "Defend Together"
_SCENARIO: Final = "long-negotiation"
_RIVAL: Final = "search:3:hidden"


def run(options: argparse.Namespace) -> int:
    """Open the window and return the exit code once it is closed.

    Args:
        options: `scenario`, `nato`, `russia`, `seed`, `lang`, `predictions` and `resume`, each
            `None` if it wasn't given. A scenario, a seat or a seed begins a match at once.

    Raises:
        NoScreenError: There is no screen to open a window on.
        SaveError: The match to resume can't be used.
        UserFolderError: The match to resume can't be written to.
    """
    preferences, unkept = _preferences()
    if options.lang is not None:
        preferences.note(replace(preferences.settings, language=options.lang))
    elif preferences.fresh:
        language = environment_language()
        preferences.note(replace(preferences.settings, language=language))
    desk, notice = _desk(offered(preferences.settings.language), preferences, unkept)
    sitting = _asked_for(desk, options)
    if sitting is not None:
        notice = notice or mended(desk.words, sitting)
    first: Scene | None = None if sitting is None else sitting.next_scene()
    app = App(TitleScene(desk, first, notice), caption=CAPTION, preferences=preferences)
    app.rescue = CrashCare(desk)
    try:
        app.tick(0.0)  # the first picture reads the map and the fonts
        hold_for_good()
        app.run()
    finally:
        gc.unfreeze()
        desk.leave()
    return 0


def hold_for_good() -> None:
    """Let Python's collector leave alone what is loaded by now: it stays until the end.

    Content, map and modules are many thousands of objects. To look through all of them takes
    as long as four pictures, again and again and in the middle of whatever moves then; what
    comes and goes while somebody plays is looked through in a tenth of that.
    """
    gc.collect()
    gc.freeze()


def _preferences() -> tuple[Preferences, UserFolderError | None]:
    """Return the settings of the player, and why they can't be kept if they can't."""
    try:
        return Preferences.of(user_config_dir()), None
    except UserFolderError as error:
        return Preferences(), error


def _desk(
    language: str, preferences: Preferences, unkept: UserFolderError | None
) -> tuple[Desk, Notice | None]:
    """Return the desk, and what to tell when nothing can be saved.

    Where one folder is to blame for the settings (`unkept`) and the matches, one line says so.
    """
    content = load_content()
    folder: Path | None = None
    unsaved: UserFolderError | None = None
    try:
        folder = matches_dir()
    except UserFolderError as error:
        unsaved = error
    _warn(unkept, unsaved)
    desk = Desk(content, language, folder, preferences)
    if unsaved is not None:
        return desk, Notice(desk.words.text("Matches can’t be saved"), desk.words.told(unsaved))
    if preferences.notice is None:
        return desk, None
    return desk, Notice(
        desk.words.text("The settings can’t be used"), desk.words.told(preferences.notice)
    )


def _warn(unkept: UserFolderError | None, unsaved: UserFolderError | None) -> None:
    """Say on the error stream what is not kept."""
    log = logging.getLogger(__name__)
    if unsaved is not None:
        log.warning("matches are not saved: %s", unsaved)
    if unkept is None or (unsaved and unkept.folder.parent in unsaved.folder.parents):
        return
    log.warning("settings are not kept: %s", unkept)


def _asked_for(desk: Desk, options: argparse.Namespace) -> Sitting | None:
    """Return the sitting that the command line names, if it names one."""
    if options.resume is not None:
        return desk.resume(options.resume)
    if (options.scenario, options.nato, options.russia, options.seed) == (None,) * 4:
        return None
    seats = (options.nato or HUMAN, options.russia or _RIVAL)
    scenario = options.scenario or _SCENARIO
    return desk.begin(scenario, seats, options.seed, predictions=bool(options.predictions))
