"""What the tests of packs share: a home of the player's own, new for each test."""

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """The folder of the player's things; nothing is installed there."""
    folder = tmp_path / "home"
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(folder))
    return folder
