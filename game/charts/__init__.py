"""Curves, bars and heat tables as SVG, and one self-contained HTML page to hold them.

Knows nothing of the game: it is handed labels, numbers and colours. Words arrive in the
reader's language. Every picture says in text what it shows, and nothing rests on colour
alone: lines differ in their dashes, bars and cells carry their numbers.
"""

from game.charts.bars import Bar, Goal, Part, Stack, bars, stacks
from game.charts.colours import ALARM, INK, JOINT, NATO, QUIET, RUSSIA
from game.charts.curves import Curve, curves
from game.charts.heat import Cell, heat
from game.charts.page import (
    Blank,
    Block,
    Figure,
    Listing,
    Marked,
    Page,
    Paragraph,
    Points,
    Section,
    Table,
    html,
)
from game.charts.plain import plain, plain_section

__all__ = [
    "ALARM",
    "INK",
    "JOINT",
    "NATO",
    "QUIET",
    "RUSSIA",
    "Bar",
    "Blank",
    "Block",
    "Cell",
    "Curve",
    "Figure",
    "Goal",
    "Listing",
    "Marked",
    "Page",
    "Paragraph",
    "Part",
    "Points",
    "Section",
    "Stack",
    "Table",
    "bars",
    "curves",
    "heat",
    "html",
    "plain",
    "plain_section",
    "stacks",
]
