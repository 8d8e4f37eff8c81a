"""After technical means: reveal one of the undeclared sites that were seen, or keep quiet."""

from game.engine import actions as a
from game.ui.board.card_changes import change_column
from game.ui.board.card_uses import Use
from game.ui.scene import Replace, Transition
from game.ui.scenes.column_scene import Columns, ColumnScene
from game.ui.theme import BODY, BODY_BOLD, HISTORY, PANEL_TITLE
from game.ui.widgets.button import Button
from game.ui.widgets.intent import Intent, Pressed
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel, Rule
from game.ui.widgets.row import Row
from game.words import (
    action_note,
    action_title,
    operation_name,
    side_values,
    site_title,
)


class RevealSiteScene(ColumnScene):
    """What was seen at the left, the sites as rows, what revealing changes at the right."""

    chosen: int = a.encode(a.KEEP_QUIET)

    def columns(self) -> Columns:
        """Return the three columns for what is chosen now."""
        words, view = self.words, self.sitting.view
        use = self._use(self.chosen)
        return Columns(
            left=self._about_seeing(),
            heading=words.text("What was seen"),
            rows=[self._row(action) for action in view.legal_actions()],
            about=words.text("Whatever you decide, you go on knowing what was seen."),
            buttons=[Button("confirm", use.title, key="Enter", primary=True)],
            right_heading=words.text("What it changes"),
            right_note=words.text("Hatched: the part that will change"),
            changes=change_column(words, view, use),
            becomes=view.preview(use.action),
        )

    def on_intent(self, intent: Intent) -> Transition | None:
        """Choose a row, then do it."""
        if not isinstance(intent, Pressed):
            return None
        kind, _, name = intent.id.partition(":")
        if kind == "use":
            self.chosen = int(name)
            self.keep_offset()
            self.rebuild()
            self.focus("confirm")
            return None
        if intent.id == "confirm":
            self.sitting.play(self.chosen)
            return Replace(self.sitting.next_scene())
        return super().on_intent(intent)

    def _use(self, action: int) -> Use:
        view = self.sitting.view
        facts = view.facts(action)
        title = action_title(self.words, facts, view)
        note = action_note(self.words, facts, view)
        target = site_title(self.words, facts.site) if facts.site else title
        return Use(action, target, title, note, "", "", note, facts.site or "")

    def _row(self, action: int) -> Row:
        use = self._use(action)
        return Row(
            f"use:{action}",
            use.title,
            use.note,
            icon="eye" if use.site else "closed-eye",
            below=True,
            selected=action == self.chosen,
        )

    def _about_seeing(self) -> Panel:
        words = self.words
        values = side_values(words, self.sitting.view.side)
        told = words.text(
            "Your technical means saw what {other} has not declared. You may make one site "
            "public: it counts as found, without Tension.",
            **values,
        )
        quiet = words.text("Or keep it to yourselves: {other} does not learn it.", **values)
        return Panel(
            "seeing",
            [
                Label(operation_name(words, "technical-means"), PANEL_TITLE),
                Label(words.text("For your eyes only"), BODY_BOLD, colour="ink_2"),
                Rule(air=4),
                Label(told, HISTORY),
                Label(quiet, BODY),
            ],
        )
