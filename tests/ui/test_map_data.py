"""The map's data: the borders of 2010, whose members are tinted, and how disputes are drawn."""

import json

import pytest

from game.content.vocabulary import MEMBERS
from game.paths import asset_path
from game.ui.board.map_data import Box, europe
from game.ui.board.projection import Place, project

CITIES = {
    "Simferopol": (44.95, 34.10, "Ukraine"),
    "Sevastopol": (44.60, 33.53, "Ukraine"),
    "Kerch": (45.35, 36.40, "Ukraine"),
    "Kaliningrad": (54.71, 20.51, "Russia"),
    "Chernyakhovsk": (54.63, 21.82, "Russia"),
    "Krasnodar": (45.04, 38.98, "Russia"),
    "Grodno": (53.68, 23.83, "Belarus"),
    "Pristina": (42.66, 21.17, "Kosovo"),
    "San Marino": (43.94, 12.46, "San Marino"),
    "Gabala": (40.98, 47.85, "Azerbaijan"),
    "Juba": (4.85, 31.58, None),
}

MEMBERS_OF_2010 = {
    "Albania", "Belgium", "Bulgaria", "Canada", "Croatia", "Czechia", "Denmark", "Estonia",
    "France", "Germany", "Greece", "Hungary", "Iceland", "Italy", "Latvia", "Lithuania",
    "Luxembourg", "Netherlands", "Norway", "Poland", "Portugal", "Romania", "Slovakia",
    "Slovenia", "Spain", "Turkey", "United Kingdom", "United States of America",
}  # fmt: skip
THEIRS = {"Faeroe Is.", "Greenland", "Guernsey", "Isle of Man", "Jersey"}


@pytest.mark.parametrize("city", CITIES)
def test_a_city_lies_in_its_country_of_2010(city):
    lat, lon, country = CITIES[city]

    land = europe().land_at(Place(lat, lon))

    if country is None:
        # South Sudan became a state in July 2011; south of the map it may be missing at all.
        assert land is None or land.name == "Sudan"
    else:
        assert land is not None
        assert land.name == country


@pytest.mark.parametrize("place", [(56.0, 18.5), (43.3, 34.0), (68.0, 3.0), (34.5, 30.0)])
def test_the_seas_of_the_patrols_are_sea(place):
    assert europe().land_at(Place(*place)) is None


def test_the_tint_of_members_marks_the_28_of_2010_and_what_is_theirs():
    tinted = {land.name for land in europe().lands if land.tint == "nato"}

    assert tinted == MEMBERS_OF_2010 | THEIRS
    assert len(MEMBERS_OF_2010) == 28


def test_data_may_name_every_member_as_the_map_does():
    assert set(MEMBERS) == MEMBERS_OF_2010


def test_only_russia_has_the_tint_of_russia():
    assert {land.name for land in europe().lands if land.tint == "russia"} == {"Russia"}


def test_no_border_runs_across_the_neck_of_crimea():
    data = europe()
    west, east = project(Place(46.0, 33.4)), project(Place(46.25, 34.2))
    neck = Box(west.x - 5, east.y - 5, east.x + 5, west.y + 5)

    crossing = [
        arc for arc in data.border + data.disputed if not data.arcs[arc].box.misses(neck)
    ]

    inside = [
        point
        for arc in crossing
        for point in data.arcs[arc].points
        if neck.west <= point.x <= neck.east and neck.north <= point.y <= neck.south
    ]
    assert inside == []


def test_disputed_lines_are_apart_from_agreed_ones():
    data = europe()

    assert data.disputed
    assert not set(data.disputed) & (set(data.border) | set(data.coast))


def test_lands_come_largest_first_so_that_enclaves_stay_visible():
    areas = [land.area for land in europe().lands]

    assert areas == sorted(areas, reverse=True)


def test_the_file_is_small_and_names_its_source():
    path = asset_path("map", "europe.json")
    raw = json.loads(path.read_text(encoding="utf-8"))

    assert path.stat().st_size < 150_000
    assert "Natural Earth" in raw["source"]
    assert raw["projection"]["name"] == "laea"
