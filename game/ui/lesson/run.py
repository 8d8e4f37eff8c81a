"""A lesson at this window: what its facilitator chose to show, ask, time and count."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from game.engine.events import CrisisSet, HandedOut
from game.match import Match
from game.match.lesson_record import (
    Asked,
    Count,
    Hands,
    LessonBegun,
    LessonItem,
    Note,
    Opened,
    Rewound,
)
from game.teach.concepts import CONCEPTS
from game.teach.lesson import Lesson, Question, lesson_of
from game.teach.prompts import Prompt
from game.ui.board.crisis_panel import ended_at_briefing
from game.ui.lesson.clock import Clock
from game.words import Words, full_line

if TYPE_CHECKING:
    from game.ui.sitting import Sitting

Thing: TypeAlias = Literal["hands", "mandates", "sites"]
"""What is hidden in a match and can be shown to a class."""
THINGS: Final[tuple[Thing, ...]] = ("hands", "mandates", "sites")
_PUT_IN: Final = (CrisisSet, HandedOut)
_NOBODY: Final[Hands] = ((0, 0, 0), (0, 0, 0))


@dataclass(slots=True)
class Vote:
    """Hands that are being counted; `kind` is what the answers are."""

    kind: Literal["stances", "opinions"] = "stances"
    hands: list[list[int]] = field(default_factory=lambda: [[0, 0, 0], [0, 0, 0]])

    @property
    def counted(self) -> Hands:
        """The hands so far."""
        nato, russia = ((side[0], side[1], side[2]) for side in self.hands)
        return nato, russia


class LessonRun:
    """What the facilitator has in hand.

    Attributes:
        lesson: The plan and the questions.
        clock: Stands still until somebody starts it.
        shown: What of the hidden things the class may see.
        concepts: Whether ideas are named on the class screen.
        history: Whether the class screen tells what history did.
        question: The question on the class screen.
        vote: The show of hands that is being counted.
    """

    def __init__(self, sitting: "Sitting") -> None:
        self.sitting = sitting
        self.lesson: Lesson = lesson_of(sitting.content, sitting.match.lesson)
        self.clock = Clock()
        self.shown: set[Thing] = _shown(sitting.match.lesson)
        self.concepts = True
        self.history = True
        self.question: Question | None = None
        self.vote = Vote()
        self._place = 0

    @property
    def begun(self) -> LessonBegun:
        """How the lesson began."""
        found = (item for item in self.match.lesson if isinstance(item, LessonBegun))
        return next(found, LessonBegun("", "", "", swapped=False))

    @property
    def match(self) -> Match:
        """What is played."""
        return self.sitting.match

    @property
    def words(self) -> Words:
        """The language of the window."""
        return self.sitting.words

    @property
    def title(self) -> str:
        """The plan's title, or that there is none."""
        plan = self.lesson.plan
        if plan is None:
            return self.words.text("A free lesson")
        return self.words.content_text(plan.slug, plan.title)

    @property
    def on_screen(self) -> tuple[object, ...]:
        """All that the class screen depends on: while it is the same, so is the screen."""
        match = self.match
        position = len(match.history), tuple(match.truth.v)
        asked = None if self.question is None else self.question.prompt.ask
        return (
            *position,
            frozenset(self.shown),
            asked,
            self.concepts,
            self.history,
            self.words.language,
        )

    # ---------------------------------------------------------------- questions

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that fit now, the fittest first."""
        return self.lesson.questions(self.match, self.match.lesson)

    @property
    def offered(self) -> Question | None:
        """The question that is offered."""
        questions = self.questions
        return questions[self._place % len(questions)] if questions else None

    @property
    def place(self) -> tuple[int, int]:
        """Which question is offered, from 1, and of how many."""
        count = len(self.questions)
        return (self._place % count + 1 if count else 0), count

    def is_on_screen(self, question: Question) -> bool:
        """Say whether a question is the one on the class screen."""
        return self.question is not None and self.question.prompt == question.prompt

    def offer_next(self) -> None:
        """Offer the next question."""
        self._place += 1

    def offer_fittest(self) -> None:
        """Offer the fittest question: something new has happened."""
        self._place = 0

    def put(self, question: Question | None) -> None:
        """Put a question on the class screen, or take it off; it is kept as asked."""
        self.question = question
        if question is not None and not question.asked:
            prompt = question.prompt
            self.match.note_lesson(Asked(*self._here, prompt.word, prompt.ask))

    def concept(self, prompt: Prompt) -> str:
        """Return the idea that a moment shows, or nothing."""
        if prompt.concept is None:
            return ""
        return self.words.text(CONCEPTS[prompt.concept].title)

    # ------------------------------------------------------------------- keeping

    @property
    def _here(self) -> tuple[int, int]:
        """How many decisions stand, and the round."""
        return len(self.match.history), self.match.truth.round

    def note(self, text: str) -> None:
        """Keep a note; nothing typed is nothing kept."""
        said = " ".join(text.split())
        if said:
            self.match.note_lesson(Note(*self._here, said))

    def keep_count(self) -> bool:
        """Keep the show of hands and begin anew; say whether there was one."""
        hands = self.vote.counted
        if hands == _NOBODY:
            return False
        asked = "" if self.question is None else self.question.prompt.ask
        crisis = self.crisis if self.vote.kind == "stances" else ""
        self.match.note_lesson(Count(*self._here, self.vote.kind, asked, crisis, hands))
        self.vote = Vote(self.vote.kind)
        return True

    @property
    def crisis(self) -> str:
        """The round's crisis, brewing or answered; empty for none."""
        crisis = self.match.view(0).crisis
        if crisis is None or ended_at_briefing(self.match.public_events()):
            return ""
        return crisis.slug

    def show(self, thing: Thing, *, shown: bool) -> None:
        """Show the class something hidden, or hide it again."""
        (self.shown.add if shown else self.shown.discard)(thing)
        self.match.note_lesson(Opened(*self._here, thing, shown))

    def injected(self) -> None:
        """Take note that something was put into the match: whoever plays on is told."""
        events = self.match.public_events()
        put_in = next(event for event in reversed(events) if isinstance(event, _PUT_IN))
        self.sitting.remark(full_line(self.words, put_in).text)
        self.offer_fittest()

    def rewind(self, decided: int) -> None:
        """Go back to where so many decisions stood, and note that."""
        taken = self.match.rewind(decided)
        if taken:
            self.sitting.rewound()
            self.match.note_lesson(Rewound(*self._here, taken))
        self.offer_fittest()


def _shown(items: tuple[LessonItem, ...]) -> set[Thing]:
    """Return what was last left open to the class."""
    shown: set[Thing] = set()
    for item in items:
        if isinstance(item, Opened):
            (shown.add if item.shown else shown.discard)(item.thing)
    return shown
