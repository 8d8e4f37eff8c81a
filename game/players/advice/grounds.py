"""Grounds: what speaks for a move and what against it, as typed reasons with their weight.

A ground is read off the positions before and after the move, so it holds by construction;
what it weighs is what the evaluation loses without it. Words make sentences of them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.engine import fields as f
from game.engine.position import Position
from game.engine.reasons import Reason
from game.engine.scoring import at_risk, coverage, deterrent, joint_level, secured
from game.engine.view import View
from game.players.advice.parts import Part, changed_parts
from game.players.advice.prospects import Prospect, When

DANGER: Final = 7
"""Tension from which the world is in danger."""
_STEPS: Final = (2, 3, 4)
"""Steps that Assurance gates."""
_SIDES: Final = (0, 1)

Rests: TypeAlias = When | Literal["accepting", "any"]
"""What a ground rests on: the other's answer, any answer of it, or that one had accepted."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason for or against a move.

    Attributes:
        reason: What changes, by a slug and its values.
        then: What that brings about at once, or `None`.
        rests: What must happen for it.
        answer: The slug of the other's answer to a crisis, where only that one will do.
        own: What it is worth to the side that moves, in utility; below 0 it speaks against.
        rival: What it is worth to the other side, whose mandate isn't known.
        tenths: What it adds to the own score at once.
        is_note: The evaluation doesn't weigh it, but it is worth knowing.
    """

    reason: Reason
    then: Reason | None = None
    rests: Rests = ""
    answer: str = ""
    own: float = 0.0
    rival: float = 0.0
    tenths: int = 0
    is_note: bool = False


def grounds_of(view: View, prospect: Prospect) -> Iterator[Ground]:
    """Yield what a prospect changes that can be put into words."""
    for part in changed_parts(prospect, view.side):
        kind, _, number = part.name.partition(":")
        reason = _REASONS[kind](view, part, int(number or 0))
        if reason is None:
            continue
        yield Ground(
            reason,
            _consequence(part),
            prospect.when,
            prospect.answer,
            part.own * prospect.chance,
            part.rival * prospect.chance,
            part.tenths,
        )


def _consequence(part: Part) -> Reason | None:
    """Return who is secured, or no longer, only because of a part."""
    with_it, without = part.prospect.after, part.without
    for side in _SIDES:
        now = secured(with_it, side)
        if now == secured(without, side):
            continue
        if side:
            return Reason("secure" if now else "insecure", {"deterrent": deterrent(with_it)})
        values = {"coverage": coverage(with_it), "threat": with_it.v[f.THREAT]}
        return Reason("protected" if now else "unprotected", values)
    held, before = (at_risk(position).bit_count() for position in (with_it, without))
    if held != before:
        return Reason("held-at-risk" if held > before else "freed-from-risk", {"n": held})
    if coverage(with_it) != coverage(without):
        values = {"before": coverage(without), "after": coverage(with_it)}
        return Reason("coverage", values)
    if deterrent(with_it) != deterrent(without):
        values = {"before": deterrent(without), "after": deterrent(with_it)}
        return Reason("deterrent", values)
    return None


def _ends(part: Part, place: int) -> tuple[int, int]:
    """Return an entry before and after."""
    return int(part.prospect.before.v[place]), int(part.prospect.after.v[place])


def _moved(name: str, before: int, after: int, **more: int) -> Reason:
    """Return that a number went up or down."""
    slug = f"{name}-up" if after > before else f"{name}-down"
    return Reason(slug, {"before": before, "after": after, **more})


def _tension(view: View, part: Part, number: int) -> Reason:
    del number
    before, after = _ends(part, f.TENSION)
    n = view.world.numbers
    values = {"before": before, "after": after}
    if after >= n.track_max:
        return Reason("tension-end", values)
    if after >= n.brink > before:
        return Reason("tension-brink", values)
    if after >= DANGER > before:
        return Reason("tension-danger", values)
    if before >= DANGER > after:
        return Reason("tension-calm", values)
    return _moved("tension", before, after)


def _threat(view: View, part: Part, number: int) -> Reason:
    del view, number
    return _moved("threat", *_ends(part, f.THREAT))


def _door(view: View, part: Part, number: int) -> Reason:
    del view, number
    return _moved("door", *_ends(part, f.DOOR))


def _initiative(view: View, part: Part, number: int) -> Reason:
    del view, number
    return _moved("initiative", *_ends(part, f.INITIATIVE))


def _support(view: View, part: Part, side: int) -> Reason:
    del view
    before, after = _ends(part, f.SUPPORT + side)
    if after == 0:
        return Reason("support-gone", {"side": side, "before": before, "after": after})
    if after == 1:
        return Reason("support-last", {"side": side, "before": before, "after": after})
    return _moved("support", before, after, side=side)


def _assurance(view: View, part: Part, side: int) -> Reason:
    before, after = _ends(part, f.ASSURANCE + side)
    values = {"side": side, "before": before, "after": after}
    low, high = sorted((before, after))
    steps = part.prospect.after.v[f.STEP + 4 * side : f.STEP + 4 * side + 4]
    for step in reversed(_STEPS):
        for ladder, gates in enumerate(view.gates(side)):
            if steps[ladder] == step - 1 and low < gates[step - 1] <= high:
                slug = "gate-opens" if after > before else "gate-shuts"
                return Reason(slug, {**values, "step": step})
    return _moved("assurance", before, after, side=side)


def _ladder(view: View, part: Part, ladder: int) -> Reason | None:
    before, after = part.prospect.before, part.prospect.after
    slug = view.world.ladders[ladder].slug
    was, now = joint_level(before, ladder), joint_level(after, ladder)
    if now != was:
        name = "joint-up" if now > was else "joint-down"
        return Reason(name, {"ladder": slug, "before": was, "after": now})
    for side in _SIDES:
        stood, stands = _ends(part, f.STEP + 4 * side + ladder)
        if stands != stood:
            name = "lead" if stands > stood else "step-back"
            return Reason(name, {"ladder": slug, "side": side, "step": stands})
    return None


def _sites(view: View, part: Part, side: int) -> Reason | None:
    """Return what happened to the first of a side's sites that changed."""
    before, after = part.prospect.before, part.prospect.after
    for site, spec in enumerate(view.world.sites):
        if int(site >= f.SITES_A_SIDE) != side:
            continue
        was, now = _site_face(before, site), _site_face(after, site)
        if was == now:
            continue
        values: dict[str, str | int] = {"site": spec.slug, "side": side}
        if now[0] == "gone":
            return Reason("site-leaves", values)
        if was[0] == "hidden" and now[0] == "declared":
            return Reason("site-shown", values)
        values["rounds"] = after.v[f.BUILD] >> 4 * site & 15
        values["worth"] = spec.deterrent if side else spec.coverage
        return Reason("site-hidden" if now[0] == "hidden" else "site-begun", values)
    return None


def _site_face(position: Position, site: int) -> tuple[str, bool]:
    """Return whether a site is there and shown, and whether it works."""
    v = position.v
    bit = 1 << site
    works = bool(v[f.WORKING] & bit)
    if v[f.DECLARED] & bit:
        return "declared", works
    return ("hidden", works) if v[f.HIDDEN] & bit else ("gone", False)


def _lasting(view: View, part: Part, number: int) -> Reason | None:
    """Return the first lasting effect that begins or ends."""
    del number
    before, after = _ends(part, f.LASTING)
    changed = before ^ after
    for effect in view.world.lasting:
        if changed >> effect.number & 1:
            begins = after >> effect.number & 1
            return Reason("effect-begins" if begins else "effect-ends", {"n": effect.number})
    return None


_REASONS: Final[Mapping[str, Callable[[View, Part, int], Reason | None]]] = {
    "tension": _tension,
    "threat": _threat,
    "door": _door,
    "initiative": _initiative,
    "support": _support,
    "assurance": _assurance,
    "ladder": _ladder,
    "sites": _sites,
    "lasting": _lasting,
}
