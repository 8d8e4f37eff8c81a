"""Every word of the map, from the catalogue and the content."""

from typing import Final

from game.engine.world import World
from game.ui.board.map_marks import MapWords, Named
from game.ui.board.projection import Place
from game.words import Words, capital_name, mark, site_state_name

_SEAS: Final = (
    (mark("Norwegian Sea"), Place(64.8, -0.4)),
    (mark("North Sea"), Place(56.93, 2.94)),
)


def map_words(words: Words, world: World) -> MapWords:
    """Return what is written on the map: its legend, its seas, and the capitals in reach."""
    capitals = (one for one in world.content.capitals.values() if one.shown)
    return MapWords(
        empty=site_state_name(words, "empty"),
        under_construction=site_state_name(words, "building"),
        working=site_state_name(words, "working"),
        undeclared=site_state_name(words, "undeclared"),
        at_risk=site_state_name(words, "at-risk"),
        # The map puts the number in itself.
        reach=words.text("{km} km"),
        baltic=words.text("Baltic, 4 : 1"),
        off_the_map=words.text("Off the map"),
        seas=tuple(Named(words.text(name), place) for name, place in _SEAS),
        capitals=tuple(
            Named(capital_name(words, one.slug), Place(one.latitude, one.longitude))
            for one in capitals
        ),
        outside=world.scenario.not_yet_allied,
    )
