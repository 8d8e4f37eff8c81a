"""The facilitator's panel: what the class sees, what may be asked, and the table's controls."""

from collections.abc import Callable
from typing import Final

import pygame
from pygame import Rect

from game.match import SaveError
from game.match.marks import Marks
from game.match.steps import Step, step_at, steps_of
from game.paths import UserFolderError
from game.ui.board.replay_bar import ReplayBar, step_title
from game.ui.draw import frame
from game.ui.layout import cut_bottom, cut_left, cut_right, cut_top
from game.ui.lesson.changes import LessonBranch, swapped
from game.ui.lesson.class_screen import ClassScene
from game.ui.lesson.head import LessonHead
from game.ui.lesson.inject import InjectScene
from game.ui.lesson.panel_parts import (
    counting,
    good_moment,
    noting,
    question_box,
    running,
    showing,
)
from game.ui.lesson.preview import Preview
from game.ui.lesson.run import THINGS, LessonRun
from game.ui.lesson.runner import Runner
from game.ui.lesson.tally import cell_place
from game.ui.scene import Push, Replace, Scene, Transition
from game.ui.scenes.page import Page
from game.ui.scenes.watch import WatchedReveal
from game.ui.sitting import Sitting
from game.ui.theme import BODY, HEADING
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Answered, Chosen, Edited, Intent, Pressed, Submitted, Toggled
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.toast import Toast
from game.ui.widgets.widget import Column, Group, Widget

KEY: Final = "F7"
"""Opens the panel from a match that is part of a lesson."""
_EDGE: Final = 20
_LEFT: Final = 560
_MIDDLE: Final = 316
_STRIP: Final = 104


class PanelScene(Page):
    """A lesson's facilitator looks at the table. Nothing here is secret.

    Attributes:
        at: The step of the match that is chosen: where one would go back to.
        runner: Lets the computer's seats play.
    """

    framed = False

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        run = sitting.lesson
        assert run is not None, "the match is part of a lesson"
        self.sitting = sitting
        self.run: LessonRun = run
        self.runner = Runner(sitting)
        self.start = "leave"
        self.steps: tuple[Step, ...] = ()
        self.at = -1
        self.marks = Marks()
        self._typed = ""
        self._preview = Preview(run, run.words.text("The class screen, in small"))
        self._to_end()

    def enter(self) -> None:
        """Let nobody's secrets be on the screen; what was being thought is thought anew."""
        self.sitting.lower()
        self.sitting.address(None)
        self.sitting.worker.cancel()
        self.run.offer_fittest()

    def leave(self) -> None:
        """End what is being thought."""
        self.sitting.worker.cancel()

    def resume(self, result: object) -> None:
        """Show what was changed on the screen above."""
        self._to_end()
        self.rebuild()

    # --------------------------------------------------------------- the screen

    def build(self) -> Widget:
        """Return the head, the three columns and the strip."""
        run, words = self.run, self.run.words
        middle: list[Widget] = [
            running(
                run,
                running_now=self.runner.running,
                why_not=self.runner.why_not,
                why_back=self._why_not_back(),
            ),
            showing(run),
        ]
        people = [counting(run), *good_moment(run), noting(run, self._typed)]
        return Group(
            "panel",
            [
                self._head(),
                Label(words.text("On the class screen"), HEADING),
                self._preview,
                ScrollArea("asking", question_box(run)),
                ScrollArea("table", Column("", middle, gap=12)),
                ScrollArea("class", Column("", people, gap=12)),
                self._bar(),
                Label(self._where(), BODY, colour="ink_2", ident="where"),
                Button("screen", words.text("Class screen"), icon="projector", key="C"),
                Button("leave", words.text("To the table"), key="Esc", primary=True),
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place the columns between head and strip."""
        theme = self.theme
        head, title, preview, asking, table, people, bar, where, screen, leave = (
            self.root.children
        )
        body = Rect(0, 0, *size)
        top, body = cut_top(body, head.measure(theme, size[0]))
        head.place(top, theme)
        self._place_strip(body, bar, where, (screen, leave))
        body = Rect(_EDGE, body.y + 12, size[0] - 2 * _EDGE, bar.rect.y - body.y - 24)
        grow = size[0] / 1280
        left, rest = cut_left(body, round(_LEFT * grow), 20)
        middle, right = cut_left(rest, round(_MIDDLE * grow), 24)
        self._place_left(left, title, preview, asking)
        table.place(middle, theme)
        people.place(right, theme)

    def paint(self, target: pygame.Surface) -> None:
        """Paint the page, and the ground of the strip."""
        super().paint(target)
        top = self.root.children[6].rect.y - 8
        palette = self.theme.palette
        strip = Rect(0, top, self.size[0], self.size[1] - top)
        target.fill(palette.panel, self.theme.rect(strip))
        frame.rule(target, self.theme, (0, top), self.size[0])

    def _place_strip(
        self, room: Rect, bar: Widget, where: Widget, buttons: tuple[Widget, Widget]
    ) -> None:
        """Place the line of steps above, what is chosen and the ways on below it."""
        theme = self.theme
        high = buttons[0].measure(theme, 0)
        tall = bar.measure(theme, room.width) + high + 12
        strip, _ = cut_bottom(room, max(_STRIP, tall))
        strip = Rect(_EDGE, strip.y, room.width - 2 * _EDGE, strip.height - 6)
        foot, above = cut_bottom(strip, high, 2)
        bar.place(above, theme)
        for button in reversed(buttons):
            wide = button.natural_width(theme) if isinstance(button, Button) else 0
            part, foot = cut_right(foot, wide, 10)
            button.place(part, theme)
        line = where.measure(theme, foot.width)
        where.place(Rect(foot.x, foot.centery - line // 2, foot.width, line), theme)

    def _place_left(self, room: Rect, title: Widget, preview: Widget, asking: Widget) -> None:
        """Place the question below as high as it is, the class screen in what is left."""
        theme = self.theme
        line = title.measure(theme, room.width)
        part, rest = cut_top(room, line, 4)
        title.place(part, theme)
        least = rest.height * 2 // 5
        high = min(asking.measure(theme, rest.width), rest.height - least)
        below, above = cut_bottom(rest, high, 10)
        place = Preview.fitted(above)
        preview.place(place, theme)
        top = place.bottom + 10
        asking.place(Rect(below.x, top, below.width, below.bottom - top), theme)

    def _head(self) -> LessonHead:
        run, words = self.run, self.run.words
        clock = run.clock
        label = words.text("Stop the clock") if clock.running else words.text("Start the clock")
        plan, begun = run.lesson.plan, run.begun
        of = "" if plan is None else words.text("of {n}:00", n=plan.minutes)
        note = " · ".join(part for part in (begun.group, begun.code) if part)
        head = LessonHead(run.title, note, of, Button("clock", label, key="K"))
        head.time = clock.shown if clock.used else ""
        return head

    def _bar(self) -> ReplayBar:
        left = [step_at(self.steps, number) for number, _ in self.marks.branches]
        branches = [step for step in left if step is not None]
        return ReplayBar(
            self.run.words, self.steps, self.at, points={}, bookmarks=(), branches=branches
        )

    def _where(self) -> str:
        """Return which step is chosen."""
        words = self.run.words
        if not 0 <= self.at < len(self.steps):
            return words.text("The match begins.")
        return step_title(words, self.steps[self.at])

    # ---------------------------------------------------------- what is wanted

    def on_intent(self, intent: Intent) -> Transition | None:
        """Do what the facilitator wants."""
        match intent:
            case Chosen("replay-bar", value):
                self.at = int(value)
            case Chosen("vote", value):
                self.run.vote.kind = "stances" if value == "stances" else "opinions"
            case Edited("note", text):
                self._typed = text
                return None
            case Submitted("note", text):
                self.run.note(text)
                self._typed = ""
            case Edited(ident, text) if ident.startswith("count:"):
                side, place = cell_place(ident)
                self.run.vote.hands[side][place] = int(text)
            case Toggled(ident, on):
                self._toggled(ident, on=on)
            case Answered(ident, answer):
                return self._answered(ident) if answer == "yes" else None
            case Pressed(ident):
                return self._pressed(ident)
            case _:
                return None
        self.rebuild()
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Choose another step with the brackets."""
        for key, by in (("[", -1), ("]", 1)):
            if is_key(event, key) and 0 <= self.at + by < len(self.steps):
                self.at += by
                self.rebuild()
        return self._to_table() if is_key(event, KEY) else None

    def _pressed(self, ident: str) -> Transition | None:
        """Follow a button."""
        ways: dict[str, Callable[[], Transition | None]] = {
            "leave": self._to_table,
            "screen": lambda: Push(ClassScene(self.run)),
            "preview": lambda: Push(ClassScene(self.run)),
            "branch": self._branch,
            "inject": lambda: Push(InjectScene(self.run)),
        }
        if ident in ways:
            self.runner.stop()
            return ways[ident]()
        acts: dict[str, Callable[[], None]] = {
            "run": self.runner.toggle,
            "step": self.runner.step,
            "put": self._put,
            "next-prompt": self.run.offer_next,
            "keep": self._keep,
            "clock": self.run.clock.toggle,
            "rewind": self._ask_rewind,
            "swap": self._ask_swap,
        }
        if ident in acts:
            acts[ident]()
            self.rebuild()
        return None

    def _toggled(self, ident: str, *, on: bool) -> None:
        """Show something to the class, or hide it."""
        if ident == "concepts":
            self.run.concepts = on
        elif ident == "history":
            self.run.history = on
        for thing in THINGS:
            if ident == f"show:{thing}":
                self.run.show(thing, shown=on)

    def _answered(self, ident: str) -> Transition | None:
        """Do what was asked about."""
        if ident == "swap":
            return self._to(lambda: swapped(self.sitting))
        try:
            self.run.rewind(self.steps[self.at].first)
        except SaveError as error:
            self._warn(self.run.words.text("This match can’t go on"), error)
            return None
        self._to_end()
        self.rebuild()
        return None

    def _put(self) -> None:
        """Put the question on the class screen, or take it off."""
        offered = self.run.offered
        if offered is None or self.run.is_on_screen(offered):
            self.run.put(None)
        else:
            self.run.put(offered)
            self._offer_again()

    def _offer_again(self) -> None:
        """Offer the question that was just put, though it now stands among those asked."""
        for _ in self.run.questions:
            offered = self.run.offered
            if offered is None or self.run.is_on_screen(offered):
                return
            self.run.offer_next()

    def _keep(self) -> None:
        if not self.run.keep_count():
            self.tell(Toast(self.run.words.text("No hand was counted.")))

    # --------------------------------------------------------------- the table

    def _why_not_back(self) -> str:
        return "" if self.steps else self.run.words.text("No round was played yet.")

    def _to_end(self) -> None:
        """Look at the steps anew and choose the last one."""
        self.steps = steps_of(self.sitting.match)
        now = step_at(self.steps, len(self.sitting.match.history))
        self.at = -1 if now is None else now
        self.marks = Marks.of(self.sitting.match.path)

    def _to_table(self) -> Transition:
        """Go back to the match: to the seat whose turn it is, behind its curtain."""
        return Replace(self.sitting.next_scene())

    def passed(self, seconds: float) -> Transition | None:
        """Let the computer's seats play while they run; let the clock go on."""
        head, shown = self.root.children[0], self.run.clock.shown
        ticks = self.run.clock.running
        if ticks and isinstance(head, LessonHead) and head.time != shown:
            head.time = shown
            self.damage.whole()
        if not self.runner.advance(seconds):
            return None
        self.run.offer_fittest()
        self._to_end()
        self.rebuild()
        # How a crisis came out takes the whole window.
        return Push(WatchedReveal(self.sitting, None)) if self.sitting.resolved else None

    def wake(self) -> float | None:
        """Ask for the clock's next second, and for the computer's next decision."""
        times = [super().wake(), self.runner.wake()]
        if self.run.clock.running:
            times.append(self.run.clock.next_change)
        return min((time for time in times if time is not None), default=None)

    # ------------------------------------------------------------- great changes

    def _ask_rewind(self) -> None:
        """Ask before decisions are taken back."""
        words = self.run.words
        taken = len(self.sitting.match.history) - self.steps[self.at].first
        told = words.plural(
            "{n} decision is taken back, to before this: {where}. The journal keeps it, and "
            "the debrief says so.",
            "{n} decisions are taken back, to before this: {where}. The journal keeps them, "
            "and the debrief says so.",
            taken,
            where=self._where(),
        )
        answers = [("no", words.text("Leave it")), ("yes", words.text("Rewind"))]
        self.ask(Dialog("rewind", words.text("Rewind the match?"), told, answers, "no"))

    def _ask_swap(self) -> None:
        """Ask before the deal is played from the other side."""
        words = self.run.words
        told = words.text(
            "The same deal begins anew, and the delegations change sides. This match stays "
            "among the saved ones."
        )
        answers = [("no", words.text("Leave it")), ("yes", words.text("Swap sides"))]
        self.ask(Dialog("swap", words.text("Swap sides?"), told, answers, "no"))

    def _branch(self) -> Transition | None:
        """Ask who plays on from the step that is chosen."""
        at = self.steps[self.at].first
        return Push(LessonBranch(self.sitting, at, self._where(), self.marks))

    def _to(self, begin: Callable[[], Scene]) -> Transition | None:
        """Go to another match of the lesson, or say why it can't be saved."""
        try:
            return Replace(begin())
        except UserFolderError as error:
            self._warn(self.run.words.text("This match can’t be saved"), error)
            return None

    def _warn(self, title: str, error: Exception) -> None:
        close = [("close", self.run.words.text("Close"))]
        self.ask(Dialog("warning", title, self.run.words.told(error), close, "close"))
