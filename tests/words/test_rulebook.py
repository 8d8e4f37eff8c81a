"""The rulebook: numbered, whole, and with the numbers that the game plays."""

import ast
import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

import game
from game.content.numbers import Numbers
from game.paths import data_path
from game.words import Words, rulebook, rulebook_text
from game.words.rulebook import RulebookError
from tests.words.pseudo import write_mo

GAME = Path(game.__file__).parent
ONE = r"[1-9]\d?\.\d{1,2}"
CITED = re.compile(rf"\((?:rulebook )?({ONE}(?:(?:, | to | and ){ONE})*)\)")
NOT_IN_THE_BOOK = {"place"}


@pytest.fixture(scope="module")
def text(words):
    return rulebook_text(words)


@pytest.fixture(scope="module")
def paragraphs(words):
    return {one.number: one.text for chapter in rulebook(words) for one in chapter.paragraphs}


def test_the_book_has_twelve_chapters(words):
    assert [(chapter.number, chapter.title) for chapter in rulebook(words)] == [
        (1, "What lies on the table"),
        (2, "Ladders"),
        (3, "Sites"),
        (4, "Operations and turns"),
        (5, "Council"),
        (6, "Crises"),
        (7, "The round and reckoning"),
        (8, "Cards and their effects"),
        (9, "Mandates and the end"),
        (10, "Hidden and public"),
        (11, "Scenarios"),
        (12, "Where it comes from"),
    ]


def test_paragraphs_are_numbered_one_after_the_other(words):
    for chapter in rulebook(words):
        numbers = [one.number for one in chapter.paragraphs]

        assert numbers == [f"{chapter.number}.{n + 1}" for n in range(len(numbers))]


def test_every_paragraph_that_the_code_cites_is_there(paragraphs):
    cited = {}
    for path in GAME.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                for match in CITED.finditer(node.value):
                    for number in re.findall(r"\d+\.\d+", match.group(1)):
                        cited[number] = path.name

    assert "7.6" in cited
    assert {number: name for number, name in cited.items() if number not in paragraphs} == {}


def test_what_the_book_refers_to_is_there(text, paragraphs):
    referred = set(re.findall(r"\((?:[^()]*?\b)?(\d{1,2}\.\d{1,2})\b", text))

    assert "6.3" in referred
    assert referred <= set(paragraphs)


def test_nothing_in_braces_is_left(text):
    assert "{" not in text
    assert "<!--" not in text


@pytest.mark.parametrize(
    "name", [field.name for field in fields(Numbers) if field.name not in NOT_IN_THE_BOOK]
)
def test_every_number_of_the_game_is_in_the_book(content, text, name):
    old = getattr(content.numbers, name)
    new = (*old[:-1], old[-1] + 70) if isinstance(old, tuple) else old + 70
    changed = replace(content, numbers=replace(content.numbers, **{name: new}))

    assert rulebook_text(Words(changed)) != text


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("1.3", "more than 1 above its value at the briefing"),
        ("2.2", "at least 3 for step 2, 6 for step 3 and 8 for step 4"),
        ("2.4", "costs 1 of your Support"),
        ("2.4", "Assurance rises by 2"),
        ("3.2", "reaches 500 km over the globe"),
        ("3.4", "deploying there gives 2 Support"),
        ("3.9", "the other’s Assurance falls by 2"),
        ("4.8", "by 1 if it is 5 or more, by 2 if it is 7 or more"),
        ("5.5", "Tension falls by 1, if it is 5 or more"),
        ("5.6", "runs for 3 rounds, this one included"),
        ("6.9", "Tension passes 9 only"),
        ("7.6", "a die with 6 sides"),
        ("7.7", "add up to 10 or more"),
        ("7.12", "at Tension 9 or more it closes"),
        ("9.2", "gives both sides 3 points more"),
        ("9.4", "With 5 points more it is a *triumph*"),
        ("9.4", "at least −0.6"),
    ],
)
def test_the_numbers_read_well(paragraphs, number, says):
    assert says in paragraphs[number]


def test_the_four_proposals_of_december_2011_are_traced(paragraphs):
    for name in (
        "Bring your own sensors",
        "An exercise next year",
        "Data fusion centre",
        "Planning centre",
        "Point to 1997",
        "Founding Act reaffirmed",
    ):
        assert name in paragraphs["12.2"]


def test_the_seven_measures_of_november_2011_are_traced(paragraphs):
    rows = [row for row in paragraphs["12.3"].splitlines() if re.match(r"\| (\d|but)", row)]

    assert [re.split("[,:]", row[2:])[0] for row in rows] == [*"1234567", "but"]
    for name, row in zip(
        (
            "Radar on duty",
            "Aerospace defence",
            "Penetration aids",
            "Blind the shield",
            "Iskanders go west",
            "Notice on New START",
            "Notice of withdrawal",
            "The door stays open",
        ),
        rows,
        strict=True,
    ):
        assert name in row


def test_tables_are_whole(paragraphs, content):
    for number in ("1.2", "2.1", "3.1", "6.7", "8.6", "9.2", "9.3", "11.1", "12.2", "12.3"):
        rows = [row for row in paragraphs[number].splitlines() if row.startswith("|")]

        assert len(rows) > 3, number
    assert all(site.title in paragraphs["3.1"] for site in content.sites.values())
    assert all(one.title in paragraphs["9.2"] for one in content.mandates.values())
    assert all(one.title in paragraphs["11.1"] for one in content.scenarios.values())


def test_a_paragraph_flows_and_keeps_its_list(paragraphs):
    lines = paragraphs["5.4"].splitlines()

    assert lines[0] == "The terms:"
    assert sum(line.startswith("- ") for line in lines) == 6
    assert "\n" not in paragraphs["5.1"]


@pytest.mark.parametrize(
    "wrong", ["{drifft}", "{card:n-nothing}", "{step:centres.9}", "{table:prices}", "{magic:1}"]
)
def test_a_book_that_names_what_is_not_there_is_refused(words, tmp_path, wrong):
    (tmp_path / "rulebook.md").write_text(f"**1.1** So {wrong}.", encoding="utf-8")

    with pytest.raises(RulebookError, match=re.escape(wrong)):
        rulebook_text(words, tmp_path)


def test_the_book_is_translated_piece_by_piece(content, tmp_path):
    (tmp_path / "rulebook.md").write_text(
        "# Book\n\n## 1 Start\n\n**1.1** One line\nand more {drift}\n\n- *An* item\n\n"
        "| a | {drift} |\n| --- | --- |\n| b b | c |\n",
        encoding="utf-8",
    )
    pieces = {
        "Book": "Livre",
        "Start": "Début",
        "One line and more {drift}": "{drift}, c’est plus",
        "*An* item": "*Un* point",
        "a": "A",
        "b b": "B B",
    }
    write_mo(
        tmp_path / "fr" / "LC_MESSAGES" / "defend-together.mo",
        {f"rulebook\4{english}": french for english, french in pieces.items()},
    )

    text = rulebook_text(Words(content, "fr", folder=tmp_path), tmp_path)

    assert text == (
        "# Livre\n\n## 1 Début\n\n**1.1** 1, c’est plus\n\n- *Un* point\n\n"
        "| A | 1 |\n| --- | --- |\n| B B | c |\n"
    )


def test_the_book_is_printed_in_lines_that_people_can_edit():
    lines = (data_path("rules", "rulebook.md")).read_text(encoding="utf-8").splitlines()

    assert all(len(line) <= 120 for line in lines if not line.startswith("|"))
