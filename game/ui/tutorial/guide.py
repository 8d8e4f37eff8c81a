"""The guide: which note stands beside the screen now, and when the next one is due."""

from collections.abc import Mapping
from typing import Final

from pygame import Rect

from game.content.tutorial import StepSpec, TutorialSpec, named_in
from game.content.tutorial_words import LEFT, PARTS, READ
from game.engine.preview import Preview
from game.ui.scene import Scene
from game.ui.scenes.board import BoardScene
from game.ui.scenes.card import CardScene
from game.ui.scenes.council import CouncilScene
from game.ui.scenes.crisis import CrisisScene
from game.ui.scenes.reveal import RevealScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.sitting import Sitting
from game.ui.tutorial.facts import Moment, holds
from game.ui.tutorial.note import AWAY, NEXT, OURS, SKIP, Note, Ring
from game.ui.tutorial.parts import name_of, part_of, seen_rects
from game.ui.tutorial.placing import WIDE, place_for
from game.ui.widgets.intent import Intent, Pressed, Refused
from game.ui.widgets.toast import Toast
from game.ui.widgets.widget import Widget
from game.words import Words, side_values

_SCREENS: Final[Mapping[type[Scene], str]] = {
    BoardScene: "board",
    CardScene: "card",
    CrisisScene: "crisis",
    RevealScene: "reveal",
    VerdictScene: "verdict",
}
_OVER: Final = "over"
"""What stands among the steps that are done once no more notes are wanted."""
_RING: Final = 5
"""Logical pixels between a part and the ring round it."""


class Guide:
    """Goes with one match, and puts a note beside whatever screen is shown.

    Attributes:
        tutorial: The steps.
        step: The one that is shown now, if one is.
    """

    def __init__(self, tutorial: TutorialSpec, sitting: Sitting, side: int) -> None:
        self.tutorial = tutorial
        self.step: StepSpec | None = None
        self._sitting = sitting
        self._side = side
        self._done = set(sitting.match.guide_steps or ())
        self._shown: set[str] = set()
        self._slip: Refused | None = None
        self._returns_to = ""

    @property
    def over(self) -> bool:
        """Whether no more notes are wanted."""
        return _OVER in self._done

    def notice(self, scene: Scene) -> None:
        """Remember what of the play has the focus, to give it back after a note."""
        focused = scene.tree.focused
        if focused is not None and not focused.id.startswith(OURS):
            self._returns_to = focused.id

    def attend(self, scene: Scene) -> list[Widget]:
        """Return the note and the ring that belong to a screen, placed; or nothing."""
        self.step = None
        screen = screen_of(scene)
        if self.over or not screen:
            return []
        moment = self._moment(scene)
        self._tick_off(screen, moment)
        self.step = next((s for s in self._due(screen) if self._fits(s, scene, moment)), None)
        if self.step is None:
            return self._told_why(scene)
        self._shown.add(self.step.slug)
        return self._placed(scene, self._note(self.step, scene), self.step.parts)

    def takes(self, scene: Scene, intent: Intent) -> bool:
        """Say whether a wish was the guide's own, after doing what it asks for."""
        self._slip = intent if isinstance(intent, Refused) else None
        if not isinstance(intent, Pressed) or not intent.id.startswith(OURS):
            if self._slip is not None:
                scene.relayout()
            return False
        if intent.id == SKIP:
            self._tick(_OVER)
            scene.tell(Toast(self._text(self.tutorial.slug, self.tutorial.farewell)))
        elif self.step is not None and intent.id in (NEXT, AWAY):
            self._tick(self.step.slug)
        scene.relayout()
        self._give_back_focus(scene)
        return True

    # ------------------------------------------------------------------ which step

    def _moment(self, scene: Scene) -> Moment:
        """Return the moment, with what the screen holds that isn't done yet."""
        match, side = self._sitting.match, self._side
        if isinstance(scene, CouncilScene):
            return Moment(match, side, terms=scene.terms)
        if isinstance(scene, CardScene):
            return Moment(match, side, use=self._preview(scene))
        if isinstance(scene, CrisisScene):
            return Moment(match, side, answer=scene.chosen is not None)
        return Moment(match, side)

    def _preview(self, scene: CardScene) -> Preview | None:
        use = scene.use
        return None if use is None else self._sitting.view.preview(use.action)

    def _tick_off(self, screen: str, moment: Moment) -> None:
        """Note which steps are done by now."""
        for step in self.tutorial.steps:
            if step.until == LEFT:
                over = step.slug in self._shown and step.screen != screen
            else:
                over = step.until != READ and holds(step.until, moment)
            if over:
                self._tick(step.slug)

    def _tick(self, step: str) -> None:
        """Note that a step is done, in the journal too: the match may be resumed."""
        if step not in self._done:
            self._done.add(step)
            self._sitting.match.note_guide(step)

    def _due(self, screen: str) -> list[StepSpec]:
        steps = self.tutorial.steps
        return [s for s in steps if s.screen == screen and s.slug not in self._done]

    def _fits(self, step: StepSpec, scene: Scene, moment: Moment) -> bool:
        """Say whether a step may be shown: what it says is true, what it names is there."""
        if not all(holds(fact, moment) for fact in step.when):
            return False
        return all(self._rect(scene, part) for part in step.parts)

    # ------------------------------------------------------------------ its picture

    def _note(self, step: StepSpec, scene: Scene) -> Note:
        words = self._sitting.words
        slip = "" if self._slip is None else _why(words, self._slip)
        title = self._text(step.slug, step.title)
        told = self._text(step.slug, step.text, **self._names(step, scene))
        return Note(words, title, told, slip=slip, reading=step.until == READ)

    def _told_why(self, scene: Scene) -> list[Widget]:
        """Return the note that says why something can't be done, where no other is due."""
        if self._slip is None:
            return []
        about = scene.tree.find(self._slip.id)
        if about is None:
            return []
        words = self._sitting.words
        told = words.text("What is grey says why when you point at it, or go to it.")
        note = Note(words, words.text("Not now"), told, slip=_why(words, self._slip))
        return self._beside(scene, note, [about.rect])

    def _placed(self, scene: Scene, note: Note, parts: tuple[str, ...]) -> list[Widget]:
        rects = [self._rect(scene, part) for part in parts]
        return self._beside(scene, note, [rect for rect in rects if rect is not None])

    def _beside(self, scene: Scene, note: Note, rects: list[Rect]) -> list[Widget]:
        """Place a note beside the first of some rectangles, and a ring round that."""
        theme, window = scene.theme, Rect(0, 0, *scene.size)
        wide = round(WIDE * (1 + (theme.text - 1) * 0.75))
        about = rects[0].inflate(2 * _RING, 2 * _RING).clip(window)
        size = (wide, note.measure(theme, wide))
        note.place(place_for(size, window, about, rects[1:], _busy(scene)), theme)
        note.about = about
        ring = Ring("guide:ring")
        ring.place(about, theme)
        return [ring, note]

    def _rect(self, scene: Scene, part: str) -> Rect | None:
        """Return what can be seen of a part of the screen; `None` if nothing."""
        wanted = part_of(scene.root, part, self._side)
        seen = (rect for widget, rect in seen_rects(scene.root) if widget is wanted)
        rect = next(seen, None)
        return rect if rect is not None and rect.width and rect.height else None

    def _names(self, step: StepSpec, scene: Scene) -> dict[str, str]:
        """Return what the parts that a step names are called on the screen."""
        names = dict.fromkeys(name for name in named_in(step.text) if name in PARTS)
        found = {name: part_of(scene.root, name, self._side) for name in names}
        return {name: name_of(widget) for name, widget in found.items() if widget is not None}

    def _text(self, slug: str, message: str, **names: str) -> str:
        words = self._sitting.words
        values = {**side_values(words, self._side), **names}
        return words.content_text(slug, message, **values)

    def _give_back_focus(self, scene: Scene) -> None:
        """Keep the focus on the way on; without one let it go back to the play."""
        if scene.tree.find(NEXT) is not None:
            scene.focus(NEXT)
            return
        scene.focus(self._returns_to)


def screen_of(scene: Scene) -> str:
    """Return the word for a screen that the guide knows; empty for any other."""
    if isinstance(scene, CouncilScene):
        return "draft" if scene.drafting else "reply"
    reading = isinstance(scene, BoardScene) and scene.reading is not None
    turning = isinstance(scene, RevealScene) and not scene.course.opened
    if reading or turning:
        return ""
    return _SCREENS.get(type(scene), "")


def _busy(scene: Scene) -> list[Rect]:
    """Return what is read on a screen, and twice what can be pressed there."""
    return [
        rect
        for widget, rect in seen_rects(scene.root)
        for _ in range(2 if widget.focusable else _is_read(widget))
    ]


def _is_read(widget: Widget) -> bool:
    return not widget.children and bool(widget.says())


def _why(words: Words, slip: Refused) -> str:
    """Return a reason as a sentence."""
    return words.sentence(slip.why.rstrip("."))
