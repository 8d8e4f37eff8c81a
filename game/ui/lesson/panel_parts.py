"""Parts of the facilitator's panel: buttons in pairs, the question, the notes."""

from collections.abc import Sequence
from typing import Final

from pygame import Rect

from game.match.lesson_record import Count, Note
from game.ui.layout import columns
from game.ui.lesson.run import LessonRun
from game.ui.lesson.tally import Tally
from game.ui.theme import BODY, BODY_BOLD, HEADING, NOTE, NOTE_BOLD, PANEL_TITLE, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.label import Label
from game.ui.widgets.panel import PLAIN, Panel, Rule
from game.ui.widgets.text_field import TextField
from game.ui.widgets.toggle import Toggle
from game.ui.widgets.widget import Column, Widget
from game.words import Words, round_title

_KEPT: Final = 6
"""Notes that are shown; the debrief has them all."""
_LIMIT: Final = 300
_QUESTION: Final = PANEL_TITLE.sized(22, 28)


class Pairs(Widget):
    """Buttons two by two, or below one another where they are too wide for that."""

    backdrop = True

    def __init__(self, buttons: Sequence[Button], gap: int = 8) -> None:
        super().__init__("", buttons)
        self.gap = gap

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of all rows."""
        rows = -(-len(self.children) // self._across(theme, room))
        return rows * (self._high(theme) + self.gap) - self.gap

    def place(self, rect: Rect, theme: Theme) -> None:
        """Place them in rows, all equally wide."""
        self.rect = rect.copy()
        high, across = self._high(theme), self._across(theme, rect.width)
        for number, button in enumerate(self.children):
            row, column = divmod(number, across)
            line = Rect(rect.x, rect.y + row * (high + self.gap), rect.width, high)
            button.place(columns(line, across, self.gap)[column], theme)

    def _across(self, theme: Theme, room: int) -> int:
        half = (room - self.gap) // 2
        return 2 if all(one.least(theme)[0] <= half for one in self.children) else 1

    def _high(self, theme: Theme) -> int:
        return max(button.measure(theme, 0) for button in self.children)


def question_box(run: LessonRun) -> Panel:
    """Return the question that is offered, and what to listen for."""
    words, question = run.words, run.offered
    place, count = run.place
    if question is None:
        nothing = words.text("No question fits yet. Play on.")
        return Panel(
            "prompt", [Label(nothing, BODY)], look=PLAIN, edge="ink", edge_on_top=False
        )
    prompt = question.prompt
    head = words.text(
        "Question {n} of {count}: {happened}",
        n=place,
        count=count,
        happened=prompt.happened_in(words),
    )
    shown = run.is_on_screen(question)
    put = words.text("Take off the screen") if shown else words.text("Put on the screen")
    buttons = [
        Button("put", put, icon="projector", key="Q", primary=not shown),
        Button("next-prompt", words.text("Next question"), key="."),
    ]
    parts: list[Widget] = [
        Label(head, NOTE_BOLD, colour="ink_2"),
        Label(prompt.ask_in(words), _QUESTION),
        Label(words.text("Listen for: {what}", what=prompt.listen_for_in(words)), NOTE),
        Pairs(buttons),
    ]
    idea = run.concept(prompt)
    if idea:
        parts.insert(3, Label(words.text("It shows: {idea}", idea=idea), NOTE_BOLD))
    return Panel("prompt", parts, look=PLAIN, edge="ink", edge_on_top=False, padding=14, gap=6)


def running(run: LessonRun, *, running_now: bool, why_not: str, why_back: str) -> Column:
    """Return what runs the table.

    Args:
        run: The lesson.
        running_now: Whether the computer's seats play by themselves.
        why_not: Why the table can't be run from here; empty if it can.
        why_back: Why one can't go back from here; empty if one can.
    """
    words = run.words
    over = words.text("The match is over.") if run.match.over else ""
    go = words.text("Pause") if running_now else words.text("Run")
    buttons = [
        Button("run", go, icon="pause" if running_now else "play", key="P", why=why_not),
        Button("step", words.text("Step"), icon="step", key="N", why=why_not),
        Button("rewind", words.text("Rewind"), icon="rewind", key="R", why=why_back),
        Button("branch", words.text("Branch"), icon="branch", key="B", why=why_back),
        Button("inject", words.text("Inject"), icon="plus", key="J", why=over),
        Button("swap", words.text("Swap sides"), icon="undo", key="X"),
    ]
    return Column("", [Label(words.text("Run the table"), HEADING), Pairs(buttons)], gap=6)


def showing(run: LessonRun) -> Column:
    """Return what the class may see; the notes tell nothing that is hidden."""
    words = run.words
    open_hands = run.sitting.world.scenario.options.open_hands
    hands = words.text("open in this scenario") if open_hands else ""
    things = (
        ("hands", words.text("Both hands"), words.text("the cards of both sides"), hands),
        ("mandates", words.text("Mandates"), words.text("else kept for the debrief"), ""),
        ("sites", words.text("Undeclared sites"), words.text("if there are any"), ""),
    )
    rows: list[Widget] = [Label(words.text("Show to the class"), HEADING), Rule()]
    for name, title, note, why in things:
        on = name in run.shown
        rows.append(
            Toggle(
                f"show:{name}",
                title,
                why or note,
                on=on,
                icon="eye" if on else "eye-off",
                why=why,
            )
        )
    more = (
        (
            "history",
            words.text("History notes"),
            words.text("with card and crisis"),
            run.history,
        ),
        (
            "concepts",
            words.text("Names of ideas"),
            words.text("security dilemma, signals …"),
            run.concepts,
        ),
    )
    for name, title, note, on in more:
        rows.append(Toggle(name, title, note, on=on, icon="eye" if on else "eye-off"))
    return Column("", rows, gap=2)


def good_moment(run: LessonRun) -> list[Widget]:
    """Return what has just happened that is worth a stop, if anything has."""
    words = run.words
    fresh = next((one for one in run.questions if not one.asked), None)
    if fresh is None or fresh.moment.number != len(run.match.history):
        return []
    said = [
        Label(words.text("A good moment to stop"), BODY_BOLD),
        Label(words.sentence(fresh.prompt.happened_in(words)), BODY),
    ]
    return [Panel("moment", said, look=PLAIN, padding=12, gap=2)]


def counting(run: LessonRun) -> Column:
    """Return the show of hands."""
    words, vote = run.words, run.vote
    kinds = [
        Option("stances", words.text("Crisis")),
        Option("opinions", words.text("Question")),
    ]
    keep = Button("keep", words.text("Keep this count"), icon="check", key="H")
    parts: list[Widget] = [
        Label(words.text("Show of hands"), HEADING),
        Choice("vote", kinds, vote.kind, words=True),
        Tally(words, vote),
        keep,
    ]
    return Column("", parts, gap=6)


def noting(run: LessonRun, typed: str) -> Column:
    """Return the field for a note, and what was kept last."""
    words = run.words
    field = TextField("note", typed, empty=words.text("Type, then Enter"), limit=_LIMIT)
    rows: list[Widget] = [Label(words.text("Note for the debrief"), HEADING), field]
    kept = [item for item in run.match.lesson if isinstance(item, Note | Count)]
    rows += [Label(kept_line(words, item), NOTE) for item in reversed(kept[-_KEPT:])]
    return Column("", rows, gap=6)


def kept_line(words: Words, item: Note | Count) -> str:
    """Return a note or a count as one line with its round."""
    when = words.text("Start") if not item.round else round_title(words, item.round)
    if isinstance(item, Note):
        return words.text("{when}: {note}", when=when, note=item.text)
    nato, russia = (" ".join(map(str, side)) for side in item.hands)
    return words.text("{when}: hands {nato} and {russia}", when=when, nato=nato, russia=russia)
