"""`check`: is the data right?"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from game.content import load_content
from game.content.check import check as check_content
from game.content.files import is_whole
from game.paths import data_path
from game.words import RulebookError, Speech, Words, environment_language, rulebook
from game.words.catalogue_check import Fault, check_catalogues
from game.words.pack_check import pack_faults

MOST_SHOWN: Final = 20


def check(folders: Sequence[Path], language: str | None = None) -> int:
    """Print what is wrong with the shipped data, or with folders; return the exit code."""
    speech = Speech(language or environment_language())
    problems: list[object] = [*check_content(*folders)]
    if folders and not problems:
        problems = [*_faults_of_a_pack(speech, folders)]
    if not folders and not problems:
        problems = [*_faults_of_the_rulebook(), *_faults_of_the_catalogues(speech)]
    show_problems(speech, problems)
    if problems:
        return 1
    print(speech.text("No problems found."))
    return 0


def show_problems(speech: Speech, problems: Sequence[object]) -> None:
    """Print the first problems on standard error, and how many more there are."""
    for problem in problems[:MOST_SHOWN]:
        print(problem, file=sys.stderr)
    if len(problems) > MOST_SHOWN:
        print(speech.text("and {n} more", n=len(problems) - MOST_SHOWN), file=sys.stderr)


def _faults_of_the_rulebook() -> list[str]:
    """Return what is wrong with the shipped rulebook, one line or none."""
    try:
        rulebook(Words(load_content()))
    except (OSError, RulebookError) as error:
        fault = str(getattr(error, "strerror", None) or error)
        return [f"data/rules/rulebook.md: {fault}"]
    return []


def _faults_of_a_pack(speech: Speech, folders: Sequence[Path]) -> list[object]:
    """Return the grave faults of a pack's catalogues, if the last folder is a pack."""
    whole = () if is_whole(folders[0]) else (data_path(),)
    content = load_content(*whole, *folders)
    return _grave(speech, pack_faults(content)) if content.packs else []


def _faults_of_the_catalogues(speech: Speech) -> list[object]:
    """Return the grave faults of the game's own catalogues."""
    return _grave(speech, check_catalogues())


def _grave(speech: Speech, faults: Sequence[Fault]) -> list[object]:
    """Return the grave faults; print what is only missing, for English stands in for it."""
    missing = [fault for fault in faults if not fault.grave]
    if missing:
        print(speech.text("Not translated yet; English stands in:"), file=sys.stderr)
        show_problems(speech, missing)
    return [fault for fault in faults if fault.grave]
