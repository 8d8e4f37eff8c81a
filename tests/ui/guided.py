"""Goes through the guided match as a player would who reads every note, by mouse or by keys."""

from collections.abc import Callable
from dataclasses import dataclass, field

from pygame import Rect

from game.content import load_content
from game.content.tutorial import TutorialSpec, load_tutorial, named_in
from game.content.tutorial_words import PARTS, READ
from game.ui.desk import Desk
from game.ui.scenes.board import BoardScene
from game.ui.scenes.card import CardScene
from game.ui.scenes.council import CouncilScene
from game.ui.scenes.crisis import CrisisScene
from game.ui.scenes.thinking import ThinkingScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.tutorial.guide import Guide, screen_of
from game.ui.tutorial.note import Note
from game.ui.tutorial.parts import name_of, part_of
from game.ui.tutorial.start import FirstCouncilScene
from tests.ui.pilot import Pilot

_MOST_SCREENS = 200


def spec() -> TutorialSpec:
    """Return the shipped guide."""
    return load_tutorial(load_content())


@dataclass
class Walk:
    """A way through the guided match.

    Attributes:
        tabled: Whether a package is put on the table.
        stance: Which of the open answers to a crisis is given: 0 the first, -1 the last.
        keys: Whether everything is done by keys alone.
        seen: The steps whose notes were shown, in order.
        there: By screen, the parts of it that could be seen at some time.
    """

    pilot: Pilot
    side: int
    tabled: bool = True
    stance: int = -1
    keys: bool = False
    seen: list[str] = field(default_factory=list)
    there: dict[str, set[str]] = field(default_factory=dict)

    @property
    def guide(self) -> Guide:
        guide = self.pilot.scene.companion
        assert isinstance(guide, Guide)
        return guide

    def begin(self) -> None:
        """Take the seat."""
        self.act("nato" if self.side == 0 else "russia")

    def finish(self) -> None:
        """Play to the verdict and read what there is to read."""
        for _ in range(_MOST_SCREENS):
            scene = self.pilot.scene
            if scene.dialog is not None:
                self.pilot.press("Enter")
            elif isinstance(scene, ThinkingScene) or scene.passing:
                self.pilot.tick(10.0)
            else:
                self.read()
                if isinstance(scene, VerdictScene):
                    return
                self._play()
        raise AssertionError("the match doesn't come to its end")

    def read(self) -> None:
        """Read notes until one waits for something to be done, or there is none."""
        self._look()
        while self.guide.step is not None and self.guide.step.until == READ:
            if self.keys:
                self.pilot.press("N")
            else:
                self.pilot.click("guide:next")
            self._look()

    def act(self, ident: str) -> None:
        """Press a widget: with the mouse, or by going to it with Tab."""
        if not self.keys:
            self.pilot.click(ident)
            return
        self.go_to(lambda one: one == ident)
        self.pilot.press("Enter")

    def go_to(self, wanted: Callable[[str], bool]) -> None:
        """Go on with Tab until something has the focus."""
        for _ in range(120):
            if wanted(self.pilot.focused):
                return
            self.pilot.press("Tab")
        raise AssertionError(f"Tab doesn't lead there; there are {self.pilot.ids()}")

    # ------------------------------------------------------------------ a screen

    def _look(self) -> None:
        """Hold the note that is shown against the screen that it stands on."""
        if self.pilot.scene.dialog is not None:
            self.pilot.press("Enter")
        scene = self.pilot.scene
        found = {part for part in PARTS if part_of(scene.root, part, self.side) is not None}
        self.there.setdefault(screen_of(scene), set()).update(found)
        step = self.guide.step
        if step is None:
            return
        self.seen.append(step.slug)
        note = self.pilot.find("guide:note")
        assert isinstance(note, Note)
        assert Rect(0, 0, *self.pilot.app.size).contains(note.rect), step.slug
        assert note.about is not None
        for name in named_in(step.text):
            if name in PARTS:
                widget = part_of(scene.root, name, self.side)
                assert widget is not None, f"{step.slug} names {name}, which is not there"
                assert name_of(widget) in self.pilot.find("guide:text").says()
        others = [one for one in self.pilot.problems() if "guide:" not in one]
        assert [one for one in others if "Toasts" not in one] == [], step.slug

    def _play(self) -> None:
        scene = self.pilot.scene
        if isinstance(scene, CouncilScene):
            self._council(drafting=scene.drafting)
        elif isinstance(scene, BoardScene):
            self.pilot.press("1")
        elif isinstance(scene, CardScene):
            self._card()
        elif isinstance(scene, CrisisScene):
            self.act(self._open("response:")[self.stance])
            self.read()
            self.pilot.press("Enter") if self.keys else self.pilot.click("seal")
        else:
            self.pilot.press("Enter")

    def _council(self, *, drafting: bool) -> None:
        if not self.tabled:
            self.act("none" if drafting else "reject")
        elif drafting:
            self.act(self._open("term:")[0])
            self.read()
            self.act("tab:offer")
            self.read()
            self.act(self._open("term:")[0])
            self.read()
            self.act("table")
        else:
            self.act("accept")

    def _card(self) -> None:
        scene = self.pilot.scene
        assert isinstance(scene, CardScene)
        if scene.chosen is None:
            if not self._open("use:"):
                self.pilot.press("O")
                self.read()
            if not self._open("use:"):
                self.act(self._open("group:")[0])
                self.read()
            self.act(self._open("use:")[0])
            self.read()
        self.act("confirm")

    def _open(self, start: str) -> list[str]:
        """Return the ids that begin so of what can be pressed."""
        ids = [one for one in self.pilot.ids() if one.startswith(start)]
        return [one for one in ids if not self.pilot.find(one).barred]


def first_council() -> FirstCouncilScene:
    """Return the screen that a guided match begins with; nothing is saved."""
    return FirstCouncilScene(Desk(load_content(), "en", None))
