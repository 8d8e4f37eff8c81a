"""Defend Together: a board game about missile defence, cooperation and distrust."""

__version__ = "0.1.0"
