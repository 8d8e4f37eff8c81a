"""The debrief of a match: its chapters, its secrets, its words."""

import re
from dataclasses import replace

import pytest

from game.charts import html, plain
from game.engine import actions as a
from game.engine import fields as f
from game.engine.events import CardPlayedFaceDown, MandateChosen, SiteHidden
from game.match import Course
from game.match.hints import Hint
from game.players.advice import Advised
from game.players.search import TEMPERAMENTS, weigh
from game.teach import reachable as reaching
from game.teach.concepts import CONCEPTS
from game.teach.debrief import debrief
from game.teach.happenings import happenings
from game.teach.reachable import Ending, Reachable, reachable
from game.teach.rerun import Move, compared
from game.teach.review import reviewed
from game.teach.telling.decisions import decisions
from game.teach.telling.page import chapters, debrief_page, words_for
from game.teach.turning import MOST
from game.teach.values import COLUMNS, debrief_rows, debrief_values
from game.words import Words, advised_title, outcome_text
from game.words.pseudo import PSEUDO
from tests.teach.conftest import play


@pytest.fixture(scope="module")
def short(content):
    """A short match, for what takes search."""
    return play(content, "first-council", 3, ("greedy", "reciprocator"))


@pytest.fixture(scope="module")
def searched(short):
    return replace(
        debrief(short),
        review=reviewed(short, games=8, lines=60),
        reachable=reachable(short, 4, 7),
    )


@pytest.fixture(scope="module")
def going(content):
    """A match that goes on and holds an undeclared site."""
    for seed in range(40):
        match = play(content, "long-negotiation", seed, ("random", "random"), decisions=60)
        hidden = [e for e in match.events(None) if isinstance(e, SiteHidden)]
        if hidden and not match.over:
            return match
    raise AssertionError("one of forty matches hides a site")


def test_what_happened_is_in_the_order_of_the_journal(whole):
    found = happenings(whole, secrets=True)

    assert [one.event for one in found] == list(whole.events(None))
    numbers = [one.number for one in found]
    assert numbers == sorted(numbers)


def test_a_match_that_goes_on_tells_no_secret(going):
    found = debrief(going)

    assert not found.secrets
    for one in found.found:
        if isinstance(one.event, CardPlayedFaceDown):
            assert (one.event.card, one.event.site) == (None, None)
        if isinstance(one.event, MandateChosen):
            assert one.event.mandate is None
    assert not any(isinstance(one.event, SiteHidden) for one in found.found)
    assert (found.undeclared, found.watchings) == ((), ())


def test_a_match_that_goes_on_names_neither_mandates_nor_seed(going):
    found = debrief(going)
    words = words_for(found, "en")
    text = plain(debrief_page(words, found))

    for side in (0, 1):
        view = going.truth.view(side)
        title = going.content.mandates[view.mandate].title
        assert title not in text
    told = debrief_values(words, found, chapters(words, found))
    assert told["seed"] is None
    assert told["outcome"] is None


def twins(match):
    """Return the match twice, up to a card laid face down: for one site, then for another."""
    for entry in match.history:
        view = match.truth_after(entry.number - 1).view(entry.side)
        hides = [x for x in view.legal_actions() if a.kind_of(x) == a.HIDE]
        alike = [x for x in hides if a.card_of(x) == a.card_of(hides[0])]
        if len(alike) > 1:
            return [branch(match, entry.number - 1, action) for action in alike[:2]]
    raise AssertionError("somebody could have hidden two sites with one card")


def branch(match, decided, action):
    course = Course(match.content, match.scenario, match.seed, match.seats)
    for entry in match.history[:decided]:
        course.decide(entry.action)
    course.decide(action)
    return course


def test_two_matches_that_differ_in_secrets_only_are_told_alike(going):
    courses = twins(going)
    assert courses[0].truth.v != courses[1].truth.v

    told = []
    for course in courses:
        found = debrief(course)
        words = words_for(found, "en")
        values = debrief_values(words, found, chapters(words, found))
        told.append((plain(debrief_page(words, found)), values))

    assert told[0] == told[1]


def test_asked_for_the_secrets_of_a_match_are_told(going):
    found = debrief(going, secrets=True)

    assert found.undeclared
    assert found.outcome is None
    assert "isn’t over" in plain(debrief_page(words_for(found, "en"), found))


def test_a_match_without_a_decision_has_a_debrief(content):
    course = Course(content, "long-negotiation", 1, ("human", "human"))
    found = debrief(course)

    assert html(debrief_page(words_for(found, "en"), found))


def test_turning_points_are_few_and_of_different_entries(whole):
    points = debrief(whole).turning

    assert 1 < len(points) <= MOST
    assert len({one.number for one in points}) == len(points)


def test_the_page_needs_nothing_else(whole):
    found = debrief(whole)
    page = html(debrief_page(words_for(found, "en"), found))

    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in page
    assert "<script" not in page


def test_decisions_are_looked_at_again_alike(short, searched):
    assert reviewed(short, games=8, lines=60) == searched.review
    for one in searched.review:
        assert one.comparison.gained > 0
        assert one.comparison.is_plain
        assert short.history[one.numbers[0] - 1].side == one.side


def test_a_decision_looked_at_again_names_both_moves_and_both_sides(searched):
    words = words_for(searched, "en")
    told = {one.rests: one.text for one in decisions(words, searched).sentences}

    assert searched.review
    for one in searched.review:
        for move in (one.made, one.other):
            plain_move = Advised(move.action, move.package, 0.0, 0.0, None, 0.0, (), ())
            assert advised_title(words, plain_move, one.view) in told[one.numbers]
        for place in (0, 1):
            own = outcome_text(words, one.side, one.comparison.own[place])
            rival = outcome_text(words, 1 - one.side, one.comparison.rival[place])
            assert own in told[one.numbers]
            assert rival in told[one.numbers]


def test_games_from_the_deal_are_alike_and_keep_the_mandates(short, searched):
    again = reachable(short, 4, 7)

    assert again == searched.reachable
    outcome = short.outcome
    assert again.here.above == tuple(round(100 * utility) for utility in outcome.utilities)
    assert len(again.endings) == 4


def test_games_from_the_deal_begin_with_the_mandates_of_the_match(content, monkeypatch):
    match = play(content, "lisbon-to-chicago", 9, ("random", "random"))
    play_out = reaching._play
    begun = []

    def watched(state, temperaments, seed):
        begun.append(tuple(state.v[f.MANDATE : f.MANDATE + 2]))
        assert state.decision != "mandate"
        play_out(state, temperaments, seed)

    monkeypatch.setattr(reaching, "_play", watched)
    found = reachable(match, 2)

    ends = tuple(match.truth.v[f.MANDATE : f.MANDATE + 2])
    assert begun == [ends, ends]
    better = [
        e
        for e in found.endings
        if all(x > y for x, y in zip(e.above, found.here.above, strict=True))
    ]
    worse = [
        e
        for e in found.endings
        if all(x < y for x, y in zip(e.above, found.here.above, strict=True))
    ]
    assert (found.better_for_both, found.worse_for_both) == (len(better), len(worse))


def test_better_and_worse_for_both_are_counted():
    here = Ending("partnership", (10, 10))
    ends = [(20, 20), (20, 5), (5, 5), (10, 20), (-5, 30), (0, 0)]
    found = Reachable(1, here, tuple(Ending("cold-peace", above) for above in ends))

    assert (found.better_for_both, found.worse_for_both, found.both) == (1, 2, 5)


def test_the_better_of_two_moves_is_found_better(content):
    """Where one move ends the match well and another in ruin, the difference is plain."""
    course = play(content, "lisbon-to-chicago", 5, ("greedy", "greedy"))
    views = (course.truth_after(x.number - 1).view(x.side) for x in course.history[20:])
    view = next(v for v in views if v.decision == "card" and len(v.legal_actions()) > 20)
    moves = weigh(view, None, 400, 1)
    tried = [one for one in moves if one.visits]
    best, worst = (Move(one.action) for one in (tried[0], moves[-1]))
    found = compared(view, None, (worst, best), 60, 1)
    back = compared(view, None, (best, worst), 60, 1)

    assert found.games == 60
    assert found.gained > 0
    assert back.gained < 0
    assert all(-1 <= utility <= 1 for pair in (found.own, found.rival) for utility in pair)


def test_all_words_come_from_the_catalogue(content, searched):
    words = Words(content, PSEUDO)
    sources = {concept.source for concept in CONCEPTS.values()}
    escaped = []
    for chapter in chapters(words, searched):
        for one in chapter.sentences:
            text = one.text
            for source in sources:
                text = text.replace(source, "")
            if re.search("[AEIOUaeiou]", text):
                escaped.append(text)

    assert escaped == []


def test_everything_is_in_the_table_for_spreadsheets(searched):
    words = words_for(searched, "en")
    told = debrief_values(words, searched, chapters(words, searched))
    rows = debrief_rows(told)

    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert {row[0].split("/")[0] for row in rows} >= {"tension", "sentences", "outcome"}
    sentences = sum(map(len, told["sentences"].values()))
    assert sum(row[0].startswith("sentences/") for row in rows) == sentences


def test_advice_is_counted_and_whether_it_was_followed(content):
    """NATO follows the first hint, does something else after the second."""
    match = play(content, "first-council", 4, ("greedy", "greedy"))
    own = [entry for entry in match.history if entry.side == 0 and entry.phase == "actions"]
    followed, ignored = own[0], own[1]
    view = match.truth_after(ignored.number - 1).view(0)
    other = next(one for one in view.legal_actions() if one != ignored.action)
    hints = (
        Hint(followed.number - 1, 0, followed.action, ()),
        Hint(ignored.number - 1, 0, other, ()),
        Hint(len(match.history), 0, 0, ()),
    )

    [taken] = debrief(match, hints=hints).advice

    assert taken.side == 0
    assert taken.shown == (followed.number, ignored.number)
    assert taken.followed == (followed.number,)


def test_an_advised_package_is_followed_when_all_of_it_is_tabled(content, whole):
    table = next(one for one in debrief(whole).packages if not one.counter)
    first = next(
        entry.number
        for entry in whole.history
        if entry.number > table.number - 1 - len(table.terms)
    )
    hints = [Hint(first - 1, table.side, 0, terms) for terms in (table.terms, table.terms[:1])]

    told = [debrief(whole, hints=[hint]).advice[0].followed for hint in hints]

    assert told == [(first,), ()]


def test_how_a_side_played_is_one_of_four_temperaments(whole):
    found = debrief(whole).manners

    assert [one.side for one in found] == [0, 1]
    for one in found:
        assert one.temperament in TEMPERAMENTS
        assert 0.25 <= one.chance <= 1
