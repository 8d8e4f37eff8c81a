"""What a facilitator may put into a match: the crisis of the round, or a card for a side."""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

import pygame
from pygame import Rect

from game.engine.inject import (
    Bar,
    IllegalInjectionError,
    Injection,
    crises_left,
    why_not_inject,
)
from game.ui.board.ring_room import RING, RingRoom
from game.ui.layout import inset
from game.ui.lesson.run import LessonRun
from game.ui.scene import Pop, Transition
from game.ui.scenes.page import Page
from game.ui.theme import BODY, SCREEN_TITLE
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Answered, Chosen, Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.row import Row
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.widget import Column, Group, Widget
from game.words import (
    card_summary,
    card_title,
    crisis_title,
    crisis_type_name,
    mark,
    side_values,
)

Tab: TypeAlias = Literal["crisis", "nato", "russia"]

_BARS: Final[Mapping[Bar, str]] = {
    "over": mark("the match is over"),
    "early": mark("no round was played yet"),
    "late": mark("the crisis of this round is being answered"),
    "unknown": mark("this match doesn’t have it"),
    "dealt": mark("not in the deck any more"),
    "condition": mark("its condition doesn’t hold now"),
    "escalated": mark("a deployment has called the crisis of this round"),
    "full": mark("the hand is full"),
}
_WIDE: Final = 760
_SIDES: Final = {"nato": 0, "russia": 1}


class InjectScene(Page):
    """Crises of the deck, and the cards of both sides, one list at a time.

    Attributes:
        tab: Which list is open.
    """

    def __init__(self, run: LessonRun) -> None:
        super().__init__()
        self.run = run
        self.tab: Tab = "crisis"
        self.start = "tab:crisis"
        self._wanted: Injection | None = None

    def build(self) -> Widget:
        """Return the choice of lists, the open list, and the way back."""
        words = self.run.words
        tabs = [
            Option("crisis", words.text("A crisis")),
            Option("nato", words.text("A card for NATO")),
            Option("russia", words.text("A card for Russia")),
        ]
        listed = ScrollArea("list", RingRoom(Column("", self._rows(), gap=6)))
        return Group(
            "inject",
            [
                Label(words.text("Inject"), SCREEN_TITLE),
                Label(self._about(), BODY, colour="ink_2"),
                Choice("tab", tabs, self.tab, words=True),
                listed,
                Button("back", words.text("Back"), key="Esc"),
            ],
        )

    def layout(self, size: tuple[int, int]) -> None:
        """Place everything below one another in the middle."""
        theme, area = self.theme, inset(Rect(0, 0, *size), 40, 32)
        title, about, tabs, listed, back = self.root.children
        wide = min(area.width, round(_WIDE * theme.text))
        left, top = area.centerx - wide // 2, area.y
        for part in (title, about, tabs):
            high = part.measure(theme, wide)
            part.place(Rect(left, top, wide, high), theme)
            top += high + 6
        high = back.measure(theme, 0)
        broad = back.natural_width(theme) if isinstance(back, Button) else 0
        back.place(Rect(left + wide - broad, area.bottom - high, broad, high), theme)
        room = Rect(left - RING, top + 4, wide + 2 * RING, back.rect.y - top - 14)
        listed.place(room, theme)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Open a list, ask before anything is injected, or go back."""
        match intent:
            case Chosen("tab", value):
                self.tab = "crisis" if value == "crisis" else _tab(value)
                self.rebuild()
            case Pressed("back"):
                return Pop()
            case Pressed(ident):
                self._ask(ident)
            case Answered("sure", "yes"):
                return self._inject()
            case _:
                pass
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Go back with Esc."""
        return Pop() if is_key(event, "Esc") else None

    def _about(self) -> str:
        """Return what an injection does, and what it may give away."""
        words = self.run.words
        if self.tab == "crisis":
            return words.text(
                "It becomes the crisis of this round; the one that was brewing goes back under "
                "the deck. Journal and debrief say that you did it."
            )
        return words.text(
            "It goes from the deck into the hand. What isn’t in the deck any more was dealt or "
            "played, so choose while nobody else looks. Journal and debrief say that you did "
            "it."
        )

    def _rows(self) -> list[Widget]:
        """Return what can be injected; of cards only a try tells whether they are there."""
        if self.tab == "crisis":
            return self._crises()
        words, world = self.run.words, self.run.sitting.world
        side = _SIDES[self.tab]
        cards = [world.cards[card] for card in world.pools.decks[side]]
        cards = [card for card in cards if card.slug not in self._gone(side)]
        return [
            Row(
                f"card:{card.slug}",
                card_title(words, card.slug),
                words.clauses([line.rstrip(".") for line in card_summary(words, card)]),
                str(card.operations),
                below=True,
            )
            for card in cards
        ]

    def _gone(self, side: int) -> set[str]:
        """Return the cards that all can see are in the deck no more."""
        view = self.run.match.view(side)
        return {*view.removed, *view.discards[side]}

    def _crises(self) -> list[Widget]:
        words, content = self.run.words, self.run.sitting.content
        rows: list[Widget] = []
        for slug in crises_left(self.run.match.truth):
            injection = Injection("crisis", slug)
            bar = why_not_inject(self.run.match.truth, injection)
            rows.append(
                Row(
                    f"crisis:{slug}",
                    crisis_title(words, slug),
                    crisis_type_name(words, content.crises[slug].type),
                    below=True,
                    why="" if bar is None else words.text(_BARS[bar]),
                )
            )
        if not rows:
            rows.append(Label(words.text("No crisis is left in the deck."), BODY))
        return rows

    def _ask(self, ident: str) -> None:
        """Ask whether it shall be."""
        words = self.run.words
        kind, _, slug = ident.partition(":")
        if kind == "crisis":
            self._wanted = Injection("crisis", slug)
            told = words.text(
                "“{crisis}” becomes the crisis of this round.", crisis=crisis_title(words, slug)
            )
        else:
            side = _SIDES[self.tab]
            self._wanted = Injection("card", slug, side)
            told = words.text(
                "“{card}” goes into {sides} hand.",
                card=card_title(words, slug),
                **side_values(words, side),
            )
        answers = [("no", words.text("Leave it")), ("yes", words.text("Inject"))]
        self.ask(Dialog("sure", words.text("Inject this?"), told, answers, "no"))

    def _inject(self) -> Transition | None:
        """Inject what was asked about, or say why that can't be."""
        words, wanted = self.run.words, self._wanted
        assert wanted is not None, "it was asked about"
        try:
            self.run.match.inject(wanted)
        except IllegalInjectionError as error:
            title, close = words.text("This can’t be injected"), words.text("Close")
            told = words.sentence(words.text(_BARS[error.bar]))
            self.ask(Dialog("barred", title, told, [("close", close)], "close"))
            return None
        self.run.injected()
        return Pop()


def _tab(value: str) -> Tab:
    return "nato" if value == "nato" else "russia"
