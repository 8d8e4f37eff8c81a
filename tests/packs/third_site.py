"""The content of the pack *Third Site*, as its tests share it."""

from functools import cache

from game.content import load_content
from game.content.selection import content_of
from game.paths import data_path

FOLDER = data_path("packs") / "third-site"
SLUG = "third-site"


@cache
def content():
    """The shipped content with the pack over it."""
    return load_content(data_path(), FOLDER)


def chosen():
    """What the pack's scenario is played with."""
    return content_of(content(), content().scenarios[SLUG])
