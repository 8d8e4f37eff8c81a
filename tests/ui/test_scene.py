"""Scenes, their stack, and the app that shows them."""

import subprocess
import sys
from dataclasses import dataclass, field

import pygame
import pytest
from pygame import Rect

from game.ui.scene import Home, Pop, Push, Quit, Replace, Scene, Transition
from game.ui.theme import INK, PAPER
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Answered, Intent, Pressed
from game.ui.widgets.toast import Toast
from game.ui.widgets.widget import Group, Widget


@dataclass
class Diary:
    """What happened to scenes, in order."""

    lines: list[str] = field(default_factory=list)


class Page(Scene):
    """A scene with buttons, whose presses lead where the test says."""

    def __init__(
        self, name: str, diary: Diary, ways: dict[str, Transition] | None = None
    ) -> None:
        super().__init__()
        self.name = name
        self.diary = diary
        self.ways: dict[str, Transition] = ways or {}
        self.seconds = 0.0
        self.intents: list[Intent] = []

    def build(self) -> Widget:
        return Group("page", [Button(way, way.title()) for way in (*self.ways, "other")])

    def layout(self, size: tuple[int, int]) -> None:
        for row, button in enumerate(self.root.children):
            button.place(Rect(40, 40 + 60 * row, 240, 44), self.theme)

    def on_intent(self, intent: Intent) -> Transition | None:
        self.intents.append(intent)
        return self.ways.get(intent.id) if isinstance(intent, Pressed) else None

    def passed(self, seconds: float) -> Transition | None:
        self.seconds += seconds
        return None

    def enter(self) -> None:
        self.diary.lines.append(f"{self.name} enters")

    def leave(self) -> None:
        self.diary.lines.append(f"{self.name} leaves")

    def pause(self) -> None:
        self.diary.lines.append(f"{self.name} pauses")

    def resume(self, result: object) -> None:
        self.diary.lines.append(f"{self.name} resumes with {result}")


class Listening(Page):
    """A page that notes every key that no widget wants."""

    def __init__(self, name: str, diary: Diary) -> None:
        super().__init__(name, diary)
        self.keys: list[int] = []

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        if event.type == pygame.KEYDOWN:
            self.keys.append(event.key)
        return None


@pytest.fixture
def diary():
    return Diary()


def test_a_pushed_scene_pauses_the_one_below_and_hands_it_a_result(pilot, diary):
    above = Page("above", diary, {"back": Pop("seven")})
    player = pilot(Page("below", diary, {"on": Push(above)}))

    player.click("on")
    player.click("back")

    assert diary.lines == [
        "below enters",
        "below pauses",
        "above enters",
        "above leaves",
        "below resumes with seven",
    ]


def test_the_clock_of_a_covered_scene_stands_still(pilot, diary):
    below = Page("below", diary, {"on": Push(Page("above", diary))})
    player = pilot(below)
    player.click("on")
    before = below.seconds

    player.settle(1.0)

    assert below.seconds == before


def test_a_replaced_scene_leaves(pilot, diary):
    player = pilot(Page("first", diary, {"on": Replace(Page("second", diary))}))

    player.click("on")

    assert diary.lines == ["first enters", "first leaves", "second enters"]


def test_home_leads_back_to_the_first_scene(pilot, diary):
    third = Page("third", diary, {"home": Home()})
    second = Page("second", diary, {"on": Push(third)})
    first = Page("first", diary, {"on": Push(second)})
    player = pilot(first)

    player.click("on")
    player.click("on")
    player.click("home")

    assert player.scene is first


def test_quitting_leaves_every_scene_from_the_top(pilot, diary):
    above = Page("above", diary, {"quit": Quit()})
    player = pilot(Page("below", diary, {"on": Push(above)}))
    player.click("on")

    player.click("quit")
    player.close()

    assert not player.app.running
    assert diary.lines[-2:] == ["above leaves", "below leaves"]


def test_a_request_of_the_system_to_end_ends_the_game(pilot, diary):
    player = pilot(Page("only", diary))

    pygame.event.post(pygame.event.Event(pygame.QUIT))
    player.tick()

    assert not player.app.running


def test_the_window_takes_events_in_their_order(pilot, diary):
    page = Page("page", diary)
    player = pilot(page)
    at = player.find("other").rect.center
    for kind, fields in (
        (pygame.MOUSEMOTION, {"rel": (0, 0), "buttons": (0, 0, 0)}),
        (pygame.MOUSEBUTTONDOWN, {"button": 1}),
        (pygame.MOUSEBUTTONUP, {"button": 1}),
        (pygame.QUIT, {}),
    ):
        pygame.event.post(pygame.event.Event(kind, {**fields, "pos": at}))

    player.app.run()

    assert page.intents == [Pressed("other")]
    assert diary.lines == ["page enters", "page leaves"]


def test_a_key_meant_for_one_screen_decides_nothing_on_the_next(pilot, diary):
    above = Listening("above", diary)
    player = pilot(Page("below", diary, {"on": Push(above)}))
    player.scene.focus("on")

    for _ in range(2):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0))
    player.tick()

    assert player.scene is above
    assert above.keys == []
    player.press("Enter")  # seen by now
    assert above.keys == [pygame.K_RETURN]


def test_a_click_meant_for_one_screen_decides_nothing_on_one_that_comes_by_itself(pilot, diary):
    above = Page("above", diary)
    player = pilot(Page("below", diary))
    player.scene.passed = lambda seconds: Push(above)
    at = player.find("other").rect.center

    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.event.Event(kind, pos=at, button=1))
    player.tick()

    assert player.scene is above
    assert above.intents == []


def test_the_last_scene_that_goes_ends_the_game(pilot, diary):
    player = pilot(Page("only", diary, {"back": Pop()}))

    player.click("back")

    assert not player.app.running


def _question():
    answers = [("keep", "Keep"), ("go", "Go")]
    return Dialog("pledge", "Break it?", "Tension +2.", answers, "keep")


def test_a_question_takes_every_event_until_it_is_answered(pilot, diary):
    page = Page("page", diary)
    player = pilot(page)
    page.ask(_question())

    player.click_at((60, 50))

    assert page.intents == []
    assert player.focused == "pledge:keep"

    player.click("pledge:go")

    assert page.intents == [Answered("pledge", "go")]
    assert page.dialog is None


def test_a_question_lets_go_of_the_button_that_was_held_when_it_came(pilot, diary):
    page = Page("page", diary)
    player = pilot(page)
    player.button_down(player.find("other").rect.center)
    held = player.find("other")
    assert held.pressed

    page.ask(_question())

    assert not held.pressed
    player.press("Esc")
    assert page.intents == [Answered("pledge", "keep")]


def test_escape_answers_a_question_safely(pilot, diary):
    page = Page("page", diary)
    player = pilot(page)
    page.ask(_question())

    player.press("Esc")

    assert page.intents == [Answered("pledge", "keep")]


def test_news_go_after_four_seconds_and_are_three_at_most(pilot, diary):
    page = Page("page", diary)
    player = pilot(page)
    for number in range(4):
        page.tell(Toast(f"news {number}", side=number % 2))

    assert player.sees("news 1 | news 2 | news 3")

    player.settle(4.1)

    assert not player.sees("news")


def test_a_scene_built_anew_keeps_the_focus_by_id(pilot, diary):
    page = Page("page", diary)
    player = pilot(page)
    player.press("Tab")

    page.rebuild()

    assert player.focused == "other"


def test_a_scene_built_anew_knows_what_is_under_the_pointer(pilot, diary):
    page = Page("page", diary)
    player = pilot(page)
    player.move("other")

    page.rebuild()

    assert player.find("other").hovered


def test_a_screen_change_fades_unless_motion_is_reduced(pilot, diary):
    moving = pilot(Page("one", diary, {"on": Replace(Page("two", diary))}), still=False)
    moving.click("on")
    assert moving.app.fading
    moving.settle(0.3)
    assert not moving.app.fading

    still = pilot(Page("three", diary, {"on": Replace(Page("four", diary))}), still=True)
    still.click("on")
    assert not still.app.fading


@pytest.mark.parametrize(
    ("size", "logical", "scale"),
    [
        ((1280, 720), (1280, 720), 1.0),
        ((1920, 1080), (1280, 720), 1.5),
        ((1600, 720), (1600, 720), 1.0),
        ((1280, 960), (1280, 960), 1.0),
        ((2560, 1200), (1536, 720), 5 / 3),
    ],
)
def test_spare_room_of_the_window_is_there_to_use(pilot, diary, size, logical, scale):
    player = pilot(Page("page", diary), size=size)

    assert player.app.size == logical
    assert player.app.theme.scale == pytest.approx(scale)


def test_a_click_lands_where_it_should_at_any_size(pilot, diary):
    page = Page("page", diary)
    player = pilot(page, size=(1600, 900))

    player.click("other")

    assert page.intents == [Pressed("other")]


def test_f10_turns_paper_into_ink_and_back(pilot, diary):
    player = pilot(Page("page", diary))
    heard = []
    player.app.preferences.listen(lambda _: heard.append(player.app.theme.palette))

    player.press("F10")
    player.press("F10")

    assert heard == [INK, PAPER]


def test_text_grows_and_shrinks_between_100_and_140_percent(pilot, diary):
    player = pilot(Page("page", diary))
    sizes = []
    for label in "+++--":
        player.press(label, pygame.KMOD_CTRL)
        sizes.append(player.app.theme.text)

    assert sizes == [1.2, 1.4, 1.4, 1.2, 1.0]


def test_no_screen_is_said_in_one_line():
    code = "from game.ui.display import open_display; open_display()"
    env = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
    found = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False
    )

    assert "NoScreenError: no screen to open a window on" in found.stderr.splitlines()[-1]


def test_news_hang_or_stand_in_their_room(pilot, diary):
    page = Page("page", diary)
    player = pilot(page)
    page.tell(Toast("Round 2 begins.", icon="clock"))
    page.toasts.place(pygame.Rect(100, 100, 200, 300), page.theme)
    panel = page.theme.palette.panel

    player.tick()
    assert player.app._window.get_at((200, 390)) == panel
    page.toasts.hanging = True
    page.damage.whole()
    player.tick()
    assert player.app._window.get_at((200, 108)) == panel
