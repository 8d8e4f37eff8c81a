"""`check`: is the data right?"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.content import load_content
from game.content.check import check as check_content
from game.words import RulebookError, Words, rulebook

MOST_SHOWN: Final = 20


def check(folders: Sequence[Path]) -> int:
    """Print what is wrong with the shipped data, or with folders; return the exit code."""
    problems = check_content(*folders)
    for problem in problems[:MOST_SHOWN]:
        print(problem, file=sys.stderr)
    if len(problems) > MOST_SHOWN:
        print(f"and {len(problems) - MOST_SHOWN} more", file=sys.stderr)
    if problems:
        return 1
    if not folders and (fault := _fault_of_the_rulebook()):
        print(f"data/rules/rulebook.md: {fault}", file=sys.stderr)
        return 1
    print("No problems found.")
    return 0


def _fault_of_the_rulebook() -> str:
    """Return what is wrong with the shipped rulebook, or nothing."""
    try:
        rulebook(Words(load_content()))
    except (OSError, RulebookError) as error:
        return str(getattr(error, "strerror", None) or error)
    return ""
