"""Curves, bars and heat tables as SVG, and one self-contained HTML page to hold them.

Knows nothing of the game: it is handed labels, numbers and colours. Words arrive in the
reader's language. Every picture says in text what it shows, and nothing rests on colour
alone: lines differ in their dashes, bars and cells carry their numbers.
"""

from game.charts.bars import Bar, Goal, Part, Stack, bars, stacks
from game.charts.colours import ALARM, INK, JOINT, NATO, QUIET, RUSSIA
from game.charts.curves import Curve, curves
from game.charts.heat import Cell, heat
from game.charts.page import Figure, Listing, Page, Paragraph, Section, Table, html
from game.charts.plain import plain

__all__ = [
    "ALARM",
    "INK",
    "JOINT",
    "NATO",
    "QUIET",
    "RUSSIA",
    "Bar",
    "Cell",
    "Curve",
    "Figure",
    "Goal",
    "Listing",
    "Page",
    "Paragraph",
    "Part",
    "Section",
    "Stack",
    "Table",
    "bars",
    "curves",
    "heat",
    "html",
    "plain",
    "stacks",
]
