"""Nodes into specs: the dataclass with its annotations is the schema of the data."""

import collections.abc
import dataclasses
import functools
import types
from dataclasses import dataclass
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from game.content import effects
from game.content.errors import Place
from game.content.scalars import (
    Reader,
    found,
    fraction,
    marked,
    nearest,
    one_of,
    shortened,
    text,
    truth,
    whole,
)
from game.content.sheets import Listing, Node, Scalar, Sheet, Table, Unreadable

Spec = TypeVar("Spec")

MOST_ITEMS: Final = 300
"""In one list of an entry; the longest shipped one has 16."""

_PLAIN: Final[dict[Any, Reader]] = {str: text, int: whole, bool: truth, float: fraction}
_UNTIL: Final = "until"


def read_fields(sheet: Sheet, node: Node, spec: type[Spec]) -> Spec:
    """Read a mapping whose keys are the fields of a dataclass.

    Every field is tried, so that one reading reports all that is wrong.

    Raises:
        Unreadable: Something was wrong; it stands on the sheet.
    """
    table = as_table(sheet, node)
    schema: type = spec
    values: dict[str, Any] = {}
    sound = _keys_fit(sheet, table, schema)
    for key, field in _fields(schema).items():
        child = table.entries.get(key)
        if child is None or field.left_empty(child):
            continue
        try:
            values[field.name] = field.read(sheet, child)
        except Unreadable:
            sound = False
    if not sound:
        raise Unreadable
    if _has_place(schema):
        values["place"] = sheet.place(node)
    return spec(**values)


def as_listing(sheet: Sheet, node: Node) -> Listing:
    """Return a node that has to be a list."""
    if not isinstance(node, Listing):
        sheet.refuse(node, f"expected a list, found {found(node)}")
    return node


def as_table(sheet: Sheet, node: Node) -> Table:
    """Return a node that has to be a mapping."""
    if not isinstance(node, Table):
        sheet.refuse(node, f"expected a mapping, found {found(node)}")
    return node


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a spec as the reader needs it."""

    name: str
    read: Reader
    required: bool
    empty_text: bool
    """The field's default is the empty text, which may then be written as well."""

    def left_empty(self, node: Node) -> bool:
        return self.empty_text and isinstance(node, Scalar) and node.value == ""


@functools.cache
def _fields(spec: type) -> dict[str, _Field]:
    """Return the fields of a dataclass by their key in the data, without `place`."""
    hints = get_type_hints(spec, include_extras=True)
    fields = {}
    for field in dataclasses.fields(spec):
        if hints[field.name] is Place:
            continue
        fields[field.metadata.get("key", field.name)] = _Field(
            name=field.name,
            read=_reader_for(hints[field.name]),
            required=field.default is field.default_factory is dataclasses.MISSING,
            empty_text=field.default == "",
        )
    return fields


@functools.cache
def _has_place(spec: type) -> bool:
    return Place in get_type_hints(spec).values()


def _keys_fit(sheet: Sheet, table: Table, spec: type) -> bool:
    """Report keys that the spec doesn't know and those that it misses."""
    fields = _fields(spec)
    unknown = [key for key in table.entries if key not in fields]
    missing = [
        key for key, field in fields.items() if field.required and key not in table.entries
    ]
    for key in unknown:
        open_keys = [known for known in fields if known not in table.entries]
        sheet.report(
            table.keys[key], f"unknown key '{shortened(key)}'{nearest(key, open_keys)}"
        )
    if missing:
        names = ", ".join(f"'{key}'" for key in missing)
        sheet.report(table, f"missing {names}")
    return not unknown and not missing


@functools.cache
def _reader_for(hint: Any) -> Reader:
    """Return the reader for an annotation."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if hint in _TABLES:
        return _worded(*_TABLES[hint])
    if origin is Annotated:
        return marked(_reader_for(arguments[0]), arguments[1:])
    if origin is Literal:
        return one_of(arguments)
    if origin in (Union, types.UnionType):
        return _optional(arguments)
    if origin is tuple:
        return _many(arguments[0]) if arguments[1:] == (...,) else _row(arguments)
    if origin is collections.abc.Mapping:
        return _by_word(*arguments)
    return functools.partial(_read_spec, hint)


def _read_spec(spec: type[Spec], sheet: Sheet, node: Node) -> Spec:
    return read_fields(sheet, node, spec)


def _optional(arguments: tuple[Any, ...]) -> Reader:
    """Return the reader for `x | None`."""
    (hint,) = (argument for argument in arguments if argument is not types.NoneType)
    read = _reader_for(hint)

    def read_optional(sheet: Sheet, node: Node) -> Any:
        empty = isinstance(node, Scalar) and node.value is None
        return None if empty else read(sheet, node)

    return read_optional


def _many(hint: Any) -> Reader:
    """Return the reader for a list of any length."""
    read = _reader_for(hint)

    def read_many(sheet: Sheet, node: Node) -> tuple[Any, ...]:
        listing = as_listing(sheet, node)
        _check_length(sheet, node, len(listing.items))
        values = []
        for item in listing.items:
            try:
                values.append(read(sheet, item))
            except Unreadable:
                continue
        if len(values) != len(listing.items):
            raise Unreadable
        return tuple(values)

    return read_many


def _check_length(sheet: Sheet, node: Node, length: int) -> None:
    """Refuse a list or mapping that no card or scenario needs."""
    if length > MOST_ITEMS:
        sheet.refuse(node, f"{length} items: {MOST_ITEMS} at most")


def _row(hints: tuple[Any, ...]) -> Reader:
    """Return the reader for a list of fixed length."""
    readers = [_reader_for(hint) for hint in hints]

    def read_row(sheet: Sheet, node: Node) -> tuple[Any, ...]:
        if not isinstance(node, Listing) or len(node.items) != len(readers):
            number = f" of {len(node.items)}" if isinstance(node, Listing) else ""
            there = found(node)
            sheet.refuse(node, f"expected a list of {len(readers)}, found {there}{number}")
        return tuple(read(sheet, item) for read, item in zip(readers, node.items, strict=True))

    return read_row


def _by_word(key_hint: Any, value_hint: Any) -> Reader:
    """Return the reader for a mapping whose keys are names or words, not fields."""
    read_key, read_value = _reader_for(key_hint), _reader_for(value_hint)

    def read_by_word(sheet: Sheet, node: Node) -> dict[str, Any]:
        table = as_table(sheet, node)
        _check_length(sheet, node, len(table.entries))
        values = {}
        for key, child in table.entries.items():
            try:
                values[read_key(sheet, table.keys[key])] = read_value(sheet, child)
            except Unreadable:
                continue
        if len(values) != len(table.entries):
            raise Unreadable
        return values

    return read_by_word


def _worded(kind: str, words: collections.abc.Mapping[str, type]) -> Reader:
    """Return the reader for a mapping of one key, whose word says which class it is."""

    def read_worded(sheet: Sheet, node: Node) -> Any:
        table = as_table(sheet, node)
        if len(table.entries) != 1:
            there = len(table.entries)
            sheet.refuse(node, f"expected one {kind} with its value, found {there} keys")
        ((word, child),) = table.entries.items()
        if word not in words:
            sheet.refuse(
                table.keys[word], f"no {kind} '{shortened(word)}'{nearest(word, words)}"
            )
        return _with_arguments(sheet, child, words[word])

    return read_worded


def _with_arguments(sheet: Sheet, node: Node, spec: type) -> Any:
    """Read the value of a word: its fields, or the bare value of its only field."""
    if spec is effects.Lasting:
        return _lasting(sheet, as_table(sheet, node))
    fields = _fields(spec)
    if len(fields) == 1 and not isinstance(node, Table):
        (field,) = fields.values()
        return spec(field.read(sheet, node))
    return read_fields(sheet, node, spec)


def _lasting(sheet: Sheet, table: Table) -> effects.Lasting:
    """Read a hook's word and value, and beside them `until`."""
    until = table.entries.get(_UNTIL)
    if until is None:
        sheet.refuse(table, f"missing '{_UNTIL}'")
    rest = {key: node for key, node in table.entries.items() if key != _UNTIL}
    hook = Table(table.line, table.column, rest, table.keys)
    return effects.Lasting(
        hook=_reader_for(effects.Hook)(sheet, hook),
        until=_fields(effects.Lasting)[_UNTIL].read(sheet, until),
    )


_TABLES: Final[dict[Any, tuple[str, collections.abc.Mapping[str, type]]]] = {
    effects.Condition: ("condition", effects.CONDITIONS),
    effects.Effect: ("verb", effects.VERBS),
    effects.Hook: ("hook", effects.HOOKS),
}
