"""The choice of an answer to a crisis."""

import pygame
import pytest

from game.engine.actions import RESPOND, kind_of
from game.engine.events import AnswerSealed, CardSeen, Cause, CauseLearned, RoundBegan
from game.ui.board.crisis_face import (
    danger_of,
    matrix_of,
    meetings_of,
    picture_of,
    starter_of,
)
from game.ui.board.projection import Frame, Point, project
from game.ui.scenes.crisis import CrisisScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.reveal import RevealScene
from game.ui.scenes.telling_scene import seen_alone
from game.words import Words
from tests.engine.positions import content, position
from tests.ui.crisis_match import crisis_of, crisis_sitting, incident, of_a_site, plain

MEASURED = 1
KINDS = [incident, of_a_site, plain]


def said(state):
    """What is said to threaten both in a crisis of chicken."""
    view = state.view(0)
    return danger_of(Words(content()), view, view.crisis)


def test_the_danger_counts_what_caps_the_rise():
    hot = {"crisis": "cruiser", "decision": "crisis", "tension": 5}
    caps = ((0, 3, 0, 0), (0, 3, 0, 0))

    assert "Both firm would bring Tension to 10" in said(position(**hot))
    assert "a die is rolled" in said(position(**hot, steps=caps))
    assert said(position(**{**hot, "tension": 3}, steps=caps)) == ""


def test_what_a_pair_brings_besides_tension_is_told_once_an_answer_is_chosen(pilot):
    sitting = crisis_sitting(plain)
    player = pilot(CrisisScene(sitting))
    assert not player.sees("Besides Tension")
    number = free(player)[0]
    player.press(str(number + 1))
    assert player.sees("Besides Tension, if Russia is")
    scene = player.scene
    told = meetings_of(scene.words, scene.view, scene.crisis, scene.responses[number].stance)
    for stance, brought in zip(("firm", "measured", "open"), told, strict=True):
        assert player.sees(f"{stance}: {brought}")
    player.assert_fits()


def test_a_pair_brings_what_the_table_of_its_crisis_says_from_either_seat():
    words = Words(content())
    views = [position(crisis="cruiser", decision="crisis").view(side) for side in (0, 1)]
    nato, russia = (meetings_of(words, view, view.crisis, MEASURED) for view in views)

    assert nato[0] == "NATO’s Assurance\xa0−1, Initiative 1 towards Russia"
    assert russia[0] == "Russia’s Assurance\xa0−1, Initiative 1 towards NATO"
    assert nato[1] == russia[1] == "nothing more"


def free(player):
    return [one.number for one in player.scene.responses if not one.why]


def test_an_answer_is_chosen_and_sealed_with_the_mouse(pilot):
    sitting = crisis_sitting(plain)
    player = pilot(CrisisScene(sitting))
    assert player.find("seal").barred
    player.click("seal")
    assert sitting.match.to_move == 0

    number = free(player)[-1]
    player.click(f"response:{number}")
    assert player.find(f"response:{number}").selected
    player.click("seal")

    last = sitting.match.history[-1]
    assert kind_of(last.action) == RESPOND
    assert last.action & 0xFF == number
    assert isinstance(player.scene, CurtainScene)


def test_an_answer_is_chosen_and_sealed_with_the_keys(pilot):
    sitting = crisis_sitting(plain)
    player = pilot(CrisisScene(sitting))
    first, second = free(player)[:2]
    assert second == first + 1
    player.press(str(first + 1))
    player.press("Down")
    assert player.scene.chosen == second
    player.press("Up")
    assert player.scene.chosen == first
    player.press("Enter")

    assert sitting.match.history[-1].action & 0xFF == first


def test_enter_alone_seals_nothing_that_was_not_chosen(pilot):
    sitting = crisis_sitting(plain)
    player = pilot(CrisisScene(sitting))
    player.press("Enter")
    assert player.scene.chosen == free(player)[0]
    assert sitting.match.to_move == 0


def test_what_cannot_be_answered_says_why(pilot):
    sitting = crisis_sitting(incident)
    player = pilot(CrisisScene(sitting))
    legal = {one & 0xFF for one in sitting.view.legal_actions()}
    rows = {one.number: one.why for one in player.scene.responses}

    assert {number for number, why in rows.items() if not why} == legal
    barred = next(number for number, why in rows.items() if why)
    player.click(f"response:{barred}")
    assert player.scene.chosen is None


def test_the_table_frames_the_own_row(pilot):
    sitting = crisis_sitting(plain)
    player = pilot(CrisisScene(sitting))
    player.press(str(free(player)[0] + 1))
    stance = player.scene.responses[free(player)[0]].stance

    assert player.find("matrix").face.chosen == (0, stance)


def test_a_sealed_answer_is_nowhere_on_the_other_sides_screen(pilot):
    sitting = crisis_sitting(plain)
    player = pilot(CrisisScene(sitting))
    number = free(player)[0]
    title = player.scene.responses[number].title
    note = player.scene.responses[number].note
    player.press(str(number + 1))
    player.press("Enter")
    assert not player.sees(title)
    player.hold("Space", 0.8)

    assert isinstance(player.scene, CrisisScene)
    assert sitting.view.side == 1
    assert player.sees("NATO’s answer is sealed")
    assert not player.sees(note)
    sealed = [one for one in sitting.match.events(1) if isinstance(one, AnswerSealed)]
    assert sealed[-1].response is None


def test_both_sealed_answers_open_the_reveal(pilot):
    player = pilot(CrisisScene(crisis_sitting(plain)))
    player.press(str(free(player)[0] + 1))
    player.press("Enter")
    player.hold("Space", 0.8)
    player.press(str(free(player)[0] + 1))
    player.press("Enter")

    assert isinstance(player.scene, RevealScene)


def test_what_happened_before_is_told_once_and_secrets_in_a_dialog(pilot):
    sitting = crisis_sitting(incident)
    sitting._told = [0, 0]
    seen = seen_alone(sitting.fresh)
    player = pilot(CrisisScene(sitting))
    assert len(player.scene.toasts.shown) == 3
    answers = player.scene.root.children[3]
    assert not player.scene.toasts.rect.colliderect(answers.rect)
    assert (player.focused == "seen:read") == bool(seen)
    if seen:
        player.press("Enter")
    assert player.focused == "response:0"
    assert not sitting.fresh


def test_news_give_the_table_of_stances_its_room_back(pilot):
    sitting = crisis_sitting(plain)
    sitting._told = [0, 0]
    player = pilot(CrisisScene(sitting))
    if player.scene.dialog is not None:
        player.press("Enter")
    scene = player.scene
    room = player.find("table").rect.copy()
    high = scene.toasts.height(scene.theme, scene.toasts.rect.width)
    assert room.bottom <= scene.toasts.rect.bottom - high
    player.settle(5.0)
    assert player.find("table").rect.height > room.height


def test_only_what_the_viewer_alone_saw_is_told_in_the_dialog():
    public = CardSeen(0, (), Cause("operation", "technical-means", 0))
    own = CardSeen(0, ("any",), Cause("operation", "technical-means", 0))
    learned = CauseLearned(0, 2, covert=False)

    assert seen_alone([public, own, RoundBegan(1, 0), learned]) == [own, learned]


def test_an_incident_has_no_starter_and_says_how_to_find_out():
    sitting = crisis_sitting(incident)
    face = starter_of(sitting.words, sitting.view, crisis_of(sitting))

    assert face.side is None
    assert "technical means" in face.note


def test_a_crisis_of_a_site_shows_it_on_its_map():
    sitting = crisis_sitting(of_a_site)
    crisis = crisis_of(sitting)
    mini = picture_of(sitting.words, sitting.view, crisis)

    assert mini is not None
    assert [mark.slug for mark in mini.marks if mark.selected] == [crisis.site]


@pytest.mark.parametrize(
    "slug",
    ["false-alarm", "noise", "near-miss", "cruiser", "ship-north", "asylum", "statement"],
)
def test_a_crisis_of_one_place_shows_it_whole_on_its_map(slug):
    view = position(crisis=slug, decision="crisis").view(0)

    mini = picture_of(Words(content()), view, view.crisis)

    assert mini is not None
    assert mini.incident is not None
    at = Frame(project(mini.centre), Point(212, 98), mini.scale).place(mini.incident)
    assert pygame.Rect(0, 0, 424, 196).inflate(-24, -24).collidepoint(at)


def test_a_crisis_without_a_place_has_no_map():
    view = position(crisis="transit", decision="crisis").view(0)

    assert picture_of(Words(content()), view, view.crisis) is None


def test_the_map_shows_nothing_that_its_viewer_may_not_know():
    sitting = crisis_sitting(of_a_site)
    mini = picture_of(sitting.words, sitting.view, crisis_of(sitting))
    assert mini is not None
    known = {one.slug: one for one in sitting.view.sites}

    assert all(known[mark.slug].state == mark.state.value for mark in mini.marks)


def test_the_table_is_that_of_the_type_of_the_crisis():
    sitting = crisis_sitting(plain)
    slug = crisis_of(sitting).slug
    spec = sitting.content.crises[slug]
    cells = sitting.content.matrices[spec.type].cells
    face = matrix_of(sitting.world, slug)

    assert face.cells[0][0] == f"{cells['firm-firm'].tension:+d}"
    assert face.cells[0][2] == face.cells[2][0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text", [1.0, 1.4])
def test_everything_fits(pilot, kind, size, text):
    player = pilot(CrisisScene(crisis_sitting(kind)), size=size, text=text)
    player.assert_fits()
    player.press(str(free(player)[-1] + 1))
    player.assert_fits()
