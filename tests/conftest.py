"""What holds for every test: no window, no sound, no folder of the person who runs them."""

import os

import pytest
from hypothesis import settings

# Before anything imports pygame. Set, not merely defaulted: some desktops export a real driver.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
# English, whatever the person who runs them reads.
os.environ["LANGUAGE"] = "en"

# No deadline: a busy machine is not a broken rule.
settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=2000, deadline=None)
USUAL = "ci" if "CI" in os.environ else "dev"
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", USUAL))


def pytest_addoption(parser):
    parser.addoption(
        "--regen",
        action="store_true",
        help="write the recorded playthroughs, counts and digests anew, to read the difference",
    )


@pytest.fixture(scope="session", autouse=True)
def _players_folders(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path_factory.mktemp("home")))
        yield
