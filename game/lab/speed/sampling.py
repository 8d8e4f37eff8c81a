"""Drawing whole states that agree with what a side knows."""

from random import Random
from typing import Final

from game.lab.speed.measure import Meter, Tally, clocked
from game.lab.speed.positions import sampled
from game.lab.speed.row import OWN, Loop, Setting

SAMPLE: Final = "sample"

_SEED: Final = "views"
_MOST_VIEWS: Final = 200


def _ready(setting: Setting) -> Meter:
    views = [
        one.state.view(int(one.state.to_move or 0))
        for one in sampled(setting, Random(_SEED))[:_MOST_VIEWS]
    ]

    def work(luck: Random) -> Tally:
        for view in views:
            view.sample(luck)
        return {SAMPLE: len(views)}

    return clocked(work, setting.seconds)


OWN_SAMPLES: Final = Loop(
    name=OWN,
    includes="View.sample for the side to move, over positions sampled along random games: "
    "cards, mandate, undeclared sites, crises and chance drawn anew; the view was made before, "
    "and what follows from it alone is worked out once",
    ready=_ready,
    kind="own",
)
