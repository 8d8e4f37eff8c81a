"""Rules of the house that no linter knows (CONTRIBUTING.md, "House style")."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

TOP_LEVEL = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "assets",
    "data",
    "game",
    "pyproject.toml",
    "tests",
}
LEFT_BY_TOOLS = {"PKG-INFO", "__pycache__", "build", "dist"}

VAGUE_NAMES = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}
MOST_LINES = 400

CE_ONLY = {
    "FRect",
    "Window",
    "aacircle",
    "box_blur",
    "fblits",
    "flood_fill",
    "from_hex",
    "gaussian_blur",
    "get_just_pressed",
    "get_just_released",
    "load_animation",
    "load_sized_svg",
    "message_box",
    "pixelate",
    "point_size",
    "premul_alpha_ip",
    "solid_overlay",
}
CE_ONLY_BELOW_PYGAME = {"geometry", "system", "typing"}
CE_ONLY_BELOW_TRANSFORM = {"hsl", "invert"}
CE_ONLY_ARGUMENTS = {"wraplength"}

MACHINE_PATH = re.compile(
    r"(?<![\w.$*}>])/(?:home|Users|root|tmp|work)/\w|[A-Z]:\\+Users\\|\.\./shared\b", re.ASCII
)
TEXT_SUFFIXES = {"", ".json", ".md", ".po", ".py", ".svg", ".toml", ".txt", ".yaml", ".yml"}


def modules(folder):
    return sorted((ROOT / folder).rglob("*.py"))


def texts():
    places = [*(ROOT / name for name in sorted(TOP_LEVEL)), ROOT / ".ci", ROOT / ".github"]
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and path.suffix in TEXT_SUFFIXES:
                yield path


def dotted(node):
    """Return ``a.b.c`` for such an expression; an unknown base is left out."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def is_ce_only(name):
    *owners, last = name.split(".")
    owner = owners[-1] if owners else ""
    return (
        last in CE_ONLY
        or (owner == "pygame" and last in CE_ONLY_BELOW_PYGAME)
        or (owner == "transform" and last in CE_ONLY_BELOW_TRANSFORM)
    )


def names_used(tree):
    """Yield every dotted name that is read or imported, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.lineno, dotted(node)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pygame"):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)


def ce_only_names(source):
    tree = ast.parse(source)
    names = [(line, name) for line, name in names_used(tree) if is_ce_only(name)]
    arguments = [
        (node.value.lineno, node.arg)
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg in CE_ONLY_ARGUMENTS
    ]
    return sorted(names + arguments)


def loaded_by(module):
    """Return the names of all modules that importing ``module`` loads, in a new interpreter."""
    program = f"import sys, {module}; print('\\n'.join(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


def test_the_top_level_holds_what_it_should_and_nothing_else():
    there = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}

    assert there >= TOP_LEVEL
    assert there - TOP_LEVEL <= LEFT_BY_TOOLS


def test_the_engine_knows_neither_window_nor_files():
    loaded = loaded_by("game.engine")

    assert "game.engine" in loaded
    assert loaded.isdisjoint({"pygame", "yaml"})


@pytest.mark.parametrize(
    "room", ["charts", "content", "words", "players", "match", "lab", "teach", "cli"]
)
def test_a_room_below_the_window_does_not_load_pygame(room):
    assert "pygame" not in loaded_by(f"game.{room}")


def test_the_window_uses_only_what_both_pygames_have():
    found = [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in [*modules("game/ui"), *modules("tests/ui")]
        for line, name in ce_only_names(path.read_text(encoding="utf-8"))
    ]

    assert modules("game/ui")
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "window = pygame.Window('title')",
        "pygame.draw.aacircle(surface, ink, (9, 9), 4)",
        "from pygame import FRect",
        "import pygame.geometry",
        "from pygame.transform import hsl",
        "font.render(words, True, ink, wraplength=80)",
        "theme.fonts[0].point_size = 12",
    ],
)
def test_names_that_only_one_pygame_has_are_recognised(source):
    assert ce_only_names(source)


@pytest.mark.parametrize(
    "source",
    [
        "from game.ui.app import Frame",
        "import typing",
        "ladder.invert()",
        "system = 1",
    ],
)
def test_names_of_our_own_are_left_alone(source):
    assert ce_only_names(source) == []


def test_no_module_has_a_vague_name():
    vague = [path for path in modules("game") if path.stem in VAGUE_NAMES]

    assert vague == []


def test_no_module_is_longer_than_can_be_taken_in():
    long = [
        f"{path.relative_to(ROOT)}: {lines}"
        for path in modules("game")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    ]

    assert long == []


def test_no_file_names_a_path_of_somebodys_machine():
    found = [
        f"{path.relative_to(ROOT)}: {hit.group()}"
        for path in texts()
        for hit in MACHINE_PATH.finditer(path.read_text(encoding="utf-8"))
    ]

    assert found == []


@pytest.mark.parametrize("tail", ["home/eve/match", "Users/eve", "tmp/x", "work/main"])
def test_a_path_of_somebodys_machine_is_recognised(tail):
    assert MACHINE_PATH.search(f'open("/{tail}")')
    assert not MACHINE_PATH.search(f"https://example.org/{tail}")


@pytest.mark.parametrize("tail", ["defend-together", "-m pytest"])
def test_the_first_screen_of_readme_has_one_line_to_play_and_one_to_test(tail):
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    lines = [
        number
        for number, line in enumerate(readme, start=1)
        if line.startswith("python3 ") and line.endswith(tail)
    ]

    assert len(lines) == 1
    assert lines[0] <= 25
