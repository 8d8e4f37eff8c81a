"""What a person chose on the command line: scenario, seats, language, a save to go on with."""

import argparse
from pathlib import Path

from game.content import Content, load_content
from game.content.packs import content_for, installed
from game.engine import UnknownScenarioError
from game.match import SaveError, check_seat, latest_unfinished
from game.paths import matches_dir
from game.told import mark
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
    content = load_content() if options.scenario is None else content_with(options.scenario)
    if options.lang is not None:
        Words(content, options.lang)


def content_with(scenario: str) -> Content:
    """Return the content that a scenario is played with: the standard one, or its pack's.

    Raises:
        UnknownScenarioError: There is no such scenario.
    """
    content = content_for(scenario)
    if scenario not in content.scenarios:
        of_packs = (slug for one in installed() for slug in one.scenarios)
        raise UnknownScenarioError(scenario, (*content.scenarios, *of_packs))
    return content


def check_scenario(content: Content, slug: str) -> str:
    """Return the slug of a scenario.

    Raises:
        UnknownScenarioError: There is no such scenario.
    """
    if slug not in content.scenarios:
        raise UnknownScenarioError(slug, tuple(content.scenarios))
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
        raise SaveError(folder, mark("no match was left unfinished here"))
    return found
