"""Pages: whole by themselves, and readable without seeing."""

from html.parser import HTMLParser

import pytest

from game.charts import (
    INK,
    Bar,
    Blank,
    Figure,
    Marked,
    Page,
    Paragraph,
    Points,
    Section,
    Table,
    bars,
    html,
    plain,
)

VOID = {"meta", "br", "line", "rect", "circle", "path", "polyline", "polygon"}
TABLE = Table("Numbers", ("What", "How many", "Kind"), (("cards", "64", "a"),), left=(2,))


class Reader(HTMLParser):
    """Checks that every element is closed where it was opened."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.tags = []
        self.attributes = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture
def page():
    picture = bars("Bars", [Bar("a", INK, 1, "1")])
    sections = (
        Section("One & two", (Paragraph("Words <here>."), TABLE)),
        Section("Pictures", (Figure(picture, "What it shows", TABLE), Figure(picture, "Bare"))),
    )
    return Page("en", "A report", ("Seed 1",), "Contents", sections)


@pytest.fixture
def read(page):
    reader = Reader()
    reader.feed(html(page))
    return reader


def test_a_page_is_well_formed(read):
    assert read.open == []
    assert read.tags.count("h1") == 1
    assert read.tags.count("section") == 2


def test_a_page_needs_nothing_from_elsewhere(page, read):
    outside = {"script", "link", "img", "iframe", "object"}

    assert outside.isdisjoint(read.tags)
    assert "@import" not in html(page)
    assert "url(" not in html(page)
    assert all(
        value.startswith("#") for _, name, value in read.attributes if name in ("href", "src")
    )


def test_a_page_tells_its_language(read):
    assert ("html", "lang", "en") in read.attributes


def test_words_are_never_marks(page):
    assert "Words &lt;here&gt;." in html(page)
    assert "One &amp; two" in html(page)


def test_rows_and_columns_of_a_table_are_named(read):
    scopes = [value for tag, name, value in read.attributes if (tag, name) == ("th", "scope")]

    assert scopes == ["col"] * 3 + ["row"] + ["col"] * 3 + ["row"]
    assert read.tags.count("caption") == 2


def test_contents_lead_to_every_chapter(read):
    links = {value[1:] for _, name, value in read.attributes if name == "href"}
    places = {value for tag, name, value in read.attributes if (tag, name) == ("section", "id")}

    assert links == places == {"s1", "s2"}


def test_a_page_prints_on_a4_with_its_colours(page):
    assert "size: A4" in html(page)
    assert "print-color-adjust: exact" in html(page)


def test_as_plain_text_a_page_keeps_words_and_tables(page):
    text = plain(page)

    assert text.splitlines()[:3] == ["A report", "========", "Seed 1"]
    assert "Words <here>." in text
    assert text.count("cards        64  a") == 2
    assert "svg" not in text


def test_plain_text_can_be_cut_to_its_first_chapters(page):
    assert "Pictures" not in plain(page, sections=1)


def test_a_list_of_points_is_one_for_those_who_hear_it_and_for_those_who_read_it():
    section = Section("Aims", (Points(("One <b>", "Two")), Points(("First", "Second"), True)))
    page = Page("en", "Plan", (), "", (section,))

    assert "<ul><li>One &lt;b&gt;</li><li>Two</li></ul>" in html(page)
    assert "<ol><li>First</li><li>Second</li></ol>" in html(page)
    assert plain(page).splitlines()[-4:] == ["- One <b>", "- Two", "1. First", "2. Second"]


def test_a_page_without_words_for_its_contents_has_no_list_of_them(page):
    assert "<nav" in html(page)
    assert "<nav" not in html(Page("en", "Sheet", (), "", page.sections))


def test_a_sheet_to_write_on_has_lines_and_roomy_cells():
    empty = Table("Rounds", ("Round", "What they did"), (("1", ""),), fill=True)
    text = html(Page("en", "Sheet", (), "", (Section("Tasks", (Blank(3), empty, TABLE)),)))

    assert text.count('<div class="blank"></div>') == 3
    assert text.count('<table class="fill short">') == 1
    assert text.count('<table class="short">') == 1


def test_words_between_asterisks_are_set_apart_only_where_a_text_is_marked():
    blocks = (
        Paragraph(Marked("a *firm* <b>")),
        Paragraph("3 * 4 * 5"),
        Points((Marked("*x*"),)),
    )
    whole = html(Page("en", "Marked", (), "", (Section("One", blocks),)))

    assert "<p>a <em>firm</em> &lt;b&gt;</p>" in whole
    assert "<p>3 * 4 * 5</p>" in whole
    assert "<li><em>x</em></li>" in whole


def test_numbered_paragraphs_and_chapters_can_be_referred_to():
    page = Page("en", "Rules", (), "", (Section("Sites", (Paragraph("Text", "3.1"),), "3"),))

    assert '<p id="p3.1"><b class="n">3.1</b> Text</p>' in html(page)
    assert "<h2>3 Sites</h2>" in html(page)
    assert plain(page).splitlines()[-3:] == ["3 Sites", "-------", "3.1 Text"]


def test_a_table_may_do_without_a_caption():
    table = Table("", ("What", "How many"), (("cards", "64"),))
    page = Page("en", "Bare", (), "", (Section("One", (table,)),))

    assert "<caption" not in html(page)
    assert plain(page).splitlines()[-2:] == ["What   How many", "cards        64"]
