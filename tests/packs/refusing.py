"""A pack of a stranger's that has to be refused: in clear words and in time."""

import time

import pytest

from game.content import ContentError
from game.content.packs import install

CARDS = "cards/nato.yaml"
SECOND = 1.0
"""Of processor time."""


def refusal(path):
    """Return all that is said against a pack, after it was refused in time."""
    begun = time.process_time()
    with pytest.raises(ContentError) as caught:
        install(path)
    assert time.process_time() - begun < SECOND
    return str(caught.value)
