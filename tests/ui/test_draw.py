"""Bars, ladders, cards and marks show what they are told, at every scale."""

import pygame
import pytest
from pygame import Rect

from game.ui.draw import bar, card, frame, hatch, ladder, mark, matrix
from game.ui.draw.keys import printed
from game.ui.draw.tone import mixed
from game.ui.theme import INK, PAPER, PAPER_THEME, Colour, Theme
from game.words import ENGLISH
from game.words.pseudo import PSEUDO

SCALES = (1.0, 1.25, 1.5, 2.0)


def _table(theme: Theme, size: tuple[int, int] = (400, 300)) -> pygame.Surface:
    surface = pygame.Surface((theme.px(size[0]), theme.px(size[1])))
    surface.fill(theme.palette.page)
    return surface


def _colour(surface: pygame.Surface, at: tuple[float, float]) -> Colour:
    red, green, blue, _ = surface.get_at((round(at[0]), round(at[1])))
    return red, green, blue


def _share(surface: pygame.Surface, area: Rect, colour: Colour) -> float:
    """Return how much of an area has exactly a colour."""
    spots = [(x, y) for x in range(area.left, area.right) for y in range(area.top, area.bottom)]
    return sum(_colour(surface, spot) == colour for spot in spots) / len(spots)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("value", range(11))
def test_a_bar_is_filled_up_to_its_value(scale, value):
    theme = Theme(scale=scale)
    surface = _table(theme)
    rect = Rect(20, 20, 200, 11)

    bar.scale_bar(surface, theme, rect, value, PAPER.nato)

    real = theme.rect(rect)
    for number in range(10):
        middle = (real.x + real.width * (number + 0.5) / 10, real.centery)
        tones = (PAPER.nato, mixed(PAPER.nato, PAPER.panel, 0.2))
        wanted = tones[number % 2] if number < value else PAPER.panel
        assert _colour(surface, middle) == wanted


@pytest.mark.parametrize(("value", "becomes"), [(5, 7), (5, 3)])
def test_only_the_part_that_would_change_is_hatched(value, becomes):
    surface = _table(PAPER_THEME)
    rect = Rect(20, 20, 200, 11)

    bar.scale_bar(surface, PAPER_THEME, rect, value, PAPER.nato, becomes=becomes)

    low, high = sorted((value, becomes))
    hatched = Rect(20 + 20 * low + 3, 20, 20 * (high - low) - 6, 11)
    assert 0.2 < _share(surface, hatched, PAPER.panel) < 0.9
    assert _share(surface, Rect(22, 20, 20 * low - 4, 11), PAPER.ink) == 0


@pytest.mark.parametrize(("tension", "carmine"), [(6, False), (7, True), (9, True)])
def test_tension_is_carmine_from_seven_only(tension, carmine):
    surface = _table(PAPER_THEME)
    rect = Rect(20, 40, 300, 15)

    bar.tension_bar(surface, PAPER_THEME, rect, tension)

    tip = (20 + 30 * tension, 40 - 9)
    assert (_colour(surface, tip) == PAPER.alarm) is carmine


@pytest.mark.parametrize(("value", "side"), [(3, "nato"), (-3, "russia")])
def test_initiative_leans_to_its_side(value, side):
    surface = _table(PAPER_THEME)
    rect = Rect(20, 20, 232, 40)

    bar.initiative_bar(surface, PAPER_THEME, rect, value)

    step = (232 - 32) / 16
    beside = (136 - value * step / 2, 34)
    assert _colour(surface, beside) == getattr(PAPER, side)


def _ladder_picture(face: ladder.LadderFace) -> pygame.Surface:
    surface = _table(PAPER_THEME)
    ladder.ladder(surface, PAPER_THEME, RAILS, face)
    return surface


RAILS = Rect(20, 20, 98, 112)


@pytest.mark.parametrize("nato", range(5))
@pytest.mark.parametrize("russia", range(5))
def test_a_rung_is_verdigris_when_both_stand_on_it_and_half_when_one_does(nato, russia):
    surface = _ladder_picture(ladder.LadderFace("Centres", (nato, russia)))
    quarter = (
        ladder.rail_x(RAILS, mark.NATO) * 0.7 + ladder.rail_x(RAILS, mark.RUSSIA) * 0.3,
        ladder.rail_x(RAILS, mark.NATO) * 0.3 + ladder.rail_x(RAILS, mark.RUSSIA) * 0.7,
    )
    for rung in range(1, 5):
        left, right = (_colour(surface, (x, ladder.rung_y(RAILS, rung) + 3)) for x in quarter)
        if rung <= min(nato, russia):
            assert (left, right) == (PAPER.joint, PAPER.joint)
        else:
            assert left == (PAPER.nato if rung <= nato else PAPER.page)
            assert right == (PAPER.russia if rung <= russia else PAPER.page)


def test_a_planned_step_is_hatched_and_not_filled():
    surface = _ladder_picture(ladder.LadderFace("Centres", (1, 2), preview=(2, 2)))

    y = ladder.rung_y(RAILS, 2)
    half = Rect(ladder.rail_x(RAILS, mark.NATO) + 6, y - 2, 20, 4)
    assert _share(surface, half, PAPER.nato) < 0.7
    assert _share(surface, half, PAPER.page) == 0


def test_nato_is_left_and_russia_right():
    assert ladder.rail_x(RAILS, mark.NATO) < ladder.rail_x(RAILS, mark.RUSSIA)
    room = [
        abs(RAILS.centerx - ladder.rail_x(RAILS, side)) for side in (mark.NATO, mark.RUSSIA)
    ]
    assert room[0] == room[1]


@pytest.mark.parametrize("scale", SCALES)
def test_disc_and_square_are_told_apart_by_shape_alone(scale):
    theme = Theme(scale=scale)
    surface = _table(theme)
    mark.side_mark(surface, theme, mark.NATO, (40, 40), 20)
    mark.side_mark(surface, theme, mark.RUSSIA, (120, 40), 20)

    corner = theme.px(8.2)
    at = [theme.point((40, 40)), theme.point((120, 40))]
    assert _colour(surface, (at[0][0] - corner, at[0][1] - corner)) != PAPER.nato
    assert _colour(surface, (at[1][0] - corner, at[1][1] - corner)) == PAPER.russia


def test_an_outlined_mark_is_clear_inside():
    surface = _table(PAPER_THEME)
    mark.side_mark(surface, PAPER_THEME, mark.NATO, (40, 40), 20, outlined=True)

    assert _colour(surface, (40, 40)) == PAPER.page


@pytest.mark.parametrize("palette", [PAPER, INK])
def test_the_back_of_a_card_shows_only_whose_it_is(palette):
    theme = Theme(palette)
    surface = _table(theme)

    mark.card_back(surface, theme, mark.RUSSIA, Rect(20, 20, 104, 138))

    seen = {_colour(surface, (x, y)) for x in range(20, 124) for y in range(20, 158)}
    assert palette.russia in seen
    assert palette.nato not in seen
    assert palette.ink not in seen


FACE = card.CardFace(
    2, "exercise", "Exercise", "Ottobrunn exercise", "Exercises +1 each.", "March 2012"
)


def test_a_card_that_cannot_be_played_has_no_shadow_and_a_dashed_edge():
    surface = _table(PAPER_THEME)
    rect = Rect(20, 20, 156, 160)

    card.card(surface, PAPER_THEME, rect, FACE, card.BARRED)

    edge = {_colour(surface, (x, rect.bottom - 1)) for x in range(rect.left, rect.right)}
    assert edge == {PAPER.ctl, PAPER.page}
    assert _colour(surface, (rect.centerx, rect.bottom + 1)) == PAPER.page


def test_a_card_of_few_words_keeps_its_size_and_one_of_many_grows():
    many = card.CardFace(2, "exercise", "Exercise", "Ottobrunn", "words " * 60, "March 2012")

    assert card.card_height(FACE, PAPER_THEME) == card.CARD_HEIGHT
    assert card.card_height(many, PAPER_THEME) > card.CARD_HEIGHT


def test_the_matrix_has_nato_in_rows_and_frames_what_it_chose():
    cells = (("a",) * 3,) * 3
    face = matrix.MatrixFace(cells, ((0, 0, 0), (0, 0, 0), (0, 0, -1)), chosen=(0, 2))
    surface = _table(PAPER_THEME)
    rect = Rect(10, 10, 270, 264)

    matrix.matrix(surface, PAPER_THEME, rect, face)

    row = [matrix.matrix_cell(rect, 2, column) for column in range(3)]
    assert _colour(surface, (row[0].left - 1, row[0].centery)) == PAPER.ink
    assert _colour(surface, (row[2].left + 6, row[2].top + 6)) == PAPER.joint_t
    assert _colour(surface, (row[1].centerx, row[0].top - 20)) != PAPER.ink


@pytest.mark.parametrize("scale", SCALES)
def test_a_box_fills_its_rectangle_and_nothing_else(scale):
    theme = Theme(scale=scale)
    surface = _table(theme)
    rect = Rect(21, 23, 101, 45)

    frame.box(surface, theme, rect, PAPER.panel, PAPER.ctl)

    real = theme.rect(rect)
    surface.set_colorkey(PAPER.page)
    assert surface.get_bounding_rect() == real
    inside = real.inflate(-2 * theme.px(4), -2 * theme.px(4))
    assert _share(surface, inside, PAPER.panel) == 1
    assert _colour(surface, (real.centerx, real.top)) == PAPER.ctl
    assert _colour(surface, (real.left, real.centery)) == PAPER.ctl


@pytest.mark.parametrize(("side", "down"), [(mark.NATO, -1), (mark.RUSSIA, 1)])
@pytest.mark.parametrize("scale", SCALES)
def test_hatches_lean_to_their_side_and_run_through(side, down, scale):
    theme = Theme(scale=scale)
    surface = _table(theme)
    area = surface.get_rect()

    hatch.fill_hatch(surface, theme, area, PAPER.ink, direction=hatch.SIDE_HATCH[side])

    for x in range(area.width // 4, area.width // 2):
        start = _colour(surface, (x, area.centery))
        along = _colour(surface, (x + 31, area.centery + 31 * down))
        assert along == pytest.approx(start, abs=8)
    across = {_colour(surface, (x, area.centery)) for x in range(40)}
    assert PAPER.page in across
    assert len(across) > 1


def test_a_cap_says_what_the_keyboards_of_a_language_have_on_it():
    theme = Theme(PAPER, language=PSEUDO)
    assert printed("Enter", ENGLISH) == printed("Enter", "no such language") == "Enter"
    assert printed("Enter", PSEUDO) != "Enter"
    assert printed("E", PSEUDO) == "E"
    assert mark.key_cap_width(theme, "Enter") > mark.key_cap_width(Theme(PAPER), "Enter")


@pytest.mark.parametrize("target", [-1000, -80, 0, 7, 55, 107, 1000])
@pytest.mark.parametrize("points", [-300, 0, 50, 400])
def test_the_bar_of_a_mandate_has_room_below_success_and_above_triumph(target, points):
    scale = bar.TargetScale.of(target, 50, points)

    success, triumph = scale.share(target), scale.share(target + 50)
    assert 0.1 < success < triumph < 1 or points > target + 50
    assert success - scale.share(target - 60) == pytest.approx(60 / (scale.end - scale.start))
    assert 0 <= scale.share(points) <= 1
    assert (scale.share(points) >= success) == (points >= target)
