"""What lies on the disk while a match runs shows no secret to who glances at it.

It is no cryptography: the seed alone deals everything again, and the program that reads a
save is open. Who means it will read it; who opens the file by accident will not.
"""

import json

import pytest

from game.cli import main
from game.match import Match, list_saved, read_journal
from game.match.advising import simple_action
from game.match.predictions import EXPECTED
from game.paths import HOME_VARIABLE
from game.words import Words, card_title, mandate_title

SEED = 987_654_321_012
DECISIONS = 60


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


def begun(content, home, seats=("human", "human")):
    folder = home / "data" / "matches"
    return Match.start(content, "long-negotiation", SEED, seats, folder)


def secrets_of(match):
    """Slugs and titles of what a side alone knows now, and the seed that deals it all."""
    words = Words(match.content)
    found = {str(SEED)}
    for side in (0, 1):
        view = match.view(side)
        own = [*view.hand, *view.own_face_down]
        found |= {*own, *(card_title(words, card) for card in own)}
        if view.mandate is not None:
            found |= {view.mandate, mandate_title(words, view.mandate)}
        found |= set(view.dealt)
    return found


def on_the_disk(home):
    """All text that lies in a player's folder."""
    files = (path for path in home.rglob("*") if path.is_file())
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in files)


def test_at_no_moment_of_a_match_a_save_shows_a_hand_a_mandate_or_the_seed(content, home):
    match = begun(content, home)
    sealed = 0
    while len(match.history) < DECISIONS:
        match.note_hint(simple_action(match))
        match.play(simple_action(match))
        text = on_the_disk(home)
        shown = {one for one in secrets_of(match) if one in text}
        assert not shown
        sealed += match.view(0).decision == "crisis"
    assert sealed, "no crisis was answered"
    match.close()


def test_a_sealed_answer_is_not_shown_before_both_have_answered(content, home):
    match = begun(content, home)
    while match.view(match.to_move or 0).decision != "crisis":
        match.play(simple_action(match))
    match.play(simple_action(match))

    assert match.view(match.to_move or 0).decision == "crisis"
    crises = content.crises.values()
    answers = [one.slug for crisis in crises for one in (*crisis.nato, *crisis.russia)]
    text = on_the_disk(home)
    assert not [one for one in answers if one in text]
    match.close()


def test_a_sealed_prediction_is_not_read_at_a_glance(content, home):
    folder, seats = home / "data" / "matches", ("human", "human")
    match = Match.start(content, "first-council", SEED, seats, folder, predictions=True)
    while match.prediction_due is None:
        match.play(simple_action(match))
    about = match.prediction_due.about
    match.note_prediction(about, EXPECTED[about][0], 2)
    match.close()

    text = on_the_disk(home)

    assert "prediction ~" in text
    for word in ("expects", "trust", f'"{EXPECTED[about][0]}"'):
        assert word not in text
    assert match.path is not None
    assert len(Match.resume(match.path).predictions) == 1


def test_a_temperament_that_stays_hidden_is_in_no_list_and_not_in_the_open(content, home):
    seats = ("human", "search:1:hidden")
    match = begun(content, home, seats)
    temper = match.seats[1].rpartition(":")[2]
    match.close()

    (saved,) = list_saved(home / "data" / "matches")

    assert saved.seats == seats
    assert temper not in on_the_disk(home)
    assert match.path is not None
    assert Match.resume(match.path).seats == match.seats


def test_a_replay_of_a_running_match_tells_neither_seed_nor_temperament(content, home, capsys):
    match = begun(content, home, ("human", "search:1:hidden"))
    for _ in range(8):
        match.play(simple_action(match))
    match.close()
    temper = match.seats[1].rpartition(":")[2]

    assert main(["replay", str(match.path)]) == 0
    assert main(["replay", str(match.path), "--json"]) == 0

    said = capsys.readouterr().out
    assert str(SEED) not in said
    assert temper not in said
    assert "search:1:hidden" in said


@pytest.mark.parametrize("form", ["html", "txt", "json", "csv"])
@pytest.mark.parametrize("whole_class", [False, True], ids=["match", "class"])
def test_a_report_of_a_running_match_holds_no_secret(content, home, form, whole_class):
    match = begun(content, home, ("human", "search:1:hidden"))
    while len(match.history) < DECISIONS:
        match.play(simple_action(match))
    match.close()
    out = home / f"report.{form}"
    options = ["--class"] if whole_class else []

    assert main(["report", str(match.path), "--no-rerun", "--out", str(out), *options]) == 0

    told = out.read_text(encoding="utf-8")
    view = [match.view(side) for side in (0, 1)]
    words = Words(content)
    own = {mandate_title(words, one.mandate) for one in view if one.mandate}
    own |= {one.mandate for one in view if one.mandate}
    own |= {card_title(words, card) for one in view for card in one.hand}
    assert not [one for one in (*own, str(SEED)) if one in told]
    assert match.seats[1].rpartition(":")[2] not in told


def test_after_the_end_nothing_is_hidden(content, tmp_path, capsys):
    match = Match.start(content, "first-council", 5, ("greedy", "search:1:hidden"), tmp_path)
    while not match.over:
        match.play(simple_action(match))
    match.close()

    assert main(["replay", str(match.path), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert match.path is not None
    assert told["seed"] == 5
    assert told["russia"] == match.seats[1]
    assert read_journal(match.path).records[-1].payload.startswith("{")
