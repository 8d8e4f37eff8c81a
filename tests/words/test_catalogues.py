"""The shipped catalogues: in step with the source, whole, and what the game reads."""

import shutil

import pytest

from data.locale import make_catalogues
from game.paths import data_path
from game.words import languages
from game.words.catalogue_check import check_catalogues
from game.words.po_files import PoFileError, read_entries

HINT = "run `python -m data.locale.make_catalogues`"
HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
)


@pytest.fixture(scope="module")
def made():
    return make_catalogues.make()


def test_templates_and_catalogues_are_in_step_with_the_source(made):
    old = [
        path.name
        for path, held in made.items()
        if not path.is_file() or path.read_bytes() != held
    ]

    assert old == [], HINT


def test_the_machines_form_tells_no_time(made):
    heads = [held for path, held in made.items() if path.suffix == ".mo"]

    assert len(heads) == 2
    assert not any(b"Creation-Date" in held for held in heads)


def test_no_catalogue_is_left_over(made):
    folder = data_path("locale")

    there = {*folder.glob("*/*.pot"), *folder.glob("*/*.po"), *folder.glob("*/*/*.mo")}

    assert there - {*made} == set()


def test_no_translation_is_stale_or_broken():
    assert [str(fault) for fault in check_catalogues() if fault.grave] == []


def test_every_part_of_the_game_has_messages():
    found = list(make_catalogues.found())
    contexts = {one.context for one in found}

    assert len(found) > 2000
    assert {"n-sensors", "warsaw", "chicken", "rulebook", "ladder", "side"} <= contexts
    assert data_path().parent == make_catalogues.ROOT


def locale(tmp_path, entries, template='msgid "{side} plays"\nmsgstr ""\n'):
    root = tmp_path / "data" / "locale"
    (root / "templates").mkdir(parents=True)
    (root / "fr").mkdir(exist_ok=True)
    (root / "templates" / "part.pot").write_text(HEAD + template, encoding="utf-8")
    (root / "fr" / "part.po").write_text(HEAD + entries, encoding="utf-8")
    return [str(fault) for fault in check_catalogues(root)]


def test_a_good_translation_may_use_another_form_of_a_side(tmp_path):
    assert locale(tmp_path, 'msgid "{side} plays"\nmsgstr "Jeu {Sides}"\n') == []


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ('msgid "{side} plays"\nmsgstr ""\n', "missing: “{side} plays”"),
        ("", "missing: “{side} plays”"),
        ('msgid "gone"\nmsgstr "parti"\n', "stale: the game has no “gone”"),
        ('msgid "{side} plays"\nmsgstr "joue"\n', "without {side}"),
        ('msgid "{side} plays"\nmsgstr "{side} {card}"\n', "with {card}"),
        ('msgid "{side} plays"\nmsgstr "{side} joue !"\n', "no-break space"),
        ('msgid "{side} plays"\nmsgstr "{side}  joue"\n', "two spaces"),
        ('msgid "{side} plays"\nmsgstr "*{side}* joue"\n', "emphasis"),
        ('msgid "{side} plays"\nmsgstr "{side} a \\"joué\\""\n', "straight quotation mark"),
        ('#, fuzzy\nmsgid "{side} plays"\nmsgstr "{side} joue"\n', "missing"),
        ('msgid "{side} plays"\n', "an entry without msgid or msgstr"),
        ("what is this\n", "no line of a catalogue"),
        ('msgid "\\q"x"\nmsgstr ""\n', "not well quoted"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path, entries, fault):
    faults = locale(tmp_path, entries)

    assert any(fault in one for one in faults), faults
    assert all(one.startswith("data/locale/fr/part.po:") for one in faults)


def test_a_translation_as_in_english_has_to_be_a_listed_one(tmp_path):
    template = 'msgid "Tension {+by}"\nmsgstr ""\n'
    entries = template.replace('""', '"Tension {+by}"')

    first = locale(tmp_path / "first", entries, template)
    (tmp_path / "second" / "data" / "locale" / "fr").mkdir(parents=True)
    listed = tmp_path / "second" / "data" / "locale" / "fr" / "as-in-english.txt"
    listed.write_text("# shared\nTension\n", encoding="utf-8")
    second = locale(tmp_path / "second", entries, template)

    assert ["as in English" in one for one in first] == [True]
    assert second == []


def test_a_line_number_is_that_of_the_entry(tmp_path):
    faults = locale(tmp_path, '# a word\n\n#: here\nmsgctxt "x"\nmsgid "y"\nmsgstr "z"\n')

    assert "data/locale/fr/part.po:9: stale: the game has no “y” (x)" in faults


def test_a_sentence_ends_as_one_in_every_language(tmp_path):
    template = 'msgid "The match fails at the end."\nmsgstr ""\n'

    faults = locale(tmp_path, template.replace('""', '"Échec à la fin"'), template)

    assert ["must end as in English" in one for one in faults] == [True]


def test_a_rule_that_is_cited_is_cited_in_every_language(tmp_path):
    template = 'msgctxt "rulebook"\nmsgid "It fails (9.1)"\nmsgstr ""\n'

    faults = locale(tmp_path, template.replace('""', '"Échec (9.2)"'), template)

    assert ["other paragraphs than in English: 9.1, 9.2" in one for one in faults] == [True]


def test_a_file_in_another_encoding_is_one_clear_line(tmp_path):
    path = tmp_path / "x.po"
    path.write_bytes(b'msgid "\xe9"\n')

    with pytest.raises(PoFileError, match=r"x\.po:1: it is no text in UTF-8"):
        read_entries(path)


def test_a_new_language_needs_no_more_than_its_folder(tmp_path, monkeypatch):
    shutil.copytree(data_path("locale") / "templates", tmp_path / "templates")

    files = make_catalogues.make(tmp_path, "uk")

    text = files[tmp_path / "uk" / "names.po"].decode()
    assert "nplurals=3" in text
    assert 'msgid "Tension"' in text
    assert not any(path.suffix == ".mo" for path in files), "nothing is translated yet"


def test_a_translation_is_kept_while_its_english_is_and_never_guessed(made):
    template = make_catalogues.templates()["names"]
    before = HEAD + 'msgid "Tension"\nmsgstr "La tension"\n\nmsgid "Tensions"\nmsgstr "Non"\n'

    text = make_catalogues.as_text(make_catalogues.updated(template, before, "fr"), "fr")

    assert 'msgid "Tension"\nmsgstr "La tension"' in text
    assert '#~ msgid "Tensions"' in text
    assert "fuzzy" not in text


def test_what_the_game_offers_is_what_has_a_compiled_catalogue(made):
    compiled = {path.parts[-3] for path in made if path.suffix == ".mo"}

    assert set(languages()) == {"en"} | compiled
