"""The shipped content and its English words, once for all tests of words."""

import pytest

from game.content import load_content
from game.words import Words


@pytest.fixture(scope="session")
def content():
    return load_content()


@pytest.fixture(scope="session")
def words(content):
    return Words(content)
