"""A lesson begins: a plan or a free lesson, the class, and the word that salts its deal."""

from typing import Final

import pygame
from pygame import Rect

from game.content import Content
from game.content.lesson_specs import LessonSpec
from game.match import HUMAN
from game.match.lesson_record import LessonBegun
from game.paths import UserFolderError
from game.teach.classes import ClassCodeError, ClassDeal, class_deal, decode, encode, salt_of
from game.teach.prompts import all_plans
from game.ui.board.ring_room import RING, RingRoom
from game.ui.desk import Desk
from game.ui.layout import cut_bottom, cut_left, inset
from game.ui.lesson.hand_out import hand_out
from game.ui.lesson.panel import PanelScene
from game.ui.lesson.plan_page import plan_page
from game.ui.scene import Pop, Replace, Transition
from game.ui.scenes.new_game import PickRow
from game.ui.scenes.page import Page
from game.ui.sitting import Sitting
from game.ui.theme import BODY, HEADING, NOTE, SCREEN_TITLE
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Edited, Intent, Pressed, Submitted, Toggled
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Rule, Spacer
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.text_field import TextField
from game.ui.widgets.toggle import Toggle
from game.ui.widgets.widget import Column, Group, Widget
from game.words import Words, scenario_facts, scenario_title

FREE: Final = "free"
_FREE_SCENARIO: Final = "lisbon-to-chicago"
_MARGIN: Final = 36
_LEFT_SHARE: Final = 0.4
_CODE: Final = 20


class LessonStartScene(Page):
    """Plans left, the one that is picked right, and below it the class.

    Attributes:
        plan: The slug of the plan that is picked; `FREE` for none.
        scenario: What a free lesson plays.
        group: What the class is called; may stay empty.
        salt: The word that makes the deal; without one chance makes it.
        code: A class code that somebody handed out, as typed.
        predictions: Whether both delegations seal what they expect of each other.
    """

    framed = False

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.contents = desk.contents()
        found = all_plans(self.contents)
        self.plans = {slug: plan for slug, (_, plan) in found.items()}
        self._played_with = {slug: content for slug, (content, _) in found.items()}
        self.plan = next(iter(self.plans), FREE)
        there = tuple(desk.content.scenarios)
        self.scenario = _FREE_SCENARIO if _FREE_SCENARIO in there else there[0]
        self.group = self.salt = self.code = ""
        self.predictions = self._asked_for_predictions()
        self.start = f"plan:{self.plan}"
        self._chance = salt_of(None)

    @property
    def spec(self) -> LessonSpec | None:
        """The plan that is picked, if one is."""
        return self.plans.get(self.plan)

    @property
    def content(self) -> Content:
        """What is played with: the game's own content, or that of the plan's pack."""
        return self._played_with.get(self.plan, self.desk.content)

    @property
    def deal(self) -> ClassDeal:
        """What every table of the class is dealt."""
        spec = self.spec
        scenario = self.scenario if spec is None else spec.scenario
        seats = (HUMAN, HUMAN) if spec is None else (spec.nato, spec.russia)
        salt = salt_of(self.salt) if self.salt.strip() else self._chance
        return class_deal(self.content, scenario, seats, salt)

    def build(self) -> Widget:
        """Return the plans, the picked one, the fields and the ways on."""
        words = self.desk.words
        rolled = ScrollArea("plans", RingRoom(Column("", self._rows(), gap=6)))
        about = ScrollArea("about", Column("", self._about(), gap=8))
        return Group(
            "lesson",
            [
                Label(words.text("A lesson"), SCREEN_TITLE),
                rolled,
                about,
                Label(words.text("Class"), HEADING),
                TextField("group", self.group, empty=words.text("may stay empty"), limit=40),
                Label(words.text("Word for the deal"), HEADING),
                TextField("salt", self.salt, empty=words.text("by chance"), limit=40),
                Label(self._told_code(), BODY, ident="told-code"),
                Button("start", words.text("Start"), icon="play", key="S", primary=True),
                Button("back", words.text("Back"), key="Esc"),
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place the plans left, all else right."""
        theme, area = self.theme, inset(Rect(0, 0, *size), _MARGIN, 28)
        title, plans, about, *fields, code, start, back = self.root.children
        title.place(Rect(area.x, area.y, area.width, title.measure(theme, area.width)), theme)
        top = title.rect.bottom + 10
        body = Rect(area.x, top, area.width, area.bottom - top)
        left, right = cut_left(body, round(body.width * _LEFT_SHARE), 32)
        plans.place(left.inflate(2 * RING, 0), theme)
        high = max(50, start.measure(theme, 0))
        foot, right = cut_bottom(right, high, 12)
        edge = foot.right
        for button in (start, back):
            wide = button.natural_width(theme) + 30 if isinstance(button, Button) else 0
            button.place(Rect(edge - wide, foot.y, wide, high), theme)
            edge -= wide + 12
        tall = code.measure(theme, right.width)
        line, right = cut_bottom(right, tall, 8)
        code.place(line, theme)
        right = self._place_fields(right, fields)
        about.place(right, theme)

    def _place_fields(self, room: Rect, fields: list[Widget]) -> Rect:
        """Place both fields side by side, each below its name; return what is left above."""
        theme = self.theme
        high = fields[1].measure(theme, 0)
        line = max(fields[0].measure(theme, 400), fields[2].measure(theme, 400))
        part, rest = cut_bottom(room, high + line + 4, 12)
        half = (part.width - 20) // 2
        for number in (0, 1):
            left = part.x + number * (half + 20)
            name, field = fields[2 * number : 2 * number + 2]
            name.place(Rect(left, part.y, half, line), theme)
            field.place(Rect(left, part.bottom - high, half, high), theme)
        return rest

    def on_intent(self, intent: Intent) -> Transition | None:
        """Pick, type, begin, join, or go back."""
        match intent:
            case Edited(ident, text) | Submitted(ident, text):
                return self._typed(ident, text, done=isinstance(intent, Submitted))
            case Toggled("predictions", on):
                self.predictions = on
            case Pressed("start"):
                return self.begin(self.deal, self.plan if self.spec else "")
            case Pressed("join"):
                return self._join()
            case Pressed("back"):
                return Pop()
            case Pressed("handouts") if self.spec is not None:
                self.ask(hand_out(self.desk, self.spec))
            case Pressed(ident):
                kind, _, value = ident.partition(":")
                if kind == "plan":
                    self.plan = value
                    self.predictions = self._asked_for_predictions()
                elif kind == "scenario":
                    self.scenario = value
                self.rebuild()
            case _:
                pass
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Go back with Esc."""
        return Pop() if is_key(event, "Esc") else None

    def begin(self, deal: ClassDeal, plan: str) -> Transition | None:
        """Deal the match; the facilitator’s panel comes first."""
        words = self.desk.words
        try:
            sitting = self._dealt(deal)
        except UserFolderError as error:
            self._warn(words.text("This match can’t be saved"), words.told(error))
            return None
        code = encode(self.content, deal)
        sitting.match.note_lesson(LessonBegun(plan, self.group.strip(), code, swapped=False))
        return Replace(PanelScene(sitting))

    def _join(self) -> Transition | None:
        """Deal what a class code says, as every table of that class is dealt it."""
        words = self.desk.words
        try:
            return Replace(self._dealt(self._decoded()).next_scene())
        except ClassCodeError as error:
            self._warn(words.text("This class code can’t be used"), words.told(error))
        except UserFolderError as error:
            self._warn(words.text("This match can’t be saved"), words.told(error))
        return None

    def _decoded(self) -> ClassDeal:
        """Return what the code deals, with the standard content or a pack's that is here."""
        first: ClassCodeError | None = None
        for content in self.contents:
            try:
                return decode(content, self.code)
            except ClassCodeError as error:
                first = first or error
        assert first is not None, "there is always the standard content"
        raise first

    def _dealt(self, deal: ClassDeal) -> Sitting:
        """Deal a match of a lesson."""
        return self.desk.begin(
            deal.scenario, deal.seats, deal.seed, predictions=self.predictions
        )

    def _warn(self, title: str, line: str) -> None:
        close = [("close", self.desk.words.text("Close"))]
        self.ask(Dialog("warning", title, line, close, "close"))

    def _typed(self, ident: str, text: str, *, done: bool) -> Transition | None:
        """Keep what is typed; the code follows the word."""
        if ident == "code":
            self.code = text
            return self._join() if done else None
        if ident == "group":
            self.group = text
        else:
            self.salt = text
            label = self.tree.find("told-code")
            if isinstance(label, Label):
                label.words = self._told_code()
                self.damage.whole()
        return None

    def _asked_for_predictions(self) -> bool:
        """Return whether the plan asks for them; a free lesson does until it is told not to."""
        return self.spec is None or self.spec.predictions

    def _told_code(self) -> str:
        return self.desk.words.text(
            "Class code {code}: it deals every table this same match.",
            code=encode(self.content, self.deal),
        )

    def _words(self, slug: str) -> Words:
        """Return the words of a plan: a pack brings its own."""
        content, words = self._played_with[slug], self.desk.words
        return Words(content, words.language) if content.packs else words

    def _rows(self) -> list[Widget]:
        """Return the plans, a free lesson, and the way to join with a code."""
        words = self.desk.words
        rows: list[Widget] = [Label(words.text("Plan"), HEADING), Rule(heavy=True)]
        for slug, plan in self.plans.items():
            own = self._words(slug)
            title = own.content_text(slug, plan.title)
            minutes = words.plural("{n} minute", "{n} minutes", plan.minutes)
            pupils = own.content_text(slug, plan.pupils)
            note = words.text("{minutes} · {pupils}", minutes=minutes, pupils=pupils)
            rows.append(PickRow(f"plan:{slug}", title, note, picked=slug == self.plan))
        free = words.text("any scenario, the same panel, no timetable")
        picked = self.plan == FREE
        rows.append(PickRow(f"plan:{FREE}", words.text("A free lesson"), free, picked=picked))
        field = TextField("code", self.code, empty="0000-0000-0000", limit=_CODE)
        rows += [
            Spacer(8),
            Label(words.text("Join with a class code"), HEADING),
            Rule(heavy=True),
            field,
            Button("join", words.text("Join")),
        ]
        return rows

    def _about(self) -> list[Widget]:
        """Return the plan that is picked, or the scenarios of a free lesson."""
        words, spec = self.desk.words, self.spec
        toggle = Toggle(
            "predictions",
            words.text("Sealed predictions"),
            words.text("each round, opened at the end"),
            on=self.predictions,
        )
        if spec is not None:
            head, *rest = plan_page(self._words(self.plan), spec)
            paper = Button("handouts", words.text("Write the hand-outs"), icon="save")
            return [head, toggle, paper, *rest]
        told = words.text("Two people sit at this screen, or two delegations decide at it.")
        rows: list[Widget] = [Label(told, NOTE, colour="ink_2"), toggle]
        for slug, scenario in self.desk.content.scenarios.items():
            title, note = scenario_title(words, scenario), scenario_facts(words, scenario)
            rows.append(PickRow(f"scenario:{slug}", title, note, picked=slug == self.scenario))
        return rows
