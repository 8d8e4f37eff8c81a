"""Whole solo matches in a real window under Xvfb, driven by xdotool: slow, and seen by X."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
    ),
]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen of its own, of a number that nobody uses."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x720x24"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@pytest.mark.parametrize("hands", ["mouse", "keys"])
def test_a_whole_match_in_a_real_window(screen: str, hands: str, tmp_path: Path) -> None:
    drivers = {"SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy", "DISPLAY": screen}
    home = {"DEFEND_TOGETHER_HOME": str(tmp_path / "home")}
    played = subprocess.run(
        [sys.executable, "-m", "tests.ui.real_window", hands, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, **drivers, **home},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert played.returncode == 0, played.stdout + played.stderr
    assert played.stdout.splitlines()[-1].startswith(hands)
