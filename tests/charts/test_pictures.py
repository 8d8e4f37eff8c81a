"""Pictures: what they show, and that they say it without colour too."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.charts import (
    INK,
    NATO,
    RUSSIA,
    Bar,
    Cell,
    Curve,
    Goal,
    Part,
    Stack,
    bars,
    colours,
    curves,
    heat,
    stacks,
)
from game.charts.axes import Scale, shown, ticks
from game.charts.svg import element, shortened
from game.ui.theme import PAPER

SVG = "{http://www.w3.org/2000/svg}"
NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)


def read(picture):
    return ET.fromstring(picture)


def texts(picture):
    return [node.text for node in read(picture).iter(f"{SVG}text")]


def a_curve(label="Tension", band=()):
    return Curve(label, NATO, ((0, 5.0), (1, 6.5), (2, 4.0)), band)


def a_bar(**changed):
    return replace(Bar("greedy", INK, 0.3, "+0.3"), **changed)


PICTURES = {
    "curves": lambda: curves("Shown", [a_curve()], across="Round", up=""),
    "bars": lambda: bars("Shown", [a_bar()]),
    "stacks": lambda: stacks("Shown", [Stack("All", (Part("a", INK, 1.0, "100"),))]),
    "heat": lambda: heat(
        "Shown", ("down", ["x"]), ("across", ["y"]), [[Cell(0.5, "50")]], within=(0, 0.4, 1)
    ),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_is_read_out_by_its_title(kind):
    picture = read(PICTURES[kind]())

    assert picture.get("role") == "img"
    assert picture.find(f"{SVG}title").text == "Shown"


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_needs_nothing_from_elsewhere(kind):
    picture = PICTURES[kind]()

    assert "href" not in picture
    assert "url(" not in picture
    assert "<script" not in picture


def test_words_can_not_become_marks():
    picture = bars("<b>", [a_bar(label='"<x>&')])

    assert read(picture).find(f"{SVG}title").text == "<b>"
    assert '"<x>&' in texts(picture)


def test_a_bar_reaches_from_nought_to_its_value():
    picture = read(bars("Shown", [a_bar(value=0.5), a_bar(value=-0.5)], within=(-1, 1)))
    one, other = picture.iter(f"{SVG}rect")

    assert float(one.get("x")) == pytest.approx(
        float(other.get("x")) + float(other.get("width")), abs=0.02
    )
    assert one.get("width") == other.get("width")


def test_an_interval_and_a_goal_are_drawn_where_there_are_any():
    plain = bars("Shown", [a_bar()])
    full = bars("Shown", [a_bar(interval=(0.1, 0.5), goal=Goal(0.2, 0.4))])

    assert plain.count("<path") == 0
    assert full.count("<path") == 2
    assert full.count("<rect") == plain.count("<rect") + 1


def test_curves_differ_by_more_than_colour():
    picture = read(curves("Shown", [a_curve("a"), a_curve("b")], across="Round", up=""))
    one, other = picture.iter(f"{SVG}polyline")

    assert one.get("stroke-dasharray") != other.get("stroke-dasharray")
    assert {"a", "b"} <= set(texts(curves("x", [a_curve("a"), a_curve("b")], across="", up="")))


def test_a_band_lies_around_its_curve():
    banded = curves("Shown", [a_curve(band=((4, 6), (5, 8), (3, 5)))], across="Round", up="")

    assert banded.count("<polygon") == 1
    assert len(read(banded).find(f"{SVG}polygon").get("points").split()) == 6


def test_equal_names_of_curves_do_not_lie_on_each_other():
    picture = read(curves("Shown", [a_curve("a"), a_curve("b")], across="", up=""))
    heights = [float(n.get("y")) for n in picture.iter(f"{SVG}text") if n.text in ("a", "b")]

    assert abs(heights[0] - heights[1]) >= 13


def test_every_cell_carries_its_number_and_the_middle_has_no_colour():
    cells = [[Cell(0.0, "0"), Cell(0.4, "40"), Cell(1.0, "100"), Cell(None, "")]]
    picture = heat(
        "Shown", ("down", ["x"]), ("across", list("abcd")), cells, within=(0, 0.4, 1)
    )
    low, middle, high, empty = (n.get("fill") for n in read(picture).iter(f"{SVG}rect"))

    assert {"0", "40", "100"} <= set(texts(picture))
    assert middle == empty == colours.PANEL
    assert len({low, middle, high}) == 3


def test_parts_of_a_stack_fill_it_from_left_to_right():
    stack = Stack("All", (Part("a", NATO, 0.25, "25"), Part("b", RUSSIA, 0.75, "75")))
    one, other, *_ = read(stacks("Shown", [stack])).iter(f"{SVG}rect")

    assert float(other.get("width")) == pytest.approx(3 * float(one.get("width")), abs=0.1)
    assert {"a", "b", "25", "75"} <= set(texts(stacks("Shown", [stack])))


@given(NUMBERS, NUMBERS)
def test_ticks_hold_the_range_in_round_steps(one, other):
    low, high = sorted((one, other))
    found = ticks(low, high)

    assert found[0] <= low + 1e-6 * (high - low)
    assert found[-1] >= high - 1e-6 * (high - low)
    assert 2 <= len(found) <= 13
    assert all(re.fullmatch(r"−?\d+(\.\d+)?", shown(tick, found)) for tick in found)


@given(NUMBERS)
def test_no_place_lies_outside_its_axis(value):
    assert 10 <= Scale(-3, 7, 10, 90).at(value) <= 90


def test_a_text_is_cut_to_its_room():
    assert shortened("Preserve the deterrent", 1000) == "Preserve the deterrent"
    assert shortened("Preserve the deterrent", 60).endswith("…")


def test_numbers_are_written_short():
    assert element("a", x=1.0, y=1 / 3, z=-0.001) == '<a x="1" y="0.33" z="0"/>'


@pytest.mark.parametrize(
    "name",
    [
        "page",
        "panel",
        "recess",
        "rule",
        "ink",
        "nato",
        "russia",
        "joint",
        "alarm",
        "nato_t",
        "russia_t",
        "joint_t",
        "alarm_t",
    ],
)
def test_colours_are_those_of_the_game_on_paper(name):
    own = getattr(colours, name.replace("_t", "_tint").upper())

    assert own == "#{:02X}{:02X}{:02X}".format(*getattr(PAPER, name))


def test_a_blend_lies_between_two_colours():
    assert colours.blend("#000000", "#FFFFFF", 0) == "#000000"
    assert colours.blend("#000000", "#FFFFFF", 0.5) == "#808080"
    assert colours.blend("#000000", "#FFFFFF", 2) == "#FFFFFF"
