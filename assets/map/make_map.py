"""Make `europe.json` from Natural Earth: the land, coasts and borders of the map.

The source is `countries-50m.json` of the npm package `world-atlas` 2.0.2, which is Natural
Earth 4.1 as TopoJSON (public domain). From the top folder of a checkout:

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    PYTHONPATH=. python assets/map/make_map.py package/countries-50m.json

Arcs are simplified one by one, so that two countries keep one common border.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import hypot
from pathlib import Path
from typing import Any, Final, TypeAlias

from game.ui.board.projection import CENTRE, EARTH_KM, Place, Point, contains, project

TARGET: Final = Path(__file__).with_name("europe.json")
UNIT_KM: Final = 0.25
"""One unit of a coordinate in the file, in kilometres."""

Arc: TypeAlias = list[Point]
Ring: TypeAlias = list[int]

KEPT: Final = (-6600, -3200, 7600, 4300)
"""Rings that reach into this box of the plane are kept (west, north, east, south; km)."""
SHARP: Final = (-3300, -2700, 3400, 3100)
"""Inside this box a line strays at most `NEAR_KM` from its source, outside `FAR_KM`."""
NEAR_KM: Final = 1.0
FAR_KM: Final = 12.0
ISLET_KM2: Final = 12.0
"""Rings smaller than this (1500 outside the sharp box) are left out."""
FAR_ISLET_KM2: Final = 1500.0

NATO_2010: Final = frozenset({
    "Albania", "Belgium", "Bulgaria", "Canada", "Croatia", "Czechia", "Denmark", "Estonia",
    "France", "Germany", "Greece", "Hungary", "Iceland", "Italy", "Latvia", "Lithuania",
    "Luxembourg", "Netherlands", "Norway", "Poland", "Portugal", "Romania", "Slovakia",
    "Slovenia", "Spain", "Turkey", "United Kingdom", "United States of America",
})  # fmt: skip
"""The 28 members of 2010, as the source names them (Albania and Croatia joined in 2009)."""
MEMBERS_TOO: Final = frozenset({"Faeroe Is.", "Greenland", "Guernsey", "Isle of Man", "Jersey"})
"""What belongs to a member and lies where the North Atlantic Treaty holds."""
RUSSIA: Final = "Russia"
UKRAINE: Final = "Ukraine"
SIMFEROPOL: Final = Place(44.95, 34.10)
JOINED: Final = {"Somaliland": "Somalia", "S. Sudan": "Sudan", "Åland": "Finland"}
"""Countries of the source that the map of 2010 draws as parts of another."""
DISPUTED: Final = (
    {"Kosovo", "Serbia"},
    {"Cyprus", "N. Cyprus"},
    {"Israel", "Palestine"},
    {"Morocco", "W. Sahara"},
    {"India", "Siachen Glacier"},
    {"Pakistan", "Siachen Glacier"},
)
"""Pairs of neighbours whose line is not agreed: the map draws it dashed and takes no side."""


def main() -> None:
    """Read the source named on the command line and write the map beside this file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path, help="countries-50m.json of world-atlas 2.0.2")
    topology: dict[str, Any] = json.loads(
        parser.parse_args().source.read_text(encoding="utf-8")
    )
    text = json.dumps(europe(topology), ensure_ascii=False, separators=(",", ":"))
    TARGET.write_text(text + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(text) / 1000:.0f} kB")


def europe(topology: dict[str, Any]) -> dict[str, Any]:
    """Return the content of `europe.json`."""
    arcs = [list(arc) for arc in decoded(topology)]
    lands = kept_lands(countries(topology), arcs)
    move_crimea(lands, arcs)
    owners = owners_by_arc(lands)
    order = {old: new for new, old in enumerate(sorted(owners))}
    return {
        "source": "Natural Earth 4.1, 1:50m (public domain), by world-atlas 2.0.2",
        "projection": {
            "name": "laea",
            "lat": CENTRE.lat,
            "lon": CENTRE.lon,
            "radius": EARTH_KM,
        },
        "unit_km": UNIT_KM,
        "arcs": [packed(simplified(arcs[old])) for old in order],
        "coast": [order[arc] for arc in order if len(owners[arc]) == 1],
        "border": [order[arc] for arc in order if is_border(owners[arc])],
        "disputed": [order[arc] for arc in order if set(owners[arc]) in DISPUTED],
        "lands": [
            {
                "name": name,
                "tint": tint(name),
                "rings": [[renumbered(arc, order) for arc in ring] for ring in rings],
            }
            for name, rings in sorted(lands.items())
        ],
    }


def decoded(topology: dict[str, Any]) -> Iterator[Arc]:
    """Yield each arc of a quantised TopoJSON as points of the plane."""
    (wide, high), (west, south) = (topology["transform"][key] for key in ("scale", "translate"))
    for arc in topology["arcs"]:
        steps = zip(*(accumulate(axis) for axis in zip(*arc, strict=True)), strict=True)
        yield [project(Place(south + y * high, west + x * wide)) for x, y in steps]


def countries(topology: dict[str, Any]) -> dict[str, list[Ring]]:
    """Return the outer rings of each country by the country's name in the source."""
    lands: dict[str, list[Ring]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        # A hole is always another country (or none of ours), drawn later because smaller.
        rings = [polygon[0] for polygon in polygons]
        lands.setdefault(JOINED.get(name, name), []).extend(rings)
    return lands


def kept_lands(lands: dict[str, list[Ring]], arcs: list[Arc]) -> dict[str, list[Ring]]:
    """Return the countries and islands that lie on the map and are large enough to see."""
    kept = {
        name: [ring for ring in rings if is_kept([arcs[fore(arc)] for arc in ring])]
        for name, rings in lands.items()
    }
    return {name: rings for name, rings in kept.items() if rings}


def is_kept(ring: list[Arc]) -> bool:
    """Return whether a ring reaches into the map and is no islet."""
    points = [point for arc in ring for point in arc]
    if not any(is_in(point, KEPT) for point in points):
        return False
    least = ISLET_KM2 if any(is_in(point, SHARP) for point in points) else FAR_ISLET_KM2
    xs, ys = [point.x for point in points], [point.y for point in points]
    return (max(xs) - min(xs)) * (max(ys) - min(ys)) >= least


def is_in(point: Point, box: tuple[int, int, int, int]) -> bool:
    """Return whether a point lies in a box of the plane."""
    west, north, east, south = box
    return west <= point.x <= east and north <= point.y <= south


def move_crimea(lands: dict[str, list[Ring]], arcs: list[Arc]) -> None:
    """Give Crimea to Ukraine, as the borders of 2010 and the United Nations have it."""
    target = project(SIMFEROPOL)
    for ring in lands[RUSSIA]:
        if contains(outline(ring, arcs), target):
            lands[RUSSIA].remove(ring)
            lands[UKRAINE].append(ring)
            return
    raise ValueError("no ring of Russia holds Simferopol: has the source changed?")


def outline(ring: Ring, arcs: Sequence[Arc]) -> Arc:
    """Return the points of a closed ring; a negative number walks its arc backwards."""
    parts = (arcs[arc] if arc >= 0 else arcs[~arc][::-1] for arc in ring)
    return [point for part in parts for point in part[:-1]]


def owners_by_arc(lands: dict[str, list[Ring]]) -> dict[int, list[str]]:
    """Return for each arc in use the countries whose rings it bounds."""
    owners: dict[int, list[str]] = {}
    for name, rings in lands.items():
        for arc, count in Counter(fore(arc) for ring in rings for arc in ring).items():
            owners.setdefault(arc, []).extend([name] * count)
    return owners


def is_border(owners: list[str]) -> bool:
    """Return whether an arc with these owners is an agreed border between two countries."""
    return len(set(owners)) > 1 and set(owners) not in DISPUTED


def fore(arc: int) -> int:
    """Return the number of an arc whichever way it is walked."""
    return arc if arc >= 0 else ~arc


def renumbered(arc: int, order: dict[int, int]) -> int:
    """Return an arc under its new number, walked the same way."""
    return order[arc] if arc >= 0 else ~order[~arc]


def tint(name: str) -> str:
    """Return whose tint a country has on the map."""
    if name == RUSSIA:
        return "russia"
    return "nato" if name in NATO_2010 | MEMBERS_TOO else "other"


def simplified(arc: Arc) -> Arc:
    """Return an arc without the points that matter less than the tolerance.

    Douglas and Peucker (1973), with a stack in place of recursion.
    """
    keep = {0, len(arc) - 1}
    spans = [(0, len(arc) - 1)]
    while spans:
        first, last = spans.pop()
        excess, middle = worst(arc, first, last)
        if excess > 1:
            keep.add(middle)
            spans += [(first, middle), (middle, last)]
    return [arc[index] for index in sorted(keep)]


def worst(arc: Arc, first: int, last: int) -> tuple[float, int]:
    """Return how many tolerances the worst point between two strays, and which it is."""
    strays = [
        (stray_km(arc[index], arc[first], arc[last]) / tolerance_km(arc[index]), index)
        for index in range(first + 1, last)
    ]
    return max(strays, default=(0.0, first))


def stray_km(point: Point, start: Point, end: Point) -> float:
    """Return the distance of a point from the segment between two others."""
    east, south = end.x - start.x, end.y - start.y
    length = east * east + south * south
    along = ((point.x - start.x) * east + (point.y - start.y) * south) / length if length else 0
    along = max(0.0, min(1.0, along))
    return hypot(point.x - start.x - along * east, point.y - start.y - along * south)


def tolerance_km(point: Point) -> float:
    """Return how far a line may stray at a point."""
    return NEAR_KM if is_in(point, SHARP) else FAR_KM


def packed(arc: Arc) -> list[int]:
    """Return an arc as whole units, each point as its difference from the one before."""
    units = [(round(point.x / UNIT_KM), round(point.y / UNIT_KM)) for point in arc]
    flat = [*units[0]]
    for before, here in pairwise(units):
        if here != before:
            flat += [here[0] - before[0], here[1] - before[1]]
    return flat


if __name__ == "__main__":
    main()
