"""Text: measured, wrapped and drawn. It is never shrunk and never cut short.

Sizes that go in and out are logical pixels; inside a :class:`Block` they are real ones, so
that what was measured is what is drawn.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import pygame

from game.ui import assets
from game.ui.kept import kept
from game.ui.syllables import breaks
from game.ui.theme import Colour, Role, Theme

LEFT: Final = "left"
CENTRE: Final = "centre"
RIGHT: Final = "right"

SOFT_HYPHEN: Final = "\N{SOFT HYPHEN}"

_BREAKS: Final = re.compile(r"\n|[ ]+|(?:[^ \n\u00AD\-/]|[\-/](?=\d))*[\-/\u00AD]?")
"""A hyphen before a figure holds: `SM-3` stays whole."""
_WHOLE: Final = re.compile(r"\n|[^\n]+")
"""What a line that may be of any width is broken at."""
_MARKS: Final = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>[^*]+?)\*")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one kind; ``colour`` is the name of a palette's colour."""

    text: str
    bold: bool = False
    italic: bool = False
    colour: str | None = None

    def saying(self, text: str) -> "Run":
        """Return other words of the same kind: what ``replace`` makes, a lot faster."""
        return Run(text, self.bold, self.italic, self.colour)

    def is_like(self, other: "Run") -> bool:
        """Return whether another run is of the same kind, whatever it says."""
        return (self.bold, self.italic, self.colour) == (other.bold, other.italic, other.colour)

    def role(self, base: Role) -> Role:
        """Return the role this run is set in, inside a text of role ``base``."""
        role = base.bold if self.bold else base
        return role.italic if self.italic else role


Rich: TypeAlias = str | Sequence[Run]


def runs(marked: str) -> tuple[Run, ...]:
    """Return the runs of a text in which ``**bold**`` and ``*italic*`` are marked."""
    found: list[Run] = []
    end = 0
    for mark in _MARKS.finditer(marked):
        found.append(Run(marked[end : mark.start()]))
        bold, italic = mark["bold"], mark["italic"]
        found.append(Run(bold or italic, bold=bold is not None, italic=italic is not None))
        end = mark.end()
    found.append(Run(marked[end:]))
    return tuple(run for run in found if run.text)


def plain(text: Rich) -> str:
    """Return the words alone."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one line in one role; ``x`` and ``baseline`` are real pixels in the block."""

    text: str
    role: Role
    colour: str | None
    x: int
    baseline: int


@dataclass(frozen=True, slots=True)
class Block:
    """A wrapped text, ready to be drawn.

    Attributes:
        width_px: The widest line; ``height_px`` all lines. Real pixels.
        broken: Whether a single word was wider than the block and had to be split.
    """

    pieces: tuple[Piece, ...]
    lines: int
    width_px: int
    height_px: int
    broken: bool
    theme: Theme

    @property
    def width(self) -> int:
        """Return the logical width, rounded up."""
        return math.ceil(self.theme.logical(self.width_px))

    @property
    def height(self) -> int:
        """Return the logical height, rounded up."""
        return math.ceil(self.theme.logical(self.height_px))

    def draw(
        self,
        target: pygame.Surface,
        at: tuple[float, float],
        colour: Colour,
        dimmed: bool = False,
    ) -> None:
        """Draw the block with its top left corner at a logical point.

        Runs with a colour of their own keep it, unless the block is ``dimmed``.
        """
        left, top = self.theme.point(at)
        for piece in self.pieces:
            own = colour
            if piece.colour is not None and not dimmed:
                own = getattr(self.theme.palette, piece.colour)
            words = _rendered(piece.text, piece.role, own, self.theme)
            ascent = assets.font(piece.role, self.theme).get_ascent()
            target.blit(words, (left + piece.x, top + piece.baseline - ascent))


def width(text: Rich, role: Role, theme: Theme) -> int:
    """Return the logical width of a text on one line, rounded up."""
    return block(text, role, theme).width


def height(text: Rich, role: Role, theme: Theme, room: float) -> int:
    """Return the logical height of a text wrapped to ``room``."""
    return block(text, role, theme, room).height


def line_height(role: Role, theme: Theme) -> int:
    """Return the logical height of one line, rounded up."""
    return math.ceil(theme.logical(theme.line_px(role)))


def block(
    text: Rich, role: Role, theme: Theme, room: float | None = None, align: str = LEFT
) -> Block:
    """Wrap a text to a logical width (or not at all) and return it, ready to be drawn.

    Lines are aligned within ``room``; without it, within the widest line.
    """
    parts = (Run(text),) if isinstance(text, str) else tuple(text)
    room_px = None if room is None else max(1, math.floor(room * theme.scale))
    return _block(parts, role, theme, room_px, align)


def write(
    target: pygame.Surface,
    theme: Theme,
    text: str,
    role: Role,
    colour: Colour,
    at: tuple[float, float],
    align: str = LEFT,
) -> pygame.Rect:
    """Draw one line with its baseline at a logical point; return the real rectangle."""
    words = _rendered(text, role, colour, theme)
    x, baseline = theme.point(at)
    if align == CENTRE:
        x -= words.get_width() // 2
    elif align == RIGHT:
        x -= words.get_width()
    return target.blit(words, (x, baseline - assets.font(role, theme).get_ascent()))


def centred(
    target: pygame.Surface,
    theme: Theme,
    text: str,
    role: Role,
    colour: Colour,
    rect: pygame.Rect,
) -> None:
    """Draw one line in the middle of a logical rectangle, by the height of its capitals."""
    baseline = baseline_at(rect.y + rect.height / 2, role, theme)
    write(target, theme, text, role, colour, (rect.x + rect.width / 2, baseline), CENTRE)


def baseline_at(middle: float, role: Role, theme: Theme) -> float:
    """Return the logical baseline at which capitals stand around a height.

    Half a pixel is taken off: the eye reads the middle of capitals and small letters.
    """
    return middle + cap_height(role, theme) / 2 - 0.5


def cap_height(role: Role, theme: Theme) -> float:
    """Return the logical height of a capital letter."""
    return theme.logical(assets.font(role, theme).metrics("H")[0][3])


@kept(1024)
def _rendered(text: str, role: Role, colour: Colour, theme: Theme) -> pygame.Surface:
    return assets.font(role, theme).render(text, True, colour)


@kept(4096)
def _measured(shown: str, font: pygame.font.Font) -> int:
    """Return the real width of words: the same ones are tried in one line after another."""
    return int(font.size(shown)[0])


@dataclass(slots=True)
class _Line:
    """The line being filled: its pieces and how far they reach, in real pixels."""

    pieces: list[tuple[Run, int]]
    reach: int = 0


class _Setter:
    """Fills lines word by word."""

    def __init__(self, role: Role, theme: Theme, room: int | None) -> None:
        self.role = role
        self.theme = theme
        self.room = room
        self.lines = [_Line([])]
        self.broken = False
        self._fonts: dict[tuple[bool, bool], pygame.font.Font] = {}

    def put(self, words: Sequence[Run]) -> None:
        """Add an unbreakable group of runs, on a new line if this one is full."""
        line = self.lines[-1]
        longer = self._longer(line, words)
        if self.room is None or longer.reach <= self.room or not words[0].text.strip(" "):
            self.lines[-1] = longer
        elif line.pieces:
            self._drop_trailing_space()
            self.lines.append(_Line([]))
            self.put(words)
        else:
            self._split(words)

    def new_line(self) -> None:
        """Begin a line, because the text asks for it."""
        self._drop_trailing_space()
        self.lines.append(_Line([]))

    def finish(self) -> None:
        """Forget the space at the end and set soft hyphens at the ends of lines only."""
        self._drop_trailing_space()

    def _width(self, run: Run) -> int:
        kind = run.bold, run.italic
        if kind not in self._fonts:
            self._fonts[kind] = assets.font(run.role(self.role), self.theme)
        return _measured(_shown(run.text), self._fonts[kind])

    def _longer(self, line: _Line, words: Sequence[Run]) -> _Line:
        """Return what a line would be with a group of runs at its end."""
        pieces, reach = list(line.pieces), line.reach
        for given in words:
            word = given
            if not pieces and len(self.lines) > 1:
                word = given.saying(given.text.lstrip(" "))
                if not word.text:
                    continue
            if pieces and pieces[-1][0].is_like(word):
                before, x = pieces.pop()
                word = word.saying(before.text + word.text)
            else:
                x = reach
            pieces.append((word, x))
            reach = x + self._width(word)
        return _Line(pieces, reach)

    def _add(self, word: Run) -> None:
        self.lines[-1] = self._longer(self.lines[-1], [word])

    def _split(self, words: Sequence[Run]) -> None:
        """Break what is wider than the room: between syllables where it has any."""
        self.broken = True
        for word in words:
            rest = word
            while not self._has_room(rest) and (len(rest.text) > 1 or self.lines[-1].pieces):
                head, rest = self._parted(rest)
                if head.text:
                    self._add(head)
                self.lines.append(_Line([]))
            self._add(rest)

    def _has_room(self, run: Run) -> bool:
        return self._longer(self.lines[-1], [run]).reach <= (self.room or 0)

    def _parted(self, run: Run) -> tuple[Run, Run]:
        """Return as much of a run as this line has room for, and the rest."""
        for place in reversed(list(breaks(run.text))):
            head = run.saying(run.text[:place] + SOFT_HYPHEN)
            if self._has_room(head):
                return head, run.saying(run.text[place:])
        fits = 0 if self.lines[-1].pieces else 1
        while self._has_room(run.saying(run.text[: fits + 1])):
            fits += 1
        return run.saying(run.text[:fits]), run.saying(run.text[fits:])

    def _drop_trailing_space(self) -> None:
        line = self.lines[-1]
        while line.pieces:
            run, x = line.pieces.pop()
            words = run.text.rstrip(" ")
            if words:
                run = run.saying(words)
                line.pieces.append((run, x))
                line.reach = x + self._width(run)
                return
            line.reach = x


@kept(2048)
def _block(
    parts: tuple[Run, ...], role: Role, theme: Theme, room: int | None, align: str
) -> Block:
    setter = _Setter(role, theme, room)
    for group in _groups(parts) if room is not None else _stretches(parts):
        if group[0].text == "\n":
            setter.new_line()
        else:
            setter.put(group)
    setter.finish()
    widest = max(line.reach for line in setter.lines)
    pieces = tuple(_placed(setter.lines, role, theme, widest if room is None else room, align))
    height_px = theme.line_px(role) * len(setter.lines)
    return Block(pieces, len(setter.lines), widest, height_px, setter.broken, theme)


def _groups(parts: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield what may not be broken: spaces, line ends, and words across changes of run."""
    group: list[Run] = []
    for part in parts:
        for token in _BREAKS.findall(part.text):
            if not token:
                continue
            run = part.saying(token)
            if token == "\n" or not token.strip(" "):
                if group:
                    yield group
                yield [run]
                group = []
                continue
            group.append(run)
            if len(token) > 1 and token[-1] in f"-/{SOFT_HYPHEN}":
                yield group
                group = []
    if group:
        yield group


def _stretches(parts: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield line ends and what is between them, where no line is ever full."""
    for part in parts:
        for token in _WHOLE.findall(part.text):
            yield [part.saying(token)]


def _shown(text: str) -> str:
    """Return what is seen: a hyphen for a soft one at the end, and none inside."""
    if text.endswith(SOFT_HYPHEN):
        text = text[:-1] + "-"
    return text.replace(SOFT_HYPHEN, "")


def _placed(
    lines: Sequence[_Line], role: Role, theme: Theme, room: int, align: str
) -> Iterator[Piece]:
    font = assets.font(role, theme)
    leading = theme.line_px(role)
    first = (leading - font.get_height()) // 2 + font.get_ascent()
    for number, line in enumerate(lines):
        spare = {LEFT: 0, CENTRE: (room - line.reach) // 2, RIGHT: room - line.reach}[align]
        for run, x in line.pieces:
            yield Piece(
                _shown(run.text),
                run.role(role),
                run.colour,
                spare + x,
                first + number * leading,
            )
