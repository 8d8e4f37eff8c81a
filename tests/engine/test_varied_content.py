"""Other content is played by the same laws: small changes of numbers, tables and cards."""

from random import Random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from game.content import content_from_files
from tests.engine.playthroughs import SCENARIOS, walk
from tests.engine.random_games import Tally, play
from tests.engine.strategies import contents
from tests.engine.view_faces import face

quick = settings(max_examples=12, phases=(Phase.explicit, Phase.reuse, Phase.generate))
"""Each example reads the whole content: a few, and none is made smaller for minutes."""


@quick
@given(contents(), st.integers(0, 10_000))
def test_content_that_is_accepted_can_be_played_to_the_end_within_the_laws(varied, number):
    tally = Tally()

    for each in range(len(SCENARIOS)):
        play(number + each, tally, varied)

    assert tally.verdicts.total() == len(SCENARIOS)


@quick
@given(contents(), st.integers(0, 10_000))
def test_content_that_was_carried_along_gives_the_same_match(varied, number):
    scenario = SCENARIOS[number % len(SCENARIOS)]
    carried = content_from_files(dict(varied.files))

    here = [state.v[:] for state, _ in walk(scenario, number, played_with=varied)]
    there = [state.v[:] for state, _ in walk(scenario, number, played_with=carried)]

    assert carried.fingerprint == varied.fingerprint
    assert here == there


@quick
@given(contents(), st.integers(0, 10_000))
def test_a_sample_agrees_with_its_view_in_any_content(varied, number):
    scenario = SCENARIOS[number % len(SCENARIOS)]
    luck = Random(number)

    for state, _ in walk(scenario, number, played_with=varied):
        side = state.round % 2
        view = state.view(side)
        assert face(view.sample(luck).view(side)) == face(view)
