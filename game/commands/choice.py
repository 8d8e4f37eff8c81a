"""What a person chose on the command line: scenario, seats, language, a save to go on with."""

import argparse
from difflib import get_close_matches
from pathlib import Path

from game.content import Content, load_content
from game.engine import UnknownScenarioError
from game.match import SaveError, check_seat, latest_unfinished
from game.paths import matches_dir
from game.words import Words


def check_choice(options: argparse.Namespace) -> None:
    """Refuse a scenario, seat or language that there isn't, before anything opens.

    Raises:
        UnknownScenarioError: There is no such scenario.
        UnknownSeatError: Nobody of this name can sit at a side.
        LanguageError: There is no such catalogue.
    """
    for seat in (options.nato, options.russia):
        if seat is not None:
            check_seat(seat)
    if options.scenario is None and options.lang is None:
        return
    content = load_content()
    if options.scenario is not None:
        check_scenario(content, options.scenario)
    if options.lang is not None:
        Words(content, options.lang)


def check_scenario(content: Content, slug: str) -> str:
    """Return the slug of a scenario.

    Raises:
        UnknownScenarioError: There is no such scenario.
    """
    if slug not in content.scenarios:
        near = get_close_matches(slug, content.scenarios, 1)
        hint = f", did you mean {near[0]!r}?" if near else ";"
        there = ", ".join(content.scenarios)
        raise UnknownScenarioError(f"no scenario {slug!r}{hint} there are {there}")
    return slug


def save_to_resume(wanted: str | None) -> Path | None:
    """Return the save that `--resume` means: the one named, or the one played last.

    Raises:
        SaveError: No match was left unfinished.
        UserFolderError: There is no folder of matches, nor can there be one.
    """
    if wanted is None:
        return None
    if wanted:
        return Path(wanted)
    folder = matches_dir()
    found = latest_unfinished(folder)
    if found is None:
        raise SaveError(folder, "no match was left unfinished here")
    return found
