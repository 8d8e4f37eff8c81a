"""Reports: what they play, and that their numbers are what was played."""

import json
import re
from collections.abc import Callable
from statistics import fmean
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import game
from game.charts import Figure, Paragraph, Table, html, plain
from game.lab import Crew, Deals, Played, play_all
from game.lab.ablation import AblationPlan
from game.lab.balance import BalancePlan
from game.lab.cards import CardsPlan
from game.lab.compare import ComparePlan
from game.lab.ladder import LadderPlan
from game.lab.seating import Seat, read_seat
from game.lab.strategies import StrategiesPlan
from game.lab.targets import TargetsPlan
from game.lab.telling.ablation_page import ablation_page
from game.lab.telling.balance_page import balance_page
from game.lab.telling.cards_page import cards_page
from game.lab.telling.compare_page import compare_page
from game.lab.telling.ladder_page import ladder_page
from game.lab.telling.strategies_page import strategies_page
from game.players import UnknownSeatError
from game.words import Words
from tests.lab.conftest import SHORT, quiet
from tests.words.pseudo import (
    LANGUAGE,
    WORDS_FOLDER,
    code_messages,
    content_messages,
    has_plain_letters,
    widened,
    write_mo,
)

HARD, SOFT, FAIR = Seat("firm"), Seat("open"), Seat("reciprocator")


def deals(content, count=6, mandates="random"):
    return Deals(content, SHORT, count, 3, mandates)


PLANS: dict[str, Callable[[Any], Any]] = {
    "balance": lambda c: BalancePlan(deals(c), (FAIR, SOFT), swap=True, distrust=True),
    "targets": lambda c: BalancePlan(deals(c, 36, "forced"), (FAIR, FAIR)),
    "table": lambda c: TargetsPlan(deals(c, 3), Seat("search:1"), 2),
    "ladder": lambda c: LadderPlan(deals(c, 3), (FAIR, HARD, Seat("search:1")), (SOFT, FAIR)),
    "strategies": lambda c: StrategiesPlan(deals(c, 4), (HARD, SOFT, FAIR, Seat("random"))),
    "ablation": lambda c: AblationPlan(deals(c, 4), FAIR, ("deploy", "stance-firm")),
    "cards": lambda c: CardsPlan(deals(c, 12), (Seat("random"), FAIR)),
    "compare": lambda c: ComparePlan(deals(c), c, ("one", "other"), (FAIR, HARD)),
}
PAGES = {
    "balance": balance_page,
    "targets": balance_page,
    "table": balance_page,
    "ladder": ladder_page,
    "strategies": strategies_page,
    "ablation": ablation_page,
    "cards": cards_page,
    "compare": compare_page,
}


@pytest.fixture(scope="module")
def done(content):
    """Every plan, what was played for it, and its report."""
    found = {}
    for name, make in PLANS.items():
        plan = make(content)
        played = play_all(plan.fixtures(), [content, content], Crew(), quiet)
        found[name] = (plan, played, plan.told(played))
    return found


@pytest.mark.parametrize("name", PLANS)
def test_a_report_is_read_by_machines(done, name):
    _, _, told = done[name]

    assert json.loads(json.dumps(told)) == told
    assert told["scenario"] == SHORT
    assert told["played"] == told["wanted"]


@pytest.mark.parametrize("name", PLANS)
def test_a_report_is_a_page_that_gives_both_capitals_equal_space(done, name, words):
    _, _, told = done[name]
    page = html(PAGES[name](words, told))

    assert page.startswith("<!DOCTYPE html>")
    assert "None" not in page
    assert "nan" not in page.lower().replace("nano", "")
    assert page.find("NATO") <= page.find("Russia")


@pytest.mark.parametrize("name", PLANS)
def test_a_report_cut_short_is_still_a_report(done, name, words):
    plan, played, _ = done[name]
    for many in (1, len(played.accounts) // 2):
        part = Played(played.accounts[:many], played.wanted)

        told = plan.told(part)

        assert told["played"] == many
        assert str(many) in plain(PAGES[name](words, told))


@pytest.fixture(scope="module")
def pseudo(content, tmp_path_factory):
    """Words of a made language, those of the lab's pages too."""
    folder = tmp_path_factory.mktemp("locale")
    messages = {}
    for place in (WORDS_FOLDER, WORDS_FOLDER.parent / "lab" / "telling"):
        for context, message, plural in (*code_messages(place), *content_messages(content)):
            key = message if plural is None else f"{message}\0{plural}"
            text = "\0".join(widened(part) for part in key.split("\0"))
            messages[f"{context}\4{key}" if context else key] = text
    write_mo(folder / LANGUAGE / "LC_MESSAGES" / "defend-together.mo", messages)
    return Words(content, LANGUAGE, folder=folder)


def texts_of(page):
    """Yield every text of a page but what is there to be copied."""
    yield from (page.title, page.contents, *page.facts)
    for section in page.sections:
        yield section.title
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            if isinstance(block, Figure):
                yield block.caption
                for node in ET.fromstring(block.picture).iter():
                    yield node.text or ""
            table = block.table if isinstance(block, Figure) else block
            if isinstance(table, Table):
                yield from (table.caption, *table.head, *(c for row in table.rows for c in row))


UNTRANSLATED = re.compile(
    r"search:\d|reciprocator|firm|open|random|one|other|(content|ｃｏｎｔｅｎｔ) [0-9a-f]{12}|"
    + re.escape(game.__version__)
)
"""Names that the command line uses, the content's fingerprint and the version."""


@pytest.mark.parametrize("name", PLANS)
def test_words_of_a_report_come_from_the_catalogue(pseudo, done, name):
    _, _, told = done[name]

    texts = list(texts_of(PAGES[name](pseudo, told)))
    escaped = [text for text in texts if has_plain_letters(UNTRANSLATED.sub("", text))]

    assert len(texts) > 50
    assert escaped == []


def test_games_of_one_deal_stand_side_by_side(done):
    for plan, _, _ in done.values():
        order = [fixture.deal for fixture in plan.fixtures()]

        assert order == sorted(order)


def test_balance_counts_what_was_played(done):
    _, played, told = done["balance"]
    main = [a for a in played.accounts if a.fixture.group == "main"]
    ends = told["outcomes"]

    assert told["games"] == len(main) == 6
    assert ends["both"]["value"] + ends["one"]["value"] + ends["neither"][
        "value"
    ] == pytest.approx(1, abs=1e-3)
    assert sum(v["value"] for v in told["verdicts"].values()) == pytest.approx(1, abs=1e-3)
    assert ends["succeeded"]["nato"]["value"] == pytest.approx(
        fmean(a.succeeded(0) for a in main), abs=1e-3
    )
    assert told["utilities"]["russia"]["value"] == pytest.approx(
        fmean(a.utility(1) for a in main), abs=1e-3
    )


def test_balance_tells_success_of_each_mandate_and_pair(done):
    _, _, told = done["targets"]

    assert len(told["mandates"]) == 12
    assert all(one["success"]["n"] == 6 for one in told["mandates"].values())
    assert sum(len(row) for row in told["pairs"].values()) == 36
    assert all(one["both"]["n"] == 1 for row in told["pairs"].values() for one in row.values())


def test_points_by_source_add_up_to_the_points(done):
    _, played, told = done["targets"]
    for slug, sources in told["sources"].items():
        side = 0 if told["mandates"][slug]["side"] == "nato" else 1
        held = [a for a in played.accounts if a.outcome.mandates[side] == slug]
        mean = fmean(a.outcome.points[side] / 10 for a in held)

        assert sum(sources.values()) == pytest.approx(mean, abs=0.06)


def test_a_share_of_games_reaches_a_target_at_its_quantile(done):
    plan, played, told = done["targets"]
    for slug, made in told["calibration"]["targets"].items():
        side = 0 if told["mandates"][slug]["side"] == "nato" else 1
        held = [a for a in played.accounts if a.outcome.mandates[side] == slug]
        reached = [
            a.verdict != "confrontation"
            and side not in a.outcome.fallen
            and a.outcome.points[side] >= made["tenths"]
            for a in held
        ]

        assert fmean(reached) >= 1 - plan.quantile - 1e-9


def test_targets_are_ready_for_the_file_of_a_scenario(done, words):
    _, _, told = done["targets"]
    text = plain(balance_page(words, told))

    assert "\ntargets:\n  shield-first: " in text
    assert text.count(": -") + text.count(": ") > 12


def test_the_table_of_targets_names_every_sample(done):
    _, played, told = done["table"]
    goals = {goal["goal"]: goal for goal in told["goals"]}
    weak = [a for a in played.accounts if a.fixture.seats == ("search:2", "search:2")]

    assert goals["both"]["n"] == 3
    # five times the two deals beside where nobody searches, but no more than there are
    assert goals["weak-confrontation"]["n"] == len(weak) == goals["scripted"]["n"] == 3
    assert goals["firm-confrontation"]["n"] == 4
    assert goals["hawks"]["n"] == told["beside"] == 2
    for goal in goals.values():
        assert goal["met"] == (goal["least"] <= goal["value"] <= goal["most"])


def test_exchanged_seats_are_compared_deal_by_deal(done):
    _, played, told = done["balance"]
    by = {(a.fixture.group, a.fixture.deal): a for a in played.accounts}
    wanted = fmean(
        by["main", deal].utility(0) - by["swapped", deal].utility(1) for deal in range(1, 7)
    )

    assert told["swapped"]["first"]["seat"] == "reciprocator"
    assert told["swapped"]["first"]["nato_less_russia"]["value"] == pytest.approx(
        wanted, abs=1e-3
    )


def test_distrust_is_measured_on_the_same_deals(done):
    _, played, told = done["balance"]
    starts = {
        group: {a.positions[0].assurance for a in played.accounts if a.fixture.group == group}
        for group in ("distrustful", "trustful")
    }
    low, high = told["distrust"]["low"], told["distrust"]["high"]

    assert starts == {"distrustful": {(1, 1)}, "trustful": {(7, 7)}}
    assert told["distrust"]["difference"]["value"] == pytest.approx(
        high["joint_sum"]["value"] - low["joint_sum"]["value"], abs=1e-3
    )


def test_the_ladder_measures_everybody_against_the_same(done):
    plan, played, told = done["ladder"]
    rows = {row["seat"]: row for row in told["rows"]}
    games = [
        (a, a.fixture.seats.index("firm"))
        for a in played.accounts
        if a.fixture.group.startswith("firm ")
    ]

    assert list(rows) == ["reciprocator", "firm", "search:1"]
    assert all(row["games"] == 3 * 2 * 2 for row in rows.values())
    assert rows["firm"]["own"]["value"] == pytest.approx(
        fmean(a.utility(side) for a, side in games), abs=1e-3
    )
    assert rows["firm"]["other"]["value"] == pytest.approx(
        fmean(a.utility(1 - side) for a, side in games), abs=1e-3
    )
    assert set(rows["firm"]["against"]) == {"open", "reciprocator"}
    assert rows["search:1"]["strongest_less_this"]["all"]["value"] == 0
    assert {
        a.fixture.seats for a in played.accounts if a.fixture.group.startswith("firm ")
    } == {
        ("firm", "open"),
        ("open", "firm"),
        ("firm", "reciprocator"),
        ("reciprocator", "firm"),
    }
    assert plan.deals.count == told["whole_deals"]


def test_the_ladder_asks_whether_each_level_is_above_the_one_below(content):
    levels = (Seat("search:2"), Seat("search:1"))
    plan = LadderPlan(deals(content, 2), levels, (FAIR,))
    told = plan.told(play_all(plan.fixtures(), [content], Crew(), quiet))
    rows = {row["seat"]: row["own"]["value"] for row in told["rows"]}
    step, spread = told["goals"]

    assert (step["above"], step["below"]) == ("search:2", "search:1")
    assert step["value"] == pytest.approx(rows["search:2"] - rows["search:1"], abs=1e-3)
    assert step["met"] == (step["low"] > 0)
    assert spread["met"] == (spread["value"] >= spread["least"])


def test_the_matrix_holds_both_sides_of_every_pair(done):
    _, played, told = done["strategies"]
    held = [a for a in played.accounts if a.fixture.seats == ("firm", "open")]
    cell = told["matrix"]["firm"]["open"]

    assert cell["games"] == 4
    assert cell["utility"]["nato"]["value"] == pytest.approx(
        fmean(a.utility(0) for a in held), abs=1e-3
    )
    assert cell["utility"]["russia"]["value"] == pytest.approx(
        fmean(a.utility(1) for a in held), abs=1e-3
    )


def test_to_live_off_another_is_to_gain_what_it_loses(done):
    _, _, told = done["strategies"]

    assert all(row["gains"]["low"] > 0 > row["loses"]["high"] for row in told["exploits"])
    assert all(row["player"] != row["prey"] for row in told["exploits"])


def test_ablation_takes_the_mean_of_both_seats_deal_by_deal(done):
    _, played, told = done["ablation"]
    by = {(a.fixture.group, a.fixture.deal): a for a in played.accounts}
    wanted = fmean(
        by[f"deploy {side}", deal].utility(side) - by["full", deal].utility(side)
        for side in (0, 1)
        for deal in range(1, 5)
    )
    row = next(row for row in told["rows"] if row["denied"] == "deploy")

    assert row["own"]["value"] == pytest.approx(wanted, abs=1e-3)
    assert row["own"]["n"] == 4


def test_cards_are_worth_what_decks_with_them_bring(done):
    _, played, told = done["cards"]
    one = told["cards"]["n-tehran"]
    having = [a.utility(0) for a in played.accounts if "n-tehran" in a.decks[0]]
    lacking = [a.utility(0) for a in played.accounts if "n-tehran" not in a.decks[0]]

    assert one["decks"] == len(having)
    assert one["own"]["value"] == pytest.approx(fmean(having) - fmean(lacking), abs=1e-3)
    assert len(told["cards"]) == 64
    shares = one["event"]["value"] + one["operations"]["value"] + one["down"]["value"]
    assert shares == pytest.approx(1, abs=1e-3)


def test_a_content_compared_with_itself_does_not_differ(done):
    _, _, told = done["compare"]

    assert told["pairs"] == 6
    assert all(one["other_less_one"]["value"] == 0 for one in told["differences"].values())


def test_seats_of_the_lab_may_know_more_or_less():
    assert read_seat("search:3+seeing") == Seat("search:3", "seeing")
    assert read_seat("search:3+unbelieving").name == "search:3+unbelieving"
    assert read_seat("greedy") == Seat("greedy")
    assert read_seat("greedy+noise") == Seat("greedy", "noise")


@pytest.mark.parametrize(
    "name", ["human", "greedy+seeing", "search:3+", "search:3+x", "serch", "firm+noise"]
)
def test_nobody_else_sits_in_the_lab(name):
    with pytest.raises(UnknownSeatError):
        read_seat(name)


def test_who_sees_knows_what_others_do_not(content):
    """Level 3 is blind to beliefs: only what it is dealt can change what it does."""
    plain_plan, seeing = (
        BalancePlan(deals(content, 2), (Seat("search:3", knowledge), FAIR))
        for knowledge in ("", "seeing")
    )
    one, other = (
        play_all(plan.fixtures(), [content], Crew(), quiet).accounts
        for plan in (plain_plan, seeing)
    )

    assert [a.decks for a in one] == [b.decks for b in other]
    assert [a.counts for a in one] != [b.counts for b in other]


def test_noise_makes_greedy_err(content):
    plain_plan, noisy = (
        BalancePlan(deals(content, 2), (Seat("greedy", knowledge), FAIR))
        for knowledge in ("", "noise")
    )
    one, other = (
        play_all(plan.fixtures(), [content], Crew(), quiet).accounts
        for plan in (plain_plan, noisy)
    )

    assert [a.counts for a in one] != [b.counts for b in other]
