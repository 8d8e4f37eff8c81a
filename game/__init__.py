"""Defend Together: a board game about missile defence, cooperation and distrust."""

__version__ = "1.0.0rc1"
