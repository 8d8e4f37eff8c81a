"""A match in the terminal, read line by line."""

import random
import re
from argparse import Namespace

import pytest

from game.commands.terminal.session import Session
from game.commands.terminal.terminal import CLEAR, Terminal
from game.commands.text import text
from game.content import load_content
from game.match import Match
from game.match.journal import Journal
from game.words import Words


@pytest.fixture(scope="module")
def content():
    return load_content()


class Person:
    """Answers by a script, then by `then`, and keeps what was read."""

    def __init__(self, *script, then=None, clears=False):
        self.script = list(script)
        self.then = then
        self.lines: list[str] = []
        self.terminal = Terminal(self.read, self.lines.append, clears=clears)

    def read(self, prompt):
        self.lines.append(prompt)
        if self.script:
            return str(self.script.pop(0))
        if self.then is None:
            raise EOFError
        return self.then(prompt)

    @property
    def told(self):
        return "\n".join(self.lines)


def any_choice(seed):
    luck = random.Random(seed)

    def choose(prompt):
        last = re.search(r"1 to (\d+)", prompt)
        return str(luck.randint(1, int(last[1]))) if last else ""

    return choose


def played(content, person, seats, seed=6, scenario="long-negotiation", folder=None):
    match = Match.start(content, scenario, seed, seats, folder)
    Session(match, Words(content), person.terminal).run()
    return match


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("scenario", ["first-council", "lisbon-to-chicago", "sectoral-defence"])
def test_a_whole_match_is_played_by_numbers(content, scenario, seed):
    person = Person(then=any_choice(seed))

    match = played(content, person, ("human", "human"), seed, scenario)

    assert match.over
    assert content.scenarios[scenario].title + " is over." in person.told
    assert "{" not in person.told


def test_a_match_against_the_computer_needs_no_curtain(content):
    person = Person(then=any_choice(2))

    match = played(content, person, ("human", "reciprocator"))

    assert match.over
    assert "Pass the keyboard" not in person.told
    assert "Round 1 begins" in person.told


def test_a_match_between_computers_is_watched(content):
    person = Person()

    match = played(content, person, ("open", "reciprocator"), scenario="first-council")

    assert match.over
    assert "Round 2 begins" in person.told


def test_between_two_people_nothing_secret_is_left_on_the_screen(content):
    person = Person("", "2", "", "", "1", clears=True)

    match = played(content, person, ("human", "human"))

    nato, russia = (match.view(side).dealt for side in (0, 1))
    shown = [person.told.index(content.mandates[slug].title) for slug in (*nato, *russia)]
    handed = person.told.index("Pass the keyboard to Russia.")
    assert max(shown[:2]) < handed < min(shown[2:])
    assert CLEAR in person.told[:handed]
    assert CLEAR in person.told[handed : min(shown[2:])]


def test_before_the_keyboard_is_passed_a_decision_is_taken_back(content):
    person = Person("", "1", "undo", "2", "", "")

    match = played(content, person, ("human", "human"))

    assert "Taken back." in person.told
    assert [entry.action & 1 for entry in match.history] == [1]


def test_after_the_keyboard_was_passed_it_stands(content):
    person = Person("", "1", "", "", "undo")

    match = played(content, person, ("human", "human"))

    assert "the keyboard was passed" in person.told
    assert len(match.history) == 1


def test_what_is_typed_wrong_is_asked_again(content):
    person = Person("0", "99", "x", "", "-1", "1.5", "²", "1", "quit")

    match = played(content, person, ("human", "open"))

    assert person.told.count("That isn’t one of the choices.") == 7
    assert len(match.history) >= 1


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("help", "A number chooses."),
        ("h", "That isn’t one of the choices."),  # help or hand
        ("status", "Tension 6 of 10"),
        ("STAT", "Tension 6 of 10"),
        ("sites", "Gabala"),
        ("hand", "operations"),
        ("crisis", "As NATO sees it"),
        ("mandate", "So far: "),
        ("log", "Round 1 begins"),
        ("undo", "can’t be taken back"),
    ],
)
def test_at_any_prompt_there_is_something_to_read(content, command, expected):
    person = Person("1", command)

    played(content, person, ("human", "firm"))

    assert expected in person.told


def test_a_card_is_opened_and_closed_again(content):
    def choose(prompt):
        if "NATO plays a card." not in person.lines:
            return prompt.split()[3].strip(",")  # the last: no proposal
        person.script += ["back", "quit"]
        return "1"

    person = Person("1", then=choose)

    played(content, person, ("human", "firm"))

    assert any("Face down: nothing" in line for line in person.lines)
    assert person.lines.count("NATO plays a card.") == 2


def test_leaving_saves_and_the_match_goes_on(content, tmp_path, monkeypatch):
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path))
    options = Namespace(
        scenario="first-council",
        nato="human",
        russia="open",
        seed=3,
        lang=None,
        resume=None,
        predictions=None,
    )
    person = Person("1", "1", "quit")

    assert text(options, person.terminal) == 0

    (saved,) = (tmp_path / "data" / "matches").iterdir()
    assert str(saved) in person.told
    again = Person(then=any_choice(1))
    options = Namespace(scenario=None, nato=None, russia=None, seed=None, lang=None, resume="")
    assert text(options, again.terminal) == 0
    assert Match.resume(saved).over


def test_the_end_of_input_leaves_and_saves(content, tmp_path):
    person = Person("1")

    match = played(content, person, ("human", "open"), folder=tmp_path)

    assert "Saved: " in person.told
    assert Match.resume(match.path).history == match.history


def test_a_full_disk_is_said_once_and_the_match_goes_on(content, tmp_path, monkeypatch):
    def fail(self):
        raise OSError(28, "No space left on device")

    def choose(prompt):
        monkeypatch.setattr(Journal, "_write", fail)
        return any_choice(1)(prompt)

    person = Person(then=choose)

    match = played(content, person, ("human", "human"), 1, "first-council", tmp_path)

    assert match.over
    assert person.told.count("No space left on device") == 1
