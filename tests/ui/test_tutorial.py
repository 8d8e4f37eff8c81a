"""First Council: the notes beside the play, by mouse and by keyboard."""

import re

import pytest

from game.content import load_content
from game.content.tutorial import named_in
from game.content.tutorial_words import FACTS, PARTS
from game.match import Match
from game.ui.desk import Desk
from game.ui.scenes.board import BoardScene
from game.ui.scenes.reveal import RevealScene
from game.ui.scenes.title import TitleScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.tutorial import facts
from game.ui.tutorial.guide import Guide
from game.ui.tutorial.start import FirstCouncilScene, guided
from game.words import Words, ladder_name, track_name
from tests.ui.guided import Walk, first_council, spec

_TRACKS = ("tension", "initiative", "threat", "assurance", "support", "coverage", "deterrent")


def walked(pilot, side, **how):
    look = {name: how.pop(name) for name in ("size", "text") if name in how}
    walk = Walk(pilot(first_council(), **look), side, **how)
    walk.begin()
    walk.finish()
    return walk


def test_a_guided_match_can_be_played_to_its_verdict_by_mouse(pilot):
    walk = walked(pilot, 0)

    assert isinstance(walk.pilot.scene, VerdictScene)
    assert walk.seen[0] == "council"
    assert walk.seen[-1] == "onward"
    assert len(walk.seen) > 25
    # every step speaks of what its screen has
    for step in spec().steps:
        assert set(step.parts) <= walk.there[step.screen], step.slug
    # and a match begun again from the verdict has no notes
    walk.pilot.click("again")
    assert not isinstance(walk.pilot.scene.companion, Guide)


def test_a_guided_match_can_be_played_to_its_verdict_by_keyboard(pilot):
    walk = walked(pilot, 1, keys=True)

    assert isinstance(walk.pilot.scene, VerdictScene)
    assert walk.seen[-1] == "onward"


def test_who_tables_nothing_and_is_firm_gets_other_notes(pilot):
    walk = walked(pilot, 0, tabled=False, stance=0)

    assert "no-package" in walk.seen
    assert "agreed" not in walk.seen
    assert {"own-firmer", "both-firm"} & {*walk.seen}


def test_no_note_names_a_track_or_ladder_but_as_the_screen_does():
    words = Words(load_content())
    names = [track_name(words, track) for track in _TRACKS]
    names += [ladder_name(words, ladder) for ladder in load_content().ladders]

    for step in spec().steps:
        plain = re.sub(r"\{[^}]*\}", "", step.text)
        for name in names:
            assert not re.search(rf"\b{name}\b", plain), f"{step.slug}: {name}"


def test_what_is_bold_in_a_note_is_a_name_from_the_screen():
    for step in spec().steps:
        for bold in re.findall(r"\*\*(.*?)\*\*", step.text):
            assert [bold] == [f"{{{name}}}" for name in named_in(bold)], step.slug


def test_the_words_of_the_guide_are_all_understood_and_all_used():
    steps = spec().steps

    assert set(FACTS) == set(facts.FACTS)
    assert set(FACTS) == {fact for step in steps for fact in (*step.when, step.until)} - {
        "read",
        "left",
    }
    assert set(PARTS) == {part for step in steps for part in step.parts}


def test_in_both_deals_who_is_guided_leads_the_first_council():
    for side in (0, 1):
        seed = spec().seeds.of(side)
        match = Match(load_content(), spec().scenario, seed, ("human", "human"))

        assert match.view(side).chair == side


def test_notes_can_be_sent_away_at_any_time_and_the_match_goes_on(pilot):
    player = pilot(first_council())
    player.click("russia")

    player.press("X")

    assert "guide:note" not in player.ids()
    assert player.sees("No more notes.")
    player.click("none")
    while not isinstance(player.scene, BoardScene):
        player.tick(10.0)
    assert "guide:note" not in player.ids()


def test_no_note_runs_ahead_of_the_answers_while_they_are_turned_over(pilot):
    at = guided(first_council().desk, spec(), 0)
    while not at.resolved:
        legal = at.view.legal_actions()
        at.play(legal[-1] if legal else at.match.computer_action())
    player = pilot(RevealScene(at), still=False)
    assert "guide:note" not in player.ids()

    player.settle(8.0)

    assert "guide:note" in player.ids()


def test_a_guided_match_goes_on_where_its_notes_were(pilot, tmp_path):
    desk = Desk(load_content(), "en", tmp_path)
    player = pilot(FirstCouncilScene(desk))
    player.click("nato")
    player.press("N")
    assert player.sees("What both must fear")
    desk.leave()
    player.close()
    (path,) = tmp_path.glob("*.match")

    again = pilot(desk.resume(path).next_scene())

    assert again.sees("What both must fear")
    assert not again.sees("You govern for NATO")


def test_notes_that_were_sent_away_stay_away(pilot, tmp_path):
    desk = Desk(load_content(), "en", tmp_path)
    player = pilot(FirstCouncilScene(desk))
    player.click("nato")
    player.press("X")
    desk.leave()
    player.close()
    (path,) = tmp_path.glob("*.match")

    again = pilot(desk.resume(path).next_scene())

    assert "guide:note" not in again.ids()


def test_a_note_that_waits_can_be_hidden(pilot):
    player = pilot(first_council())
    player.click("nato")
    player.press("N")
    player.press("N")
    assert player.sees("Ask for something")

    player.press("N")

    assert "guide:note" not in player.ids()


def test_what_cannot_be_done_is_explained_beside_it(pilot):
    player = pilot(first_council())
    player.click("nato")

    player.click("table")

    assert player.find("guide:slip").says().endswith(".")


def test_after_a_note_the_focus_is_back_in_the_play(pilot):
    player = pilot(first_council())
    player.press("Enter")
    player.press("Down")
    at = player.focused
    assert at.startswith("term:")

    player.press("N")
    player.press("N")
    player.press("N")

    assert player.focused == at


def test_the_title_leads_to_first_council_and_back(pilot):
    player = pilot(TitleScene(first_council().desk))

    player.click("first")
    player.assert_fits()
    assert player.sees("about ten minutes")
    player.press("Esc")

    assert isinstance(player.scene, TitleScene)


@pytest.mark.long
@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("text", [1.0, 1.4])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("tabled", [True, False])
def test_the_notes_find_room_everywhere(pilot, side, text, size, tabled):
    walk = walked(pilot, side, text=text, size=size, keys=True, tabled=tabled, stance=-tabled)

    assert walk.seen[-1] == "onward"
