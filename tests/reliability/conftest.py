"""A content that is read once."""

import pytest

from game.content import load_content


@pytest.fixture(scope="session")
def content():
    return load_content()
