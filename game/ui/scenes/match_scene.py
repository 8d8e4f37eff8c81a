"""What the screens of a match share: the bar, the strip of tracks, and the ways out."""

from typing import ClassVar, Final

import pygame
from pygame import Rect

from game.engine.preview import Preview
from game.ui.board.match_bar import HEIGHT as BAR
from game.ui.board.match_bar import HELP, HINT, LOG, PAUSE, MatchBar
from game.ui.board.shared_tracks import HEIGHT as STRIP
from game.ui.board.shared_tracks import SharedTracks
from game.ui.scene import Push, Scene, Transition
from game.ui.scenes.hint import HintScene
from game.ui.scenes.log import LogScene
from game.ui.scenes.pause import PauseScene, to_panel
from game.ui.scenes.rulebook import RulebookScene
from game.ui.scenes.site_list import SiteListScene
from game.ui.scenes.table import TableScene
from game.ui.sitting import Sitting
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.keys import is_key
from game.words import side_values, turn_text

TOP: Final = BAR + STRIP
"""Where the board begins below bar and strip."""


class MatchScene(Scene):
    """A screen of a match.

    Subclasses put `bar()` and `strip()` into what they build, call `place_top`, and hand
    the intents and events that they don't use to this class.

    Attributes:
        advises: Whether the viewer may ask for a hint here when the decision is theirs.
    """

    advises: ClassVar[bool] = False

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.words = sitting.words
        self.companion = sitting.companion

    def bar(self, acting: str | None = None, note: str | None = None) -> MatchBar:
        """Return the bar; without words of its own it says whose turn it is."""
        view = self.sitting.view
        side = view.to_move
        if acting is None:
            acting = ""
            if side is not None:
                acting = self.words.text("{side} acts", **side_values(self.words, side))
        if note is None:
            note = turn_text(self.words, view.turn) if view.phase == "actions" else ""
        hint = self.advises and self.sitting.may_ask
        again = self.has_story
        return MatchBar(self.words, view, acting, note, side=side, hint=hint, again=again)

    @property
    def has_story(self) -> bool:
        """Return whether what just happened can be told once more from here."""
        return False

    def strip(self, becomes: Preview | None = None) -> SharedTracks:
        """Return the strip of shared tracks."""
        return SharedTracks(self.words, self.sitting.view, becomes)

    def place_top(self, bar: MatchBar, strip: SharedTracks) -> None:
        """Place bar and strip at the top."""
        wide = self.size[0]
        bar.place(Rect(0, 0, wide, BAR), self.theme)
        strip.place(Rect(0, BAR, wide, STRIP), self.theme)

    def handle(self, event: pygame.event.Event) -> Transition | None:
        """Open the rulebook on F1 at what is pointed at, before any icon takes the key."""
        if self.dialog is None and is_key(event, "F1"):
            return Push(RulebookScene(self.words, paragraph=self.tree.asked_rule))
        return super().handle(event)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Follow the icons of the bar."""
        if not isinstance(intent, Pressed):
            return None
        if intent.id == HINT:
            return Push(HintScene(self.sitting))
        if intent.id == LOG:
            return Push(LogScene(self.words, self.sitting.log(self.sitting.viewer)))
        if intent.id == HELP:
            return Push(RulebookScene(self.words))
        if intent.id == PAUSE:
            return Push(PauseScene(self.sitting))
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Pause on Esc, the table view on T, the list of sites on F4."""
        if is_key(event, "T"):
            return Push(TableScene(self.sitting))
        if is_key(event, "F4"):
            return Push(SiteListScene(self.words, self.sitting.seen_now))
        if is_key(event, "F7"):
            return to_panel(self.sitting)
        if is_key(event, "Esc"):
            return Push(PauseScene(self.sitting))
        return None
