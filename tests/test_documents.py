"""What the guides and the rulebook say is true: commands run, tables are as the game is."""

import ast
import importlib.util
import io
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from game import cli
from game.commands.speech import speech_of
from game.content import load_content
from game.match import SEATS
from game.ui.app import App
from game.ui.scenes.seats import seat_note, seat_title
from game.words import Words, rulebook

ROOT = Path(__file__).resolve().parent.parent
README, CONTRIBUTING, MANUAL = "README.md", "CONTRIBUTING.md", "data/manual.md"
GUIDES = (README, CONTRIBUTING, MANUAL)
DOCUMENTS = {
    README: {"sh", "bibtex"},
    CONTRIBUTING: {"sh"},
    MANUAL: {"sh"},
    "data/adding.md": {"diff", "sh"},  # made and run by test_adding.py
    "data/authoring.md": {"sh"},  # run by packs/test_commands.py
    "data/research.md": {"python", "sh"},  # run by bridges/test_guide.py
    "data/balance/notes.md": set(),
    "data/new-pack/README.md": set(),
    "CHANGELOG.md": set(),
    ".github/SECURITY.md": set(),
}
"""Every document in which examples may stand, with the kinds that it has and that are run."""
PROGRAM = "defend-together"

FENCE = re.compile(r"```sh\n(.*?)```", re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
ROW = re.compile(r"^\| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"\{(\w+):([^}]+)\}")
FENCES = re.compile(r"^```(\w*)", re.MULTILINE)
INDENTED = re.compile(r"^ {4}(\S.*?)(?: {2}.*)?$", re.MULTILINE)
ELLIPSES = (" … ", " ... ")


@dataclass(frozen=True)
class Block:
    """The command lines that stand together in a document."""

    document: str
    number: int
    lines: tuple[str, ...]

    @property
    def name(self):
        return f"{self.document}-{self.number}"


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def blocks_of(name):
    """Return the fenced commands of a document without their comments."""
    for number, block in enumerate(FENCE.findall(text_of(name)), start=1):
        lines = (re.split(r"\s+# ", line)[0].strip() for line in block.splitlines())
        yield Block(name, number, tuple(line for line in lines if line))


BLOCKS = [block for name in GUIDES for block in blocks_of(name)]
OF_THE_GAME = [block for block in BLOCKS if block.lines[0].startswith(PROGRAM)]
OTHERS = [line for block in BLOCKS if block not in OF_THE_GAME for line in block.lines]


def arguments_of(line):
    """Return what follows the program's name in a command line of ours."""
    program, *arguments = shlex.split(line)
    assert program == PROGRAM
    return arguments


def table_under(name, heading):
    """Return the rows of the first table after some words, split into cells."""
    _, found, rest = text_of(name).partition(heading)
    assert found, heading
    table = re.search(r"(?:^\|.*\n)+", rest, re.MULTILINE)
    assert table, heading
    rows = ROW.findall(table.group())
    return [[cell.strip() for cell in row.split(" | ")] for row in rows[2:]]


@pytest.fixture
def scratch(tmp_path, monkeypatch):
    """A folder as that of a clone, a person who has had enough, and a window of three steps."""
    monkeypatch.setenv("DEFEND_TOGETHER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    shutil.copytree(ROOT / "data", tmp_path / "data")

    def run(app):
        for _ in range(3):
            app.tick(0.02)
        app.close()

    monkeypatch.setattr(App, "run", run)
    return tmp_path


@pytest.mark.parametrize("block", OF_THE_GAME, ids=lambda block: block.name)
def test_the_commands_of_the_guides_do_what_they_are_there_for(block, scratch, capsys):
    for line in block.lines:
        assert cli.main(arguments_of(line)) == 0, line
        assert capsys.readouterr().err == "", line


def test_there_is_an_example_of_every_command():
    named = {arguments_of(line)[0] for block in OF_THE_GAME for line in block.lines}

    played = {"play", "text", "simulate", "replay", "report", "class"}
    of_packs = {"new-pack", "packs", "schema"}
    of_the_program = {"completion", "licences"}
    beside = {"check", "lab", "bench", "handouts"}
    assert named == played | of_packs | of_the_program | beside


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_has_examples_of_a_kind_that_nothing_runs(name):
    opened = FENCES.findall(text_of(name))[::2]

    assert set(opened) == DOCUMENTS[name]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_in_running_text_are_understood(name):
    told = [*CODE.findall(text_of(name)), *INDENTED.findall(text_of(name))]
    lines = [line for line in told if line.startswith((f"{PROGRAM} ", "python -m "))]

    for line in lines:
        if not any(sign in line for sign in ELLIPSES):
            understood(line.split(" | ")[0])


def understood(line):
    """Parse a command line as the program would, or find the module that it runs."""
    program, *arguments = shlex.split(line)
    if program == "python":
        assert importlib.util.find_spec(arguments[1]), line
        program, arguments = arguments[1], arguments[2:]
    parser = cli._parser(speech_of(()))
    if program in (PROGRAM, "game") and len(arguments) == 1:  # a command by its name alone
        with pytest.raises(SystemExit, match=r"^0$"):
            parser.parse_args([*arguments, "--help"])
    elif program in (PROGRAM, "game"):
        parser.parse_args(arguments)


def test_the_lines_that_install_are_run_by_ci_word_for_word():
    calls = re.findall(r"line_of (\S+) (\S.*)\)", text_of(".ci/run"))
    run = []
    for name, tail in calls:
        ending = re.compile(f"^python3 .*{shlex.split(tail)[0]}$", re.MULTILINE)
        run += ending.findall(text_of(name))

    assert sorted(run) == sorted(line for line in OTHERS if line.startswith("python3 "))


def test_the_checks_of_contributing_are_those_of_ci():
    (checks,) = (
        block.lines
        for block in BLOCKS
        if block.document == CONTRIBUTING and "mypy" in block.lines
    )
    stages = re.findall(r"in_venv '(.+)'", text_of(".ci/run"))

    assert list(checks) == ["python -m pytest", *stages]
    assert "bash .ci/run" in OTHERS
    assert "run: bash .ci/run\n" in text_of(".github/workflows/ci.yml")


def test_no_other_command_line_goes_unrun():
    left = [line for line in OTHERS if not line.startswith("python3 ")]
    stages = re.findall(r"in_venv '(.+)'", text_of(".ci/run"))
    hook = ".venv/bin/pre-commit install"

    assert sorted(left) == sorted(["bash .ci/run", "python -m pytest", hook, *stages])


@pytest.mark.long
def test_the_hook_of_contributing_can_be_installed(tmp_path):
    pytest.importorskip("pre_commit")
    shutil.copy(ROOT / ".pre-commit-config.yaml", tmp_path)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)

    command = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)

    assert (tmp_path / ".git" / "hooks" / "pre-commit").is_file()


def test_the_lines_for_windows_are_the_same_ones():
    readme = text_of(README)
    lines = [line for line in OTHERS if line.startswith("python3 ") and "[dev]" not in line]

    assert len(lines) == 2
    for line in lines:
        there = line.replace("python3", "py").replace(" &&", ";").replace("'", '"')
        there = there.replace(".venv/bin/", ".venv\\Scripts\\")
        assert f"`{there}`" in readme


def test_every_font_is_credited_and_its_licence_is_there():
    fonts = ROOT / "assets" / "fonts"
    rows = table_under("assets/CREDITS.md", "## Fonts")
    credited = {file for row in rows for file in fonts.glob(row[0].strip("`"))}

    assert credited == set(fonts.glob("*.ttf"))
    assert all((fonts / row[3].strip("`")).is_file() for row in rows)


def test_readme_lists_the_scenarios_as_they_are():
    scenarios = table_under(README, "## What it is about")
    rows = {slug.strip("`"): (title, rounds) for title, slug, rounds in scenarios}

    for slug, scenario in load_content().scenarios.items():
        title, rounds = rows.pop(slug)
        assert title == scenario.title
        told = [int(number) for number in re.findall(r"\d+", rounds)]
        assert told == sorted({scenario.rounds, scenario.last_round})
    assert not rows


def test_the_manual_lists_the_seats_as_the_window_does():
    words = Words(load_content())
    rows = [
        (slug.strip("`"), title, note)
        for slug, title, note in table_under(MANUAL, "## Who may sit at a side")
    ]

    computers = [(s, seat_title(words, s), seat_note(words, s)) for s in SEATS if s != "human"]
    assert sorted(rows[1:]) == sorted(computers)
    assert rows[0][:2] == ("human", seat_title(words, "human"))


def test_readme_counts_what_there_is():
    content = load_content()
    readme = text_of(README)

    assert f"{len(content.cards)} cards, {len(content.crises)} crises" in readme
    assert f"{len(content.mandates)} mandates" in readme
    assert f"{len(content.sites)} sites" in readme
    changelog = text_of("CHANGELOG.md")
    assert f"{len(content.sites)} sites, {len(content.cards)} cards" in changelog
    assert f"{len(content.crises)} crises and {len(content.mandates)} mandates" in changelog


def test_the_manual_lists_the_exit_codes():
    rows = table_under(MANUAL, "lists its options.")

    codes = [cli.DONE, cli.INPUT_AT_FAULT, cli.WRONG_USAGE, cli.OWN_FAULT]
    assert [int(row[0]) for row in rows] == codes


def test_the_keys_that_the_manual_lists_are_keys_of_the_window():
    told = {
        key
        for row in table_under(MANUAL, "## Keys")
        for key in CODE.findall(row[0])
        if not key.isdigit()
    }
    known = {
        node.value
        for path in (ROOT / "game" / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    by_code = {"Ctrl", "F10", "F11", "PageDown", "PageUp"}

    assert len(told) > 20
    assert told - known <= by_code


class TestTheTraceTable:
    """Chapter 12 of the rulebook: which cards play what was proposed and announced."""

    PROPOSALS = 5
    MEASURES = 8

    @pytest.fixture
    def rows(self):
        chapter = text_of("data/rules/rulebook.md").partition("\n## 12 ")[2]
        lines = [line for line in ROW.findall(chapter) if not set(line) <= set("-| ")]
        return [line for line in lines if not line.endswith("| played by")]

    def test_every_proposal_and_measure_has_something_that_plays_it(self, rows):
        assert len(rows) == self.PROPOSALS + self.MEASURES
        for row in rows:
            assert NAMED.search(row.split(" | ")[1]), row

    def test_what_it_names_is_in_the_game(self, rows):
        content = load_content()
        there = {
            "card": set(content.cards),
            "crisis": set(content.crises),
            "site": set(content.sites),
            "ladder": set(content.ladders),
            "step": {f"{slug}.{n}" for slug in content.ladders for n in (1, 2, 3, 4)},
            "response": {
                f"{crisis.slug}.{response.slug}"
                for crisis in content.crises.values()
                for response in (*crisis.nato, *crisis.russia)
            },
        }
        named = [pair for row in rows for pair in NAMED.findall(row)]

        assert len([slug for kind, slug in named if kind == "card"]) >= self.PROPOSALS
        assert [(kind, slug) for kind, slug in named if slug not in there[kind]] == []

    def test_a_reader_sees_the_titles_of_its_cards(self, rows):
        content = load_content()
        (shown,) = (c for c in rulebook(Words(content)) if c.number == 12)
        text = "\n".join(paragraph.text for paragraph in shown.paragraphs)

        for slug in {
            slug for row in rows for kind, slug in NAMED.findall(row) if kind == "card"
        }:
            assert content.cards[slug].title in text
