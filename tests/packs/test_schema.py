"""What editors are told of the data agrees with what the reader lets in."""

import json
import re
from typing import Any

import pytest
import yaml

from game.content import load_content
from game.content.schema import DRAFT, schemas
from tests.packs.samples import example

PLAIN: dict[str, Any] = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "number": (int, float),
    "object": dict,
    "array": list,
    "null": type(None),
}
KNOWN = {
    "$schema",
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "definitions",
    "description",
    "enum",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "pattern",
    "properties",
    "propertyNames",
    "required",
    "type",
}


@pytest.fixture(scope="module")
def made():
    return schemas(load_content())


def fits(value, schema, whole):
    """Tell whether a value fits a schema: the part of JSON Schema that is used here."""
    assert set(schema) <= KNOWN
    if "$ref" in schema:
        return fits(value, whole["definitions"][schema["$ref"].split("/")[-1]], whole)
    if "anyOf" in schema:
        return any(fits(value, one, whole) for one in schema["anyOf"])
    if not all(fits(value, one, whole) for one in schema.get("allOf", ())):
        return False
    if "enum" in schema:
        return value in schema["enum"]
    kind = schema.get("type")
    if kind is not None and (
        not isinstance(value, PLAIN[kind]) or (isinstance(value, bool) and kind != "boolean")
    ):
        return False
    if isinstance(value, str):
        return fits_text(value, schema)
    if isinstance(value, dict):
        return fits_object(value, schema, whole)
    if isinstance(value, list):
        return fits_array(value, schema, whole)
    if value is None:
        return True
    return schema.get("minimum", value) <= value <= schema.get("maximum", value)


def fits_text(value, schema):
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
        return False
    return re.search(schema.get("pattern", ""), value) is not None


def fits_object(value, schema, whole):
    count, properties = len(value), schema.get("properties", {})
    if not schema.get("minProperties", 0) <= count <= schema.get("maxProperties", count):
        return False
    if not set(schema.get("required", ())) <= value.keys():
        return False
    if not all(fits(key, schema.get("propertyNames", {}), whole) for key in value):
        return False
    other = schema.get("additionalProperties", {})
    return all(
        fits(one, properties[key], whole)
        if key in properties
        else other is not False and fits(one, other, whole)
        for key, one in value.items()
    )


def fits_array(value, schema, whole):
    count, items = len(value), schema.get("items", {})
    if not schema.get("minItems", 0) <= count <= schema.get("maxItems", count):
        return False
    pairs = (
        zip(value, items, strict=True)
        if isinstance(items, list)
        else [(v, items) for v in value]
    )
    return all(fits(one, of, whole) for one, of in pairs)


def schema_of(name):
    """The schema's file for a file of the data."""
    first = name.split("/")[0].removesuffix(".yaml")
    if name == "crises/matrices.yaml":
        return "matrices.json"
    return {"scenarios": "scenario", "rules": "numbers"}.get(first, first) + ".json"


def test_every_schema_is_json_of_the_draft_that_editors_know(made):
    for name, one in made.items():
        assert name.endswith(".json")
        assert json.loads(json.dumps(one))["$schema"] == DRAFT


def test_all_shipped_data_fits_its_schema(made):
    for name, text in load_content().files.items():
        schema = made[schema_of(name)]
        assert fits(yaml.safe_load(text), schema, schema), name


def test_the_example_fits_its_schema(made):
    for name, text in example().items():
        if name.endswith(".yaml"):
            schema = made["pack.json" if name == "pack.yaml" else schema_of(name)]
            assert fits(yaml.safe_load(text), schema, schema), name


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("operations: 2", "operations: 5"),
        ("operations: 2", "operations: two"),
        ("side: nato", "side: China"),
        ("kind: transparency", "kind: openness"),
        ("- initiative: 1", "- inititative: 1"),
        ("- initiative: 1", "- initiative: 99"),
        ("- initiative: 1", "- initiative: 1\n      tension: 1"),
        ("{who: other, by: 1}", "{who: other}"),
        ("slug: my-pack-open-radar", "slug: My Pack"),
        ("  what_if: true", "  what_if: true\n  unknown: 1"),
        ("title: A day at the radar", f"title: {'x' * 61}"),
    ],
)
def test_what_the_reader_refuses_an_editor_refuses_too(made, old, new):
    text = example()["cards/nato.yaml"]
    assert old in text
    schema = made["cards.json"]

    assert not fits(yaml.safe_load(text.replace(old, new)), schema, schema)


def test_what_lasts_has_a_hook_and_an_end(made):
    cards = made["cards.json"]
    effect = cards["definitions"]["effect"]

    assert fits({"lasting": {"cap": 1, "until": "next"}}, effect, cards)
    assert fits({"lasting": {"cap": {"at_most": 1}, "until": "next"}}, effect, cards)
    assert not fits({"lasting": {"cap": 1}}, effect, cards)
    assert not fits({"lasting": {"until": "next"}}, effect, cards)


def test_names_of_the_game_are_offered_and_others_are_allowed(made):
    scenario = made["scenario.json"]
    sites = scenario["properties"]["sites"]

    assert fits(["rota", "a-site-of-mine"], sites, scenario)
    assert "rota" in sites["items"]["anyOf"][0]["enum"]


def test_fields_say_what_they_are_for(made):
    card = made["cards.json"]["items"]["properties"]

    assert card["reported"]["description"] == "The source is thin, and the card says so."
    assert made["cards.json"]["items"]["description"].startswith("A card: operations value")
