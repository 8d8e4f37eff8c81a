"""Where a problem of a whole file is shown."""

from game.content.errors import Place
from game.content.specs import Content


def top_of(content: Content, name: str) -> Place:
    """Return the beginning of a file of the whole data, named below its folder."""
    return Place(content.numbers.place.path.parents[1] / name, 1, 1)
