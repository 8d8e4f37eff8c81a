"""What the chapter for authors writes in its tables is read as it says."""

import dataclasses
import re

import pytest

from game.content import effects
from game.content.conditions import Condition
from game.content.sheets import Unreadable
from game.paths import data_path

CHAPTER = data_path("authoring.md").read_text(encoding="utf-8")
TABLE = re.compile(r"^\| write \| (.+) \|\n\| --- \| --- \|\n((?:\|.*\n)+)", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")
NAMES = {"SITE": "gabala", "SLUG": "cruiser", "LADDER": "exercises"}
INSIDE = {"[...]": "[tension: 1]", "when: [tension: 1]": "when: [threat: 3]"}


@dataclasses.dataclass(frozen=True)
class Card:
    """As much of a card as these tests need."""

    event: tuple[effects.Effect, ...] = ()
    condition: tuple[Condition, ...] = ()


def written(column):
    """Return what a table of the chapter tells to write, with names in their places."""
    rows = next(rows for head, rows in TABLE.findall(CHAPTER) if head == column)
    found = [code for row in rows.splitlines() for code in CODE.findall(row.split(" | ")[0])]
    return [filled(code) for code in found]


def filled(code):
    for name, thing in (NAMES | INSIDE).items():
        code = code.replace(name, thing)
    return code


def first_words(texts):
    return {text.partition(":")[0] for text in texts}


@pytest.mark.parametrize("text", written("it does"))
def test_every_verb_of_the_chapter_can_be_written_so(read, text):
    [effect] = read(f"event:\n  - {text}\n", Card).event

    assert type(effect) is effects.VERBS[text.partition(":")[0]]


@pytest.mark.parametrize("text", written("it changes"))
def test_whatever_lasts_can_be_written_so(read, text):
    [effect] = read(f"event:\n  - lasting: {{{text}, until: next}}\n", Card).event

    assert type(effect.hook) is effects.HOOKS[text.partition(":")[0]]


@pytest.mark.parametrize("text", written("it holds"))
def test_every_condition_of_the_chapter_can_be_written_so(read, text):
    [condition] = read(f"condition:\n  - {text}\n", Card).condition

    assert type(condition) is effects.CONDITIONS[text.partition(":")[0]]


def test_the_tables_leave_no_verb_hook_or_condition_out():
    assert first_words(written("it does")) == set(effects.VERBS)
    assert first_words(written("it changes")) == set(effects.HOOKS)
    assert first_words(written("it holds")) == set(effects.CONDITIONS)


def test_the_mistake_that_the_chapter_shows_is_told_so(read, sheet):
    with pytest.raises(Unreadable):
        read("event:\n  - inititative: 1\n", Card)

    [problem] = sheet.problems
    assert problem.message == "no verb 'inititative'; did you mean 'initiative'?"
    assert problem.message in CHAPTER
