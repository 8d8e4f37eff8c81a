"""The README's pictures: all there, of one size, and none too heavy."""

import pygame
import pytest

from tests.ui.pictures import FOLDER, PICTURES, SIZE

HEAVIEST = 500_000


def test_there_is_a_file_for_each_picture_and_no_other():
    assert {one.name for one in FOLDER.iterdir()} == {f"{name}.png" for name in PICTURES}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_its_size(name):
    path = FOLDER / f"{name}.png"
    assert pygame.image.load(path).get_size() == SIZE
    assert path.stat().st_size < HEAVIEST
