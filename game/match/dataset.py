"""Matches as data: one JSON object a line, with all that was decided and all that happened.

`defend-together simulate --record FILE` writes such a file; here it is read. A line holds the
whole truth, secrets included; what a side knew is asked of the positions that come of it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final, Self

from game import __version__
from game.content import Content
from game.content.vocabulary import SIDES
from game.engine import State, new_state
from game.engine.events import Event
from game.match.event_json import event_from_json, event_to_json
from game.match.series import Result, Series

FORMAT: Final = 1
"""Fields may be added to a format; a field that changes its meaning makes another."""


class RecordError(ValueError):
    """A line is no record of a match, or not of one that this content plays."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One match of a record. What is asked by side is an object with `nato` and `russia`.

    Attributes:
        format: Of the line; 1.
        version: Of the game that played it.
        content: The SHA-256 in hex of the data it was played with.
        scenario: Its slug.
        seats: By side, who was asked to play.
        series_seed: The seed of the series.
        game: Its number in the series, from 1.
        seed: The match's own: with content, scenario and actions the whole match.
        verdict: How it ended.
        mandates: By side.
        points: By side, at the end.
        targets: By side.
        utilities: By side, -1 to 1.
        fallen: The governments that fell.
        rounds: The round it ended in.
        hottest: The highest Tension there was.
        joint_levels: By ladder, at the end.
        sides: Who took each decision: 0 NATO, 1 Russia.
        actions: Every decision, as the engine's code.
        events: What happened, a list for the opening and one after each decision.
    """

    format: int
    version: str
    content: str
    scenario: str
    seats: dict[str, str]
    series_seed: int
    game: int
    seed: int
    verdict: str
    mandates: dict[str, str]
    points: dict[str, float]
    targets: dict[str, float]
    utilities: dict[str, float]
    fallen: list[str]
    rounds: int
    hottest: int
    joint_levels: list[int]
    sides: list[int]
    actions: list[int]
    events: list[list[dict[str, Any]]]

    @classmethod
    def of(cls, series: Series, result: Result, content: Content) -> Self:
        """Return a game of a series, its events worked out anew from its decisions."""
        outcome = result.outcome
        sides, events = _happened(content, series.scenario, result)
        return cls(
            format=FORMAT,
            version=__version__,
            content=content.fingerprint,
            scenario=series.scenario,
            seats=dict(zip(SIDES, series.seats, strict=True)),
            series_seed=series.seed,
            game=result.number,
            seed=result.seed,
            verdict=outcome.verdict,
            mandates=dict(zip(SIDES, outcome.mandates, strict=True)),
            points=dict(zip(SIDES, (each / 10 for each in outcome.points), strict=True)),
            targets=dict(zip(SIDES, (each / 10 for each in outcome.targets), strict=True)),
            utilities=dict(zip(SIDES, outcome.utilities, strict=True)),
            fallen=[SIDES[side] for side in outcome.fallen],
            rounds=result.rounds,
            hottest=result.hottest,
            joint_levels=list(result.joint_levels),
            sides=sides,
            actions=list(result.actions),
            events=[[event_to_json(event) for event in some] for some in events],
        )

    def line(self) -> str:
        """Return it as a line of JSON, without its end."""
        plain = {field.name: getattr(self, field.name) for field in fields(self)}
        return json.dumps(plain, separators=(",", ":"))

    def positions(self, content: Content) -> Iterator[tuple[State, int]]:
        """Yield each position with the action that was taken there. Don't change them.

        Raises:
            RecordError: The content is another than it was played with.
        """
        if content.fingerprint != self.content:
            raise RecordError(f"match {self.game} was played with other data than this")
        state = new_state(content, self.scenario, self.seed)
        for action in self.actions:
            yield state, action
            state = state.clone()
            state.apply_checked(action)

    def happened(self, decided: int) -> list[Event]:
        """Return the events after so many decisions; 0: the opening."""
        return [event_from_json(event) for event in self.events[decided]]


def read_record(path: Path) -> Iterator[Recorded]:
    """Yield the matches of a record, in order.

    Raises:
        OSError: The file can't be read.
        RecordError: A line is no record of a match.
    """
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            yield _read(line, f"{path}:{number}")


def _read(line: str, where: str) -> Recorded:
    """Return the match of a line; fields that are not known here are passed over."""
    try:
        plain = json.loads(line)
        known = {field.name: plain[field.name] for field in fields(Recorded)}
    except (ValueError, KeyError, TypeError) as error:
        raise RecordError(f"{where}: no record of a match ({error})") from error
    if known["format"] != FORMAT:
        raise RecordError(f"{where}: a record of format {known['format']}, not {FORMAT}")
    return Recorded(**known)


def _happened(
    content: Content, scenario: str, result: Result
) -> tuple[list[int], list[list[Event]]]:
    """Return who took each decision of a game, and the events of opening and decisions."""
    log: list[Event] = []
    state = new_state(content, scenario, result.seed, log)
    sides, events = [], [log]
    for action in result.actions:
        assert state.to_move is not None, "the game went on"
        sides.append(state.to_move)
        state.log = log = []
        state.apply(action)
        events.append(log)
    return sides, events
