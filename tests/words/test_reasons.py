"""Reasons: every one that the engine gives is a helpful line."""

import ast
import re
from pathlib import Path

import pytest

import game.engine
from game.engine import Reason
from game.engine.actions import KINDS, encode
from game.words import reason_sentence, reason_text
from tests.words.games import random_match

ENGINE = Path(game.engine.__file__).parent
SLUG = re.compile(r"[a-z]+(?:-[a-z]+)+")


def slugs_in_the_engine():
    """Return every slug that the engine makes a reason of, given at once or from a table."""
    found = set()
    for path in ENGINE.rglob("*.py"):
        explains = path.name.startswith("why_")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reason":
                found |= set(strings_in(node.args[0]))
            elif explains and isinstance(node, ast.Constant):
                found |= {text for text in strings_in(node) if SLUG.fullmatch(text)}
    return found


def strings_in(tree):
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return [node.value for node in constants if isinstance(node.value, str)]


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (
            Reason("gate", {"ladder": "transparency", "step": 3, "needs": 6, "is": 5}),
            "Transparency 3 needs Assurance 6; it is 5",
        ),
        (
            Reason(
                "prerequisite",
                {
                    "ladder": "centres",
                    "step": 2,
                    "needs_ladder": "transparency",
                    "needs": 2,
                    "is": 1,
                },
            ),
            "Centres 2 needs joint Transparency 2; it is 1",
        ),
        (
            Reason("too-few-operations", {"needs": 3, "has": 2}),
            "needs 3 operations; the card has 2",
        ),
        (
            Reason("site-needs", {"site": "iib", "needs": "redzikowo"}),
            "Fast interceptors: needs Redzikowo declared",
        ),
        (
            Reason(
                "blocked-step",
                {"ladder": "guarantees", "step": 3, "card": "n-senate", "needs": 4, "is": 3},
            ),
            "Guarantees: closed by “Promise to the Senate”; "
            "to break that needs Support 4, it is 3",
        ),
        (Reason("terms-full", {"limit": 1}), "only 1 term a side"),
        (Reason("terms-full", {"limit": 2}), "only 2 terms a side"),
        (Reason("one-ladder-term"), "only one ladder term a side"),
        (
            Reason("condition", {"card": "n-tehran"}),
            "the event needs an Outside threat of 3 or more",
        ),
        (Reason("too-calm", {"needs": 5, "is": 4}), "lowers Tension from 5; it is 4"),
    ],
)
def test_a_reason_says_what_would_be_needed(words, reason, text):
    assert reason_text(words, reason) == text


def test_a_reason_can_stand_as_a_sentence(words):
    reason = Reason("support-needed", {"ladder": "guarantees", "needs": 6, "is": 5})

    assert reason_sentence(words, reason) == "Needs own Support 6 before paying; it is 5."


def test_the_engine_gives_no_reason_without_words(words):
    values: dict[str, str | int] = {
        "ladder": "centres",
        "needs_ladder": "exercises",
        "site": "rota",
        "card": "n-tehran",
        "step": 2,
        "limit": 2,
        "needs": 2,
        "is": 1,
        "has": 1,
        "response": "sail-on",
    }
    slugs = slugs_in_the_engine()

    assert "gate" in slugs
    assert "site-hidden" in slugs
    for slug in slugs:
        assert "{" not in reason_text(words, Reason(slug, values)), slug


def test_whatever_is_not_open_in_a_match_has_its_reason(content, words):
    for place, state in enumerate(random_match(content, "november-statement", 2)):
        if place % 9:
            continue
        view = state.view(state.to_move)
        for kind in KINDS:
            for argument in (0, 4, 13):
                for card in (0, 31, 40):
                    reason = view.why_not(encode(kind, card, argument))
                    if reason is not None:
                        text = reason_text(words, reason)

                        assert text
                        assert "{" not in text
