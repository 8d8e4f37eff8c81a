"""Every screen of the game on a real match, by its name: for checks of their layout."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from game.match import Match
from game.match.predictions import Due
from game.ui.desk import Desk
from game.ui.lesson.class_screen import ClassScene
from game.ui.lesson.inject import InjectScene
from game.ui.lesson.panel import PanelScene
from game.ui.lesson.start import LessonStartScene
from game.ui.preferences import Preferences
from game.ui.scene import Scene
from game.ui.scenes.board import BoardScene
from game.ui.scenes.branch import BranchScene
from game.ui.scenes.card import CardScene
from game.ui.scenes.council import CouncilScene
from game.ui.scenes.crashed import CrashedScene
from game.ui.scenes.crisis import CrisisScene
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.debrief import DebriefScene
from game.ui.scenes.library import LibraryScene
from game.ui.scenes.log import LogScene
from game.ui.scenes.mandate import MandateScene
from game.ui.scenes.new_game import NewGameScene
from game.ui.scenes.offer import OfferScene
from game.ui.scenes.packs import PacksScene
from game.ui.scenes.pause import PauseScene
from game.ui.scenes.prediction import PredictionScene
from game.ui.scenes.replay import ReplayScene
from game.ui.scenes.reveal import RevealScene
from game.ui.scenes.rulebook import RulebookScene
from game.ui.scenes.saved import SavedScene
from game.ui.scenes.settings import SettingsScene
from game.ui.scenes.site_list import SiteListScene
from game.ui.scenes.table import TableScene
from game.ui.scenes.title import TitleScene
from game.ui.scenes.verdict import VerdictScene
from game.ui.scenes.watch import WatchScene
from game.ui.sitting import Sitting
from game.ui.tutorial.start import FirstCouncilScene
from game.words import Words
from tests.ui.board_match import content, sitting_at
from tests.ui.crisis_match import crisis_sitting, incident
from tests.ui.lesson_match import decided, lesson_at, run_of
from tests.ui.test_answer_scenes import offered


def _words() -> Words:
    return Words(content())


@cache
def _over() -> Match:
    match = Match.start(content(), "long-negotiation", 7, ("greedy", "random"))
    while not match.over:
        match.play(match.computer_action())
    return match


def _desk() -> Desk:
    return Desk(content(), "en", None)


def _replay() -> Scene:
    match = _over()
    scene = ReplayScene(match, _words(), _desk())
    scene.decided = len(match.history) // 2
    scene.perspective = "open"
    return scene


def _branch() -> Scene:
    scene = _replay()
    assert isinstance(scene, ReplayScene)
    return BranchScene(_desk(), _over(), scene.decided, "Round 4 · Crisis", scene.marks)


def _revealed() -> Scene:
    match = _over()
    sitting = Sitting(Match.branch(match, 0, ("human", "human")), _words())
    for entry in match.history:
        sitting.play(entry.action)
        if sitting.resolved:
            return RevealScene(sitting)
    raise AssertionError("no crisis came")


def _watched() -> Scene:
    match = Match.branch(_over(), 90, ("greedy", "random"))
    return WatchScene(Sitting(match, _words()))


def _crashed() -> Scene:
    return CrashedScene(
        _words(),
        what="ZeroDivisionError: division by zero",
        report=Path("folder/of/the/logs/of/this/player/defend-together/2026-01-01-120000.log"),
        kept=Path("folder/of/the/matches/of/this/player/defend-together/2026-01-01.match"),
        lost=False,
        going=True,
    )


def _late(decision: str) -> Sitting:
    return sitting_at(decision, round_number=6)


def _card() -> Scene:
    sitting = _late("card")
    return CardScene(sitting, sitting.view.hand[0])


def _log() -> Scene:
    sitting = _late("card")
    return LogScene(sitting.words, sitting.log(sitting.viewer))


SCENES: dict[str, Callable[[], Scene]] = {
    "title": lambda: TitleScene(_desk()),
    "new game": lambda: NewGameScene(_desk()),
    "saved": lambda: SavedScene(_desk()),
    "settings": lambda: SettingsScene(_words(), Preferences()),
    "rulebook": lambda: RulebookScene(_words(), 6),
    "library": lambda: LibraryScene(_words(), "crises"),
    "mandate": lambda: MandateScene(sitting_at("mandate", round_number=0)),
    "curtain": lambda: CurtainScene(_late("card")),
    "council": lambda: CouncilScene(_late("draft")),
    "reply": lambda: CouncilScene(sitting_at("reply")),
    "board": lambda: BoardScene(_late("card")),
    "card": _card,
    "offer": lambda: OfferScene(offered()),
    "crisis": lambda: CrisisScene(crisis_sitting(incident)),
    "reveal": _revealed,
    "verdict": lambda: VerdictScene(Sitting(_over(), _words())),
    "pause": lambda: PauseScene(_late("card")),
    "log": _log,
    "table": lambda: TableScene(_late("card")),
    "list of sites": lambda: SiteListScene(_words(), _late("card").view),
    "watch": _watched,
    "replay": _replay,
    "branch": _branch,
    "crashed": _crashed,
    "debrief": lambda: DebriefScene(_over(), "en"),
    "lesson": lambda: LessonStartScene(_desk()),
    "panel": lambda: PanelScene(lesson_at(decided("crisis"))),
    "class screen": lambda: ClassScene(run_of(lesson_at(decided("crisis")))),
    "inject": lambda: InjectScene(run_of(lesson_at(decided("actions")))),
    "first council": lambda: FirstCouncilScene(_desk()),
    "packs": lambda: PacksScene(_words()),
    "prediction": lambda: PredictionScene(crisis_sitting(incident), Due(0, "crisis")),
}
