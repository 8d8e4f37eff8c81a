"""The reveal: what it says is what the crisis did, and no more than both may know."""

from dataclasses import replace

import pytest

from game.engine.events import CrisisResolved, TrackMoved
from game.match.course import redacted
from game.ui.board.reveal_words import cause_runs, further_lines, sum_text
from game.ui.board.revealed import revealed
from game.ui.scene import Replace, Scene
from game.ui.scenes.crisis import CrisisScene
from game.ui.scenes.log import LogScene
from game.ui.scenes.reveal import RevealScene
from game.ui.text import plain as words_of
from game.words import Words, response_effects
from tests.ui.board_match import content
from tests.ui.crisis_match import (
    crisis_sitting,
    incident,
    of_a_site,
    plain,
    replayed,
    view_of_mover,
)

KINDS = [incident, of_a_site, plain]
OF_A_CRISIS = ("starter", "incident", "alarm", "brink")


def resolved_sitting(kind, *, nato=0, russia=0):
    """Return a sitting in which both have just answered."""
    sitting = crisis_sitting(kind)
    sitting.play(sitting.view.legal_actions()[nato])
    sitting.lift(1)
    sitting.play(sitting.view.legal_actions()[russia])
    return sitting


def resolutions():
    """Yield the public view before each last answer, the public events, the view after."""
    for seed in range(8):
        before = None
        for match, _ in replayed(seed):
            if before is not None:
                yield before, public(match), match.view(0)
            view = view_of_mover(match)
            sealed = view.decision == "crisis" and match.to_move == 1
            before = match.view(0) if sealed else None


def public(match):
    return tuple(redacted(redacted(match.history[-1].events, 0), 1))


def moved(events, track, side):
    """Return how far a track moved because of the crisis, by the causes of its moves."""
    return sum(
        event.after - event.before
        for event in events
        if isinstance(event, TrackMoved)
        and (event.track, event.side) == (track, side)
        and (event.cause.kind == "crisis" or event.cause.slug in OF_A_CRISIS)
    )


def test_every_track_is_told_as_it_moved_though_the_match_has_gone_on():
    seen = 0
    for before, events, after in resolutions():
        face = revealed(events, after)
        for side in (0, 1):
            was = before.assurance[side]
            assert face.assurance[side] == (was, was + moved(events, "assurance", side))
            was = before.support[side]
            assert face.support[side] == (was, was + moved(events, "support", side))
        assert face.tension == (before.tension, before.tension + moved(events, "tension", None))
        assert face.initiative[0] == before.initiative
        assert face.found.tension == before.tension
        assert face.found.door == before.door
        assert face.moment.tension == face.tension[1]
        assert face.moment.threat == before.threat
        seen += 1
    assert seen > 20


def test_the_sum_under_the_table_adds_up():
    words = Words(content())
    told = set()
    for _, events, after in resolutions():
        face = revealed(events, after)
        cells = after.world.cells[
            after.world.crisis_type[after.world.crisis_id[face.resolved.crisis]]
        ]
        nato, russia = face.resolved.stances
        line = sum_text(words, after.world, face.resolved)
        told.add(bool(line))
        assert bool(line) == (
            face.resolved.capped or cells[nato][russia][0] != face.resolved.tension
        )
        list(further_lines(words, face))
    assert told == {True, False}


@pytest.mark.parametrize("kind", KINDS)
def test_both_answers_are_open_and_the_way_goes_on(pilot, kind):
    sitting = resolved_sitting(kind)
    scene = sitting.next_scene()
    assert isinstance(scene, RevealScene)
    player = pilot(scene)
    resolved = next(one for one in sitting.resolved if isinstance(one, CrisisResolved))

    assert player.find("matrix").face.result == resolved.stances
    for side in (0, 1):
        assert scene.face.resolved.responses[side] == resolved.responses[side]
        assert player.find(f"answer:{side}").says()
    # The news at the edge of the screen lie over this button and let the pointer through.
    player.click("continue")
    assert not sitting.resolved
    assert not isinstance(player.scene, RevealScene)


def test_nobodys_log_is_reached_from_a_screen_that_both_see(pilot):
    sitting = resolved_sitting(plain)
    assert sitting.viewer is not None
    player = pilot(sitting.next_scene())
    assert sitting.viewer is None
    player.click("bar:log")
    assert isinstance(player.scene, LogScene)
    player.press("Esc")
    assert isinstance(player.scene, RevealScene)


def test_the_bar_still_names_the_round_of_the_crisis(pilot):
    sitting = crisis_sitting(plain)
    number = sitting.view.round
    sitting.play(sitting.view.legal_actions()[0])
    sitting.lift(1)
    sitting.play(sitting.view.legal_actions()[0])
    player = pilot(sitting.next_scene())

    assert player.find("bar").says().startswith(f"Round {number},")


def test_an_open_answer_to_an_incident_tells_the_cause(pilot):
    sitting = crisis_sitting(incident)
    player = pilot(CrisisScene(sitting))
    numbers = [one.number for one in player.scene.responses if not one.why]
    open_one = next(n for n in numbers if player.scene.responses[n].stance == 2)
    player.press(str(open_one + 1))
    player.press("Enter")
    player.hold("Space", 0.8)
    player.press("1")
    player.press("Enter")

    cause = player.scene.face.cause
    assert cause is not None
    assert words_of(cause_runs(sitting.words, cause)).startswith("Cause found:")
    assert player.sees("Cause found:")


def test_nothing_is_shown_before_both_cards_have_turned(pilot):
    player = pilot(resolved_sitting(plain).next_scene(), still=False)
    face = player.scene.face
    title = player.scene._cards[0].face.title
    assert not player.sees(title)
    assert "matrix" not in player.ids()
    assert player.scene.tracks.tension.tension == face.found.tension
    player.press("Enter")

    assert isinstance(player.scene, RevealScene)
    assert player.sees(title)
    assert "matrix" in player.ids()
    assert player.scene.tracks.tension.tension == face.moment.tension


def test_the_cards_turn_by_themselves(pilot):
    player = pilot(resolved_sitting(plain).next_scene(), still=False)
    player.settle(0.9)
    assert player.find("answer:0").turned == 1.0
    assert "matrix" not in player.ids()
    player.settle(0.6)

    assert "matrix" in player.ids()
    assert player.focused == "continue"


@pytest.mark.parametrize("text", [1.0, 1.2, 1.4])
def test_the_longest_answers_fit(pilot, text):
    player = pilot(resolved_sitting(plain).next_scene(), text=text)
    scene = player.scene
    for side, card in enumerate(scene._cards):
        every = [
            replace(
                card.face,
                title=answer.title,
                note=answer.note,
                effects=response_effects(scene.words, answer, side),
            )
            for crisis in content().crises.values()
            for answer in (crisis.russia if side else crisis.nato)
        ]
        card.face = max(every, key=lambda face: len(face.title + face.note + face.effects))
    scene.relayout()
    player.assert_fits()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("text", [1.0, 1.2, 1.4])
def test_everything_fits(pilot, kind, size, text):
    player = pilot(resolved_sitting(kind, nato=-1).next_scene(), size=size, text=text)
    player.assert_fits()


def test_with_reduced_motion_the_reveal_is_a_short_cross_fade(pilot):
    player = pilot(Scene())
    player.app._go(Replace(resolved_sitting(plain).next_scene()))
    assert player.app.fading
    assert "matrix" in player.ids()
    player.settle(0.2)
    assert not player.app.fading
    player.press("Enter")
    assert not player.app.fading
