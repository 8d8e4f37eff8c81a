"""The bench's own arithmetic: what it counts, sets side by side and leaves out.

No test here asserts a time: costs are made up, or only said to be there.
"""

import sys
from dataclasses import replace
from random import Random

import pytest

from game.content import load_content
from game.engine.fields import DECISIONS
from game.lab.speed import ROWS, AbsentError, Loop, MeasurementError, Row, Setting, measure
from game.lab.speed.measure import clocked, costs, library
from game.lab.speed.positions import ENDS_ROUND, by_kind, sampled


@pytest.fixture(scope="module")
def setting():
    return Setting(load_content(), "lisbon-to-chicago", seconds=0.001, positions=30)


def loop_of(name, *readings, kind="peer", library=None):
    """A contestant whose readings are given; the first serves to warm up."""
    rest = iter([readings[0], *readings])
    return Loop(name, f"what {name} includes", lambda _: lambda luck: next(rest), kind, library)


def absent_loop(name, error, library=None):
    def ready(setting):
        raise error

    return Loop(name, "", ready, library=library)


def test_a_ratio_is_the_median_of_the_rounds_ratios_and_not_of_their_medians(setting):
    own = loop_of("ours", {"turn": 1.0}, {"turn": 2.0}, {"turn": 4.0}, kind="own")
    peer = loop_of("theirs", {"turn": 8.0}, {"turn": 2.0}, {"turn": 12.0})

    report = measure([Row("r", "title", own, (peer,))], setting, 3)

    (ratio,) = report.rows[0].ratios
    assert (ratio.scale, ratio.median) == ("times", 3.0)  # of 8, 1 and 3
    assert (ratio.low, ratio.high) == (2.0, 5.5)
    assert [figure.cost for figure in report.rows[0].figures] == [2.0, 8.0]


def test_against_the_floor_turns_are_told(setting):
    own = loop_of("ours", {"decision": 6.0}, kind="own")
    floor = loop_of("floor", {"turn": 0.5}, kind="floor")

    report = measure([Row("r", "title", own, (floor,))], setting, 1)

    (ratio,) = report.rows[0].ratios
    assert (ratio.scale, ratio.median, ratio.peer_unit) == ("turns", 12.0, "turn")


def test_units_meet_their_like_or_the_only_one_there_is(setting):
    own = loop_of("ours", {"a": 1.0, "b": 2.0}, kind="own")
    alike = loop_of("alike", {"b": 6.0, "c": 9.0})
    single = loop_of("single", {"x": 4.0})

    report = measure([Row("r", "title", own, (alike, single))], setting, 1)

    met = {(one.unit, one.peer, one.peer_unit): one.median for one in report.rows[0].ratios}
    assert met == {
        ("b", "alike", "b"): 3.0,
        ("a", "single", "x"): 4.0,
        ("b", "single", "x"): 2.0,
    }


def test_contestants_are_read_in_turn_and_every_other_round_backwards(setting):
    read = []

    def loop(name, kind="peer"):
        def meter(luck):
            read.append(name)
            return {"turn": 1.0}

        return Loop(name, "", lambda _: meter, kind)

    measure([Row("r", "", loop("a", "own"), (loop("b"), loop("c")))], setting, 3)

    assert "".join(read[3:]) == "abc" + "cba" + "abc"


def test_a_dear_row_is_read_no_oftener_than_it_says(setting):
    own = loop_of("ours", {"state": 7.0}, {"state": 9.0}, kind="own")

    report = measure([Row("r", "", own, (), measure="bytes", most_rounds=2)], setting, 5)

    assert report.rows[0].rounds == 2
    assert report.rows[0].figures[0].cost == 8.0


def test_everybody_has_the_same_luck_in_a_round(setting):
    drawn: dict[str, list[float]] = {"a": [], "b": []}

    def loop(name, kind="peer"):
        def meter(luck):
            drawn[name].append(luck.random())
            return {"turn": 1.0}

        return Loop(name, "", lambda _: meter, kind)

    measure([Row("r", "", loop("a", "own"), (loop("b"),))], setting, 2)

    assert drawn["a"] == drawn["b"]
    assert len(set(drawn["a"])) == 3


def test_a_peer_that_is_not_installed_is_told_once_and_the_rest_go_on(setting, monkeypatch):
    monkeypatch.setitem(sys.modules, "chess", None)
    monkeypatch.setitem(sys.modules, "rlcard", None)

    report = measure([ROWS["clone"], ROWS["clone-apply"]], setting, 1)

    assert report.absent["chess"] == "not installed (pip install chess)"
    assert "rlcard" not in report.absent  # nothing asked for it
    for row in report.rows:
        assert {"Defend Together", "floor"} <= set(row.includes)
        assert "python-chess" not in row.includes


def test_a_peer_that_breaks_is_told_in_one_line_and_the_rest_go_on(setting):
    own = loop_of("ours", {"turn": 1.0}, kind="own")
    broken = absent_loop("broken", RuntimeError("no such game\nand more"), library="lib")

    report = measure([Row("r", "", own, (broken,))], setting, 1)

    assert report.absent == {"r: broken": "does not run here (RuntimeError: no such game)"}
    assert set(report.rows[0].includes) == {"ours"}


def test_a_fault_of_our_own_is_not_hidden(setting):
    own = Loop("ours", "", absent_loop("", RuntimeError("ours")).ready, "own")

    with pytest.raises(RuntimeError, match="ours"):
        measure([Row("r", "", own, ())], setting, 1)


def test_a_row_that_cannot_be_measured_here_is_told_and_the_others_are_read(setting):
    nowhere = Row("nowhere", "", absent_loop("ours", AbsentError("not told here")), ())
    here = Row("here", "", loop_of("ours", {"turn": 1.0}, kind="own"), ())

    report = measure([nowhere, here], setting, 1)

    assert [row.name for row in report.rows] == ["here"]
    assert report.absent == {"nowhere: ours": "not told here"}


def test_a_bench_that_measures_nothing_fails(setting):
    nowhere = Row("nowhere", "", absent_loop("ours", AbsentError("not told here")), ())

    with pytest.raises(MeasurementError, match="nothing was measured"):
        measure([nowhere], setting, 1)
    with pytest.raises(MeasurementError, match="nothing was measured"):
        measure([], setting, 1)


@pytest.mark.parametrize("tally", [{}, {"decision": 0}, {"decision": 9, "choice": 0}])
def test_a_loop_that_does_nothing_fails(tally):
    with pytest.raises(MeasurementError, match="nothing was measured"):
        clocked(lambda luck: tally, 0.0)(Random(1))


def test_no_time_is_no_measurement():
    with pytest.raises(MeasurementError, match="no time went by"):
        costs({"decision": 3}, 0.0)


def test_costs_are_shared_out_by_unit():
    assert costs({"decision": 10, "choice": 5}, 2.0) == {"decision": 0.2, "choice": 0.4}


def test_a_library_that_is_not_there_is_absent():
    with pytest.raises(AbsentError, match=r"pip install nobody-has-this"):
        library("nobody_has_this", "nobody-has-this")


def test_sampled_positions_lie_all_along_the_games_with_a_legal_action(setting):
    found = sampled(setting, Random(3))

    assert len(found) == setting.positions
    assert all(one.action in list(one.state.legal_actions()) for one in found)
    assert len({one.state.round for one in found}) > 1
    assert len({one.kind for one in found}) > 2


def test_positions_by_kind_cover_every_decision_and_the_ends_of_rounds(setting):
    found = by_kind(replace(setting, scenario="long-negotiation"), Random(3))

    assert set(found) == {*DECISIONS[1:], ENDS_ROUND}
    for kind in DECISIONS[1:]:
        assert {one.state.decision for one in found[kind]} == {kind}
    for one in found[ENDS_ROUND]:
        after = one.state.clone()
        after.apply(one.action)
        assert after.outcome is not None or after.round == one.state.round + 1
