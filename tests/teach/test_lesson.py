"""What a facilitator did is told by debrief, report, class report and terminal, and is true."""

import io
import json
from dataclasses import replace

import pytest

from game.charts import html, plain
from game.cli import main
from game.engine.events import CrisisSet, HandedOut
from game.engine.inject import Injection, crises_left, why_not_inject
from game.match import Match
from game.match.lesson_record import (
    Asked,
    Count,
    LessonBegun,
    Note,
    Opened,
    Rewound,
)
from game.teach.class_results import class_results
from game.teach.class_values import COLUMNS, class_rows
from game.teach.debrief import debrief, put_in
from game.teach.gathering import gather
from game.teach.prompts import general_prompt, prompts_at, prompts_of, shipped_lessons
from game.teach.telling.class_page import class_page
from game.teach.telling.lesson import lesson_lines
from game.teach.telling.page import chapters, debrief_page, words_for
from game.teach.values import debrief_rows, debrief_values
from game.words import card_title, crisis_title
from tests.teach.conftest import play

SCENARIO = "lisbon-to-chicago"
NOTE = "Russia’s group thought it was a bluff."


def crisis_of(match):
    injections = [Injection("crisis", slug) for slug in crises_left(match.truth)]
    return next(one for one in injections if why_not_inject(match.truth, one) is None)


def card_of(match, side):
    state = match.truth
    slugs = [state.world.cards[card].slug for card in state.world.pools.decks[side]]
    injections = [Injection("card", slug, side) for slug in slugs]
    return next(one for one in injections if why_not_inject(match.truth, one) is None)


def taught(content, folder, *, over=True, name="lesson.match"):
    """A match of a lesson with all that a facilitator can do in it."""
    match = Match.start(
        content, SCENARIO, 5, ("greedy", "reciprocator"), folder, name=name, durable=False
    )
    plan = shipped_lessons().plans["security-dilemma-45"]
    match.note_lesson(LessonBegun(plan.slug, "10B", "0000-0000-0000", swapped=True))
    while match.truth.phase != "actions":
        match.play(match.computer_action())
    match.inject(crisis_of(match))
    match.inject(card_of(match, 0))
    here = len(match.history)
    for _ in range(3):
        match.play(match.computer_action())
    match.rewind(here + 1)
    match.note_lesson(Rewound(here + 1, 1, 2))
    match.note_lesson(Asked(here + 1, 1, plan.prompts[0].when, plan.prompts[0].ask))
    match.note_lesson(
        Count(here + 1, 1, "opinions", plan.prompts[0].ask, "", ((4, 0, 1), (2, 3, 0)))
    )
    crisis = match.view(0).crisis
    assert crisis is not None
    match.note_lesson(Count(here + 1, 1, "stances", "", crisis.slug, ((3, 5, 3), (5, 4, 2))))
    match.note_lesson(Opened(here + 1, 1, "hands", shown=True))
    match.note_lesson(Note(here + 1, 1, NOTE))
    while over and not match.over:
        match.play(match.computer_action())
    match.close()
    return match


@pytest.fixture(scope="module")
def match(content, tmp_path_factory):
    return taught(content, tmp_path_factory.mktemp("lesson"))


def told_by(match, *, secrets=False):
    found = debrief(match, secrets=secrets, lesson=match.lesson)
    words = words_for(found, "en")
    there = {one.slug: one for one in chapters(words, found)}
    return found, words, there


def test_a_match_without_a_facilitator_has_no_such_chapter(whole):
    assert "lesson" not in told_by(whole)[2]
    assert lesson_lines(words_for(debrief(whole), "en"), debrief(whole)) == []


def test_everything_a_facilitator_did_is_told_with_its_entry(match):
    found, words, there = told_by(match)
    chapter = there["lesson"]
    said = {one.text: one.rests for one in chapter.sentences}
    (crisis_number, crisis), (card_number, card) = match.injections
    title = crisis_title(words, crisis.slug)
    line = f"The crisis “{title}” of round 1 was injected by the facilitator."
    assert said[line] == (crisis_number,)
    title = card_title(words, card.slug)
    line = f"In round 1 the card “{title}” for NATO was injected by the facilitator."
    assert said[line] == (card_number,)
    number = card_number + 1
    line = "The facilitator went back to round 1: 2 decisions were taken back."
    assert said[line] == (number,)
    assert said["In round 1 the facilitator showed the class both hands."] == (number,)
    assert said[f"Note of the facilitator, Round 1: {NOTE}"] == (number,)
    assert "The delegations had changed sides on this deal." in said
    text = plain(debrief_page(words, found))
    assert "yes 4, unsure 0, no 1" in text
    assert "firm 5, measured 4, open 2" in text
    plan = shipped_lessons().plans["security-dilemma-45"]
    assert text.count(plan.prompts[0].ask) >= 2
    assert f"“{plan.title}”" in text


def test_what_was_put_in_is_what_the_journal_holds(match):
    found = debrief(match)
    events = [one.event for one in put_in(found)]
    assert [type(one) for one in events] == [CrisisSet, HandedOut]
    assert [one.number for one in put_in(found)] == [number for number, _ in match.injections]


def test_while_a_match_goes_on_an_injected_card_is_not_named(content, tmp_path):
    going = taught(content, tmp_path, over=False)
    _, words, there = told_by(going)
    title = card_title(words, going.injections[1][1].slug)
    assert not any(title in one.text for one in there["lesson"].sentences)
    assert any("a card for NATO was injected" in one.text for one in there["lesson"].sentences)
    told = told_by(going, secrets=True)[2]["lesson"]
    assert any(title in one.text for one in told.sentences)


def test_notes_counts_and_injections_are_in_json_and_csv(match):
    found, words, there = told_by(match)
    values = debrief_values(words, found, tuple(there.values()))
    assert [one["what"] for one in values["lesson"]] == [one.what for one in match.lesson]
    assert [one["number"] for one in values["injected"]] == [n for n, _ in match.injections]
    json.dumps(values)
    rows = debrief_rows(values)
    assert any(row[0] == "lesson" and NOTE in row for row in rows)
    assert any(row[0] == "injected" for row in rows)


def test_the_class_report_tells_it_by_table(content, words, tmp_path):
    taught(content, tmp_path, name="a.match")
    play(content, SCENARIO, 5, ("open", "firm"), tmp_path, name="b.match")
    results = class_results(gather([tmp_path]), ["Table 1", "Table 2"])
    page = html(class_page(words, results))
    assert f"Table 1: Note of the facilitator, Round 1: {NOTE}" in page
    assert "What facilitators did" in page
    assert "10B" not in page
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in class_rows(results)]
    assert [rows[0][name] for name in ("injected", "taken_back", "notes")] == ["2", "2", "1"]
    assert [rows[1][name] for name in ("injected", "taken_back", "notes")] == ["", "", ""]


def test_the_command_line_reports_a_lesson(content, tmp_path, capsys):
    taught(content, tmp_path)
    assert main(["report", str(tmp_path / "lesson.match"), "--no-rerun", "--games", "0"]) == 0
    out = capsys.readouterr().out
    assert NOTE in out
    assert "was injected by the facilitator" in out


def test_the_terminal_tells_a_lesson_when_it_is_resumed(content, tmp_path, capsys, monkeypatch):
    going = taught(content, tmp_path, over=False)
    title = card_title(words_for(debrief(going), "en"), going.injections[1][1].slug)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    main(["text", "--resume", str(tmp_path / "lesson.match")])
    head = capsys.readouterr().out
    assert NOTE in head
    begun = head.index("The lesson")
    assert title not in head[begun : head.index(NOTE)]


def test_replaying_a_lesson_from_the_command_line_finds_it_as_recorded(
    content, tmp_path, capsys
):
    match = taught(content, tmp_path)
    assert main(["replay", str(tmp_path / "lesson.match")]) == 0
    out = capsys.readouterr().out
    assert f"{len(match.history) + 2} decisions replayed" in out
    assert "every event is as it was recorded" in out


def test_two_questions_of_a_plan_for_one_moment_are_two_questions():
    lessons = shipped_lessons()
    plan = lessons.plans["security-dilemma-45"]
    first = plan.prompts[0]
    second = replace(first, ask="And now?")
    twice = replace(plan, prompts=(first, second))

    assert [one.ask for one in prompts_of(lessons, twice)] == [first.ask, "And now?"]
    asked = prompts_at(lessons, twice, first.when)
    assert [one.ask for one in asked] == [first.ask, "And now?"]
    assert all(one.own for one in asked)
    assert not general_prompt(lessons, first.when).own
