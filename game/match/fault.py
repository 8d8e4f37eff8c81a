"""An error of the game's own as it may be told while a match goes on: without its words.

What an error says may name a card, a site or an answer that only one side knows; where in the
program it came up does not. Of what the system says nothing is left out.
"""

import traceback
from collections.abc import Iterator
from typing import Final

_OF_THE_SYSTEM: Final = (OSError, MemoryError, ImportError)


def what_of(error: BaseException, *, reticent: bool) -> str:
    """Return an error in one line; its kind alone where its words could give a secret away."""
    kind = type(error).__name__
    if reticent and not isinstance(error, _OF_THE_SYSTEM):
        return kind
    return f"{kind}: {error}".splitlines()[0]


def trace_of(error: BaseException, *, reticent: bool) -> Iterator[str]:
    """Yield the lines that say where an error and those before it came up."""
    if not reticent:
        yield from "".join(traceback.format_exception(error)).splitlines()
        return
    for one in _with_earlier(error):
        yield from "".join(traceback.format_tb(one.__traceback__)).splitlines()
        yield what_of(one, reticent=True)


def _with_earlier(error: BaseException) -> Iterator[BaseException]:
    """Yield the errors that led to one, the first of them first, and it itself."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None:
        yield from _with_earlier(earlier)
    yield error
