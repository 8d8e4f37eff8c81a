"""Are the catalogues of a pack right? And a catalogue to fill in, for who translates it."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final

from game.content import Content
from game.content.lessons import pack_plans
from game.content.texts import Text, texts_of
from game.words.catalogue import ENGLISH
from game.words.catalogue_check import Fault, wrongs
from game.words.pack_catalogues import Key, catalogues_of, is_fit
from game.words.po_files import Entry, PoFileError, entries_in

_GROUPS: Final = ("sites", "cards", "crises", "mandates", "scenarios", "capitals", "sources")
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n"}


def pack_faults(content: Content) -> tuple[Fault, ...]:
    """Return what is wrong with the catalogues of the last pack, by file and line."""
    if not content.packs:
        return ()
    root = content.packs[-1].spec.place.path.parent
    own = f"pack-{len(content.packs)}/"
    there = {
        language: text
        for language, name, text in catalogues_of(content)
        if name.startswith(own)
    }
    spoken = set(content.packs[-1].spec.languages) - {ENGLISH}
    found = [
        Fault(
            root / "pack.yaml", 1, f"names the language {language}, but has no catalogue of it"
        )
        for language in sorted(spoken - there.keys())
    ]
    found += [
        Fault(
            root / f"locale/{language}.po", 1, f"pack.yaml doesn't name the language {language}"
        )
        for language in sorted(there.keys() - spoken)
    ]
    wanted = {(one.context, one.text) for one in pack_messages(content)}
    for language, text in there.items():
        found += _of_catalogue(root / f"locale/{language}.po", text, language, wanted)
    return tuple(found)


def pack_messages(content: Content) -> Iterator[Text]:
    """Yield the texts that a pack brings itself, each once."""
    seen: set[Key] = set()
    replaced = {slug for pack in content.packs for slug in pack.spec.replaces}
    texts = [texts_of(pack.spec, pack.spec.name) for pack in content.packs]
    for group in _GROUPS:
        for slug, spec in getattr(content, group).items():
            if slug not in content.standard[group] or slug in replaced:
                texts.append(texts_of(spec))
    texts += [texts_of(plan) for plan in pack_plans(content).values()]
    for one in chain.from_iterable(texts):
        if (one.context, one.text) not in seen:
            seen.add((one.context, one.text))
            yield one


def filled_in(content: Content, language: str, before: str, path: Path) -> str:
    """Return a catalogue with all texts of a pack; what was translated before is kept.

    Raises:
        PoFileError: What was there is no catalogue.
    """
    kept = {entry.key: entry for entry in entries_in(before, path)} if before else {}
    head = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
    )
    return head + "".join(_entry(one, kept) for one in pack_messages(content))


def _entry(one: Text, kept: dict[tuple[str | None, str], Entry]) -> str:
    """Return one message with its translation, as a file has it."""
    before = kept.get((one.context, one.text))
    told = before.texts[0] if before is not None else ""
    fuzzy = "#, fuzzy\n" if before is not None and before.fuzzy else ""
    return (
        f"\n#. {one.field.replace('_', ' ')}\n{fuzzy}"
        f"msgctxt {_quoted(one.context)}\nmsgid {_quoted(one.text)}\nmsgstr {_quoted(told)}\n"
    )


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(sign, sign) for sign in text) + '"'


def _of_catalogue(path: Path, text: str, language: str, wanted: set[Key]) -> Iterator[Fault]:
    """Yield what is wrong with one catalogue."""
    try:
        held = entries_in(text, path)
    except PoFileError as error:
        yield Fault(path, error.line, error.reason)
        return
    count = Counter(entry.key for entry in held)
    for entry in held:
        shown = entry.message[:40]
        if (entry.context, entry.message) not in wanted:
            yield Fault(path, entry.line, f"stale: the pack has no “{shown}”")
        elif count[entry.key] > 1:
            yield Fault(path, entry.line, f"broken: “{shown}” stands here twice")
        elif not entry.translated:
            yield Fault(path, entry.line, f"missing: “{shown}”", grave=False)
        elif not is_fit(entry):
            what = "far longer than in English, or with a line end in it"
            yield Fault(path, entry.line, f"broken: “{shown}”: {what}")
        else:
            for wrong in wrongs(entry, language):
                yield Fault(path, entry.line, f"broken: “{shown}”: {wrong}")
    lacking = sorted(wanted - {(entry.context or "", entry.message) for entry in held})
    for _, message in lacking:
        yield Fault(path, 1, f"missing: “{message[:40]}”", grave=False)
