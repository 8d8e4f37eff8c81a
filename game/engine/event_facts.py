"""What an event may need, as bits: sites by their numbers, then these (`World.event_needs`)."""

from typing import Final

OWN_STEPS: Final = 20
HAS_TESTS: Final = 1 << 24
"""A fact that always holds, for events that have tests."""
RIVAL_STEPS: Final = 25
JOINT_STEP: Final = 1 << RIVAL_STEPS
