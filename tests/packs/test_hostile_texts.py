"""Whatever stands in a stranger's pack, it is refused in clear words and within a second."""

import re

import pytest

from tests.packs.refusing import CARDS, refusal
from tests.packs.samples import SCENARIO, example, folder_of, spoilt, zip_of

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

# ------------------------------------------------------------------------ the texts

TEXTS = {
    "billion laughs": ({CARDS: LAUGHS}, "anchor &a: not used here"),
    "an alias to nothing": (spoilt(CARDS, "What if", "*nothing"), r"alias \*nothing"),
    "a list that holds itself": ({CARDS: "&a [*a]\n"}, "anchor &a"),
    "an object of python": (
        {CARDS: "!!python/object/apply:os.system ['true']\n"},
        "tag tag:yaml.org,2002:python",
    ),
    "a binary tag": ({CARDS: "- !!binary aGVsbG8=\n"}, "tag"),
    "a merge": (spoilt(CARDS, "  side: nato", "  <<: {side: nato}"), "merge key <<"),
    "a directive": ({CARDS: "%YAML 1.1\n---\n[]\n"}, "directives"),
    "two documents": ({CARDS: "[]\n---\n[]\n"}, "a second document"),
    "lists in lists": ({CARDS: "[" * 30_000}, "nested deeper than 20 levels"),
    "mappings in mappings": ({CARDS: "{a: " * 30_000}, "nested deeper than 20 levels"),
    "steps of mappings": (
        {CARDS: "".join(f"{' ' * n}a:\n" for n in range(300))},
        "nested deeper than 20 levels",
    ),
    "a mapping as a key": ({CARDS: "? {a: b}\n: c\n"}, "a key has to be a word"),
    "effects in effects": (
        spoilt(CARDS, "    - initiative: 1\n", "    - " + "choose: {first: [" * 12),
        "not YAML|nested deeper",
    ),
    "a huge number": (spoilt(CARDS, "operations: 2", f"operations: {'9' * 5000}"), "too large"),
    "a number beyond a track": (spoilt(CARDS, "by: 1", "by: 99"), "99 is not within -10 to 10"),
    "a number that is none": (spoilt(CARDS, "operations: 2", "operations: .nan"), "'.nan'"),
    "an endless number": (spoilt(CARDS, "operations: 2", "operations: .inf"), "'.inf'"),
    "NaN": (spoilt(CARDS, "operations: 2", "operations: NaN"), "the text 'NaN'"),
    "an octal number": (spoilt(CARDS, "operations: 2", "operations: 02"), "zeros in front"),
    "a number with an exponent": (spoilt(CARDS, "operations: 2", "operations: 1e9"), "'1e9'"),
    "a fraction of a card": (spoilt(CARDS, "operations: 2", "operations: 1.5"), "1.5"),
    "latin-1": ({CARDS: "- title: Moräg\n".encode("latin-1")}, r"nato.yaml:1:13: not UTF-8"),
    "utf-16": ({CARDS: "- title: x\n".encode("utf-16")}, "not UTF-8"),
    "utf-8 cut in a letter": ({CARDS: b"- title: \xe2\x82"}, "not UTF-8"),
    "an overlong letter": ({CARDS: b"- title: \xc0\xaf"}, "not UTF-8"),
    "bytes of chance": ({CARDS: bytes(range(256))}, "not UTF-8"),
    "a zero byte": (spoilt(CARDS, "A day", "A\x00day"), r"forbidden character U\+0000"),
    "a bell": (spoilt(CARDS, "A day", "A\x07day"), r"forbidden character U\+0007"),
    "colours for a terminal": (spoilt(CARDS, "A day", "\x1b[31mA day"), r"U\+001B"),
    "an escaped escape": (spoilt(CARDS, "A day at the radar", '"\\e[31m"'), r"U\+001B in a"),
    "text from right to left": (spoilt(CARDS, "A day", "A\u202eday"), r"U\+202E"),
    "an isolated direction": (spoilt(CARDS, "A day", "A\u2066day"), r"U\+2066"),
    "a space of no width": (spoilt(CARDS, "A day", "A\u200bday"), r"U\+200B"),
    "an invisible tag": (spoilt(CARDS, "A day", "A\U000e0041day"), r"U\+E0041"),
    "half a pair": (spoilt(CARDS, "A day at the radar", '"\\ud800"'), r"U\+D800|not YAML"),
    "accents piled up": (spoilt(CARDS, "A day", "A" + "\u0301" * 40), "accents"),
    "a formula": (spoilt(CARDS, "A day", "=HYPERLINK(1) A day"), "takes it for a formula"),
    "an endless line": (spoilt(CARDS, "A day", "A" * 5000), "characters: 3000 at most"),
    "a title as long as a page": (spoilt(CARDS, "A day", "A" * 99), "characters: 60 at most"),
    "a manifest's endless title": (
        spoilt("pack.yaml", "title: My Pack", f"title: {'My Pack ' * 20}x"),
        "pack.yaml:4:8: a text of 161 characters: 60 at most",
    ),
    "too many values": ({CARDS: "[" + "1," * 25_000 + "1]"}, "more than 20,000 values"),
    "too many cards": ({CARDS: "- {}\n" * 1000}, "1000 entries: 400 at most"),
    "too many effects": (
        spoilt(CARDS, "    - initiative: 1\n", "    - initiative: 1\n" * 60),
        "has 61 effects: 24 at most",
    ),
    "too long a list": (
        spoilt(
            SCENARIO, "crises: #", f"targets: {{}}\ncrises: [{'launches, ' * 500}launches] #"
        ),
        "501 items: 300 at most|not YAML",
    ),
    "the same card twice": (
        {CARDS: example()[CARDS] + example()[CARDS][example()[CARDS].index("- slug") :]},
        "a second card 'my-pack-open-radar'",
    ),
    "the same key twice": (
        spoilt(CARDS, "  side: nato", "  side: nato\n  side: nato"),
        "key 'side' a second time",
    ),
    "a card of the game": (
        spoilt(CARDS, "slug: my-pack-open-radar", "slug: n-sensors"),
        "'n-sensors' is there already: choose another slug, or name it under 'replaces'",
    ),
    "a thing that is not replaced": (
        spoilt("pack.yaml", "replaces: []", "replaces: [n-sensors]"),
        "pack.yaml:12:12: 'n-sensors' is not replaced",
    ),
    "a name that is a path": (
        spoilt(CARDS, "slug: my-pack-open-radar", "slug: ../../x"),
        "is not a name",
    ),
    "a pack of that name": (
        spoilt("pack.yaml", "name: my-pack", "name: ../my-pack"),
        "is not a name",
    ),
    "a version of words": (
        spoilt("pack.yaml", '"1.0" # count', "newest # count"),
        "'newest' is not a version such as '1.0'",
    ),
    "a later game": (
        spoilt("pack.yaml", 'game: "0.1"', 'game: "999"'),
        "is made for version 999 of the game",
    ),
    "no manifest": ({"pack.yaml": "\n"}, "the file is empty"),
    "a manifest of another kind": ({"pack.yaml": "- 1\n"}, "expected a mapping"),
    "numbers in secret": (
        {"rules/numbers.yaml": "turns: 9\n"},
        "has numbers of its own: name 'numbers' under 'replaces'|missing",
    ),
    "a verb that there isn't": (
        spoilt(CARDS, "- initiative: 1", "- inititative: 1"),
        r"nato.yaml:12:7: no verb 'inititative'; did you mean 'initiative'\?",
    ),
    "a card that plays a card": (
        spoilt(CARDS, "- initiative: 1", "- play: x"),
        "no verb 'play'",
    ),
}


@pytest.mark.parametrize(("files", "message"), TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("zipped", [False, True], ids=["folder", "zip"])
def test_a_hostile_text_is_refused(tmp_path, files, message, zipped):
    files = {**example(), **files}
    write, name = (zip_of, "bad.zip") if zipped else (folder_of, "bad")
    path = write(files, tmp_path / name)

    told = refusal(path)

    assert all(line.startswith(f"{path.name}") for line in told.splitlines())
    assert all(line.isprintable() for line in told.splitlines())
    # what repeats itself packs so well that it is refused before it is read
    assert re.search(f"{message}|would swell" if zipped else message, told)
