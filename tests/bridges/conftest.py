"""What the tests of the bridges share; a library that isn't there leaves its tests out."""

from importlib.util import find_spec

import pytest

from game.content import load_content

NEEDED = {
    "test_environments.py": ("gymnasium", "numpy", "pettingzoo"),
    "test_guide.py": ("gymnasium", "numpy", "pettingzoo", "pyspiel"),
    "test_spiel.py": ("numpy", "pyspiel"),
    "test_tensors.py": ("numpy",),
}
MISSING = {
    name: [library for library in libraries if find_spec(library) is None]
    for name, libraries in NEEDED.items()
}
collect_ignore = [name for name, libraries in MISSING.items() if libraries]


def pytest_report_header():
    """Say which tests are left out, and for want of what."""
    return [
        f"bridges: without {' '.join(MISSING[name])} no {name} (the extra research)"
        for name in collect_ignore
    ]


@pytest.fixture(scope="session")
def shipped():
    """Return the data that comes with the game."""
    return load_content()
