"""Make the stand-alone folder, which needs no Python, and an archive of it.

    python .github/packaging/freeze.py OUT

Run it with a Python into which nothing is installed but the wheel and PyInstaller. What it
makes runs on the system that it was made on, and on later ones.
"""

import platform
import shutil
import sys
from pathlib import Path
from typing import Final

import notices
import PyInstaller.__main__

import game

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
NAME: Final = "defend-together"
APPLICATION: Final = "Defend Together.app"
PROGRAMS: Final = {"win32": "Defend Together.exe", "darwin": APPLICATION}
"""What a person starts, by system."""
COMMANDS: Final = {
    "win32": f"{NAME}.exe",
    "darwin": f'"{APPLICATION}/Contents/MacOS/{NAME}"',
}
READ_ME: Final = """\
Defend Together {version}

Start "{program}" in this folder. Nothing has to be installed, and the folder may lie on
a stick or a drive that can't be written to. Matches are saved where your system keeps such
things; set DEFEND_TOGETHER_HOME to a folder to have them there.

In a terminal, {command} --help tells what else there is.
THIRD-PARTY.txt says on whose work this rests.
"""


def main() -> int:
    """Make folder and archive, and say where they are."""
    out = Path(sys.argv[1]).resolve()
    PyInstaller.__main__.run(
        [
            str(HERE / f"{NAME}.spec"),
            f"--distpath={out}",
            f"--workpath={out / 'work'}",
            "--noconfirm",
            "--log-level=WARN",
        ]
    )
    shutil.rmtree(out / "work")
    folder = out / NAME
    if sys.platform == "darwin":
        # There the application is the folder; what it was made of goes.
        shutil.rmtree(folder)
        folder.mkdir()
        shutil.move(out / APPLICATION, folder)
    papers(folder)
    sys.stdout.write(f"{folder}\n{archived(out, folder)}\n")
    return 0


def papers(folder: Path) -> None:
    """Put what a person should read into the folder."""
    read_me = READ_ME.format(
        version=game.__version__,
        program=PROGRAMS.get(sys.platform, NAME),
        command=COMMANDS.get(sys.platform, f"./{NAME}"),
    )
    told = notices.notices(folder, notices.python_licence())
    (folder / "README.txt").write_text(read_me, encoding="utf-8")
    (folder / notices.NAME).write_text(told, encoding="utf-8")
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE.txt")


def archived(out: Path, folder: Path) -> Path:
    """Return an archive of the folder, named by version, system and processor."""
    machine = f"{platform.system()}-{platform.machine()}".lower()
    name = out / f"{NAME}-{game.__version__}-{machine}"
    kind = "zip" if sys.platform == "win32" else "gztar"
    return Path(shutil.make_archive(str(name), kind, out, folder.name))


if __name__ == "__main__":
    sys.exit(main())
