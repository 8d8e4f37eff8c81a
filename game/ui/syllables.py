"""Where a word that is wider than its room may be broken, in any of the languages."""

from collections.abc import Iterator
from typing import Final

_VOWELS: Final = frozenset("aeiouyàâäæéèêëîïôöœùûüаеёиоуыэюя")  # noqa: RUF001
_NEVER_FIRST: Final = frozenset("ьъй")
_BOUND: Final = frozenset("hlrлр")  # noqa: RUF001
"""Letters that stay with a consonant before them: `thr`, `tabl`, `стр`."""
_BEFORE: Final = 2
_AFTER: Final = 2
_MUTE: Final = ("e", "es", "ed")
"""Ends that often are not spoken, so that what they stand in is no syllable."""
_SIGNS: Final = ".,;:!?…»”“«()"


def breaks(word: str) -> Iterator[int]:
    """Yield the places before the consonant that begins another syllable.

    Nothing is broken that is not a plain word: neither a path nor a number.
    """
    letters = word.casefold()
    if len(letters) != len(word) or not word.strip(_SIGNS).isalpha():
        return
    for place in range(_BEFORE, len(word) - _AFTER + 1):
        if not _VOWELS.isdisjoint(letters[:place]) and _begins(letters, place):
            yield place


def _begins(letters: str, place: int) -> bool:
    """Return whether a syllable begins at a place: with one consonant and a vowel."""
    first, second, before = letters[place], letters[place + 1], letters[place - 1]
    if not first.isalpha() or first in _VOWELS | _NEVER_FIRST or second not in _VOWELS:
        return False
    if first in _BOUND and before not in _VOWELS | _BOUND:
        return False
    return letters[place + 1 :].strip(_SIGNS) not in _MUTE
