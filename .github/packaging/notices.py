"""Write what a stand-alone folder says of those on whose work it rests.

    python .github/packaging/notices.py FOLDER

It looks at what is in the folder, and ends with an error if it finds something whose terms
nobody has looked up: that belongs into `libraries.py`, with its text in `licences/`.
"""

import platform
import re
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import PathDistribution
from pathlib import Path
from typing import Final

from libraries import LGPL, LIBRARIES, PUBLIC, Library

HERE: Final = Path(__file__).resolve().parent
TEXTS: Final = HERE / "licences"
NAME: Final = "THIRD-PARTY.txt"
OWN: Final = "defend-together"

PACKAGES: Final = (
    Library(
        ("pygame", "pygame-ce"),
        "pygame",
        LGPL,
        "2000-2024 pygame authors",
        "https://pygame.org",
    ),
    Library(
        ("pyyaml",),
        "PyYAML",
        "MIT",
        "2017-2021 Ingy döt Net, 2006-2016 Kirill Simonov",
        "https://pyyaml.org",
    ),
    Library(
        ("appdirs",),
        "appdirs",
        "MIT",
        "2010 ActiveState Software Inc.",
        "https://pypi.org/project/appdirs",
    ),
)
"""What Python packages there may be, by their names in `*.dist-info`."""
PYTHONS_OWN: Final = re.compile(
    r"lib-dynload|python3?[0-9.]*\.(dll|so|dylib)|Python(\.framework)?$"
)
BINARY: Final = re.compile(r"\.(dll|dylib|pyd|so)(\.[0-9.]+)?$")
MODULE: Final = re.compile(r"\.(cpython-[^/]*\.so|abi3\.so|cp[0-9]+-[^/]*\.pyd|pyd)$")
FORMS: Final = re.compile(r"-or-later$")


class UnknownError(ValueError):
    """Something is shipped whose terms nobody has looked up."""


def main() -> int:
    """Write the notices into a folder."""
    folder = Path(sys.argv[1])
    try:
        text = notices(folder, python_licence())
    except UnknownError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")
    return 0


def notices(folder: Path, python: str) -> str:
    """Return the notices of a folder.

    Args:
        folder: What PyInstaller made.
        python: The licence of Python.

    Raises:
        UnknownError: There is something that `libraries.py` doesn't name.
    """
    found = (*packages_in(folder), *libraries_in(folder))
    lines = [_HEAD.format(version=platform.python_version())]
    lines += [
        f"{one.title}\n  Copyright {one.holders}\n  {one.licence}; {one.home}\n"
        for one in found
    ]
    shown = next(folder.rglob("assets/CREDITS.md")).read_text(encoding="utf-8")
    lines += [shown, _ruled("Python"), python]
    for name in texts_of(found):
        lines += [_ruled(name), (TEXTS / f"{name}.txt").read_text(encoding="utf-8")]
    return "\n".join(lines)


def packages_in(folder: Path) -> Iterator[Library]:
    """Yield the Python packages in a folder."""
    for path in sorted(folder.rglob("*.dist-info")):
        name = PathDistribution(path).metadata["Name"].lower()
        if name != OWN:
            known = [one for one in PACKAGES if name in one.names]
            if not known:
                raise UnknownError(f"{path.name}: notices.py doesn't say whose that is")
            yield known[0]


def libraries_in(folder: Path) -> tuple[Library, ...]:
    """Return the libraries in a folder, each once; modules belong to their packages."""
    found: dict[str, Library] = {}
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder).as_posix()
        if (
            BINARY.search(path.name)
            and not MODULE.search(path.name)
            and not PYTHONS_OWN.search(below)
        ):
            library = library_of(path.name)
            if library is None:
                raise UnknownError(f"{below}: libraries.py doesn't say whose that is")
            found[library.title] = library
    return tuple(sorted(found.values(), key=lambda one: one.title.lower()))


def texts_of(found: tuple[Library, ...]) -> list[str]:
    """Return the names of the texts that the licences of libraries stand in."""
    words = {
        word
        for one in found
        if one.licence != PUBLIC
        for word in re.split(r" (?:AND|WITH) ", one.licence)
    }
    return sorted(
        name for word in words if (TEXTS / f"{(name := FORMS.sub('', word))}.txt").is_file()
    )


def python_licence() -> str:
    """Return the licence of the Python that runs this, which is the one in the folder."""
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    for place in places:
        if (place / "LICENSE.txt").is_file():
            return (place / "LICENSE.txt").read_text(encoding="utf-8")
    raise UnknownError("this Python doesn't bring its licence, LICENSE.txt")


def library_of(name: str) -> Library | None:
    """Return the library that a file belongs to, whatever version stands in its name."""
    for library in LIBRARIES:
        for one in library.names:
            if re.fullmatch(rf"(lib)?{re.escape(one)}([^a-z0-9_].*)?", name.lower()):
                return library
    return None


def _ruled(title: str) -> str:
    return f"\n{'=' * 79}\n{title}\n{'=' * 79}\n"


_HEAD: Final = """\
Defend Together is under the MIT licence (LICENSE.txt). This folder also holds the work of
others, under the terms that stand behind each. Whatever is under the GNU Lesser General
Public License lies in this folder as a file of its own, and may be replaced by another
version; its source is to be had where the address leads.

Python {version}
  Copyright 2001-2024 Python Software Foundation
  PSF-2.0; https://www.python.org

PyInstaller's start program
  Copyright 2010-2024 PyInstaller Development Team
  GPL-2.0-or-later with an exception that lets it start anything; https://pyinstaller.org
"""

if __name__ == "__main__":
    sys.exit(main())
