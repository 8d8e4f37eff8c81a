"""One match: seats, decisions, undo, the journal on the disk, and replay from it.

```python
from pathlib import Path

from game.content import load_content
from game.match import Match

seats = ("greedy", "open")
match = Match.start(load_content(), "first-council", 7, seats, Path("matches"))
while not match.over:
    match.play(match.computer_action())
match.close()
print(match.path, match.outcome)
for entry in match.history:
    print(entry.number, entry.words)
```
"""

from game.match.course import Course
from game.match.entry import Entry
from game.match.errors import SaveError
from game.match.match import Match
from game.match.packs import pack_notice
from game.match.public_position import PublicPosition
from game.match.reading import read_journal
from game.match.replay import replay
from game.match.saved import Saved, latest_unfinished, list_saved
from game.match.seats import HUMAN, SEATS, check_seat
from game.match.transcript import transcript
from game.match.undo import Bar, UndoBarredError

__all__ = [
    "HUMAN",
    "SEATS",
    "Bar",
    "Course",
    "Entry",
    "Match",
    "PublicPosition",
    "SaveError",
    "Saved",
    "UndoBarredError",
    "check_seat",
    "latest_unfinished",
    "list_saved",
    "pack_notice",
    "read_journal",
    "replay",
    "transcript",
]
