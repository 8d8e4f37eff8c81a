"""Text wraps, keeps its words, and is never cut short."""

from itertools import pairwise

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui import text
from game.ui.syllables import breaks
from game.ui.theme import BODY, PAPER, PAPER_THEME, VALUE, Theme

WORDS = st.lists(st.text("abcdefgh-/", min_size=1, max_size=12), min_size=1, max_size=20)


def _lines(block):
    lines: dict[int, str] = {}
    for piece in block.pieces:
        lines[piece.baseline] = lines.get(piece.baseline, "") + piece.text
    return [lines[baseline] for baseline in sorted(lines)]


def _bare(written):
    """Return the letters alone: lines end without a space, and broken words have hyphens."""
    return written.replace(" ", "").replace("-", "")


@given(words=WORDS, room=st.integers(60, 400), scale=st.sampled_from([1.0, 1.5, 2.25]))
def test_no_word_is_lost_and_no_line_too_wide(words, room, scale):
    theme = Theme(scale=scale)
    written = " ".join(words)

    block = text.block(written, BODY, theme, room)

    assert _bare("".join(_lines(block))) == _bare(written)
    assert block.width_px <= room * scale


@given(words=WORDS, room=st.integers(60, 300))
def test_narrower_text_is_never_shorter(words, room):
    written = " ".join(words)

    narrow = text.block(written, BODY, PAPER_THEME, room)
    wide = text.block(written, BODY, PAPER_THEME, room + 100)

    assert narrow.height >= wide.height


def test_what_is_measured_is_what_is_drawn():
    words = "Fixed interceptors on land, near the Black Sea."
    block = text.block(words, BODY, PAPER_THEME, 160)
    target = pygame.Surface((300, 200))
    target.fill(PAPER.panel)

    block.draw(target, (20, 20), PAPER.ink)

    target.set_colorkey(PAPER.panel)
    around = pygame.Rect(19, 20, block.width_px + 2, block.height_px)
    assert around.contains(target.get_bounding_rect())


def test_a_no_break_space_holds_words_together():
    block = text.block("Baltic, 4\u00a0:\u00a01", BODY, PAPER_THEME, 60)

    assert _lines(block)[-1] == "4\u00a0:\u00a01"


def test_a_soft_hyphen_shows_only_at_the_end_of_a_line():
    word = "under con\u00adstruction"

    assert _lines(text.block(word, BODY, PAPER_THEME, 70)) == ["under con-", "struction"]
    assert _lines(text.block(word, BODY, PAPER_THEME, 300)) == ["under construction"]


def test_a_hyphen_breaks_words_and_not_the_name_of_a_thing_with_a_number():
    for room in range(60, 200, 7):
        lines = _lines(
            text.block("the SM-3 in re-armament and/or 2012/13", BODY, PAPER_THEME, room)
        )
        assert any("SM-3" in line for line in lines)
        assert any("2012/13" in line for line in lines)
    lines = _lines(text.block("self-defence", BODY, PAPER_THEME, 64))
    assert lines == ["self-", "defence"]


def test_a_line_end_in_the_text_begins_a_line():
    assert _lines(text.block("one\ntwo", BODY, PAPER_THEME)) == ["one", "two"]


def test_a_word_wider_than_its_room_is_split_and_reported():
    block = text.block("противоракетный", BODY, PAPER_THEME, 50)

    assert block.broken
    assert "".join(line.removesuffix("-") for line in _lines(block)) == "противоракетный"
    assert block.width <= 50


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("конференция", ["кон", "фе", "рен", "ция"]),
        ("Московская", ["Мос", "ковс", "кая"]),
        ("подъезд", ["подъезд"]),
        ("майор", ["майор"]),
        ("conférences,", ["con", "fé", "rences,"]),
        ("symphonie", ["sympho", "nie"]),
        ("measured", ["mea", "sured"]),
        ("2026-01-01-120000.match", ["2026-01-01-120000.match"]),
        ("a", ["a"]),
        ("", [""]),
    ],
)
def test_a_word_is_broken_between_its_syllables(word, parts):
    places = [0, *breaks(word), len(word)]
    assert [word[one:other] for one, other in pairwise(places)] == parts


@pytest.mark.parametrize("room", range(12, 160, 9))
def test_what_is_broken_between_syllables_has_a_hyphen_and_fits(room):
    block = text.block("a Transparency-конференция", BODY, PAPER_THEME, room)
    assert _bare("".join(_lines(block))) == "aTransparencyконференция"
    assert block.width <= max(room, text.width("W", BODY, PAPER_THEME))


RUNS = st.lists(
    st.builds(
        text.Run,
        st.text("ab -/\n5\N{SOFT HYPHEN}\N{NO-BREAK SPACE}", max_size=12),
        bold=st.booleans(),
        colour=st.sampled_from([None, "joint"]),
    ),
    max_size=5,
)


@given(runs=RUNS, scale=st.sampled_from([1.0, 1.5]))
def test_without_a_room_a_text_stands_as_in_one_that_is_never_full(runs, scale):
    theme = Theme(scale=scale)

    free, wide = (text.block(runs, BODY, theme, room) for room in (None, 100_000))

    assert free == wide


def test_marks_make_runs():
    assert text.runs("a **b** and *c*") == (
        text.Run("a "),
        text.Run("b", bold=True),
        text.Run(" and "),
        text.Run("c", italic=True),
    )


def test_a_lone_asterisk_is_a_character():
    assert text.plain(text.runs("After the election*")) == "After the election*"


def test_runs_wrap_as_one_text():
    written = [text.Run("protected", bold=True, colour="joint"), text.Run(", threat 4")]

    block = text.block(written, BODY, PAPER_THEME, 90)

    assert _lines(block) == ["protected,", "threat 4"]


def test_a_run_keeps_its_own_colour():
    block = text.block([text.Run("x", colour="joint")], VALUE, PAPER_THEME)
    target = pygame.Surface((60, 60))
    target.fill(PAPER.panel)

    block.draw(target, (5, 5), PAPER.ink)

    seen = {tuple(target.get_at((x, y)))[:3] for x in range(60) for y in range(60)}
    assert PAPER.joint in seen
    assert PAPER.ink not in seen


@pytest.mark.parametrize(
    ("align", "share"), [(text.LEFT, 0), (text.RIGHT, 1), (text.CENTRE, 0.5)]
)
def test_lines_are_aligned_within_their_room(align, share):
    block = text.block("word", BODY, PAPER_THEME, 200, align)

    spare = 200 - block.width_px
    assert block.pieces[0].x == pytest.approx(spare * share, abs=1)
