"""A plate over the map with all there is to read of a site, a ladder or the crisis."""

from collections.abc import Sequence

from pygame import Rect

from game.content.specs import SourceSpec
from game.engine import View
from game.engine import actions as a
from game.ui.board.change_rows import change_rows
from game.ui.board.site_facts import (
    known_site,
    site_distances,
    site_heading,
    site_numbers,
    site_readings,
    site_traits,
)
from game.ui.theme import BODY, BODY_BOLD, HISTORY, NOTE, PANEL_TITLE, Theme
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label, Paragraph
from game.ui.widgets.panel import Panel, Rule
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.tree import Tree
from game.ui.widgets.widget import Column, Hint, Widget
from game.words import Words, site_title

CLOSE = "details:close"
UNVEIL = "details:unveil"
_WIDTH = 420
_PADDING = 16


class Details(Panel):
    """A panel with a title, text that scrolls if it must, and buttons below."""

    def __init__(
        self, title: str, body: Sequence[Widget], buttons: Sequence[Button], side: int | None
    ) -> None:
        super().__init__("details", side=side, padding=_PADDING)
        self.title = Label(title, PANEL_TITLE)
        self.text = ScrollArea("details:text", Column(children=body, gap=8))
        self.buttons = list(buttons)
        self.children = [self.title, self.text, *self.buttons]

    def measure(self, theme: Theme, room: int) -> int:
        """Return the height of title, text and buttons."""
        wide = room - 2 * _PADDING
        heights = [part.measure(theme, wide) for part in (self.title, self.text)]
        return sum(heights) + self.buttons[0].measure(theme, 0) + 2 * _PADDING + 18

    def least(self, theme: Theme) -> tuple[int, int]:
        """Return nothing: the text scrolls."""
        return 0, 0

    def place_in(self, room: Rect, theme: Theme) -> None:
        """Take the middle of a room, as high as the text wants or the room lets it."""
        wide = min(_WIDTH, room.width)
        high = min(self.measure(theme, wide), room.height)
        rect = Rect(0, 0, wide, high)
        rect.center = room.center
        self.place(rect, theme)

    def place(self, rect: Rect, theme: Theme) -> None:
        """Put the title at the top, the buttons at the bottom, the text between."""
        self.rect = rect.copy()
        inner = rect.inflate(-2 * _PADDING, -2 * _PADDING)
        title = self.title.measure(theme, inner.width)
        self.title.place(Rect(inner.x, inner.y, inner.width, title), theme)
        high = self.buttons[0].measure(theme, 0)
        right = inner.right
        for button in reversed(self.buttons):
            wide = button.natural_width(theme)
            button.place(Rect(right - wide, inner.bottom - high, wide, high), theme)
            right -= wide + 12
        top = inner.y + title + 6
        room = Rect(inner.x, top, inner.width, inner.bottom - high - 12 - top)
        self.text.place(room, theme)


def site_details(words: Words, view: View, slug: str, *, can_unveil: bool) -> Details:
    """Return all that the viewer may know of a site; an own hidden one can be unveiled."""
    known = known_site(view, slug)
    spec = view.world.content.sites[slug]
    body: list[Widget] = [
        Label(site_heading(words, view, slug), BODY_BOLD),
        Label(site_numbers(words, view, slug), BODY),
    ]
    content = view.world.content
    more = site_traits(words, content, slug), site_distances(words, content, slug)
    body += [Label(line, BODY) for line in more if line]
    body += [Rule(), Label(words.content_text(slug, spec.history), HISTORY.sized(15, 22))]
    body += reading_boxes(site_readings(words, content, slug))
    body += source_lines(words, spec.sources)
    buttons = [_close(words)]
    if can_unveil and known.undeclared and known.side == view.side:
        unveiling = view.preview(a.encode(a.UNVEIL, 0, view.world.site_id[slug]))
        body.insert(2, Rule())
        body.insert(3, Label(words.text("If you unveil it (no card needed):"), BODY_BOLD))
        body[4:4] = [*change_rows(words, unveiling, "unveil"), Rule()]
        buttons.insert(0, Button(UNVEIL, words.text("Unveil it"), icon="declare"))
    return Details(site_title(words, slug), body, buttons, known.side)


def hush(tree: Tree, ident: str) -> None:
    """Let what a plate is open about show no tooltip, which would say the same."""
    for one in (ident, ident.replace("site:", "name:")):
        widget = tree.find(one)
        if widget is not None:
            widget.hint = None


def text_details(words: Words, hint: Hint) -> Details:
    """Return a longer tooltip as a plate."""
    body = [Paragraph(line) for line in hint.text.split("\n") if line]
    return Details(hint.title, body, [_close(words)], None)


def reading_boxes(readings: Sequence[tuple[str, str]]) -> list[Widget]:
    """Return both readings as tinted boxes, NATO's first."""
    return [
        Panel(
            "",
            [Label(heading, BODY_BOLD), Label(reading, BODY)],
            look="tint",
            side=side,
            edge_on_top=False,
            padding=8,
            gap=0,
        )
        for side, (heading, reading) in enumerate(readings)
    ]


def source_lines(words: Words, sources: Sequence[str]) -> list[Widget]:
    """Return where something is told, one line a source."""
    known = words.content.sources
    return [
        Label(source_text(words, source), NOTE, colour="ink_2")
        for source in (known[slug] for slug in sources)
    ]


def source_text(words: Words, source: SourceSpec) -> str:
    """Return a source with its date, if its title does not say it."""
    title = words.content_text(source.slug, source.title)
    if not source.date or source.date in source.title:
        return title
    date = words.content_text(source.slug, source.date)
    return words.text("{source}, {date}", source=title, date=date)


def _close(words: Words) -> Button:
    return Button(CLOSE, words.text("Close"), key="Esc", primary=True)
