"""A match that goes on after it was left, cut short or damaged."""

import json
import random
from pathlib import Path

import pytest

from game.match import (
    Course,
    Match,
    SaveError,
    UndoBarredError,
    read_journal,
    replay,
    transcript,
)
from game.match.chronicle import END
from game.match.journal import Journal
from game.match.record import Record, plain, values_of, veiled
from game.paths import UserFolderError


def resumed_from(path):
    return Match.resume(path)


def account(reading):
    return transcript(reading)


def begun(*arguments):
    return Match.start(*arguments)


def deciding(match):
    return match.view(match.to_move)


def copied(match, folder, data=None):
    path = folder / "copy.match"
    path.write_bytes(match.path.read_bytes() if data is None else data)
    return path


def rewritten(match, folder, change):
    """A journal with whole checksums whose records were changed."""
    path = folder / "changed.match"
    records = [change(record) for record in read_journal(match.path).records]
    Journal.create(path, [record for record in records if record is not None])
    return path


def actions(course):
    return [entry.action for entry in course.history]


def test_a_finished_match_comes_back_whole(finished, tmp_path):
    resumed = resumed_from(copied(finished, tmp_path))

    assert resumed.truth.v == finished.truth.v
    assert resumed.history == finished.history
    assert resumed.opening == finished.opening
    assert resumed.outcome == finished.outcome
    assert resumed.notice is None
    assert resumed.path.read_bytes() == finished.path.read_bytes()


def test_after_any_cut_it_goes_on_from_the_last_whole_decision(finished, tmp_path):
    data = finished.path.read_bytes()
    begun = read_journal(finished.path).whole[4]
    luck = random.Random(5)
    for number in range(25):
        folder = tmp_path / str(number)
        folder.mkdir()
        cut = luck.randrange(begun, len(data))
        path = copied(finished, folder, data[:cut])

        resumed = resumed_from(path)

        done = len(resumed.history)
        assert actions(resumed) == actions(finished)[:done]
        for action in actions(finished)[done:]:
            resumed.play(action)
        resumed.close()
        assert path.read_bytes() == data
        kept = folder / "copy.match.damaged"
        assert kept.exists() == (data[cut - 1 : cut] != b"\n")
        if kept.exists():
            assert data[:cut].endswith(kept.read_bytes())
            assert kept.name in resumed.notice


def test_every_whole_decision_survives_a_cut(finished, tmp_path):
    reading = read_journal(finished.path)
    decisions = 0
    for record, place in list(zip(reading.records, reading.whole, strict=True))[:40]:
        decisions += record.kind == "decision"
        if place < reading.whole[2]:
            continue
        path = copied(finished, tmp_path, finished.path.read_bytes()[: place + 3])

        assert len(resumed_from(path).history) == decisions


def spoilt(match, place):
    """The bytes of a journal with a byte of the payload of one record changed."""
    data = bytearray(match.path.read_bytes())
    data[read_journal(match.path).whole[place] - 3] ^= 1
    return bytes(data)


def records_of(match, *kinds):
    """The places of a journal's records of some kinds."""
    records = read_journal(match.path).records
    return [place for place, record in enumerate(records) if record.kind in kinds]


def test_what_can_be_worked_out_again_may_be_spoilt(finished, tmp_path):
    last = len(read_journal(finished.path).records) - 1
    for place in records_of(finished, "content", "events", "position"):
        if place == last:
            continue
        path = copied(finished, tmp_path, spoilt(finished, place))

        resumed = resumed_from(path)

        assert actions(resumed) == actions(finished)
        assert resumed.truth.v == finished.truth.v
        assert resumed.notice.endswith("nothing of the match is lost")
        assert [found.name for found in tmp_path.iterdir() if found.suffix == ".damaged"] == []
        resumed.close()


def test_after_a_spoilt_decision_all_that_follows_is_set_aside(finished, tmp_path):
    decisions = records_of(finished, "decision")
    whole = read_journal(finished.path).whole
    for number, place in list(enumerate(decisions))[::9]:
        folder = tmp_path / str(number)
        folder.mkdir()
        data = spoilt(finished, place)
        path = copied(finished, folder, data)

        resumed = resumed_from(path)

        assert actions(resumed) == actions(finished)[:number]
        kept = folder / "copy.match.damaged"
        assert kept.read_bytes() == data[whole[place - 1] :]
        assert f"after decision {number}" in resumed.notice
        for action in actions(finished)[number:]:
            resumed.play(action)
        resumed.close()
        assert actions(resumed_from(path)) == actions(finished)


def test_a_spoilt_record_of_a_kind_unknown_here_is_not_missed(finished, tmp_path):
    def change(record):
        return [record, plain("hint", {})] if record.kind == "events" else [record]

    path = tmp_path / "later.match"
    records = [each for r in read_journal(finished.path).records for each in change(r)]
    later = Journal.create(path, records)
    hints = [place for place, record in enumerate(records) if record.kind == "hint"]
    data = bytearray(later.path.read_bytes())
    data[read_journal(path).whole[hints[7]] - 2] ^= 1
    path.write_bytes(data)

    assert actions(resumed_from(path)) == actions(finished)


def test_a_spoilt_copy_of_content_that_is_not_the_shipped_one_is_said(finished, tmp_path):
    def change(record):
        if record.kind != "match":
            return record
        return plain("match", {**values_of(record), "fingerprint": "0" * 64})

    path = rewritten(finished, tmp_path, change)
    data = bytearray(path.read_bytes())
    data[read_journal(path).whole[2] - 3] ^= 1
    path.write_bytes(data)

    with pytest.raises(SaveError, match="its copy of the content is damaged"):
        resumed_from(path)


def test_a_damaged_beginning_is_refused_and_left_alone(finished, tmp_path):
    reading = read_journal(finished.path)
    data = finished.path.read_bytes()[: reading.whole[2] - 10]
    path = copied(finished, tmp_path, data)

    with pytest.raises(SaveError, match="damaged at its beginning"):
        resumed_from(path)

    assert path.read_bytes() == data
    assert [found.name for found in tmp_path.iterdir()] == ["copy.match"]


def test_replaying_writes_nothing(finished, tmp_path):
    data = finished.path.read_bytes()[:-20]
    path = copied(finished, tmp_path, data)

    replayed = replay(read_journal(path), Course)

    assert replayed.decisions == len(finished.history)
    assert path.read_bytes() == data
    assert [found.name for found in tmp_path.iterdir()] == ["copy.match"]


def test_what_was_undone_stays_undone(people):
    first, second = people.view(0).legal_actions()
    people.play(first)
    people.undo()
    people.play(second)
    people.close()

    resumed = resumed_from(people.path)

    assert actions(resumed) == [second]
    assert resumed.truth.v == people.truth.v
    with pytest.raises(UndoBarredError):
        resumed.undo()
    told = account(read_journal(people.path))
    assert [entry.action for entry in told.entries] == [second]


def test_a_match_in_the_middle_of_a_draft_goes_on_there(content, tmp_path):
    match = begun(content, "long-negotiation", 3, ("human", "human"), tmp_path)
    while deciding(match).decision != "draft":
        match.play(deciding(match).legal_actions()[0])
    match.play(deciding(match).legal_actions()[0])
    match.close()

    resumed = resumed_from(match.path)

    assert len(deciding(resumed).draft) == 1
    assert resumed.view(0) == match.view(0)
    assert resumed.view(1) == match.view(1)


def test_a_computer_goes_on_as_if_nothing_had_happened(content, tmp_path):
    seats = ("random", "greedy")
    played = Match(content, "first-council", 8, seats)
    kept = begun(content, "first-council", 8, seats, tmp_path)
    while not played.over:
        played.play(played.computer_action())
        kept.play(kept.computer_action())
        kept.close()
        kept = resumed_from(kept.path)

    assert actions(kept) == actions(played)


def test_other_events_than_recorded_are_refused(finished, tmp_path):
    def change(record):
        if record.kind != "events" or values_of(record)["number"] != 9:
            return record
        return veiled("events", {"number": 9, "events": []})

    with pytest.raises(SaveError, match="after decision 9 the events differs"):
        resumed_from(rewritten(finished, tmp_path, change))


def test_another_position_than_recorded_is_refused(finished, tmp_path):
    def change(record):
        if record.kind != "position":
            return record
        values = values_of(record)
        values["v"][9] += 1
        return veiled("position", values)

    with pytest.raises(SaveError, match="position differs"):
        resumed_from(rewritten(finished, tmp_path, change))


def test_another_program_may_lay_positions_out_in_another_way(finished, tmp_path):
    def change(record):
        values = values_of(record)
        if record.kind == "match":
            return plain("match", {**values, "program": "0.0.1"})
        if record.kind == "position":
            return veiled("position", {**values, "v": [1, 2, 3]})
        return record

    assert resumed_from(rewritten(finished, tmp_path, change)).outcome == finished.outcome


def test_an_action_that_is_not_legal_is_refused(finished, tmp_path):
    def change(record):
        if record.kind != "decision" or values_of(record)["number"] != 5:
            return record
        return veiled("decision", {**values_of(record), "action": 1})

    with pytest.raises(SaveError, match="decision 5 isn’t legal"):
        resumed_from(rewritten(finished, tmp_path, change))


@pytest.mark.parametrize("kind", ["decision", "events", "undo", "match"])
def test_a_record_out_of_place_is_refused(finished, tmp_path, kind):
    records = list(read_journal(finished.path).records)
    numbered = [r for r in records if r.kind == kind] or [plain("undo", {"number": 1})]
    path = tmp_path / "more.match"
    Journal.create(path, [*records, numbered[0]])
    if kind == "match":
        # Kinds that mean nothing there are passed over: later versions may add some.
        assert resumed_from(path).outcome == finished.outcome
        return

    with pytest.raises(SaveError) as caught:
        resumed_from(path)

    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("field", "value", "what"),
    [
        ("seats", ["human", "skynet"], "no seat “skynet”"),
        ("scenario", "world-peace", "world-peace"),
        ("fingerprint", "0" * 64, "its content isn’t the one"),
        ("seats", "greedy", "no seat “g”"),
        ("seats", [], "can’t be understood"),
    ],
)
def test_a_header_of_something_unknown_is_said(finished, tmp_path, field, value, what):
    def change(record):
        if record.kind != "match":
            return record
        return plain("match", {**values_of(record), field: value})

    with pytest.raises(SaveError) as caught:
        resumed_from(rewritten(finished, tmp_path, change))

    assert what in str(caught.value)


def test_content_that_can_no_longer_be_read_is_said(finished, tmp_path):
    def change(record):
        if record.kind != "content":
            return record
        return veiled("content", {**values_of(record), "mandates.yaml": "- slug: [1"})

    with pytest.raises(SaveError, match="its content can’t be used"):
        resumed_from(rewritten(finished, tmp_path, change))


def test_a_transcript_needs_no_rules(finished, tmp_path):
    told = account(read_journal(finished.path))

    assert told.entries == list(finished.history)
    assert told.outcome["verdict"] == finished.outcome.verdict
    assert told.header.seed == finished.seed


def test_a_journal_carries_its_own_content_within_its_size(finished):
    data = finished.path.read_bytes()
    header = replay(read_journal(finished.path), Course).header

    assert header.files == dict(finished.content.files)
    assert read_journal(finished.path).whole[2] < 150_000
    assert len(data) < 300_000


def test_a_running_save_shows_no_secret_at_a_glance(people):
    while people.view(people.to_move).decision != "card":
        people.play(people.view(people.to_move).legal_actions()[0])
    for side in (0, 1):
        view = people.view(side)
        text = people.path.read_text(encoding="ascii")
        for slug in (*view.hand, *view.dealt, view.mandate):
            assert slug not in text


def test_the_end_stands_open_in_the_journal(finished):
    (end,) = [r for r in read_journal(finished.path).records if r.kind == END]

    assert json.loads(end.payload)["verdict"] == finished.outcome.verdict


def test_a_tail_that_cannot_be_kept_aside_is_not_thrown_away(finished, tmp_path, monkeypatch):
    data = finished.path.read_bytes()[:-5]
    path = copied(finished, tmp_path, data)
    really_open = Path.open

    def refuse(self, mode="r", *args, **kwargs):
        if mode == "xb":
            raise PermissionError(13, "Permission denied")
        return really_open(self, mode, *args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        with pytest.raises(UserFolderError, match="Permission denied"):
            resumed_from(path)

    assert path.read_bytes() == data


def test_records_of_kinds_unknown_here_are_passed_over(finished, tmp_path):
    records = list(read_journal(finished.path).records)
    records.insert(7, Record("note", '"a later version wrote this"'))
    path = tmp_path / "later.match"
    Journal.create(path, records)

    assert resumed_from(path).outcome == finished.outcome
