"""The window's language: chosen in the settings, at once and everywhere, a seat's its own."""

from dataclasses import replace

from game.match import Match
from game.ui.desk import Desk
from game.ui.preferences import Preferences
from game.ui.scenes.curtain import CurtainScene
from game.ui.scenes.pause import PauseScene
from game.ui.scenes.settings import SettingsScene
from game.ui.scenes.title import TitleScene
from game.ui.settings import Settings
from game.ui.sitting import Sitting
from game.words import Words
from tests.ui.board_match import content
from tests.ui.pilot import Pilot


def said(pilot: Pilot) -> str:
    return " ".join(widget.says() for widget in pilot.scene.tree.walk())


def test_a_language_is_chosen_without_a_new_start():
    preferences = Preferences(Settings(reduced_motion=True))
    desk = Desk(content(), "en", None, preferences)
    with Pilot(TitleScene(desk), preferences=preferences) as pilot:
        assert "New game" in said(pilot)

        pilot.click("settings")
        pilot.click("language:fr")
        assert "Réglages" in said(pilot)

        pilot.press("Esc")
        assert "Nouvelle partie" in said(pilot)
        assert desk.begin("first-council", ("human", "greedy")).words.language == "fr"


def test_the_settings_offer_every_language_by_its_own_name():
    scene = SettingsScene(Words(content()), Preferences())
    with Pilot(scene) as pilot:
        assert all(name in said(pilot) for name in ("English", "Français", "Русский"))


def test_each_seat_reads_its_own_language():
    settings = Settings(nato_language="fr", russia_language="ru")
    match = Match.start(content(), "long-negotiation", 5, ("human", "human"))
    sitting = Sitting(match, Words(content()), Preferences(settings))
    heard = []

    for side in (0, 1):
        sitting.lift(side)
        heard.append(sitting.words.text("Pause"))
        sitting.lower()

    assert heard == ["Pause", "Пауза"]
    assert sitting.words.language == "ru"


def test_the_curtain_speaks_to_whom_it_calls():
    settings = Settings(nato_language="fr", russia_language="ru")
    match = Match.start(content(), "long-negotiation", 5, ("human", "human"))
    sitting = Sitting(match, Words(content()), Preferences(settings))

    with Pilot(CurtainScene(sitting)) as pilot:
        assert match.to_move == 0
        assert "rideau" in said(pilot)


def test_one_person_reads_the_language_of_the_window():
    settings = Settings(language="ru", nato_language="fr")
    match = Match.start(content(), "long-negotiation", 5, ("human", "greedy"))
    sitting = Sitting(match, Words(content()), Preferences(settings))

    sitting.lift(0)

    assert sitting.words.language == "ru"


def test_a_match_that_is_open_hears_of_another_language():
    preferences = Preferences(Settings(reduced_motion=True))
    match = Match.start(content(), "long-negotiation", 5, ("human", "greedy"))
    sitting = Sitting(match, Words(content()), preferences)
    with Pilot(PauseScene(sitting), preferences=preferences) as pilot:
        preferences.change(language="ru")
        pilot.tick()

        assert "Настройки" in said(pilot)


def test_a_language_that_is_gone_leaves_english():
    preferences = Preferences(replace(Settings(), language="tlh"))
    sitting = Sitting(
        Match.start(content(), "long-negotiation", 5, ("human", "greedy")),
        Words(content()),
        preferences,
    )

    sitting.lift(0)

    assert sitting.words.language == "en"
