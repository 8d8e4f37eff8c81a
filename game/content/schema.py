"""JSON schemas of the data files, for editors that complete and check while one types.

They are made from the same classes that the reader goes by, so they can't fall behind. An
editor knows less than `check`: no law, and of names in other files only those of the game.
"""

import ast
import collections.abc
import dataclasses
import functools
import inspect
import textwrap
import types
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from game.content import effects
from game.content.bounds import SLUG, Form, Length, Range, Words
from game.content.errors import Place
from game.content.layout import SECTIONS
from game.content.lesson_specs import LessonSpec
from game.content.manifest import PackSpec
from game.content.numbers import Numbers
from game.content.read import MOST_ITEMS
from game.content.scalars import FORWARD, LONGEST_SLUG, LONGEST_TEXT, SLUG_FORM
from game.content.specs import Content, ScenarioSpec

Schema: TypeAlias = dict[str, Any]

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""The draft that editors of YAML know best."""
_SECTION_OF: Final = {
    **{section.noun: section.name for section in SECTIONS},
    "scenario-crisis": "crises",
    "site-or-forward": "sites",
}
"""The collection that a kind of reference points into."""
_PLAIN: Final[dict[Any, Schema]] = {
    str: {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    float: {"type": "number"},
}


def schemas(content: Content) -> dict[str, Schema]:
    """Return the schemas by the name of their file, such as `cards.json`.

    Args:
        content: Its slugs are offered where an entry of another file is named.
    """
    made: dict[str, Schema] = {}
    for section in SECTIONS:
        if section.spec is not ScenarioSpec:
            made[f"{section.name}.json"] = _Writer(content).of_list(section.spec)
    made["lesson.json"] = _Writer(content).of_spec(LessonSpec)
    made["numbers.json"] = _Writer(content).of_spec(Numbers)
    made["pack.json"] = _Writer(content).of_spec(PackSpec)
    made["scenario.json"] = _Writer(content).of_spec(ScenarioSpec)
    return made


class _Writer:
    """Writes one schema; what effects and conditions share stands under `definitions`."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._definitions: dict[str, Schema] = {}

    def of_list(self, spec: type) -> Schema:
        """Return the schema of a file that is a list of entries."""
        return self._whole({"type": "array", "items": self._object(spec)})

    def of_spec(self, spec: type) -> Schema:
        """Return the schema of a file that is one entry."""
        return self._whole(self._object(spec))

    def _whole(self, schema: Schema) -> Schema:
        whole = {"$schema": DRAFT, **schema}
        return {**whole, "definitions": self._definitions} if self._definitions else whole

    def _object(self, spec: type) -> Schema:
        """Return the schema of a mapping with the fields of a dataclass."""
        told, _ = _texts_of(spec)
        required = [key for key, field in _fields(spec).items() if _is_required(field)]
        schema: Schema = {
            "type": "object",
            "description": told,
            "properties": self._properties(spec),
            "additionalProperties": False,
        }
        return {**schema, "required": required} if required else schema

    def _properties(self, spec: type) -> Schema:
        hints = get_type_hints(spec, include_extras=True)
        _, texts = _texts_of(spec)
        properties = {}
        for key, field in _fields(spec).items():
            schema = self._of(hints[field.name])
            if field.default == "":
                schema = {**schema, "minLength": 0}
            if field.name in texts:
                # beside a reference nothing else is read, so it goes one deeper
                schema = {"allOf": [schema]} if "$ref" in schema else schema
                schema = {**schema, "description": texts[field.name]}
            properties[key] = schema
        return properties

    def _of(self, hint: Any) -> Schema:
        """Return the schema of an annotation."""
        origin, arguments = get_origin(hint), get_args(hint)
        if hint in _PLAIN:
            return dict(_PLAIN[hint])
        if hint in _WORDED:
            return self._defined(hint)
        if origin is Annotated:
            return self._marked(self._of(arguments[0]), arguments[1:])
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin in (Union, types.UnionType):
            (inner,) = (one for one in arguments if one is not types.NoneType)
            return {"anyOf": [self._of(inner), {"type": "null"}]}
        if origin is tuple:
            return self._array(arguments)
        if origin is collections.abc.Mapping:
            key, value = map(self._of, arguments)
            return {"type": "object", "propertyNames": key, "additionalProperties": value}
        return self._object(hint)

    def _array(self, arguments: tuple[Any, ...]) -> Schema:
        if arguments[1:] == (...,):
            return {"type": "array", "maxItems": MOST_ITEMS, "items": self._of(arguments[0])}
        items = [self._of(one) for one in arguments]
        least = len(items)
        return {"type": "array", "items": items, "minItems": least, "maxItems": least}

    def _marked(self, schema: Schema, marks: tuple[object, ...]) -> Schema:
        """Return a schema narrowed by what the annotation says besides the type."""
        for mark in marks:
            if isinstance(mark, Range):
                schema |= {"minimum": mark.least, "maximum": mark.most}
            elif isinstance(mark, Words):
                schema = {"enum": list(mark.words)}
            elif isinstance(mark, Length):
                schema |= {"maxLength": mark.most}
            elif isinstance(mark, Form):
                schema |= {"pattern": f"^({mark.pattern})$"}
            elif isinstance(mark, str):
                schema = self._name(mark)
        return schema

    def _name(self, kind: str) -> Schema:
        """Return the schema of a slug, with those offered that the game has."""
        slug = {"type": "string", "pattern": f"^{SLUG_FORM}$", "maxLength": LONGEST_SLUG}
        section = _SECTION_OF.get(kind)
        if kind == SLUG or section is None:
            return slug
        known = [FORWARD] if kind == "site-or-forward" else []
        known += getattr(self._content, section)
        return {"anyOf": [{"enum": known}, slug]}

    def _defined(self, hint: Any) -> Schema:
        """Return a reference to the schema of effects, conditions or hooks."""
        name, words = _WORDED[hint]
        if name not in self._definitions:
            self._definitions[name] = {}  # effects hold effects
            self._definitions[name] = {
                "type": "object",
                "minProperties": 1,
                "maxProperties": 1,
                "additionalProperties": False,
                "properties": {word: self._arguments(spec) for word, spec in words.items()},
            }
        return {"$ref": f"#/definitions/{name}"}

    def _arguments(self, spec: type) -> Schema:
        """Return the schema of a word's value: its fields, or its only field's value."""
        told, _ = _texts_of(spec)
        if spec is effects.Lasting:
            return {**self._lasting(), "description": told}
        fields = _fields(spec)
        if len(fields) != 1:
            return self._object(spec)
        ((key, field),) = fields.items()
        bare = self._of(get_type_hints(spec, include_extras=True)[field.name])
        full = {"type": "object", "properties": {key: bare}, "required": [key]}
        return {"description": told, "anyOf": [bare, {**full, "additionalProperties": False}]}

    def _lasting(self) -> Schema:
        hooks = {word: self._arguments(spec) for word, spec in effects.HOOKS.items()}
        until = self._of(get_type_hints(effects.Lasting, include_extras=True)["until"])
        return {
            "type": "object",
            "required": ["until"],
            "minProperties": 2,
            "maxProperties": 2,
            "additionalProperties": False,
            "properties": {**hooks, "until": until},
        }


_WORDED: Final[dict[Any, tuple[str, collections.abc.Mapping[str, type]]]] = {
    effects.Condition: ("condition", effects.CONDITIONS),
    effects.Effect: ("effect", effects.VERBS),
}


def _fields(spec: Any) -> dict[str, "dataclasses.Field[Any]"]:
    """Return the fields of a dataclass by their key in the data, without `place`."""
    hints = get_type_hints(spec, include_extras=True)
    return {
        field.metadata.get("key", field.name): field
        for field in dataclasses.fields(spec)
        if hints[field.name] is not Place
    }


def _is_required(field: "dataclasses.Field[Any]") -> bool:
    return field.default is field.default_factory is dataclasses.MISSING


@functools.cache
def _texts_of(spec: type) -> tuple[str, dict[str, str]]:
    """Return what stands under a class and under each of its fields, on one line each."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(spec))).body
    assert isinstance(tree, ast.ClassDef), "a spec is a class"
    texts: dict[str, str] = {}
    name = ""
    for part in tree.body:
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            name = part.target.id
        elif isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant) and name:
            texts[name] = " ".join(str(part.value.value).split())
    return " ".join((inspect.getdoc(spec) or "").split("\n\n")[0].split()), texts
