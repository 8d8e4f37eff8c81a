"""Documents that lead step by step: their changes of files and their commands, in order."""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass

FENCED = re.compile(r"^```(diff|sh)( later)?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CHUNK = re.compile(r"^@@\n", re.MULTILINE)


@dataclass(frozen=True)
class Change:
    """Lines of a file, and what stands in their place afterwards; a new file has none."""

    file: str
    before: str
    after: str
    later: bool = False

    def make(self, root):
        """Change the file below a folder; the lines must be there once and no more."""
        path = root / self.file
        if not self.before:
            assert not path.exists(), self.file
            path.write_text(self.after, encoding="utf-8")
            return
        text = path.read_text(encoding="utf-8")
        assert text.count(self.before) == 1, f"{self.file}:\n{self.before}"
        path.write_text(text.replace(self.before, self.after), encoding="utf-8")


@dataclass(frozen=True)
class Command:
    """A line that is typed; `later` is what takes long."""

    line: str
    later: bool = False

    def make(self, root):
        """Run it in a folder that holds a checkout; it must end well."""
        program, *arguments = shlex.split(self.line)
        assert program == "python"
        mine = {"PYTHONPATH": str(root), "DEFEND_TOGETHER_HOME": str(root / "home")}
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=root,
            env=os.environ | mine,
            input="",
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{self.line}\n{done.stdout}{done.stderr}"


def steps_of(chapter):
    """Return the changes and commands of a chapter in their order."""
    steps = []
    for kind, later, block in FENCED.findall(chapter):
        if kind == "sh":
            steps += [Command(line, bool(later)) for line in block.splitlines()]
        else:
            steps += changes_of(block, bool(later))
    return steps


def changes_of(block, later=False):
    head, *chunks = CHUNK.split(block)
    file = head.removeprefix("--- ").strip()
    return [change_of(file, chunk, later) for chunk in chunks]


def change_of(file, chunk, later):
    lines = chunk.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] in " -")
    after = "".join(line[1:] for line in lines if line[0] in " +")
    return Change(file, before, after, later)
