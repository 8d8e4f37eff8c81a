"""The board of the middle of a match, as the map is told to draw it."""

from dataclasses import replace
from typing import Final

from game.ui.board.map_marks import NATO, RUSSIA, MapWords, Named, SiteMark, SiteState
from game.ui.board.projection import Place

EMPTY, BUILDING, HALTED, WORKING = SiteState

WORDS: Final = MapWords(
    empty="empty",
    under_construction="under construction",
    working="working",
    undeclared="undeclared",
    at_risk="at risk",
    reach="{km} km",
    baltic="Baltic, 4 : 1",
    off_the_map="Off the map",
    seas=(
        Named("Norwegian Sea", Place(64.8, -0.4)),
        Named("North Sea", Place(56.93, 2.94)),
    ),
    capitals=(
        Named("Warsaw", Place(52.23, 21.01)),
        Named("Vilnius", Place(54.69, 25.28)),
        Named("Riga", Place(56.95, 24.11)),
        Named("Tallinn", Place(59.44, 24.75)),
    ),
)

MARKS: Final = (
    SiteMark("rota", NATO, "ship", "Rota", Place(36.64, -6.35), WORKING),
    SiteMark("emed", NATO, "ship", "Eastern Med.", Place(34.5, 30.0), WORKING),
    SiteMark("kurecik", NATO, "radar", "Kürecik", Place(38.35, 37.79), WORKING),
    SiteMark("ramstein", NATO, "headquarters", "Ramstein", Place(49.44, 7.60), WORKING),
    SiteMark("deveselu", NATO, "interceptor", "Deveselu", Place(44.08, 24.41)),
    SiteMark(
        "redzikowo",
        NATO,
        "interceptor",
        "Redzikowo",
        Place(54.48, 17.11),
        WORKING,
        at_risk=True,
    ),
    SiteMark("morag", NATO, "battery", "Morąg", Place(53.91, 19.93), BUILDING, build_rounds=1),
    SiteMark(
        "black-sea",
        NATO,
        "ship",
        "Black Sea patrol",
        Place(43.3, 34.0),
        WORKING,
        undeclared=True,
    ),
    SiteMark("north-seas", NATO, "ship", "Northern seas", Place(68.0, 3.0)),
    SiteMark("iib", NATO, "fast", "Fast interceptors", Place(54.48, 17.11)),
    SiteMark(
        "kaliningrad",
        RUSSIA,
        "missile",
        "Kaliningrad",
        Place(54.71, 20.51),
        WORKING,
        reach_km=500,
    ),
    SiteMark("luga", RUSSIA, "missile", "Luga", Place(58.74, 29.85), reach_km=500),
    SiteMark("krasnodar", RUSSIA, "missile", "Krasnodar", Place(44.80, 39.22), reach_km=500),
    SiteMark(
        "belarus", RUSSIA, "missile", "Western Belarus", Place(53.68, 23.83), reach_km=500
    ),
    SiteMark(
        "pionersky", RUSSIA, "radar", "Pionersky", Place(54.86, 20.18), BUILDING, build_rounds=2
    ),
    SiteMark("armavir", RUSSIA, "radar", "Armavir", Place(44.93, 40.98), WORKING),
    SiteMark("gabala", RUSSIA, "radar", "Gabala", Place(40.87, 47.81), WORKING),
    SiteMark("baltiysk", RUSSIA, "battery", "Baltiysk", Place(54.65, 19.91)),
    SiteMark("pen-aids", RUSSIA, "aids", "Penetration aids", None),
    SiteMark("northern-fleet", RUSSIA, "ship", "Northern Fleet", Place(69.07, 33.42)),
)

RUSSIAN_NAMES: Final = {
    "rota": "Рота",
    "emed": "Вост. Средиземноморье",
    "kurecik": "Кюреджик",
    "ramstein": "Рамштайн",
    "deveselu": "Девеселу",
    "redzikowo": "Редзиково",
    "morag": "Моронг",
    "black-sea": "Патруль в Чёрном море",
    "north-seas": "Северные моря",
    "iib": "Скоростные перехватчики",
    "kaliningrad": "Калининград",
    "luga": "Луга",
    "krasnodar": "Краснодар",
    "belarus": "Западная Белоруссия",
    "pionersky": "Пионерский",
    "armavir": "Армавир",
    "gabala": "Габала",
    "baltiysk": "Балтийск",
    "pen-aids": "Средства преодоления",
    "northern-fleet": "Северный флот",
}
"""Long names: a third longer than the English ones."""

RUSSIAN_MARKS: Final = tuple(replace(mark, label=RUSSIAN_NAMES[mark.slug]) for mark in MARKS)
