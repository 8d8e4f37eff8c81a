"""Actions as buttons, and what they would bring."""

import pytest

from game.engine import ActionFacts, new_state
from game.words import action_note, action_title
from tests.words.games import random_match

NATO = 0


@pytest.fixture
def view(content):
    """NATO looks at the November Statement: Rota is being built, Eastern Med. works."""
    state = new_state(content, "november-statement", 1)
    for _ in range(2):
        state.apply(state.legal_actions()[0])
    return state.view(NATO)


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("facts", "title", "note"),
    [
        (
            ActionFacts("deploy", NATO, "n-tehran", "ramstein"),
            "Deploy at Ramstein",
            "Works from the end of round 2",
        ),
        (
            ActionFacts("deploy", NATO, "n-tehran", "black-sea"),
            "Deploy the Black Sea patrol",
            "Works at once",
        ),
        (
            ActionFacts("withdraw", NATO, "n-tehran", "rota"),
            "Halt the work at Rota",
            "The site is empty from now",
        ),
        (
            ActionFacts("withdraw", NATO, "n-tehran", "emed"),
            "Withdraw the Eastern Mediterranean patrol",
            "The site is empty from now",
        ),
        (
            ActionFacts("cooperate", NATO, "n-tehran", ladder="guarantees"),
            "Cooperate: Guarantees",
            "Guarantees to step 1",
        ),
        (
            ActionFacts("suspend", NATO, "n-tehran", ladder="exercises"),
            "Suspend: Exercises",
            "Exercises back to step 0; own Support +1",
        ),
        (
            ActionFacts("suspend", NATO, "n-tehran", ladder="transparency"),
            "Suspend: Transparency",
            "Transparency back to step 1",
        ),
        (ActionFacts("campaign", NATO, "n-tehran"), "Campaign at home", "Own Support +1"),
        (
            ActionFacts("back-channel", NATO, "n-tehran", option=0),
            "Back channel: open the door a step",
            "The door opens a step",
        ),
        (
            ActionFacts("back-channel", NATO, "n-tehran", option=1),
            "Back channel: lower Tension",
            "Tension −2",
        ),
        (
            ActionFacts("technical-means", NATO, "n-tehran"),
            "Technical means: a card of Russia’s hand",
            "And all Russia’s undeclared sites",
        ),
        (
            ActionFacts("technical-means", NATO, "n-hold", option=1),
            "Technical means: the cause of the incident",
            "No sites: that needs more operations",
        ),
        (
            ActionFacts("hide-site", NATO, "n-tehran", "north-seas"),
            "Face down: deploy the Northern seas patrol, undeclared",
            "Nobody else learns of it until it is found",
        ),
        (
            ActionFacts("unveil", NATO, site="black-sea"),
            "Unveil the Black Sea patrol",
            "Own Initiative +1; the other side is alarmed as by Deploy",
        ),
        (
            ActionFacts("event", NATO, "n-hold"),
            "Play as an event",
            "Own Support +2; Russia’s Assurance −1; own Transparency closed from step 3, "
            "until broken at a price of 2 Support",
        ),
        (
            ActionFacts("event", NATO, "n-phase4", option=1),
            "Play as an event, the second choice",
            "Nobody deploys the fast interceptors, to the end of the game; own Support −1; "
            "Tension −1; Russia’s Assurance +2; own Initiative +1",
        ),
        (
            ActionFacts("mandate", NATO, mandate="lisbon-spirit"),
            "Lisbon spirit",
            "Seeks partnership; needs Russia to move as well.",
        ),
        (ActionFacts("accept", NATO), "Accept", "Every term takes effect at once"),
    ],
)
def test_an_action_says_what_it_is_and_brings(words, view, facts, title, note):
    assert plain(action_title(words, facts, view)) == title
    assert plain(action_note(words, facts, view)) == note


@pytest.mark.parametrize("scenario", ["long-negotiation", "sectoral-defence"])
def test_every_action_of_a_match_has_a_title_and_a_note(content, words, scenario):
    for state in random_match(content, scenario, 5):
        view = state.view(state.to_move)
        for action in state.legal_actions():
            facts = view.facts(action)

            assert action_title(words, facts, view)
            assert action_note(words, facts, view)


def test_what_is_begun_in_the_last_round_is_said_to_come_too_late(words, content):
    view = next(
        state.view(state.to_move)
        for state in random_match(content, "first-council", 3)
        if state.to_move is not None and state.round == 2
    )
    facts = ActionFacts("deploy", view.side, "n-tehran", "ramstein")

    assert action_note(words, facts, view) == "Won’t work before the match ends"
