"""Wheels and sdists, built and installed as a stranger does it, without a network."""

import os
import subprocess
import sys
import tarfile
import venv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser
from functools import cached_property
from importlib.metadata import Distribution, distribution
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pathspec import GitIgnoreSpec

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "defend-together"
BACKEND = "hatchling"
SECONDS = 120


def sources(root: Path) -> Iterator[str]:
    """Yield the files of the project, below its root: no caches, no environments."""
    lines = (root / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = GitIgnoreSpec.from_lines([*lines, "/.git"])
    for folder, folders, files in os.walk(root):
        below = Path(folder).relative_to(root)
        folders[:] = [n for n in folders if not ignored.match_file(f"{below / n}/")]
        for name in files:
            if name != "PKG-INFO" and not ignored.match_file(str(below / name)):
                yield (below / name).as_posix()


def copied(root: Path, target: Path, *, reverse: bool = False, mode: int = 0o644) -> Path:
    """Copy the sources into a new folder, in an order and with rights that builds may see."""
    for path in sorted(sources(root), reverse=reverse):
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes((root / path).read_bytes())
        (target / path).chmod(mode)
    return target


def build(source: Path, kind: str, out: Path) -> Path:
    """Build a `wheel` or an `sdist` out of a folder."""
    command = [sys.executable, "-m", BACKEND, "build", "-t", kind, "-d", str(out)]
    subprocess.run(command, cwd=source, check=True, capture_output=True, timeout=SECONDS)
    (made,) = out.iterdir()
    return made


def unpacked(sdist: Path, target: Path) -> Path:
    """Unpack an sdist and return the folder of the project."""
    # the first Pythons of 3.11 know no filters; what is unpacked was made just now, by us
    with tarfile.open(sdist) as archive:
        if hasattr(tarfile, "data_filter"):
            archive.extractall(target, filter="data")
        else:
            archive.extractall(target)
    (folder,) = target.iterdir()
    return folder


def names_in(archive: Path) -> set[str]:
    """Return the files in a wheel, or those in an sdist below its one folder."""
    if archive.suffix == ".whl":
        with ZipFile(archive) as wheel:
            return set(wheel.namelist())
    with tarfile.open(archive) as sdist:
        return {name.partition("/")[2] for name in sdist.getnames()}


@dataclass(frozen=True)
class Installed:
    """An environment of its own, with the game and what it needs and nothing else."""

    folder: Path

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def program(self) -> Path:
        """The command that is installed."""
        return self.python.with_name(f"{PROGRAM}.exe" if os.name == "nt" else PROGRAM)

    @property
    def command(self) -> tuple[str, ...]:
        """What starts the game."""
        return (str(self.program),)

    @cached_property
    def packages(self) -> Path:
        """Where its packages lie."""
        code = "import sysconfig; print(sysconfig.get_path('purelib'))"
        return Path(self.run(self.python, "-I", "-c", code).stdout.strip())

    def run(self, *command: object, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run something in a folder that is nobody's, with no variables but these."""
        return subprocess.run(
            [str(part) for part in command],
            cwd=self.elsewhere(),
            env=self.environment(**variables),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )

    def play(self, *arguments: object) -> str:
        """Run the game and return what it printed; it has to end well, without complaint."""
        done = self.run(*self.command, *arguments)
        assert (done.returncode, done.stderr) == (0, ""), done
        return done.stdout

    def elsewhere(self) -> Path:
        """Return a folder that has nothing of the project."""
        folder = self.folder.parent / "elsewhere"
        folder.mkdir(exist_ok=True)
        return folder

    def environment(self, **variables: str) -> dict[str, str]:
        """Return the variables of somebody who has set nothing."""
        kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        return {"HOME": str(self.folder.parent / "home"), "PATH": os.defpath} | kept | variables


def metadata_of(archive: Path) -> Message:
    """Return what a wheel or an sdist says of itself."""
    ending = ".dist-info/METADATA" if archive.suffix == ".whl" else "/PKG-INFO"
    if archive.suffix == ".whl":
        with ZipFile(archive) as wheel:
            (name,) = (n for n in wheel.namelist() if n.endswith(ending))
            return Parser().parsestr(wheel.read(name).decode("utf-8"))
    with tarfile.open(archive) as sdist:
        (name,) = (n for n in sdist.getnames() if n.endswith(ending) and n.count("/") == 1)
        told = sdist.extractfile(name)
        assert told is not None
        return Parser().parsestr(told.read().decode("utf-8"))


def needs_of(lines: Iterable[str] | None) -> set[str]:
    """Return the names of what is needed to run, out of the lines that say so."""
    needs = [Requirement(line) for line in lines or ()]
    here = [n for n in needs if n.marker is None or n.marker.evaluate({"extra": ""})]
    return {canonicalize_name(need.name) for need in here}


def install(archive: Path, folder: Path) -> Installed:
    """Install an archive with pip into a new environment; an sdist is built there."""
    venv.create(folder / "env")
    environment = Installed(folder / "env")
    lent = needs_of(metadata_of(archive).get_all("Requires-Dist"))
    if archive.suffix != ".whl":
        lent.add(BACKEND)
    for name in with_all_needs(lent):
        link(distribution(name), environment.packages)
    quiet = ["--no-deps", "--no-index", "--no-build-isolation", "--disable-pip-version-check"]
    pip = [sys.executable, "-m", "pip", "--python", str(environment.python), "install", *quiet]
    subprocess.run([*pip, str(archive)], check=True, capture_output=True, timeout=SECONDS)
    return environment


def with_all_needs(names: Iterable[str]) -> set[str]:
    """Return distributions with what they need themselves, all the way down."""
    found: set[str] = set()
    due = set(names)
    while due:
        found |= due
        due = {need for name in due for need in needs_of(distribution(name).requires)} - found
    return found


def link(found: Distribution, packages: Path) -> None:
    """Link the folders and files of a distribution that lie side by side."""
    for top in {path.parts[0] for path in found.files or () if path.parts[0] not in ("..", "")}:
        if top != "__pycache__" and not (packages / top).exists():
            (packages / top).symlink_to(Path(str(found.locate_file(top))))
