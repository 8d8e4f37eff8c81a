"""How fast the engine is, beside others in the same run.

Rates of one machine mean nothing on another, and little on the same one an hour later. So
every row reads the engine and its peers in turn, round after round in one process, by
processor time; what counts is the median of the rounds' ratios. A row is a module with
the engine's loop, a loop a peer in `peers`, and an entry in `rows.ROWS`.
"""

from game.lab.speed.course import measure
from game.lab.speed.measure import AbsentError, MeasurementError
from game.lab.speed.report import Report
from game.lab.speed.row import Loop, Row, Setting
from game.lab.speed.rows import ROWS

__all__ = [
    "ROWS",
    "AbsentError",
    "Loop",
    "MeasurementError",
    "Report",
    "Row",
    "Setting",
    "measure",
]
