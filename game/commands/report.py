"""`report`: the debrief of one saved match, or the report of a whole class."""

import argparse
import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from game.charts import Page, html, plain
from game.commands.faults import InputError, cant_write
from game.content import load_content
from game.teach import class_values as of_class
from game.teach import values as of_match
from game.teach.class_results import class_results
from game.teach.debrief import Debrief, debrief
from game.teach.gathering import Collected, Gathered, gather
from game.teach.reachable import GAMES, reachable
from game.teach.review import reviewed
from game.teach.telling.class_page import class_page
from game.teach.telling.page import chapters, debrief_page, words_for
from game.told import mark
from game.words import Words, environment_language

Watch = Callable[[float], None]

_ENDINGS: Final = (".html", ".htm", ".txt", ".json", ".csv")


def report(options: argparse.Namespace) -> int:
    """Write the report of the saves that were named and return the exit code.

    Raises:
        InputError: None of the files is a saved match, or the report can't be written.
        LanguageError: There is no such catalogue.
    """
    words = Words(load_content(), options.lang or environment_language())
    _check_named(options.saves)
    _check_out(options.out)
    gathered = gather(options.saves)
    for one in gathered.skipped:
        told = words.text(
            "Left out: {file}: {reason}", file=str(one.path), reason=words.told(one.reason)
        )
        print(told, file=sys.stderr)
    if not gathered.matches:
        raise InputError(mark("none of these files is a saved match that can be used"))
    single = len(gathered.matches) == 1 and not options.whole_class
    text = _of_match(gathered, options) if single else _of_class(gathered, options)
    _write(text, options.out)
    return 0


def _check_named(paths: Iterable[Path]) -> None:
    """Refuse a name that nothing bears: a slip of the keyboard is no damaged file."""
    for path in paths:
        there = False
        with suppress(OSError):  # a name that is too long for any file
            there = path.exists()
        if not there:
            raise InputError(mark("{path}: there is no such file or folder"), path=str(path))


def _check_out(out: Path | None) -> None:
    """Refuse a file that isn't a report's, or can't be written, before anything is searched."""
    if out is None:
        return
    if out.suffix.lower() not in _ENDINGS:
        raise InputError(
            mark("--out {path}: a report ends in {endings}"),
            path=str(out),
            endings=", ".join(_ENDINGS),
        )
    try:
        there = out.exists()
        with out.open("a", encoding="utf-8"):
            pass
        if not there:
            out.unlink()
    except OSError as error:
        raise cant_write("--out", out, error) from error


def _of_match(gathered: Gathered, options: argparse.Namespace) -> str:
    """Return the debrief of one match in the form that was asked for."""
    match = gathered.matches[0]
    found = debrief(
        match.course,
        secrets=options.secrets,
        hints=match.hints,
        lesson=match.lesson,
        predictions=match.predictions,
    )
    words = words_for(found, options.lang or environment_language())
    found = _searched(words, found, options)
    suffix = _suffix(options.out)
    if suffix in {".json", ".csv"}:
        values = of_match.debrief_values(words, found, chapters(words, found))
        if suffix == ".json":
            return _json(values)
        return _csv(of_match.COLUMNS, of_match.debrief_rows(values))
    page = debrief_page(words, found, _notes(words, gathered, match))
    return _page(page, suffix)


def _searched(words: Words, found: Debrief, options: argparse.Namespace) -> Debrief:
    """Return a debrief with what only search can tell, if the match is over."""
    if found.outcome is None:
        return found
    course = found.course
    if options.rerun:
        watch = _progress(words.text("Looking at decisions again"))
        found = replace(found, review=reviewed(course, options.seed, watch=watch))
    games = GAMES if options.games is None else options.games
    if games:
        watch = _progress(words.text("Playing the same deal again"))
        ends = reachable(course, games, options.seed, watch=watch)
        found = replace(found, reachable=ends)
    return found


def _notes(words: Words, gathered: Gathered, match: Collected) -> tuple[str, ...]:
    """Return what was damaged or left out."""
    notes = []
    if match.lost:
        notes.append(
            words.text(
                "The last {n} bytes of the file are damaged and were left out.", n=match.lost
            )
        )
    notes += [
        words.text(
            "Left out: {file}: {reason}", file=one.path.name, reason=words.told(one.reason)
        )
        for one in gathered.skipped
    ]
    return tuple(notes)


def _of_class(gathered: Gathered, options: argparse.Namespace) -> str:
    """Return the report of several matches in the form that was asked for."""
    words = Words(gathered.matches[0].course.content, options.lang or environment_language())
    names = [
        match.path.stem if options.names else words.text("Table {n}", n=number)
        for number, match in enumerate(gathered.matches, 1)
    ]
    results = class_results(gathered, names, secrets=options.secrets)
    suffix = _suffix(options.out)
    if suffix == ".json":
        return _json(of_class.class_values(results))
    if suffix == ".csv":
        return _csv(of_class.COLUMNS, of_class.class_rows(results))
    return _page(class_page(words, results), suffix)


def _suffix(out: Path | None) -> str:
    """Return the form of the report: by the file's ending; text for the terminal."""
    return ".txt" if out is None else out.suffix.lower()


def _page(page: Page, suffix: str) -> str:
    return plain(page) if suffix == ".txt" else html(page)


def _json(values: dict[str, Any]) -> str:
    return json.dumps(values, indent=2, ensure_ascii=False) + "\n"


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with a comma between cells."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue()


def _write(text: str, out: Path | None) -> None:
    """Write a report, or print it."""
    if out is None:
        print(text, end="")
        return
    try:
        # Spreadsheets take a table without this mark for one of their own code page.
        encoding = "utf-8-sig" if out.suffix.lower() == ".csv" else "utf-8"
        out.write_text(text, encoding=encoding, newline="\n")
    except OSError as error:
        raise cant_write("--out", out, error) from error


def _progress(what: str) -> Watch:
    """Return what shows on a terminal how far the search is; elsewhere nothing."""
    shown = -1

    def watch(done: float) -> None:
        nonlocal shown
        percent = round(100 * done)
        if sys.stderr.isatty() and percent != shown:
            shown = percent
            end = "\n" if percent == 100 else ""
            print(f"\r{what}: {percent} %", end=end, file=sys.stderr, flush=True)

    return watch
