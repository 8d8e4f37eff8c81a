"""Spaces and signs of each language."""

import pytest

from game.words.typography import nested, typeset

TIE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Why so? It's: “x” !", "Why so? It's: “x” !"),
        ("fr", "Pourquoi ?", f"Pourquoi{TIE}?"),
        ("fr", "{Ladder} : niveau {level}", f"{{Ladder}}{TIE}: niveau {{level}}"),
        ("fr", "« x » ; «y»", f"«{TIE}x{TIE}»{TIE}; «{TIE}y{TIE}»"),
        ("fr", " ; ", f"{TIE}; "),
        ("fr", "l'OTAN, 8:30", "l’OTAN, 8:30"),
        ("fr_CA", "Oui !", f"Oui{TIE}!"),
        ("ru", "Мир — дверь", f"Мир{TIE}— дверь"),
        ("ru", "Раунд в Сочи и в Москве", f"Раунд в{TIE}Сочи и{TIE}в{TIE}Москве"),
        ("ru", "С-400 у Балтийска", f"С-400 у{TIE}Балтийска"),
        ("fr", "Le 3 mai, 60 % à 220 km", f"Le 3{TIE}mai, 60{TIE}% à 220{TIE}km"),
        ("ru", "3 мая 2012 года, 5 км", f"3{TIE}мая 2012{TIE}года, 5{TIE}км"),
        ("ru", "«{card}» — событие", f"«{{card}}»{TIE}— событие"),
    ],
)
def test_a_text_has_the_spaces_of_its_language(language, text, expected):
    assert typeset(text, language) == expected


@pytest.mark.parametrize("language", ["en", "fr", "ru"])
def test_typesetting_twice_changes_nothing_more(language):
    text = "« Oui ! » : l'un ; — в и с ним — №  5 ?"

    once = typeset(text, language)

    assert typeset(once, language) == once


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "“The word “no”” is said", "“The word ‘no’” is said"),
        ("fr", f"«{TIE}Le mot «{TIE}non{TIE}»{TIE}»", f"«{TIE}Le mot “non”{TIE}»"),
        ("ru", "Играет ««Патриоты» в Моронге».", "Играет «„Патриоты“ в Моронге»."),
        ("ru", "«А» и «Б»", "«А» и «Б»"),
        ("ru", "» и «Б» «", "» и «Б» «"),
    ],
)
def test_quotations_in_quotations_have_marks_of_their_own(language, text, expected):
    assert nested(text, language) == expected
