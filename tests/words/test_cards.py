"""Cards in words: what an event does, said from its data."""

import pytest

from game.content.effects import CONDITIONS, HOOKS, VERBS
from game.words import (
    card_condition,
    card_effect,
    card_gist,
    card_notes,
    card_summary,
    event_choices,
    operation_name,
    operations_text,
    readings,
    use_name,
)
from game.words.conditions import condition_phrase
from game.words.effects import effect_clause
from game.words.lasting import hook_clause, hook_summary
from game.words.summaries import effect_summary


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def effect(words, slug):
    return [plain(sentence) for sentence in card_effect(words, words.content.cards[slug])]


@pytest.mark.parametrize(
    ("slug", "sentences"),
    [
        (
            "n-sensors",
            [
                "If Russia accepts: Transparency +1 for each side; own Initiative +1.",
                "If Russia refuses: own Initiative +1; own Support +1.",
            ],
        ),
        (
            "n-founding",
            [
                "With own Guarantees 1: Tension −1; own Initiative +1.",
                "Otherwise: own Guarantees +1; own Initiative +1.",
            ],
        ),
        (
            "n-planning",
            [
                "If Russia accepts: Centres +1 for each side; own Initiative +1; "
                "with joint Exercises 2: each side’s Support +1.",
                "If Russia refuses: own Initiative +2; own Support +1.",
            ],
        ),
        (
            "n-cruiser",
            [
                "Own Initiative +2; own Support +2; Russia’s Assurance −1; "
                "the crisis “The cruiser” opens at once."
            ],
        ),
        (
            "n-senate",
            [
                "Own Support +3; own Initiative +1; own Guarantees closed from step 3, "
                "until broken at a price of 2 Support."
            ],
        ),
        (
            "r-transit",
            [
                "Either: NATO’s Support −1; own Initiative +2; NATO’s Assurance −1.",
                "Or: each side’s Support +1; Tension −1.",
            ],
        ),
        (
            "r-takeback",
            [
                "With an own forward missile declared: withdraw an own forward missile; "
                "Tension −1; own Initiative +2; NATO’s Assurance +1.",
                "Otherwise: pledge not to deploy any forward missile; Tension −1; "
                "own Initiative +1; NATO’s Assurance +1.",
            ],
        ),
        (
            "r-trillions",
            [
                "Own Support +3; own briefing draws 1 more card, to the end of next round; "
                "own next Deploy costs 2 less."
            ],
        ),
        (
            "r-ballots",
            [
                "Own Support +2; NATO’s Assurance −1; own gates +1 on every ladder, "
                "to the end of next round."
            ],
        ),
        (
            "r-openskies",
            [
                "NATO’s undeclared sites are found, without Tension; each side’s Assurance +1; "
                "own Initiative +1."
            ],
        ),
        (
            "r-penaids",
            ["Announce the penetration aids, as by Deploy; own Support +1."],
        ),
    ],
)
def test_an_event_is_told_as_its_card_says(words, slug, sentences):
    assert effect(words, slug) == sentences


def test_a_card_is_told_anew_when_its_data_change(words):
    card = words.content.cards["n-veto"]

    assert plain(card_effect(words, card)[0]) == (
        "Own Support +1; own Initiative +3; Russia’s Assurance −1; Tension +1."
    )


@pytest.mark.parametrize(
    ("slug", "condition"),
    [
        ("n-sensors", ""),
        ("n-line", "Needs Black Sea patrol not declared and Northern seas not declared."),
        ("r-gabala", "Needs Gabala declared and a next step on Centres that can be taken."),
        ("r-protocol", "Needs own Guarantees 1."),
        ("r-realdata", "Needs joint Exercises 1."),
        ("r-syria", "Needs an Outside threat of 3 or more."),
    ],
)
def test_a_condition_is_told(words, slug, condition):
    assert card_condition(words, words.content.cards[slug]) == condition


def test_the_hand_has_short_lines(words):
    lines = card_summary(words, words.content.cards["n-sensors"])

    assert [plain(line) for line in lines] == [
        "Offer: Transparency +1 each, Initiative +1",
        "Refused: Initiative +1, Support +1",
    ]


def test_every_card_is_told_in_three_short_lines_at_most(words):
    for card in words.content.cards.values():
        lines = card_summary(words, card)

        assert 1 <= len(lines) <= 3, card.slug
        assert all(len(line) <= 130 for line in lines), card.slug


def test_a_gist_fits_a_small_card_and_says_when_there_is_more(words):
    for card in words.content.cards.values():
        whole = ", ".join(card_summary(words, card))
        gist = card_gist(words, card)

        assert len(gist) <= 60, card.slug
        assert gist == whole or gist.endswith(" and more"), card.slug


def test_a_gist_shows_clauses_whole(words):
    card = words.content.cards["n-council"]

    assert plain(card_gist(words, card, most=30)) == "Door +1, Tension −2 and more"


def test_a_choice_has_two_lines_and_other_events_one(words):
    first, second = event_choices(words, "r-transit")

    assert plain(first) == "NATO’s Support −1; own Initiative +2; NATO’s Assurance −1"
    assert plain(second) == "Each side’s Support +1; Tension −1"
    assert len(event_choices(words, "n-veto")) == 1


def test_a_card_says_that_it_leaves_and_that_it_is_invented(words):
    notes = card_notes(words, words.content.cards["n-line"])

    assert notes == (
        "Leaves the game when its event is used.",
        "What if: nothing of the kind happened.",
    )


def test_both_readings_stand_side_by_side_or_not_at_all(words):
    both = readings(words, "a ship", "a threat", "n-monterey")

    assert both == (("As NATO sees it", "a ship"), ("As Russia sees it", "a threat"))
    assert readings(words, "a ship", "", "n-monterey") == ()


def test_uses_have_names(words):
    assert operation_name(words, "technical-means") == "Technical means"
    assert use_name(words, "deploy") == "Deploy"
    assert use_name(words, "event") == "Event"
    assert operations_text(words, 1) == "1 operation"
    assert operations_text(words, 3) == "3 operations"


@pytest.mark.parametrize("verb", VERBS.values())
def test_every_verb_has_words(verb):
    assert verb in effect_clause.registry
    assert verb in effect_summary.registry


@pytest.mark.parametrize("condition", CONDITIONS.values())
def test_every_condition_has_words(condition):
    assert condition in condition_phrase.registry


@pytest.mark.parametrize("hook", HOOKS.values())
def test_every_hook_has_words(hook):
    assert hook in hook_clause.registry
    assert hook in hook_summary.registry
