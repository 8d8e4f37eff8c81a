"""Real matches of a person against the computer, stopped where something is to be seen."""

from collections.abc import Callable, Iterable, Iterator

from game.engine.events import Event
from game.match import Match
from game.players import make_player
from game.ui.scenes.board import BoardScene
from game.ui.sitting import Sitting
from game.words import Words
from tests.ui.board_match import content


def scenes_in_motion(
    wanted: Callable[[Iterable[Event]], bool],
    *,
    kind: type[BoardScene] = BoardScene,
    own: bool = False,
) -> BoardScene:
    """Return the first screen that shows wanted events happening, before it begins.

    Of the two kinds of it, `own` asks for the board on which the person then chooses.
    """
    for seed in range(7, 12):
        for scene, unseen in boards_of_a_match(seed):
            fits = type(scene) is BoardScene if own else isinstance(scene, kind)
            if fits and scene.motion.moving and wanted(unseen):
                return scene
    raise LookupError("no such thing happened")


def boards_of_a_match(seed: int) -> Iterator[tuple[BoardScene, Iterable[Event]]]:
    """Yield every board of a match, with what is new on it."""
    match = Match.start(content(), "long-negotiation", seed, ("human", "random"))
    sitting = Sitting(match, Words(content()))
    person = make_player("random", seed, 0)
    while not match.over:
        mine = match.to_move == 0
        sitting.play(person.decide(match.view(0)) if mine else match.computer_action())
        sitting.shown()
        unseen = sitting.unseen
        scene = sitting.next_scene()
        if isinstance(scene, BoardScene):
            yield scene, unseen


def has(*kinds: type[Event]) -> Callable[[Iterable[Event]], bool]:
    """Return whether events of all these kinds are among some."""
    return lambda events: all(any(isinstance(e, kind) for e in events) for kind in kinds)
