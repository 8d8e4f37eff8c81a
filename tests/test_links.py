"""Links inside the repository lead somewhere: to files, and to headings in them."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for place in (".", ".github", "assets", "data", "tests")
    for path in (ROOT.glob("*.md") if place == "." else (ROOT / place).rglob("*.md"))
)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
PLACES = (".ci/", ".github/", "assets/", "data/", "game/", "tests/")


def prose_of(name):
    return FENCED.sub("", (ROOT / name).read_text(encoding="utf-8"))


def anchor_of(heading):
    """Return the anchor that a heading has on the pages of repositories."""
    words = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
    return words.strip().replace(" ", "-")


def anchors_in(path):
    """Return the anchors of a document; a heading that comes again has a number."""
    found: list[str] = []
    for heading in HEADING.findall(prose_of(path.relative_to(ROOT))):
        anchor = anchor_of(heading)
        again = sum(other == anchor or other.startswith(f"{anchor}-") for other in found)
        found.append(f"{anchor}-{again}" if anchor in found else anchor)
    return set(found)


def problem_with(name, link):
    """Return what is wrong with a link, or an empty string."""
    target, _, anchor = link.partition("#")
    path = (ROOT / name).parent / target if target else ROOT / name
    path = path.resolve()
    if ROOT not in (path, *path.parents):
        return f"{link} leads out of the repository"
    if not path.exists():
        return f"{link} leads nowhere"
    if anchor and anchor not in anchors_in(path):
        return f"{link}: there is no such heading"
    return ""


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_inside_the_repository_leads_somewhere(name):
    links = [link for link in LINK.findall(prose_of(name)) if "://" not in link]

    assert [told for link in links if (told := problem_with(name, link))] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_that_is_named_is_there(name):
    named = [code for code in CODE.findall(prose_of(name)) if code.startswith(PLACES)]
    exact = [code for code in named if not set(code) & set("<> *{")]

    # what the walks add, or begin, is not there yet
    begun = {"data/locale/de", "data/locale/de/names.po"}
    assert [code for code in exact if not (ROOT / code).exists() and code not in begun] == []


def test_the_main_documents_are_looked_at():
    assert {"README.md", "CONTRIBUTING.md", "data/adding.md", "data/manual.md"} < set(DOCUMENTS)


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Who may sit at a side", "who-may-sit-at-a-side"),
        ("What isn't there", "what-isnt-there"),
        ("4 `check`, step by step", "4-check-step-by-step"),
        ("Data and views: a table", "data-and-views-a-table"),
    ],
)
def test_a_headings_anchor_is_that_of_the_pages(heading, anchor):
    assert anchor_of(heading) == anchor


def test_a_link_that_leads_nowhere_is_noticed():
    assert problem_with("README.md", "data/nowhere.md")
    assert problem_with("README.md", "data/manual.md#nothing")
    assert problem_with("README.md", "../elsewhere")
    assert not problem_with("README.md", "data/manual.md#keys")
    assert not problem_with("data/manual.md", "#keys")
