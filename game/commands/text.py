"""`text`: the same match in a terminal."""

import argparse
import secrets

from game.commands.choice import check_choice, content_with, save_to_resume
from game.commands.terminal.session import Session
from game.commands.terminal.terminal import Terminal
from game.match import HUMAN, Match
from game.paths import matches_dir
from game.words import Words, environment_language

_SCENARIO = "long-negotiation"
_RIVAL = "search:3:hidden"
_SEED_BITS = 32


def text(options: argparse.Namespace, terminal: Terminal | None = None) -> int:
    """Play a match in the terminal and return the exit code."""
    check_choice(options)
    match = _match(options)
    sectors = match.content.scenarios[match.scenario].options.sectors
    words = Words(match.content, options.lang or environment_language(), sectors=sectors)
    try:
        Session(match, words, terminal or Terminal.standard()).run()
    finally:
        match.close()
    return 0


def _match(options: argparse.Namespace) -> Match:
    """Return the match that was asked for: a new one or a saved one."""
    saved = save_to_resume(options.resume)
    if saved is not None:
        return Match.resume(saved)
    scenario = options.scenario or _SCENARIO
    content = content_with(scenario)
    seed = secrets.randbits(_SEED_BITS) if options.seed is None else options.seed
    seats = (options.nato or HUMAN, options.russia or _RIVAL)
    asked = bool(options.predictions)
    return Match.start(content, scenario, seed, seats, matches_dir(), predictions=asked)
