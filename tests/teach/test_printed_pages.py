"""The rulebook and the teacher's quick start as pages to print, in every language."""

import re
from math import ceil

import pytest

from game.charts import Paragraph, Points, Table, html
from game.content import load_content
from game.content.lessons import load_lessons
from game.teach.handouts import desk_for, handout_page
from game.words import Words, languages, rulebook

CONTENT = load_content()
LESSONS = load_lessons(CONTENT)

# As the style sheet prints A4, in millimetres: 9.5 points on lines of 1.45. Held against pages
# set in Arial, this reckons 3 mm (Russian) to 28 mm (English) more than they take.
LETTERS_A_LINE = 105
LINE = 9.5 * 1.45 * 0.3528
HEADING = 10.0
TITLE = 18.0
ROOM = 297.0 - 2 * 16


def page_of(name, language):
    return handout_page(desk_for(CONTENT, LESSONS, language, "first-council"), name)


def height_of(page):
    """How high a page of lists is when it is printed."""
    lines = 0
    for section in page.sections:
        for block in section.blocks:
            assert isinstance(block, Points)
            lines += sum(ceil(len(line) / LETTERS_A_LINE) for line in block.lines)
    return TITLE + HEADING * len(page.sections) + LINE * lines


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", ["quick-start", "rules"])
def test_what_should_be_one_printed_page_is_one(name, language):
    assert height_of(page_of(name, language)) <= ROOM


def test_the_quick_start_names_a_plan_that_there_is():
    text = html(page_of("quick-start", "en"))
    titles = {plan.title for plan in LESSONS.plans.values()}

    assert [title for title in titles if f"“{title}”" in text] == ["One period"]
    assert sorted({str(plan.minutes) for plan in LESSONS.plans.values()}) == ["20", "45", "90"]
    assert "20, 45 and 90 minutes" in text


@pytest.mark.parametrize("language", languages())
def test_the_printed_rulebook_holds_every_paragraph_once(language):
    page = page_of("rulebook", language)
    chapters = rulebook(Words(CONTENT, language))
    numbers = [
        block.number
        for section in page.sections
        for block in section.blocks
        if isinstance(block, Paragraph) and block.number
    ]

    assert numbers == [one.number for chapter in chapters for one in chapter.paragraphs]
    assert [section.title for section in page.sections] == [one.title for one in chapters]


@pytest.mark.parametrize("language", languages())
def test_no_signs_of_markdown_are_left_in_the_printed_rulebook(language):
    page = html(page_of("rulebook", language)).partition("</style>")[2]

    assert re.findall(r"[*|{}]|--|^- ", re.sub(r"<[^>]+>", "", page), re.MULTILINE) == []


def test_the_tables_of_the_printed_rulebook_are_whole():
    page = page_of("rulebook", "en")
    tables = [
        block for one in page.sections for block in one.blocks if isinstance(block, Table)
    ]
    book = "\n".join(
        one.text for chapter in rulebook(Words(CONTENT)) for one in chapter.paragraphs
    )

    assert len(tables) == book.count("| --- |\n")
    for table in tables:
        assert {len(row) for row in table.rows} == {len(table.head)}
