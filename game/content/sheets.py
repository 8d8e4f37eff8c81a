"""A data file while it is read: its nodes, what was wrong in it, which names it uses."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn, TypeAlias

from game.content.errors import Place, Problem

LARGEST_FILE: Final = 1_000_000
"""Bytes; the largest shipped file has a twentieth of it."""
MOST_PROBLEMS: Final = 200
"""In one file; whoever made it so won't read on, and a hostile one gains no time."""


class Unreadable(Exception):  # noqa: N818 - what is wrong has been reported: this only steps out
    """A value can't be used; its problem stands on the sheet already."""


class Hopeless(Exception):  # noqa: N818 - what is wrong has been reported: this only steps out
    """A file has so many problems that the rest of it is left unread."""


@dataclass(slots=True)
class Scalar:
    """One value without parts; plain ones have been told apart into their types."""

    line: int
    column: int
    value: str | int | float | bool | None


@dataclass(slots=True)
class Listing:
    """A list as written."""

    line: int
    column: int
    items: "list[Node]"


@dataclass(slots=True)
class Table:
    """A mapping as written, and where each of its keys stands."""

    line: int
    column: int
    entries: "dict[str, Node]"
    keys: dict[str, Scalar]


Node: TypeAlias = Scalar | Listing | Table


@dataclass(frozen=True, slots=True)
class Reference:
    """A place where a file names something that has to exist; `kind` as in the specs."""

    kind: str
    slug: str
    place: Place


class Sheet:
    """One file under reading.

    Attributes:
        path: The file, as problems name it.
        problems: What was wrong, in the order in which it was found.
        references: Names of other entries, to be looked up when all files are read.
    """

    __slots__ = ("path", "problems", "references")

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.references: list[Reference] = []

    def place(self, node: Node) -> Place:
        """Return where a node begins."""
        return Place(self.path, node.line, node.column)

    def report(self, node: Node, message: str) -> None:
        """Note a problem and let the reading go on.

        Raises:
            Hopeless: There are more than anybody will read.
        """
        if len(self.problems) == MOST_PROBLEMS:
            raise Hopeless
        self.problems.append(Problem(self.place(node), message))

    def refuse(self, node: Node, message: str) -> NoReturn:
        """Note a problem and give the value up."""
        self.report(node, message)
        raise Unreadable

    def refer(self, kind: str, slug: str, node: Node) -> None:
        """Note that the file names an entry."""
        self.references.append(Reference(kind, slug, self.place(node)))
