"""`licences`: what is told of the terms."""

from importlib.metadata import version

import game
from game import cli


def test_all_that_it_runs_on_is_named_with_version_and_licence(capsys):
    assert cli.main(["licences", "--lang", "en"]) == 0

    told = capsys.readouterr().out
    assert f"Defend Together {game.__version__} is under the MIT licence." in told
    assert f"  PyYAML {version('PyYAML')}: MIT\n" in told
    assert f"  appdirs {version('appdirs')}: MIT\n" in told
    assert "  Python 3." in told
    assert "\n  pygame" in told


def test_fonts_and_map_are_credited(capsys):
    assert cli.main(["licences"]) == 0

    told = capsys.readouterr().out
    assert "SIL Open Font License" in told
    assert "Natural Earth" in told
