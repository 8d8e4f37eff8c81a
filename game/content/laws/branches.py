"""Walking through effects that hold effects."""

from collections.abc import Iterable, Iterator

from game.content.effects import Choose, Effect, If, Lasting, Offer


def parts(effect: Effect) -> tuple[tuple[Effect, ...], ...]:
    """Return the branches of an effect, in the order of its fields."""
    match effect:
        case Offer(accepted=accepted, refused=refused):
            return (accepted, refused)
        case Choose(first=first, second=second):
            return (first, second)
        case If(then=then, otherwise=otherwise):
            return (then, otherwise)
        case _:
            return ()


def every(effects: Iterable[Effect]) -> Iterator[Effect]:
    """Give the effects and all within their branches, as written."""
    for effect in effects:
        yield effect
        for part in parts(effect):
            yield from every(part)


def imposed(effects: Iterable[Effect]) -> Iterator[Effect]:
    """Give what can happen without the other side's consent: no accepted branch."""
    for effect in effects:
        yield effect
        branches = parts(effect)
        for part in branches[1:] if isinstance(effect, Offer) else branches:
            yield from imposed(part)


def words_used(effects: Iterable[Effect]) -> set[type]:
    """Return the classes of all verbs and hooks within the effects."""
    used: set[type] = set()
    for effect in every(effects):
        used.add(type(effect))
        if isinstance(effect, Lasting):
            used.add(type(effect.hook))
    return used
