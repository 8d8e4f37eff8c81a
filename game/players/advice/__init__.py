"""Advice with reasons: the best moves of a decision, what they promise, and why."""

from game.players.advice.counsel import LINES, MOST_MOVES, Advice, Advised, advise
from game.players.advice.grounds import Ground
from game.players.search.patient import Watch

__all__ = ["LINES", "MOST_MOVES", "Advice", "Advised", "Ground", "Watch", "advise"]
