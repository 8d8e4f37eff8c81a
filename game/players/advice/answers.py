"""What holds whatever the other side answers to a crisis, for a stance, or for one answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from game.engine.reasons import Reason
from game.players.advice.grounds import Ground, Rests
from game.players.advice.prospects import Prospect

Said: TypeAlias = tuple[object, ...]
"""What a ground says, apart from what it rests on."""


def merged(grounds: Iterable[Ground], found: Sequence[Prospect]) -> Iterator[Ground]:
    """Yield grounds with equal ones of several answers told as one, their weights added.

    Args:
        grounds: Of a crisis answer, each resting on one answer of the other side's.
        found: All the answers that the other side may give.
    """
    stances: dict[Rests, int] = {}
    for prospect in found:
        stances[prospect.when] = stances.get(prospect.when, 0) + 1
    alike: dict[Said, list[Ground]] = {}
    for ground in grounds:
        alike.setdefault(_said(ground), []).append(ground)
    for same in alike.values():
        if len(same) == len(found):
            yield _together(same, "any")
            continue
        by_stance: dict[Rests, list[Ground]] = {}
        for ground in same:
            by_stance.setdefault(ground.rests, []).append(ground)
        yield from _by_stance(by_stance, stances)


def _by_stance(
    by_stance: Mapping[Rests, list[Ground]], stances: Mapping[Rests, int]
) -> Iterator[Ground]:
    """Yield what holds for a stance once, the rest answer by answer."""
    for stance, same in by_stance.items():
        if len(same) == stances[stance]:
            yield _together(same, stance)
        else:
            yield from same


def _together(same: Sequence[Ground], rests: Rests) -> Ground:
    return replace(
        same[0],
        rests=rests,
        answer="",
        own=sum(ground.own for ground in same),
        rival=sum(ground.rival for ground in same),
    )


def _said(ground: Ground) -> Said:
    return _flat(ground.reason), ground.then and _flat(ground.then)


def _flat(reason: Reason) -> Said:
    return reason.slug, *sorted(reason.values.items())
