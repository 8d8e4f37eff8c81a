"""Pages to read: how things stand, hand, sites, crisis, mandate and verdict."""

from game.content.specs import CardSpec, ResponseSpec
from game.content.vocabulary import LADDERS
from game.engine import Outcome, View
from game.engine.preview import Change, Preview
from game.match import Course
from game.players.advice import Advice
from game.words import (
    Words,
    advised_reason,
    advised_title,
    card_condition,
    card_effect,
    change,
    crisis_date,
    crisis_lesson,
    crisis_title,
    crisis_type_name,
    door_name,
    door_note,
    initiative_value,
    kind_name,
    ladder_name,
    mandate_rows,
    mandate_title,
    operations_text,
    promise_text,
    readings,
    result_names,
    round_date,
    round_end,
    round_name,
    round_title,
    scenario_title,
    score_text,
    secured_text,
    side_name,
    side_values,
    signed,
    site_line,
    starter_text,
    step_title,
    track_name,
    verdict_sentence,
    verdict_title,
)


def status(words: Words, view: View) -> list[str]:
    """Return how things stand: time, tracks, ladders, what is secured."""
    scenario = view.world.scenario
    when = [round_title(words, view.round), round_end(words, scenario)]
    when += [round_name(words, scenario, view.round), round_date(words, scenario, view.round)]
    most = words.content.numbers.track_max
    lines = [words.commas([part for part in when if part])]
    for track, value in (("tension", view.tension), ("threat", view.threat)):
        name = track_name(words, track)
        lines.append(words.text("{track} {n} of {most}", track=name, n=value, most=most))
    initiative = initiative_value(words, view.initiative)
    lines.append(f"{track_name(words, 'initiative')} {initiative}")
    door = words.aside(door_name(words, view.door), door_note(words, view.door))
    lines.append(words.labelled(track_name(words, "door"), door))
    lines += [_side_line(words, view, side) for side in (0, 1)]
    return lines + [_ladder_line(words, view, ladder) for ladder in range(4)]


def _side_line(words: Words, view: View, side: int) -> str:
    """Return a side's tracks and what it has secured."""
    values = {"assurance": view.assurance[side], "support": view.support[side]}
    parts = [f"{track_name(words, track)} {value}" for track, value in values.items()]
    if side:
        parts.append(f"{track_name(words, 'deterrent')} {signed(view.deterrent)}")
    else:
        parts.append(f"{track_name(words, 'coverage')} {view.coverage}")
    secured = view.secure if side else view.protected
    parts.append(secured_text(words, side, secured=secured))
    if view.firm_at_brink(side):
        parts.append(words.text("firm at Tension {brink}", brink=view.world.brink))
    return words.labelled(side_name(words, side), words.commas(parts))


def _ladder_line(words: Words, view: View, ladder: int) -> str:
    """Return where both sides stand on a ladder."""
    slug = LADDERS[ladder]
    stand = [
        f"{side_name(words, side)} {_step_text(words, slug, view.steps[side][ladder])}"
        for side in (0, 1)
    ]
    joint = words.text("joint level {n}", n=view.joint_levels[ladder])
    return words.labelled(ladder_name(words, slug), words.commas([*stand, joint]))


def _step_text(words: Words, ladder: str, step: int) -> str:
    """Return a step's number with its name."""
    return f"{step} ({step_title(words, ladder, step)})" if step else "0"


def sites(words: Words, view: View) -> list[str]:
    """Return every site that isn't empty, and how many are."""
    standing = [site for site in view.sites if site.state != "empty" or site.pledge]
    lines = [site_line(words, site) for site in standing]
    rest = len(view.sites) - len(standing)
    lines.append(words.plural("{n} more site is empty.", "{n} more sites are empty.", rest))
    return lines


def hand(words: Words, view: View) -> list[str]:
    """Return every card in hand with what it does."""
    lines = []
    for slug in view.hand:
        lines += card(words, words.content.cards[slug])
    return lines or [words.text("No cards in hand.")]


def card(words: Words, spec: CardSpec) -> list[str]:
    """Return a card: title, operations, kind, condition, event."""
    head = words.commas(
        [
            words.content_text(spec.slug, spec.title),
            operations_text(words, spec.operations),
            kind_name(words, spec.kind),
        ]
    )
    effects = " ".join(card_effect(words, spec))
    condition = card_condition(words, spec)
    event = words.text("Event: {effects}", effects=effects)
    return [head, f"  {condition} {event}".replace("  ", " ") if condition else f" {event}"]


def mandate(words: Words, slug: str, target: int) -> list[str]:
    """Return what a mandate seeks and what counts for it; `target` in tenths."""
    spec = words.content.mandates[slug]
    lines = [
        f"{mandate_title(words, slug)}. {words.content_text(slug, spec.seeks)}",
        words.text("Success at {points} points.", points=(target + 5) // 10),
    ]
    return lines + [words.labelled(row.text, row.points) for row in mandate_rows(words, spec)]


def own_mandate(words: Words, view: View) -> list[str]:
    """Return the own mandate and the score so far."""
    if view.mandate is None or view.target is None or view.score is None:
        return [words.text("No mandate is chosen yet.")]
    lines = mandate(words, view.mandate, view.target)
    so_far = score_text(words, view.score, view.target)
    return [*lines, words.text("So far: {score}", score=so_far)]


def crisis(words: Words, view: View) -> list[str]:
    """Return the crisis that is being answered or is brewing."""
    state = view.answering or view.crisis
    if state is None:
        return [words.text("No crisis is brewing.")]
    spec = words.content.crises[state.slug]
    lines = [
        words.aside(
            crisis_title(words, state.slug, state.site),
            crisis_date(words, spec, incident=state.incident),
        ),
        starter_text(words, spec, state.starter),
        words.content_text(spec.slug, spec.story),
        words.labelled(
            crisis_type_name(words, spec.type), words.content_text(spec.slug, spec.dilemma)
        ),
        crisis_lesson(words, spec.type),
    ]
    told = readings(words, spec.nato_reading, spec.russia_reading, spec.slug)
    return lines + [words.labelled(name, text) for name, text in told]


def responses(view: View) -> tuple[ResponseSpec, ...]:
    """Return the own side's responses in the crisis that is being answered."""
    state = view.answering
    if state is None:
        return ()
    spec = view.world.content.crises[state.slug]
    return spec.russia if view.side else spec.nato


def preview(words: Words, seen: Preview) -> str:
    """Return the numbers that would change, on one line; empty if none would."""
    shared = [
        ("tension", seen.tension),
        ("threat", seen.threat),
        ("initiative", seen.initiative),
        ("coverage", seen.coverage),
        ("deterrent", seen.deterrent),
    ]
    parts = [_changed(words, track_name(words, name), pair) for name, pair in shared]
    for track, pairs in (("assurance", seen.assurance), ("support", seen.support)):
        for side in (0, 1):
            named = track_name(words, track)
            whose = words.text("{sides} {track}", track=named, **side_values(words, side))
            parts.append(_changed(words, whose, pairs[side]))
    for ladder, pair in zip(LADDERS, seen.joint_levels, strict=True):
        level = words.text("{ladder}, joint level", ladder=ladder_name(words, ladder))
        parts.append(_changed(words, level, pair))
    return words.commas([part for part in parts if part])


def _changed(words: Words, name: str, pair: Change) -> str:
    """Return a number before and after, or nothing where it stays."""
    del words
    return f"{name} {change(*pair)}" if pair[0] != pair[1] else ""


def verdict(words: Words, course: Course, outcome: Outcome) -> list[str]:
    """Return how a match ended."""
    scenario = course.content.scenarios[course.scenario]
    lines = [
        words.text("{scenario} is over.", scenario=scenario_title(words, scenario)),
        words.text(
            "{verdict}. {sentence}",
            verdict=verdict_title(words, outcome.verdict),
            sentence=verdict_sentence(words, outcome.verdict, outcome.fallen),
        ),
    ]
    for side, result in enumerate(result_names(words, outcome)):
        score = score_text(words, outcome.points[side], outcome.targets[side])
        title = mandate_title(words, outcome.mandates[side])
        lines.append(
            words.text(
                "{side}, {mandate}: {result}, {score}",
                side=side_name(words, side),
                mandate=title,
                result=result,
                score=score,
            )
        )
    return [*lines, words.content_text(scenario.slug, scenario.epilogue)]


def hint(words: Words, view: View, advice: Advice) -> list[str]:
    """Return advised moves, each with why and with what it promises both sides."""
    lines = []
    for number, move in enumerate(advice.moves, start=1):
        title = advised_title(words, move, view)
        lines.append(words.text("Advice {n}: {move}", n=number, move=title))
        lines.append(f"  {advised_reason(words, move, view)}")
        lines.append(f"  {promise_text(words, move, view.side)}")
    return lines
