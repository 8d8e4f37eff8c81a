"""The window's beginning: content, a desk, the title, and a match if one was asked for."""

import argparse
import logging
from typing import Final

from game.content import load_content
from game.match import HUMAN
from game.paths import UserFolderError, matches_dir
from game.ui.app import App
from game.ui.desk import Desk
from game.ui.scene import Scene
from game.ui.scenes.title import Notice, TitleScene, mended
from game.ui.sitting import Sitting
from game.words import ENGLISH

CAPTION: Final = "Defend Together"
_SCENARIO: Final = "long-negotiation"
_RIVAL: Final = "greedy"


def run(options: argparse.Namespace) -> int:
    """Open the window and return the exit code once it is closed.

    Args:
        options: `scenario`, `nato`, `russia`, `seed`, `lang` and `resume`, each `None` if it
            wasn't given. A scenario, a seat or a seed begins a match at once.

    Raises:
        NoScreenError: There is no screen to open a window on.
        SaveError: The match to resume can't be used.
        UserFolderError: The match to resume can't be written to.
    """
    desk, notice = _desk(options.lang or ENGLISH)
    sitting = _asked_for(desk, options)
    if sitting is not None:
        notice = notice or mended(desk.words, sitting)
    first: Scene | None = None if sitting is None else sitting.next_scene()
    app = App(TitleScene(desk, first, notice), caption=CAPTION)
    app.run()
    return 0


def _desk(language: str) -> tuple[Desk, Notice | None]:
    """Return the desk, and what to tell when nothing can be saved."""
    content = load_content()
    try:
        return Desk(content, language, matches_dir()), None
    except UserFolderError as error:
        logging.getLogger(__name__).warning("matches are not saved: %s", error)
        desk = Desk(content, language, None)
        return desk, Notice(desk.words.text("Matches can’t be saved"), str(error))


def _asked_for(desk: Desk, options: argparse.Namespace) -> Sitting | None:
    """Return the sitting that the command line names, if it names one."""
    if options.resume is not None:
        return desk.resume(options.resume)
    if (options.scenario, options.nato, options.russia, options.seed) == (None,) * 4:
        return None
    seats = (options.nato or HUMAN, options.russia or _RIVAL)
    return desk.begin(options.scenario or _SCENARIO, seats, options.seed)
