"""The pause: go on, save and leave, or read how to play."""

from typing import Final

import pygame
from pygame import Rect

from game.ui.layout import centred
from game.ui.scene import Home, Pop, Push, Quit, Replace, Scene, Transition
from game.ui.scenes.library import LibraryScene
from game.ui.scenes.rulebook import RulebookScene
from game.ui.scenes.settings import SettingsScene
from game.ui.sitting import Sitting
from game.ui.theme import NOTE, SCREEN_TITLE, Theme
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, Spacer
from game.ui.widgets.row import Row
from game.ui.widgets.widget import Group, Widget
from game.words import scenario_title

_WIDE: Final = 460
_VEIL: Final = 150


class PauseScene(Scene):
    """A panel over the frozen screen."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self._frozen: pygame.Surface | None = None
        self._seen = False

    def enter(self) -> None:
        """Keep the screen as it is: whoever paused it has just seen it."""
        self._frozen = pygame.display.get_surface().copy()

    def look(self, size: tuple[int, int], theme: Theme) -> None:
        """Take a size and a theme; what is frozen fits no other one."""
        if self._seen and (size != self.size or theme != self.theme):
            self._frozen = None
        super().look(size, theme)
        if not self._seen:
            self._seen = True
            self.focus("continue")

    def build(self) -> Widget:
        """Return the panel with its rows."""
        words = self.sitting.words
        escape = words.text_for("key", "Esc")
        panel = Panel(
            "pause",
            [
                Label(words.text("Pause"), SCREEN_TITLE),
                Label(self._where(), NOTE, colour="ink_2"),
                Spacer(4),
                Row("continue", words.text("Continue"), escape, icon="play"),
                Row("rules", words.text("How to play"), words.text("H"), icon="book"),
                Row("table", words.text("Table view"), words.text("T"), icon="projector"),
                *self._lesson_rows(),
                Row("library", words.text("Library"), icon="layers"),
                Row("settings", words.text("Settings"), icon="settings"),
                Row("title", self._leave_words(), icon="home"),
                Row("quit", words.text("Quit the game"), icon="close"),
                Spacer(2),
                Label(self._saved_words(), NOTE, colour="ink_2"),
            ],
            padding=26,
            gap=8,
        )
        return Group("over", [panel])

    def layout(self, size: tuple[int, int]) -> None:
        """Place the panel in the middle."""
        panel = self.root.children[0]
        high = panel.measure(self.theme, _WIDE)
        panel.place(centred(Rect(0, 0, *size), _WIDE, high), self.theme)

    def paint(self, target: pygame.Surface) -> None:
        """Paint the frozen screen under a veil."""
        super().paint(target)
        if self._frozen is None or self._frozen.get_size() != target.get_size():
            return
        target.blit(self._frozen, (0, 0))
        veil = pygame.Surface(target.get_size(), pygame.SRCALPHA)
        veil.fill((*self.theme.palette.page, _VEIL))
        target.blit(veil, (0, 0))

    def on_intent(self, intent: Intent) -> Transition | None:
        """Go on or leave."""
        if not isinstance(intent, Pressed):
            return None
        match intent.id:
            case "continue":
                return Pop()
            case "rules":
                return Push(RulebookScene(self.sitting.words))
            case "table":
                return self._table()
            case "panel":
                return to_panel(self.sitting)
            case "library":
                return Push(LibraryScene(self.sitting.words))
            case "settings":
                return Push(SettingsScene(self.sitting.words, self.sitting.preferences))
            case "title":
                self.sitting.leave()
                return Home()
            case "quit":
                return Quit()
            case _:
                return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Go on with Esc; help with H or F1."""
        if is_key(event, "Esc"):
            return Pop()
        if is_key(event, "H") or is_key(event, "F1"):
            return Push(RulebookScene(self.sitting.words))
        return None

    def _lesson_rows(self) -> list[Widget]:
        """Return the way to the facilitator’s panel, where the match is of a lesson."""
        if self.sitting.lesson is None:
            return []
        words = self.sitting.words
        title = words.text("Facilitator’s panel")
        return [Row("panel", title, words.text("F7"), icon="graduation")]

    def _table(self) -> Transition:
        # The two screens know each other: each leads to the other.
        from game.ui.scenes.table import TableScene  # noqa: PLC0415

        return Push(TableScene(self.sitting))

    def _where(self) -> str:
        """Return the scenario and the round."""
        words, match = self.sitting.words, self.sitting.match
        name = scenario_title(words, match.content.scenarios[match.scenario])
        round_number = match.view(0).round
        if not round_number:
            return name
        return words.text("{scenario}, round {n}", scenario=name, n=round_number)

    def _leave_words(self) -> str:
        """Return what going back to the title does with the match."""
        if self.sitting.match.path is None:
            return self.sitting.words.text("Leave this match")
        return self.sitting.words.text("Save and go to the title")

    def _saved_words(self) -> str:
        """Return whether what was decided is kept."""
        words, match = self.sitting.words, self.sitting.match
        if match.unsaved is not None:
            return words.told(match.unsaved)
        if match.path is None:
            return words.text("This match isn’t saved: it ends when you leave it.")
        return words.text("Saved after every decision.")


def to_panel(sitting: Sitting) -> Transition | None:
    """Return the way to the facilitator’s panel; nowhere where there is no lesson."""
    if sitting.lesson is None:
        return None
    # The panel leads to matches and their screens lead to it.
    from game.ui.lesson.panel import PanelScene  # noqa: PLC0415

    return Replace(PanelScene(sitting))
