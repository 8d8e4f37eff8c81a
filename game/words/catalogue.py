"""The catalogue: every word that a person reads passes through it, in one language at a time.

English stands in code and data and needs no file. Another language is a compiled gettext
catalogue, `data/locale/<language>/LC_MESSAGES/defend-together.mo`. Content texts are looked
up with their slug as context.

A message names its values in braces: `{side}`, or `{Side}` with a capital. `{+by}` is a number
with its sign, tied by a no-break space to the word before it. Nothing else happens inside
braces, so that neither a catalogue nor a card of somebody else's can run anything.

For extraction: `text`, `text_for:1c,2`, `plural:1,2`, `mark`, `mark_for:1c,2`.
"""

import functools
import gettext
import os
import re
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Self

from game.content import Content
from game.paths import data_path
from game.told import Told, ToldError, Value, filled, mark
from game.words.pack_catalogues import pack_texts
from game.words.pseudo import PSEUDO, PseudoTranslations
from game.words.typography import nested

DOMAIN: Final = "defend-together"
ENGLISH: Final = "en"

MINUS: Final = "\N{MINUS SIGN}"
TIE: Final = "\N{NO-BREAK SPACE}"

_PLACEHOLDER: Final = re.compile(r"( ?)\{(\+?)([A-Za-z][a-z_]*)\}")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*")


class LanguageError(ToldError, ValueError):
    """There is no catalogue for a language, or it can't be read; the message is one line."""


def mark_for(context: str, message: str) -> str:
    """Return the message as it is: marks with its context what is looked up later."""
    del context
    return message


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """Return the languages there are: English first, then those with a catalogue."""
    root = data_path("locale") if folder is None else folder
    found = root.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (ENGLISH, *sorted({path.parts[-3] for path in found} - {ENGLISH}))


def offered(language: str, folder: Path | None = None) -> str:
    """Return a language if there is a catalogue for it, else English."""
    there = language in languages(folder) or language == PSEUDO
    return language if there else ENGLISH


def environment_language() -> str:
    """Return the first language of the environment that there is a catalogue for."""
    there = languages()
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for wanted in os.environ.get(name, "").split(":"):
            language = wanted.partition(".")[0].partition("_")[0]
            if language in there:
                return language
        if os.environ.get(name):
            break
    return ENGLISH


class Speech:
    """Texts of one language that speak of no content.

    Attributes:
        language: The code of the language, such as `en`.
    """

    def __init__(self, language: str = ENGLISH, *, folder: Path | None = None) -> None:
        self.language = language
        self._folder = folder
        self._catalogue = _catalogue(language, folder)

    def speak(self, language: str) -> None:
        """Speak another language from now on, for everybody who holds these words.

        Raises:
            LanguageError: There is no such catalogue; the language stays as it is.
        """
        if language != self.language:
            self._catalogue = _catalogue(language, self._folder)
            self.language = language

    def text(self, message: str, /, **values: Value) -> str:
        """Return a message in the language, with its values."""
        return self._filled(self._catalogue.gettext(message), values) if message else ""

    def text_for(self, context: str, message: str, /, **values: Value) -> str:
        """Return a message that means different things in different places."""
        return (
            self._filled(self._catalogue.pgettext(context, message), values) if message else ""
        )

    def plural(self, one: str, many: str, n: int, /, **values: Value) -> str:
        """Return the form of a message that goes with `n`, which it may show as `{n}`."""
        return self._filled(self._catalogue.ngettext(one, many, n), {"n": n, **values})

    def told(self, line: str | Exception) -> str:
        """Return a line that was told in English, or an error, in the language."""
        said = getattr(line, "told", None) if isinstance(line, Exception) else line
        if not isinstance(said, Told):
            return str(line)
        values = {
            name: self.told(value) if isinstance(value, Told) else value
            for name, value in said.values.items()
        }
        return filled(self._catalogue.gettext(said.message), values)

    def listing(self, items: Sequence[str]) -> str:
        """Return `a, b and c`."""
        return self._joined(items, self.text("{first} and {second}"))

    def choice(self, items: Sequence[str]) -> str:
        """Return `a, b or c`."""
        return self._joined(items, self.text("{first} or {second}"))

    def clauses(self, clauses: Sequence[str]) -> str:
        """Return `a; b; c`."""
        return self.text("; ").join(clauses)

    def commas(self, items: Sequence[str]) -> str:
        """Return `a, b, c`."""
        return self.text(", ").join(items)

    def labelled(self, name: str, text: str) -> str:
        """Return `name: text`."""
        return self.text("{name}: {text}", name=name, text=text)

    def aside(self, text: str, more: str) -> str:
        """Return `text (more)`."""
        return self.text("{text} ({more})", text=text, more=more)

    def sentence(self, clause: str) -> str:
        """Return a clause as a sentence: with a capital and a full stop."""
        start = capital(clause)
        return start if start.endswith((".", "!", "?", "…")) else start + "."

    def _filled(self, message: str, values: Mapping[str, Value]) -> str:
        """Return a message with its values and with quotation marks that are nested well."""
        return nested(fill(message, values), self.language) if values else message

    def _joined(self, items: Sequence[str], last_two: str) -> str:
        if len(items) < 2:
            return "".join(items)
        values = {"first": self.commas(items[:-1]), "second": items[-1]}
        return fill(last_two, values)


class Words(Speech):
    """Texts of one language over one content.

    Attributes:
        content: What the texts are about.
        sectors: The ladder of joint centres is called Sectors (rulebook 11).
    """

    def __init__(
        self,
        content: Content,
        language: str = ENGLISH,
        *,
        sectors: bool = False,
        folder: Path | None = None,
    ) -> None:
        super().__init__(language, folder=folder)
        self.content = content
        self.sectors = sectors
        self._of_packs = pack_texts(content, language)

    def speak(self, language: str) -> None:
        """Speak another language from now on, for everybody who holds these words.

        Raises:
            LanguageError: There is no such catalogue; the language stays as it is.
        """
        super().speak(language)
        self._of_packs = pack_texts(self.content, language)

    def in_language(self, language: str) -> Self:
        """Return the same words in another language: another seat's, or one just chosen.

        Raises:
            LanguageError: There is no such catalogue.
        """
        if language == self.language:
            return self
        return type(self)(self.content, language, sectors=self.sectors, folder=self._folder)

    def content_text(self, slug: str, message: str, /, **values: Value) -> str:
        """Return a text of the content; its context is the slug of what it belongs to."""
        if told := self._of_packs.get((slug, message)):
            return self._filled(told, values)
        return self.text_for(slug, message, **values)


def number(n: int) -> str:
    """Return a number with a true minus."""
    return str(n) if n >= 0 else MINUS + str(-n)


def signed(n: int) -> str:
    """Return a number with its sign: `+1`, `−1`, `0`."""
    return f"+{n}" if n > 0 else number(n)


def decimal(words: Words, n: int, places: int) -> str:
    """Return tenths (`places` 1) or hundredths as a decimal: `0.6`; a whole one is whole."""
    whole, part = divmod(abs(n), 10**places)
    text = str(whole)
    if part:
        digits = f"{part:0{places}}".rstrip("0")
        text = words.text_for("decimal point", "{whole}.{part}", whole=whole, part=digits)
    return MINUS + text if n < 0 else text


def change(before: int, after: int, *, sign: bool = False) -> str:
    """Return `5 → 6`; with `sign`, `+1 → −1`."""
    form = signed if sign else number
    return f"{form(before)} → {form(after)}"


def capital(text: str) -> str:
    """Return a text with a capital at its start."""
    return text[:1].upper() + text[1:]


def fill(message: str, values: Mapping[str, Value]) -> str:
    """Return a message with its values; a placeholder without a value stays as it is."""
    if not values:
        return message

    def value_of(match: re.Match[str]) -> str:
        space, sign, name = match.groups()
        value = values.get(name.lower())
        if value is None:
            return match.group()
        if sign and isinstance(value, int):
            return (TIE if space else "") + signed(value)
        text = number(value) if isinstance(value, int) else value
        return space + (text if name.islower() else capital(text))

    # a name may bring a full stop of its own (Eastern Med.)
    return _PLACEHOLDER.sub(value_of, message).replace("..", ".")


def language_name(words: Words, language: str) -> str:
    """Return what a language calls itself: `English`, `Français`."""
    # Each catalogue gives its own name, so that a new language needs nothing but its file.
    own = words.in_language(language).text_for("the name of this language", "English")
    return own if language == ENGLISH or own != "English" else language


def _catalogue(language: str, folder: Path | None) -> gettext.NullTranslations:
    """Return the catalogue of a language. Raises `LanguageError`."""
    if language == ENGLISH:
        return gettext.NullTranslations()
    if language == PSEUDO:
        return PseudoTranslations()
    there = ", ".join(languages(folder))
    message = mark("no language “{language}”; there are {there}")
    if not _LANGUAGE.fullmatch(language):
        raise LanguageError(message, language=language, there=there)
    root = data_path("locale") if folder is None else folder
    path = root / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not path.is_file():
        raise LanguageError(message, language=language, there=there)
    return _read(path, path.stat().st_mtime_ns)


@functools.lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> gettext.NullTranslations:
    """Return a compiled catalogue, read once. Raises `LanguageError`."""
    del changed  # a file that was made anew is another one
    try:
        with path.open("rb") as file:
            return gettext.GNUTranslations(file)
    except (OSError, ValueError, struct.error) as error:
        message = mark("{path}: not a gettext catalogue ({error})")
        raise LanguageError(message, path=str(path), error=str(error)) from error
