"""What a card can be played as: every use with its cost, its effect, or why it is barred."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from game.content.effects import Choose, Effect, Offer, Step
from game.content.specs import CardSpec
from game.content.vocabulary import LADDERS
from game.engine import View
from game.engine import actions as a
from game.ui.board.site_facts import site_gain
from game.words import (
    Words,
    action_note,
    action_title,
    capital,
    card_effect,
    ladder_name,
    operation_name,
    reason_text,
    side_name,
    site_name,
    use_name,
)
from game.words.effects import branch_clauses

EVENT: Final = "event"
OPERATIONS: Final = "operations"
FACE_DOWN: Final = "face-down"
TABS: Final = (EVENT, OPERATIONS, FACE_DOWN)


@dataclass(frozen=True, slots=True)
class Use:
    """One way to play a card.

    Attributes:
        action: What it is to the engine.
        target: Where or what for, in a list of its like.
        title: The whole of it, as on a button.
        why: The reason why it can't be done; empty if it can.
        brief: What it brings, for the list; `note` says more beside it.
        site: The site that it is about, or nothing.
    """

    action: int
    target: str
    title: str
    note: str
    cost: str
    why: str
    brief: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class UseGroup:
    """Uses of a kind, such as all deployments; one that stands alone is a row by itself."""

    slug: str
    title: str
    icon: str
    uses: tuple[Use, ...]
    why: str = ""
    """Why there is nothing in it."""

    listed: bool = True
    """Whether its uses differ by a target; an event or the campaign has none."""

    @property
    def alone(self) -> bool:
        """Return whether it is a use by itself."""
        return len(self.uses) == 1

    @property
    def open_uses(self) -> tuple[Use, ...]:
        """Return the uses that can be done."""
        return tuple(use for use in self.uses if not use.why)


def groups_of(words: Words, view: View, card: str, tab: str) -> tuple[UseGroup, ...]:
    """Return the uses on one of the three tabs."""
    maker = _Maker(words, view, view.world.content.cards[card])
    if tab == EVENT:
        return maker.events()
    if tab == OPERATIONS:
        return maker.operations()
    return maker.face_down()


def use_of(groups: Iterable[UseGroup], action: int | None) -> Use | None:
    """Return the use that is an action."""
    return next((u for group in groups for u in group.uses if u.action == action), None)


def first_tab(words: Words, view: View, card: str) -> str:
    """Return the tab to begin with: the event, or operations if that is barred."""
    events = groups_of(words, view, card, EVENT)
    return EVENT if any(group.open_uses for group in events) else OPERATIONS


class _Maker:
    """Makes the uses of one card."""

    def __init__(self, words: Words, view: View, spec: CardSpec) -> None:
        self.words = words
        self.view = view
        self.spec = spec
        self.card = view.world.card_id[spec.slug]
        self.numbers = view.world.numbers
        first = view.side * len(view.world.sites) // 2
        self.sites = range(first, first + len(view.world.sites) // 2)

    def events(self) -> tuple[UseGroup, ...]:
        """Return the event, or its two branches."""
        choice = next((one for one in self.spec.event if isinstance(one, Choose)), None)
        if choice is None:
            note = " ".join(card_effect(self.words, self.spec))
            title = use_name(self.words, EVENT)
            return (self._event(0, title, note),)
        clauses = branch_clauses(self.words, choice, self.view.side)
        titles = self.words.text("One way"), self.words.text("The other way")
        return tuple(
            self._event(number, title, self.words.sentence(capital(clause)))
            for number, (title, clause) in enumerate(zip(titles, clauses, strict=True))
        )

    def operations(self) -> tuple[UseGroup, ...]:
        """Return the seven operations, and unveiling where something is hidden."""
        groups = [
            self._group("deploy", "op-deploy", a.DEPLOY, self.sites, self._deploy_cost),
            self._withdrawals(),
            self._group(
                "cooperate", "op-cooperate", a.COOPERATE, range(4), self._cooperate_cost
            ),
            self._group(
                "suspend", "op-suspend", a.SUSPEND, range(4), self._n("suspension_cost")
            ),
            self._group(
                "campaign", "op-campaign", a.CAMPAIGN, range(1), self._n("campaign_cost")
            ),
            self._group(
                "back-channel",
                "op-back-channel",
                a.BACK_CHANNEL,
                range(2),
                self._n("back_channel_cost"),
            ),
            self._group(
                "technical-means",
                "op-technical-means",
                a.TECHNICAL,
                range(2),
                self._n("technical_cost"),
            ),
        ]
        hidden = self._hidden()
        if hidden:
            uses = tuple(self._use(a.UNVEIL, site, "", card=0) for site in hidden)
            title = self.words.text("Unveil first, without a card")
            groups.append(UseGroup("unveil", title, "declare", uses))
        return tuple(groups)

    def face_down(self) -> tuple[UseGroup, ...]:
        """Return what can be done face down."""
        concealable = self.view.world.concealable
        places = [site for site in self.sites if concealable >> site & 1]
        uses = tuple(self._use(a.HIDE, site, self._hide_cost(site)) for site in places)
        site_title = use_name(self.words, "hide-site")
        looks = tuple(
            self._use(a.HIDE_TECHNICAL, option, str(self.numbers.technical_cost))
            for option in (a.CARD_OPTION, a.CAUSE_OPTION)
        )
        look_title = use_name(self.words, "hide-technical-means")
        nothing = self._use(a.HIDE_NOTHING, 0, "")
        return (
            UseGroup("hide-site", site_title, "closed-eye", _ordered(uses)),
            UseGroup("hide-technical", look_title, "op-technical-means", looks),
            UseGroup("hide-nothing", nothing.target, "op-face-down", (nothing,), listed=False),
        )

    def _event(self, branch: int, title: str, note: str) -> UseGroup:
        action = a.encode(a.EVENT, self.card, branch)
        play = action_title(self.words, self.view.facts(action), self.view)
        use = Use(action, title, play, note, "", self._why_no_event(action, branch), note)
        icon = f"kind-{self.spec.kind}"
        return UseGroup(f"event-{branch}", title, icon, (use,), listed=False)

    def _group(
        self,
        operation: str,
        icon: str,
        kind: int,
        arguments: Iterable[int],
        cost: Callable[[int], str],
    ) -> UseGroup:
        uses = tuple(self._use(kind, argument, cost(argument)) for argument in arguments)
        title = operation_name(self.words, operation)
        return UseGroup(operation, title, icon, _ordered(uses), listed=kind != a.CAMPAIGN)

    def _withdrawals(self) -> UseGroup:
        """Return the own declared sites; there is nothing to withdraw from elsewhere."""
        cost = str(self.numbers.withdraw_cost)
        every = (self._use(a.WITHDRAW, site, cost) for site in self.sites)
        uses = tuple(use for use in every if not use.why)
        title = operation_name(self.words, "withdraw")
        why = "" if uses else self.words.text("nothing of ours is declared")
        return UseGroup("withdraw", title, "op-withdraw", uses, why)

    def _use(self, kind: int, argument: int, cost: str, *, card: int | None = None) -> Use:
        action = a.encode(kind, self.card if card is None else card, argument)
        facts = self.view.facts(action)
        title = action_title(self.words, facts, self.view)
        note = action_note(self.words, facts, self.view)
        target = self._target(kind, argument, title)
        brief = self._worth(facts.site) if kind in (a.DEPLOY, a.HIDE) and facts.site else note
        why = self._why(action)
        return Use(action, target, title, note, cost, why, brief, facts.site or "")

    def _worth(self, site: str) -> str:
        """Return what a site gives and alarms."""
        known = next(one for one in self.view.sites if one.slug == site)
        return site_gain(self.words, self.view.world.content.sites[site], known.concern)

    def _target(self, kind: int, argument: int, title: str) -> str:
        """Return a use among its like: the site, the ladder, or its own title."""
        if kind in (a.DEPLOY, a.WITHDRAW, a.HIDE, a.UNVEIL):
            return site_name(self.words, self.view.world.sites[argument].slug)
        if kind in (a.COOPERATE, a.SUSPEND):
            return ladder_name(self.words, LADDERS[argument])
        if kind == a.HIDE_NOTHING:
            return use_name(self.words, "hide-nothing")
        # `Back channel: lower Tension` stands below a row that says `Back channel`.
        return capital(title.partition(": ")[2] or title)

    def _why(self, action: int) -> str:
        reason = self.view.why_not(action)
        return reason_text(self.words, reason) if reason is not None else ""

    def _why_no_event(self, action: int, branch: int) -> str:
        """Return why an event is barred; what bars its first step is said as of that step."""
        reason = self.view.why_not(action)
        if reason is None or reason.slug != "first-step":
            return self._why(action)
        return self._why_no_step(_opening(self.spec.event, branch)) or self._why(action)

    def _why_no_step(self, first: Effect) -> str:
        """Return what bars an event's first step, or nothing if that can't be said in short."""
        view, own = self.view, self.view.side
        if not isinstance(first, Step):
            return ""
        ladder = LADDERS.index(first.ladder)
        for side in (own, 1 - own) if first.who == "both" else (own,):
            if reason := view.step_reason(side, ladder):
                name, why = side_name(self.words, side), reason_text(self.words, reason)
                return why if side == own else self.words.labelled(name, why)
        return ""

    def _n(self, name: str) -> Callable[[int], str]:
        cost = str(getattr(self.numbers, name))
        return lambda _: cost

    def _deploy_cost(self, site: int) -> str:
        return str(self.view.deploy_cost(self.view.world.sites[site].slug))

    def _cooperate_cost(self, ladder: int) -> str:
        if self.view.steps[self.view.side][ladder] >= len(self.view.world.gates) - 1:
            return ""
        return str(self.view.cooperate_cost(ladder))

    def _hide_cost(self, site: int) -> str:
        return str(self.view.world.cost[site] + self.numbers.face_down_extra)

    def _hidden(self) -> list[int]:
        own = (s for s in self.view.sites if s.side == self.view.side and s.undeclared)
        return [self.view.world.site_id[site.slug] for site in own]


def _opening(effects: tuple[Effect, ...], branch: int) -> Effect:
    """Return the first effect of an event's branch; of an offer that of its acceptance."""
    first = effects[0]
    if isinstance(first, Choose):
        return _opening(first.second if branch else first.first, 0)
    return _opening(first.accepted, 0) if isinstance(first, Offer) else first


def _ordered(uses: tuple[Use, ...]) -> tuple[Use, ...]:
    """Return what can be done first, else in order."""
    return tuple(sorted(uses, key=lambda use: bool(use.why)))
