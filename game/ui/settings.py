"""The settings: how the player wants the window to look, move and sound."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Final, Literal, Self

from game.told import Told, ToldError, mark
from game.ui.theme import (
    BASE_HEIGHT,
    BASE_WIDTH,
    INK,
    INK_CONTRAST,
    PAPER,
    PAPER_CONTRAST,
    TEXT_SCALES,
    Palette,
    Theme,
)

MOTION_SPEEDS: Final = (0.5, 1.0, 2.0)
"""How many times as fast as designed motions run."""
VOLUMES: Final = tuple(range(0, 101, 10))
"""Per cent: the steps of a volume in the settings. The file may hold any whole number."""
TOOLTIP_DELAYS: Final = (0, 350, 1000)
"""Milliseconds a pointer rests before the tooltip comes."""
FARTHEST: Final = 32000
"""Pixels from the origin of the screens at which a window can lie at most."""
_FORMAT: Final = 1
_LARGEST: Final = 16384
_LONGEST_CODE: Final = 12


class SettingsError(ToldError, ValueError):
    """A settings file can't be used; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the player chose. Anything that isn't chosen stays as it is here.

    Attributes:
        theme: ``paper`` or ``ink``.
        high_contrast: Whether the plain black or white ground and stronger lines are wanted.
        text: How much larger texts are, one of ``TEXT_SCALES``.
        reduced_motion: Whether values are set at once and screens cut.
        motion_speed: How many times as fast as designed motions run.
        sound: Whether anything is heard.
        volume: Per cent of all sound; the two below are shares of it.
        volume_pieces: Per cent for paper, wood, stamp, latch, shutter.
        volume_notes: Per cent for the notes of the sides, the drum and the string.
        tooltip_delay: Milliseconds.
        language: The code of the language of the window, such as ``fr``.
        nato_language: That of NATO's seat where two people share the window; empty: the same.
        russia_language: That of Russia's seat.
        curtain_hold: Whether the curtain is lifted by holding; else by one press.
        full_screen: Whether the window fills the screen.
        width: Real pixels of the window, as is ``height``.
        left: Where the window lies, as does ``top``; `None` leaves it to the system.
    """

    theme: Literal["paper", "ink"] = "paper"
    high_contrast: bool = False
    text: float = 1.0
    reduced_motion: bool = False
    motion_speed: float = 1.0
    sound: bool = True
    volume: int = 80
    volume_pieces: int = 100
    volume_notes: int = 100
    tooltip_delay: int = 350
    language: str = "en"
    nato_language: str = ""
    russia_language: str = ""
    curtain_hold: bool = True
    full_screen: bool = False
    width: int = BASE_WIDTH
    height: int = BASE_HEIGHT
    left: int | None = None
    top: int | None = None

    def __post_init__(self) -> None:
        for name, fits, wanted in _RULES:
            if not fits(getattr(self, name)):
                raise SettingsError(
                    mark("{name} is {value}, not {wanted}"),
                    name=name,
                    value=repr(getattr(self, name)),
                    wanted=wanted,
                )

    @property
    def palette(self) -> Palette:
        """Return the colours that were chosen."""
        if self.theme == "ink":
            return INK_CONTRAST if self.high_contrast else INK
        return PAPER_CONTRAST if self.high_contrast else PAPER

    def dressed(self, theme: Theme) -> Theme:
        """Return a theme as the settings want it, at the scale it has."""
        return replace(
            theme,
            palette=self.palette,
            text=self.text,
            still=self.reduced_motion,
            speed=self.motion_speed,
            hint_delay=self.tooltip_delay / 1000,
            hold=self.curtain_hold,
            language=self.language,
        )

    def seat_language(self, side: int) -> str:
        """Return what a side reads where two people share the window."""
        return (self.russia_language if side else self.nato_language) or self.language

    def seen(self, theme: Theme) -> Self:
        """Return these settings with the look that a theme has."""
        return replace(
            self,
            theme="ink" if theme.palette.dark else "paper",
            high_contrast=theme.palette.contrast,
            text=theme.text,
            reduced_motion=theme.still,
            motion_speed=theme.speed,
            tooltip_delay=round(theme.hint_delay * 1000),
            curtain_hold=theme.hold,
            language=theme.language,
        )


def write_settings(settings: Settings) -> str:
    """Return settings as the text of their file."""
    return json.dumps({"format": _FORMAT, **asdict(settings)}, indent=2) + "\n"


def read_settings(text: str) -> Settings:
    """Return the settings that a file holds; what it doesn't name stays as it is.

    Raises:
        SettingsError: It is no such file, or something in it can't be.
    """
    try:
        held = json.loads(text, object_pairs_hook=_once)
    except (json.JSONDecodeError, RecursionError) as error:
        raise SettingsError(mark("it is no JSON ({error})"), error=str(error)) from error
    if not isinstance(held, dict):
        raise SettingsError(mark("it holds no settings"))
    return _checked(held)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the pairs of a JSON object, none of them twice."""
    held = dict(pairs)
    if len(held) != len(pairs):
        raise SettingsError(mark("it names something twice"))
    return held


def _checked(held: Mapping[str, Any]) -> Settings:
    """Return settings from what a file names."""
    if held.get("format") != _FORMAT:
        raise SettingsError(
            mark("its format is {format}, not {own}"),
            format=repr(held.get("format")),
            own=_FORMAT,
        )
    named = {name: value for name, value in held.items() if name != "format"}
    strange = sorted(named.keys() - {field.name for field in fields(Settings)})
    if strange:
        raise SettingsError(mark("{name} is no setting"), name=strange[0])
    return Settings(**named)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _one_of(*values: object) -> Callable[[object], bool]:
    """Return whether a value is one of these; a truth is not the number one."""
    return lambda value: not isinstance(value, bool) and value in values


def _between(least: int, most: int) -> Callable[[object], bool]:
    def fits(value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most

    return fits


def _place(value: object) -> bool:
    return value is None or _between(-FARTHEST, FARTHEST)(value)


def _listed(values: tuple[object, ...]) -> Told:
    return Told(mark("one of {values}"), values=", ".join(map(str, values)))


def _from(least: int, most: int) -> Told:
    return Told(mark("a whole number from {least} to {most}"), least=least, most=most)


def _code(value: object) -> bool:
    """Return whether a value may be a language; which there are, the catalogues know."""
    return isinstance(value, str) and len(value) <= _LONGEST_CODE and value.isascii()


_Rule = tuple[str, Callable[[object], bool], Told]
_FLAGS: Final = ("high_contrast", "reduced_motion", "sound", "curtain_hold", "full_screen")
_RULES: Final[tuple[_Rule, ...]] = (
    ("theme", lambda value: value in ("paper", "ink"), _listed(("paper", "ink"))),
    ("text", _one_of(*TEXT_SCALES), _listed(TEXT_SCALES)),
    ("motion_speed", _one_of(*MOTION_SPEEDS), _listed(MOTION_SPEEDS)),
    ("tooltip_delay", _one_of(*TOOLTIP_DELAYS), _listed(TOOLTIP_DELAYS)),
    *((name, _is_flag, _listed(("true", "false"))) for name in _FLAGS),
    *(
        (name, _code, Told(mark("the code of a language")))
        for name in ("language", "nato_language", "russia_language")
    ),
    *(
        (name, _between(0, 100), _from(0, 100))
        for name in ("volume", "volume_pieces", "volume_notes")
    ),
    *(
        (name, _between(least, _LARGEST), _from(least, _LARGEST))
        for name, least in (("width", 320), ("height", 180))
    ),
    *((name, _place, Told(mark("a whole number or null"))) for name in ("left", "top")),
)
