"""Which parts of an entry are read by people, and under which name they are translated."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from game.content.bounds import Length


@dataclass(frozen=True, slots=True)
class Text:
    """A text of an entry: with its context it is looked up in a catalogue.

    Attributes:
        context: The slug of what it belongs to.
        text: The English.
        field: The field that it stands in.
    """

    context: str
    text: str
    field: str


def texts_of(spec: Any, slug: str = "") -> Iterator[Text]:
    """Yield the texts of an entry: what is plain `str`; names of other things are annotated."""
    context = getattr(spec, "slug", slug)
    hints = get_type_hints(type(spec), include_extras=True)
    for field in fields(spec):
        value = getattr(spec, field.name)
        if is_dataclass(value) and not isinstance(value, type):
            continue
        if _holds_texts(hints[field.name]):
            for text in _texts(value):
                yield Text(context, text, field.name)
        elif isinstance(value, tuple):
            for part in value:
                if is_dataclass(part) and not isinstance(part, type) and _is_read(part):
                    yield from texts_of(part, context)


def _is_read(part: object) -> bool:
    """Return whether a part of a spec is read by people: a step, a response, a question."""
    return hasattr(part, "title") or hasattr(part, "ask")


def _holds_texts(hint: Any) -> bool:
    arguments = get_args(hint)
    if get_origin(hint) is tuple:
        return _is_text(arguments[0])
    if isinstance(get_origin(hint), type) and issubclass(get_origin(hint), Mapping):
        return _is_text(arguments[1])
    return _is_text(hint) or (
        len(arguments) == 2 and _is_text(arguments[0]) and arguments[1] is NoneType
    )


def _is_text(hint: Any) -> bool:
    """Tell whether an annotation is that of a text; a text may be bound in its length."""
    if get_origin(hint) is Annotated:
        base, *marks = get_args(hint)
        return base is str and all(isinstance(mark, Length) for mark in marks)
    return hint is str


def _texts(value: Any) -> Iterator[str]:
    values = value.values() if isinstance(value, Mapping) else value
    yield from (text for text in ((value,) if isinstance(value, str) else values or ()) if text)
