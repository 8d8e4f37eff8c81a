"""The library and the rulebook: read, searched, and reached from what they explain."""

import pytest

from game.ui.library.shelves import SHELVES, found, pieces
from game.ui.scenes.board import BoardScene
from game.ui.scenes.library import LibraryScene
from game.ui.scenes.rulebook import RulebookScene
from game.ui.widgets.scroll_area import ScrollArea
from game.words import Words, rulebook
from tests.ui.board_match import content, sitting_at


@pytest.fixture(scope="module")
def words():
    return Words(content())


# ---------------------------------------------------------------------- the shelves


def test_everything_of_the_content_stands_on_its_shelf(words):
    for shelf in SHELVES:
        slugs = {piece.slug for piece in pieces(words, shelf)}
        assert slugs == set(getattr(content(), shelf))


def test_every_page_says_what_the_content_holds(words):
    for card in pieces(words, "cards"):
        assert content().cards[card.slug].history[:20].casefold() in card.says()
    for crisis in pieces(words, "crises"):
        spec = content().crises[crisis.slug]
        for response in (*spec.nato, *spec.russia):
            assert response.title.casefold() in crisis.says()
        for told in spec.causes.values():
            assert told.casefold() in crisis.says()
    for site in pieces(words, "sites"):
        assert "cost" in site.says()


def test_what_rests_on_a_source_leads_there_and_back(words):
    sources = {piece.slug: piece for piece in pieces(words, "sources")}
    for card in content().cards.values():
        for slug in card.sources:
            links = [w.id for part in sources[slug].page() for w in part.walk()]
            assert f"go:cards:{card.slug}" in links


def test_a_search_finds_what_holds_every_word_titles_first(words):
    shelf = pieces(words, "cards")
    said = {piece.slug: piece.says() for piece in shelf}
    hits = found(shelf, said, "RADAR russia")
    assert hits
    assert all("radar" in said[hit.slug] and "russia" in said[hit.slug] for hit in hits)
    titled = ["radar" in hit.title.casefold() for hit in found(shelf, said, "radar")]
    assert titled == sorted(titled, reverse=True)
    assert found(shelf, said, "") == shelf
    assert found(shelf, said, "no such word anywhere") == ()


# --------------------------------------------------------------------- the library


def test_the_library_by_mouse(pilot, words):
    window = pilot(LibraryScene(words))
    window.click("shelf:crises")
    first = window.scene.reading
    rows = [ident for ident in window.ids() if ident.startswith("piece:")]
    window.click(rows[2])
    assert window.scene.reading != first
    window.click("shelf:sources")
    window.click("query")
    window.type("reuters")
    link = next(ident for ident in window.ids() if ident.startswith("go:"))
    window.click(link)
    assert window.scene.reading == link.split(":")[2]
    assert window.scene.shelf == link.split(":")[1]
    window.click("rules")
    assert isinstance(window.scene, RulebookScene)


def test_the_library_by_keyboard(pilot, words):
    window = pilot(LibraryScene(words))
    first = window.scene.reading
    window.press("Down")
    assert window.scene.reading != first
    window.press("/")
    assert window.focused == "query"
    window.type("gabala")
    assert window.find("query").value == "gabala"
    assert 0 < len(window.scene._found) < 64
    window.press("Enter")
    assert window.focused == f"piece:{window.scene.reading}"
    window.press("/")
    window.type("zzz")
    assert window.sees("Nothing holds all of these words.")
    for _ in range(3):
        window.press("Backspace")
    assert window.scene._found
    window.press("Esc")
    assert not window.app.running


def test_the_page_keys_scroll_what_is_read(pilot, words):
    window = pilot(LibraryScene(words, "crises"))
    page = window.find("page-text")
    assert isinstance(page, ScrollArea)
    assert page.reach
    window.press("PageDown")
    assert page.offset
    window.press("PageUp")
    assert page.offset == 0


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768)])
@pytest.mark.parametrize("large", [1.0, 1.2, 1.4])
def test_the_library_fits(pilot, words, size, large):
    window = pilot(LibraryScene(words), size=size, text=large)
    for shelf in SHELVES:
        window.click(f"shelf:{shelf}")
        window.assert_fits()


# -------------------------------------------------------------------- the rulebook


def test_the_rulebook_is_searched(pilot, words):
    window = pilot(RulebookScene(words))
    window.press("/")
    window.type("technical means")
    shown = [w.number for w in window.scene.tree.walk() if hasattr(w, "number")]
    assert "4.9" in shown
    assert window.find("query").value == "technical means"
    every = [p for chapter in rulebook(words) for p in chapter.paragraphs]
    holding = [p.number for p in every if "technical" in p.text.casefold()]
    assert set(shown) <= set(holding)
    window.click("chapter:4")
    assert window.find("query").value == ""
    window.press("/")
    window.type("zzz")
    assert window.sees("Nothing holds all of these words.")


def test_f1_leads_to_the_paragraph_about_what_has_the_focus(pilot):
    window = pilot(BoardScene(sitting_at("card")))
    window.scene.focus("coverage")
    window.press("Right")
    window.press("Left")
    window.scene.focus("coverage")
    assert "§ 3.6" not in window.hint  # the tooltip's words stay without it; it is drawn
    window.press("F1")
    scene = window.scene
    assert isinstance(scene, RulebookScene)
    assert scene.chapter == 3
    entry = next(w for w in scene.tree.walk() if getattr(w, "number", "") == "3.6")
    reading = window.find("reading")
    assert reading.rect.top <= entry.rect.top < reading.rect.bottom


def test_every_rule_that_a_tooltip_names_is_in_the_rulebook(pilot, words):
    known = {p.number for chapter in rulebook(words) for p in chapter.paragraphs}
    window = pilot(BoardScene(sitting_at("card")))
    named = {w.hint.rule for w in window.scene.tree.walk() if w.hint is not None}
    assert {"3.1", "3.2", "2.2", "1.3", "1.4", "3.6", "9.2", "6.9", "1.5", "4.2"} <= named
    assert named - {""} <= known


@pytest.mark.parametrize("large", [1.0, 1.4])
def test_the_rulebook_fits_while_searched(pilot, words, large):
    window = pilot(RulebookScene(words), text=large)
    window.assert_fits()
    window.press("/")
    window.type("crisis")
    window.assert_fits()
