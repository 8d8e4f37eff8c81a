"""Which scene comes now: read off the match, so that resuming needs nothing else."""

from collections.abc import Callable, Mapping
from typing import Final

from game.ui.motion.beats import beats_of
from game.ui.scene import Scene
from game.ui.scenes.board import BoardScene
from game.ui.scenes.council import CouncilScene
from game.ui.scenes.crisis import CrisisScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.mandate import MandateScene
from game.ui.scenes.offer import OfferScene
from game.ui.scenes.prediction import PredictionScene
from game.ui.scenes.reveal import RevealScene
from game.ui.scenes.reveal_site import RevealSiteScene
from game.ui.scenes.stage import StageScene
from game.ui.scenes.thinking import ThinkingScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.scenes.watch import WatchScene
from game.ui.sitting import Sitting

_DECISIONS: Final[Mapping[str, Callable[[Sitting], Scene]]] = {
    "mandate": MandateScene,
    "draft": CouncilScene,
    "reply": CouncilScene,
    "counter-draft": CouncilScene,
    "final-reply": CouncilScene,
    "card": BoardScene,
    "offer": OfferScene,
    "reveal": RevealSiteScene,
    "crisis": CrisisScene,
}


def scene_of(sitting: Sitting) -> Scene:
    """Return the scene that comes now."""
    match = sitting.match
    side = match.to_move
    if sitting.resolved and not sitting.watched:
        return RevealScene(sitting)
    if _is_to_be_seen(sitting):
        return StageScene(sitting)
    if side is None:
        return VerdictScene(sitting)
    if sitting.watched:
        return WatchScene(sitting)
    wanted = match.prediction_due
    if wanted is not None and sitting.viewer == wanted.side:
        return PredictionScene(sitting, wanted)
    if not match.is_human(side):
        return ThinkingScene(sitting)
    if sitting.viewer != side:
        sitting.lower()
        return CurtainScene(sitting)
    return _DECISIONS[sitting.view.decision](sitting)


def _is_to_be_seen(sitting: Sitting) -> bool:
    """Return whether something moves on the board before the viewer goes on.

    The board on which a card is chosen shows that itself.
    """
    viewer = sitting.viewer
    if viewer is None or not sitting.match.history:
        return False
    own = sitting.match.to_move == viewer and sitting.view.decision == "card"
    return not own and bool(beats_of(sitting.unseen, viewer))
