"""``python -m game``: the same as the command ``defend-together``."""

import sys

from game.cli import main

if __name__ == "__main__":  # worker processes import this file again and must not start a game
    sys.exit(main())
