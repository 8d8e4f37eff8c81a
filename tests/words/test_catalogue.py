"""The catalogue: languages, placeholders, numbers and lists."""

import pytest

from game.words import (
    LanguageError,
    Words,
    change,
    decimal,
    language_name,
    languages,
    number,
    signed,
)
from game.words.catalogue import fill
from tests.words.pseudo import write_mo

TIE = "\N{NO-BREAK SPACE}"


def french(tmp_path, messages):
    write_mo(tmp_path / "fr" / "LC_MESSAGES" / "defend-together.mo", messages)
    return tmp_path


def test_english_needs_no_file(content, tmp_path):
    words = Words(content, folder=tmp_path / "nothing there")

    assert words.text("Table it") == "Table it"
    assert languages(tmp_path / "nothing there") == ("en",)


def test_a_language_is_found_by_its_catalogue(content, tmp_path):
    folder = french(tmp_path, {"Table it": "Déposer"})

    words = Words(content, "fr", folder=folder)

    assert languages(folder) == ("en", "fr")
    assert words.text("Table it") == "Déposer"
    assert words.text("not in the catalogue") == "not in the catalogue"


def test_a_context_tells_equal_words_apart(content, tmp_path):
    folder = french(tmp_path, {"door\4Open": "Ouverte", "stance\4open": "ouvert"})

    words = Words(content, "fr", folder=folder)

    assert words.text_for("door", "Open") == "Ouverte"
    assert words.text_for("stance", "open") == "ouvert"
    assert words.text("Open") == "Open"


def test_content_is_translated_by_its_slug(content, tmp_path):
    folder = french(tmp_path, {"n-sensors\4Bring your own sensors": "Venez avec vos capteurs"})

    words = Words(content, "fr", folder=folder)

    assert words.content_text("n-sensors", "Bring your own sensors") == (
        "Venez avec vos capteurs"
    )
    assert words.content_text("test", "Bring your own sensors") == "Bring your own sensors"


def test_each_seat_may_have_its_language(content, tmp_path):
    folder = french(tmp_path, {"Table it": "Déposer"})
    words = Words(content, sectors=True, folder=folder)

    there = words.in_language("fr")

    assert (there.text("Table it"), there.sectors) == ("Déposer", True)
    assert words.text("Table it") == "Table it"
    assert there.in_language("fr") is there


def test_a_language_calls_itself_by_its_own_name(content, tmp_path):
    folder = french(tmp_path, {"the name of this language\4English": "Français"})
    words = Words(content, "fr", folder=folder)

    assert [language_name(words, language) for language in languages(folder)] == [
        "English",
        "Français",
    ]


def test_a_catalogue_that_was_made_anew_is_read_anew(content, tmp_path):
    folder = french(tmp_path, {"Table it": "Poser"})
    assert Words(content, "fr", folder=folder).text("Table it") == "Poser"

    (folder / "fr" / "LC_MESSAGES" / "defend-together.mo").unlink()
    french(tmp_path, {"Table it": "Déposer", "x": "y"})

    assert Words(content, "fr", folder=folder).text("Table it") == "Déposer"


def test_a_made_language_is_longer_and_accented(content):
    words = Words(content, "en-XA")

    text = words.text("{side} tables a package.", side="NATO")

    assert text.startswith("[NATO tàbléš à pàçkàgé.")
    assert len(text) > len("NATO tables a package.") * 1.2
    assert "en-XA" not in languages()
    assert words.text(", ") == ", "


def test_plurals_follow_the_language(content, tmp_path):
    folder = french(tmp_path, {"{n} card\0{n} cards": "{n} carte\0{n} cartes"})

    words = Words(content, "fr", folder=folder)

    assert words.plural("{n} card", "{n} cards", 1) == "1 carte"
    assert words.plural("{n} card", "{n} cards", 3) == "3 cartes"


@pytest.mark.parametrize("language", ["fr", "", "../../etc", "en/..", "x" * 40])
def test_an_unknown_language_is_one_clear_line(content, tmp_path, language):
    with pytest.raises(LanguageError) as caught:
        Words(content, language, folder=tmp_path)

    assert "there are en" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "damage", [b"", b"not a catalogue", b"\xde\x12\x04\x95" + b"\xff" * 24]
)
def test_a_broken_catalogue_is_one_clear_line(content, tmp_path, damage):
    path = french(tmp_path, {}) / "fr" / "LC_MESSAGES" / "defend-together.mo"
    path.write_bytes(damage)

    with pytest.raises(LanguageError, match="not a gettext catalogue"):
        Words(content, "fr", folder=tmp_path)


def test_numbers_have_a_true_minus():
    assert [number(n) for n in (-1, 0, 2)] == ["−1", "0", "2"]
    assert [signed(n) for n in (-1, 0, 2)] == ["−1", "0", "+2"]


def test_a_change_has_an_arrow():
    assert change(5, 6) == "5 → 6"
    assert change(1, -1, sign=True) == "+1 → −1"


@pytest.mark.parametrize(
    ("n", "places", "text"), [(93, 1, "9.3"), (30, 1, "3"), (-60, 2, "−0.6"), (105, 2, "1.05")]
)
def test_tenths_and_hundredths_are_decimals(words, n, places, text):
    assert decimal(words, n, places) == text


def test_a_signed_number_is_tied_to_its_word():
    assert fill("Tension {+by}", {"by": 2}) == f"Tension{TIE}+2"
    assert fill("Tension {+by}", {"by": -1}) == f"Tension{TIE}−1"
    assert fill("needs {n} or more", {"n": 3}) == "needs 3 or more"


def test_braces_only_ever_name_a_value():
    hostile = "{site.__class__} {0} {site!r} {site:>99999} {unknown}"

    assert fill(hostile, {"site": "Rota"}) == hostile
    assert fill("{site}", {"site": "{site}"}) == "{site}"


def test_a_name_at_the_start_of_a_sentence_has_a_capital():
    values: dict[str, str | int] = {"side": "l’OTAN", "n": 3}

    assert fill("{Side} joue.", values) == "L’OTAN joue."
    assert fill("Pour {side}", values) == "Pour l’OTAN"
    assert fill("{N} {Other}", values) == "3 {Other}"


def test_a_name_may_end_with_a_full_stop_of_its_own():
    assert fill("NATO unveils {site}.", {"site": "Eastern Med."}) == "NATO unveils Eastern Med."


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["7"], "7"), (["7", "8"], "7 or 8"), (["7", "8", "9"], "7, 8 or 9")],
)
def test_a_choice_is_written_as_people_write_it(words, items, text):
    assert words.choice(items) == text


def test_a_list_is_written_as_people_write_it(words):
    assert words.listing(["Rota", "Deveselu", "Morąg"]) == "Rota, Deveselu and Morąg"


def test_a_clause_becomes_a_sentence(words):
    assert words.sentence("own Support +1") == "Own Support +1."
    assert words.sentence("Why so?") == "Why so?"
