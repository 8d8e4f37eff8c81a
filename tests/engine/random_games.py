"""Random games, every state and every passage held against the laws.

    python -m tests.engine.random_games --games 100000 --seed 1

plays so many over all scenarios, in one process, and says what came of them. A broken law
ends the run with the number of the walk, which gives the same game again.
"""

import argparse
import sys
from collections import Counter
from time import monotonic

from tests.engine.invariants import check
from tests.engine.passages import check_passage
from tests.engine.playthroughs import SCENARIOS, walk


class Tally:
    """What random games brought.

    Attributes:
        decisions: how many were made, by kind.
        verdicts: how the games ended, by scenario and verdict.
    """

    def __init__(self):
        self.decisions: Counter[str] = Counter()
        self.verdicts: Counter[tuple[str, str]] = Counter()

    def lines(self):
        """Yield the tally as lines to read."""
        total = self.decisions.total()
        kinds = ", ".join(f"{kind} {count}" for kind, count in self.decisions.most_common())
        yield f"{self.verdicts.total()} games, {total} decisions: {kinds}"
        for scenario in SCENARIOS:
            ends = [(end, n) for (where, end), n in self.verdicts.items() if where == scenario]
            told = ", ".join(f"{end} {n}" for end, n in sorted(ends))
            yield f"{scenario}: {told}"


def play(number, tally, played_with=None):
    """Play one numbered game and check every state of it.

    Raises:
        AssertionError: a law is broken; its note says where.
    """
    scenario = SCENARIOS[number % len(SCENARIOS)]
    before = None
    for made, (state, _) in enumerate(walk(scenario, number, played_with=played_with)):
        try:
            check(state)
            if before is not None:
                check_passage(before, state)
        except AssertionError as error:
            error.add_note(f"walk {number} in {scenario}, after decision {made}")
            raise
        before = state.clone()
        tally.decisions[state.decision] += state.outcome is None
    tally.verdicts[scenario, state.outcome.verdict] += 1


def play_all(games, seed=0):
    """Play so many games, from the one numbered `seed * games` on; return their tally."""
    tally = Tally()
    for number in range(seed * games, (seed + 1) * games):
        play(number, tally)
    return tally


def main():
    """Play as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.engine.random_games")
    parser.add_argument("--games", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    begun = monotonic()
    tally = play_all(options.games, options.seed)
    sys.stdout.writelines(f"{line}\n" for line in tally.lines())
    sys.stdout.write(f"no broken law in {monotonic() - begun:.0f} seconds\n")


if __name__ == "__main__":
    main()
