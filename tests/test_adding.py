"""The walks of `data/adding.md` lead where they say, as they stand."""

import re
import shutil
from pathlib import Path

import pytest

from tests.walk_text import Change, Command, steps_of

ROOT = Path(__file__).resolve().parent.parent
WALKS = (ROOT / "data" / "adding.md").read_text(encoding="utf-8")
CHAPTERS = {
    chapter.splitlines()[0]: steps_of(chapter)
    for chapter in re.split(r"^## ", WALKS, flags=re.MULTILINE)[1:]
}
SOON = {name: steps for name, steps in CHAPTERS.items() if not all(s.later for s in steps)}
FOLDERS = ("game", "data", "assets", "tests")
FILES = ("pyproject.toml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md")


@pytest.fixture
def copy(tmp_path):
    """A copy of the checkout."""
    left_out = shutil.ignore_patterns("__pycache__", "screenshots")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=left_out)
    for name in FILES:
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_each_walk_has_changes_and_commands():
    assert list(CHAPTERS) == [
        "A card with a new verb",
        "A player",
        "A scene",
        "A language",
    ]
    for steps in CHAPTERS.values():
        assert {type(step) for step in steps} == {Change, Command}


@pytest.mark.parametrize("name", SOON)
def test_a_walk_leads_where_it_says(name, copy):
    for step in SOON[name]:
        if not step.later:
            step.make(copy)


@pytest.mark.long
@pytest.mark.parametrize("name", CHAPTERS)
def test_a_walk_leads_to_its_end_with_what_takes_long(name, copy):
    for step in CHAPTERS[name]:
        step.make(copy)
