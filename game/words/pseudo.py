"""A language made by machine: English with accents, a third longer, between brackets.

Who lays out a screen sees at once what is too narrow, cut off, or not from the catalogues:
`--lang en-XA`. It needs no file and is not among the languages offered.
"""

import gettext
import re
from typing import Final

PSEUDO: Final = "en-XA"
"""The code that such a language commonly has."""

_LONGER: Final = 0.35
_PLAIN: Final = "AEIOUYCNSZaeiouycnsz"
_ACCENTED: Final = "ÀÉÎÕÜÝÇÑŠŽàéîõüýçñšž"
_TABLE: Final = str.maketrans(_PLAIN, _ACCENTED)
_KEPT: Final = re.compile(r"(\{[^{}]*\})")
_FILLING: Final = "лишние слова "


class PseudoTranslations(gettext.NullTranslations):
    """A catalogue that makes its translations."""

    def gettext(self, message: str) -> str:
        """Return a message as the made language has it."""
        return pseudo(message)

    def pgettext(self, context: str, message: str) -> str:
        """Return a message as the made language has it."""
        del context
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return one of two forms as the made language has it."""
        return pseudo(msgid1 if n == 1 else msgid2)


def pseudo(message: str) -> str:
    """Return a message in the made language; what stands in braces stays."""
    if not any(sign.isalpha() for sign in _KEPT.sub("", message)):
        return message
    parts = _KEPT.split(message)
    accented = "".join(p if p.startswith("{") else p.translate(_TABLE) for p in parts)
    more = max(1, round(len(message) * _LONGER))
    filling = (_FILLING * (more // len(_FILLING) + 1))[:more].rstrip()
    return f"[{accented} {filling}]"
