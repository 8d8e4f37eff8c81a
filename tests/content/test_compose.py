"""YAML without its traps: what is read as what, and what is refused (rulebook 8)."""

import itertools
from typing import Any

import pytest
import yaml

from game.content import compose as composing
from game.content.compose import DEEPEST, compose
from game.content.sheets import LARGEST_FILE


@pytest.fixture(params=["C parser", "Python parser"])
def parser(request, monkeypatch):
    if request.param == "Python parser":
        monkeypatch.setattr(composing, "LOADER", yaml.SafeLoader)
    elif not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML was built without its C parser")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("7", 7),
        ("-3", -3),
        ("+2", 2),
        ("0", 0),
        ("53.68", 53.68),
        ("-6.35", -6.35),
        ("NO", "NO"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", "True"),
        ("~", "~"),
        ("012", "012"),
        ("0x1F", "0x1F"),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("2011-11-23", "2011-11-23"),
        ('"7"', "7"),
        ("'true'", "true"),
    ],
)
def test_only_plain_words_and_numbers_are_more_than_text(parser, sheet, written, value):
    node: Any = compose(f"key: {written}\n", sheet)

    assert sheet.problems == []
    assert node.entries["key"].value == value
    assert type(node.entries["key"].value) is type(value)


def test_every_node_knows_its_line_and_column(parser, sheet):
    node: Any = compose("# a comment\n- slug: rota\n  sources: [a, b]\n", sheet)

    entry = node.items[0]
    second = entry.entries["sources"].items[1]
    assert (entry.line, entry.column) == (2, 3)
    assert (entry.keys["sources"].line, entry.keys["sources"].column) == (3, 3)
    assert (second.line, second.column) == (3, 16)


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"


@pytest.mark.parametrize(
    ("text", "spot", "words"),
    [
        ("", (1, 1), "the file is empty"),
        ("# nothing here\n", (1, 1), "the file is empty"),
        (BOMB, (1, 4), "anchor &a"),
        ("a: 1\nb: *a\n", (2, 4), "alias *a"),
        ("a: !!python/name:os.system x\n", (1, 4), "tag"),
        ("a: !mine x\n", (1, 4), "tag !mine"),
        ("<<: {a: 1}\n", (1, 1), "merge key"),
        ("a: 1\nb: 2\na: 3\n", (3, 1), "key 'a' a second time (first in line 1)"),
        ("? [a, b]\n: 1\n", (1, 3), "a key has to be a word"),
        ("a: 1\n---\nb: 2\n", (2, 1), "a second document"),
        ("%TAG ! !x\n---\na: 1\n", (1, 1), "directives"),
        (f"a: {'9' * 5000}\n", (1, 4), "a number of 5000 digits is too large"),
        ("a:\n\tb: 1\n", (2, 1), "a tab: use spaces"),
        ("a: x\x07y\n", (1, 5), "forbidden character U+0007"),
        ("a: pay \u202e100\n", (1, 8), "forbidden character U+202E"),
        ('a: "pay \\u202e100"\n', (1, 4), "forbidden character U+202E in a text"),
        ("a: \ud800\n", (1, 4), "forbidden character U+D800"),
        ("a: \ufeffb\n", (1, 4), "forbidden character U+FEFF"),
        ("a: b: c\n", (1, 5), "a text with a colon needs quotes"),
        ("a: [1, 2\nb: 3\n", (2, 2), "not YAML"),
        ('a: "open\n', (2, 1), "not YAML"),
        (f"a: {'x' * LARGEST_FILE}\n", (1, 1), "larger than"),
    ],
)
def test_what_is_not_plain_yaml_is_refused_where_it_stands(sheet, text, spot, words):
    compose(text, sheet)

    first = sheet.problems[0]
    assert (first.place.line, first.place.column) == spot
    assert words in first.message


@pytest.mark.parametrize(
    "text", ['a: "\\U00110000"', f"%YAML {'1' * 5000}.1\n---\na: 1", 'a: "\\ud800"', "a: \0"]
)
def test_what_the_parsers_themselves_trip_over_is_a_problem(parser, sheet, text):
    compose(text, sheet)

    assert sheet.problems


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_stops_at_a_limit(parser, sheet, opening):
    assert compose(opening * 50_000, sheet) is None

    assert f"nested deeper than {DEEPEST} levels" in sheet.problems[-1].message


def test_a_bomb_of_aliases_is_never_unfolded(parser, sheet):
    names = "abcdefghijklmnopqrstuvwxyz"
    layers = [
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]"
        for before, name in itertools.pairwise(names)
    ]

    assert compose("\n".join(["a: &a [x]", *layers]), sheet) is None
    assert [problem.place.line for problem in sheet.problems] == [1, 2, 2]
