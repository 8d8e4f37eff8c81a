"""Damaged files of the game, and a watch over where anything is written.

    python -m tests.reliability.fuzzed --inputs 20000 --seed 1

reads so many damaged and made-up files and command lines, and prints what went wrong.
"""

import argparse
import contextlib
import io
import json
import logging
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from game import cli
from game.match import Match, SaveError, list_saved
from game.match.marks import SUFFIX as MARKS
from game.match.marks import Marks
from game.match.reading import read_journal
from game.match.record import FIRST_LINE, Record, checksum, plain, values_of, veiled
from game.paths import HOME_VARIABLE, UserFolderError
from game.ui.preferences import FILE_NAME, Preferences
from tests.samples.make_samples import EXPECTED, HERE

SAMPLES = sorted(HERE.glob("*/*.match"))
WORDS = (
    *(
        "play",
        "text",
        "simulate",
        "check",
        "replay",
        "report",
        "class",
        "lab",
        "bench",
        "packs",
    ),
    *("--scenario", "--nato", "--russia", "--seed", "--lang", "--resume", "--class", "--games"),
    *("--jobs", "--json", "--out", "--save-dir", "--record", "--help", "--version", "--", "-"),
    *(
        "first-council",
        "human",
        "greedy",
        "search:9",
        "search:3:hidden",
        "search:::",
        "en",
        "fr",
    ),
    *("xx", "0", "-1", "1e9", "1_0", "٣", "NaN", "9" * 23, "9" * 5000, "", " ", "\n", "\udcff"),
    *("é", "../../x", "~", "/dev/null", "/nowhere/at/all", ".", "%s", "{path}", "💥"),
    *("left.match", "finished.match", "nonsense.match", "empty.match", "a-folder", "out.html"),
)
"""What command lines are made of; names of files are those of the folder they run in."""
NEVER_RUN = ("_simulate", "_lab", "_bench", "_play")
"""Commands that take long or open a window: of these the options alone are read."""


# ------------------------------------------------------------------- where is written


class Watch:
    """Notes every file that is written, made, renamed or removed outside of a folder."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.strayed: list[str] = []
        sys.addaudithook(self._heard)

    def _heard(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.folder is None or event not in _CHANGES:
            return
        if event == "open" and not _writes(arguments):
            return
        for path in arguments[: _CHANGES[event]]:
            if isinstance(path, str | bytes | os.PathLike) and not self._inside(path):
                self.strayed.append(f"{event} {path!r}")

    def _inside(self, path: str | bytes | os.PathLike[str]) -> bool:
        absolute = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - asks no disk
        if absolute.startswith(("/dev/", "/proc/")) or "__pycache__" in absolute:
            return True
        return absolute.startswith(f"{self.folder}{os.sep}") or absolute == str(self.folder)

    @contextlib.contextmanager
    def over(self, folder: Path) -> Iterator[None]:
        """Watch while something is tried that may write into a folder alone."""
        self.folder, self.strayed = folder, []
        try:
            yield
        finally:
            self.folder = None
        assert not self.strayed, self.strayed


_CHANGES = {"open": 1, "os.rename": 2, "os.remove": 1, "os.mkdir": 1, "os.rmdir": 1}


def _writes(arguments: tuple[object, ...]) -> bool:
    mode, flags = arguments[1], arguments[2]
    if isinstance(mode, str):
        return bool(set(mode) & set("wxa+"))
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


# ---------------------------------------------------------------------- damaged files


def damaged(data: bytes, luck: Random) -> bytes:
    """Return bytes with some damage."""
    for _ in range(luck.choice((1, 1, 1, 2, 5))):
        if not data:
            return luck.randbytes(luck.randrange(40))
        place = luck.randrange(len(data))
        other = min(len(data), place + luck.choice((1, 2, 16, 300, 5000)))
        match luck.randrange(7):
            case 0:
                data = data[:place]
            case 1:
                data = data[:place] + bytes([luck.randrange(256)]) + data[place + 1 :]
            case 2:
                data = data[:place] + data[other:]
            case 3:
                data = data[:other] + data[place:]
            case 4:
                data = data[:place] + luck.randbytes(luck.randrange(60)) + data[place:]
            case 5:
                lines = data.splitlines(keepends=True)
                luck.shuffle(lines)
                data = b"".join(lines[: luck.randrange(1, len(lines) + 1)])
            case _:
                data = data.replace(b"\n", b"\r\n")
    return data


def forged(data: bytes, luck: Random) -> bytes:
    """Return a journal whose checksums hold, with records that were changed."""
    path = Path(tempfile.gettempdir()) / f"forged-{os.getpid()}.match"
    path.write_bytes(data)
    records = list(read_journal(path).records)
    path.unlink()
    for _ in range(luck.choice((1, 1, 3))):
        place = luck.choice((0, 1, luck.randrange(len(records)), luck.randrange(len(records))))
        match luck.randrange(5):
            case 0:
                del records[place]
            case 1:
                records.insert(luck.randrange(len(records) + 1), records[place])
            case 2:
                records[place] = Record(records[place].kind, luck.choice(PAYLOADS))
            case _:
                records[place] = _changed(records[place], luck)
        if not records:
            break
    lines, last = [FIRST_LINE], FIRST_LINE
    for record in records:
        last = checksum(last, record)
        lines.append(f"{last} {record.kind} {record.payload}")
    return ("\n".join(lines) + "\n").encode("ascii")


PAYLOADS = ("", "null", "[]", "{}", "7", '"x"', "~", "~!!!", "[" * 4000, "NaN", "1e999")
STRANGE: tuple[Any, ...] = (
    *(None, True, -1, 0, 10**30, 1.5, float("nan"), "", "x" * 300, [], {}, [[]], "human"),
    *(["human"], {"a": []}, "../../x", "long-negotiation", -(2**63)),
)


def _changed(record: Record, luck: Random) -> Record:
    """Return a record with one of its values changed."""
    try:
        values = values_of(record)
    except ValueError:
        return record
    if not isinstance(values, dict) or not values:
        return record
    key = luck.choice(list(values))
    if luck.random() < 0.2:
        del values[key]
    else:
        values[key] = luck.choice(STRANGE)
    return (veiled if record.payload.startswith("~") else plain)(record.kind, values)


# ----------------------------------------------------------------------------- trying


def resumed(path: Path) -> Match | str:
    """Return the match of a save, or what is said of it."""
    try:
        return Match.resume(path)
    except (SaveError, UserFolderError) as error:
        return str(error)


def try_save(folder: Path, data: bytes) -> str:
    """Read bytes as a save in every way; return in a word what came of it."""
    path = folder / "tried.match"
    path.write_bytes(data)
    listed = list_saved(folder)
    match = resumed(path)
    if isinstance(match, str):
        assert "\n" not in match, match
        assert path.read_bytes() == data, "what can't be used is left alone"
        return "refused"
    assert listed, "what can go on is offered"
    match.close()
    kept = [*folder.glob("*.damaged*")]
    assert bool(kept) == (match.notice is not None and "kept aside" in match.notice)
    return "mended" if match.notice else "as it was"


def try_settings(folder: Path, data: bytes) -> str:
    """Read bytes as settings; return in a word what came of it."""
    (folder / FILE_NAME).write_bytes(data)
    found = Preferences.of(folder)
    if found.notice is None:
        return "read"
    assert "\n" not in found.notice, found.notice
    assert any(path.read_bytes() == data for path in folder.glob("*.damaged*"))
    return "set aside"


def try_marks(folder: Path, data: bytes) -> str:
    """Read bytes as bookmarks; return in a word what came of it."""
    (folder / f"a.match{MARKS}").write_bytes(data)
    marks = Marks.of(folder / "a.match")
    marks.toggle(3)
    if marks.notice is None:
        return "read"
    assert "\n" not in marks.notice
    assert any(path.read_bytes() == data for path in folder.glob("*.damaged*"))
    return "set aside"


def try_command(folder: Path, words: list[str]) -> str:
    """Give words to the command line; return the code it ended with."""
    said, told = io.StringIO(), io.StringIO()
    before, stdin, home = Path.cwd(), sys.stdin, os.environ.get(HOME_VARIABLE)
    kept = {name: getattr(cli, name) for name in NEVER_RUN}
    os.chdir(folder)
    os.environ[HOME_VARIABLE] = str(folder / "home")
    sys.stdin = io.StringIO("\n1\nhelp\nundo\n" + "9" * 5000 + "\nquit\n\n")
    for name in NEVER_RUN:
        setattr(cli, name, lambda options: 0)
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(told):
            code = cli.main(words)
    finally:
        os.chdir(before)
        sys.stdin = stdin
        os.environ.pop(HOME_VARIABLE)
        if home is not None:
            os.environ[HOME_VARIABLE] = home
        for name, command in kept.items():
            setattr(cli, name, command)
    assert code in (0, 1, 2), (words, code, told.getvalue())
    assert "Traceback" not in told.getvalue(), (words, told.getvalue())
    if code == 2 or (code == 1 and words[:1] not in (["check"], ["report"], ["packs"])):
        assert told.getvalue().count("\n") == 1, (words, told.getvalue())
    return str(code)


def command_folder(folder: Path) -> None:
    """Lay out the files that command lines name."""
    sample = max(path for path in HERE.iterdir() if (path / EXPECTED).exists())
    for name in ("left.match", "finished.match"):
        shutil.copyfile(sample / name, folder / name)
    (folder / "nonsense.match").write_bytes(b"\x00nonsense\xff" * 50)
    (folder / "empty.match").touch()
    (folder / "a-folder").mkdir()


def some_words(luck: Random) -> list[str]:
    """Return a command line of known words and nonsense."""
    words = [luck.choice(WORDS) for _ in range(luck.randrange(7))]
    commands = ("replay", "report", "check", "class", "text", "simulate", "lab", "packs")
    return [luck.choice(commands), *words] if luck.random() < 0.6 else words


def some_json(luck: Random, known: dict[str, object]) -> bytes:
    """Return values like those of a file of ours, some of them strange."""
    values = dict(known)
    for _ in range(luck.randrange(1, 4)):
        name = luck.choice([*known, "strange", "format"])
        values[name] = luck.choice(STRANGE)
    return json.dumps(values).encode()


SETTINGS = (HERE / SAMPLES[0].parent.name / "settings.json").read_bytes()
BOOKMARKS = next(HERE.glob("*/*.marks")).read_bytes()


def tries(luck: Random) -> tuple[str, Callable[[Path], str]]:
    """Return one thing to try, and what kind it is."""
    kind = luck.choice(("save", "save", "forged", "settings", "marks", "command"))
    if kind == "command":
        words = some_words(luck)
        return kind, lambda folder: try_command(folder, words)
    if kind in ("save", "forged"):
        sample = luck.choice(SAMPLES).read_bytes()
        data = (damaged if kind == "save" else forged)(sample, luck)
        return kind, lambda folder: try_save(folder, data)
    whole, attempt = (SETTINGS, try_settings) if kind == "settings" else (BOOKMARKS, try_marks)
    data = damaged(whole, luck) if luck.random() < 0.5 else some_json(luck, json.loads(whole))
    return kind, lambda folder: attempt(folder, data)


def fuzz(inputs: int, seed: int, home: Path, watch: Watch) -> Counter[str]:
    """Try so many inputs; return how often what came of them."""
    luck = Random(seed)
    found: Counter[str] = Counter()
    for number in range(inputs):
        folder = home / str(number)
        folder.mkdir()
        kind, attempt = tries(Random(luck.randrange(1 << 60)))
        if kind == "command":
            command_folder(folder)
        with watch.over(folder):
            found[f"{kind}: {attempt(folder)}"] += 1
        shutil.rmtree(folder)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.disable()
    watch = Watch()
    with tempfile.TemporaryDirectory() as home:
        found = fuzz(options.inputs, options.seed, Path(home).resolve(), watch)
    print(sum(found.values()), dict(sorted(found.items())))  # noqa: T201


if __name__ == "__main__":
    main()
