"""`class`: make the code of a class; and what `--class` means when a match begins."""

import argparse

from game.commands.choice import content_with
from game.commands.faults import InputError
from game.content.packs import all_contents
from game.match import HUMAN, check_seat
from game.teach.classes import ClassCodeError, ClassDeal, class_deal, decode, encode, salt_of
from game.told import mark


def class_code(options: argparse.Namespace) -> int:
    """Print the code of a class and return the exit code.

    Raises:
        InputError: A code can't hold these seats.
        UnknownScenarioError: There is no such scenario.
        UnknownSeatError: Nobody of this name can sit at a side.
    """
    content, scenario = content_with(options.scenario), options.scenario
    seats = check_seat(options.nato or HUMAN), check_seat(options.russia or HUMAN)
    try:
        deal = class_deal(content, scenario, seats, salt_of(options.salt))
    except ClassCodeError as error:
        raise InputError(error.told) from error
    print(encode(content, deal))
    return 0


def take_class(options: argparse.Namespace) -> None:
    """Let a class code, where one was given, set scenario, seats and seed.

    Raises:
        InputError: The code can't be used, or something that it sets was given too.
    """
    code = options.class_code
    if code is None:
        return
    for name in ("scenario", "nato", "russia", "seed", "resume"):
        if getattr(options, name) is not None:
            raise InputError(
                mark("--class sets what is played: leave {option} out"), option=f"--{name}"
            )
    deal = _decoded(code)
    options.scenario = deal.scenario
    options.nato, options.russia = deal.seats
    options.seed = deal.seed


def _decoded(code: str) -> ClassDeal:
    """Return the deal of a code that was made with the standard data or with a pack here.

    Raises:
        InputError: It was made with neither, or is none.
    """
    first: ClassCodeError | None = None
    for content in all_contents():
        try:
            return decode(content, code)
        except ClassCodeError as error:
            first = first or error
    assert first is not None, "there is always the standard data"
    raise InputError(first.told) from first
