"""The facilitator's panel: what it keeps, shows, asks, takes back, and never gives away."""

from pathlib import Path

import pytest

from game.engine import State
from game.engine.fields import HIDDEN
from game.engine.inject import Injection, crises_left, why_not_inject
from game.match import Match, read_journal
from game.match.lesson_record import Asked, Count, Note, Opened, Rewound, lesson_items
from game.match.perspective import SitesView, TableView
from game.teach.debrief import debrief
from game.teach.telling.page import chapters, words_for
from game.ui.lesson.class_screen import ClassScene
from game.ui.lesson.clock import Clock
from game.ui.lesson.inject import InjectScene
from game.ui.lesson.panel import PanelScene
from game.ui.scene import Scene
from game.ui.scenes.branch import BranchScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.pause import PauseScene
from game.ui.scenes.reveal import RevealScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.scenes.watch import WatchScene
from game.ui.sitting import Sitting
from game.ui.theme import INK, PAPER, PAPER_THEME
from game.words import Words, card_title, crisis_title, mandate_title
from tests.ui.board_match import content
from tests.ui.lesson_match import decided, lesson_at, on, run_of, whole
from tests.ui.pilot import Pilot
from tests.ui.test_secrets import _secrets as secrets_alone

PEOPLE = ("human", "human")
END = len(whole().history)


def kept(match: Match, kind: type) -> list[object]:
    return [item for item in match.lesson if isinstance(item, kind)]


# ------------------------------------------------------------------ into and out of it


def test_the_panel_is_one_key_away_in_a_lesson_and_nowhere_else(pilot):
    window = pilot(CurtainScene(lesson_at(decided("actions"), seats=PEOPLE)))
    window.press("F7")
    assert on(window, PanelScene)
    window.press("F7")
    assert on(window, CurtainScene)
    window.assert_fits()
    window.click("panel")
    assert on(window, PanelScene)
    plain = Sitting(Match.branch(whole(), 30, PEOPLE), Words(content()))
    window = pilot(CurtainScene(plain))
    window.press("F7")
    assert on(window, CurtainScene)


def test_the_pause_leads_to_the_panel_in_a_lesson_only(pilot):
    window = pilot(CurtainScene(lesson_at(decided("actions"), seats=PEOPLE)))
    window.press("Esc")
    window.click("panel")
    assert on(window, PanelScene)
    plain = Sitting(Match.branch(whole(), 30, PEOPLE), Words(content()))
    window = pilot(CurtainScene(plain))
    window.press("Esc")
    assert on(window, PauseScene)
    assert "panel" not in window.ids()


def test_from_a_seat_the_way_back_is_behind_its_curtain(pilot):
    sitting = lesson_at(decided("actions"), seats=PEOPLE)
    side = sitting.match.to_move
    assert side is not None
    sitting.lift(side)
    hand = [card_title(sitting.words, card) for card in sitting.view.hand]
    window = pilot(sitting.next_scene())
    assert any(window.sees(title) for title in hand)
    window.press("F7")
    assert sitting.viewer is None
    window.press("Esc")
    assert on(window, CurtainScene)


def test_after_the_verdict_there_is_still_the_panel(pilot):
    window = pilot(VerdictScene(lesson_at(END)))
    window.click("panel")
    assert on(window, PanelScene)
    window.press("Esc")
    assert on(window, VerdictScene)


# --------------------------------------------------------------------- notes and hands


def test_notes_and_hands_are_in_journal_debrief_and_report(pilot, tmp_path: Path):
    sitting = lesson_at(END, folder=tmp_path)
    window = pilot(PanelScene(sitting))
    window.click("note")
    window.type("Russia’s group thought it a bluff. P N R B")
    window.press("Enter")
    window.click("vote:opinions")
    for _ in range(4):
        window.click("count:0:0")
    window.click("count:1:2")
    window.click("keep")
    match = sitting.match
    (note,) = kept(match, Note)
    assert isinstance(note, Note)
    assert note.text == "Russia’s group thought it a bluff. P N R B"
    assert note.number == END
    (count,) = kept(match, Count)
    assert isinstance(count, Count)
    assert count.hands == ((4, 0, 0), (0, 0, 1))
    assert count.kind == "opinions"
    assert run_of(sitting).vote.counted == ((0, 0, 0), (0, 0, 0))
    assert window.sees("Russia’s group thought it a bluff.")
    assert match.path is not None
    assert lesson_items(read_journal(match.path).records) == list(match.lesson)
    found = debrief(match, lesson=match.lesson)
    told = next(one for one in chapters(words_for(found, "en"), found) if one.slug == "lesson")
    assert any(note.text in one.text for one in told.sentences)
    assert "yes 4, unsure 0, no 0" in str(told.parts)


def test_an_empty_note_and_an_empty_count_are_not_kept(pilot):
    sitting = lesson_at(decided("actions"))
    before = sitting.match.lesson
    window = pilot(PanelScene(sitting))
    window.click("note")
    window.type("   ")
    window.press("Enter")
    window.click("keep")
    assert sitting.match.lesson == before
    assert window.sees("No hand was counted.")


def test_hands_are_counted_by_key_and_taken_away(pilot):
    sitting = lesson_at(decided("actions"))
    window = pilot(PanelScene(sitting))
    run = run_of(sitting)
    window.click("count:1:1")
    window.press("2")
    assert run.vote.hands[1][1] == 12
    window.press("+")
    assert run.vote.hands[1][1] == 13
    window.press("-")
    assert run.vote.hands[1][1] == 12
    window.press("Backspace")
    assert run.vote.hands[1][1] == 1
    cell = window.find("count:1:1").rect
    window.click_at((cell.right - 8, cell.centery))
    assert run.vote.hands[1][1] == 0
    cell = window.find("count:0:2").rect
    window.click_at((cell.x + 8, cell.centery))
    assert run.vote.hands[0][2] == 1
    window.click_at((cell.x + 8, cell.centery))
    assert run.vote.hands[0][2] == 0


def test_a_count_on_the_crisis_names_it(pilot):
    sitting = lesson_at(decided("crisis"))
    window = pilot(PanelScene(sitting))
    window.click("count:0:0")
    window.press("H")
    (count,) = kept(sitting.match, Count)
    assert isinstance(count, Count)
    crisis = sitting.match.view(0).crisis
    assert crisis is not None
    assert count.crisis == crisis.slug
    assert count.kind == "stances"


# ------------------------------------------------------------------------- questions


def test_a_question_goes_on_the_class_screen_and_off_again(pilot):
    sitting = lesson_at(decided("crisis"))
    run = run_of(sitting)
    window = pilot(PanelScene(sitting))
    offered = run.offered
    assert offered is not None
    window.click("put")
    assert window.find("put").says() == "Take off the screen"
    assert [item.question for item in kept(sitting.match, Asked)] == [offered.prompt.ask]  # type: ignore[attr-defined]
    window.press("C")
    assert on(window, ClassScene)
    assert window.sees(offered.prompt.ask_in(run.words))
    window.press("Esc")
    window.press("Q")
    assert window.find("put").says() == "Put on the screen"
    window.press("C")
    assert not window.sees(offered.prompt.ask_in(run.words))


def test_the_next_question_is_another_one_and_all_come_round(pilot):
    sitting = lesson_at(decided("crisis"))
    run = run_of(sitting)
    window = pilot(PanelScene(sitting))
    asks = []
    for _ in run.questions:
        assert run.offered is not None
        asks.append(run.offered.prompt.ask)
        window.press(".")
    assert len(set(asks)) == len(asks)
    assert run.offered is not None
    assert run.offered.prompt.ask == asks[0]


def test_questions_of_what_just_happened_come_first_and_those_asked_last() -> None:
    sitting = lesson_at(decided("crisis"))
    run = run_of(sitting)
    questions = run.questions
    numbers = [one.moment.number for one in questions]
    assert numbers == sorted(numbers, reverse=True)
    run.put(questions[0])
    assert run.questions[-1].prompt.ask == questions[0].prompt.ask
    assert run.questions[-1].asked
    own = {one.ask for one in run.lesson.plan.prompts} if run.lesson.plan else set()
    for one in questions:
        assert one.prompt.own == (one.prompt.ask in own)


def test_a_free_lesson_asks_what_fits_any_class() -> None:
    run = run_of(lesson_at(decided("crisis"), plan=""))
    assert run.lesson.plan is None
    assert run.questions
    assert not any(one.prompt.own for one in run.questions)


# ----------------------------------------------------------------------- class screen


def secrets_of(match: Match) -> dict[str, list[str]]:
    words = Words(content())
    views = [match.view(side) for side in (0, 1)]
    return {
        "hands": [card_title(words, card) for view in views for card in view.hand],
        "mandates": [mandate_title(words, view.mandate) for view in views if view.mandate],
    }


def sees_off_the_map(window: Pilot, title: str) -> bool:
    """Say whether a title is seen elsewhere than at a site, which may have the same name."""
    said = (
        one for one in window.scene.tree.walk() if not one.id.startswith(("site:", "name:"))
    )
    return any(title in one.says() for one in said)


@pytest.mark.parametrize("thing", ["hands", "mandates"])
def test_the_class_sees_what_is_opened_and_nothing_else(pilot, thing: str):
    sitting = lesson_at(decided("actions"))
    hidden = secrets_of(sitting.match)
    window = pilot(PanelScene(sitting))
    for shown in (False, True, False):
        window.press("C")
        for name, titles in hidden.items():
            seen = [sees_off_the_map(window, title) for title in titles]
            assert all(seen) if shown and name == thing else not any(seen)
        window.press("Esc")
        window.click(f"show:{thing}")
    opened = kept(sitting.match, Opened)
    assert [item.shown for item in opened] == [True, False, True]  # type: ignore[attr-defined]


def test_the_class_may_be_shown_undeclared_sites_and_no_more() -> None:
    for number in range(END):
        state = whole().truth_after(number)
        table, shown = TableView(state), SitesView(state)
        assert not any(one.undeclared for one in table.sites)
        assert {one.slug for one in shown.sites if one.undeclared} == undeclared(state)
        assert shown.mandate is table.mandate
        assert shown.rival_mandate is table.rival_mandate
        if not state.world.scenario.options.open_hands:
            assert shown.rival_hand == ()


def undeclared(state: State) -> set[str]:
    """Return the sites that stand and are not declared."""
    places = range(len(state.world.sites))
    return {state.world.sites[n].slug for n in places if state.v[HIDDEN] >> n & 1}


def test_history_and_ideas_are_told_to_the_class_unless_switched_off(pilot):
    sitting = lesson_at(decided("crisis"))
    run = run_of(sitting)
    window = pilot(PanelScene(sitting))
    while run.offered is not None and not run.concept(run.offered.prompt):
        window.press(".")
    window.press("Q")
    for shown in (True, False):
        window.press("C")
        assert ("idea" in window.ids()) == shown
        assert ("history" in window.ids()) == shown
        window.press("Esc")
        window.click("history")
        window.click("concepts")


def everything(scene: Scene) -> str:
    """Return all words of a screen, tooltips too."""
    scene.enter()
    scene.look((1280, 720), PAPER_THEME)
    widgets = list(scene.root.walk())
    hints = [f"{one.hint.title} {one.hint.text}" for one in widgets if one.hint is not None]
    return "\n".join([*(one.says() for one in widgets), *hints])


def test_neither_panel_nor_class_screen_tells_a_secret_that_was_not_opened(pilot):
    window = pilot(CurtainScene(lesson_at(decided("actions"), seats=PEOPLE)))
    last = decided("council", 3)
    for done in range(decided("actions", 1), last, 3):
        sitting = lesson_at(done, seats=PEOPLE)
        hidden = [name for side in (0, 1) for name in secrets_alone(sitting, side)]
        assert hidden
        for scene in (PanelScene(sitting), ClassScene(run_of(sitting))):
            told = everything(scene)
            assert [name for name in hidden if name in told] == []
    assert on(window, CurtainScene)


# -------------------------------------------------------------------------- the table


def test_step_and_run_play_the_computers_seats(pilot):
    sitting = lesson_at(decided("actions"))
    before = len(sitting.match.history)
    window = pilot(PanelScene(sitting))
    window.click("step")
    window.settle(0.2)
    assert len(sitting.match.history) == before + 1
    window.settle(2.0)
    assert len(sitting.match.history) == before + 1
    window.press("P")
    window.settle(6.0)
    assert len(sitting.match.history) > before + 2
    window.press("P")
    stopped = len(sitting.match.history)
    window.settle(3.0)
    assert len(sitting.match.history) == stopped


def test_a_crisis_that_is_resolved_from_the_panel_is_shown(pilot):
    sitting = lesson_at(decided("crisis") + 1)
    window = pilot(PanelScene(sitting))
    window.press("N")
    window.settle(0.2)
    assert on(window, RevealScene)
    window.settle(8.0)
    window.press("Enter")
    assert on(window, PanelScene)


def test_a_person_decides_at_the_seat(pilot):
    sitting = lesson_at(decided("actions"), seats=PEOPLE)
    window = pilot(PanelScene(sitting))
    assert "decides at its seat" in window.find("step").why
    assert window.find("run").barred


def test_rewinding_is_asked_about_done_and_noted(pilot, tmp_path: Path):
    sitting = lesson_at(decided("crisis", 2), folder=tmp_path)
    window = pilot(PanelScene(sitting))
    before = len(sitting.match.history)
    window.press("[")
    window.press("[")
    scene = window.scene
    assert isinstance(scene, PanelScene)
    goal = scene.steps[scene.at].first
    window.press("R")
    window.click("rewind:no")
    assert len(sitting.match.history) == before
    window.press("R")
    window.click("rewind:yes")
    assert len(sitting.match.history) == goal
    (noted,) = kept(sitting.match, Rewound)
    assert isinstance(noted, Rewound)
    assert noted.taken == before - goal
    assert noted.number == goal
    window.press("Esc")
    assert on(window, WatchScene)
    window.settle(3.0)
    assert len(sitting.match.history) > goal
    found = debrief(sitting.match, lesson=sitting.match.lesson)
    told = next(one for one in chapters(words_for(found, "en"), found) if one.slug == "lesson")
    line = f"{before - goal} decisions were taken back"
    assert any(line in one.text for one in told.sentences)


def test_a_match_that_is_over_goes_on_after_rewinding(pilot, tmp_path: Path):
    sitting = lesson_at(END, folder=tmp_path)
    window = pilot(VerdictScene(sitting))
    window.press("F7")
    window.press("[")
    window.press("R")
    window.click("rewind:yes")
    assert not sitting.match.over
    window.press("Esc")
    assert on(window, WatchScene)
    window.settle(2.0)
    assert sitting.match.unsaved is None


def test_a_branch_goes_on_with_the_lesson(pilot, tmp_path: Path):
    sitting = lesson_at(decided("crisis", 2), folder=tmp_path)
    window = pilot(PanelScene(sitting))
    window.press("B")
    assert on(window, BranchScene)
    window.press("S")
    assert on(window, WatchScene)
    there = window.scene.sitting
    assert there is not sitting
    assert run_of(there).begun == run_of(sitting).begun
    assert sitting.match.path is not None
    Match.resume(sitting.match.path).close()


def test_sides_are_swapped_on_the_same_deal(pilot, tmp_path: Path):
    sitting = lesson_at(decided("crisis", 2), folder=tmp_path)
    window = pilot(PanelScene(sitting))
    window.press("X")
    window.click("swap:no")
    assert on(window, PanelScene)
    window.press("X")
    window.click("swap:yes")
    assert on(window, WatchScene)
    there = window.scene.sitting.match
    assert there.seats == sitting.match.seats[::-1]
    assert there.seed == sitting.match.seed
    assert not there.history
    assert run_of(window.scene.sitting).begun.swapped
    assert len(list(tmp_path.glob("*.match"))) == 2


# ------------------------------------------------------------------------------ inject


def test_a_crisis_is_injected_and_the_table_and_the_debrief_are_told(pilot):
    sitting = lesson_at(decided("actions"))
    match = sitting.match
    wanted = next(
        slug
        for slug in crises_left(match.truth)
        if why_not_inject(match.truth, Injection("crisis", slug)) is None
    )
    window = pilot(PanelScene(sitting))
    window.press("J")
    assert on(window, InjectScene)
    row = window.find(f"crisis:{wanted}")
    window.scene.tree.focus(row.id)
    window.press("Enter")
    window.click("sure:yes")
    assert on(window, PanelScene)
    crisis = match.view(0).crisis
    assert crisis is not None
    assert crisis.slug == wanted
    title = crisis_title(sitting.words, wanted)
    assert any(title in line.text for line in sitting.news())
    while not match.over:
        match.play(match.computer_action())
    found = debrief(match, lesson=match.lesson)
    told = next(one for one in chapters(words_for(found, "en"), found) if one.slug == "lesson")
    assert any("was injected by the facilitator" in one.text for one in told.sentences)


def test_an_injected_card_is_not_named_to_the_other_side(pilot):
    sitting = lesson_at(decided("actions"), seats=PEOPLE)
    match = sitting.match
    cards = match.truth.world.pools.decks[1]
    slugs = [match.truth.world.cards[card].slug for card in cards]
    wanted = next(
        s for s in slugs if why_not_inject(match.truth, Injection("card", s, 1)) is None
    )
    window = pilot(PanelScene(sitting))
    window.press("J")
    window.click("tab:russia")
    window.scene.tree.focus(f"card:{wanted}")
    window.press("Enter")
    window.click("sure:yes")
    assert wanted in match.view(1).hand
    title = card_title(sitting.words, wanted)
    for side in (None, 0):
        assert not any(title in line.text for line in sitting.log(side))
        assert any("The facilitator gives Russia a card" in x.text for x in sitting.log(side))
    sitting.lift(0)
    news = " ".join(line.text for line in sitting.news())
    assert "The facilitator gives Russia a card" in news
    assert title not in news


def test_a_card_that_is_dealt_is_refused_with_a_reason(pilot):
    sitting = lesson_at(decided("actions"))
    card = sitting.match.view(0).hand[0]
    window = pilot(InjectScene(run_of(sitting)))
    window.click("tab:nato")
    window.scene.tree.focus(f"card:{card}")
    window.press("Enter")
    window.click("sure:yes")
    assert window.sees("Not in the deck any more.")
    assert sitting.match.injections == ()
    window.click("barred:close")
    window.press("Esc")


# ------------------------------------------------------------------------------- clock


def test_no_clock_runs_unless_somebody_starts_it(pilot):
    sitting = lesson_at(decided("actions"))
    window = pilot(PanelScene(sitting))
    clock = run_of(sitting).clock
    window.settle(1.0)
    assert not clock.used
    assert window.find("head").time == ""
    window.press("K")
    assert clock.running
    assert window.find("head").time == "0:00"
    window.press("K")
    assert not clock.running


def test_a_clock_goes_on_where_it_stood() -> None:
    now = 100.0
    clock = Clock(lambda: now)
    clock.toggle()
    now = 161.5
    assert clock.shown == "1:01"
    assert clock.next_change == pytest.approx(0.5)
    clock.toggle()
    now = 500.0
    assert clock.shown == "1:01"
    clock.toggle()
    now = 510.0
    assert clock.shown == "1:11"


# ------------------------------------------------------------------------------ layout


@pytest.mark.parametrize(
    ("size", "large", "palette"),
    [((1280, 720), 1.0, PAPER), ((1280, 720), 1.4, INK), ((1920, 1080), 1.4, PAPER)],
)
@pytest.mark.parametrize("seats", [PEOPLE, ("greedy", "human")])
def test_panel_class_screen_and_injection_fit(pilot, size, large, palette, seats):
    sitting = lesson_at(decided("crisis", 3), seats=seats)
    run = run_of(sitting)
    run.note("Russia’s group thought that the ships were a bluff, and said so twice.")
    run.vote.hands = [[3, 5, 3], [15, 4, 2]]
    run.clock.toggle()
    window = pilot(PanelScene(sitting), size=size, text=large, palette=palette)
    window.assert_fits()
    for thing in ("hands", "mandates", "sites"):
        run.show(thing, shown=True)
    window.press("Q")
    window.assert_fits()
    window.press("C")
    window.assert_fits()
    window.press("Esc")
    window.press("J")
    for tab in ("nato", "russia", "crisis"):
        window.click(f"tab:{tab}")
        window.assert_fits()
