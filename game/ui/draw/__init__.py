"""Drawing without rules or widgets: marks, bars, ladders, cards, frames.

Everything takes logical coordinates and a theme. What is costly is painted four times
too large, made smaller smoothly, and kept by what it is, its size and its theme.
"""
