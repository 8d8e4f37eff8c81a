"""An offer on the other side's card: what yes and what no would change."""

from pygame import Rect

from game.content.effects import Effect, Offer
from game.engine import actions as a
from game.engine.preview import Preview
from game.ui.board.card_changes import fall_warnings, offer_changes
from game.ui.board.card_page import CardPage
from game.ui.board.details import reading_boxes
from game.ui.scene import Replace, Transition
from game.ui.scenes.column_scene import Columns, ColumnScene
from game.ui.theme import BODY, BODY_BOLD, GAP
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.intent import Answered, Intent, Pressed
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Rule
from game.ui.widgets.widget import Widget
from game.words import capital, card_title, readings, side_values
from game.words.effects import branch_clauses, effect_sentences

_ANSWERS = {"accept": a.YES, "refuse": a.NO}


class OfferScene(ColumnScene):
    """The card at the left, the offer in words with two buttons, both outcomes at the right."""

    def columns(self) -> Columns:
        """Return the three columns."""
        words, view = self.words, self.sitting.view
        spec = view.world.content.cards[self._card()]
        values = side_values(words, 1 - view.side)
        return Columns(
            left=CardPage(words, spec),
            acting=words.text("{side} answers", **side_values(words, view.side)),
            heading=words.text("{side} makes an offer", **values),
            rows=self._offer(),
            about=words.text(
                "“Own” is {side} here. Your answer takes effect at once.", **values
            ),
            buttons=[
                Button("refuse", words.text("Refuse"), icon="close", key="R"),
                Button("accept", words.text("Accept the offer"), key="Enter", primary=True),
            ],
            right_heading=words.text("What it changes"),
            right_note=words.text("Hatched: the part that will change"),
            changes=[
                *offer_changes(words, self._outcome(a.YES), self._outcome(a.NO), view.side),
                *reading_boxes(
                    readings(words, spec.nato_reading, spec.russia_reading, spec.slug)
                ),
            ],
        )

    def news_room(self, size: tuple[int, int]) -> Rect:
        """Return the foot of the middle column: an offer takes only its beginning."""
        room = self.list.rect
        return Rect(room.x, room.y, room.width, room.height - GAP)

    def on_intent(self, intent: Intent) -> Transition | None:
        """Answer; ask first where that would end the match."""
        if isinstance(intent, Answered):
            kind, _, answer = intent.answer.partition(":")
            return self._answer(_ANSWERS[answer]) if kind == "do" else None
        if isinstance(intent, Pressed) and intent.id in _ANSWERS:
            kind_of = _ANSWERS[intent.id]
            asked = fall_warnings(self.words, self.sitting.view, [self._outcome(kind_of)])
            if not asked:
                return self._answer(kind_of)
            self._warn(intent.id, "\n".join(asked))
            return None
        return super().on_intent(intent)

    def _card(self) -> str:
        card = self.sitting.view.offered_card
        assert card is not None, "the offer scene is for an offer"
        return card

    def _outcome(self, kind: int) -> Preview:
        return self.sitting.view.preview(a.encode(kind))

    def _offer(self) -> list[Widget]:
        """Return the offer in words: what happens anyway, with a yes, and with a no."""
        words, view = self.words, self.sitting.view
        spec = view.world.content.cards[self._card()]
        title = words.text("“{card}”", card=card_title(words, spec.slug))
        parts: list[Widget] = [Label(title, BODY_BOLD)]
        role = BODY.sized(16, 22)
        for effect in spec.event:
            for line in _lines(self, effect, 1 - view.side):
                parts += [Rule(air=3), Label(line, role)]
        return parts

    def _warn(self, answer: str, words: str) -> None:
        """Ask whether the answer is meant."""
        text = self.words.text
        answers = [("back", text("Think again")), (f"do:{answer}", text("Do it all the same"))]
        self.ask(Dialog("warn", text("Is that your answer?"), words, answers, "back"))

    def _answer(self, kind: int) -> Transition:
        self.sitting.play(a.encode(kind))
        return Replace(self.sitting.next_scene())


def _lines(scene: OfferScene, effect: Effect, side: int) -> tuple[str, ...]:
    """Return an effect of the card in sentences, each branch of the offer by itself."""
    words = scene.words
    if isinstance(effect, Offer):
        clauses = branch_clauses(words, effect, side)
        return tuple(words.sentence(capital(clause)) for clause in clauses)
    return effect_sentences(words, (effect,), side)
