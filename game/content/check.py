"""What the command `check` asks: which problems do these folders have?"""

from pathlib import Path

from game import paths
from game.content.errors import ContentError, Problem
from game.content.files import is_whole
from game.content.load import load_content


def check(*folders: Path) -> tuple[Problem, ...]:
    """Return every problem of the shipped data, or of the given folders.

    The first folder may be whole data; packs are read over it, or over the shipped data.
    """
    whole = () if folders and is_whole(folders[0]) else (paths.data_path(),)
    try:
        load_content(*whole, *folders)
    except ContentError as error:
        return error.problems
    return ()
