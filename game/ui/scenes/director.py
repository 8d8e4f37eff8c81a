"""Which scene comes now: read off the match, so that resuming needs nothing else."""

from collections.abc import Callable
from importlib import import_module
from typing import Final, cast

from game.ui.scene import Scene
from game.ui.sitting import Sitting

_BOARD: Final = ("board", "BoardScene")
_COUNCIL: Final = ("council", "CouncilScene")
_DECISIONS: Final = {
    "mandate": ("mandate", "MandateScene"),
    "draft": _COUNCIL,
    "reply": _COUNCIL,
    "counter-draft": _COUNCIL,
    "final-reply": _COUNCIL,
    "card": _BOARD,
    "offer": _BOARD,
    "reveal": _BOARD,
    "crisis": ("crisis", "CrisisScene"),
}


def scene_of(sitting: Sitting) -> Scene:
    """Return the scene that comes now."""
    match = sitting.match
    side = match.to_move
    if sitting.resolved:
        return _scene("reveal", "RevealScene", sitting)
    if side is None:
        return _scene("verdict", "VerdictScene", sitting)
    if not match.is_human(side):
        return _scene("thinking", "ThinkingScene", sitting)
    if sitting.viewer != side:
        sitting.lower()
        return _scene("curtain", "CurtainScene", sitting)
    return _scene(*_DECISIONS[sitting.view.decision], sitting)


def _scene(module: str, name: str, sitting: Sitting) -> Scene:
    made = getattr(import_module(f"game.ui.scenes.{module}"), name)
    return cast(Callable[[Sitting], Scene], made)(sitting)
