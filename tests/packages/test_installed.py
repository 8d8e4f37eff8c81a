"""The game where somebody installed it, out of sight of the checkout."""

import json

import pytest
from packaging.utils import canonicalize_name

import game
from tests.packages.built import PROGRAM, ROOT, metadata_of, needs_of
from tests.packages.screens import NEEDS_A_SCREEN, opened, screen


@pytest.fixture(params=["player", "packager"])
def installed(request):
    return request.getfixturevalue(request.param)


def test_the_game_that_runs_is_the_installed_one(installed):
    told = installed.run(
        installed.python, "-c", "import game, sys; print(game.__file__, sys.path)"
    )

    assert str(installed.packages / "game") in told.stdout
    assert str(ROOT) not in told.stdout
    assert installed.play("--version") == f"{PROGRAM} {game.__version__}\n"


def test_it_needs_no_more_than_it_says(player, wheel):
    code = "from importlib.metadata import distributions as d; print(*(o.name for o in d()))"
    there = set(player.run(player.python, "-I", "-c", code).stdout.split())
    needs = metadata_of(wheel).get_all("Requires-Dist")

    assert {canonicalize_name(name) for name in there} == needs_of(needs) | {PROGRAM}


def test_its_content_is_whole(player):
    # What isn't translated yet is told beside it, and no fault of the package.
    done = player.run(*player.command, "check")

    assert (done.returncode, done.stdout) == (0, "No problems found.\n"), done


def test_a_match_is_played_saved_and_played_again(installed):
    seats = ["--nato", "search:1", "--russia", "greedy"]
    options = ["--scenario", "first-council", *seats, "--games", "2", "--jobs", "2"]
    told = json.loads(installed.play("simulate", *options, "--save-dir", "saves", "--json"))

    assert sum(told["verdicts"].values()) == 2
    for save in sorted((installed.elsewhere() / "saves").glob("*.match")):
        assert "replayed" in installed.play("replay", save)


def test_it_speaks_the_languages_that_it_brings(player):
    english, french, russian = (player.play("--help", "--lang", x) for x in ("en", "fr", "ru"))

    assert len({english, french, russian}) == 3


@NEEDS_A_SCREEN
def test_its_window_opens_and_a_match_is_seen_and_saved(player, tmp_path):
    seats = ["--nato", "greedy", "--russia", "open"]

    with screen(tmp_path) as shown, opened(player, shown, tmp_path / "home", "play", *seats):
        saves = list((tmp_path / "home" / "data" / "matches").glob("*.match"))

    assert len(saves) == 1
