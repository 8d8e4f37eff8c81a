"""A card opened, on real matches: every use is listed, told, and can be done."""

import pytest

from game.content.effects import Offer, Step
from game.content.vocabulary import LADDERS
from game.engine import actions as a
from game.ui.board.card_changes import offers, warnings
from game.ui.board.card_uses import (
    EVENT,
    FACE_DOWN,
    OPERATIONS,
    TABS,
    groups_of,
    use_of,
)
from game.ui.scenes.card import CardScene
from game.words import reason_text, side_name
from tests.ui.board_match import content, legal, sitting_at, sitting_where

MATCHES = [(1, 7), (3, 7), (5, 3), (4, 12)]


def uses_of(sitting, card):
    """Return every use of a card on all tabs."""
    return [
        use
        for tab in TABS
        for group in groups_of(sitting.words, sitting.view, card, tab)
        for use in group.uses
    ]


# ------------------------------------------------------------------------ the list


@pytest.mark.parametrize(("round_number", "seed"), MATCHES)
def test_every_legal_use_is_listed_and_no_other_is_open(round_number, seed):
    sitting = sitting_at("card", round_number=round_number, seed=seed)
    actions = set(sitting.view.legal_actions())
    found = set()
    for card in sitting.view.hand:
        for use in uses_of(sitting, card):
            assert (use.action in actions) == (not use.why), use
            found |= {use.action} if not use.why else set()
    assert found == actions


def test_every_use_of_every_hand_can_be_previewed():
    for round_number, seed in MATCHES:
        sitting = sitting_at("card", round_number=round_number, seed=seed)
        for card in sitting.view.hand:
            for use in uses_of(sitting, card):
                if not use.why:
                    assert sitting.view.preview(use.action) is not None
                    warnings(sitting.words, sitting.view, use)


def test_a_choice_is_two_rows():
    chosen = [
        card.slug
        for card in content().cards.values()
        if any(type(effect).__name__ == "Choose" for effect in card.event)
    ]
    sitting = sitting_at("card")
    side = ("nato", "russia")[sitting.view.side]
    own = [slug for slug in chosen if content().cards[slug].side == side]
    assert len(groups_of(sitting.words, sitting.view, own[0], EVENT)) == 2


# ------------------------------------------------------------------------ the screen


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1280, 960)])
@pytest.mark.parametrize("text", [1.0, 1.4])
def test_every_card_and_tab_has_room(pilot, size, text):
    sitting = sitting_at("card", round_number=3)
    for card in sitting.view.hand:
        player = pilot(CardScene(sitting, card), size=size, text=text)
        for key in "EOF":
            player.press(key)
            player.assert_fits()


@pytest.mark.parametrize("text", [1.0, 1.4])
def test_every_chosen_use_has_room(pilot, text):
    sitting = sitting_at("card", round_number=3)
    player = pilot(CardScene(sitting, sitting.view.hand[0]), text=text)
    for card in sitting.view.hand[:3]:
        scene = CardScene(sitting, card)
        player.app._scenes[-1] = scene
        scene.look(player.app.size, player.app.theme)
        for tab in TABS:
            scene._show(tab)
            for group in scene.groups:
                for use in group.open_uses:
                    scene._choose(use.action)
                    player.assert_fits()


def test_letters_turn_to_tabs_and_digits_to_cards(pilot):
    sitting = sitting_at("card")
    scene = CardScene(sitting, sitting.view.hand[0])
    player = pilot(scene)
    for key, tab in (("O", OPERATIONS), ("F", FACE_DOWN), ("E", EVENT)):
        player.press(key)
        assert scene.tab == tab
        assert player.focused == f"play:{tab}"
    player.press("2")
    assert isinstance(player.scene, CardScene)
    assert player.scene.card == sitting.view.hand[1]


def test_a_barred_use_says_why_and_is_not_chosen(pilot):
    sitting = sitting_at("card", round_number=3)
    scene = CardScene(sitting, sitting.view.hand[0])
    player = pilot(scene)
    player.press("O")
    player.click("group:deploy")
    barred = next(u for g in scene.groups if g.slug == "deploy" for u in g.uses if u.why)
    row = f"use:{barred.action}"
    scene.focus(row)
    assert barred.why in player.find(row).says()
    player.press("Enter")
    assert scene.chosen is None


# ------------------------------------------------------------------------ playing


def barred_at_its_first_step(view):
    """Return the cards of the hand whose event would begin with steps that can't be taken."""
    for card in view.hand:
        reason = view.why_not(a.encode(a.EVENT, view.world.card_id[card]))
        first = content().cards[card].event[0]
        first = first.accepted[0] if isinstance(first, Offer) else first
        if reason is not None and reason.slug == "first-step" and isinstance(first, Step):
            yield card, first.ladder


def test_an_event_that_begins_with_a_barred_step_says_what_bars_that_step():
    sitting = sitting_where(
        lambda view: view.decision == "card" and any(barred_at_its_first_step(view))
    )
    words, view = sitting.words, sitting.view
    for card, ladder in barred_at_its_first_step(view):
        (group, *_) = groups_of(words, view, card, "event")
        why = group.uses[0].why
        own = view.step_reason(view.side, LADDERS.index(ladder))
        other = view.step_reason(1 - view.side, LADDERS.index(ladder))
        if own is not None:
            assert why == reason_text(words, own)
        else:
            assert other is not None
            rival = side_name(words, 1 - view.side)
            assert why == f"{rival}: {reason_text(words, other)}"


def test_a_card_whose_event_is_barred_opens_on_operations_and_its_tab_says_why(pilot):
    sitting = sitting_where(
        lambda view: view.decision == "card" and any(barred_at_its_first_step(view))
    )
    words, view = sitting.words, sitting.view
    card, _ = next(barred_at_its_first_step(view))
    why = groups_of(words, view, card, EVENT)[0].uses[0].why
    player = pilot(CardScene(sitting, card))
    tab = player.find("play:event")
    assert player.scene.tab == OPERATIONS
    assert tab.barred
    assert tab.why == words.sentence(why)
    player.press("E")
    assert player.scene.tab == OPERATIONS
    assert tab.why in player.hint


def test_a_deployment_by_mouse(pilot):
    sitting = sitting_at("card")
    view = sitting.view
    side = view.side
    action = legal(sitting, a.DEPLOY)[0]
    card = view.world.cards[a.card_of(action)].slug
    player = pilot(CardScene(sitting, card))
    player.click("play:operations")
    player.click("group:deploy")
    player.click(f"use:{action}")
    assert player.sees("Works from the end of round 2") or player.sees("Works at once")
    player.click("confirm")
    site = view.world.sites[a.argument_of(action)].slug
    known = {one.slug: one for one in sitting.match.view(side).sites}
    assert known[site].state in ("building", "working")
    assert len(sitting.match.view(side).hand) == len(view.hand) - 1


def test_a_campaign_by_keyboard_alone(pilot):
    sitting = sitting_at("card")
    view, side = sitting.view, sitting.view.side
    action = legal(sitting, a.CAMPAIGN)[0]
    number = view.hand.index(view.world.cards[a.card_of(action)].slug) + 1
    player = pilot(CardScene(sitting, view.hand[0]))
    player.press(str(number))
    player.press("O")
    for _ in range(12):
        player.press("Down")
        if player.focused == f"use:{action}":
            break
    player.press("Enter")
    assert player.focused == "confirm"
    player.press("Enter")
    assert sitting.match.history[-1].action == action
    assert sitting.match.view(side).support[side] > view.support[side]


def test_an_event_needs_two_steps_only(pilot):
    sitting = sitting_at("card")
    action = legal(sitting, a.EVENT)[0]
    card = sitting.view.world.cards[a.card_of(action)].slug
    scene = CardScene(sitting, card)
    player = pilot(scene)
    assert scene.chosen == action
    player.press("Enter")
    assert sitting.match.history[-1].action == action


def test_face_down_leaves_nothing_but_a_back_for_the_other(pilot):
    sitting = sitting_at("card")
    side = sitting.view.side
    card = sitting.view.hand[0]
    player = pilot(CardScene(sitting, card))
    player.press("F")
    player.click(f"use:{legal(sitting, a.HIDE_NOTHING)[0]}")
    assert player.sees("sees only that a card lies face down")
    player.click("confirm")
    other = sitting.match.view(1 - side)
    assert other.face_down_counts[side] == 1
    assert card not in player.dump()


def test_where_nothing_is_face_down_the_tab_is_barred(pilot):
    sitting = sitting_at("card", scenario="first-council")
    scene = CardScene(sitting, sitting.view.hand[0])
    player = pilot(scene)
    assert player.find("play:face-down").barred
    player.press("F")
    assert scene.tab != FACE_DOWN


# ------------------------------------------------------------------------ warnings


def test_the_last_support_is_asked_for_first(pilot):
    sitting, action = _fatal()
    card = sitting.view.world.cards[a.card_of(action)].slug
    scene = CardScene(sitting, card)
    player = pilot(scene)
    scene._show(EVENT if a.kind_of(action) == a.EVENT else OPERATIONS)
    scene._choose(action)
    decided = len(sitting.match.history)
    player.press("Enter")
    assert player.sees("falls")
    player.assert_fits()
    assert player.focused == "warn:back"
    player.press("Enter")
    assert len(sitting.match.history) == decided
    player.press("Enter")
    player.click("warn:do")
    assert len(sitting.match.history) == decided + 1


def test_breaking_a_pledge_is_asked_for_first():
    sitting, use = _pledged()
    found = warnings(sitting.words, sitting.view, use)
    assert any("breaks your pledge" in line for line in found)


def test_an_offer_shows_both_outcomes(pilot):
    for seed in range(1, 30):
        sitting = sitting_at("card", seed=seed)
        for action in legal(sitting, a.EVENT):
            card = sitting.view.world.cards[a.card_of(action)].slug
            use = use_of(groups_of(sitting.words, sitting.view, card, EVENT), action)
            assert use is not None
            if offers(sitting.view, use):
                player = pilot(CardScene(sitting, card))
                assert player.sees("accepts")
                assert player.sees("refuses")
                return
    raise AssertionError("no offer in any hand")


def _fatal():
    """Return a sitting and an action that would bring the own government down."""

    def fatal(view):
        if view.decision != "card" or view.support[view.side] > 2:
            return []
        acts = view.legal_actions()
        return [one for one in acts if view.preview(one).support[view.side][1] == 0]

    sitting = sitting_where(lambda view: bool(fatal(view)), seed=25)
    return sitting, fatal(sitting.view)[0]


def _pledged():
    """Return a sitting and a use that breaks an own pledge."""
    for seed in range(60):
        for round_number in (1, 2, 3):
            try:
                sitting = sitting_at(
                    "card", seed=seed, round_number=round_number, computer="random"
                )
            except AssertionError:
                continue
            pledged = {s.slug for s in sitting.view.sites if s.pledge}
            for card in sitting.view.hand:
                for use in uses_of(sitting, card):
                    deploys = a.kind_of(use.action) == a.DEPLOY
                    if deploys and use.site in pledged and not use.why:
                        return sitting, use
    raise AssertionError("no pledge that could be broken")
