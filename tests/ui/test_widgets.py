"""The widgets: what they want when they are clicked, typed into and held."""

import pygame
import pytest
from pygame import Rect

from game.ui.draw.card import CardFace
from game.ui.draw.ladder import LadderFace
from game.ui.scene import Scene, Transition
from game.ui.theme import INK, PAPER, PAPER_CONTRAST, PAPER_THEME
from game.ui.widgets.button import Button, HoldButton, IconButton
from game.ui.widgets.card import CardWidget
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.intent import (
    Chosen,
    Edited,
    Held,
    Intent,
    Pressed,
    Refused,
    Submitted,
    Toggled,
)
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.ladder import LadderWidget
from game.ui.widgets.panel import Panel, Rule, Spacer
from game.ui.widgets.row import Fact, MenuRow, Row
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.text_field import TextField
from game.ui.widgets.toggle import Toggle
from game.ui.widgets.track import PreviewRow, TrackRow
from game.ui.widgets.widget import Column, Group, Widget


class Table(Scene):
    """A scene of the widgets it is given, in a column; it notes every wish."""

    def __init__(self, *widgets: Widget, width: int = 400, height: int = 600) -> None:
        super().__init__()
        self.widgets = list(widgets)
        self.room = Rect(40, 40, width, height)
        self.intents: list[Intent] = []

    def build(self) -> Widget:
        return Column("table", self.widgets, gap=12)

    def layout(self, size: tuple[int, int]) -> None:
        self.root.place(self.room, self.theme)

    def on_intent(self, intent: Intent) -> Transition | None:
        self.intents.append(intent)
        return None


def test_a_click_presses_a_button(pilot):
    table = Table(Button("end-turn", "End turn"))

    pilot(table).click("end-turn")

    assert table.intents == [Pressed("end-turn")]


def test_a_press_that_is_let_go_elsewhere_does_nothing(pilot):
    table = Table(Button("end-turn", "End turn"), Button("other", "Other"))
    player = pilot(table)

    player.button_down(player.find("end-turn").rect.center)
    player.app.scene.handle(
        pygame.event.Event(pygame.MOUSEBUTTONUP, pos=player.find("other").rect.center, button=1)
    )

    assert table.intents == []


@pytest.mark.parametrize("button", [2, 3, 4, 5])
def test_only_the_first_mouse_button_clicks(pilot, button):
    table = Table(Button("end-turn", "End turn"))
    player = pilot(table)

    player.click_at(player.find("end-turn").rect.center, button)

    assert table.intents == []


def test_a_turn_of_the_wheel_is_no_click(pilot):
    table = Table(Button("end-turn", "End turn"))
    player = pilot(table)

    player.wheel("end-turn", -2)

    assert table.intents == []


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_presses_what_has_the_focus(pilot, key):
    table = Table(Button("one", "One"), Button("two", "Two"))
    player = pilot(table)

    player.press("Tab")
    player.press("Tab")
    player.press(key)

    assert table.intents == [Pressed("two")]


def test_a_shortcut_presses_its_button_from_anywhere(pilot):
    table = Table(Button("one", "One"), Button("undo", "Undo", key="U"))
    player = pilot(table)
    player.press("Tab")

    player.press("U")

    assert table.intents == [Pressed("undo")]


def test_a_shortcut_works_on_a_cyrillic_layout(pilot):
    table = Table(Button("undo", "Undo", key="U"))
    player = pilot(table)

    event = pygame.event.Event(
        pygame.KEYDOWN, key=ord("г"), mod=0, unicode="г", scancode=pygame.KSCAN_U
    )
    player.app.scene.handle(event)

    assert table.intents == [Pressed("undo")]


def test_what_is_barred_is_reached_by_the_keyboard_and_says_why(pilot):
    table = Table(Button("deploy", "Deploy", why="No operations left"))
    player = pilot(table)

    player.press("Tab")
    player.press("Enter")

    assert table.intents == [Refused("deploy", "No operations left")]
    assert player.hint == "No operations left"


def test_a_hint_shows_after_a_third_of_a_second_under_the_pointer(pilot):
    table = Table(IconButton("help", "help", "Help"), height=60)
    player = pilot(table)
    player.move("help")

    player.settle(0.2)
    assert player.hint == ""
    player.settle(0.2)

    assert player.hint == "Help"


def test_a_hint_shows_at_once_on_focus_and_stays_when_pinned(pilot):
    table = Table(IconButton("help", "help", "Help"), Button("other", "Other"), height=60)
    player = pilot(table)

    player.press("Tab")
    assert player.hint == "Help"
    player.press("I")
    player.press("Tab")
    assert player.focused == "other"
    assert player.hint == "Help"
    player.press("I")

    assert player.hint == ""


def test_a_held_button_acts_after_600_milliseconds(pilot):
    table = Table(HoldButton("lift", "Hold to lift the curtain"))
    player = pilot(table)

    player.hold("Space", 0.5)
    assert table.intents == []
    player.hold("Space", 0.7)

    assert table.intents == [Held("lift")]


def test_a_button_held_with_the_mouse_acts_too(pilot):
    table = Table(HoldButton("lift", "Hold to lift the curtain"))
    player = pilot(table)

    player.button_down(player.find("lift").rect.center)
    player.settle(0.7)

    assert table.intents == [Held("lift")]


def test_arrows_move_the_focus_to_the_nearest_widget_in_their_direction(pilot):
    class Square(Table):
        def build(self):
            return Group("square", [Button(name, name) for name in ("nw", "ne", "sw", "se")])

        def layout(self, size):
            for place, button in enumerate(self.root.children):
                at = (100 + 300 * (place % 2), 100 + 100 * (place // 2))
                button.place(Rect(at, (200, 44)), self.theme)

    player = pilot(Square())
    seen = []
    for key in ("Tab", "Right", "Down", "Left", "Up"):
        player.press(key)
        seen.append(player.focused)

    assert seen == ["nw", "ne", "se", "sw", "nw"]


def test_tab_goes_round_and_shift_tab_back(pilot):
    table = Table(Button("one", "One"), Label("words"), Button("two", "Two"))
    player = pilot(table)
    seen = []
    for mod in (0, 0, 0, pygame.KMOD_SHIFT):
        player.press("Tab", mod)
        seen.append(player.focused)

    assert seen == ["one", "two", "one", "two"]


def test_the_focus_ring_appears_with_the_first_key_and_stays(pilot):
    table = Table(Button("one", "One"))
    player = pilot(table)
    player.click("one")
    assert not table.tree.ring_shown

    player.press("Tab")
    player.click("one")

    assert table.tree.ring_shown


def test_the_focus_ring_is_drawn_three_pixels_away(pilot):
    table = Table(Button("one", "One"))
    player = pilot(table)
    player.press("Tab")
    window = pygame.display.get_surface()
    left = player.find("one").rect.left

    middle = player.find("one").rect.centery

    assert tuple(window.get_at((left - 2, middle)))[:3] == PAPER.page
    assert tuple(window.get_at((left - 5, middle)))[:3] == PAPER.ink


def test_typed_text_lands_at_the_caret(pilot):
    table = Table(TextField("name"))
    player = pilot(table)
    player.click("name")
    player.type("Щука")
    player.press("Home")
    player.type("é")
    player.press("Del")
    player.press("End")
    player.press("Backspace")

    player.press("Enter")

    assert table.intents[-1] == Submitted("name", "éук")
    assert Edited("name", "éЩука") in table.intents


def test_a_letter_typed_into_a_field_is_no_shortcut(pilot):
    table = Table(TextField("name"), Button("undo", "Undo", key="U"))
    player = pilot(table)
    player.click("name")

    player.press("U")

    assert table.intents == []


def test_a_field_takes_no_more_than_its_limit(pilot):
    table = Table(TextField("name", limit=3))
    player = pilot(table)
    player.click("name")

    player.type("12345")

    assert table.intents[-1] == Edited("name", "123")


def test_an_option_is_chosen_by_click_and_by_key(pilot):
    options = [Option("event", "Event"), Option("ops", "3 operations")]
    table = Table(Choice("use", options, "event"))
    player = pilot(table)

    player.click("use:ops")
    player.press("Left")
    player.press("Enter")

    assert table.intents == [Chosen("use", "ops"), Chosen("use", "event")]


def test_a_barred_option_is_refused_with_its_reason(pilot):
    options = [Option("event", "Event", why="The door is closed"), Option("ops", "Operations")]
    table = Table(Choice("use", options, "ops"))
    player = pilot(table)

    player.click("use:event")

    assert table.intents == [Refused("use", "The door is closed")]


def test_a_switch_turns_on_and_off(pilot):
    table = Table(Toggle("sound", "Sound"))
    player = pilot(table)

    player.click("sound")
    player.click("sound")

    assert table.intents == [Toggled("sound", True), Toggled("sound", False)]


def _long_list(count=30):
    rows = [Row(f"row-{number}", f"Row {number}") for number in range(count)]
    return ScrollArea("list", Column(children=rows, gap=4), height=300)


def test_the_wheel_scrolls_what_is_under_the_pointer(pilot):
    area = _long_list()
    player = pilot(Table(area))

    player.wheel("list", -3)

    assert area.offset > 0


def test_the_focus_is_scrolled_into_view(pilot):
    area = _long_list()
    player = pilot(Table(area))
    for _ in range(20):
        player.press("Tab")

    assert player.focused == "row-19"
    assert area.rect.contains(player.find("row-19").rect)


def test_a_long_text_is_scrolled_with_the_keyboard(pilot):
    area = ScrollArea("text", Paragraph("many words " * 200), height=200)
    player = pilot(Table(area))

    player.press("Tab")
    player.press("Down")
    player.press("PageDown")
    far = area.offset
    player.press("Home")

    assert player.focused == "text"
    assert far > 100
    assert area.offset == 0


def test_the_bar_of_a_scroll_area_can_be_dragged(pilot):
    area = _long_list()
    player = pilot(Table(area))
    at = (area.rect.right - 3, area.rect.y + 5)

    player.button_down(at)
    player.move_to((at[0], area.rect.bottom))

    assert area.offset == area.reach


def test_what_is_scrolled_away_cannot_be_clicked(pilot):
    area = _long_list()
    table = Table(area, Button("below", "Below"))
    player = pilot(table)

    player.click("below")

    assert table.intents == [Pressed("below")]


def test_a_card_rises_ten_pixels_under_the_pointer(pilot):
    face = CardFace(
        3, "posture", "Posture", "Chicago declaration", "Coverage +1.", "20 May 2012"
    )
    card = CardWidget("card", face)
    player = pilot(Table(card, width=156), still=False)

    player.move("card")
    player.settle(0.3)

    assert card.shown.y == card.rect.y - 10


def test_a_hidden_widget_is_neither_found_nor_clicked(pilot):
    button = Button("gone", "Gone")
    table = Table(button, Button("here", "Here"))
    player = pilot(table)
    player.press("Tab")
    button.visible = False
    player.tick()

    assert player.ids() == ["table", "here", "toasts", "aside"]
    assert player.focused == ""


LONG = "Продолжительность строительства противоракетного объекта"
FACE = CardFace(
    4,
    "guarantee",
    "Гарантии",
    "Политическая декларация о ненаправленности",
    "Предложите Гарантии +1 обеим сторонам; Россия может отказаться, и тогда Поддержка −1.",
    "20 ноября 2010",
    starred=True,
)


def _all_widgets():
    return [
        Label(LONG),
        Paragraph(f"**{LONG}** and *more of it* " * 2),
        Button("b1", "Primary", primary=True, key="Enter", icon="stamp"),
        Button("b2", "Barred", why="because"),
        IconButton("i1", "settings", "Settings"),
        Row("r1", LONG, LONG, below=True, icon="op-deploy"),
        Row("r2", "Deploy", "Deveselu, Redzikowo or Kürecik, whichever is nearest", "3"),
        Row("r3", "Cooperate", why="Transparency 3 needs Assurance 6; it is 5", value="3"),
        MenuRow("m1", "New game", "hot seat"),
        Fact("f1", LONG, "+3", icon="layers"),
        Toggle("t1", LONG, LONG, icon="eye"),
        Choice("c1", [Option("a", LONG, LONG, "star"), Option("b", "B", "b")], "a"),
        Choice("c2", [Option("a", "English"), Option("b", "Русский")], "a", words=True),
        TextField("x1", "Note"),
        TrackRow("k1", "Assurance", 5, side=0),
        PreviewRow("p1", "Deterrent", 1, -1, side=1, signed=True),
        Rule(heavy=True, air=4),
        Spacer(4),
        Panel("panel", [Label(LONG), Button("b3", "Inside")], side=1),
    ]


@pytest.mark.parametrize("text", [1.0, 1.2, 1.4])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_long_words_and_large_text_make_boxes_grow(pilot, text, size):
    everything = ScrollArea("all", Column(children=_all_widgets(), gap=8), height=600)
    table = Table(everything, width=520)

    player = pilot(table, size=size, text=text)

    player.assert_fits()


@pytest.mark.parametrize("text", [1.0, 1.2, 1.4])
def test_a_card_grows_with_its_words(pilot, text):
    player = pilot(Table(CardWidget("card", FACE), width=156), text=text)

    player.assert_fits()


def _ladder():
    face = LadderFace("Centres", (2, 1), joint_word="joint", preview=(3, 2), locked=True)
    return LadderWidget("ladder", face)


SEEN = [it for it in _all_widgets() if not isinstance(it, Spacer)]
SEEN += [_ladder(), CardWidget("card", FACE)]


@pytest.mark.parametrize("palette", [PAPER, INK, PAPER_CONTRAST], ids=lambda it: it.name)
@pytest.mark.parametrize("widget", SEEN, ids=lambda it: type(it).__name__)
def test_every_widget_can_be_seen_in_every_palette(pilot, widget, palette):
    pilot(Table(widget), palette=palette)
    window = pygame.display.get_surface()

    area = widget.rect
    row = range(area.left, area.right)
    column = range(area.top, area.bottom)
    colours = {tuple(window.get_at((x, y)))[:3] for x in row for y in column}

    assert colours - {palette.page}


def test_the_dump_names_what_is_on_the_screen(pilot):
    player = pilot(Table(Button("end-turn", "End turn"), Button("deploy", "Deploy", why="no")))
    player.press("Tab")

    lines = player.dump().splitlines()

    assert '    Button#end-turn 40,40 400x44 focused "End turn"' in lines
    assert '    Button#deploy 40,96 400x44 barred "Deploy"' in lines


@pytest.mark.parametrize(("room", "a_row"), [(400, 3), (240, 2), (120, 1)])
def test_options_fold_into_rows_where_a_word_would_be_broken(room, a_row):
    options = [Option(label, label) for label in ("slow", "as designed", "fast")]
    choice = Choice("speed", options, "fast")
    choice.place(Rect(10, 10, room, choice.measure(PAPER_THEME, room)), PAPER_THEME)
    rects = [box.rect for box in choice.boxes]
    assert sum(rect.top == rects[0].top for rect in rects) == a_row
    assert all(choice.rect.contains(rect) for rect in rects)
    assert len({rect.height for rect in rects}) == 1
    for box in choice.boxes:
        assert box.rect.height >= box.measure(PAPER_THEME, box.rect.width)


def test_the_checks_find_text_without_room_and_overlaps(pilot):
    class Crowded(Table):
        def layout(self, size):
            for place, button in enumerate(self.root.children):
                button.place(Rect(100 + 30 * place, 100, 60, 44), self.theme)

    player = pilot(
        Crowded(Button("one", "A long label"), Button("two", "B"), Button("three", "C"))
    )

    found = player.problems()

    assert any(line.startswith("Button one needs") for line in found)
    assert "Button one and Button two overlap by (30, 44)" in found


def test_the_checks_find_what_leaves_the_window(pilot):
    class Outside(Table):
        def layout(self, size):
            self.root.children[0].place(Rect(1200, 100, 200, 44), self.theme)

    found = pilot(Outside(Button("one", "One"))).problems()

    assert any("leaves" in line for line in found)


def _key(key: int, place: int, typed: str = "", mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, scancode=place, unicode=typed, mod=mod)


FRENCH = {
    "the digit 1, without Shift": (_key(ord("&"), pygame.KSCAN_1, "&"), "1"),
    "the digit 2, without Shift": (_key(ord("é"), pygame.KSCAN_2, "é"), "2"),
    "the digit 5, with Shift": (_key(ord("("), pygame.KSCAN_5, "5", pygame.KMOD_SHIFT), "5"),
    "a point": (_key(ord(";"), pygame.KSCAN_COMMA, ".", pygame.KMOD_SHIFT), "."),
    "a slash": (_key(ord(":"), pygame.KSCAN_PERIOD, "/", pygame.KMOD_SHIFT), "/"),
    "left of the two": (_key(ord("^"), pygame.KSCAN_LEFTBRACKET), "["),
    "right of the two": (_key(ord("$"), pygame.KSCAN_RIGHTBRACKET, "$"), "]"),
    "the letter A": (_key(pygame.K_a, pygame.KSCAN_Q, "a"), "A"),
    "a minus": (_key(pygame.K_MINUS, pygame.KSCAN_6, "-"), "−"),
}


@pytest.mark.parametrize("name", FRENCH)
def test_keys_of_a_french_keyboard_are_known(name):
    event, label = FRENCH[name]
    every = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789[]+−./", "Enter", "Esc", "Del")
    assert [one for one in every if is_key(event, one)] == [label]


@pytest.mark.parametrize("mod", [pygame.KMOD_CTRL, pygame.KMOD_ALT])
def test_with_ctrl_or_alt_it_is_another_key(mod):
    assert not is_key(_key(pygame.K_1, pygame.KSCAN_1, "1", mod), "1")


def test_a_german_plus_is_no_bracket():
    event = _key(pygame.K_PLUS, pygame.KSCAN_RIGHTBRACKET, "+")
    assert is_key(event, "+")
    assert not is_key(event, "]")


def test_a_key_of_no_known_place_is_none_of_the_named_ones():
    event = pygame.event.Event(pygame.KEYDOWN, key=ord("&"))
    assert not any(is_key(event, label) for label in ("Enter", "Esc", "Tab", "F1", "1", "["))
