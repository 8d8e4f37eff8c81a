"""The settings: how the window looks, moves, sounds and lies on the screen."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from pygame import Rect

from game.ui.board.ring_room import RING, RingRoom
from game.ui.layout import columns, cut_bottom, inset
from game.ui.preferences import Preferences
from game.ui.scene import Pop, Transition
from game.ui.scenes.page import Page
from game.ui.settings import MOTION_SPEEDS, TOOLTIP_DELAYS, Settings
from game.ui.theme import BODY_BOLD, HEADING, NOTE, SCREEN_TITLE, TEXT_SCALES, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.intent import Chosen, Intent, Pressed, Slid, Toggled
from game.ui.widgets.key_hints import KeyHint, KeyHints
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Rule, Spacer
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.slider import Slider
from game.ui.widgets.toggle import Toggle
from game.ui.widgets.widget import Column, Group, Widget
from game.words import Words, language_name, languages, mark

_MARGIN: Final = 44
_TOP: Final = 92
_FOOT: Final = 62
_GAP: Final = 48
_SPEED_NAMES: Final = (mark("slow"), mark("as designed"), mark("fast"))
_DELAY_NAMES: Final = (mark("at once"), mark("soon"), mark("late"))


class SettingsScene(Page):
    """Every setting on one screen; each takes effect at once and is written down."""

    def __init__(self, words: Words, preferences: Preferences) -> None:
        super().__init__()
        self.words = words
        self.preferences = preferences
        self.start = f"theme:{preferences.settings.theme}"
        self._shown = preferences.settings

    @property
    def settings(self) -> Settings:
        """Return the settings in force."""
        return self.preferences.settings

    def look(self, size: tuple[int, int], theme: Theme) -> None:
        """Take a size and a theme; the keys of the window change settings, too."""
        super().look(size, theme)
        if self.settings != self._shown:
            self._shown = self.settings
            self.rebuild()

    def build(self) -> Widget:
        """Return three columns and the foot."""
        words = self.words
        return Group(
            "settings",
            [
                Label(words.text("Settings"), SCREEN_TITLE),
                _rolling("look", self._looks()),
                _rolling("sounds", self._sounds()),
                _rolling("window", self._window()),
                Label(self._kept(), NOTE, colour="ink_2"),
                KeyHints(
                    "keys",
                    [
                        KeyHint(("F9",), words.text("sound")),
                        KeyHint(("F10",), words.text("theme")),
                        KeyHint(("F11",), words.text("full screen")),
                    ],
                ),
                Button("back", words.text("Back"), key="Esc", primary=True),
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place the columns side by side."""
        theme = self.theme
        title, *rolls, kept, keys, back = self.root.children
        area = inset(Rect(0, 0, *size), _MARGIN, 36)
        title.place(Rect(area.x, area.y, area.width, title.measure(theme, area.width)), theme)
        foot, body = cut_bottom(area, _FOOT)
        top = max(_TOP, title.rect.bottom + 12)
        body = Rect(body.x, top, body.width, body.bottom - top - 4)
        for roll, part in zip(rolls, columns(body, 3, _GAP), strict=True):
            outer = part.inflate(2 * RING, 0)
            outer.y -= RING
            high = min(roll.measure(theme, outer.width), outer.height + RING)
            roll.place(Rect(outer.x, outer.y, outer.width, high), theme)
        high = max(50, back.measure(theme, 0))
        back.place(Rect(foot.right - 220, foot.bottom - high, 220, high), theme)
        room = back.rect.x - foot.x - 24
        line = keys.measure(theme, room)
        keys.place(Rect(foot.x, foot.bottom - line, room, line), theme)
        tall = kept.measure(theme, room)
        kept.place(Rect(foot.x, keys.rect.y - tall - 2, room, tall), theme)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Put what was chosen in force, or go back."""
        match intent:
            case Pressed("back"):
                return Pop()
            case Chosen("theme" | "language" | "nato_language" | "russia_language", value):
                self._change(**{intent.id: value})
            case Chosen("text" | "motion_speed", value):
                self._change(**{intent.id: float(value)})
            case Chosen("tooltip_delay", value):
                self._change(tooltip_delay=int(value))
            case Toggled(name, on):
                self._change(**{name: on})
            case Slid(name, value):
                # The mouse may hold this slider: it must stay the same widget.
                self._put(**{name: value})
            case _:
                return None
        return None

    def _change(self, **changes: Any) -> None:
        self._put(**changes)
        self.rebuild()

    def _put(self, **changes: Any) -> None:
        self._shown = replace(self.settings, **changes)
        self.preferences.change(**changes)

    def _looks(self) -> list[Widget]:
        """Return theme, contrast, text size and tooltips."""
        words, settings = self.words, self.settings
        themes = [
            Option("paper", words.text("Paper"), words.text("for light rooms")),
            Option("ink", words.text("Ink"), words.text("for dark rooms")),
        ]
        sizes = [Option(str(size), f"{round(size * 100)} %") for size in TEXT_SCALES]
        delays = [
            Option(str(delay), words.text(name))
            for delay, name in zip(TOOLTIP_DELAYS, _DELAY_NAMES, strict=True)
        ]
        return [
            *_head(words.text("Look")),
            Choice("theme", themes, settings.theme, gap=12),
            Toggle(
                "high_contrast",
                words.text("High contrast"),
                words.text("plain ground, stronger lines, no tints"),
                on=settings.high_contrast,
            ),
            Label(words.text("Text size"), BODY_BOLD),
            Choice("text", sizes, str(settings.text), gap=12),
            Label(words.text("Explanations under the pointer"), BODY_BOLD),
            Choice("tooltip_delay", delays, str(settings.tooltip_delay), gap=12),
            *self._language(),
        ]

    def _language(self) -> list[Widget]:
        """Return the language of the window, if there is a choice."""
        words = self.words
        if len(languages()) == 1:
            return []
        return [
            Spacer(6),
            *_head(words.text("Language")),
            Choice("language", self._spoken(), self.settings.language, gap=8),
        ]

    def _spoken(self) -> list[Option]:
        """Return the languages there are, each by its own name."""
        return [Option(code, language_name(self.words, code)) for code in languages()]

    def _sounds(self) -> list[Widget]:
        """Return sound and its volumes, and below them the languages of the seats."""
        words, settings = self.words, self.settings
        why = "" if settings.sound else words.text("the sound is off")
        figure = words.text("{n} %", n="{n}")
        return [
            *_head(words.text("Sound")),
            Toggle(
                "sound",
                words.text("Sound"),
                words.text("all that is heard can also be seen"),
                on=settings.sound,
                icon="sound" if settings.sound else "sound-off",
            ),
            *(
                Slider(name, title, getattr(settings, name), figure=figure, why=why)
                for name, title in (
                    ("volume", words.text("All sounds")),
                    ("volume_pieces", words.text("Cards and pieces")),
                    ("volume_notes", words.text("Notes of the two sides, drum and string")),
                )
            ),
            *self._seats(),
        ]

    def _window(self) -> list[Widget]:
        """Return motion, curtain and full screen."""
        words, settings = self.words, self.settings
        why = words.text("motion is reduced") if settings.reduced_motion else ""
        speeds = [
            Option(str(speed), words.text(name), why=why)
            for speed, name in zip(MOTION_SPEEDS, _SPEED_NAMES, strict=True)
        ]
        return [
            *_head(words.text("Motion")),
            Toggle(
                "reduced_motion",
                words.text("Reduced motion"),
                words.text("values change at once, screens are cut"),
                on=settings.reduced_motion,
            ),
            Label(words.text("Speed of motion"), BODY_BOLD),
            Choice("motion_speed", speeds, str(settings.motion_speed), gap=8),
            Spacer(6),
            *_head(words.text("Window")),
            Toggle("full_screen", words.text("Full screen"), on=settings.full_screen),
            Toggle(
                "curtain_hold",
                words.text("Hold to lift the curtain"),
                words.text("off: one press lifts it"),
                on=settings.curtain_hold,
            ),
        ]

    def _seats(self) -> list[Widget]:
        """Return what each seat reads where two people share the window."""
        words, settings = self.words, self.settings
        if len(languages()) == 1:
            return []
        spoken = [Option("", words.text("the same")), *self._spoken()]
        return [
            Spacer(6),
            *_head(words.text("Language of each seat, for two at one screen")),
            Label(words.text("NATO’s seat"), BODY_BOLD),
            Choice("nato_language", spoken, settings.nato_language, gap=8),
            Label(words.text("Russia’s seat"), BODY_BOLD),
            Choice("russia_language", spoken, settings.russia_language, gap=8),
        ]

    def _kept(self) -> str:
        """Return whether the settings are kept."""
        if self.preferences.unsaved is not None:
            return self.words.told(self.preferences.unsaved)
        if not self.preferences.kept:
            return self.words.text("The settings can’t be kept: they end with this window.")
        return self.words.text("Each setting takes effect at once and is kept.")


def _head(words: str) -> list[Widget]:
    return [Label(words, HEADING), Rule(heavy=True)]


def _rolling(ident: str, parts: Sequence[Widget]) -> ScrollArea:
    """Return parts below one another that roll when there is too little room."""
    return ScrollArea(ident, RingRoom(Column("", parts, gap=8)))
