"""Playing one fixture, and keeping account of it."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from game.content import Content
from game.engine import actions as a
from game.engine import fields as f
from game.engine.events import Event, JointLevelRose, RoundBegan
from game.lab.account import Account, Rung
from game.lab.denial import denied_view
from game.lab.fixtures import Fixture, lot
from game.lab.seating import SEEING, UNBELIEVING, Seat, player_of, truth_of
from game.lab.sources import sources_of
from game.lab.tally import Tally
from game.match.course import Course
from game.match.series import COOL, HOT, heat_of
from game.players import Player, Rememberer
from game.players.search import SearchPlayer


def play(fixture: Fixture, content: Content) -> Account:
    """Play a game to its end and keep account of it."""
    if fixture.assurance is not None:
        content = _with_assurance(content, fixture.scenario, fixture.assurance)
    course = Course(content, fixture.scenario, fixture.seed, fixture.seats)
    decks = _decks(course)
    tally = Tally(content)
    tally.happened(course.opening)
    _deal_mandates(course, fixture)
    players = _odd_players(fixture)
    while not course.over:
        state = course.truth
        tally.asked(state, state.legal_actions())
        action = _choice(course, fixture, players)
        tally.chosen(state, action)
        tally.happened(course.decide(action).events)
    tally.ended(course.truth)
    account = _account(fixture, course, tally, decks)
    return account.gist() if fixture.gist else account


def _with_assurance(content: Content, scenario: str, level: int) -> Content:
    """Return the content with another Assurance at a scenario's start."""
    mark = f"{content.fingerprint} {scenario} assurance {level}"
    fingerprint = sha256(mark.encode("ascii")).hexdigest()
    changed = replace(content.scenarios[scenario], assurance=(level, level))
    scenarios = {**content.scenarios, scenario: changed}
    return replace(content, scenarios=scenarios, fingerprint=fingerprint)


def _decks(course: Course) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the cards of both decks at the start, the first hands included."""
    state = course.truth
    nato, russia = (
        tuple(
            state.world.cards[card].slug
            for card in sorted(state.v[f.DECK + side] + state.v[f.HAND + side])
        )
        for side in (0, 1)
    )
    return nato, russia


def _deal_mandates(course: Course, fixture: Fixture) -> None:
    """Let both sides be dealt what the fixture forces on them, beside another of theirs."""
    if fixture.mandates is None:
        return
    state = course.truth
    for side, slug in enumerate(fixture.mandates):
        forced = state.world.mandate_id[slug]
        others = [dealt for dealt in state.v[f.DEALT + side] if dealt != forced]
        state.v[f.DEALT + side] = tuple(sorted((forced, others[0])))


def _odd_players(fixture: Fixture) -> dict[int, Player]:
    """Return the players that are denied something or know other than they may, by side."""
    return {
        side: player_of(Seat(fixture.seats[side], fixture.knowledge[side]), fixture.seed, side)
        for side in (0, 1)
        if fixture.denied[side] or fixture.knowledge[side]
    }


def _choice(course: Course, fixture: Fixture, players: dict[int, Player]) -> int:
    """Return what the side to move does."""
    side = course.to_move
    assert side is not None, "only asked while the game goes on"
    state = course.truth
    if state.decision == "mandate":
        if fixture.mandates is not None:
            dealt = state.v[f.DEALT + side]
            forced = state.world.mandate_id[fixture.mandates[side]]
            return a.encode(a.MANDATE, 0, dealt.index(forced))
        if fixture.lots:
            return a.encode(a.MANDATE, 0, lot(fixture.seed, side))
    if side not in players:
        return course.computer_action()
    return _odd_choice(course, side, fixture, players[side])


def _odd_choice(course: Course, side: int, fixture: Fixture, player: Player) -> int:
    """Return what a player does that the match itself would not seat."""
    state, denial, knowledge = course.truth, fixture.denied[side], fixture.knowledge[side]
    view = denied_view(state, side, denial) if denial else state.view(side)
    if isinstance(player, Rememberer) and course.history and knowledge != UNBELIEVING:
        player.remember(course.memories(side)[-1])
    if knowledge == SEEING:
        assert isinstance(player, SearchPlayer), "a seat that sees is one that searches"
        action = player.decide(view, truth_of(state))
    else:
        action = player.decide(view)
    assert action in view.legal_actions(), "a player does nothing that it is denied"
    return action


def _account(
    fixture: Fixture,
    course: Course,
    tally: Tally,
    decks: tuple[tuple[str, ...], tuple[str, ...]],
) -> Account:
    """Return the account of a game that is over."""
    state, outcome = course.truth, course.outcome
    assert outcome is not None, "the game is over"
    events = course.events(None)
    peaks, cooled = _spirals(heat_of(course))
    forced = sum(n for path, n in tally.counts.items() if path.endswith("/forced"))
    return Account(
        fixture=fixture,
        outcome=outcome,
        chair=next(one.chair for one in events if isinstance(one, RoundBegan)),
        rounds=course.truth.round,
        decisions=len(course.history) - forced,
        forced=forced,
        positions=course.positions,
        peaks=peaks,
        cooled=cooled,
        sources=(sources_of(state, outcome, 0), sources_of(state, outcome, 1)),
        decks=decks,
        rungs=tuple(_rungs(events)),
        counts=tally.result(),
        widest=dict(sorted(tally.widest.items())),
    )


def _spirals(heat: Iterable[int]) -> tuple[int, int]:
    """Return how often Tension became dangerous, and how often it calmed down again."""
    peaks = cooled = 0
    hot = False
    for level in heat:
        if not hot and level >= HOT:
            hot, peaks = True, peaks + 1
        elif hot and level <= COOL:
            hot, cooled = False, cooled + 1
    return peaks, cooled


def _rungs(events: Iterable[Event]) -> Iterable[Rung]:
    """Yield the joint levels that were reached for the first time."""
    number = 0
    for event in events:
        if isinstance(event, RoundBegan):
            number = event.round
        elif isinstance(event, JointLevelRose) and event.first:
            yield Rung(event.ladder, event.level, number)
