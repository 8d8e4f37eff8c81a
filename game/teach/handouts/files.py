"""Hand-outs as files in a folder."""

from pathlib import Path
from typing import Final

from game.charts import Page, html
from game.content.lesson_words import HANDOUTS, HandoutName
from game.teach.handouts.desk import Desk
from game.teach.handouts.pages import handout_page
from game.teach.handouts.plan import plan_page

_ALWAYS: Final[tuple[HandoutName, ...]] = ("quick-start", "rulebook")
"""What lies in every folder: a teacher may want it for any lesson."""


def pages_of(desk: Desk) -> dict[str, Page]:
    """Return pages by the names of their files: a lesson's plan and its own, or every one."""
    plan = desk.plan
    names = HANDOUTS if plan is None else (*plan.handouts, *_ALWAYS)
    first = {} if plan is None else {f"plan-{plan.slug}": plan_page(desk)}
    return {**first, **{name: handout_page(desk, name) for name in names}}


def write_handouts(desk: Desk, folder: Path) -> tuple[Path, ...]:
    """Write the hand-outs into a folder, made if it is missing, and return their files.

    Raises:
        OSError: A file can't be written; its `filename` says which.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, page in pages_of(desk).items():
        path = folder / f"{name}.html"
        path.write_text(html(page), encoding="utf-8", newline="\n")
        paths.append(path)
    return tuple(paths)
