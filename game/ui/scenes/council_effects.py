"""What stands right of the package: what it brings, whether the other can sign, what binds."""

from collections.abc import Iterator

from game.engine import View
from game.engine.preview import Change, Preview
from game.ui.board.package import Terms
from game.ui.board.package_words import mandate_fact, pledge_lines, refusal_line, signing_facts
from game.ui.board.remark import Remark
from game.ui.board.ring_room import RingRoom
from game.ui.draw import mark
from game.ui.scenes.door_remark import DoorRemark
from game.ui.theme import NOTE, PANEL_TITLE
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Rule, Spacer
from game.ui.widgets.scroll_area import ScrollArea
from game.ui.widgets.track import PreviewRow
from game.ui.widgets.widget import Column, Widget
from game.words import Words, crisis_title, package_text, side_values, track_name

_TITLE = PANEL_TITLE.sized(24, 30)
_CHAPTER = PANEL_TITLE.sized(18, 26)
_NAME_WIDTH = 98


def effects(words: Words, view: View, terms: Terms, *, drafting: bool) -> ScrollArea:
    """Return the column for a draft, or for what lies on the table."""
    preview = view.preview_package(terms)
    parts: list[Widget] = [
        Label(words.text("If both sign"), _TITLE),
        Label(
            words.text("Known effects only; hatched: what changes"),
            NOTE.sized(14, 18),
            colour="ink_2",
        ),
        Spacer(4),
        Rule(),
        *_changes(words, preview),
        *_chapters(words, view, terms, drafting=drafting),
    ]
    return ScrollArea("effects", RingRoom(Column("", parts, gap=0)))


def _changes(words: Words, preview: Preview) -> Iterator[Widget]:
    """Yield the tracks that matter most, then whatever else would change."""
    yield _row(words, "tension", preview.tension, None)
    for side in (mark.NATO, mark.RUSSIA):
        yield _row(words, "assurance", preview.assurance[side], side)
        yield _row(words, "support", preview.support[side], side)
    if preview.initiative[0] != preview.initiative[1]:
        yield _bare(words, "initiative", preview.initiative, None, signed=True)
    if preview.coverage[0] != preview.coverage[1]:
        yield _bare(words, "coverage", preview.coverage, mark.NATO)
    if preview.deterrent[0] != preview.deterrent[1]:
        yield _bare(words, "deterrent", preview.deterrent, mark.RUSSIA)
    if preview.crisis:
        title = crisis_title(words, preview.crisis)
        yield Spacer(8)
        yield Remark(
            words.text("Becomes this round’s crisis: {crisis}", crisis=title), icon="alert"
        )


def _row(words: Words, track: str, change: Change, side: int | None) -> PreviewRow:
    ident = f"preview:{track}" if side is None else f"preview:{track}:{side}"
    name = track_name(words, track)
    return PreviewRow(ident, name, *change, side=side, name_width=_NAME_WIDTH)


def _bare(
    words: Words, track: str, change: Change, side: int | None, *, signed: bool = False
) -> PreviewRow:
    name = track_name(words, track)
    return PreviewRow(f"preview:{track}", name, *change, side=side, maximum=0, signed=signed)


def _chapters(words: Words, view: View, terms: Terms, *, drafting: bool) -> Iterator[Widget]:
    other = 1 - view.side
    values = side_values(words, other)
    if drafting:
        yield from _chapter(words.text("Can {side} sign?", **values), ruled=False)
        for fact in signing_facts(words, view, terms, other):
            yield Remark(fact, icon="check", tone="joint")
            yield Spacer(4)
        yield Remark(mandate_fact(words, view), icon="help")
        if view.tabled:
            yield from _chapter(words.text("What {side} tabled", **values))
            yield Remark(package_text(words, other, view.tabled), side=other)
    else:
        yield from _chapter(words.text("What does {side} want?", **values), ruled=False)
        yield Remark(mandate_fact(words, view), icon="help")
        yield from _chapter(words.text("If you refuse"))
        yield Remark(refusal_line(words, view), icon="info")
    for side, title in (
        (view.side, words.text("Your pledge binds")),
        (other, words.text("Its pledge binds")),
    ):
        lines = pledge_lines(words, view, terms, side)
        if lines:
            yield from _chapter(title)
        for line in lines:
            yield Remark(line)
            yield Spacer(4)
    yield Spacer(14)
    yield Rule()
    yield Spacer(10)
    yield DoorRemark(words, view.door)


def _chapter(title: str, *, ruled: bool = True) -> Iterator[Widget]:
    yield Spacer(10)
    if ruled:
        yield Rule()
        yield Spacer(6)
    yield Label(title, _CHAPTER)
    yield Spacer(2)
