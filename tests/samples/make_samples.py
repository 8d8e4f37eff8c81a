"""Makes the sample saves of this version, which every later version has to open.

    python -m tests.samples.make_samples

Run it once for each version that is released, right before; the folders of earlier ones are
never made anew. `expected.json` says what was played; the files are as a player has them.
"""

import json
from pathlib import Path

import game
from game.content import load_content
from game.match import Match
from game.match.advising import simple_action
from game.match.marks import Marks
from game.paths import data_path
from game.ui.settings import Settings, write_settings

HERE = Path(__file__).parent
EXPECTED = "expected.json"


def made(folder: Path) -> dict[str, dict[str, object]]:
    """Write the samples into a folder; return what they are by their names."""
    told = {}
    for match in (_finished(folder), _left(folder), _hidden(folder), _torn(folder)):
        assert match.path is not None
        told[match.path.name] = _told(match)
    return told


def _told(match: Match) -> dict[str, object]:
    return {
        "scenario": match.scenario,
        "seats": list(match.seats),
        "seed": match.seed,
        "actions": [entry.action for entry in match.history],
        "hints": len(match.hints),
        "verdict": None if match.outcome is None else match.outcome.verdict,
    }


def _begun(folder: Path, name: str, scenario: str, *seats: str) -> Match:
    content = load_content(data_path())
    return Match.start(content, scenario, 2010, (seats[0], seats[1]), folder, name=name)


def _finished(folder: Path) -> Match:
    """Return a whole match with two bookmarks."""
    match = _begun(folder, "finished.match", "first-council", "greedy", "reciprocator")
    while not match.over:
        match.play(match.computer_action())
    match.close()
    marks = Marks.of(match.path)
    marks.toggle(4)
    marks.toggle(9)
    return match


def _left(folder: Path) -> Match:
    """Return a match between two people who left it; one decision was taken back."""
    match = _begun(folder, "left.match", "long-negotiation", "human", "human")
    first, second = match.view(0).legal_actions()[:2]
    match.play(first)
    match.undo()
    match.play(second)
    while match.view(0).round < 2:
        if len(match.history) == 12:
            match.note_hint(simple_action(match))
        match.play(simple_action(match))
    match.close()
    return match


def _hidden(folder: Path) -> Match:
    """Return a match against a temperament that is still hidden."""
    match = _begun(folder, "hidden.match", "lisbon-to-chicago", "human", "search:1:hidden")
    for _ in range(8):
        match.play(simple_action(match))
    match.close()
    return match


def _torn(folder: Path) -> Match:
    """Return a match whose file was cut in the middle of what followed its last decision."""
    match = _begun(folder, "torn.match", "sectoral-defence", "human", "greedy")
    for _ in range(10):
        match.play(simple_action(match))
    match.close()
    assert match.path is not None
    match.path.write_bytes(match.path.read_bytes()[:-20])
    return match


def main() -> None:
    folder = HERE / game.__version__
    folder.mkdir()
    told = made(folder)
    (folder / EXPECTED).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    settings = Settings(theme="ink", text=1.2, volume=30, language="fr")
    (folder / "settings.json").write_text(write_settings(settings), encoding="utf-8")


if __name__ == "__main__":
    main()
