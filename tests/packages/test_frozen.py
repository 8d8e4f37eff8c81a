"""The stand-alone folder, where there is no Python, no network, and nothing can be written.

    DEFEND_TOGETHER_FOLDER=FOLDER python -m pytest -m long tests/packages/test_frozen.py

FOLDER is what `.github/packaging/freeze.py` made. What a system doesn't let itself be denied
(on Windows and macOS: the network; without root: the rights of another) is left as it is.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import game
from tests.packages.built import PROGRAM, Installed
from tests.packages.screens import NEEDS_A_SCREEN, opened, screen, seen

FOLDER = os.environ.get("DEFEND_TOGETHER_FOLDER", "")
NOBODY = 65534
GO_ON = f"To go on: {PROGRAM} text --resume"
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not FOLDER, reason="needs DEFEND_TOGETHER_FOLDER, made by freeze.py"),
]


@dataclass(frozen=True)
class Frozen(Installed):
    """A copy of the folder, under a name with spaces and letters of two alphabets."""

    @property
    def program(self) -> Path:
        """The program in the folder."""
        inside = "Contents/MacOS" if self.folder.suffix == ".app" else "."
        return self.folder / inside / (f"{PROGRAM}.exe" if os.name == "nt" else PROGRAM)

    @cached_property
    def command(self) -> tuple[str, ...]:
        """What starts the game: as nobody, and with no network, where that can be had."""
        rights = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        alone = ["unshare", "--net", *rights]
        if shutil.which("unshare") is None or not succeeds(*alone, "true"):
            return (str(self.program),)
        return (
            str(shutil.which("unshare")),
            "--net",
            str(shutil.which("setpriv")),
            *rights[1:],
            str(self.program),
        )

    def environment(self, **variables: str) -> dict[str, str]:
        """Return the variables of somebody who has set nothing, and has no programs."""
        home = {"DEFEND_TOGETHER_HOME": str(self.home), "LANG": "C.UTF-8"}
        bare = super().environment(PATH=str(self.elsewhere()))
        return bare | home | variables

    @property
    def home(self) -> Path:
        """The one place that can be written to."""
        return self.folder.parent / "Cahier d’élève"

    def saves(self) -> list[Path]:
        """Return the saved matches, oldest first."""
        found = (self.home / "data" / "matches").glob("*.match")
        return sorted(found, key=lambda path: path.stat().st_mtime_ns)


def succeeds(*command: str) -> bool:
    """Say whether a command can be run here."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def frozen() -> Iterator[Frozen]:
    """The folder, copied to where it can only be read."""
    # No folder of pytest's: nobody else may go into these.
    with TemporaryDirectory() as name:
        place = Path(name) / "Règles – Правила"
        copy = Frozen(place / Path(FOLDER).name)
        shutil.copytree(FOLDER, copy.folder, symlinks=True)
        copy.home.mkdir()
        copy.elsewhere()
        if os.name != "nt":
            subprocess.run(["chmod", "-R", "a-w,a+rX", name], check=True)
            copy.home.chmod(0o777)
        yield copy
        if os.name != "nt":
            subprocess.run(["chmod", "-R", "u+w", name], check=True)


def typed(frozen: Frozen, answers: str, *arguments: str) -> str:
    """Play in the terminal with answers that were typed; return what was said."""
    done = subprocess.run(
        [*frozen.command, "text", *arguments],
        cwd=frozen.elsewhere(),
        env=frozen.environment(),
        input=answers,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_it_starts_and_all_of_it_is_there(frozen):
    assert frozen.play("--version") == f"{PROGRAM} {game.__version__}\n"
    assert frozen.run(*frozen.command, "check").stdout == "No problems found.\n"
    assert "PyYAML" in frozen.play("licences")
    assert "usage: " not in frozen.play("--help", "--lang", "ru")


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux, to look at a process")
def test_nothing_of_a_python_outside_and_no_network_is_used(frozen):
    told = frozen.run(*frozen.command[:-1], shutil.which("env") or "env")

    assert "PYTHON" not in told.stdout
    if len(frozen.command) > 1:
        ask = [*frozen.command[:-1], shutil.which("cat") or "cat", "/proc/net/dev"]
        assert [
            line.split(":")[0].strip() for line in frozen.run(*ask).stdout.splitlines()[2:]
        ] == ["lo"]


def test_a_match_against_a_player_that_plans_is_saved_resumed_and_ends(frozen):
    begin = [
        "--scenario",
        "first-council",
        "--seed",
        "1",
        "--nato",
        "human",
        "--russia",
        "search:2",
    ]
    told = typed(frozen, "1\n1\n", *begin)
    (save,) = frozen.saves()
    begun = save.stat().st_size
    assert str(save) in told
    assert GO_ON in told

    told = typed(frozen, "1\n" * 400, "--resume")

    assert save.stat().st_size > begun
    assert GO_ON not in told
    assert "replayed" in frozen.play("replay", save)


def test_processes_that_play_are_this_very_program(frozen):
    seats = ["--nato", "search:1", "--russia", "greedy"]
    options = ["--scenario", "first-council", *seats, "--games", "4", "--seed", "7"]

    assert frozen.play("simulate", *options, "--jobs", "2") == frozen.play("simulate", *options)


def test_a_class_gets_its_report_and_its_pages(frozen):
    home = frozen.home
    frozen.play(
        "simulate", "--scenario", "first-council", "--games", "2", "--save-dir", home / "class"
    )  # fmt: skip
    frozen.play("report", home / "class", "--lang", "fr", "--out", home / "class.html")
    frozen.play("handouts", "--lesson", "introduction-45", "--out", home / "handouts")

    assert 'lang="fr"' in (home / "class.html").read_text(encoding="utf-8")
    assert list((home / "handouts").glob("*.html"))


@NEEDS_A_SCREEN
@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux, to look at a process")
def test_in_its_window_computers_think_in_a_process_of_their_own(frozen, tmp_path):
    seats = ["--nato", "search:1", "--russia", "search:1", "--scenario", "first-council"]
    before = set(frozen.saves())

    with screen(tmp_path) as shown, opened(frozen, shown, frozen.home, "play", *seats):
        assert seen(lambda: len(set(frozen.saves()) - before) == 1)
        (save,) = set(frozen.saves()) - before
        begun = save.stat().st_size
        assert seen(lambda: thinking(frozen.program) > 1)
        assert seen(lambda: save.stat().st_size > begun + 500)

    assert seen(lambda: thinking(frozen.program) == 0)


def thinking(program: Path) -> int:
    """Return how many processes run a program."""
    found = 0
    for link in Path("/proc").glob("[0-9]*/exe"):
        try:
            found += link.readlink() == program
        except OSError:
            continue
    return found


def test_it_says_on_whose_work_it_rests(frozen):
    papers = frozen.folder.parent.parent if frozen.folder.suffix == ".app" else frozen.folder
    told = (papers / "THIRD-PARTY.txt").read_text(encoding="utf-8")

    for name in ("Python", "pygame", "PyYAML", "appdirs", "SDL 2", "FreeType", "Natural Earth"):
        assert name in told
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in told
    assert (papers / "LICENSE.txt").is_file()
    assert PROGRAM in (papers / "README.txt").read_text(encoding="utf-8")
