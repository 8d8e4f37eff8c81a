"""What was drawn, measured or opened once, and is kept until the window looks different.

Pictures, letters and fonts are good for one size, palette and size of text. At a change of
any of these none of it is needed again, so all of it goes at once, in one place: what a
window holds doesn't grow with the looks that it has had.
"""

import ctypes
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from typing import Final, ParamSpec, TypeVar, cast

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")

_forgets: Final[list[Callable[[], None]]] = []


def kept(most: int) -> Callable[[Callable[_Given, _Made]], Callable[_Given, _Made]]:
    """Keep what a function returns, for so many arguments at most, until :func:`forget`.

    Its arguments are what a dictionary can be asked for.
    """

    def keeping(make: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
        known = lru_cache(maxsize=most)(make)
        _forgets.append(known.cache_clear)
        return cast(Callable[_Given, _Made], known)

    return keeping


def forget() -> None:
    """Let go of all that is kept: the look is another, or pygame is about to end."""
    for forget_one in _forgets:
        forget_one()
    give_back()


def give_back() -> None:
    """Give the system back the memory that is free between what is held.

    The allocator of Linux keeps the room of large pictures for later ones, in holes that
    those don't fit into: without this, two thirds of what a window holds is such room.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # other allocators know no such call
            ctypes.CDLL(None).malloc_trim(0)
