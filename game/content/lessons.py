"""The files below `data/lessons/` into `Lessons`, or a `ContentError` with all that is wrong.

`plans/*.yaml` holds one plan each, `triggers.yaml` what may be asked of any class, and
`handouts/*.yaml` the hand-outs that are written by hand. A pack has plans alone, for its own
scenarios; they travel with its data, so a match of such a lesson finds its plan again.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from game import paths
from game.content.compose import compose
from game.content.errors import ContentError, Problem
from game.content.files import Layer, add_file
from game.content.laws import lessons as laws
from game.content.layout import PACK, is_lesson
from game.content.lesson_specs import HandoutSpec, Lessons, LessonSpec, TriggerSpec
from game.content.lesson_words import HandoutName, TriggerName
from game.content.read import as_listing, read_fields
from game.content.references import unknown_names
from game.content.sheets import Hopeless, Node, Reference, Sheet, Unreadable
from game.content.specs import Content

LESSONS: Final = "lessons"
"""The folder of lessons below a data folder."""
PLANS: Final = "plans/"
TRIGGERS: Final = "triggers.yaml"
HANDOUTS: Final = "handouts/"
_MOST_KEPT: Final = 50

Spec = TypeVar("Spec")


def has_lessons(folder: Path) -> bool:
    """Tell whether a data folder holds lessons."""
    return (folder / LESSONS).is_dir()


def load_lessons(content: Content, folder: Path | None = None) -> Lessons:
    """Read the lessons of the shipped data, or of another data folder.

    Raises:
        ContentError: Something in them is wrong; it holds every problem found.
    """
    root = paths.data_path() if folder is None else folder
    layer = _layer(root)
    draft = _Draft()
    for name, text in layer.texts.items():
        draft.add(layer.root / name, name.removeprefix(f"{LESSONS}/"), text)
    known = {"scenario": tuple(content.scenarios)}
    problems = [*layer.problems, *draft.problems, *unknown_names(draft.references, known)]
    _raise_if_any(problems)
    lessons = draft.finished()
    _raise_if_any(laws.broken_laws(content, lessons))
    return lessons


_kept: dict[str, Mapping[str, LessonSpec]] = {}
"""The plans of packs that were read, by the fingerprint of their content."""


def pack_plans(content: Content) -> Mapping[str, LessonSpec]:
    """Read the plans that the packs of content bring.

    Raises:
        ContentError: Something in them is wrong; it holds every problem found.
    """
    plans = _kept.get(content.fingerprint)
    if plans is None:
        plans = _read_plans(content)
        if len(_kept) == _MOST_KEPT:
            _kept.clear()
        _kept[content.fingerprint] = plans
    return plans


def has_plan(slug: str) -> bool:
    """Tell whether the game itself has a plan of a slug."""
    return paths.data_path(LESSONS, PLANS, f"{slug}.yaml").is_file()


def _read_plans(content: Content) -> Mapping[str, LessonSpec]:
    draft = _Draft()
    for number, pack in enumerate(content.packs, 1):
        root, own = pack.spec.place.path.parent, f"{PACK}{number}/"
        for name, text in content.files.items():
            inner = name.removeprefix(own)
            if inner != name and is_lesson(inner):
                draft.add(root / inner, inner.removeprefix(f"{LESSONS}/"), text)
    known = {"scenario": tuple(content.scenarios)}
    _raise_if_any([*draft.problems, *unknown_names(draft.references, known)])
    plans = draft.finished().plans
    _raise_if_any([*laws.broken_plans(content, plans.values()), *_foreign(content, plans)])
    return plans


def _foreign(content: Content, plans: Mapping[str, LessonSpec]) -> Iterator[Problem]:
    """Give plans that play what their pack is not there for."""
    for slug, plan in plans.items():
        if plan.scenario in content.standard["scenarios"]:
            message = f"lesson '{slug}' plays '{plan.scenario}', which is the game's own"
            yield Problem(plan.place, f"{message}: play a scenario of the pack")


class _Draft:
    """What was read so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.references: list[Reference] = []
        self._plans: dict[str, LessonSpec] = {}
        self._triggers: dict[TriggerName, TriggerSpec] = {}
        self._handouts: dict[HandoutName, HandoutSpec] = {}

    def add(self, path: Path, name: str, text: str) -> None:
        """Read one file."""
        sheet = Sheet(path)
        try:
            node = compose(text, sheet)
            if node is not None:
                self._read(sheet, name, node)
        except (Hopeless, Unreadable):
            pass  # what is wrong stands on the sheet
        self.problems += sheet.problems
        self.references += sheet.references

    def finished(self) -> Lessons:
        """Return the lessons; every file must have been read without a problem."""
        plans = sorted(self._plans.values(), key=lambda plan: (plan.minutes, plan.slug))
        return Lessons(
            plans={plan.slug: plan for plan in plans},
            triggers=self._triggers,
            handouts=self._handouts,
        )

    def _read(self, sheet: Sheet, name: str, node: Node) -> None:
        if name == TRIGGERS:
            for item in as_listing(sheet, node).items:
                self._read_entry(sheet, item, TriggerSpec, self._triggers)
        elif name.startswith(PLANS):
            self._read_entry(sheet, node, LessonSpec, self._plans)
        elif name.startswith(HANDOUTS):
            self._read_entry(sheet, node, HandoutSpec, self._handouts)
        else:
            sheet.report(node, f"not a file of lessons: they lie in {PLANS} and {HANDOUTS}")

    def _read_entry(
        self, sheet: Sheet, node: Node, spec: type[Spec], entries: dict[Any, Spec]
    ) -> None:
        """Add one entry, unless there is another of that slug."""
        try:
            entry: Any = read_fields(sheet, node, spec)
        except Unreadable:
            return
        if entry.slug in entries:
            first: Any = entries[entry.slug]
            sheet.report(node, f"a second '{entry.slug}' (the first: {first.place})")
            return
        entries[entry.slug] = entry


def _layer(root: Path) -> Layer:
    """Return the texts of all files of lessons below a data folder."""
    layer = Layer(Path(root.resolve().name))
    for path in _files(root / LESSONS):
        add_file(path, path.relative_to(root).as_posix(), layer)
    return layer


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob("*.y*ml"))
    for part in (PLANS, HANDOUTS):
        yield from sorted((folder / part).glob("*.y*ml"))


def _raise_if_any(problems: Iterable[Problem]) -> None:
    """Raise the problems by file and line."""
    given = sorted(problems, key=lambda one: (one.place.path, one.place.line, one.place.column))
    if given:
        raise ContentError(tuple(given))
