"""The guide's file: what is wrong in it is found where it is written."""

import shutil
from pathlib import Path

import pytest

from game import paths
from game.content import Content, ContentError, load_content
from game.content.check import check
from game.content.tutorial import FILE, load_tutorial


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


def problems(content: Content, folder: Path, before: str, after: str) -> list[str]:
    text = (paths.data_path() / FILE).read_text(encoding="utf-8")
    assert before in text
    (folder / FILE).write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_tutorial(content, folder)
    return [str(problem) for problem in caught.value.problems]


def test_the_shipped_guide_has_steps_for_every_kind_of_screen(content: Content) -> None:
    screens = {step.screen for step in load_tutorial(content).steps}

    assert screens == {"draft", "reply", "board", "card", "crisis", "reveal", "verdict"}


def test_a_note_that_names_no_part_of_the_screen_is_refused(
    content: Content, tmp_path: Path
) -> None:
    (found,) = problems(content, tmp_path, "**{table_it}**", "**{table_its}**")

    assert "step 'table-it' names no part 'table_its'; did you mean 'table_it'?" in found
    assert f"{FILE}:" in found


def test_an_unknown_fact_is_refused(content: Content, tmp_path: Path) -> None:
    (found,) = problems(content, tmp_path, "when: [agreed]", "when: [agree]")

    assert "unknown word 'agree'; did you mean 'agreed'?" in found


def test_a_step_stands_once(content: Content, tmp_path: Path) -> None:
    (found,) = problems(content, tmp_path, "slug: refused", "slug: agreed")

    assert "a second 'agreed'" in found


def test_a_note_is_short(content: Content, tmp_path: Path) -> None:
    (found,) = problems(content, tmp_path, "Nothing was tabled", "Nothing " * 50 + "was tabled")

    assert "step 'no-package' has a text of" in found


def test_the_scenario_has_to_exist(content: Content, tmp_path: Path) -> None:
    (found,) = problems(content, tmp_path, "scenario: first-council", "scenario: second")

    assert "no scenario 'second'" in found


def test_without_its_file_there_is_no_guide(content: Content, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="not a file"):
        load_tutorial(content, tmp_path)


def test_check_reads_the_guide_of_a_whole_data_folder(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(paths.data_path(), data, ignore=shutil.ignore_patterns("locale"))
    text = (data / FILE).read_text(encoding="utf-8")
    (data / FILE).write_text(text.replace("until: left", "until: lft", 1), encoding="utf-8")

    (found,) = check(data)

    assert "unknown word 'lft'" in str(found)
