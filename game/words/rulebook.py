"""The rulebook: numbered chapters and paragraphs, with numbers and names filled in.

The text is `data/rules/rulebook.md`, translated piece by piece by the catalogue. What stands
in braces comes from the content, so that every number is said once.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.words.catalogue import Words, decimal, number, signed
from game.words.names import (
    SECTOR_STEPS,
    card_title,
    crisis_title,
    ladder_name,
    mandate_title,
    response_title,
    side_index,
    side_name,
    site_name,
    step_title,
)
from game.words.rounds import scenario_title
from game.words.rulebook_tables import TABLES
from game.words.rulebook_text import CONTEXT, source_text, translated

_BRACES: Final = re.compile(r"\{([^{}\n]+)\}")
_CHAPTER: Final = re.compile(r"^## (\d+) (.+)$")
_PARAGRAPH: Final = re.compile(r"^\*\*(\d+\.\d+)\*\* ?")


class RulebookError(ValueError):
    """The rulebook names what the content doesn't hold."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph; its text is Markdown and may hold a list or a table."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A numbered chapter."""

    number: int
    title: str
    paragraphs: tuple[Paragraph, ...]


def rulebook_text(words: Words, folder: Path | None = None) -> str:
    """Return the whole rulebook as Markdown.

    Raises:
        RulebookError: It names what the content doesn't hold.
    """
    text = translated(source_text(folder), lambda piece: words.text_for(CONTEXT, piece))
    return filled_in(words, text)


def filled_in(words: Words, text: str) -> str:
    """Return a text with what stands in its braces taken from the content.

    Raises:
        RulebookError: It names what the content doesn't hold.
    """
    return _BRACES.sub(lambda match: _filled(words, match.group(1)), text)


def rulebook(words: Words, folder: Path | None = None) -> tuple[Chapter, ...]:
    """Return the rulebook by chapters and paragraphs."""
    chapters: list[tuple[int, str, list[list[str]]]] = []
    for line in rulebook_text(words, folder).splitlines():
        head = _CHAPTER.match(line)
        if head:
            chapters.append((int(head.group(1)), head.group(2), []))
        elif chapters:
            _add_line(chapters[-1][2], line)
    return tuple(
        Chapter(n, title, tuple(_paragraph(lines) for lines in paragraphs))
        for n, title, paragraphs in chapters
    )


def _add_line(paragraphs: list[list[str]], line: str) -> None:
    """Add a line to the chapter's last paragraph, or begin one with it."""
    if _PARAGRAPH.match(line):
        paragraphs.append([])
    if paragraphs:
        paragraphs[-1].append(line)


def _paragraph(lines: list[str]) -> Paragraph:
    head = _PARAGRAPH.match(lines[0])
    text = "\n".join(lines).strip()
    if head is None:
        return Paragraph("", text)
    return Paragraph(head.group(1), text[head.end() :])


def _filled(words: Words, name: str) -> str:
    """Return what stands for a name in braces."""
    kind, colon, rest = name.partition(":")
    try:
        return _NAMES[kind](words, rest) if colon else _number(words, name)
    except (AttributeError, IndexError, KeyError, StopIteration, ValueError) as error:
        raise RulebookError(f"the rulebook names {{{name}}}, which is not there") from error


def _number(words: Words, name: str) -> str:
    """Return a number of the content: `drift`, `+drift`, `|drift|`, `gates.2`."""
    bare = name.strip("+|")
    value = _value(words, bare)
    if name.startswith("|"):
        return str(abs(value))
    return signed(value) if name.startswith("+") else number(value)


def _value(words: Words, name: str) -> int:
    """Return a number of `numbers.yaml`, or one of a site: `site.morag.deploy_support`."""
    first, _, rest = name.partition(".")
    if first == "site":
        slug, _, field = rest.partition(".")
        return int(getattr(words.content.sites[slug], field))
    value = getattr(words.content.numbers, first)
    return int(value[int(rest) - 1]) if rest else int(value)


def _points(words: Words, name: str) -> str:
    """Return a number of tenths as points."""
    return decimal(words, _value(words, name), 1)


def _hundredths(words: Words, name: str) -> str:
    return decimal(words, _value(words, name), 2)


def _sectors(words: Words, name: str) -> str:
    """Return the names of the steps of Sectors."""
    del name
    titles = [words.text("*{name}*", name=words.text(title)) for title in SECTOR_STEPS]
    return words.listing(titles)


def _step(words: Words, name: str) -> str:
    ladder, _, step = name.partition(".")
    return step_title(words, ladder, int(step))


def _response(words: Words, name: str) -> str:
    """Return the title of a response, `crisis.response`, of whichever side has it."""
    crisis, _, response = name.partition(".")
    spec = words.content.crises[crisis]
    sides = (spec.nato, spec.russia)
    side = next(i for i in (0, 1) if any(one.slug == response for one in sides[i]))
    return response_title(words, crisis, side, response)


def _card(words: Words, slug: str) -> str:
    """Return a card's title with its side's name behind it."""
    side = side_name(words, side_index(words.content.cards[slug].side))
    return words.text("*{card}* ({side})", card=card_title(words, slug), side=side)


_NAMES: Final[Mapping[str, Callable[[Words, str], str]]] = {
    "card": _card,
    "site": site_name,
    "crisis": lambda words, slug: words.text("*{name}*", name=crisis_title(words, slug)),
    "ladder": ladder_name,
    "mandate": mandate_title,
    "scenario": lambda words, slug: scenario_title(words, words.content.scenarios[slug]),
    "points": _points,
    "hundredths": _hundredths,
    "sectors": _sectors,
    "step": _step,
    "response": _response,
    "table": lambda words, name: TABLES[name](words),
}
