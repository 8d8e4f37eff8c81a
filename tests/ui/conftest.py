"""A pilot for tests of the window: ``pilot(scene)`` gives one and closes it at the end."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.ui.pilot import Pilot


@pytest.fixture
def pilot() -> Iterator[Callable[..., Pilot]]:
    with ExitStack() as opened:
        yield lambda scene, **look: opened.enter_context(Pilot(scene, **look))
