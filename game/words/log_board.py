"""Sentences about tracks, the door, ladders, sites and pledges."""

from game.engine.events import (
    BlockBroken,
    DoorMoved,
    JointLevelFell,
    JointLevelRose,
    LeadFollowed,
    PledgeBroken,
    PledgeMade,
    SiteAnnounced,
    SiteDeclared,
    SiteFinished,
    SiteFound,
    SiteHidden,
    SiteRescheduled,
    SiteWithdrawn,
    StepSuspended,
    StepTaken,
    TrackMoved,
)
from game.engine.events.base import TrackName
from game.told import Value, mark
from game.words.catalogue import Words
from game.words.causes import cause_name
from game.words.log_lines import LineKind, LogLine, line
from game.words.names import (
    NATO,
    RUSSIA,
    at_site,
    card_title,
    initiative_value,
    ladder_name,
    side_values,
    site_name,
    step_title,
    track_name,
)
from game.words.tracks import door_name, door_note, joint_text

# ------------------------------------------------------------ tracks and door


def track_change(words: Words, event: TrackMoved) -> str:
    """Return how a track moved: `Tension +1`, `NATO’s Support −1`."""
    return track_by(words, event.track, event.after - event.before, event.side)


def track_by(words: Words, track: TrackName, by: int, side: int | None) -> str:
    """Return a move of a track, that of a side or of both; of Initiative towards whom."""
    if track == "initiative":
        values = side_values(words, NATO if by > 0 else RUSSIA)
        return words.text("Initiative {n} towards {to_side}", n=abs(by), **values)
    name = track_name(words, track)
    if side is None:
        return words.text("{track} {+by}", track=name, by=by)
    values = side_values(words, side)
    return words.text("{sides} {track} {+by}", track=name, by=by, **values)


def door_change(words: Words, event: DoorMoved) -> str:
    """Return how the door moved: `the door opens: two terms a side`."""
    if not event.after:
        return words.text("the door closes")
    state = door_name(words, event.after).casefold()
    note = door_note(words, event.after)
    if event.after > event.before:
        return words.text("the door opens a step: {state}, {note}", state=state, note=note)
    return words.text("the door closes a step: {state}, {note}", state=state, note=note)


@line.register
def _(event: TrackMoved, words: Words) -> LogLine:
    now = str(event.after)
    if event.track == "initiative":
        now = initiative_value(words, event.after)
    text = words.text(
        "{change}, now {now} ({cause}).",
        change=track_change(words, event),
        now=now,
        cause=cause_name(words, event.cause),
    )
    return LogLine(text, event.side, "track")


@line.register
def _(event: DoorMoved, words: Words) -> LogLine:
    text = words.text(
        "{change} ({cause})",
        change=door_change(words, event),
        cause=cause_name(words, event.cause),
    )
    return LogLine(words.sentence(text), None, "door")


# -------------------------------------------------------------------- ladders


@line.register
def _(event: StepTaken, words: Words) -> LogLine:
    if event.signal:
        text = words.text(
            "{side} takes step {step} on {ladder} ahead of {other}, a signal: {title}.",
            **_step_values(words, event),
        )
    elif event.lead:
        text = words.text(
            "{side} takes step {step} on {ladder} ahead of {other}: {title}.",
            **_step_values(words, event),
        )
    else:
        text = words.text(
            "{side} takes step {step} on {ladder}: {title}.", **_step_values(words, event)
        )
    return LogLine(text, event.side, "ladder")


def _step_values(words: Words, event: StepTaken | StepSuspended) -> dict[str, Value]:
    return {
        "step": event.step,
        "ladder": ladder_name(words, event.ladder),
        "title": step_title(words, event.ladder, event.step),
        **side_values(words, event.side),
    }


@line.register
def _(event: StepSuspended, words: Words) -> LogLine:
    text = words.text(
        "{side} suspends step {step} on {ladder}: {title}.", **_step_values(words, event)
    )
    return LogLine(text, event.side, "ladder")


@line.register
def _(event: JointLevelRose, words: Words) -> LogLine:
    text = joint_text(words, event.ladder, event.level)
    if not event.first:
        text = words.text("{what}, reached again", what=text)
    return LogLine(words.sentence(text), None, "joint")


@line.register
def _(event: JointLevelFell, words: Words) -> LogLine:
    text = words.text(
        "{ladder}: joint level falls to {level}.",
        ladder=ladder_name(words, event.ladder),
        level=event.level,
    )
    return LogLine(text, None, "ladder")


@line.register
def _(event: LeadFollowed, words: Words) -> LogLine:
    text = words.text(
        "{other} follows {side} to step {step} on {ladder}.",
        step=event.step,
        ladder=ladder_name(words, event.ladder),
        **side_values(words, event.leader),
    )
    return LogLine(text, 1 - event.leader, "ladder")


@line.register
def _(event: BlockBroken, words: Words) -> LogLine:
    text = words.text(
        "{side} breaks what it had promised at home: “{card}”.",
        card=card_title(words, event.card),
        **side_values(words, event.side),
    )
    return LogLine(text, event.side, "ladder")


# ---------------------------------------------------------------------- sites


def _about(
    words: Words, side: int, site: str, place: str, thing: str, kind: LineKind = "site"
) -> LogLine:
    text = at_site(words, site, place, thing, **side_values(words, side))
    return LogLine(text, side, kind)


@line.register
def _(event: SiteAnnounced, words: Words) -> LogLine:
    place = mark("{side} announces {site}: {when}.")
    thing = mark("{side} announces the {site}: {when}.")
    when = _when(words, event.rounds)
    values = side_values(words, event.side)
    text = at_site(words, event.site, place, thing, when=when, **values)
    return LogLine(text, event.side, "site")


def _when(words: Words, rounds: int) -> str:
    """Return when a site works."""
    if not rounds:
        return words.text("working from now")
    return words.plural(
        "working from the end of this round", "working after {n} reckonings", rounds
    )


@line.register
def _(event: SiteHidden, words: Words) -> LogLine:
    place = mark("{side} deploys undeclared at {site}.")
    thing = mark("{side} deploys the {site}, undeclared.")
    return _about(words, event.side, event.site, place, thing)


@line.register
def _(event: SiteFinished, words: Words) -> LogLine:
    name = site_name(words, event.site)
    if event.undeclared:
        text = words.text("{site}: working from now, undeclared.", site=name)
    else:
        text = words.text("{site}: working from now.", site=name)
    return LogLine(text, event.side, "site")


@line.register
def _(event: SiteWithdrawn, words: Words) -> LogLine:
    if event.halted:
        place = mark("{side} halts the work at {site}.")
        thing = mark("{side} halts the {site}.")
    else:
        place = mark("{side} withdraws from {site}.")
        thing = mark("{side} withdraws the {site}.")
    return _about(words, event.side, event.site, place, thing)


@line.register
def _(event: SiteFound, words: Words) -> LogLine:
    values = side_values(words, event.side)
    text = words.text(
        "{sides} undeclared site comes to light: {site} ({cause}).",
        site=site_name(words, event.site),
        cause=cause_name(words, event.cause),
        **values,
    )
    return LogLine(text, event.side, "site")


@line.register
def _(event: SiteDeclared, words: Words) -> LogLine:
    if event.cause.kind == "package":
        place = mark("{side} declares {site} in council.")
        thing = mark("{side} declares the {site} in council.")
    else:
        place = mark("{side} unveils {site}.")
        thing = mark("{side} unveils the {site}.")
    return _about(words, event.side, event.site, place, thing)


@line.register
def _(event: SiteRescheduled, words: Words) -> LogLine:
    text = words.text(
        "{site}: {when}.", site=site_name(words, event.site), when=_when(words, event.rounds)
    )
    return LogLine(text, event.side, "site")


@line.register
def _(event: PledgeMade, words: Words) -> LogLine:
    values: dict[str, Value] = {**side_values(words, event.side), "rounds": event.rounds}
    if event.site is not None:
        place = mark("{side} pledges for {rounds} rounds not to deploy at {site}.")
        thing = mark("{side} pledges for {rounds} rounds not to deploy the {site}.")
        text = at_site(words, event.site, place, thing, **values)
    else:
        text = words.text(
            "{side} pledges for {rounds} rounds not to suspend {ladder}.",
            ladder=_ladder(words, event),
            **values,
        )
    return LogLine(text, event.side, "pledge")


@line.register
def _(event: PledgeBroken, words: Words) -> LogLine:
    if event.site is not None:
        place = mark("{side} has broken its pledge not to deploy at {site}.")
        thing = mark("{side} has broken its pledge not to deploy the {site}.")
        return _about(words, event.side, event.site, place, thing, "pledge")
    text = words.text(
        "{side} has broken its pledge not to suspend {ladder}.",
        ladder=_ladder(words, event),
        **side_values(words, event.side),
    )
    return LogLine(text, event.side, "pledge")


def _ladder(words: Words, event: PledgeMade | PledgeBroken) -> str:
    return ladder_name(words, event.ladder) if event.ladder else ""
