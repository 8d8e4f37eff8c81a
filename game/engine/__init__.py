"""The rules of Defend Together, as a library: no window, no files, no clock, no text."""

from game.engine.facts import ActionFacts
from game.engine.outcome import Outcome
from game.engine.reasons import Reason
from game.engine.rules.setup import new_state
from game.engine.state import IllegalActionError, State
from game.engine.view import View
from game.engine.world import UnknownScenarioError, World

__all__ = [
    "ActionFacts",
    "IllegalActionError",
    "Outcome",
    "Reason",
    "State",
    "UnknownScenarioError",
    "View",
    "World",
    "new_state",
]
