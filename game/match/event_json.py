"""Events as JSON and back: each an object whose `event` is the name of its class.

Part of the journal's frozen format: classes and fields may be added, not renamed.
"""

from dataclasses import fields
from typing import Any, Final

from game.engine import events as _events
from game.engine.events import Cause, Event

_CLASSES: Final[dict[str, type[Event]]] = {
    name: thing
    for name, thing in vars(_events).items()
    if isinstance(thing, type) and issubclass(thing, Event) and thing is not Event
}


def event_to_json(event: Event) -> dict[str, Any]:
    """Return the event as an object of plain JSON values."""
    plain: dict[str, Any] = {"event": type(event).__name__}
    for field in fields(event):
        value = getattr(event, field.name)
        if isinstance(value, Cause):
            value = {"kind": value.kind, "slug": value.slug, "side": value.side}
        elif isinstance(value, tuple):
            value = list(value)
        plain[field.name] = value
    return plain


def event_from_json(plain: dict[str, Any]) -> Event:
    """Return the event that an object stands for.

    Raises:
        ValueError: No event has this name or these fields.
    """
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in plain.items()
        if name != "event"
    }
    try:
        if "cause" in values:
            values["cause"] = Cause(**values["cause"])
        return _CLASSES[plain["event"]](**values)
    except (KeyError, TypeError) as error:
        raise ValueError(f"no such event: {plain.get('event')} ({error})") from error
