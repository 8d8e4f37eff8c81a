"""What a save says of the packs that a match is played with, and whether they are here.

The save carries a copy of all it is played with: a pack that is gone or another one now
changes nothing in it. But whoever goes on with the match should know.
"""

from collections.abc import Mapping
from typing import Any, Final

from game.content import Content
from game.content.packs import own_scenarios, standing
from game.told import Told, mark

_LONGEST: Final = 80


def packs_told(content: Content, scenario: str) -> dict[str, Any]:
    """Return what the first record of a journal says of packs: nothing without one."""
    if not content.packs:
        return {}
    packs = [
        {
            "name": pack.spec.name,
            "title": pack.spec.title,
            "version": pack.spec.version,
            "fingerprint": pack.fingerprint,
        }
        for pack in content.packs
    ]
    if scenario not in own_scenarios(content):
        return {"packs": packs}
    return {"packs": packs, "title": content.scenarios[scenario].title}


def title_told(about: Mapping[str, Any]) -> str:
    """Return the title of a pack's scenario from the first record of a journal, or nothing."""
    title = about.get("title", "")
    shown = "".join(sign for sign in str(title) if sign.isprintable())
    return shown[:_LONGEST]


def pack_notice(content: Content) -> Told | None:
    """Return one line on a pack that is missing or has changed since the match began."""
    for pack in content.packs:
        now = standing(pack)
        if now == "there":
            continue
        spec = pack.spec
        if now == "missing":
            message = mark(
                "the pack “{title}”, version {version}, is not installed here: the match goes "
                "on with its own copy"
            )
        else:
            message = mark(
                "the pack “{title}” is another one here than version {version} that the match "
                "began with: it goes on with its own copy"
            )
        return Told(message, title=spec.title, version=spec.version)
    return None
