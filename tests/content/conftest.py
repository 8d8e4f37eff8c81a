"""What the tests of the data share: the shipped files, and readers for small texts."""

from pathlib import Path

import pytest

from game.content import load_content
from game.content.compose import compose
from game.content.read import read_fields
from game.content.sheets import Sheet


@pytest.fixture(scope="session")
def shipped():
    """The shipped content; tests only read it."""
    return load_content()


@pytest.fixture
def sheet():
    return Sheet(Path("data/small.yaml"))


@pytest.fixture
def read(sheet):
    """Read a text as one mapping of a spec's fields; problems stand on the sheet."""

    def read_text(text, spec):
        node = compose(text, sheet)
        assert node is not None, sheet.problems
        return read_fields(sheet, node, spec)

    return read_text


@pytest.fixture
def folder(tmp_path, shipped):
    """A copy of the shipped data that a test may spoil."""
    for name, text in shipped.files.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "data"
