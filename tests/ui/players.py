"""Two who play whole matches through the window: one with the mouse, one with the keyboard."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path

from game.ui.scenes.board import BoardScene
from game.ui.scenes.card import CardScene
from game.ui.scenes.council import CouncilScene
from game.ui.scenes.crisis import CrisisScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.mandate import MandateScene
from game.ui.scenes.offer import OfferScene
from game.ui.scenes.reveal import RevealScene
from game.ui.scenes.reveal_site import RevealSiteScene
from game.ui.scenes.thinking import ThinkingScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.widgets.widget import Widget
from tests.ui.pilot import Pilot

MOST_TABS = 120


class Driver(ABC):
    """Plays on until something is reached; takes a picture of each kind of screen once.

    Attributes:
        turns: How many screens were dealt with.
        kinds: The kinds of screen that were seen.
    """

    def __init__(self, pilot: Pilot, pictures: Path) -> None:
        self.pilot = pilot
        self.pictures = pictures
        self.turns = 0
        self.kinds: set[str] = set()

    def play(self, until: Callable[[], bool], most: int = 2000) -> None:
        """Deal with screen after screen until a condition holds or the match is over."""
        while not until() and not isinstance(self.pilot.scene, VerdictScene):
            assert self.turns < most, f"the match doesn't end: {self.pilot.dump()}"
            if self.looked_on():
                self._look()
                self.turn()
            self.turns += 1
        self._look()

    def looked_on(self) -> bool:
        """Let a moment pass; return whether the same screen is still there.

        One that has just come may have something to tell before anything can be done on it.
        """
        before = self.pilot.scene
        self.pilot.tick()
        return self.pilot.scene is before

    def _look(self) -> None:
        kind = type(self.pilot.scene).__name__
        if kind not in self.kinds:
            self.kinds.add(kind)
            self.pilot.tick()
            self.pilot.screenshot(self.pictures / f"{kind}.png")
        self.pilot.assert_fits()

    def turn(self) -> None:
        """Deal with the screen that is shown."""
        scene = self.pilot.scene
        if scene.dialog is not None:
            self.answer()
        elif isinstance(scene, ThinkingScene) or scene.passing:
            self.pilot.settle(0.9)
        else:
            self.deals()[type(scene)]()

    @abstractmethod
    def answer(self) -> None: ...

    def deals(self) -> dict[type, Callable[[], None]]:
        return {
            MandateScene: self.mandate,
            CurtainScene: self.curtain,
            CouncilScene: self.council,
            BoardScene: self.board,
            CardScene: self.card,
            OfferScene: self.offer,
            RevealSiteScene: self.reveal_site,
            CrisisScene: self.crisis,
            RevealScene: self.reveal,
        }

    @abstractmethod
    def mandate(self) -> None: ...

    @abstractmethod
    def curtain(self) -> None: ...

    @abstractmethod
    def council(self) -> None: ...

    @abstractmethod
    def board(self) -> None: ...

    @abstractmethod
    def card(self) -> None: ...

    @abstractmethod
    def offer(self) -> None: ...

    @abstractmethod
    def reveal_site(self) -> None: ...

    @abstractmethod
    def crisis(self) -> None: ...

    @abstractmethod
    def reveal(self) -> None: ...

    def open(self, prefix: str) -> list[Widget]:
        """Return what can be seen, reached and pressed, by the beginning of its id."""
        tree = self.pilot.scene.tree
        return [
            widget
            for widget in tree.walk()
            if widget.id.startswith(prefix) and not widget.barred and self._reached(widget)
        ]

    def _reached(self, widget: Widget) -> bool:
        return widget in self.pilot.scene.tree._path(widget.rect.center)


class MousePlayer(Driver):
    """Clicks only."""

    def pick(self, prefix: str) -> bool:
        """Click the first that can be pressed; say whether there was one."""
        found = self.open(prefix)
        if found:
            self.pilot.click_at(found[self.turns % len(found)].rect.center)
        return bool(found)

    def answer(self) -> None:
        dialog = self.pilot.scene.dialog
        assert dialog is not None
        risky = [one for one in dialog.buttons if one.id != dialog.safe_button]
        self.pilot.click_at((risky or dialog.buttons)[0].rect.center)

    def mandate(self) -> None:
        self.pick("mandate:")
        self.pilot.click("seal")

    def curtain(self) -> None:
        before = self.pilot.scene
        middle = self.pilot.find("lift").rect.center
        self.pilot.button_down(middle)
        self.pilot.settle(0.7)
        assert self.pilot.scene is not before

    def council(self) -> None:
        scene = self.pilot.scene
        assert isinstance(scene, CouncilScene)
        if not scene.drafting:
            if not self.pick("accept" if self.turns % 2 else "reject"):
                self.pick("reject")
            return
        for tab in ("tab:ask", "tab:offer"):
            self.pilot.click(tab)
            self.pick("term:") or (self.pick("group:") and self.pick("term:"))
        if self.pilot.find("table").barred:
            self.pilot.click("none")
        else:
            self.pilot.click("table")

    def board(self) -> None:
        assert self.pick("card:")

    def card(self) -> None:
        for tab in ("play:event", "play:operations", "play:face-down"):
            if self.pilot.find("confirm").barred and not self.pilot.find(tab).barred:
                self.pilot.click(tab)
                self.pick("use:") or (self.pick("group:") and self.pick("use:"))
        self.pilot.click("confirm")

    def offer(self) -> None:
        assert self.pick("accept") or self.pick("refuse")

    def reveal_site(self) -> None:
        self.pick("use:")
        self.pilot.click("confirm")

    def crisis(self) -> None:
        assert self.pick("response:")
        self.pilot.click("seal")

    def reveal(self) -> None:
        self.pilot.settle(0.5)
        self.pilot.click("continue")


class KeyPlayer(Driver):
    """Keys only."""

    def tab_to(self, prefix: str) -> bool:
        """Press Tab until something that can be pressed has the focus; say whether it has."""
        for _ in range(MOST_TABS):
            self.pilot.press("Tab")
            focused = self.pilot.scene.tree.focused
            if focused is not None and focused.id.startswith(prefix) and not focused.barred:
                return True
        return False

    def enter(self, prefix: str) -> bool:
        """Go there with Tab and press Enter."""
        there = self.tab_to(prefix)
        if there:
            self.pilot.press("Enter")
        return there

    def answer(self) -> None:
        dialog = self.pilot.scene.dialog
        assert dialog is not None
        risky = [one for one in dialog.buttons if one.id != dialog.safe_button]
        assert self.enter((risky or dialog.buttons)[0].id)

    def mandate(self) -> None:
        self.pilot.press("Right")
        self.pilot.press("Enter")

    def curtain(self) -> None:
        before = self.pilot.scene
        self.pilot.hold("Space", 0.7)
        assert self.pilot.scene is not before

    def council(self) -> None:
        scene = self.pilot.scene
        assert isinstance(scene, CouncilScene)
        if not scene.drafting:
            accepts = self.turns % 2 and not self.pilot.find("accept").barred
            self.pilot.press("A" if accepts else "R")
            return
        for tab in ("1", "2"):
            self.pilot.press(tab)
            self.enter("term:") or (self.enter("group:") and self.enter("term:"))
        if self.pilot.find("table").barred:
            assert self.enter("none")
        else:
            self.pilot.press("3")
            self.pilot.press("Enter")

    def board(self) -> None:
        self.pilot.press("1")

    def card(self) -> None:
        for key in ("E", "O", "F"):
            if not self.pilot.find("confirm").barred:
                break
            self.pilot.press(key)
            self.enter("use:") or (self.enter("group:") and self.enter("use:"))
        assert self.enter("confirm")

    def offer(self) -> None:
        if self.turns % 2:
            self.pilot.press("R")
        else:
            assert self.enter("accept")

    def reveal_site(self) -> None:
        assert self.enter("confirm")

    def crisis(self) -> None:
        assert self.enter("response:")
        assert self.enter("seal")

    def reveal(self) -> None:
        self.pilot.settle(0.5)
        self.pilot.press("Enter")
