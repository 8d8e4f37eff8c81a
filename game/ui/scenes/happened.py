"""What just happened: the rival's last turn again, step by step, as the viewer may know it."""

from dataclasses import replace
from typing import Final

import pygame
from pygame import Rect

from game.engine.events import CardPlayedFaceDown
from game.match.steps import steps_of
from game.ui import sound, text
from game.ui.board.map_small import MiniMap
from game.ui.board.map_words import map_words
from game.ui.board.replay_bar import ReplayBar
from game.ui.board.site_marks import site_marks
from game.ui.board.story import Story, last_story
from game.ui.board.story_parts import (
    CardBack,
    Marked,
    StoryMap,
    act_page,
    act_readings,
    change_of,
    place_shown,
    sign_button,
)
from game.ui.draw import frame
from game.ui.layout import columns, cut_bottom, cut_left, cut_right, cut_top
from game.ui.motion.moves import SiteMove
from game.ui.scene import Pop, Transition
from game.ui.scenes.match_scene import TOP, MatchScene
from game.ui.sitting import Sitting
from game.ui.theme import BODY, BODY_BOLD, GUTTER, SCREEN_TITLE, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.row import Row
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Group, Widget
from game.words import round_date, round_title, side_name

_LEFT: Final = 270
_RIGHT: Final = 356
_PACE: Final = 1.5
"""Seconds a step is shown while the steps follow by themselves."""
_MAPS: Final = 244
_ON: Final = "on"
_STEP: Final = "step"


class HappenedScene(MatchScene):
    """The steps of the rival's last turn; the first is shown when it opens.

    Attributes:
        now: The number of the step that is shown.
        running: Whether the steps follow by themselves.
    """

    def __init__(self, sitting: Sitting, story: Story) -> None:
        super().__init__(sitting)
        self.story = story
        self.showing = story.showing()
        self.now = 0
        self.running = False
        self._clock = 0.0
        self._stand()

    @classmethod
    def of(cls, sitting: Sitting) -> "HappenedScene | None":
        """Return the scene, if there is anything that it could tell."""
        if sitting.viewer is None:
            return None
        story = last_story(sitting.words, sitting.match.history, sitting.viewer)
        return cls(sitting, story) if story.steps else None

    # ------------------------------------------------------------------ the screen

    def build(self) -> Widget:
        """Build everything for the step that is shown."""
        words, view, step = self.words, self.sitting.view, self.story.steps[self.now]
        act = [self.story.steps[n] for n in self.story.act_of(self.now)]
        self.top_bar, self.tracks = self.bar(), self.strip()
        if step.round and step.round != view.round:
            self.top_bar.round = round_title(words, step.round)
            self.top_bar.date = round_date(words, self.sitting.world.scenario, step.round)
        self.title = Label(words.text("What just happened"), SCREEN_TITLE)
        self.where = Label(self._where(), BODY.sized(16, 21), colour="ink_2")
        self.page = act_page(words, view, act[0])
        self.readings = ScrollArea("readings", act_readings(words, view, act))
        self.maps = self._maps()
        self.changes = ScrollArea("changes", Column("", self._changes(), gap=0))
        self.heading = Label(words.text("Step by step"), BODY_BOLD)
        self.steps = ScrollArea("steps", Column("", self._rows(), gap=5))
        self.back = self._face_down()
        self.replay = self._replay()
        self.buttons = self._buttons()
        self._show_strip()
        parts = [self.top_bar, self.tracks, self.title, self.where, self.page, self.readings]
        parts += [*self.maps, self.changes, self.heading, self.steps]
        parts += [self.back] if self.back is not None else []
        return Group("happened", [*parts, self.replay, *self.buttons])

    def look(self, size: tuple[int, int], theme: Theme) -> None:
        """Take a size and a theme; the keyboard starts at the way on."""
        first = not self._built
        super().look(size, theme)
        if first:
            self.focus(_ON)

    def layout(self, size: tuple[int, int]) -> None:
        """Place card, maps and steps side by side above the replay bar."""
        theme, (wide, high) = self.theme, size
        self.place_top(self.top_bar, self.tracks)
        body = Rect(GUTTER, TOP + 4, wide - 2 * GUTTER, high - TOP - 4)
        foot = max(92, self.replay.measure(theme, 0) + 12, self.buttons[0].measure(theme, 0))
        self._foot, body = cut_bottom(body, foot + 10, 10)
        name = text.width(self.title.words, SCREEN_TITLE, theme) + 4
        head, body = cut_top(body, self.title.measure(theme, name), 10)
        self.title.place(Rect(head.x, head.y, name, head.height), theme)
        tall = self.where.measure(theme, head.width - name - 24)
        line = Rect(head.x + name + 20, head.centery - tall // 2, head.right - name - 36, tall)
        self.where.place(line, theme)
        left, body = cut_left(body, round(_LEFT * (1 + (theme.text - 1) / 2)), GUTTER)
        right, middle = cut_right(body, round(_RIGHT * (1 + (theme.text - 1) / 4)), 18)
        self._place_left(left)
        self._place_middle(middle)
        self._place_right(right)
        self._place_foot()

    def paint(self, target: pygame.Surface) -> None:
        """Paint the page and the band of the replay bar."""
        super().paint(target)
        palette = self.theme.palette
        band = Rect(0, self._foot.y, self.size[0], self.size[1] - self._foot.y)
        target.fill(palette.panel, self.theme.rect(band))
        frame.rule(target, self.theme, band.topleft, band.width)

    def _place_left(self, room: Rect) -> None:
        """Place card above, both readings below, each as high as it wants if it can."""
        theme = self.theme
        wanted = self.readings.content.measure(theme, room.width)
        low = min(wanted, max(room.height // 2 - 40, room.height - 330))
        foot, page = cut_bottom(room, low, 16 if low else 0)
        if isinstance(self.page, CardBack) or self.page.id == "act":
            page.height = min(page.height, self.page.measure(theme, page.width))
            foot = Rect(room.x, page.bottom + 16, room.width, room.bottom - page.bottom - 16)
        self.page.place(page, theme)
        self.readings.place(foot, theme)
        self.readings.visible = low > 0

    def _place_middle(self, room: Rect) -> None:
        theme = self.theme
        rows = self.changes.content.measure(theme, room.width)
        maps = max(_MAPS, room.height - rows - 14)
        maps = min(maps, room.height - min(rows, 120) - 14, round(room.width * 0.56))
        top, rest = cut_top(room, maps, 14)
        for one, place in zip(self.maps, columns(top, 2, 12), strict=True):
            one.place(place, theme)
        self.changes.place(rest, theme)

    def _place_right(self, room: Rect) -> None:
        theme = self.theme
        head, room = cut_top(room, self.heading.measure(theme, room.width), 5)
        self.heading.place(head, theme)
        if self.back is not None:
            high = min(room.height // 2, self.back.measure(theme, room.width))
            foot, room = cut_bottom(room, high, 12)
            self.back.place(foot, theme)
        self.steps.place(room, theme)
        self.steps.reveal_all({f"{_STEP}:{self.now}"})

    def _place_foot(self) -> None:
        theme, room = self.theme, self._foot
        high = max(50, self.buttons[0].measure(theme, 0))
        right, top = room.right, room.y + (room.height - high) // 2
        for button in reversed(self.buttons):
            wide = max(74, button.natural_width(theme))
            button.place(Rect(right - wide, top, wide, high), theme)
            right -= wide + 10
        bar = min(room.height - 8, self.replay.measure(theme, 0))
        place = Rect(room.x, room.y + (room.height - bar) // 2, right - room.x - 10, bar)
        self.replay.place(place, theme)

    # ------------------------------------------------------------------- its parts

    def _where(self) -> str:
        """Return whose act it is, when, and which of the steps is shown."""
        words, step = self.words, self.story.steps[self.now]
        parts = []
        side = getattr(step.head, "side", None)
        if side is not None:
            parts.append(side_name(words, side))
        if step.round:
            parts.append(round_title(words, step.round))
        count = len(self.story.steps)
        parts.append(words.text("step {n} of {steps}", n=self.now + 1, steps=count))
        return " · ".join(parts)

    def _maps(self) -> list[StoryMap]:
        """Return the map before the step and after it, what changes selected on the second."""
        words, view = self.words, self.sitting.view
        steps = [self.story.steps[n] for n in self.story.act_of(self.now)]
        centre, scale = place_shown(view, steps)
        named = map_words(words, self.sitting.world)
        move = self.story.steps[self.now].move
        site = move.site if isinstance(move, SiteMove) else None
        maps = []
        here = self.showing.now
        for later, caption in enumerate((words.text("Before"), words.text("After"))):
            self.showing.stand(self.now + later)
            marks = [self.showing.site(mark) for mark in site_marks(words, view)]
            if later:
                marks = [replace(m, selected=m.slug == site) for m in marks]
            mini = MiniMap(centre, scale, tuple(marks))
            maps.append(StoryMap(caption, named, mini))
        self.showing.stand(here)
        return maps

    def _changes(self) -> list[Widget]:
        """Return what the act changed; the row of the step that is shown stands out."""
        words = self.words
        marks = {mark.slug: mark for mark in site_marks(words, self.sitting.view)}
        rows = []
        for number in self.story.act_of(self.now):
            row = change_of(words, self.story.steps[number], marks)
            if row is not None:
                rows.append(Marked(row, shown=number == self.now))
        return [*rows]

    def _rows(self) -> list[Widget]:
        """Return a row for each step: those before it ticked, the one shown in ink."""
        return [
            Row(
                f"{_STEP}:{number}",
                f"{number + 1}  {step.line.text}",
                below=True,
                selected=number == self.now,
                ticked=number < self.now,
            )
            for number, step in enumerate(self.story.steps)
        ]

    def _face_down(self) -> CardBack | None:
        """Return the back of the last card that was played face down in this story."""
        if isinstance(self.page, CardBack):
            return None
        heads = (step.head for step in reversed(self.story.steps))
        down = next((one for one in heads if isinstance(one, CardPlayedFaceDown)), None)
        if down is None:
            return None
        return CardBack(self.words, down.side, self.sitting.view.side)

    def _replay(self) -> ReplayBar:
        """Return the bar of the match so far, with its last step shown."""
        steps = steps_of(self.sitting.match)
        return ReplayBar(
            self.words,
            steps,
            len(steps) - 1,
            points={},
            bookmarks=(),
            branches=(),
            chooses=False,
        )

    def _buttons(self) -> list[Button]:
        words = self.words
        run = words.text("Pause") if self.running else words.text("Run through the steps")
        icon = "pause" if self.running else "play"
        last = self.now == len(self.story.steps) - 1
        return [
            sign_button("back", "step-back", words.text("Step back"), "←", self._first_why()),
            sign_button("run", icon, run, "Space", ""),
            sign_button(
                "next",
                "step",
                words.text("Next step"),
                "→",
                words.text("This is the last step.") if last else "",
            ),
            Button(_ON, words.text("To my turn"), key="Enter", primary=True),
        ]

    def _first_why(self) -> str:
        return "" if self.now else self.words.text("This is the first step.")

    # ------------------------------------------------------------------ its course

    def passed(self, seconds: float) -> Transition | None:
        """Move what the step moves, and go on to the next one while it runs."""
        if self.showing.now == self.now:
            self._move(seconds)
        if self.running:
            self._clock += seconds * self.theme.speed
            if self._clock >= _PACE:
                self._go(self.now + 1)
        return None

    def wake(self) -> float | None:
        """Ask for every frame while something moves, else for the next step."""
        if self.showing.now == self.now:
            return 0.0
        if not self.running:
            return super().wake()
        left = max(0.0, (_PACE - self._clock) / self.theme.speed)
        return min(left, super().wake() or left)

    def moved(self) -> list[Rect] | None:
        """Return the strip: nothing else moves by itself."""
        return [self.tracks.rect]

    def on_intent(self, intent: Intent) -> Transition | None:
        """Step, run, or go back to the own turn."""
        if not isinstance(intent, Pressed):
            return None
        if intent.id == _ON:
            return Pop()
        if intent.id in ("back", "next"):
            self._stop(self.now + (1 if intent.id == "next" else -1))
        elif intent.id == "run":
            self._run()
        elif intent.id.startswith(f"{_STEP}:"):
            self._stop(int(intent.id.partition(":")[2]))
        else:
            return super().on_intent(intent)
        return None

    def handle(self, event: pygame.event.Event) -> Transition | None:
        """Take the keys of the steps before the focus moves by them."""
        if event.type == pygame.KEYDOWN and self.dialog is None:
            if is_key(event, "Esc") or is_key(event, "W"):
                return Pop()
            if event.key in (pygame.K_LEFT, pygame.K_RIGHT):
                self._stop(self.now + (1 if event.key == pygame.K_RIGHT else -1))
                return None
            if event.key == pygame.K_SPACE:
                self._run()
                return None
        return super().handle(event)

    def _run(self) -> None:
        """Let the steps follow by themselves, from the start if the last one is shown."""
        self.running = not self.running
        if self.running and self.now == len(self.story.steps) - 1:
            self._go(0)
            return
        self._clock = 0.0
        self.rebuild()

    def _stop(self, number: int) -> None:
        """Show a step that was asked for, and stay there."""
        self.running = False
        if 0 <= number < len(self.story.steps):
            self._go(number)
        else:
            self.rebuild()

    def _go(self, number: int) -> None:
        """Show a step, if there is such a one; at the end stop."""
        self._clock = 0.0
        if number >= len(self.story.steps):
            self.running = False
        else:
            self.now = number
            self._stand()
        self.rebuild()

    def _stand(self) -> None:
        """Begin what the step moves."""
        self.showing.stand(self.now)
        self.showing.start()

    def _move(self, seconds: float) -> None:
        """Let the strip move as far as this step goes."""
        for one in self.showing.heard():
            sound.play(one)
        self.showing.advance(seconds * self.theme.speed)
        if self.theme.still or self.showing.now > self.now:
            self.showing.stand(self.now + 1)
        self._show_strip()

    def _show_strip(self) -> None:
        view, showing, tracks = self.sitting.view, self.showing, self.tracks
        tension = showing.track("tension", None, view.tension)
        tracks.tension.show(tension, showing.darkened())
        tracks.initiative.show(showing.track("initiative", None, view.initiative))
        tracks.threat.show(showing.track("threat", None, view.threat))
        tracks.door.show(showing.door(view.door))
