"""A match played in the terminal by one person or two, or watched."""

from collections.abc import Callable, Iterable
from typing import Final

from game.commands.terminal import pages
from game.commands.terminal.menus import Item, Menu, menu
from game.commands.terminal.predicting import expected_menu, trust_menu
from game.commands.terminal.terminal import Left, Terminal
from game.engine import View
from game.engine.events import Event
from game.match import Bar, Match, pack_notice
from game.match.advising import advice_on
from game.match.course import redacted
from game.match.predictions import EXPECTED, TRUST
from game.teach.debrief import debrief
from game.teach.telling.lesson import lesson_lines
from game.words import Words, mark, mark_for, scenario_title, short_log, side_values

_COMMANDS: Final = {
    "help": mark_for("command", "help"),
    "status": mark_for("command", "status"),
    "sites": mark_for("command", "sites"),
    "hand": mark_for("command", "hand"),
    "crisis": mark_for("command", "crisis"),
    "mandate": mark_for("command", "mandate"),
    "log": mark_for("command", "log"),
    "hint": mark_for("command", "hint"),
    "undo": mark_for("command", "undo"),
    "back": mark_for("command", "back"),
    "quit": mark_for("command", "quit"),
}
_HELP: Final = {
    "help": mark("this list"),
    "status": mark("tracks, door and ladders"),
    "sites": mark("what stands where"),
    "hand": mark("your cards, in full"),
    "crisis": mark("the crisis that is brewing"),
    "mandate": mark("your mandate, and your points so far"),
    "log": mark("everything that happened so far, as you know it"),
    "hint": mark("what you might do now, and why; hints are counted"),
    "undo": mark("take back your last decision, while nothing was shown or rolled since"),
    "back": mark("from a card back to the hand"),
    "quit": mark("leave; the match is saved and can be resumed"),
}
_BARS: Final[dict[Bar, str]] = {
    "nothing": mark("There is nothing to take back."),
    "passed": mark("That can’t be taken back: the keyboard was passed."),
    "other-acted": mark("That can’t be taken back: the other side has acted since."),
    "revealed": mark("That can’t be taken back: something was shown or rolled."),
}
_HIDE: Final = mark("Enter to hide what you see, or undo, or quit:")
_GO_ON: Final = mark("Enter to go on, or quit:")


class Session:
    """Asks whoever sits at the terminal, tells what happens, until the match is over."""

    def __init__(self, match: Match, words: Words, terminal: Terminal) -> None:
        self._match = match
        self._words = words
        self._terminal = terminal
        self._people = [side for side in (0, 1) if match.is_human(side)]
        self._told = [-1, -1, -1]
        self._reader: int | None = self._people[0] if len(self._people) == 1 else None
        self._warned: str | None = None

    def run(self) -> None:
        """Play to the end, or until the person leaves."""
        try:
            self._welcome()
            while not self._match.over:
                self._step()
            self._finish()
        except Left:
            self._leave()

    # ------------------------------------------------------------------- playing

    def _step(self) -> None:
        """Let one decision be taken."""
        side = self._match.to_move
        assert side is not None, "the match goes on"
        if not self._predicted():
            return
        if not self._match.is_human(side):
            self._match.play(self._match.computer_action())
            if not self._people:
                self._tell()
        elif self._reader == side or self._pass_keyboard(side):
            self._tell()
            if self._predicted():
                self._decide(side)
        self._warn()

    def _predicted(self) -> bool:
        """Ask for the prediction that is due; say no when something was taken back instead."""
        due = self._match.prediction_due
        if due is None or due.side != self._reader:
            return True
        view = self._match.view(due.side)
        expected = self._answered(expected_menu(self._words, view, due), due.side)
        if expected is None:
            return False
        trust = self._answered(trust_menu(self._words, due), due.side)
        if trust is None:
            return False
        expects = EXPECTED[due.about][expected]
        self._match.note_prediction(due.about, expects, TRUST[trust])
        return True

    def _answered(self, asked: Menu, side: int) -> int | None:
        """Return the place of the answer to a question; `None`: something was taken back."""
        self._show(asked)
        while True:
            answer = self._ask(asked)
            if isinstance(answer, Item):
                return asked.items.index(answer)
            if answer == "back":
                self._show(asked)
            elif answer != "undo":
                self._terminal.say(*self._page(answer, side))
            elif self._undo():
                return None

    def _decide(self, side: int) -> None:
        """Ask a person for a decision until one is taken."""
        choices = [menu(self._words, self._match.view(side))]
        self._show(choices[-1])
        while True:
            answer = self._ask(choices[-1])
            if isinstance(answer, Item):
                if answer.action is not None:
                    self._match.play(answer.action)
                    return
                if answer.menu is not None:
                    choices.append(answer.menu)
                    self._show(choices[-1])
            elif answer == "undo":
                if self._undo():
                    return
            elif answer == "back":
                del choices[1:]
                self._show(choices[-1])
            else:
                self._terminal.say(*self._page(answer, side))

    def _show(self, shown: Menu) -> None:
        """Write a menu."""
        self._terminal.say("", *shown.heading)
        for number, item in enumerate(shown.items, start=1):
            self._terminal.say(f"{number}. {item.title}")

    def _ask(self, shown: Menu) -> Item | str:
        """Return the item that was chosen, or the command that was given."""
        last = len(shown.items)
        prompt = self._text("Choose 1 to {n}, or type help:", n=last)
        while True:
            given = self._terminal.ask(prompt)
            # No menu has so many lines; and Python refuses numbers of very many digits.
            number = int(given) if given.isdecimal() and len(given) < 6 else 0
            if 1 <= number <= last:
                return shown.items[number - 1]
            command = self._command(given)
            if command == "quit":
                raise Left
            if command is not None:
                return command
            self._terminal.say(self._text("That isn’t one of the choices."))

    def _command(self, given: str) -> str | None:
        """Return the command that was typed, or begun so that only one can be meant."""
        typed = given.casefold()
        if not typed:
            return None
        names = {
            self._words.text_for("command", shown): key for key, shown in _COMMANDS.items()
        }
        fitting = [key for name, key in names.items() if name.startswith(typed)]
        return fitting[0] if len(fitting) == 1 or typed in names else None

    def _page(self, command: str, side: int) -> list[str]:
        """Return what a command shows."""
        view = self._match.view(side)
        shown: dict[str, Callable[[], list[str]]] = {
            "help": self._help,
            "status": lambda: pages.status(self._words, view),
            "sites": lambda: pages.sites(self._words, view),
            "hand": lambda: pages.hand(self._words, view),
            "crisis": lambda: pages.crisis(self._words, view),
            "mandate": lambda: pages.own_mandate(self._words, view),
            "log": lambda: self._log(self._match.events(side)),
            "hint": lambda: self._hint(view),
        }
        return ["", *shown[command]()]

    def _help(self) -> list[str]:
        """Return what may be typed."""
        lines = [self._text("A number chooses. Or type one of these, or its beginning:")]
        for key, name in _COMMANDS.items():
            named = self._words.text_for("command", name)
            lines.append(self._words.labelled(named, self._text(_HELP[key])))
        return lines

    def _hint(self, view: View) -> list[str]:
        """Return advice on the decision that is asked for, and count it."""
        self._terminal.say(self._text("Looking ahead …"))
        advice = advice_on(self._match)
        self._match.note_hint(advice.moves[0].action, advice.moves[0].package)
        taken = sum(hint.side == view.side for hint in self._match.hints)
        counted = self._words.plural("{n} hint so far.", "{n} hints so far.", taken)
        return [*pages.hint(self._words, view, advice), counted]

    def _undo(self) -> bool:
        """Take the last decision back and say so, or say why not."""
        bar = self._match.why_not_undo()
        if bar is not None:
            self._terminal.say(self._text(_BARS[bar]))
            return False
        self._match.undo()
        count = len(self._match.history)
        self._told = [min(told, count) for told in self._told]
        self._terminal.say(self._text("Taken back."))
        return True

    # ------------------------------------------------------------------- telling

    def _tell(self) -> None:
        """Tell the reader what happened since they last looked."""
        reader = 2 if self._reader is None else self._reader
        entries = self._match.history
        events: list[Event] = []
        if self._told[reader] < 0:
            events += self._match.opening
        for entry in entries[max(0, self._told[reader]) :]:
            events += entry.events
        self._told[reader] = len(entries)
        lines = self._log(self._known(events))
        if lines:
            self._terminal.say("", *lines)

    def _known(self, events: Iterable[Event]) -> Iterable[Event]:
        """Return events as the reader may know them; a mere watcher knows what is public."""
        if self._reader is None:
            return redacted(redacted(events, 0), 1)
        return redacted(events, self._reader)

    def _log(self, events: Iterable[Event]) -> list[str]:
        """Return events as lines."""
        return [line.text for line in short_log(self._words, events)]

    def _warn(self) -> None:
        """Say once when the match can't be saved."""
        unsaved = self._match.unsaved
        if unsaved is not None and unsaved != self._warned:
            self._terminal.say(self._words.told(unsaved))
        self._warned = unsaved

    # -------------------------------------------------------------- begin and end

    def _pass_keyboard(self, side: int) -> bool:
        """Hand the keyboard over; say no when the one before took something back instead."""
        if self._reader is not None:
            self._tell()
            if self._wait(_HIDE, undo=True):
                return False
        self._terminal.clear()
        values = side_values(self._words, side)
        self._terminal.say("", self._text("Pass the keyboard to {side}.", **values))
        self._terminal.say(self._text("Only {side} should read on.", **values))
        self._wait(_GO_ON, undo=False)
        self._match.settle()
        self._reader = side
        self._terminal.clear()
        return True

    def _wait(self, prompt: str, *, undo: bool) -> bool:
        """Wait for Enter; say whether the person took something back instead."""
        while True:
            given = self._terminal.ask(self._text(prompt))
            if not given:
                return False
            command = self._command(given)
            if command == "quit":
                raise Left
            if undo and command == "undo" and self._undo():
                return True

    def _welcome(self) -> None:
        """Say what is played and how."""
        scenario = self._match.content.scenarios[self._match.scenario]
        self._terminal.say(
            scenario_title(self._words, scenario),
            self._words.content_text(scenario.slug, scenario.introduction),
        )
        if self._people:
            self._terminal.say(self._text("Type help at any time."))
        if self._match.notice is not None:
            self._terminal.say(self._words.told(self._match.notice))
        if (of_pack := pack_notice(self._match.content)) is not None:
            self._terminal.say(self._words.told(of_pack))
        self._tell_lesson()

    def _tell_lesson(self) -> None:
        """Tell what the facilitator of a lesson noted and did, as everybody may know it."""
        if self._match.lesson or self._match.injections:
            found = debrief(self._match, lesson=self._match.lesson)
            self._terminal.say("", *lesson_lines(self._words, found))

    def _finish(self) -> None:
        """Tell how it ended."""
        outcome = self._match.outcome
        assert outcome is not None, "the match is over"
        if len(self._people) == 2:
            self._reader = None
            self._told[2] = max(self._told)
        self._tell()
        self._terminal.say("", *pages.verdict(self._words, self._match, outcome))
        self._tell_lesson()

    def _leave(self) -> None:
        """Say that nothing is lost."""
        self._match.close()
        if self._match.unsaved is not None:
            self._terminal.say("", self._words.told(self._match.unsaved))
        elif self._match.path is not None:
            path = str(self._match.path)
            self._terminal.say(
                "",
                self._text("Saved: {path}", path=path),
                self._text("To go on: defend-together text --resume"),
            )

    def _text(self, message: str, **values: str | int) -> str:
        """Return a message in the words' language."""
        return self._words.text(message, **values)
