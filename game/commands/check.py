"""`check`: is the data right?"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.content import load_content
from game.content.check import check as check_content
from game.words import RulebookError, Words, rulebook
from game.words.catalogue_check import check_catalogues

MOST_SHOWN: Final = 20


def check(folders: Sequence[Path]) -> int:
    """Print what is wrong with the shipped data, or with folders; return the exit code."""
    problems: list[object] = [*check_content(*folders)]
    if not folders and not problems:
        problems = [*_faults_of_the_rulebook(), *_faults_of_the_catalogues()]
    _show(problems)
    if problems:
        return 1
    print("No problems found.")
    return 0


def _show(problems: Sequence[object]) -> None:
    for problem in problems[:MOST_SHOWN]:
        print(problem, file=sys.stderr)
    if len(problems) > MOST_SHOWN:
        print(f"and {len(problems) - MOST_SHOWN} more", file=sys.stderr)


def _faults_of_the_rulebook() -> list[str]:
    """Return what is wrong with the shipped rulebook, one line or none."""
    try:
        rulebook(Words(load_content()))
    except (OSError, RulebookError) as error:
        fault = str(getattr(error, "strerror", None) or error)
        return [f"data/rules/rulebook.md: {fault}"]
    return []


def _faults_of_the_catalogues() -> list[object]:
    """Return the grave faults; print what is only missing, for English stands in for it."""
    faults = check_catalogues()
    missing = [fault for fault in faults if not fault.grave]
    if missing:
        print("Not translated yet; English stands in:", file=sys.stderr)
        _show(missing)
    return [fault for fault in faults if fault.grave]
