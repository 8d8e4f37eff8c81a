"""`play`: the window."""

import argparse

from game.commands.choice import check_choice, save_to_resume
from game.commands.faults import InputError


def play(options: argparse.Namespace) -> int:
    """Open the window.

    `options` holds `scenario`, `nato`, `russia`, `seed`, `lang` and `resume`, each `None` if
    it wasn't given; `resume` is turned into the path of a save.
    """
    check_choice(options)
    options.resume = save_to_resume(options.resume)
    # Only now: pygame takes its time, and a wrong option needs none of it.
    from game.ui.display import NoScreenError
    from game.ui.main import run

    try:
        return run(options)
    except NoScreenError as error:
        raise InputError(error.told) from error
