"""Every number of the rulebook that is not a card's, site's, crisis's or scenario's."""

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from game.content.bounds import Gain, Level, Loss, Range, Rung, Tenths
from game.content.errors import Place

Die: TypeAlias = Annotated[int, Range(2, 100)]
"""How many faces a die has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The rulebook's starting values, in the order of its chapters."""

    track_max: Annotated[int, Range(5, 20)]
    initiative_max: Annotated[int, Range(1, 20)]
    assurance_rise: Gain
    """Most that Assurance may stand above its value at the briefing."""
    gates: tuple[Gain, Gain, Gain, Gain]
    ratification: tuple[Gain, Gain, Gain, Gain]
    """Own Support that each step costs."""
    lead_cost: Gain
    signal: Gain
    follower_support: Gain
    joint_rise: Gain
    suspension_support: Gain
    suspension_initiative: Gain
    suspension_assurance: Loss
    suspension_tension: Gain
    suspension_cost: Gain
    deck_size: Annotated[int, Range(5, 32)]
    turns: Annotated[int, Range(1, 9)]
    """Cards each side plays a round."""
    alarm_concern: Gain
    """Concern from which a deployment moves Support and Tension."""
    deploy_support: Gain
    deploy_tension: Gain
    forward_concern: Gain
    forward_concern_max: Gain
    risk_tension: Gain
    """Tension from which sites in reach are held at risk."""
    deterrent_base: Gain
    centres_coverage: Gain
    watch_coverage: Gain
    """Coverage added at joint Centres 2, and again at joint Centres 3."""
    centres_deterrent: Gain
    shared_need_threat: Gain
    shared_need_support: Loss
    back_channel_cost: Gain
    back_channel_tension: Gain
    """Least Tension for it to lower Tension."""
    back_channel_hot: Gain
    """Tension from which it lowers Tension by 2."""
    campaign_cost: Gain
    withdraw_cost: Gain
    technical_cost: Gain
    technical_sites: Gain
    """Operations from which technical means see undeclared sites."""
    face_down_extra: Gain
    found_tension: Gain
    found_support: Loss
    found_assurance: Loss
    found_initiative: Gain
    unveil_initiative: Gain
    pledge_rounds: Annotated[int, Range(1, 9)]
    broken_tension: Gain
    broken_assurance: Loss
    broken_initiative: Loss
    statement_support: Gain
    package_tension: Loss
    package_floor: Gain
    """Least Tension for an agreed package to lower it."""
    open_terms: Annotated[int, Range(1, 4)]
    strained_terms: Annotated[int, Range(1, 4)]
    failed_councils: Annotated[int, Range(1, 9)]
    drift: Gain
    drift_limit: Annotated[int, Range(0, 17)]
    distrust: Loss
    exposure_lead: Rung
    exposure_support: Loss
    routine_support: Gain
    """Support above this falls by 1 at the reckoning."""
    verification_die: Die
    lone_limit: Gain
    """Tension that no rise passes unless both sides are firm."""
    brink: Gain
    """Tension from which firmness is paid for, and the reckoning rolls a die."""
    brink_die: Die
    starter_initiative: Loss
    brink_support: Loss
    brink_initiative: Loss
    incident_initiative: Loss
    exercise_cap_level: Level
    exercise_cap: Gain
    door_closes: Gain
    door_opens: Gain
    break_support: Gain
    """Support that breaking an own block costs."""
    break_needs: Gain
    architecture_level: Level
    architecture_points: Tenths
    triumph: Tenths
    utility_scale: Annotated[int, Range(1, 1000)]
    utility_floor: Annotated[int, Range(-100, 0)]
    """In hundredths."""
    margin_max: Gain
    place: Place
