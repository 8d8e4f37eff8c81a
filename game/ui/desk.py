"""The desk: where matches are begun and taken up again."""

import secrets
from pathlib import Path
from typing import Final, Self

from game.content import Content
from game.match import Match, Saved, list_saved
from game.match.seats import Seats
from game.ui.sitting import Sitting
from game.words import ENGLISH, Words

_SEED_BITS: Final = 32


class Desk:
    """Content, language, and the folder of the matches.

    Attributes:
        words: The language of the menus.
        folder: Where matches are kept; `None` when nothing can be written there.
    """

    def __init__(self, content: Content, language: str, folder: Path | None) -> None:
        self.content = content
        self.words = Words(content, language)
        self.folder = folder

    @classmethod
    def of(cls, sitting: Sitting) -> Self:
        """Return the desk at which a sitting was begun."""
        path = sitting.match.path
        folder = None if path is None else path.parent
        return cls(sitting.content, sitting.words.language, folder)

    def begin(self, scenario: str, seats: Seats, seed: int | None = None) -> Sitting:
        """Deal a match; without a seed a new one is drawn.

        Raises:
            UserFolderError: The folder can't be written to.
        """
        number = secrets.randbits(_SEED_BITS) if seed is None else seed
        return self._at(Match.start(self.content, scenario, number, seats, self.folder))

    def resume(self, path: Path) -> Sitting:
        """Take a saved match up again.

        Raises:
            SaveError: It can't be used.
            UserFolderError: It can be read, but not written.
        """
        return self._at(Match.resume(path))

    def unfinished(self) -> tuple[Saved, ...]:
        """Return the matches that can go on, the one played last first."""
        if self.folder is None:
            return ()
        return tuple(saved for saved in list_saved(self.folder) if saved.verdict is None)

    def _at(self, match: Match) -> Sitting:
        """Return a sitting at a match, in its own words: a scenario may rename a ladder."""
        sectors = match.content.scenarios[match.scenario].options.sectors
        words = Words(match.content, self.words.language or ENGLISH, sectors=sectors)
        return Sitting(match, words)
