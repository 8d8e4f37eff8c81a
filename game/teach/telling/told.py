"""Sentences that carry the entries of the journal that they rest on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from game.charts import Figure, Paragraph, Section, Table
from game.words import Words


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence or a few, with the numbers of the entries they rest on."""

    text: str
    rests: tuple[int, ...]


Part: TypeAlias = Told | Paragraph | Table | Figure
"""A sentence of the match; words that are of no match; a table; a picture."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a debrief; `slug` names it in JSON and CSV."""

    slug: str
    title: str
    parts: tuple[Part, ...]

    @property
    def sentences(self) -> tuple[Told, ...]:
        """Its sentences about the match."""
        return tuple(part for part in self.parts if isinstance(part, Told))


class References:
    """Where a reader finds an entry: its round and its number in the journal."""

    def __init__(self, words: Words, rounds: Mapping[int, int]) -> None:
        """Refer to entries by the round that each is found in."""
        self._words = words
        self._rounds = rounds

    def text(self, rests: Iterable[int]) -> str:
        """Return references: `3·41`, or `3·41–44` for entries one after the other."""
        runs: list[list[int]] = []
        for number in sorted(set(rests)):
            if (
                runs
                and number == runs[-1][-1] + 1
                and self._round(number) == self._round(runs[-1][0])
            ):
                runs[-1].append(number)
            else:
                runs.append([number])
        return self._words.commas([self._run(run) for run in runs])

    def section(self, chapter: Chapter) -> Section:
        """Return a chapter for the page, each sentence with its references behind it."""
        return Section(
            chapter.title,
            tuple(
                Paragraph(self.marked(part)) if isinstance(part, Told) else part
                for part in chapter.parts
            ),
        )

    def marked(self, told: Told) -> str:
        """Return a sentence with its references behind it."""
        if not told.rests:
            return told.text
        return f"{told.text} [{self.text(told.rests)}]"

    def _round(self, number: int) -> int:
        return self._rounds.get(number, 0)

    def _run(self, run: list[int]) -> str:
        if run[0] == 0:
            return self._words.text_for("reference", "start")
        first = f"{self._round(run[0])}·{run[0]}"
        return first if len(run) == 1 else f"{first}–{run[-1]}"
