"""Advice in words: every ground is a clause, every move a title, a reason and a promise."""

import pytest

from game import words as w
from game.engine import Reason
from game.players.advice import Advised, Ground, advise
from game.words.advice_grounds import GROUNDS
from tests.words.games import random_match
from tests.words.pseudo import LANGUAGE, has_plain_letters, write_pseudo

VALUES: dict[str, str | int] = {
    "before": 5,
    "after": 3,
    "side": 1,
    "step": 2,
    "ladder": "exercises",
    "site": "rota",
    "crisis": "forward",
    "instead": "elections",
    "coverage": 4,
    "threat": 5,
    "deterrent": -1,
    "rounds": 2,
    "round": 4,
    "worth": 2,
    "n": 1,
    "by": 7,
    "die": 6,
    "brink": 7,
    "firm": 1,
    "measured": 2,
    "open": 0,
}
TENTHS: dict[str, str | int] = {"low": 62, "middle": 80, "high": 101, "target": 90}
DOORS: dict[str, str | int] = {"before": 1, "after": 2}


@pytest.fixture(scope="module")
def pseudo(content, tmp_path_factory):
    folder = tmp_path_factory.mktemp("locale")
    write_pseudo(folder, content)
    return w.Words(content, LANGUAGE, folder=folder)


@pytest.fixture(scope="module")
def view(content):
    state = next(iter(random_match(content, "long-negotiation", 6, [])))
    return state.view(state.to_move)


@pytest.fixture(scope="module")
def advised(content):
    """Advice with its view, through one match."""
    found = []
    for place, state in enumerate(random_match(content, "lisbon-to-chicago", 5, [])):
        view = state.view(state.to_move)
        if place % 5 == 0:
            found.append((view, advise(view, None, 24, 1)))
    return found


def texts(words, view, advice):
    for move in advice.moves:
        yield w.advised_title(words, move, view)
        yield w.advised_reason(words, move, view)
        yield w.promise_text(words, move, view.side)
        yield from w.advised_grounds(words, move, view)


@pytest.mark.parametrize("slug", sorted(GROUNDS))
def test_a_ground_is_a_clause_with_all_its_values(content, view, slug):
    own = {"mandate-record": TENTHS, "door-up": DOORS, "door-down": DOORS}

    text = w.ground_text(w.Words(content), Reason(slug, own.get(slug, VALUES)), view)

    assert text
    assert "{" not in text
    assert not text.endswith(".")


def test_the_sentence_of_the_issue(content, view):
    reason = Reason("gate-opens", {"side": 1, "before": 5, "after": 6, "step": 3})

    text = w.ground_text(w.Words(content), reason, view)

    assert text == "raises Russia’s Assurance to 6, past the gate for step 3"


def test_gains_that_rest_on_the_same_are_one_sentence_and_the_cost_another(content, view):
    words = w.Words(content)
    down = Reason("tension-down", {"before": 6, "after": 5})
    joint = Reason("joint-up", {"ladder": "exercises", "before": 1, "after": 2})
    price = Reason("support-down", {"side": view.side, "before": 5, "after": 4})
    move = Advised(
        0,
        (),
        1.0,
        0.1,
        0.0,
        0.0,
        (Ground(joint, None, "agreed", own=0.2), Ground(down, None, "agreed", own=0.1)),
        (Ground(price, None, "agreed", own=-0.1),),
    )

    told = w.advised_reason(words, move, view)

    own, other = (w.side_values(words, s) for s in (view.side, 1 - view.side))
    assert told == (
        f"If {other['side']} agrees: raises joint Exercises to 2 (Computer-assisted exercise); "
        f"lowers Tension from 6 to 5. Against it: lowers {own['sides']} Support from 5 to 4."
    )


def test_a_refusal_is_told_by_what_accepting_would_do(content, view):
    words = w.Words(content)
    down = Reason("support-down", {"side": 0, "before": 9, "after": 8})
    calm = Reason("tension-calm", {"before": 7, "after": 6})
    move = Advised(
        0,
        (),
        1.0,
        0.1,
        0.0,
        0.0,
        (Ground(down, None, "accepting", own=0.2),),
        (Ground(calm, None, "accepting", own=-0.1),),
    )

    assert w.advised_reason(words, move, view) == (
        "Accepting lowers NATO’s Support from 9 to 8. "
        "Against it: accepting lowers Tension from 7 to 6, out of the danger zone."
    )


@pytest.mark.parametrize(
    ("utility", "text"),
    [
        (0.12, "NATO: about 1.2 points above its target"),
        (-0.6, "NATO: about 6 points below its target"),
        (0.1, "NATO: about 1 point above its target"),
        (-0.1, "NATO: about 1 point below its target"),
        (0.3, "NATO: about 3 points above its target"),
        (-0.11, "NATO: about 1.1 points below its target"),
        (0.001, "NATO: about at its target"),
    ],
)
def test_utility_is_told_in_points(content, utility, text):
    assert w.outcome_text(w.Words(content), 0, utility) == text


def test_a_chance_is_told_in_hundredths(content):
    words = w.Words(content)

    assert w.confrontation_text(words, 0.034) == "Confrontation: about 3 in 100"
    assert w.confrontation_text(words, 0.001) == "Confrontation: less than 1 in 100"


def test_advice_is_told_without_gaps(content, advised):
    words = w.Words(content)
    told = [text for view, advice in advised for text in texts(words, view, advice)]

    assert len(told) > 100
    assert not [text for text in told if not text or "{" in text or ".." in text]


def test_advice_comes_from_the_catalogue(pseudo, advised):
    for view, advice in advised:
        assert [text for text in texts(pseudo, view, advice) if has_plain_letters(text)] == []
