"""Make the catalogues: templates from the source, translations brought up to date, `.mo` files.

Needs Babel, which the game itself does not. From the top folder of a checkout:

    python -m data.locale.make_catalogues            # all that there are
    python -m data.locale.make_catalogues --new de   # and begin a language

`templates/<part>.pot` holds all messages of one part of the game, `<language>/<part>.po` their
translations, and `<language>/LC_MESSAGES/defend-together.mo` is what the game reads. A message
keeps its translation as long as its English and its context stay as they are; nothing is
guessed. What is no longer in the source stays below in the file, as comments.
"""

import argparse
import functools
import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from game.content import Content, load_content
from game.content.lessons import load_lessons
from game.content.packs import installed
from game.content.texts import texts_of
from game.content.tutorial import load_tutorial
from game.words.catalogue import DOMAIN
from game.words.pack_check import pack_messages
from game.words.rulebook_text import CONTEXT, pieces, source_text
from game.words.typography import typeset

FOLDER: Final = Path(__file__).parent
TEMPLATES: Final = "templates"
ROOT: Final = FOLDER.parents[1]

KEYWORDS: Final = {
    "text": None,
    "_text": None,
    "text_for": ((1, "c"), 2),
    "plural": (1, 2),
    "mark": None,
    "mark_text": None,
    "mark_for": ((1, "c"), 2),
}
PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "names": ("game/words/names.py", "game/words/catalogue.py", "game/words/languages.py"),
    "log": ("game/words/log", "game/words/causes.py"),
    "advice": ("game/words/advice",),
    "rules": ("game/words/",),
    "window-board": ("game/ui/board/",),
    "window-scenes": ("game/ui/",),
    "command-line": ("game/commands/", "game/cli.py"),
    "teaching": ("game/teach/",),
    "laboratory": ("game/lab/", "game/charts/"),
    "elsewhere": ("game/",),
    "board": ("data/ladders.yaml", "data/capitals.yaml", "data/sites/", "data/crises/matrices"),
    "cards-nato": ("data/cards/nato.yaml",),
    "cards-russia": ("data/cards/russia.yaml",),
    "crises-chicken": ("data/crises/chicken.yaml",),
    "crises-stag-hunt": ("data/crises/stag-hunt.yaml",),
    "crises-others": ("data/crises/",),
    "mandates-scenarios": ("data/mandates.yaml", "data/scenarios/"),
    "lessons": ("data/lessons/",),
    "tutorial": ("data/tutorial.yaml",),
    "packs": ("data/packs/",),
    "sources": ("data/sources.yaml",),
    "rulebook": ("data/rules/rulebook.md",),
}
"""The parts of the catalogue in order: a message of two places belongs to the first."""

_GROUPS: Final = (
    "ladders",
    "capitals",
    "sites",
    "cards",
    "matrices",
    "crises",
    "mandates",
    "scenarios",
    "sources",
)
_PLURAL_FORMS: Final = {"fr": (2, "(n > 1)")}
"""Where the catalogues of a language need other forms than Babel knows of."""


@dataclass(frozen=True, slots=True)
class Found:
    """A message in the source: English in one or two forms, its context, and where it is."""

    forms: tuple[str, ...]
    context: str | None
    place: str
    comment: str = ""


def found() -> Iterator[Found]:
    """Yield every message of code, content and rulebook."""
    yield from _of_code()
    content = load_content()
    yield from _of_content(content)
    yield from _of_lessons(content)
    yield from _of_spec(load_tutorial(content), "data/tutorial.yaml")
    yield from _of_packs()
    for piece in pieces(source_text()):
        yield Found((piece,), CONTEXT, "data/rules/rulebook.md")


def _of_code() -> Iterator[Found]:
    for path in sorted((ROOT / "game").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        messages = extract_from_file("python", path, KEYWORDS, ("Translators:",))
        for _, message, comments, context in messages:
            forms = (message,) if isinstance(message, str) else tuple(message)
            yield Found(forms, context, place, " ".join(comments))


def _of_content(content: Content) -> Iterator[Found]:
    for group in _GROUPS:
        for spec in getattr(content, group).values():
            yield from _of_spec(spec, spec.place.path.as_posix())


def _of_lessons(content: Content) -> Iterator[Found]:
    lessons = load_lessons(content)
    for group in (lessons.triggers, lessons.plans, lessons.handouts):
        for spec in group.values():
            yield from _of_spec(spec, spec.place.path.as_posix())


def _of_packs() -> Iterator[Found]:
    """Yield the texts of the packs that come with the game; others bring theirs."""
    for one in installed():
        if one.shipped and one.content is not None:
            for text in pack_messages(one.content):
                place = f"data/packs/{one.name}"
                yield Found((text.text,), text.context, place, text.field.replace("_", " "))


def _of_spec(spec: Any, place: str) -> Iterator[Found]:
    """Yield the texts of a spec."""
    for one in texts_of(spec):
        yield Found((one.text,), one.context, place, one.field.replace("_", " "))


@functools.cache
def templates() -> dict[str, Catalog]:
    """Return the template of every part that has messages, by the name of the part."""
    made: dict[str, Catalog] = {}
    homes: dict[tuple[str | None, str], str] = {}
    order = list(PARTS)
    messages = sorted(found(), key=lambda one: order.index(_part_of(one.place)))
    for one in messages:
        part = homes.setdefault((one.context, one.forms[0]), _part_of(one.place))
        catalogue = made.setdefault(part, _catalogue())
        message = one.forms[0] if len(one.forms) == 1 else one.forms
        comments = (one.comment,) if one.comment else ()
        catalogue.add(
            message, locations=[(one.place, 0)], auto_comments=comments, context=one.context
        )
    return {part: made[part] for part in order if part in made}


def _part_of(place: str) -> str:
    for part, starts in PARTS.items():
        if place.startswith(starts):
            return part
    raise ValueError(f"{place} belongs to no part of the catalogue")


def _catalogue(language: str | None = None) -> Catalog:
    """Return an empty catalogue whose head names no time and no person: it never changes."""
    return Catalog(language, domain=DOMAIN, fuzzy=False)


def _head(language: str | None) -> str:
    lines = ["Content-Type: text/plain; charset=UTF-8"]
    if language:
        number, rule = _PLURAL_FORMS.get(language) or _babels_forms(language)
        lines = [
            f"Language: {language}",
            *lines,
            f"Plural-Forms: nplurals={number}; plural={rule};",
        ]
    return "\n".join(lines) + "\n"


def _babels_forms(language: str) -> tuple[int, str]:
    catalogue = Catalog(Locale.parse(language))
    return catalogue.num_plurals, catalogue.plural_expr


def as_text(catalogue: Catalog, language: str | None = None) -> str:
    """Return a catalogue as the text of its file."""
    for message in catalogue:
        # a translation may name another form of a side: our own check knows which
        message.flags -= {"python-brace-format", "python-format"}
    body = io.BytesIO()
    write_po(body, catalogue, width=96, omit_header=True, include_lineno=False)
    head = ['msgid ""', 'msgstr ""']
    head += [f'"{line}\\n"' for line in _head(language).splitlines()]
    return "\n".join(head) + "\n\n" + body.getvalue().decode("utf-8").rstrip("\n") + "\n"


def updated(template: Catalog, text: str, language: str) -> Catalog:
    """Return the translations that a file holds, brought up to date with a template."""
    catalogue = read_po(io.StringIO(text), Locale.parse(language), domain=DOMAIN)
    catalogue.update(template, no_fuzzy_matching=True)
    for message in catalogue:
        if message.id:
            message.string = _typeset(message.string, language)
    return catalogue


def _typeset(string: Any, language: str) -> Any:
    if isinstance(string, str) or string is None:
        return typeset(string or "", language)
    return tuple(typeset(form, language) for form in string)


class _Whole(Catalog):
    """All translations of a language, below a head that tells no time."""

    def __iter__(self) -> Iterator[Message]:
        """Yield the head, then every message."""
        yield Message("", _head(str(self.locale_identifier)))
        yield from (message for message in super().__iter__() if message.id)


def compiled(catalogues: Sequence[Catalog], language: str) -> bytes:
    """Return the catalogues of a language as one in the machine's form."""
    whole = _Whole(language, domain=DOMAIN, fuzzy=False)
    for catalogue in catalogues:
        for message in catalogue:
            if message.id and is_translated(message) and not message.fuzzy:
                whole.add(message.id, message.string, context=message.context)
    body = io.BytesIO()
    write_mo(body, whole)
    return body.getvalue()


def is_translated(message: Message) -> bool:
    """Return whether a message has all its forms in the language."""
    string = message.string
    return bool(string) if isinstance(string, str) else all(string or ("",))


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """Return the languages that there are translations for."""
    return tuple(sorted({path.parent.name for path in folder.glob("*/*.po")}))


def make(folder: Path = FOLDER, *new: str) -> dict[Path, bytes]:
    """Return what every file of the folder should hold, by its path."""
    made = templates()
    files = {
        folder / TEMPLATES / f"{part}.pot": as_text(catalogue).encode()
        for part, catalogue in made.items()
    }
    for language in sorted({*languages(folder), *new}):
        files |= _files_of(folder, language, made)
    return files


def _files_of(folder: Path, language: str, made: Mapping[str, Catalog]) -> dict[Path, bytes]:
    files: dict[Path, bytes] = {}
    catalogues = []
    for part, template in made.items():
        path = folder / language / f"{part}.po"
        before = path.read_text(encoding="utf-8") if path.is_file() else _head_only(language)
        catalogues.append(updated(template, before, language))
        files[path] = as_text(catalogues[-1], language).encode()
    if any(is_translated(message) for one in catalogues for message in one if message.id):
        mo = folder / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
        files[mo] = compiled(catalogues, language)
    return files


def _head_only(language: str) -> str:
    return as_text(_catalogue(language), language)


def main() -> None:
    """Write what has changed, and say so."""
    parser = argparse.ArgumentParser(description="Make the catalogues.", allow_abbrev=False)
    parser.add_argument("--new", metavar="LANGUAGE", nargs="*", default=[])
    files = make(FOLDER, *parser.parse_args().new)
    for path, held in files.items():
        if not path.is_file() or path.read_bytes() != held:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(held)
            sys.stdout.write(f"wrote {path.relative_to(ROOT)}\n")
    for path in sorted({*FOLDER.glob(f"{TEMPLATES}/*.pot"), *FOLDER.glob("*/*.po")} - {*files}):
        sys.stdout.write(f"no part of the catalogue any more: {path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
