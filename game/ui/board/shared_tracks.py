"""The strip of what both sides share: Tension, Initiative, Outside threat and the door."""

from typing import Final

import pygame
from pygame import Rect

from game.engine.preview import Preview
from game.ui import text
from game.ui.board.shared_numbers import SharedNumbers
from game.ui.draw import mark
from game.ui.draw.bar import BAR_HEIGHT, TENSION_HEIGHT, initiative_bar, scale_bar, tension_bar
from game.ui.draw.frame import rule
from game.ui.theme import DIALOG_TITLE, NOTE, NOTE_BOLD, VALUE, Role, Theme
from game.ui.widgets.button import Pressable
from game.ui.widgets.widget import Hint, Widget
from game.words import (
    Words,
    change,
    door_name,
    door_note,
    door_tooltip,
    side_name,
    signed,
    track_name,
    track_tooltip,
)

HEIGHT: Final = 56
_NAME: Final = DIALOG_TITLE.sized(17, 22)
_EDGE: Final = 16
_GAP: Final = 16
_TENSION_BAR: Final = 180
_INITIATIVE_BAR: Final = 180
_THREAT_BAR: Final = 70
_SHORTER: Final = 60
"""How much shorter a long bar may become."""
_OPEN: Final = 2
_RULES: Final = {"tension": "6.9", "initiative": "1.2", "threat": "1.2", "door": "1.5"}
"""Where the rulebook says more about each track."""


class SharedTracks(Widget):
    """The strip. With ``becomes`` what would change is hatched or written with an arrow."""

    backdrop = True
    bleed = 0

    def __init__(
        self, words: Words, view: SharedNumbers, becomes: Preview | None = None
    ) -> None:
        self.tension = _Tension(words, view, becomes)
        self.initiative = _Initiative(words, view, becomes)
        self.threat = _Threat(words, view, becomes)
        self.door = _Door(words, view, becomes)
        super().__init__("tracks", [self.tension, self.initiative, self.threat, self.door])

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of the strip."""
        return HEIGHT

    def place(self, rect: Rect, theme: Theme) -> None:
        """Give the door and the threat what they want, Tension the most of the rest."""
        self.rect = rect.copy()
        self._shorten_bars(rect.width, theme)
        door = max(158, self.door.natural_width(theme))
        threat = max(260, self.threat.natural_width(theme))
        initiative = self.initiative.natural_width(theme)
        initiative = max(362 if self.initiative.bar == _INITIATIVE_BAR else 0, initiative)
        spare = max(0, rect.width - 1280) // 4
        widths = [initiative + spare, threat + spare, door + spare]
        left = rect.x
        for track, wide in zip(self.children, [rect.width - sum(widths), *widths], strict=True):
            track.place(Rect(left, rect.y, wide, rect.height), theme)
            left += wide

    def _shorten_bars(self, room: int, theme: Theme) -> None:
        """Let long names have room from the two long bars, where there is too little."""
        tension, initiative = self.tension, self.initiative
        tension.bar, initiative.bar = _TENSION_BAR, _INITIATIVE_BAR
        tracks = (tension, initiative, self.threat, self.door)
        missing = sum(track.natural_width(theme) for track in tracks) - room
        if missing > 0:
            cut = min(_SHORTER, (missing + 1) // 2)
            tension.bar -= cut
            initiative.bar -= cut

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        """Paint the ground and the lines between the tracks."""
        target.fill(theme.palette.panel, theme.rect(self.rect))
        rule(target, theme, (self.rect.x, self.rect.bottom - 1), self.rect.width)
        for track in self.children[1:]:
            rule(target, theme, (track.rect.x, self.rect.y + 8), 40, down=True)


class _Track(Pressable):
    """A track of the strip: its name above its value; ``paint`` adds the bar.

    Attributes:
        bar: The least length of its bar, where that may differ.
        marked: Whether the value stands out because it has just changed.
    """

    bleed = 0
    warms = False

    def __init__(self, track: str, name: str, value: str, hint: tuple[str, str]) -> None:
        super().__init__(f"track:{track}")
        self.name = name
        self.value = value
        self.hint = Hint(hint[1], hint[0], _RULES[track])
        self.marked = False
        self.bar = 0

    @property
    def focus_rect(self) -> Rect:
        """Return a little less than its place: neighbours touch."""
        return self.rect.inflate(-14, -12)

    def says(self) -> str:
        """Return name and value."""
        return f"{self.name} {self.value}"

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return the room of name, value and a short bar."""
        return self.natural_width(theme), 0

    def natural_width(self, theme: Theme) -> int:
        """Return the width that it wants at least."""
        return self.bar_left(theme) + _GAP

    def bar_left(self, theme: Theme) -> int:
        """Return how far from the left edge the bar begins."""
        value = text.width(self.value, VALUE, theme) + self.note_width(theme)
        return _EDGE + max(text.width(self.name, _NAME, theme), value) + _GAP - 4

    def note_width(self, theme: Theme) -> int:
        """Return the width of what stands behind the value."""
        return 0

    def write(self, target: pygame.Surface, theme: Theme, left: int) -> int:
        """Write name and value; return where the value ends."""
        palette = theme.palette
        first, second = self.baselines(theme)
        text.write(target, theme, self.name, _NAME, palette.ink, (left, first))
        write_value(target, theme, self.value, VALUE, (left, second), marked=self.marked)
        return left + text.width(self.value, VALUE, theme)

    def baselines(self, theme: Theme) -> tuple[float, float]:
        """Return the lines that name and value stand on."""
        return (
            text.baseline_at(self.rect.y + 17, _NAME, theme),
            text.baseline_at(self.rect.y + 39, VALUE, theme),
        )


def write_value(
    target: pygame.Surface,
    theme: Theme,
    value: str,
    role: Role,
    at: tuple[float, float],
    *,
    marked: bool,
) -> None:
    """Write a value on its baseline from the left; marked, as text on a filled shape."""
    palette = theme.palette
    if marked:
        wide, high = text.width(value, role, theme), text.line_height(role, theme)
        ground = Rect(round(at[0]) - 3, round(at[1]) - round(high * 0.76), wide + 6, high)
        target.fill(palette.ink, theme.rect(ground))
    colour = palette.on_fill if marked else palette.ink
    text.write(target, theme, value, role, colour, at)


class _Tension(_Track):
    def __init__(self, words: Words, view: SharedNumbers, becomes: Preview | None) -> None:
        hint = track_tooltip(words, "tension", view.tension)
        super().__init__("tension", track_name(words, "tension"), str(view.tension), hint)
        self.tension: float = view.tension
        self.darkened = 1.0
        self.most = words.text("/ {most}", most=words.content.numbers.track_max)
        self.becomes = becomes.tension[1] if becomes else None

    def show(self, value: float, darkened: float) -> None:
        """Show a value on its way, and the zone of danger as dark as it is by now."""
        self.tension, self.darkened = value, darkened
        self.value = str(round(value))

    def note_width(self, theme: Theme) -> int:
        return 3 + text.width(self.most, NOTE, theme)

    def natural_width(self, theme: Theme) -> int:
        return self.bar_left(theme) + self.bar + 24

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        left = self.rect.x + _EDGE
        end = self.write(target, theme, left)
        at = (end + 3, self.baselines(theme)[1] - 1)
        text.write(target, theme, self.most, NOTE, theme.palette.ink_2, at)
        start = self.rect.x + max(110, self.bar_left(theme))
        bar = Rect(start, self.rect.y + 22, self.rect.right - 24 - start, TENSION_HEIGHT)
        tension_bar(
            target, theme, bar, self.tension, becomes=self.becomes, darkened=self.darkened
        )


class _Initiative(_Track):
    def __init__(self, words: Words, view: SharedNumbers, becomes: Preview | None) -> None:
        hint = track_tooltip(words, "initiative", view.initiative)
        shown = signed(abs(view.initiative))
        after = becomes.initiative[1] if becomes else view.initiative
        if after != view.initiative:
            shown = change(view.initiative, after, sign=True)
        super().__init__("initiative", track_name(words, "initiative"), shown, hint)
        self.words = words
        self.initiative: float = view.initiative
        self.side = 0 if view.initiative > 0 else 1
        named = view.initiative and after == view.initiative
        self.owner = side_name(words, self.side) if named else ""

    def show(self, value: float) -> None:
        """Show a value on its way."""
        whole = round(value)
        self.initiative = value
        self.value = signed(abs(whole))
        self.side = 0 if whole > 0 else 1
        self.owner = side_name(self.words, self.side) if whole else ""

    def note_width(self, theme: Theme) -> int:
        return 8 + text.width(self.owner, NOTE_BOLD, theme) if self.owner else 0

    def natural_width(self, theme: Theme) -> int:
        return self.bar_left(theme) + self.bar + _GAP

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        end = self.write(target, theme, self.rect.x + _EDGE)
        if self.owner:
            colour = theme.side_colour(self.side)
            at = (end + 8, self.baselines(theme)[1] - 1)
            text.write(target, theme, self.owner, NOTE_BOLD, colour, at)
        start = self.rect.x + max(114, self.bar_left(theme))
        bar = Rect(start, self.rect.y + 15, self.rect.right - _GAP - start, 40)
        initiative_bar(target, theme, bar, self.initiative)


class _Threat(_Track):
    def __init__(self, words: Words, view: SharedNumbers, becomes: Preview | None) -> None:
        hint = track_tooltip(words, "threat", view.threat)
        super().__init__("threat", track_name(words, "threat"), str(view.threat), hint)
        self.threat: float = view.threat
        self.most = words.text("/ {most}", most=words.content.numbers.track_max)
        self.becomes = becomes.threat[1] if becomes else None

    def show(self, value: float) -> None:
        """Show a value on its way."""
        self.threat = value
        self.value = str(round(value))

    def note_width(self, theme: Theme) -> int:
        return 3 + text.width(self.most, NOTE, theme)

    def natural_width(self, theme: Theme) -> int:
        return self.bar_left(theme) + _THREAT_BAR + _GAP

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        end = self.write(target, theme, self.rect.x + _EDGE)
        at = (end + 3, self.baselines(theme)[1] - 1)
        text.write(target, theme, self.most, NOTE, theme.palette.ink_2, at)
        start = self.rect.x + self.bar_left(theme)
        bar = Rect(start, self.rect.y + 23, self.rect.right - _GAP - start, BAR_HEIGHT)
        ink = theme.palette.ink_2
        scale_bar(target, theme, bar, self.threat, ink, becomes=self.becomes)


class _Door(_Track):
    def __init__(self, words: Words, view: SharedNumbers, becomes: Preview | None) -> None:
        shown = door_name(words, view.door)
        note = door_note(words, view.door)
        after = becomes.door[1] if becomes else view.door
        if after != view.door:
            note = words.text("becomes: {door}", door=door_name(words, after).casefold())
        super().__init__("door", shown, note, door_tooltip(words, view.door))
        self.words = words
        self.state = _OPEN - view.door

    def show(self, door: int) -> None:
        """Show the door as it stands while it moves."""
        self.name, self.value = door_name(self.words, door), door_note(self.words, door)
        self.state = _OPEN - door

    def natural_width(self, theme: Theme) -> int:
        words = text.width(self.name, _NAME, theme), text.width(self.value, NOTE, theme)
        return 54 + max(words) + _GAP - 1

    def says(self) -> str:
        return f"{self.name}, {self.value}"

    def paint(self, target: pygame.Surface, theme: Theme) -> None:
        palette = theme.palette
        mark.door(target, theme, self.state, (self.rect.x + 30, self.rect.centery), 38)
        left = self.rect.x + 54
        first = text.baseline_at(self.rect.y + 19, _NAME, theme)
        second = text.baseline_at(self.rect.y + 38, NOTE, theme)
        text.write(target, theme, self.name, _NAME, palette.ink, (left, first))
        text.write(target, theme, self.value, NOTE, palette.ink_2, (left, second))
