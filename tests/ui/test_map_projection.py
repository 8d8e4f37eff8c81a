"""Sphere, plane and screen."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.board.projection import (
    CENTRE,
    Frame,
    Place,
    Point,
    contains,
    destination,
    distance_km,
    geodesic_ring,
    geodesic_wedge,
    project,
    ring_area,
    unproject,
)

places = st.builds(Place, st.floats(20, 80), st.floats(-40, 90))

KALININGRAD, LUGA = Place(54.71, 20.51), Place(58.74, 29.85)


@given(places)
def test_unprojecting_undoes_projecting(place):
    back = unproject(project(place))

    assert back.lat == pytest.approx(place.lat, abs=1e-6)
    assert back.lon == pytest.approx(place.lon, abs=1e-6)


def test_the_centre_is_the_origin():
    assert project(CENTRE) == pytest.approx((0, 0))
    assert unproject(Point(0, 0)) == CENTRE


@pytest.mark.parametrize(
    ("start", "end", "km"),
    [
        (KALININGRAD, Place(54.48, 17.11), 220),
        (KALININGRAD, Place(52.23, 21.01), 278),
        (KALININGRAD, Place(52.52, 13.41), 528),
        (LUGA, Place(59.44, 24.75), 301),
        (Place(44.80, 39.22), Place(38.35, 37.79), 727),
    ],
)
def test_distances_are_those_of_the_fact_base(start, end, km):
    assert distance_km(start, end) == pytest.approx(km, abs=10)


@given(places, st.floats(0, 359), st.floats(1, 3000))
def test_a_destination_lies_as_far_away_as_one_went(start, bearing, km):
    assert distance_km(start, destination(start, bearing, km)) == pytest.approx(km, abs=0.01)


@given(places, st.floats(50, 2000))
def test_every_point_of_a_ring_lies_at_its_distance_on_the_sphere(centre, km):
    ring = geodesic_ring(centre, km)

    assert ring[0] == ring[-1]
    for point in ring[::10]:
        assert distance_km(centre, unproject(point)) == pytest.approx(km, rel=1e-6)


def test_a_far_ring_is_no_circle_on_the_map():
    engels = Place(51.48, 46.21)
    middle = project(engels)

    reaches = [hypot(p.x - middle.x, p.y - middle.y) for p in geodesic_ring(engels, 2000)]

    assert max(reaches) - min(reaches) > 40


@given(st.builds(Place, st.floats(35, 70), st.floats(-10, 60)))
def test_equal_reaches_cover_equal_areas_wherever_they_are(centre):
    assert ring_area(geodesic_ring(centre, 500)) == pytest.approx(784_600, rel=0.005)


def test_a_wedge_holds_what_lies_between_its_bearings_and_nothing_else():
    wedge = geodesic_wedge(KALININGRAD, 500, 60, 120)

    assert contains(wedge, project(destination(KALININGRAD, 90, 300)))
    assert not contains(wedge, project(destination(KALININGRAD, 270, 300)))
    assert not contains(wedge, project(destination(KALININGRAD, 90, 600)))


def test_a_frame_knows_the_way_back_and_grows():
    frame = Frame(Point(100, -50), Point(640, 305), 0.1)

    assert frame.plane(frame.at(Point(7, 9))) == pytest.approx((7, 9))
    assert frame.enlarged(2).at(Point(7, 9)) == pytest.approx(
        tuple(2 * axis for axis in frame.at(Point(7, 9)))
    )
    assert frame.moved(3, 4).at(Point(0, 0)) == pytest.approx(
        (frame.at(Point(0, 0)).x + 3, frame.at(Point(0, 0)).y + 4)
    )
    assert frame.pixels([(7, 9)])[0] == pytest.approx(frame.at(Point(7, 9)))
