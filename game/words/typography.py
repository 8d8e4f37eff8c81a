"""The spaces and signs of a language, where its rules are firm enough to be applied by machine.

Translators write plain spaces; the catalogues are typeset when they are made.
"""

import re
from collections.abc import Mapping
from typing import Final

NO_BREAK: Final = "\N{NO-BREAK SPACE}"

_FRENCH_MONTHS: Final = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)
_RUSSIAN_MONTHS: Final = (
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
)
_RULES: Final[Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]] = {
    "fr": (
        (re.compile(r"«[ \u00a0\u202f]*"), f"«{NO_BREAK}"),
        (re.compile(r"[ \u00a0\u202f]*»"), f"{NO_BREAK}»"),
        (re.compile(r"(?:(?<=\S)|^)[ \u202f](?=[:;?!](?:\s|$))"), NO_BREAK),
        (re.compile(r"(?<=\w)'(?=\w)"), "’"),
        (re.compile(rf"(?<=\d) (?=(?:{_FRENCH_MONTHS}|km)\b|%)"), NO_BREAK),
    ),
    "ru": (
        (re.compile(r"(?<=\S) (?=[—–] )"), NO_BREAK),
        (re.compile(r"(?<![\w-])([АВИКОСУавикосуЯя]) (?=[«\w])"), rf"\1{NO_BREAK}"),
        (re.compile(r"(?<=№) "), NO_BREAK),
        (re.compile(rf"(?<=\d) (?=(?:{_RUSSIAN_MONTHS}|год\w*|км)\b|%)"), NO_BREAK),
    ),
}


def typeset(text: str, language: str) -> str:
    """Return a text with the no-break spaces and apostrophes of its language.

    French: within «…» and before : ; ? !. Russian: before a dash, after a word of one letter.
    Both: between a number and its month or unit.
    """
    for pattern, by in _RULES.get(language.partition("_")[0], ()):
        text = pattern.sub(by, text)
    return text


_QUOTES: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "fr": ("«", "»", "“", "”"),
    "ru": ("«", "»", "„", "“"),
}
_ENGLISH_QUOTES: Final = ("“", "”", "\N{LEFT SINGLE QUOTATION MARK}", "’")


def nested(text: str, language: str) -> str:
    """Return a text whose quotations inside quotations have the inner marks of its language.

    A title that has quotation marks of its own may be filled into a sentence that quotes it.
    """
    first, last, inner_first, inner_last = _QUOTES.get(language, _ENGLISH_QUOTES)
    if text.count(first) < 2:
        return text
    signs, depth = [], 0
    for sign in text:
        if sign == first:
            depth += 1
        if depth > 1 and sign in (first, last):
            signs.append(inner_first if sign == first else inner_last)
        else:
            signs.append(sign)
        if sign == last:
            depth -= 1
    made = "".join(signs)
    return made.replace(f"“{NO_BREAK}", "“").replace(f"{NO_BREAK}”", "”")
