"""`lab`: reports on many matches."""

import argparse
import json
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, Protocol

from game.charts import Page, html, plain
from game.commands.choice import check_scenario, content_with
from game.commands.faults import InputError, cant_write
from game.content import Content, load_content
from game.lab import (
    ClusterError,
    Crew,
    Deals,
    Fixture,
    Played,
    WorkersLostError,
    ladder,
    play_all,
    strategies,
)
from game.lab.ablation import AblationPlan
from game.lab.balance import BalancePlan
from game.lab.cards import CardsPlan
from game.lab.compare import ComparePlan
from game.lab.denial import denials
from game.lab.ladder import LadderPlan
from game.lab.progress import Progress
from game.lab.seating import Seat, read_seat
from game.lab.strategies import StrategiesPlan
from game.lab.targets import TargetsPlan
from game.lab.telling.ablation_page import ablation_page
from game.lab.telling.balance_page import balance_page
from game.lab.telling.cards_page import cards_page
from game.lab.telling.compare_page import compare_page
from game.lab.telling.ladder_page import ladder_page
from game.lab.telling.strategies_page import strategies_page
from game.told import mark
from game.words import Words, environment_language

DONE: Final = 0
AT_FAULT: Final = 1
OWN_FAULT: Final = 70
INTERRUPTED: Final = 130
MOST_SHOWN: Final = 5
"""Games that failed, of which more is said."""


def _content(options: argparse.Namespace) -> Content:
    """Return what is played: the scenario's content, or a folder's that was named."""
    if options.report != "compare":
        return content_with(options.scenario)
    content = load_content(options.one)
    check_scenario(content, options.scenario)
    return content


class Plan(Protocol):
    """A report that says what it has to have played."""

    def fixtures(self) -> list[Fixture]:
        """Return all games."""
        ...

    def told(self, played: Played) -> dict[str, Any]:
        """Return the report on the games that were played."""
        ...


def lab(options: argparse.Namespace) -> int:
    """Play what a report needs, print its gist, write it; return the exit code."""
    content = _content(options)
    words = Words(content, options.lang or environment_language())
    if options.out is not None:
        _check_writable(options.out)
    plan = _PLANS[options.report](content, options)
    contents = (content, plan.other) if isinstance(plan, ComparePlan) else (content,)
    played = _played(plan, contents, options, words)
    for fault in played.faults[:MOST_SHOWN]:
        print(
            f"deal {fault.fixture.deal}, {fault.fixture.group}: {fault.what}", file=sys.stderr
        )
    if played.trouble:
        print(played.trouble, file=sys.stderr)
    if not played.accounts:
        return OWN_FAULT if played.faults else INTERRUPTED
    told = plan.told(played)
    page = _PAGES[options.report](words, told)
    if options.out is None:
        print(plain(page), end="")
    else:
        print(plain(page, sections=2 if "calibration" in told else 1), end="")
        _write(options.out, told, page)
    if played.faults:
        return OWN_FAULT
    if played.trouble:
        return AT_FAULT
    return DONE if played.whole else INTERRUPTED


def _balance(content: Content, options: argparse.Namespace) -> Plan:
    """Return the plan of a report on balance."""
    seats = (read_seat(options.nato), read_seat(options.russia))
    return BalancePlan(
        _deals(content, options, options.games),
        seats,
        swap=options.swap,
        distrust=options.distrust,
        quantile=options.quantile,
    )


def _targets(content: Content, options: argparse.Namespace) -> Plan:
    """Return the plan of the table of targets."""
    deals = _deals(content, options, options.games)
    return TargetsPlan(deals, read_seat(options.seat), options.beside)


def _ladder(content: Content, options: argparse.Namespace) -> Plan:
    """Return the plan of a ladder: so many games a player and opponent, half from each seat."""
    deals = _deals(content, options, (options.games + 1) // 2)
    return LadderPlan(deals, _seats(options.seats) or ladder.STANDARD, _seats(options.against))


def _strategies(content: Content, options: argparse.Namespace) -> Plan:
    """Return the plan of a round robin."""
    deals = _deals(content, options, options.games)
    return StrategiesPlan(deals, _seats(options.seats) or strategies.STANDARD)


def _ablation(content: Content, options: argparse.Namespace) -> Plan:
    """Return the plan of an ablation."""
    there = denials(content, options.scenario)
    wanted = options.denied or there
    for name in wanted:
        if name not in there:
            near = get_close_matches(name, there, 1)
            known = ", ".join(there)
            if near:
                message = mark(
                    "--denied: no “{name}”, did you mean “{near}”? There are {there}"
                )
                raise InputError(message, name=name, near=near[0], there=known)
            message = mark("--denied: no “{name}”; there are {there}")
            raise InputError(message, name=name, there=known)
    deals = _deals(content, options, options.games)
    return AblationPlan(deals, read_seat(options.seat), tuple(wanted))


def _cards(content: Content, options: argparse.Namespace) -> Plan:
    """Return the plan of a report on cards."""
    seats = (read_seat(options.nato), read_seat(options.russia))
    return CardsPlan(_deals(content, options, options.games), seats)


def _compare(content: Content, options: argparse.Namespace) -> Plan:
    """Return the plan of a comparison."""
    other = load_content(options.other)
    check_scenario(other, options.scenario)
    return ComparePlan(
        _deals(content, options, options.games),
        other,
        (options.one.name or str(options.one), options.other.name or str(options.other)),
        (read_seat(options.nato), read_seat(options.russia)),
    )


_PLANS: Final[Mapping[str, Callable[[Content, argparse.Namespace], Plan]]] = {
    "balance": _balance,
    "targets": _targets,
    "ladder": _ladder,
    "strategies": _strategies,
    "ablation": _ablation,
    "cards": _cards,
    "compare": _compare,
}
_PAGES: Final[Mapping[str, Callable[[Words, dict[str, Any]], Page]]] = {
    "balance": balance_page,
    "targets": balance_page,
    "ladder": ladder_page,
    "strategies": strategies_page,
    "ablation": ablation_page,
    "cards": cards_page,
    "compare": compare_page,
}


def _deals(content: Content, options: argparse.Namespace, count: int) -> Deals:
    """Return the deals that a report plays."""
    return Deals(content, options.scenario, count, options.seed, options.mandates)


def _seats(names: Sequence[str] | None) -> tuple[Seat, ...]:
    """Return the seats of these names."""
    return tuple(read_seat(name) for name in names or ())


def _played(
    plan: Plan, contents: Sequence[Content], options: argparse.Namespace, words: Words
) -> Played:
    """Play a plan's games and say on standard error how that goes."""
    fixtures = plan.fixtures()
    progress = Progress(words, len(fixtures), sys.stderr, time.monotonic)
    crew = Crew(options.jobs, options.cluster)
    try:
        with _stopped_gently():
            return play_all(fixtures, contents, crew, progress)
    except (ClusterError, WorkersLostError) as error:
        raise InputError(str(error)) from error


@contextmanager
def _stopped_gently() -> Iterator[None]:
    """Let a request to end be an interrupt: what was played is reported."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _check_writable(path: Path) -> None:
    """Refuse a file that can't be written to, before an hour of games is played."""
    try:
        there = path.exists()
        with path.open("a", encoding="utf-8"):
            pass
        if not there:
            path.unlink()
    except OSError as error:
        raise cant_write("--out", path, error) from error


def _write(path: Path, told: dict[str, Any], page: Page) -> None:
    """Write a report in the form that its file's ending asks for."""
    match path.suffix.lower():
        case ".json":
            text = json.dumps(told, indent=2, ensure_ascii=False) + "\n"
        case ".txt":
            text = plain(page)
        case _:
            text = html(page)
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise cant_write("--out", path, error) from error
