"""The panel of the crisis, when the match ended before this round's was turned up."""

from game.engine.events import MatchEnded, PhaseBegan, RoundBegan
from game.match import Match
from game.match.lesson_record import LessonBegun
from game.ui.board.crisis_panel import ended_at_briefing
from game.ui.lesson.class_screen import ClassScene
from game.ui.picture import BoardPicture
from game.ui.scenes.table import TableScene
from game.ui.sitting import Sitting
from game.words import Words
from tests.ui.board_match import content
from tests.ui.lesson_match import run_of

_SEEDS = range(1, 60)


def _over(seed: int) -> Match:
    match = Match.start(content(), "november-statement", seed, ("random", "random"))
    while not match.over:
        match.play(match.computer_action())
    return match


def _last_began(match: Match) -> type:
    began = [e for e in match.public_events() if isinstance(e, RoundBegan | PhaseBegan)]
    return type(began[-1])


def test_a_fall_at_the_briefing_shows_no_crisis_of_the_round_before(pilot):
    match = next(match for seed in _SEEDS if _last_began(match := _over(seed)) is RoundBegan)
    assert ended_at_briefing(match.public_events())
    assert any(isinstance(event, MatchEnded) for event in match.public_events())

    player = pilot(BoardPicture(match, Words(content()), "table"))

    assert player.find("crisis").says().endswith("No crisis is brewing this round.")


def test_neither_table_nor_class_is_shown_a_crisis_of_the_round_before(pilot):
    match = next(match for seed in _SEEDS if _last_began(match := _over(seed)) is RoundBegan)
    match = Match.branch(match, len(match.history), ("human", "human"))
    match.note_lesson(LessonBegun("", "10B", "0000-0000-0000", swapped=False))
    sitting = Sitting(match, Words(content()))
    assert match.view(0).crisis is not None
    run = run_of(sitting)
    assert run.crisis == ""

    for scene in (TableScene(sitting), ClassScene(run)):
        told = pilot(scene).find("crisis").says()
        assert told.endswith("No crisis is brewing this round.")


def test_a_fall_later_in_the_round_shows_the_crisis(pilot):
    found = (match for seed in _SEEDS if _last_began(match := _over(seed)) is PhaseBegan)
    match = next(match for match in found if match.view(0).crisis is not None)
    assert not ended_at_briefing(match.public_events())

    player = pilot(BoardPicture(match, Words(content()), "table"))

    assert "No crisis is brewing" not in player.find("crisis").says()
