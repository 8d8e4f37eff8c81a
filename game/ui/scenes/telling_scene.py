"""A screen of a match that first tells the viewer what happened since they last looked."""

from collections.abc import Iterable, Sequence
from typing import Final

from game.engine.events import CardSeen, CauseLearned, Event, SitesSeen
from game.ui.board.log_rows import log_icon
from game.ui.board.match_bar import AGAIN
from game.ui.board.story import last_story
from game.ui.scene import Push, Transition
from game.ui.scenes.happened import HappenedScene
from game.ui.scenes.match_scene import MatchScene
from game.ui.sitting import Sitting
from game.ui.theme import Theme
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.toast import Toast
from game.words import LogLine, Words, full_line

_MOST_NEWS: Final = 3


class TellingScene(MatchScene):
    """Tells news at the edge, and what only the viewer saw in a dialog.

    Attributes:
        start: The id of the widget that has the focus at first.
    """

    advises = True

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.start = ""
        self._secret: Dialog | None = None
        self._looked = False

    def enter(self) -> None:
        """Take the news, and count them as told."""
        seen = seen_alone(self.sitting.fresh)
        if seen:
            self._secret = _secret_dialog(self.words, seen)
        for line in self.news()[-_MOST_NEWS:]:
            self.tell(Toast(line.text, line.side, log_icon(line)))

    def news(self) -> Sequence[LogLine]:
        """Return what is to be told at the edge, the newest last."""
        return self.sitting.news()

    def look(self, size: tuple[int, int], theme: Theme) -> None:
        """Lay out; the first time also put the focus where it starts."""
        super().look(size, theme)
        if not self._looked:
            self._looked = True
            self.focus(self.start)

    def passed(self, seconds: float) -> Transition | None:
        """Show what only the viewer saw, once."""
        if self._secret is not None and self.dialog is None:
            self.ask(self._secret)
            self._secret = None
        return None

    @property
    def has_story(self) -> bool:
        """Return whether the other side has done anything that could be told again."""
        viewer, history = self.sitting.viewer, self.sitting.match.history
        return viewer is not None and bool(last_story(self.words, history, viewer).steps)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Tell once more what the other side has just done."""
        if isinstance(intent, Pressed) and intent.id == AGAIN:
            scene = HappenedScene.of(self.sitting)
            return None if scene is None else Push(scene)
        return super().on_intent(intent)

    def wake(self) -> float | None:
        """Come back at once while there is something to show."""
        return 0.0 if self._secret is not None else super().wake()


def seen_alone(events: Iterable[Event]) -> list[Event]:
    """Return what technical means showed to the viewer alone."""
    return [
        event
        for event in events
        if isinstance(event, CauseLearned | SitesSeen)
        or (isinstance(event, CardSeen) and event.cards)
    ]


def _secret_dialog(words: Words, seen: Iterable[Event]) -> Dialog:
    lines = "\n".join(full_line(words, event).text for event in seen)
    title = words.text("Seen, for your eyes only")
    return Dialog("seen", title, lines, [("read", words.text("Understood"))], "read")
