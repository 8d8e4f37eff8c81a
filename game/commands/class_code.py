"""`class`: make the code of a class; and what `--class` means when a match begins."""

import argparse

from game.commands.choice import check_scenario
from game.commands.faults import InputError
from game.content import load_content
from game.match import HUMAN, check_seat
from game.teach.classes import ClassCodeError, class_deal, decode, encode, salt_of


def class_code(options: argparse.Namespace) -> int:
    """Print the code of a class and return the exit code.

    Raises:
        InputError: A code can't hold these seats.
        UnknownScenarioError: There is no such scenario.
        UnknownSeatError: Nobody of this name can sit at a side.
    """
    content = load_content()
    scenario = check_scenario(content, options.scenario)
    seats = check_seat(options.nato or HUMAN), check_seat(options.russia or HUMAN)
    try:
        deal = class_deal(content, scenario, seats, salt_of(options.salt))
    except ClassCodeError as error:
        raise InputError(str(error)) from error
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
            raise InputError(f"--class sets what is played: leave --{name} out")
    try:
        deal = decode(load_content(), code)
    except ClassCodeError as error:
        raise InputError(str(error)) from error
    options.scenario = deal.scenario
    options.nato, options.russia = deal.seats
    options.seed = deal.seed
