"""The council: a package is drafted term by term, or answered."""

from collections.abc import Sequence

import pygame
from pygame import Rect

from game.engine.actions import (
    ACCEPT,
    COUNTER,
    NO_PROPOSAL,
    REJECT,
    TABLE,
    TERM,
    encode,
    giver_of,
)
from game.ui.board.match_bar import MatchBar
from game.ui.board.package import (
    Terms,
    complete,
    eases_tension,
    falls,
    of_side,
    spoken,
    why_not,
    why_not_table,
)
from game.ui.board.package_words import drafted_by
from game.ui.board.ring_room import RING
from game.ui.board.shared_tracks import SharedTracks
from game.ui.scene import Replace, Transition
from game.ui.scenes.council_effects import effects
from game.ui.scenes.council_list import GROUP, TermList
from game.ui.scenes.council_list import TERM as TERM_ROW
from game.ui.scenes.council_page import (
    EmptySlot,
    PackagePage,
    PageTab,
    PageWords,
    TermCard,
    TermFace,
)
from game.ui.scenes.match_scene import TOP
from game.ui.scenes.telling_scene import TellingScene
from game.ui.sitting import Sitting
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Answered, Intent, Pressed
from game.ui.widgets.keys import is_key
from game.ui.widgets.widget import Group, Widget
from game.words import (
    LogLine,
    phase_name,
    reason_sentence,
    round_date,
    side_values,
    term_head,
    term_note,
    term_sentence,
    term_step,
)

ASK, OFFER, TABLE_IT = "ask", "offer", "table"
_CROSS = "take:"
_SLOT = "slot:"
_DRAFTS = ("draft", "counter-draft")
_LEFT, _RIGHT = 296, 312


class CouncilScene(TellingScene):
    """The council, from the seat of the side that drafts or answers.

    Attributes:
        terms: The draft, in the order in which it was made; or what lies on the table.
        tab: Which of the three steps of drafting is shown.
        opened: The kind of the group of terms that stands open in the list.
    """

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        view = sitting.view
        self.side = view.side
        self.drafting = view.decision in _DRAFTS
        self.terms: Terms = view.draft if self.drafting else view.tabled
        self.tab = ASK
        self.opened = ""
        self._widgets: tuple[MatchBar, SharedTracks, Widget, PackagePage, Widget] | None = None

    def news(self) -> Sequence[LogLine]:
        """Leave out the package that is answered: the page has all of it."""
        return [one for one in super().news() if self.drafting or one.kind != "council"]

    # ------------------------------------------------------------------ building

    def build(self) -> Widget:
        """Build bar and strip, the list where one drafts, the page, and what it brings."""
        view, words = self.sitting.view, self.words
        acting = words.text("{side} drafts", **side_values(words, self.side))
        if not self.drafting:
            acting = words.text("{side} answers", **side_values(words, self.side))
        bar = self.bar(acting, phase_name(words, "council"))
        strip = self.strip()
        left = self._left()
        page = PackagePage(self._page_words(), self._tabs(), self._columns(), self._buttons())
        right = effects(words, view, self.terms, drafting=self.drafting)
        self._widgets = (bar, strip, left, page, right)
        return Group("council", list(self._widgets))

    def layout(self, size: tuple[int, int]) -> None:
        """Place three columns; without a list the page stands further left."""
        if self._widgets is None:
            return
        bar, strip, left, page, right = self._widgets
        wide, high = size
        self.place_top(bar, strip)
        self.root.rect = Rect(0, 0, wide, high)
        start = 16
        if self.drafting:
            left.place(Rect(16, TOP + 10, _LEFT, high - TOP - 26), self.theme)
            start = 16 + _LEFT + 20
        end = wide - 16 - _RIGHT - 20
        most = 760
        if end - start > most:
            start += (end - start - most) // 2
            end = start + most
        page.place(Rect(start, TOP + 12, end - start, high - TOP - 28), self.theme)
        area = Rect(wide - 16 - _RIGHT, TOP + 10, _RIGHT, high - TOP - 24)
        right.place(self.above_news(area.inflate(2 * RING, 2 * RING)), self.theme)

    def _left(self) -> Widget:
        if not self.drafting:
            return Group()
        giver = 1 - self.side if self.tab == ASK else self.side
        stands = "" if self._movable else self.words.text("It stands: the draft was saved")
        view = self.sitting.view
        made = TermList(self.words, view, self.terms, giver, self.opened, stands)
        self.start = self.start or made.first
        return made

    def _tabs(self) -> list[PageTab]:
        if not self.drafting:
            return []
        words = self.words
        labels = {
            ASK: words.text("1 · We ask"),
            OFFER: words.text("2 · We offer"),
            TABLE_IT: words.text("3 · Table it"),
        }
        done = {
            ASK: bool(of_side(self.terms, 1 - self.side)),
            OFFER: bool(of_side(self.terms, self.side)),
            TABLE_IT: False,
        }
        return [
            PageTab(
                f"tab:{tab}", label, key=str(number), done=done[tab], chosen=tab == self.tab
            )
            for number, (tab, label) in enumerate(labels.items(), start=1)
        ]

    def _page_words(self) -> PageWords:
        view, words = self.sitting.view, self.words
        counter = view.decision in ("counter-draft", "final-reply")
        title = words.text("A package for the Council")
        if counter:
            title = words.text("A counter-package")
        date = round_date(words, self.sitting.world.scenario, view.round)
        return PageWords(title, drafted_by(words, view, date), self._heads(), self._agreed())

    def _heads(self) -> tuple[str, str]:
        """Return the heads of NATO's and Russia's column: who drafts says *we*."""
        words, drafter = self.words, self.sitting.view.drafter
        if self.drafting:
            heads = (words.text("We will"), words.text("if you will"))
        else:
            heads = (
                words.text("{side} will", **side_values(words, drafter)),
                words.text("if {side} will", **side_values(words, 1 - drafter)),
            )
        return heads if not drafter else (heads[1], heads[0])

    def _agreed(self) -> str:
        words, view = self.words, self.sitting.view
        if eases_tension(view, self.terms):
            by = view.world.numbers.package_tension
            return words.text(
                "If agreed: **Tension {+by},** then each term takes effect", by=by
            )
        if complete(self.terms):
            return words.text("If agreed: each term takes effect")
        return words.text("A package needs a term from each side")

    def _columns(self) -> tuple[Sequence[Widget], Sequence[Widget]]:
        return self._column(0), self._column(1)

    def _column(self, side: int) -> list[Widget]:
        view, words = self.sitting.view, self.words
        cards: list[Widget] = []
        for code in of_side(self.terms, side):
            step = term_step(words, code, view)
            cards.append(
                TermCard(
                    TermFace(
                        side,
                        term_head(words, code, step),
                        term_sentence(words, code, step),
                        term_note(words, code, view),
                        ident=f"{_CROSS}{code}" if self.drafting else "",
                        take_back=words.text("Take it back"),
                        why="" if self._movable else words.text("It stands"),
                    )
                )
            )
        free = view.term_limit - len(cards) if self.drafting else 0
        own = side == self.side
        for number in range(max(0, free)):
            if own:
                label = words.text("Choose what to offer")
            else:
                label = words.text("Choose what to ask")
            if cards:
                label = words.text("Room for another term")
            tab = OFFER if own else ASK
            cards.append(EmptySlot(f"{_SLOT}{tab}:{number}", label))
        return cards

    def _buttons(self) -> list[Button]:
        return self._draft_buttons() if self.drafting else self._answer_buttons()

    def _draft_buttons(self) -> list[Button]:
        words, view = self.words, self.sitting.view
        reason = why_not_table(self.terms, self.side)
        why = reason_sentence(words, reason) if reason else ""
        none = words.text("No proposal")
        if view.decision == "counter-draft":
            none = words.text("No counter")
        undo = "" if self._can_undo else words.text("There is nothing to take back.")
        return [
            Button("undo", words.text("Undo"), key="U", why=undo),
            Button("none", none),
            Button(
                "table",
                words.text("Table it"),
                icon="quill",
                key="Enter",
                primary=True,
                why=why,
            ),
        ]

    def _answer_buttons(self) -> list[Button]:
        words, view = self.words, self.sitting.view
        buttons = [Button("reject", words.text("Reject"), key="R")]
        if view.decision == "reply":
            reason = view.why_not(encode(COUNTER))
            why = reason_sentence(words, reason) if reason else ""
            buttons.append(Button("counter", words.text("Counter"), key="C", why=why))
        accept = Button("accept", words.text("Accept"), icon="handshake", key="A", primary=True)
        return [*buttons, accept]

    # ------------------------------------------------------------------ deciding

    @property
    def _movable(self) -> bool:
        """Say whether the terms of the draft may still be taken back."""
        return not self.sitting.view.draft or self.sitting.why_not_undo() is None

    @property
    def _can_undo(self) -> bool:
        if self.terms:
            return self._movable
        is_counter = self.sitting.view.decision == "counter-draft"
        return is_counter and self.sitting.why_not_undo() is None

    def on_intent(self, intent: Intent) -> Transition | None:
        """Change the draft, or decide."""
        if isinstance(intent, Answered):
            return self._decide(intent.id) if intent.answer == "yes" else None
        if not isinstance(intent, Pressed):
            return super().on_intent(intent)
        kind, _, value = intent.id.partition(":")
        if kind == "tab":
            self._show(value)
        elif kind == "slot":
            self._show(value.partition(":")[0])
        elif intent.id.startswith(GROUP):
            self._open(value)
        elif intent.id.startswith((TERM_ROW, _CROSS)):
            self._toggle(int(value))
        elif intent.id == "undo":
            return self._undo()
        elif intent.id in _ACTS:
            return self._ask_or_decide(intent.id)
        else:
            return super().on_intent(intent)
        return None

    def on_event(self, event: pygame.event.Event) -> Transition | None:
        """Close an open group on Esc; leave all other keys to every match scene."""
        if self.opened and is_key(event, "Esc"):
            kind, self.opened = self.opened, ""
            self.rebuild()
            self.focus(f"{GROUP}{kind}")
            return None
        return super().on_event(event)

    def resume(self, result: object) -> None:
        """Write down the package that a hint proposed."""
        super().resume(result)
        if isinstance(result, tuple) and self.drafting and self._movable:
            self.tab = TABLE_IT
            self._write(result)
            self.focus("table")

    def _open(self, kind: str) -> None:
        """List the terms of a group, or fold them away again."""
        self.opened = "" if self.opened == kind else kind
        self.rebuild()
        if self._widgets is not None and isinstance(self._widgets[2], TermList):
            self._widgets[2].reveal(self.opened)

    def _show(self, tab: str) -> None:
        self.tab = tab
        self.opened = ""
        self.rebuild()
        if tab == TABLE_IT:
            self.focus("table")
        elif self._widgets is not None and isinstance(self._widgets[2], TermList):
            self.focus(self._widgets[2].first)

    def _toggle(self, code: int) -> None:
        """Take a term into the draft, or out of it."""
        view = self.sitting.view
        if code in self.terms:
            self._write(tuple(one for one in self.terms if one != code))
        elif why_not(view, self.terms, code) is None:
            self._write((*self.terms, code))

    def _write(self, terms: Terms) -> None:
        """Hold a draft, and tell the match as much of it as it can hold by now."""
        self.terms = terms
        wanted = spoken(terms, self.side)
        told = self.sitting.view.draft
        same = 0
        while same < min(len(wanted), len(told)) and wanted[same] == told[same]:
            same += 1
        for _ in told[same:]:
            if self.sitting.why_not_undo() is not None:
                self.terms = self.sitting.view.draft
                break
            self.sitting.undo()
        else:
            for code in wanted[same:]:
                self.sitting.play(encode(TERM, 0, code))
        self.rebuild()

    def _undo(self) -> Transition | None:
        """Take back the last term; of an empty counter-package, the wish to make one."""
        if self.terms:
            last = self.terms[-1]
            self.tab = OFFER if giver_of(last) == self.side else ASK
            self._write(self.terms[:-1])
            return None
        self.sitting.undo()
        return Replace(self.sitting.next_scene())

    def _ask_or_decide(self, ident: str) -> Transition | None:
        """Decide at once, but warn before what could bring the own government down."""
        grave = ident in ("accept", "table") and falls(self.sitting.view, self.terms, self.side)
        if not grave:
            return self._decide(ident)
        words = self.words
        self.ask(
            Dialog(
                ident,
                words.text("Your government would fall"),
                words.text(
                    "Agreed, this package takes your last **Support**. At 0 your government "
                    "falls: you fail, and the match ends."
                ),
                [("no", words.text("Go back")), ("yes", words.text("Do it all the same"))],
                safe="no",
            )
        )
        return None

    def _decide(self, ident: str) -> Transition:
        self.sitting.play(encode(_ACTS[ident]))
        return Replace(self.sitting.next_scene())


_ACTS = {
    "table": TABLE,
    "none": NO_PROPOSAL,
    "accept": ACCEPT,
    "reject": REJECT,
    "counter": COUNTER,
}
