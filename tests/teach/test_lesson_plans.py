"""Each plan walked through in the program: its deal, its minutes, its hand-outs, its report."""

import functools
import re
from statistics import mean

import pytest

from game.charts import Page, Paragraph, Section, Table, html, plain
from game.content import load_content
from game.content.laws.lessons import MINUTES_A_ROUND
from game.content.lesson_words import CONCEPTS, HANDOUTS, HandoutName, RoomName
from game.content.lessons import load_lessons
from game.match.lesson_record import LessonBegun
from game.teach.classes import SEATS, class_deal, decode, encode
from game.teach.debrief import debrief
from game.teach.handouts import desk_for, handout_page, plan_page
from game.teach.telling.page import chapters
from game.teach.triggers import triggered
from game.words import Words
from tests.teach.conftest import play

PLANS = tuple(load_lessons(load_content()).plans)
SECONDS_A_DECISION: dict[RoomName, int] = {"tables": 27, "projector": 40}
"""What two beginners at a table, and a class that shows hands, are taken to need."""


@pytest.fixture(scope="module")
def lessons(content):
    return load_lessons(content)


@pytest.fixture(scope="module")
def matches(content):
    """Two matches of each scenario, of players that don't play alike."""

    @functools.cache
    def of_scenario(scenario):
        seats = ("greedy", "reciprocator"), ("reciprocator", "open")
        return [play(content, scenario, seed, pair) for seed, pair in enumerate(seats)]

    return of_scenario


def tables(section: Section) -> list[Table]:
    return [block for block in section.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("slug", PLANS)
def test_a_plan_has_a_class_code_that_deals_its_match(content, lessons, slug):
    plan = lessons.plans[slug]
    deal = class_deal(content, plan.scenario, (plan.nato, plan.russia), 5)

    assert decode(content, encode(content, deal)) == deal
    assert {plan.nato, plan.russia} <= {*SEATS}


@pytest.mark.parametrize("slug", PLANS)
def test_the_minutes_of_a_plan_suffice_for_its_decisions(lessons, matches, slug):
    plan = lessons.plans[slug]
    played = [len(match.history) for match in matches(plan.scenario)]
    minutes = sum(step.minutes for step in plan.steps if step.kind == "play")

    needed = mean(played) * plan.matches * SECONDS_A_DECISION[plan.room] / 60

    assert minutes >= needed, (minutes, needed)


def test_the_least_time_of_a_round_is_that_of_its_decisions(lessons, matches):
    for plan in lessons.plans.values():
        rounds = [len(m.history) / m.positions[-1].round for m in matches(plan.scenario)]
        assert MINUTES_A_ROUND[plan.room] * 60 >= mean(rounds) * SECONDS_A_DECISION[plan.room]


@pytest.mark.parametrize("slug", PLANS)
def test_a_match_of_a_plan_brings_moments_at_which_it_asks(lessons, matches, slug):
    plan = lessons.plans[slug]

    come = {one.word for match in matches(plan.scenario) for one in triggered(match)}

    assert len(come & {prompt.when for prompt in plan.prompts}) >= 3


@pytest.mark.parametrize("slug", PLANS)
def test_the_report_of_a_lesson_asks_the_plans_questions(content, matches, lessons, slug):
    plan = lessons.plans[slug]
    words = Words(content)
    begun = (LessonBegun(plan=slug, group="10B", code="", swapped=False),)

    for match in matches(plan.scenario):
        told = chapters(words, debrief(match, lesson=begun))
        [asked] = [chapter for chapter in told if chapter.slug == "questions"]
        texts = [part.text for part in asked.parts if isinstance(part, Paragraph)]
        assert texts == list(plan.debrief)


def test_a_report_asks_about_moments_that_came_and_names_their_entries(content, whole):
    come = {(one.number, one.round) for one in triggered(whole)}

    told = chapters(Words(content), debrief(whole))

    [asked] = [chapter for chapter in told if chapter.slug == "questions"]
    of_moments = [one for one in asked.sentences if re.match(r"Round \d\. ", one.text)]
    assert len(of_moments) == 3
    for one in of_moments:
        assert (one.rests[0], int(one.text[6])) in come


@pytest.mark.parametrize("slug", PLANS)
def test_a_plans_page_holds_all_that_a_teacher_needs(content, lessons, slug):
    plan = lessons.plans[slug]

    page = plain(plan_page(desk_for(content, lessons, "en", plan.scenario, plan)))

    texts = [*plan.aims, *plan.before, *plan.seating, *plan.debrief]
    texts += [part.text for part in plan.steps] + [prompt.ask for prompt in plan.prompts]
    assert [text for text in texts if text not in page] == []
    assert f"{plan.minutes - plan.steps[-1].minutes}–{plan.minutes}" in page


@pytest.mark.parametrize("name", HANDOUTS)
@pytest.mark.parametrize("scenario", ["first-council", "long-negotiation", "sectoral-defence"])
def test_every_hand_out_is_a_whole_page_for_any_scenario(content, lessons, name, scenario):
    page = html(handout_page(desk_for(content, lessons, "en", scenario), name))

    assert page.startswith("<!DOCTYPE html>")
    assert ("<nav" in page) == (name == "rulebook")
    assert re.search(r"\{[a-z_.+|:]+\}", page.split("</style>")[1]) is None


def test_the_card_lists_hold_every_card_and_source_once(content, lessons):
    here = desk_for(content, lessons, "en", "long-negotiation")

    lists: tuple[tuple[HandoutName, str], ...] = (
        ("cards-nato", "nato"),
        ("cards-russia", "russia"),
    )
    for name, side in lists:
        by_kind, sources = handout_page(here, name).sections
        cards = [row for table in tables(by_kind) for row in table.rows]
        mine = [card for card in content.cards.values() if card.side == side]
        assert sorted(row[0] for row in cards) == sorted(card.title for card in mine)
        [listed] = tables(sources)
        used = {slug for card in mine for slug in card.sources}
        titles = sorted(content.sources[slug].title for slug in used)
        assert sorted(row[1] for row in listed.rows) == titles
        numbers = {row[0] for row in listed.rows}
        assert all(set(row[4].split(", ")) <= numbers for row in cards if row[4])


def test_the_sheet_of_ideas_says_of_each_when_it_shows(content, lessons):
    page = handout_page(desk_for(content, lessons, "en", "first-council"), "ideas")

    [table] = [table for section in page.sections for table in tables(section)]
    assert len(table.rows) == len(CONCEPTS)
    assert all(cell for row in table.rows for cell in row)


def test_the_worksheet_has_a_row_a_round_and_the_key_an_answer_a_task(content, lessons):
    here = desk_for(content, lessons, "en", "long-negotiation")

    rounds, tasks = handout_page(here, "worksheet").sections
    answers, _ = handout_page(here, "key").sections

    assert len(tables(rounds)[0].rows) == 9
    assert len(tasks.blocks) == len(answers.blocks)


def test_both_briefs_have_the_same_headings_but_for_the_others_name(content, lessons):
    here = desk_for(content, lessons, "en", "first-council")

    nato: Page = handout_page(here, "brief-nato")
    russia: Page = handout_page(here, "brief-russia")

    other = {"How it looks from Moscow": "How it looks from Brussels"}
    heads = [other.get(section.title, section.title) for section in nato.sections]
    assert heads == [section.title for section in russia.sections]
