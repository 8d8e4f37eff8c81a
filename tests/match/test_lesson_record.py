"""A lesson in the journal: kept, read again, and no part of the play."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine.events import CrisisPutBack, CrisisSet, CrisisTurnedUp, HandedOut
from game.engine.inject import IllegalInjectionError, Injection, crises_left, why_not_inject
from game.match import Course, Match, SaveError, read_journal, replay, transcript
from game.match.lesson_record import (
    Asked,
    Count,
    LessonBegun,
    LessonItem,
    Note,
    Opened,
    Rewound,
    lesson_items,
    lesson_record,
)
from game.match.record import Record, plain
from game.match.saved import saved_at
from game.match.worker_process import follow
from tests.engine.positions import content

LONG = "long-negotiation"


def played(
    folder: Path | None, decisions: int, seats: tuple[str, str] = ("greedy", "open")
) -> Match:
    match = Match.start(content(), LONG, 11, seats, folder)
    while len(match.history) < decisions:
        match.play(match.computer_action())
    return match


def until_actions(match: Match) -> None:
    while match.truth.phase != "actions":
        match.play(match.computer_action())


def fitting(match: Match) -> Injection:
    injections = [Injection("crisis", slug) for slug in crises_left(match.truth)]
    return next(one for one in injections if why_not_inject(match.truth, one) is None)


def deck_card(match: Match, side: int) -> Injection:
    state = match.truth
    cards = state.world.pools.decks[side]
    injections = [Injection("card", state.world.cards[card].slug, side) for card in cards]
    return next(one for one in injections if why_not_inject(state, one) is None)


counts = st.integers(0, 99)
triples = st.tuples(counts, counts, counts)
numbers = st.integers(0, 300)
items = st.one_of(
    st.builds(LessonBegun, st.text(), st.text(), st.text(), st.booleans()),
    st.builds(Note, numbers, numbers, st.text()),
    st.builds(
        Count,
        numbers,
        numbers,
        st.sampled_from(["stances", "opinions"]),
        st.text(),
        st.text(),
        st.tuples(triples, triples),
    ),
    st.builds(Asked, numbers, numbers, st.text(), st.text()),
    st.builds(
        Opened, numbers, numbers, st.sampled_from(["hands", "mandates", "sites"]), st.booleans()
    ),
    st.builds(Rewound, numbers, numbers, numbers),
)


@given(st.lists(items, max_size=6))
def test_a_lesson_is_read_as_it_was_written(lesson: list[LessonItem]) -> None:
    assert lesson_items(map(lesson_record, lesson)) == lesson


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"what": "note"},
        {"what": "note", "number": -1, "round": 0, "text": "a"},
        {"what": "note", "number": True, "round": 0, "text": "a"},
        {"what": "note", "number": 1, "round": 0, "text": ["a"]},
        {"what": "note", "number": 1, "round": 0, "text": "a" * 2001},
        {"what": "opened", "number": 1, "round": 0, "thing": "hands", "shown": 1},
        {"what": "opened", "number": 1, "round": 0, "thing": "socks", "shown": True},
        {
            "what": "count",
            "number": 1,
            "round": 1,
            "kind": "stances",
            "question": "",
            "crisis": "",
            "hands": [[1, 2], [3, 4, 5]],
        },
        {
            "what": "count",
            "number": 1,
            "round": 1,
            "kind": "feet",
            "question": "",
            "crisis": "",
            "hands": [[1, 2, 3], [3, 4, 5]],
        },
        {"what": "dance"},
        [],
    ],
)
def test_what_no_facilitator_wrote_is_passed_over(values: object) -> None:
    note = Note(1, 1, "kept")
    records = [plain("lesson", values), lesson_record(note), Record("lesson", "nonsense")]
    assert lesson_items(records) == [note]


def test_a_saved_lesson_reopens_with_its_notes(tmp_path: Path) -> None:
    match = played(tmp_path, 12)
    kept: list[LessonItem] = [
        LessonBegun("introduction-45", "10B – Übung", "0000-0000-0000", swapped=False),
        Note(12, 1, "Russia’s group thought it was a bluff."),
        Count(12, 1, "stances", "", "near-miss", ((3, 5, 3), (5, 4, 2))),
    ]
    for item in kept:
        match.note_lesson(item)
    match.play(match.computer_action())
    match.close()
    assert match.path is not None
    again = Match.resume(match.path)
    assert list(again.lesson) == kept
    assert len(again.history) == 13
    again.note_lesson(Note(13, 1, "later"))
    again.close()
    assert len(lesson_items(read_journal(match.path).records)) == 4


def test_an_injected_crisis_brews_and_the_old_one_goes_under_the_deck() -> None:
    match = played(None, 2)
    until_actions(match)
    before = match.view(0).crisis
    assert before is not None
    deck = len(crises_left(match.truth))
    wanted = fitting(match)
    events = match.inject(wanted)
    assert events[0] == CrisisSet(wanted.slug)
    assert events[1] == CrisisPutBack(before.slug)
    assert isinstance(events[2], CrisisTurnedUp)
    now = match.view(0).crisis
    assert now is not None
    assert now.slug == wanted.slug
    assert wanted.slug not in crises_left(match.truth)
    assert before.slug in crises_left(match.truth)
    assert len(crises_left(match.truth)) == deck
    assert match.history[-1].events[-len(events) :] == events


@pytest.mark.parametrize("side", [0, 1])
def test_an_injected_card_goes_from_the_deck_into_the_hand(side: int) -> None:
    match = played(None, 2)
    until_actions(match)
    hand, deck = match.view(side).hand, match.view(side).deck_sizes[side]
    wanted = deck_card(match, side)
    assert match.inject(wanted) == (HandedOut(side, wanted.slug),)
    assert match.view(side).hand == (*hand, wanted.slug)
    assert match.view(side).deck_sizes[side] == deck - 1
    assert why_not_inject(match.truth, wanted) == "dealt"
    public = [one for one in match.public_events() if isinstance(one, HandedOut)]
    assert public == [HandedOut(side, None)]
    own = [one for one in match.events(side) if isinstance(one, HandedOut)]
    assert own == [HandedOut(side, wanted.slug)]


def test_a_hand_is_not_filled_over_its_measure() -> None:
    match = played(None, 2)
    until_actions(match)
    side = 0
    while len(match.view(side).hand) <= match.truth.world.hand:
        match.inject(deck_card(match, side))
    cards = match.truth.world.pools.decks[side]
    bars = {
        why_not_inject(match.truth, Injection("card", match.truth.world.cards[card].slug, side))
        for card in cards
    }
    assert bars == {"full", "dealt"}


def test_what_cannot_be_injected_says_why_and_changes_nothing() -> None:
    match = played(None, 2)
    until_actions(match)
    crisis = match.view(0).crisis
    assert crisis is not None
    card = match.view(0).hand[0]
    position = match.truth.v[:]
    for wanted, bar in (
        (Injection("crisis", "no-such-crisis"), "unknown"),
        (Injection("crisis", crisis.slug), "dealt"),
        (Injection("card", card, 0), "dealt"),
        (Injection("card", card, 1), "unknown"),
        (Injection("card", card, None), "unknown"),
    ):
        with pytest.raises(IllegalInjectionError) as caught:
            match.inject(wanted)
        assert caught.value.bar == bar
    assert match.truth.v == position
    assert match.injections == ()
    early = Match.start(content(), LONG, 11, ("human", "human"))
    assert why_not_inject(early.truth, Injection("crisis", crisis.slug)) == "early"
    while match.truth.phase != "crisis":
        match.play(match.computer_action())
    late = Injection("crisis", crises_left(match.truth)[0])
    assert why_not_inject(match.truth, late) == "late"
    while not match.over:
        match.play(match.computer_action())
    assert why_not_inject(match.truth, late) == "over"


def injected(folder: Path) -> Match:
    """A match of a few rounds with a crisis and a card put in, played on to its end."""
    match = played(folder, 2)
    until_actions(match)
    match.inject(fitting(match))
    match.inject(deck_card(match, 1))
    while not match.over:
        match.play(match.computer_action())
    match.close()
    return match


def test_a_match_with_injections_is_replayed_and_resumed(tmp_path: Path) -> None:
    match = injected(tmp_path)
    assert match.path is not None
    replayed = replay(read_journal(match.path), Course)
    assert replayed.course.history == match.history
    assert replayed.course.injections == match.injections
    assert replayed.missing == []
    told = transcript(read_journal(match.path))
    assert [one.events for one in told.entries] == [one.events for one in match.history]


def test_without_its_injection_a_match_is_another_one(tmp_path: Path) -> None:
    match = injected(tmp_path)
    bare = Course(content(), LONG, 11, ("greedy", "open"))
    number = match.injections[0][0]
    for entry in match.history[:number]:
        bare.decide(entry.action)
    assert bare.history[-1].events != match.history[number - 1].events


def test_a_lost_injection_cuts_the_match_there_and_nowhere_else(tmp_path: Path) -> None:
    match = injected(tmp_path)
    assert match.path is not None
    lines = match.path.read_bytes().split(b"\n")
    place = next(n for n, line in enumerate(lines) if b" inject " in line)
    lines[place] = lines[place][:-3] + b"???"
    match.path.write_bytes(b"\n".join(lines))
    again = Match.resume(match.path)
    assert len(again.history) == match.injections[0][0]
    assert again.notice is not None
    again.close()


def test_an_injection_out_of_place_is_refused(tmp_path: Path) -> None:
    from game.match.chronicle import injected as records_of  # noqa: PLC0415

    match = played(tmp_path, 20)
    assert match.path is not None
    match._write(records_of(3, Injection("crisis", "near-miss"), ()))
    match.close()
    with pytest.raises(SaveError):
        replay(read_journal(match.path), Course)


def test_rewinding_takes_back_what_was_injected_after(tmp_path: Path) -> None:
    match = played(tmp_path, 2)
    until_actions(match)
    before = len(match.history)
    position = match.truth.v[:]
    match.play(match.computer_action())
    match.inject(deck_card(match, 0))
    match.play(match.computer_action())
    assert match.rewind(before) == 2
    assert match.injections == ()
    assert match.truth.v == position
    assert match.why_not_undo() is not None
    match.play(match.computer_action())
    match.close()
    assert match.path is not None
    again = replay(read_journal(match.path), Course)
    assert again.undone == 2
    assert again.course.history == match.history
    assert again.course.truth.v == match.truth.v


def test_a_match_that_was_over_can_be_rewound_and_goes_on(tmp_path: Path) -> None:
    match = injected(tmp_path)
    assert match.path is not None
    assert saved_at(match.path).verdict is not None
    back = next(one.number - 1 for one in match.history if one.round == 3)
    match.rewind(back)
    match.note_lesson(Rewound(back, 2, 5))
    saved = saved_at(match.path)
    assert saved.verdict is None
    assert saved.round == match.history[-1].round
    with pytest.raises(SaveError):
        Match.resume(match.path)  # it is locked again
    while not match.over:
        match.play(match.computer_action())
    match.close()
    assert saved_at(match.path).verdict is not None
    assert replay(read_journal(match.path), Course).course.history == match.history


def test_rewinding_keeps_what_was_injected_before() -> None:
    match = played(None, 2)
    until_actions(match)
    match.inject(deck_card(match, 0))
    position = match.truth.v[:]
    here = len(match.history)
    for _ in range(3):
        match.play(match.computer_action())
    assert match.rewind(here) == 3
    assert len(match.injections) == 1
    assert match.truth.v == position
    with pytest.raises(ValueError, match="decisions"):
        match.rewind(here + 1)


def test_an_injection_stands_against_undoing() -> None:
    match = _two_people()
    assert match.can_undo()
    match.inject(deck_card(match, 0))
    assert not match.can_undo()


def _two_people() -> Match:
    """A match of two people whose last decision could be taken back."""
    match = Match.branch(played(None, 2), 2, ("human", "human"))
    shadow = played(None, 60)
    for entry in shadow.history[2:]:
        match.play(entry.action)
        if match.can_undo() and match.truth.phase == "actions":
            return match
    raise AssertionError("no decision could be undone")


def test_before_the_first_decision_what_is_injected_opens_the_match(tmp_path: Path) -> None:
    match = Match.start(content(), "first-council", 4, ("greedy", "open"), tmp_path)
    assert not match.history
    wanted = fitting(match)
    events = match.inject(wanted)
    assert match.opening[-len(events) :] == events
    assert match.script == (wanted,)
    for _ in range(5):
        match.play(match.computer_action())
    match.rewind(0)
    assert match.script == (wanted,)
    while not match.over:
        match.play(match.computer_action())
    match.close()
    assert match.path is not None
    again = replay(read_journal(match.path), Course).course
    assert again.script == match.script
    assert again.opening == match.opening
    assert again.truth.v == match.truth.v
    twin = Course(content(), "first-council", 4, ("greedy", "open"))
    follow(twin, match.script)
    assert twin.truth.v == match.truth.v
    assert transcript(read_journal(match.path)).outcome is not None


def test_a_branch_and_a_worker_follow_injections(tmp_path: Path) -> None:
    match = injected(tmp_path)
    branch = Match.branch(match, len(match.history), ("human", "human"))
    assert branch.history == match.history
    early = Match.branch(match, 2, ("human", "human"))
    assert early.injections == ()
    twin = Course(content(), LONG, 11, ("greedy", "open"))
    follow(twin, match.script)
    assert twin.truth.v == match.truth.v
    number = match.injections[0][0]
    follow(twin, tuple(entry.action for entry in match.history[: number - 1]))
    assert twin.injections == ()
    follow(twin, match.script)
    assert twin.history == match.history
