"""The parts of a screen that a note points at or names, as the screen itself shows them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from pygame import Rect

from game.ui.widgets.widget import Widget

_IDS: Final[Mapping[str, str]] = {
    "again": "bar:again",
    "hint": "bar:hint",
    "tension": "track:tension",
    "initiative": "track:initiative",
    "own_assurance": "assurance:{own}",
    "own_support": "support:{own}",
    "own_worth": "{own_worth}",
    "own_mandate": "mandate:{own}",
    "other_assurance": "assurance:{other}",
    "other_cards": "cards:{other}",
    "ladders": "ladders",
    "log": "log",
    "brewing": "crisis",
    "hand": "hand",
    "undo": "undo",
    "terms": "list",
    "offer": "tab:offer",
    "package": "page",
    "effects": "effects",
    "effect_assurance": "preview:assurance:{other}",
    "no_proposal": "none",
    "table_it": "table",
    "accept": "accept",
    "reject": "reject",
    "event": "play:event",
    "operations": "play:operations",
    "uses": "use-list",
    "changes": "changes",
    "back": "back",
    "play_it": "confirm",
    "story": "story",
    "answers": "answers",
    "matrix": "matrix",
    "seal": "seal",
    "other_answer": "answer:{other}",
    "crisis_changes": "changes:both",
    "go_on": "continue",
    "own_result": "result:{own}",
    "other_result": "result:{other}",
    "chart": "chart",
    "play_again": "again",
    "replay": "replay",
}
_WORTH: Final = ("coverage", "deterrent")
_NAMES: Final = ("label", "name", "title", "word")
"""Where the different kinds of widgets keep what they are called."""


def part_of(root: Widget, part: str, side: int) -> Widget | None:
    """Return the visible widget that is a part of the screen, if it is there.

    Args:
        root: What the screen is made of.
        part: A word of `game.content.tutorial_words.PARTS`.
        side: Who is guided.
    """
    is_it = _FOUND.get(part) or _has_id(_ident(part, side))
    return next((widget for widget in root.walk() if is_it(widget)), None)


def name_of(widget: Widget) -> str:
    """Return what a widget is called on the screen."""
    option = getattr(widget, "option", None)
    for holder in (option, widget):
        for attribute in _NAMES:
            name = getattr(holder, attribute, "")
            if isinstance(name, str) and name:
                return name
    return widget.says()


def seen_rects(root: Widget) -> list[tuple[Widget, Rect]]:
    """Return every visible widget with as much of it as is not cut off by what it lies in."""
    return list(_seen(root, None))


def _seen(widget: Widget, room: Rect | None) -> Iterator[tuple[Widget, Rect]]:
    if not widget.visible:
        return
    rect = widget.rect if room is None else widget.rect.clip(room)
    yield widget, rect
    inside = rect if widget.clips else room
    for child in widget.children:
        yield from _seen(child, inside)


def _ident(part: str, side: int) -> str:
    worth = {"own_worth": _WORTH[side], "other_worth": _WORTH[1 - side]}
    return _IDS[part].format(own=side, other=1 - side, **worth)


def _has_id(ident: str) -> Callable[[Widget], bool]:
    return lambda widget: widget.id == ident


def _is_barred_use(widget: Widget) -> bool:
    return widget.id.startswith(("use:", "group:")) and widget.barred


def _is_open_term(widget: Widget) -> bool:
    return widget.id.startswith("term:") and not widget.barred


_FOUND: Final[Mapping[str, Callable[[Widget], bool]]] = {
    "barred_use": _is_barred_use,
    "first_term": _is_open_term,
}
"""Parts that are whichever widget is first of a kind."""
