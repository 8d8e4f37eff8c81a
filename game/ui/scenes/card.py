"""A card opened: what it can be played as, and what each use would change."""

from typing import Final

import pygame

from game.ui.board.card_changes import change_column, offers, warnings
from game.ui.board.card_page import CardPage
from game.ui.board.card_uses import (
    EVENT,
    FACE_DOWN,
    OPERATIONS,
    Use,
    UseGroup,
    first_tab,
    groups_of,
    use_of,
)
from game.ui.board.change_rows import standing_rows
from game.ui.board.use_rows import use_rows
from game.ui.scene import Replace, Transition
from game.ui.scenes.board import BoardScene
from game.ui.scenes.column_scene import Columns, ColumnScene
from game.ui.sitting import Sitting
from game.ui.theme import BODY
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice, Option
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Answered, Chosen, Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.label import Label
from game.ui.widgets.widget import Widget
from game.words import operations_text, side_values, use_name

_TAB_KEYS: Final = {"E": EVENT, "O": OPERATIONS, "F": FACE_DOWN}


class CardScene(ColumnScene):
    """Three columns: the card, what to play it as, what that changes.

    Attributes:
        card: Its slug.
        tab: Which of the three ways is shown.
        opened: The kind of operation whose targets are listed.
        chosen: The action that would be done.
    """

    def __init__(self, sitting: Sitting, card: str) -> None:
        super().__init__(sitting)
        self.card = card
        self.tab = first_tab(self.words, sitting.view, card)
        self.opened = ""
        self.chosen: int | None = None
        self._choose_first()

    @property
    def groups(self) -> tuple[UseGroup, ...]:
        """Return the uses on the tab that is shown."""
        return groups_of(self.words, self.sitting.view, self.card, self.tab)

    @property
    def use(self) -> Use | None:
        """Return the use that is chosen."""
        return use_of(self.groups, self.chosen)

    # ------------------------------------------------------------------ the screen

    def columns(self) -> Columns:
        """Return the three columns for what is chosen now."""
        words, view, use = self.words, self.sitting.view, self.use
        spec = view.world.content.cards[self.card]
        return Columns(
            left=CardPage(words, spec),
            heading=words.text("Play this card as …"),
            tabs=Choice("play", self._options(spec.operations), self.tab),
            rows=use_rows(words, self.groups, opened=self.opened, chosen=self.chosen),
            about=self._about(),
            buttons=[Button("back", words.text("Back"), key="Esc"), self._confirm(use)],
            right_heading=words.text("What it changes"),
            right_note=self._reading_note(use),
            changes=change_column(words, view, use) if use else self._nothing_chosen(),
            becomes=view.preview(use.action) if use and not offers(view, use) else None,
        )

    def _confirm(self, use: Use | None) -> Button:
        """Return the button that names the act."""
        words = self.words
        if use is not None:
            return Button("confirm", use.title, key="Enter", primary=True)
        why = words.text("Choose one of the rows above first.")
        return Button(
            "confirm", words.text("Choose what to do"), key="Enter", primary=True, why=why
        )

    def _options(self, operations: int) -> list[Option]:
        """Return the three tabs."""
        words, view = self.words, self.sitting.view
        starred = view.world.content.cards[self.card].starred
        event = words.text("leaves the game") if starred else words.text("then discarded")
        others = side_values(words, view.side)
        down = words.text("{other} sees a back", **others)
        allowed = view.world.scenario.options.face_down
        barred = "" if allowed else words.text("Not in this scenario.")
        return [
            Option(EVENT, use_name(words, EVENT), event, icon="star", why=self._no_event()),
            Option(OPERATIONS, operations_text(words, operations), words.text("one task")),
            Option(
                FACE_DOWN, use_name(words, FACE_DOWN), down, icon="op-face-down", why=barred
            ),
        ]

    def _no_event(self) -> str:
        """Return why the card can't be played for its event, or nothing if it can."""
        groups = groups_of(self.words, self.sitting.view, self.card, EVENT)
        if any(group.open_uses for group in groups):
            return ""
        return self.words.sentence(groups[0].uses[0].why)

    def _about(self) -> str:
        """Return one line about the tab that is shown."""
        words = self.words
        if self.tab == EVENT:
            return words.text("The event takes effect as the card says; its operations don’t.")
        if self.tab == OPERATIONS:
            return words.text("One operation; the card’s value must reach its cost.")
        extra = self.sitting.world.numbers.face_down_extra
        return words.text(
            "Face down: a site not declared (its cost +{extra}), technical means, or nothing.",
            extra=extra,
        )

    def _reading_note(self, use: Use | None) -> str:
        if use is None:
            return self.words.text("As things stand; choose a use to see what changes")
        return self.words.text("Hatched: the part that will change")

    def _nothing_chosen(self) -> list[Widget]:
        words = self.words.text(
            "Every number here is what you can know: your own sites, and of the other side "
            "what is declared, found or seen."
        )
        rows = standing_rows(self.words, self.sitting.view)
        return [*rows, Label(words, BODY, colour="ink_2")]

    # ------------------------------------------------------------------ what is wanted

    def on_intent(self, intent: Intent) -> Transition | None:
        """Choose a tab, a kind, a use; do it or go back."""
        if isinstance(intent, Chosen):
            self._show(intent.value)
            return None
        if isinstance(intent, Answered):
            return self._do() if intent.answer == "do" else None
        if not isinstance(intent, Pressed):
            return None
        kind, _, name = intent.id.partition(":")
        if kind == "group":
            self._open(name)
            return None
        if kind == "use":
            self._choose(int(name))
            return None
        if intent.id == "back":
            return Replace(BoardScene(self.sitting, start=f"card:{self.card}"))
        if intent.id == "confirm":
            return self._confirmed()
        return super().on_intent(intent)

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Turn to a tab by its letter, or see there why not; to another card by its digit."""
        for key, tab in _TAB_KEYS.items():
            if is_key(event, key):
                option = self.tree.find(f"play:{tab}")
                if option is not None and not option.barred:
                    self._show(tab)
                self.focus(f"play:{tab}")
                return None
        for number, card in enumerate(self.sitting.view.hand, start=1):
            if number < 10 and is_key(event, str(number)):
                return Replace(CardScene(self.sitting, card))
        return super().on_event(event)

    def _show(self, tab: str) -> None:
        """Turn to a tab."""
        self.tab = tab
        self.opened = ""
        self.chosen = None
        self.offset = 0
        self._choose_first()
        self.rebuild()

    def _choose_first(self) -> None:
        """Choose the event by itself where there is only one that can be used."""
        uses = [use for group in self.groups for use in group.open_uses]
        if self.tab == EVENT and len(uses) == 1:
            self.chosen = uses[0].action

    def _open(self, slug: str) -> None:
        """List the targets of a kind, or fold them away again."""
        self.opened = "" if self.opened == slug else slug
        self.keep_offset()
        self.rebuild()
        self.focus(f"group:{slug}")
        group = next((one for one in self.groups if one.slug == self.opened), None)
        if group is not None:
            targets = (f"use:{use.action}" for use in group.uses)
            self.list.reveal_all({f"group:{slug}", *targets})
            self.keep_offset()

    def _choose(self, action: int) -> None:
        """Choose a use; Enter once more does it."""
        self.chosen = action
        group = next(g for g in self.groups if any(u.action == action for u in g.uses))
        self.opened = "" if group.alone else group.slug
        self.keep_offset()
        self.rebuild()
        self.focus("confirm")

    def _confirmed(self) -> Transition | None:
        """Do what is chosen; ask first where it can't be mended."""
        use = self.use
        if use is None:
            return None
        asked = warnings(self.words, self.sitting.view, use)
        if not asked:
            return self._do()
        words = self.words
        answers = [
            ("back", words.text("Keep the card")),
            ("do", words.text("Do it all the same")),
        ]
        title = words.text("{act}?", act=use.title)
        self.ask(Dialog("warn", title, "\n".join(asked), answers, "back"))
        return None

    def _do(self) -> Transition:
        if self.chosen is not None:
            self.sitting.play(self.chosen)
        return Replace(self.sitting.next_scene())
