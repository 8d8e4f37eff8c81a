"""The rules of Defend Together, as a library: no window, no files, no clock, no text.

A match is a `State`. It says who decides, hands each side a `View` of what it may know, lists
what is legal and does what is chosen. Side 0 is NATO, side 1 Russia; actions are ints, which
`View.facts` names.

```python
from random import Random

from game.content import load_content
from game.engine import new_state

luck = Random(1)
state = new_state(load_content(), "first-council", 7)
while state.to_move is not None:
    view = state.view(state.to_move)
    action = luck.choice(view.legal_actions())
    print(view.facts(action))
    state.apply_checked(action)
print(state.outcome)
```
"""

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
