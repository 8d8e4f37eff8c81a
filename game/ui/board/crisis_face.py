"""A crisis as one side sees it, ready to be drawn: story, answers, and the table."""

from dataclasses import dataclass
from typing import Final

from game.content.specs import CrisisSpec, ResponseSpec
from game.content.vocabulary import STANCES
from game.engine import View
from game.engine.actions import RESPOND, encode
from game.engine.answers import Cell
from game.engine.events.base import TrackName
from game.engine.view_parts import CrisisState
from game.engine.world import World
from game.ui.board.map_marks import SiteState
from game.ui.board.map_small import MiniMap
from game.ui.board.projection import Place
from game.ui.board.site_marks import place_of, site_marks
from game.ui.draw.matrix import MatrixFace
from game.words import (
    Words,
    crisis_date,
    crisis_title,
    find_out_text,
    response_effects,
    response_needs,
    response_title,
    signed,
    stance_name,
    starter_text,
)
from game.words.crises import cause_text
from game.words.log_board import track_by
from game.words.names import side_values

_SITE_SCALE: Final = 0.15
_INCIDENT_SCALE: Final = 0.118
_NOBODY: Final = 2
_FIRM: Final = 0


@dataclass(frozen=True, slots=True)
class ResponseFace:
    """An answer to choose: its number in the list, stance, words, and why not."""

    number: int
    stance: int
    stance_word: str
    title: str
    note: str
    effects: str
    why: str


@dataclass(frozen=True, slots=True)
class StarterFace:
    """Who began it: ``side`` 0, 1, 2 for nobody; `None` where it is not known."""

    side: int | None
    title: str
    note: str


def spec_of(view: View, crisis: CrisisState) -> CrisisSpec:
    """Return what content says of a crisis."""
    return view.world.content.crises[crisis.slug]


def title_of(words: Words, crisis: CrisisState) -> str:
    """Return the title, of a form with the site that called it."""
    return crisis_title(words, crisis.slug, crisis.site)


def date_of(words: Words, view: View, crisis: CrisisState) -> str:
    """Return the line under the title."""
    return crisis_date(words, spec_of(view, crisis), incident=crisis.incident)


def story_of(words: Words, view: View, crisis: CrisisState) -> str:
    """Return what happened."""
    spec = spec_of(view, crisis)
    return words.content_text(spec.slug, spec.story)


def readings_of(words: Words, view: View, crisis: CrisisState) -> tuple[str, str]:
    """Return how NATO and Russia see it."""
    spec = spec_of(view, crisis)
    return (
        words.content_text(spec.slug, spec.nato_reading),
        words.content_text(spec.slug, spec.russia_reading),
    )


def starter_of(words: Words, view: View, crisis: CrisisState) -> StarterFace:
    """Return who began it, as this side knows it."""
    spec = spec_of(view, crisis)
    if not crisis.incident:
        side = crisis.starter if crisis.starter is not None else _NOBODY
        note = ""
        if side != _NOBODY:
            note = words.text(
                "If it answers firm, it loses Initiative {by}.",
                by=-view.world.numbers.starter_initiative,
            )
        return StarterFace(side, starter_text(words, spec, crisis.starter), note)
    if crisis.cause is None:
        return StarterFace(None, starter_text(words, spec, None), find_out_text(words))
    known = (
        words.text("Everybody knows.") if crisis.public else words.text("Only you may know.")
    )
    return StarterFace(crisis.cause, cause_text(words, spec, crisis.cause), known)


def responses_of(words: Words, view: View, crisis: CrisisState) -> tuple[ResponseFace, ...]:
    """Return what this side may answer, and what it can't with the reason."""
    spec = spec_of(view, crisis)
    answers = spec.russia if view.side else spec.nato
    return tuple(
        _response(words, view, crisis.slug, number, answer)
        for number, answer in enumerate(answers)
    )


def _response(
    words: Words, view: View, crisis: str, number: int, answer: ResponseSpec
) -> ResponseFace:
    barred = view.why_not(encode(RESPOND, 0, number)) is not None
    return ResponseFace(
        number,
        STANCES.index(answer.stance),
        stance_name(words, answer.stance),
        response_title(words, crisis, view.side, answer.slug),
        words.content_text(answer.slug, answer.note),
        response_effects(words, answer, view.side),
        response_needs(words, answer, view.side) if barred else "",
    )


def cells_of(world: World, crisis: str) -> tuple[tuple[int, ...], ...]:
    """Return the changes of Tension by NATO's and Russia's stance, own effects apart."""
    cells = world.cells[world.crisis_type[world.crisis_id[crisis]]]
    return tuple(tuple(int(cell[0]) for cell in row) for row in cells)


def matrix_of(
    world: World,
    crisis: str,
    *,
    chosen: tuple[int, int] | None = None,
    result: tuple[int, int] | None = None,
) -> MatrixFace:
    """Return the table of a crisis as it is drawn."""
    cells = cells_of(world, crisis)
    return MatrixFace(
        tuple(tuple(signed(cell) for cell in row) for row in cells),
        tuple(tuple((cell > 0) - (cell < 0) for cell in row) for row in cells),
        chosen,
        result,
    )


def meetings_of(
    words: Words, view: View, crisis: CrisisState, stance: int
) -> tuple[str, str, str]:
    """Return what an own stance brings with each of the other side's, besides Tension.

    The responses' own effects come on top.
    """
    cells = view.world.cells[view.world.crisis_type[view.world.crisis_id[crisis.slug]]]
    firm, measured, open_ = (
        _brought(words, cells[theirs][stance] if view.side else cells[stance][theirs])
        for theirs in range(len(STANCES))
    )
    return firm, measured, open_


def _brought(words: Words, cell: Cell) -> str:
    """Return what a pair of stances moves besides Tension."""
    _, initiative, *pairs = cell
    moves: tuple[tuple[TrackName, int, int | None], ...] = (
        ("assurance", pairs[0], 0),
        ("assurance", pairs[1], 1),
        ("support", pairs[2], 0),
        ("support", pairs[3], 1),
        ("initiative", initiative, None),
    )
    told = [track_by(words, track, by, side) for track, by, side in moves if by]
    return words.commas(told) or words.text("nothing more")


def both_firm_ends(view: View, crisis: CrisisState) -> bool:
    """Say whether two firm answers would bring Tension to its end (own effects apart)."""
    rise = cells_of(view.world, crisis.slug)[_FIRM][_FIRM]
    return view.tension + min(rise, view.tension_cap) >= view.world.numbers.track_max


def danger_of(words: Words, view: View, crisis: CrisisState) -> str:
    """Return what threatens at this Tension, or nothing."""
    numbers = view.world.numbers
    if both_firm_ends(view, crisis):
        return words.text(
            "Both firm would bring Tension to {most}: the match ends, and both fail.",
            most=numbers.track_max,
        )
    highest = max(cell for row in cells_of(view.world, crisis.slug) for cell in row)
    after = view.tension + min(highest, view.tension_cap) + view.tension_drift
    if view.tension >= numbers.brink:
        return words.text(
            "At Tension {brink} or more a firm answer costs {support} Support and {initiative} "
            "Initiative, and whoever gives it is not Protected or Secure until it answers "
            "otherwise. If Tension is still there at the reckoning, a die is rolled, unless "
            "both are open: on a 1 of {die} both fail.",
            brink=numbers.brink,
            support=-numbers.brink_support,
            initiative=-numbers.brink_initiative,
            die=numbers.brink_die,
        )
    if after >= numbers.brink:
        return words.text(
            "If Tension is {brink} or more at the reckoning, drift included, a die is rolled, "
            "unless both are open: on a 1 of {die} both fail.",
            brink=numbers.brink,
            die=numbers.brink_die,
        )
    return ""


def picture_of(words: Words, view: View, crisis: CrisisState) -> MiniMap | None:
    """Return the small map of a crisis, or `None` for what has no one place."""
    if crisis.site is not None:
        place = place_of(view.world.content.sites[crisis.site])
        if place is None:
            return None
        every = site_marks(words, view, selected=crisis.site)
        stand = tuple(one for one in every if one.selected or one.state is not SiteState.EMPTY)
        return MiniMap(place, _SITE_SCALE, stand)
    return _incident_map(spec_of(view, crisis))


def _incident_map(spec: CrisisSpec) -> MiniMap | None:
    """Return the map round the place of a crisis, if its data names one."""
    if spec.latitude is None or spec.longitude is None:
        return None
    at = Place(spec.latitude, spec.longitude)
    centre = at if spec.map_centre is None else Place(*spec.map_centre)
    return MiniMap(centre, _INCIDENT_SCALE, incident=at)


def other_seals(words: Words, view: View) -> str:
    """Return what the other side does meanwhile."""
    values = side_values(words, 1 - view.side)
    if view.answer_sealed[1 - view.side]:
        return words.text("{sides} answer is sealed", **values)
    return words.text("{side} chooses in secret too", **values)
