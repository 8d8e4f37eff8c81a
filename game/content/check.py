"""What the command `check` asks: which problems do these folders have?"""

from pathlib import Path

from game import paths
from game.content.beside import problems_beside
from game.content.errors import ContentError, Problem
from game.content.files import is_whole
from game.content.lessons import has_lessons, load_lessons
from game.content.load import load_content
from game.content.packs import installed
from game.content.tutorial import has_tutorial, load_tutorial


def check(*folders: Path) -> tuple[Problem, ...]:
    """Return every problem of the shipped data and packs, or of the given folders.

    The first folder may be whole data; packs are read over it, or over the shipped data.
    """
    whole = () if folders and is_whole(folders[0]) else (paths.data_path(),)
    try:
        content = load_content(*whole, *folders)
        if problems := problems_beside(content):
            return problems
        root = (*whole, *folders)[0]
        if has_lessons(root):
            load_lessons(content, root)
        if has_tutorial(root):
            load_tutorial(content, root)
    except ContentError as error:
        return error.problems
    if folders:
        return ()
    return tuple(problem for one in installed() if one.shipped for problem in one.problems)
