"""A pack speaks other languages by catalogues of its own, which are held to their English."""

import pytest

from game import cli
from game.match import Match
from game.words import Words, scenario_title, site_title
from game.words.pack_check import filled_in, pack_faults, pack_messages
from tests.packs.samples import content_in, example, folder_of

HEAD = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n'


def entry(context, message, text):
    return f'\nmsgctxt "{context}"\nmsgid "{message}"\nmsgstr "{text}"\n'


RADAR = entry("my-pack-open-radar", "A day at the radar", "Une journée au radar")


@pytest.fixture
def content(tmp_path):
    """Make the content of the example with a French catalogue."""

    def made(*entries, languages="en, fr"):
        files = example()
        files["pack.yaml"] = files["pack.yaml"].replace("[en]", f"[{languages}]")
        if entries:
            files["locale/fr.po"] = HEAD + "".join(entries)
        return content_in(folder_of(files, tmp_path / "my-pack"))

    return made


def title(words):
    return words.content_text("my-pack-open-radar", "A day at the radar")


def faults(content):
    return [str(one) for one in pack_faults(content) if one.grave]


def test_a_pack_speaks_by_its_own_catalogue(content):
    words = Words(content(RADAR), "fr")

    assert title(words) == "Une journée au radar"
    assert scenario_title(words, words.content.scenarios["my-pack"]) == "My Pack"


def test_english_and_the_texts_of_the_game_stay_what_they_are(content):
    there = content(RADAR)

    assert title(Words(there)) == "A day at the radar"
    assert site_title(Words(there, "fr"), "rota") != site_title(Words(there), "rota")


def test_a_language_chosen_later_is_spoken_too(content):
    words = Words(content(RADAR))
    words.speak("fr")
    assert title(words) == "Une journée au radar"
    words.speak("en")
    assert title(words) == "A day at the radar"
    assert title(words.in_language("fr")) == "Une journée au radar"


def test_a_save_has_the_translations_with_it(content, tmp_path):
    match = Match.start(content(RADAR), "my-pack", 5, ("human", "human"), tmp_path)
    match.close()
    assert match.path is not None

    assert title(Words(Match.resume(match.path).content, "fr")) == "Une journée au radar"


def test_a_right_catalogue_has_no_fault(content):
    assert faults(content(RADAR)) == []


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([RADAR, RADAR], "stands here twice"),
        ([entry("my-pack", "No such text", "Rien")], "stale: the pack has no “No such text”"),
        ([entry("my-pack-open-radar", "What if", "x" * 60)], "far longer than in English"),
        ([entry("my-pack-open-radar", "What if", "a\\nb")], "a line end in it"),
        ([entry("my-pack-open-radar", "What if", "Et si {site}")], "with {site}"),
        (["\nrubbish\n"], "no line of a catalogue"),
        (['\nmsgid "x\n'], "no line of a catalogue"),
    ],
)
def test_what_is_wrong_in_a_catalogue_is_told_with_its_line(content, entries, message):
    told = next(one for one in faults(content(*entries)) if message in one)

    assert told.startswith("my-pack/locale/fr.po:")


def test_a_language_without_a_catalogue_and_the_other_way_round(content):
    assert faults(content()) == [
        "my-pack/pack.yaml:1: names the language fr, but has no catalogue of it"
    ]
    assert "pack.yaml doesn't name the language fr" in faults(content(RADAR, languages="en"))[0]


def test_what_a_stranger_swells_or_breaks_is_shown_in_english(content):
    words = Words(
        content(
            entry("my-pack-open-radar", "A day at the radar", "x" * 500),
            entry("my-pack-open-post", "A day at the command post", "a\\nb"),
        ),
        "fr",
    )

    assert title(words) == "A day at the radar"
    post = words.content_text("my-pack-open-post", "A day at the command post")
    assert post == "A day at the command post"


def test_a_catalogue_of_rubbish_leaves_a_pack_in_english(content):
    assert title(Words(content("\nrubbish\n"), "fr")) == "A day at the radar"


def test_all_texts_of_a_pack_and_none_of_the_game_are_to_be_translated(content):
    messages = {(one.context, one.text) for one in pack_messages(content())}

    assert ("my-pack", "My Pack") in messages
    assert ("my-pack", "The first visit") in messages
    assert ("send-the-data", "Send the data") in messages
    assert not any(context == "n-sensors" for context, _ in messages)


def test_a_catalogue_is_written_and_keeps_what_was_translated(content, tmp_path, capsys):
    there = content(RADAR)
    folder = tmp_path / "my-pack"

    assert cli.main(["packs", "translate", str(folder), "fr"]) == 0
    told = (folder / "locale/fr.po").read_text(encoding="utf-8")

    assert 'msgstr "Une journée au radar"' in told
    assert told.count("msgctxt") == len(list(pack_messages(there)))
    assert cli.main(["check", str(folder)]) == 0
    assert filled_in(content_in(folder), "fr", told, folder) == told
    assert "Not translated yet" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["en", "../x", "français", ""])
def test_a_catalogue_is_not_written_under_any_name(content, tmp_path, language):
    content()

    assert cli.main(["packs", "translate", str(tmp_path / "my-pack"), "--", language]) == 1
    assert not (tmp_path / "my-pack/locale").exists()


def test_a_stranger_cannot_hide_signs_in_a_catalogue(tmp_path):
    folder = folder_of(
        {**example(), "locale/fr.po": HEAD + "\n# \u202e\n"}, tmp_path / "my-pack"
    )

    assert cli.main(["check", str(folder)]) == 1
