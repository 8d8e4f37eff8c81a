"""The lab: many matches between the computer's players, counted, compared and told.

Fixtures say what is to be played, `play_all` plays it on one core or on many, accounts keep
what happened, and each report makes of them numbers with their intervals.
"""

from game.lab.account import Account
from game.lab.fixtures import MANDATE_RULES, Deals, Fixture, MandateRule
from game.lab.intervals import Estimate, mean, quantile, share
from game.lab.play import play
from game.lab.work import ClusterError, Crew, Fault, Played, WorkersLostError, play_all

__all__ = [
    "MANDATE_RULES",
    "Account",
    "ClusterError",
    "Crew",
    "Deals",
    "Estimate",
    "Fault",
    "Fixture",
    "MandateRule",
    "Played",
    "WorkersLostError",
    "mean",
    "play",
    "play_all",
    "quantile",
    "share",
]
