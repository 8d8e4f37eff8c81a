"""Where a thing is written, and the error that says what is wrong there."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file; line and column count from 1."""

    path: Path
    line: int
    column: int

    def __str__(self) -> str:
        """Return `file:line:column`, which editors make clickable."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the data, and where."""

    place: Place
    message: str

    def __str__(self) -> str:
        """Return one line: place, then what is wrong."""
        return f"{self.place}: {self.message}"


class ContentError(ValueError):
    """The data can't be used; `problems` holds every mistake that was found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems, at least one, in the order of the files."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
