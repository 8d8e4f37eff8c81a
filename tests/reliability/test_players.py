"""Those who play by clicks see what a screen tells first, as a person does."""

from random import Random

from game.ui.scene import Replace, Scene
from game.ui.scenes.crisis import CrisisScene
from game.ui.widgets.dialog import Dialog
from tests.reliability.soak import SoakPlayer
from tests.ui.crisis_match import crisis_sitting, plain
from tests.ui.pilot import Pilot


class Wait(Scene):
    """What stands before a decision, and goes on by itself once that is known."""

    def __init__(self):
        super().__init__()
        self.next = None

    def passed(self, seconds):
        return None if self.next is None else Replace(self.next)


def crisis_with_a_secret():
    """Return a crisis before which technical means saw something."""
    scene = CrisisScene(crisis_sitting(plain))
    scene._secret = Dialog("seen", "Seen", "Two sites.", [("read", "Understood")], "read")
    return scene


def test_whoever_plays_by_clicks_reads_what_was_seen_before_answering(tmp_path):
    wait = Wait()
    with Pilot(wait) as pilot:
        wait.next = crisis_with_a_secret()
        match = wait.next.sitting.match
        before = len(match.history)

        SoakPlayer(pilot, tmp_path, Random(1)).play(lambda: len(match.history) > before, 20)

        assert len(match.history) == before + 1
