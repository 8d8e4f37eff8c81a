"""Cutting rectangles loses nothing and covers nothing twice."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygame import Rect

from game.ui import layout

RECT = st.builds(
    Rect, st.integers(0, 500), st.integers(0, 500), st.integers(50, 900), st.integers(50, 900)
)
GAP = st.integers(0, 16)


@pytest.mark.parametrize(
    "cut", [layout.cut_top, layout.cut_bottom, layout.cut_left, layout.cut_right]
)
@given(rect=RECT, size=st.integers(1, 30), gap=GAP)
def test_a_cut_leaves_the_rest_beside_the_gap(cut, rect, size, gap):
    part, rest = cut(rect, size, gap)

    assert rect.contains(part)
    assert rect.contains(rest)
    assert not part.colliderect(rest)
    lost = rect.width * rect.height - part.width * part.height - rest.width * rest.height
    assert lost == gap * (rect.width if part.width == rect.width else rect.height)


@given(rect=RECT, count=st.integers(1, 6), gap=GAP)
def test_columns_fill_the_width_and_differ_by_a_pixel(rect, count, gap):
    found = layout.columns(rect, count, gap)

    assert found[0].left == rect.left
    assert found[-1].right == rect.right
    assert max(one.width for one in found) - min(one.width for one in found) <= 1
    for one, other in pairwise(found):
        assert other.left - one.right == gap


@given(rect=RECT, count=st.integers(1, 6), gap=GAP)
def test_rows_fill_the_height(rect, count, gap):
    found = layout.rows(rect, count, gap)

    assert found[0].top == rect.top
    assert found[-1].bottom == rect.bottom


@given(rect=RECT, weights=st.lists(st.integers(1, 5), min_size=1, max_size=5), gap=st.just(4))
def test_shares_are_in_proportion(rect, weights, gap):
    found = layout.shares(rect, weights, gap)

    room = rect.width - gap * (len(weights) - 1)
    assert found[-1].right == rect.right
    for one, weight in zip(found, weights, strict=True):
        assert one.width == pytest.approx(room * weight / sum(weights), abs=1)


def test_a_stack_keeps_its_heights():
    found = layout.stack(Rect(10, 20, 100, 500), [30, 40], gap=8)

    assert found == [Rect(10, 20, 100, 30), Rect(10, 58, 100, 40)]


def test_the_middle_is_in_the_middle():
    assert layout.centred(Rect(0, 0, 100, 60), 40, 20) == Rect(30, 20, 40, 20)
    assert layout.inset(Rect(0, 0, 100, 60), 10, 5) == Rect(10, 5, 80, 50)
