"""The reference made from the docstrings: its examples run, and it names what there is."""

import importlib
import inspect
import re

import pytest

from game.content import Content, ContentError
from game.engine import State, View

ROOMS = ("game.content", "game.engine", "game.players", "game.match")
FENCE = re.compile(r"```python\n(.*?)```", re.DOTALL)


def examples_in(room):
    return FENCE.findall(inspect.getdoc(importlib.import_module(room)) or "")


EXAMPLES = [pytest.param(code, id=room) for room in ROOMS for code in examples_in(room)]


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_examples_of_the_docstrings_run(code, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    exec(compile(code, "docstring", "exec"), {"__name__": "example"})

    assert capsys.readouterr().out


def test_every_room_has_an_example():
    assert [example.id for example in EXAMPLES] == list(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_whatever_a_room_hands_out_is_described(room):
    module = importlib.import_module(room)
    things = {name: getattr(module, name) for name in module.__all__}
    described = (inspect.isclass, inspect.isfunction)

    bare = [
        name
        for name, thing in things.items()
        if any(kind(thing) for kind in described) and not inspect.getdoc(thing)
    ]

    assert things
    assert bare == []


@pytest.mark.parametrize("owner", [Content, ContentError, State, View])
def test_whatever_the_main_classes_offer_is_described(owner):
    offered = {name: one for name, one in vars(owner).items() if not name.startswith("_")}
    told = {
        name: one
        for name, one in offered.items()
        if inspect.isfunction(one) or isinstance(one, property)
    }

    assert [name for name, one in told.items() if not inspect.getdoc(one)] == []
