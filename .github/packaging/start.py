"""What the stand-alone game starts with."""

import multiprocessing
import sys

from game.cli import main

if __name__ == "__main__":
    # A thinking process is this very program, started again with other arguments.
    multiprocessing.freeze_support()
    sys.exit(main())
