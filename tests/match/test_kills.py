"""Real processes that play and save, killed at random moments: what was confirmed is there."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.match import Match, latest_unfinished

PLAYER = """
import random, sys
from pathlib import Path
from game.content import load_content
from game.match import Match

folder, luck = Path(sys.argv[1]), random.Random(int(sys.argv[2]))
content = load_content()
while True:
    match = Match.start(content, "lisbon-to-chicago", luck.random(), ("human", "human"), folder)
    while not match.over:
        if match.can_undo() and luck.random() < 0.2:
            match.undo()
        else:
            actions = match.view(match.to_move).legal_actions()
            match.play(actions[int(luck.random() * len(actions))])
        assert match.unsaved is None
        print(match.path.name, *(entry.action for entry in match.history), flush=True)
    match.close()
""".replace("luck.random(), (", "luck.randrange(1 << 40), (")


def killed(folder: Path, luck: random.Random) -> list[str]:
    """Let a process play until it is killed; return the last line that it told whole."""
    process = subprocess.Popen(
        [sys.executable, "-c", PLAYER, str(folder), str(luck.randrange(1 << 30))],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    told: list[str] = [process.stdout.readline()]
    time.sleep(luck.random() * 0.4)
    process.kill()
    told += str(process.communicate()[0]).splitlines(keepends=True)
    return [line for line in told if line.endswith("\n")][-1].split()


@pytest.mark.parametrize(
    "kills", [6, pytest.param(1_000, marks=pytest.mark.long)], ids=["few", "many"]
)
def test_a_killed_process_loses_no_confirmed_decision(tmp_path, kills):
    luck = random.Random(kills)
    for number in range(kills):
        folder = tmp_path / str(number)
        folder.mkdir()
        name, *confirmed = killed(folder, luck)

        match = Match.resume(folder / name)

        # The kill may have fallen between the saving and the telling: one step further.
        kept = [str(entry.action) for entry in match.history]
        further = abs(len(kept) - len(confirmed))
        assert further <= 1
        assert kept[: len(confirmed)] == confirmed[: len(kept)]
        if match.to_move is not None:
            match.play(match.view(match.to_move).legal_actions()[0])
            assert match.unsaved is None
            match.close()
            assert (latest_unfinished(folder) is None) == match.over
