"""The lab and its charts know no window."""

import subprocess
import sys

import pytest


def loaded_by(module):
    program = f"import sys, {module}; print('\\n'.join(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


@pytest.mark.parametrize("module", ["game.charts", "game.lab.targets", "game.commands.lab"])
def test_no_window_is_loaded(module):
    loaded = loaded_by(module)

    assert module in loaded
    assert "pygame" not in loaded


def test_charts_know_nothing_of_the_game():
    own = {name for name in loaded_by("game.charts") if name.startswith("game.")}

    assert own
    assert all(name == "game.charts" or name.startswith("game.charts.") for name in own)


def test_a_cluster_is_loaded_only_when_it_is_asked_for():
    assert "distributed" not in loaded_by("game.commands.lab")
