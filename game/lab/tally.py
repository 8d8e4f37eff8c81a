"""The tally of a game: its events, counted by path.

card/CARD/USE                    a card's plays: `event`, an operation, `down`
use/SIDE/USE                     the same by side, face-down uses by their own names
answer/CRISIS/SIDE/RESPONSE/open, /chosen
stance/TYPE/SIDE/STANCE          answers by the crisis's type
package/nothing, tabled, agreed, counter, counter-agreed
term/SIDE/TERM/tabled, /agreed   packages in which the side gives such a term
pledge/SIDE/site, ladder, broken, lying
hidden/SIDE/begun, found, declared, unveiled, left
step/SIDE/operation, package, event, suspended
tension/CAUSE/up, /down          by how much, not how often
branch/DECISION/asked, choices, forced
incident/public
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final, Literal, TypeAlias

from game.content import Content
from game.content.vocabulary import SIDES, STANCES
from game.engine import State
from game.engine import actions as a
from game.engine import events as e
from game.engine import fields as f
from game.lab.account import Counts

TermName: TypeAlias = Literal[
    "declare", "withdraw", "pledge", "pledge-ladder", "statement", "raise"
]

_TERM_NAMES: Final[tuple[tuple[int, TermName], ...]] = (
    (a.WITHDRAW_TERM, "declare"),
    (a.PLEDGE_TERM, "withdraw"),
    (a.LADDER_PLEDGE_TERM, "pledge"),
    (a.STATEMENT_TERM, "pledge-ladder"),
    (a.RAISE_TERM, "statement"),
    (a.TERMS, "raise"),
)
TERM_NAMES: Final[tuple[TermName, ...]] = tuple(name for _, name in _TERM_NAMES)
"""The kinds of term, in canonical order."""


def term_name(code: int) -> TermName:
    """Return the kind of a term."""
    term = a.term_of(code)
    return next(name for end, name in _TERM_NAMES if term < end)


class Tally:
    """Counts what happens in one game, decision by decision."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self.counts: Counter[str] = Counter()
        self.widest: dict[str, int] = {}
        self._countering = False

    def asked(self, state: State, actions: Sequence[int]) -> None:
        """Note which choices a side has."""
        decision = state.decision
        many = len(actions)
        self.counts[f"branch/{decision}/asked"] += 1
        self.counts[f"branch/{decision}/choices"] += many
        self.counts[f"branch/{decision}/forced"] += many == 1
        self.widest[decision] = max(many, self.widest.get(decision, 0))
        if decision == "crisis":
            for path in self._answers(state, actions):
                self.counts[f"{path}/open"] += 1

    def chosen(self, state: State, action: int) -> None:
        """Note which of the choices a side takes."""
        if state.decision == "crisis":
            for path in self._answers(state, [action]):
                self.counts[f"{path}/chosen"] += 1

    def happened(self, events: Iterable[e.Event]) -> None:
        """Count what came of it."""
        for event in events:
            count = _COUNTED.get(type(event))
            if count is not None:
                count(self, event)

    def ended(self, state: State) -> None:
        """Count what came to light in no other way."""
        v = state.v
        for side, name in enumerate(SIDES):
            own = 0x3FF << 10 * side
            self.counts[f"hidden/{name}/left"] += (v[f.HIDDEN] & own).bit_count()
            self.counts[f"pledge/{name}/lying"] += (v[f.LIED] & v[f.HIDDEN] & own).bit_count()

    def result(self) -> Counts:
        """Return all counts that are not nought."""
        return {path: n for path, n in sorted(self.counts.items()) if n}

    def _answers(self, state: State, actions: Iterable[int]) -> Iterable[str]:
        """Yield the paths of answers to the crisis in hand."""
        side = state.to_move
        for action in actions:
            if a.kind_of(action) == a.RESPOND:
                opened = state.v[f.OPENED]
                crisis = state.world.crises[opened if opened >= 0 else state.v[f.CRISIS]]
                answer = (crisis.russia if side else crisis.nato)[a.argument_of(action)]
                yield f"answer/{crisis.slug}/{SIDES[side or 0]}/{answer.slug}"

    def _played(self, event: e.CardPlayed) -> None:
        self.counts[f"card/{event.card}/{event.use}"] += 1
        self.counts[f"use/{SIDES[event.side]}/{event.use}"] += 1

    def _played_down(self, event: e.CardPlayedFaceDown) -> None:
        self.counts[f"card/{event.card}/down"] += 1
        self.counts[f"use/{SIDES[event.side]}/{event.use}"] += 1

    def _resolved(self, event: e.CrisisResolved) -> None:
        kind = self._content.crises[event.crisis].type
        for side, stance in enumerate(event.stances):
            self.counts[f"stance/{kind}/{SIDES[side]}/{STANCES[stance]}"] += 1

    def _nothing(self, event: e.NothingProposed) -> None:
        self.counts["package/nothing"] += not event.counter

    def _tabled(self, event: e.PackageTabled) -> None:
        self._countering = event.counter
        self.counts["package/counter" if event.counter else "package/tabled"] += 1
        self._terms(event.terms, "tabled")

    def _answered(self, event: e.PackageAnswered) -> None:
        if event.accepted:
            self.counts["package/counter-agreed" if self._countering else "package/agreed"] += 1
            self._terms(event.terms, "agreed")

    def _terms(self, terms: Iterable[int], how: str) -> None:
        """Count the kinds of term that a package holds, each once a side."""
        for giver, name in sorted({(a.giver_of(code), term_name(code)) for code in terms}):
            self.counts[f"term/{SIDES[giver]}/{name}/{how}"] += 1

    def _pledged(self, event: e.PledgeMade) -> None:
        what = "site" if event.site else "ladder"
        self.counts[f"pledge/{SIDES[event.side]}/{what}"] += 1

    def _broken(self, event: e.PledgeBroken) -> None:
        self.counts[f"pledge/{SIDES[event.side]}/broken"] += 1

    def _hidden(self, event: e.SiteHidden) -> None:
        self.counts[f"hidden/{SIDES[event.side]}/begun"] += 1

    def _found(self, event: e.SiteFound) -> None:
        self.counts[f"hidden/{SIDES[event.side]}/found"] += 1

    def _declared(self, event: e.SiteDeclared) -> None:
        how = "unveiled" if event.cause.kind == "unveiling" else "declared"
        self.counts[f"hidden/{SIDES[event.side]}/{how}"] += 1

    def _stepped(self, event: e.StepTaken) -> None:
        how = {"operation": "operation", "package": "package"}.get(event.cause.kind, "event")
        self.counts[f"step/{SIDES[event.side]}/{how}"] += 1

    def _suspended(self, event: e.StepSuspended) -> None:
        self.counts[f"step/{SIDES[event.side]}/suspended"] += 1

    def _moved(self, event: e.TrackMoved) -> None:
        if event.track != "tension":
            return
        by = event.after - event.before
        way = "up" if by > 0 else "down"
        self.counts[f"tension/{self._cause(event.cause)}/{way}"] += abs(by)

    def _cause(self, cause: e.Cause) -> str:
        """Return a cause of Tension: cards together, crises by type, the rest by name."""
        if cause.kind == "crisis":
            return f"crisis-{self._content.crises[cause.slug].type}"
        return cause.slug if cause.kind in {"operation", "rule"} else cause.kind

    def _public(self, event: e.CauseMadePublic) -> None:
        del event
        self.counts["incident/public"] += 1


_COUNTED: Final[dict[type[e.Event], Callable[..., None]]] = {
    e.CardPlayed: Tally._played,
    e.CardPlayedFaceDown: Tally._played_down,
    e.CrisisResolved: Tally._resolved,
    e.NothingProposed: Tally._nothing,
    e.PackageTabled: Tally._tabled,
    e.PackageAnswered: Tally._answered,
    e.PledgeMade: Tally._pledged,
    e.PledgeBroken: Tally._broken,
    e.SiteHidden: Tally._hidden,
    e.SiteFound: Tally._found,
    e.SiteDeclared: Tally._declared,
    e.StepTaken: Tally._stepped,
    e.StepSuspended: Tally._suspended,
    e.TrackMoved: Tally._moved,
    e.CauseMadePublic: Tally._public,
}
"""How each kind of event is counted; others are not."""
