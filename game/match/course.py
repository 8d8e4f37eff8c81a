"""The course of a match in memory: who sits where, what was decided, what came of it.

Replay of a match is its content, scenario, seed and decisions: nothing else plays a part.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from game.content import Content
from game.engine import Outcome, State, View, new_state
from game.engine.events import Event
from game.engine.fields import COUNTER
from game.engine.inject import Injection, inject
from game.match.entry import Entry
from game.match.memories import Memories
from game.match.public_position import PublicPosition, positions_of
from game.match.seats import HUMAN, Seats, check_seat, drawn_seats
from game.match.undo import Bar, UndoBarredError, is_inspection, is_revelation
from game.players import Memory, Player, Rememberer, make_player
from game.players.search.patient import Watch, Watched


class Course:
    """A match that nobody saves, decided one action at a time.

    Attributes:
        content: What it is played with.
        scenario: Its slug.
        seed: The match's luck, whole.
        seats: NATO's and Russia's; a temperament that stays hidden is drawn.
        opening: What happened before the first decision, secrets included.
    """

    def __init__(self, content: Content, scenario: str, seed: int, seats: Seats) -> None:
        """Deal a match.

        Raises:
            UnknownScenarioError: No scenario has this slug.
            UnknownSeatError: Nobody of this name can sit at a side.
        """
        self.content = content
        self.scenario = scenario
        self.seed = seed
        self.seats = drawn_seats((check_seat(seats[0]), check_seat(seats[1])), seed)
        log: list[Event] = []
        self._state = new_state(content, scenario, seed, log)
        self.opening = tuple(log)
        self._entries: list[Entry] = []
        self._before: list[State] = []
        self._settled = 0
        self._injected: list[tuple[int, Injection]] = []
        self._players: dict[int, Player] = {}
        self._memories = tuple(Memories(side, _told) for side in (0, 1))

    # -------------------------------------------------------------- what stands

    @property
    def truth(self) -> State:
        """The position with all its secrets: for saves and tests, never for a screen."""
        return self._state

    @property
    def to_move(self) -> int | None:
        """The side that decides, or `None` when the match is over."""
        return self._state.to_move

    @property
    def over(self) -> bool:
        """Whether the match has ended."""
        return self._state.to_move is None

    @property
    def outcome(self) -> Outcome | None:
        """How it ended, or `None`."""
        return self._state.outcome

    @property
    def history(self) -> Sequence[Entry]:
        """Every decision that stands, in order, secrets included."""
        return tuple(self._entries)

    @property
    def injections(self) -> tuple[tuple[int, Injection], ...]:
        """What a facilitator put in that stands, each after so many decisions."""
        return tuple(self._injected)

    @property
    def script(self) -> tuple[int | Injection, ...]:
        """All that makes this match out of its deal: decisions, and injections between them."""
        steps: list[int | Injection] = [one for number, one in self._injected if not number]
        for entry in self._entries:
            steps.append(entry.action)
            steps += [one for number, one in self._injected if number == entry.number]
        return tuple(steps)

    @property
    def positions(self) -> tuple[PublicPosition, ...]:
        """The public numbers at the start, after each round, and at the match's end."""
        scenario = self.content.scenarios[self.scenario]
        return positions_of(scenario, self._events())

    def truth_after(self, decided: int) -> State:
        """Return the position after so many decisions, secrets included: for replays.

        Raises:
            IndexError: So many decisions do not stand.
        """
        if not 0 <= decided <= len(self._entries):
            raise IndexError(f"{decided} decisions of {len(self._entries)}")
        return self._state if decided == len(self._entries) else self._before[decided]

    def view(self, side: int) -> View:
        """Return all and only what a side may know."""
        return self._state.view(side)

    def events(self, side: int | None) -> tuple[Event, ...]:
        """Return what happened so far as a side may know it; `None`: the whole truth."""
        every = self._events()
        return tuple(every if side is None else redacted(every, side))

    def public_events(self) -> tuple[Event, ...]:
        """Return what happened so far as everybody at the table may know it."""
        return tuple(redacted(redacted(self._events(), 0), 1))

    def _events(self) -> Iterable[Event]:
        """Yield every event, secrets included."""
        yield from self.opening
        for entry in self._entries:
            yield from entry.events

    # ------------------------------------------------------------------ playing

    def is_human(self, side: int) -> bool:
        """Say whether a person sits at a side."""
        return self.seats[side] == HUMAN

    @property
    def seat_to_move(self) -> str | None:
        """Who decides: `human` or a player's name; `None` when the match is over."""
        side = self.to_move
        return None if side is None else self.seats[side]

    def computer_action(self, watch: Watch | None = None) -> int:
        """Ask the computer's player who is to decide for an action; it isn't played yet.

        Args:
            watch: Hears how far a patient player is, and may tell it to come to an end.
        """
        side = self.to_move
        if side is None or self.is_human(side):
            raise ValueError("no player of the computer's is to decide")
        if side not in self._players:
            self._players[side] = make_player(self.seats[side], self.seed, side)
        player = self._players[side]
        if isinstance(player, Rememberer) and self._entries:
            player.remember(self.memories(side)[-1])
        if isinstance(player, Watched):
            player.watch_with(watch)
        return player.decide(self._state.view(side))

    def memories(self, side: int) -> tuple[Memory, ...]:
        """Return what a side should have believed of the other after each decision."""
        return self._memories[side].all(self._entries, self._before)

    def decide(self, action: int) -> Entry:
        """Do an action of the side to move.

        Raises:
            IllegalActionError: It is not legal; nothing changed.
        """
        before = self._state.clone()
        log: list[Event] = []
        self._state.log = log
        self._state.apply_checked(action)
        side = before.to_move
        assert side is not None, "apply_checked lets nobody decide after the end"
        entry = Entry(
            number=len(self._entries) + 1,
            round=before.round,
            phase=before.phase,
            side=side,
            action=action,
            words=before.describe(action),
            events=tuple(log),
        )
        self._entries.append(entry)
        self._before.append(before)
        return entry

    # --------------------------------------------------------------------- undo

    def why_not_undo(self) -> Bar | None:
        """Return why the last decision can't be taken back, or `None` if it can."""
        if not self._entries:
            return "nothing"
        entry = self._entries[-1]
        if not self.is_human(entry.side):
            return "other-acted"
        if entry.number <= self._settled:
            return "passed"
        rolled = self._before[-1].v[COUNTER] != self._state.v[COUNTER]
        inspected = any(is_inspection(event, self.content) for event in entry.events)
        if rolled or inspected or any(map(is_revelation, entry.events)):
            return "revealed"
        return None

    def can_undo(self) -> bool:
        """Say whether the last decision can be taken back."""
        return self.why_not_undo() is None

    def undo(self) -> Entry:
        """Take back the last decision and return it.

        Raises:
            UndoBarredError: It stands; `why_not_undo` says why.
        """
        bar = self.why_not_undo()
        if bar is not None:
            raise UndoBarredError(bar)
        return self.take_back()

    def take_back(self) -> Entry:
        """Take back the last decision, whatever it showed: `undo` is the checked door.

        What was injected after it goes with it.
        """
        self._state = self._before.pop()
        entry = self._entries.pop()
        left = len(self._entries)
        self._injected = [one for one in self._injected if one[0] <= left]
        return entry

    def inject(self, injection: Injection) -> tuple[Event, ...]:
        """Put something into the match from outside; what came before can't be undone.

        What happened counts with the decision before it, or with the opening.

        Raises:
            IllegalInjectionError: It can't be now; nothing changed.
        """
        events = inject(self._state, injection)
        if self._entries:
            last = self._entries[-1]
            self._entries[-1] = replace(last, events=last.events + events)
        else:
            self.opening += events
        self._injected.append((len(self._entries), injection))
        self.settle()
        return events

    def settle(self) -> None:
        """Let all that was decided stand: the screen is passed to the other person."""
        self._settled = len(self._entries)


def _told(events: Iterable[Event], side: int) -> tuple[Event, ...]:
    """Return events as a side may know them."""
    return tuple(redacted(events, side))


def redacted(events: Iterable[Event], side: int) -> Iterable[Event]:
    """Yield events as a side may know them."""
    for event in events:
        told = event.redacted(side)
        if told is not None:
            yield told
