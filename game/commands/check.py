"""`check`: is the data right?"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.content.check import check as check_content

MOST_SHOWN: Final = 20


def check(folders: Sequence[Path]) -> int:
    """Print what is wrong with the shipped data, or with folders; return the exit code."""
    problems = check_content(*folders)
    for problem in problems[:MOST_SHOWN]:
        print(problem, file=sys.stderr)
    if len(problems) > MOST_SHOWN:
        print(f"and {len(problems) - MOST_SHOWN} more", file=sys.stderr)
    if not problems:
        print("No problems found.")
    return 1 if problems else 0
