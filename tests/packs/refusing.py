"""A pack of a stranger's that has to be refused: in clear words and without much work."""

import pytest

from game.content import ContentError
from game.content.packs import install
from tests.work import counted

CARDS = "cards/nato.yaml"
MOST_CALLS = 2_000_000
"""About three times what it takes to read the game's own content."""


def refusal(path):
    """Return all that is said against a pack, after it was refused without much work."""
    with counted() as work, pytest.raises(ContentError) as caught:
        install(path)
    assert work.calls < MOST_CALLS
    return str(caught.value)
