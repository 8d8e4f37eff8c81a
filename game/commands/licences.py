"""`licences`: under which terms the game and all that it runs on are shared."""

import argparse
import platform
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Final

import game
from game.paths import asset_path
from game.words import Speech, environment_language

_OTHERS: Final = ("pygame", "pygame-ce", "PyYAML", "appdirs")
"""What the game may run on, beside Python; one pygame is there."""
_PYTHONS: Final = "PSF-2.0"


def licences(options: argparse.Namespace) -> int:
    """Print the licences and return the exit code."""
    speech = Speech(options.lang or environment_language())
    print(
        speech.text(
            "Defend Together {version} is under the MIT licence. It runs on:",
            version=game.__version__,
        )
    )
    for name, version, licence in _run_on():
        row = speech.text(
            "{name} {version}: {licence}", name=name, version=version, licence=licence
        )
        print(f"  {row}")
    print(f"\n{asset_path('CREDITS.md').read_text(encoding='utf-8').rstrip()}")
    return 0


def _run_on() -> Iterator[tuple[str, str, str]]:
    """Yield name, version and licence of what the game runs on here."""
    yield "Python", platform.python_version(), _PYTHONS
    for name in _OTHERS:
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        yield name, found.version, _licence_of(found)


def _licence_of(found: Distribution) -> str:
    """Return the licence that a distribution names, in one line."""
    told = found.metadata.json
    return str(told.get("license_expression") or told.get("license") or "?").splitlines()[0]
