"""Two windows at once: on one match, on the settings, on one match's bookmarks."""

import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.match import Match
from game.match.marks import Marks
from game.paths import HOME_VARIABLE
from game.ui.preferences import FILE_NAME, Preferences
from tests.reliability.real_window import RealWindow

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys
from pathlib import Path
from game.match import Match
match = Match.resume(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.fixture
def journal(home, content):
    """A match that was left, in the folder where a player's matches are."""
    folder = home / "data" / "matches"
    match = Match.start(content, "first-council", 4, ("human", "human"), folder)
    match.play(match.view(match.to_move or 0).legal_actions()[0])
    match.close()
    return match.path


@pytest.fixture
def other_window(journal):
    """Another process that has the match open."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(journal)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_match_that_is_open_elsewhere_is_refused_in_both_faces(
    home, journal, other_window, capsys
):
    data = journal.read_bytes()

    assert main(["text", "--resume"]) == 1
    said = capsys.readouterr().err
    window = RealWindow(home)
    window.click("continue")
    window.tick()
    window.tick()
    dialog = window.scene.dialog
    shown = window.dump()
    window.close()

    assert said.count("\n") == 1
    assert str(other_window.pid) in said
    assert dialog is not None
    assert str(other_window.pid) in shown
    assert journal.read_bytes() == data


def test_after_the_other_window_was_killed_the_match_goes_on(home, journal, other_window):
    other_window.kill()
    other_window.wait()
    assert journal.with_name(f"{journal.name}.lock").exists()

    window = RealWindow(home)
    window.click("continue")
    window.tick()
    match = window.scene.sitting.match  # type: ignore[attr-defined]

    assert len(match.history) == 1
    assert match.unsaved is None
    window.close()
    assert not journal.with_name(f"{journal.name}.lock").exists()


def test_a_journal_that_somebody_else_wrote_to_is_left_alone(journal):
    match = Match.resume(journal)
    with journal.open("ab") as file:
        file.write(b"of another program\n")
    data = journal.read_bytes()

    match.play(match.view(match.to_move or 0).legal_actions()[0])

    assert match.unsaved is not None
    assert journal.read_bytes() == data
    match.close()


def test_two_windows_keep_each_other_s_settings(tmp_path):
    one, other = Preferences.of(tmp_path), Preferences.of(tmp_path)

    one.change(theme="ink")
    other.change(volume=20)
    one.change(text=1.2)
    other.change(volume=30)

    kept = Preferences.of(tmp_path).settings
    assert (kept.theme, kept.text, kept.volume) == ("ink", 1.2, 30)
    assert list(tmp_path.iterdir()) == [tmp_path / FILE_NAME]


def test_many_windows_that_write_settings_at_once_leave_a_whole_file(tmp_path):
    program = (
        "import sys; from pathlib import Path; from game.ui.preferences import Preferences\n"
        "for n in range(60):\n"
        "    Preferences.of(Path(sys.argv[1])).change(volume=n, left=int(sys.argv[2]) * n)\n"
    )
    windows = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path), str(number)], cwd=ROOT)
        for number in (1, 2)
    ]
    while any(window.poll() is None for window in windows):
        assert Preferences.of(tmp_path).notice is None

    assert [window.returncode for window in windows] == [0, 0]
    assert Preferences.of(tmp_path).settings.volume == 59
    assert list(tmp_path.iterdir()) == [tmp_path / FILE_NAME]


def test_two_windows_keep_each_other_s_bookmarks(journal):
    one, other = Marks.of(journal), Marks.of(journal)

    one.toggle(3)
    other.toggle(5)
    one.toggle(7)
    other.toggle(3)

    assert Marks.of(journal).bookmarks == [5, 7]
