"""The desk: where matches are begun and taken up again."""

import secrets
from pathlib import Path
from typing import Final, Self

from game.content import Content, load_content
from game.content.packs import installed
from game.content.tutorial import load_tutorial
from game.match import Course, Match, Saved, SaveError, list_saved, read_journal, replay
from game.match.saved import unusable
from game.match.seats import Seats
from game.ui.preferences import Preferences
from game.ui.settings import Settings
from game.ui.sitting import Sitting
from game.words import ENGLISH, Words, offered

_SEED_BITS: Final = 32


class Desk:
    """Content, language, and the folder of the matches.

    Attributes:
        words: The language of the menus.
        folder: Where matches are kept; `None` when nothing can be written there.
        preferences: The settings of the window.
    """

    def __init__(
        self,
        content: Content,
        language: str,
        folder: Path | None,
        preferences: Preferences | None = None,
    ) -> None:
        self.content = content
        self.words = Words(content, language)
        self.folder = folder
        self.preferences = preferences or Preferences()
        self.preferences.listen(self._heard)
        self._sitting: Sitting | None = None

    @classmethod
    def of(cls, sitting: Sitting) -> Self:
        """Return the desk at which a sitting was begun."""
        path = sitting.match.path
        folder = None if path is None else path.parent
        return cls(sitting.content, sitting.words.language, folder, sitting.preferences)

    def contents(self) -> tuple[Content, ...]:
        """Return the standard content, then that of each pack that can be played."""
        standard = load_content() if self.content.packs else self.content
        packs = (one.content for one in installed() if one.content is not None)
        return (standard, *packs)

    def content_of(self, scenario: str) -> Content:
        """Return what a scenario is played with: the standard content, or its pack's."""
        if scenario in self.content.scenarios:
            return self.content
        there = (one for one in self.contents() if scenario in one.scenarios)
        return next(there, self.content)

    def begin(
        self,
        scenario: str,
        seats: Seats,
        seed: int | None = None,
        *,
        predictions: bool = False,
    ) -> Sitting:
        """Deal a match; without a seed a new one is drawn.

        Raises:
            UserFolderError: The folder can't be written to.
        """
        number = secrets.randbits(_SEED_BITS) if seed is None else seed
        content = self.content_of(scenario)
        match = Match.start(
            content, scenario, number, seats, self.folder, predictions=predictions
        )
        return self.at(match)

    def resume(self, path: Path) -> Sitting:
        """Take a saved match up again.

        Raises:
            SaveError: It can't be used.
            UserFolderError: It can be read, but not written.
        """
        sitting = self.at(Match.resume(path))
        if sitting.match.guide_steps is None:
            return sitting
        # The guide knows the screens, and some of those know the desk.
        from game.ui.tutorial.start import accompanied  # noqa: PLC0415

        return accompanied(sitting, load_tutorial(self.content))

    def saved(self) -> tuple[Saved, ...]:
        """Return all saved matches, the one played last first."""
        return () if self.folder is None else list_saved(self.folder)

    def unusable(self) -> tuple[SaveError, ...]:
        """Return what is wrong with each save that can't be used, and so isn't listed."""
        return () if self.folder is None else unusable(self.folder)

    def replay(self, path: Path) -> tuple[Course, Words]:
        """Return a saved match to look at, and the words it was played in.

        Raises:
            SaveError: It can't be used.
        """
        course = replay(read_journal(path), Course).course
        return course, self._words(course)

    def at(self, match: Match) -> Sitting:
        """Return a sitting at a match, in its own words: a scenario may rename a ladder."""
        self.leave()
        self._sitting = Sitting(match, self._words(match), self.preferences)
        return self._sitting

    def leave(self) -> None:
        """Leave the match that was begun here last, so that another window may have it."""
        if self._sitting is not None:
            self._sitting.leave()
            self._sitting = None

    def _heard(self, settings: Settings) -> None:
        """Speak the language of the settings."""
        self.words.speak(offered(settings.language))

    def _words(self, course: Course) -> Words:
        sectors = course.content.scenarios[course.scenario].options.sectors
        return Words(course.content, self.words.language or ENGLISH, sectors=sectors)
