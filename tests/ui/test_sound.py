"""What is heard: small sounds at the right moments, as loud as wanted, or nothing at all."""

import importlib.util
import wave
from array import array
from dataclasses import replace

import pygame
import pytest

from game.engine.events import CardPlayed, MatchEnded, TrackMoved
from game.paths import asset_path
from game.ui import sound
from game.ui.motion.beats import beats_of
from game.ui.preferences import Preferences
from game.ui.settings import Settings
from game.ui.sound import NOTES, Sound, Speaker
from tests.ui.motion_match import has, scenes_in_motion

LOUDEST = 10 ** (-12 / 20)


def samples(name: str) -> "array[int]":
    with wave.open(str(asset_path("sounds", f"{name}.wav"))) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return array("h", file.readframes(file.getnframes()))


def loudness(name):
    heard = samples(name)
    return sum(one * one for one in heard) / len(heard)


@pytest.fixture
def heard(monkeypatch):
    """The sounds that were asked for."""
    asked: list[Sound] = []
    monkeypatch.setattr(Speaker, "play", lambda _self, one: asked.append(one))
    return asked


def test_every_sound_has_its_file_and_no_file_is_left_over():
    files = {path.stem for path in asset_path("sounds").glob("*.wav")}
    assert files == {one.value for one in Sound}


@pytest.mark.parametrize("one", Sound)
def test_a_sound_is_short_and_its_peak_lies_under_12_decibels(one):
    heard = samples(one.value)
    assert 0 < max(map(abs, heard)) / 32768 < LOUDEST
    assert len(heard) < 2.3 * 32_000


def test_both_sides_are_equally_loud():
    nato, russia = loudness("note-nato"), loudness("note-russia")
    assert 0.9 < nato / russia < 1.1


def test_the_shipped_sounds_are_those_that_the_recipe_makes():
    path = asset_path("sounds", "make_sounds.py")
    spec = importlib.util.spec_from_file_location("make_sounds", path)
    assert spec is not None
    assert spec.loader is not None
    recipe = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(recipe)

    assert set(recipe.SOUNDS) == {one.value for one in Sound}
    for name in ("tap", "note-nato", "shutter"):
        pairs = zip(samples(name), recipe.made(name), strict=True)
        assert max(abs(was - now) for was, now in pairs) <= 1


def test_without_a_device_the_game_goes_on_in_silence(monkeypatch):
    def barred(*_):
        raise pygame.error("no such audio device")

    monkeypatch.setattr(pygame.mixer, "init", barred)
    speaker = Speaker()
    assert not speaker.ready()
    speaker.play(Sound.TAP)
    speaker.close()


def test_a_device_that_was_not_there_is_not_asked_again(monkeypatch):
    asked = []

    def barred(*_):
        asked.append(1)
        raise pygame.error("taken")

    monkeypatch.setattr(pygame.mixer, "init", barred)
    speaker = Speaker()
    for _ in range(5):
        speaker.play(Sound.TAP)
    assert len(asked) == 1


def test_volumes_are_those_of_the_settings():
    speaker = Speaker()
    speaker.obey(Settings(volume=50, volume_pieces=40, volume_notes=100))
    assert speaker.ready()
    loaded = speaker._loaded
    try:
        assert loaded[Sound.TAP].get_volume() == pytest.approx(0.2, abs=0.01)
        assert loaded[Sound.NATO].get_volume() == pytest.approx(0.5, abs=0.01)
        speaker.obey(Settings(volume=100))
        assert {round(loaded[one].get_volume(), 2) for one in NOTES} == {1.0}
    finally:
        speaker.close()


def test_switched_off_nothing_is_opened(monkeypatch):
    monkeypatch.setattr(pygame.mixer, "init", lambda *_: pytest.fail("a device was opened"))
    speaker = Speaker()
    speaker.obey(replace(Settings(), sound=False))
    speaker.play(Sound.TAP)


def test_f9_switches_sound_off_and_on(pilot, monkeypatch):
    wanted = []
    monkeypatch.setattr(sound, "obey", lambda settings: wanted.append(settings.sound))
    monkeypatch.setattr("game.ui.app.sound.obey", lambda s: wanted.append(s.sound))
    player = pilot(scenes_in_motion(has(CardPlayed), own=True), preferences=Preferences())
    player.press("F9")
    player.press("F9")
    assert wanted[-2:] == [False, True]


def test_a_card_that_is_played_is_heard_when_it_is_seen(pilot, heard):
    scene = scenes_in_motion(has(CardPlayed), own=True)
    player = pilot(scene, still=False)
    player.settle(0.3)
    assert Sound.TAP in heard


def test_a_motion_that_is_finished_by_a_key_is_silent_from_then_on(pilot, heard):
    scene = scenes_in_motion(has(CardPlayed, TrackMoved), own=True)
    player = pilot(scene, still=False)
    player.settle(0.2)
    player.key_down("I")
    before = len(heard)
    player.settle(3)
    assert len(heard) == before


def test_a_card_under_the_pointer_is_paper(pilot, heard):
    player = pilot(scenes_in_motion(has(CardPlayed), own=True))
    player.settle(1)
    card = next(ident for ident in player.ids() if ident.startswith("card:"))
    player.move(card)
    player.settle(0.2)
    assert heard[-1] is Sound.PAPER


def test_each_sound_of_a_beat_has_something_to_see():
    for seed in range(7, 9):
        scene = scenes_in_motion(has(TrackMoved))
        for beat in scene.motion.showing.beats:
            assert beat.moves or set(beat.sounds) <= {Sound.PAGE}, seed


def test_what_cannot_be_seen_is_not_heard():
    assert beats_of([MatchEnded("partnership", ())], 0) == ()
