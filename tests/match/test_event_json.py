"""Events as the journal writes them."""

import json
import types
from dataclasses import fields
from typing import get_args, get_origin, get_type_hints

import pytest

from game.engine import events
from game.engine.events import Cause, Event
from game.match.event_json import event_from_json, event_to_json

EVENTS = [
    thing
    for thing in vars(events).values()
    if isinstance(thing, type) and issubclass(thing, Event) and thing is not Event
]
SAMPLES = {int: 3, str: "deveselu", bool: True, Cause: Cause("card", "n-morag", None)}


def sample_of(hint):
    if get_origin(hint) is tuple:
        inner = [part for part in get_args(hint) if part is not Ellipsis]
        return tuple(sample_of(part) for part in inner)
    if get_origin(hint) is types.UnionType:
        return sample_of(get_args(hint)[0])
    return SAMPLES.get(hint, "tension")


def sample(event_class):
    hints = get_type_hints(event_class)
    return event_class(*(sample_of(hints[field.name]) for field in fields(event_class)))


@pytest.mark.parametrize("event_class", EVENTS)
def test_every_event_comes_back_as_it_was_written(event_class):
    event = sample(event_class)

    plain = json.loads(json.dumps(event_to_json(event)))

    assert event_from_json(plain) == event


def test_an_event_is_written_with_its_name_and_fields():
    event = events.TrackMoved("support", 1, 5, 4, Cause("rule", "routine", None))

    assert event_to_json(event) == {
        "event": "TrackMoved",
        "track": "support",
        "side": 1,
        "before": 5,
        "after": 4,
        "cause": {"kind": "rule", "slug": "routine", "side": None},
    }


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"event": "Event"},
        {"event": "SiteExploded", "side": 0},
        {"event": "SiteFound", "side": 0},
        {"event": "StatementMade", "side": 0, "loud": True},
        {"event": "DoorMoved", "before": 2, "after": 1, "cause": [1, 2]},
        {"event": "DoorMoved", "before": 2, "after": 1, "cause": {"kind": "card"}},
    ],
)
def test_what_is_no_event_is_refused(plain):
    with pytest.raises(ValueError, match="no such event"):
        event_from_json(plain)
