"""Every language of the game, told by a match and by all tables."""

import ast
import re
from pathlib import Path

import pytest

from game import words as w
from game.engine.events import Event
from game.paths import data_path
from game.words.po_files import read_entries
from tests.words.games import random_match
from tests.words.test_all_words_are_translatable import (
    of_cards,
    of_crises,
    of_reasons,
    of_tables,
    of_tracks,
)

OTHERS = [language for language in w.languages() if language != w.ENGLISH]
NAMED = re.compile(r"\{\+?([A-Za-z_]+)\}")
LATIN = re.compile(r"[A-Za-z]{3,}")
LATIN_IN_RUSSIAN = {"Block", "Defend", "IIB", "Together"}


@pytest.fixture(scope="module", params=OTHERS)
def language(request, content):
    return w.Words(content, request.param)


@pytest.fixture(scope="module")
def told(language, content):
    texts: list[str] = []
    for scenario in ("november-statement", "sectoral-defence"):
        log: list[Event] = []
        for state in random_match(content, scenario, 6, log):
            view = state.view(state.to_move)
            texts += [w.site_line(language, site) for site in view.sites]
            for action in state.legal_actions():
                facts = view.facts(action)
                texts.append(w.action_title(language, facts, view))
                texts.append(w.action_note(language, facts, view))
        texts += [w.full_line(language, event).text for event in log]
        texts += [one.text for one in w.short_log(language, log)]
    for group in (of_cards, of_crises, of_reasons, of_tables, of_tracks):
        texts += group(language)
    return [*texts, w.rulebook_text(language)]


def test_every_value_finds_its_place(told):
    assert len(told) > 1000
    assert [text for text in told if "{" in text] == []


def test_russian_is_written_in_its_own_letters(language, told):
    if language.language == "ru":
        strange = {word for text in told for word in LATIN.findall(text)}

        assert strange <= LATIN_IN_RUSSIAN


def test_a_side_at_the_start_of_a_sentence_has_a_capital(told):
    assert [text for text in told if re.match("l’|la Russie", text) and ". " in text] == []


def test_languages_name_themselves(language):
    names = {"en": "English", "fr": "Français", "ru": "Русский"}

    assert w.language_name(language, language.language) == names[language.language]


def calls_with_their_values():
    """Yield each literal message with the names that its call gives it, where it names all."""
    for path in sorted(Path(w.__file__).parents[1].rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "attr", "")
            if isinstance(node, ast.Call) and name in ("text", "text_for", "plural"):
                values = {keyword.arg for keyword in node.keywords}
                literals = [one.value for one in node.args if isinstance(one, ast.Constant)]
                place = int(name == "text_for")
                if len(literals) > place and values and None not in values:
                    yield literals[place], {*values, "n"} - {None}


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_names_only_what_the_code_gives_it(language):
    given: dict[str, set[str]] = {}
    for message, values in calls_with_their_values():
        given[message] = given.get(message, values) & values
    wrong = []
    for path in sorted((data_path("locale") / language).glob("*.po")):
        for entry in read_entries(path):
            named = {name.lower() for text in entry.texts for name in NAMED.findall(text)}
            if entry.message in given and not named <= given[entry.message]:
                wrong.append(f"{path.name}:{entry.line}: {entry.message}: {entry.texts}")

    assert wrong == []
