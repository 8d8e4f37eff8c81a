"""What is done in games: cards, answers, terms, pledges, hidden sites, and what heats."""

from collections.abc import Sequence
from typing import Final

from game.content import Content
from game.content.vocabulary import CRISIS_TYPES, SIDES, STANCES
from game.lab.account import Account, Counts, below
from game.lab.groups import Told
from game.lab.intervals import share
from game.lab.tally import TERM_NAMES

_PLACES: Final = 3
_PLEDGES: Final = ("site", "ladder", "broken", "lying")
_HIDDEN: Final = ("begun", "found", "declared", "unveiled", "left")
_STEPS: Final = ("operation", "package", "event", "suspended")


def doings(
    content: Content, scenario: str, accounts: Sequence[Account], counts: Counts
) -> Told:
    """Return what is done in games, by kind."""
    games = len(accounts)
    return {
        "cards": cards(content, counts),
        "uses": {name: _a_game(below(counts, "use", name), games) for name in SIDES},
        "answers": answers(content, counts),
        "stances": _stances(counts),
        "packages": _packages(counts, games),
        "terms": _terms(counts),
        "pledges": _pledges(counts, games),
        "hidden": _by_side(counts, "hidden", _HIDDEN, games),
        "steps": _by_side(counts, "step", _STEPS, games),
        "tension": _tension(counts, games),
        "branching": _branching(accounts, counts),
    }


def cards(content: Content, counts: Counts) -> Told:
    """Return by card how often it was played, and what for."""
    found: Told = {}
    for slug, card in content.cards.items():
        uses = below(counts, "card", slug)
        plays = sum(uses.values())
        events, down = uses.get("event", 0), uses.get("down", 0)
        found[slug] = {
            "side": card.side,
            "kind": card.kind,
            "plays": plays,
            "event": share(events, plays).told(),
            "operations": share(plays - events - down, plays).told(),
            "down": share(down, plays).told(),
        }
    return found


def answers(content: Content, counts: Counts) -> Told:
    """Return by crisis and side how often each answer was given where it was open."""
    found: Told = {}
    for slug, crisis in content.crises.items():
        found[slug] = {"type": crisis.type}
        for name, responses in zip(SIDES, (crisis.nato, crisis.russia), strict=True):
            found[slug][name] = {
                one.slug: {
                    "stance": one.stance,
                    **share(
                        counts.get(f"answer/{slug}/{name}/{one.slug}/chosen", 0),
                        counts.get(f"answer/{slug}/{name}/{one.slug}/open", 0),
                    ).told(),
                }
                for one in responses
            }
    return found


def _stances(counts: Counts) -> Told:
    """Return by the crisis's type and by side how often each stance was taken."""
    found: Told = {}
    for kind in CRISIS_TYPES:
        found[kind] = {}
        for name in SIDES:
            taken = below(counts, "stance", kind, name)
            every = sum(taken.values())
            found[kind][name] = {
                stance: share(taken.get(stance, 0), every).told() for stance in STANCES
            }
    return found


def _packages(counts: Counts, games: int) -> Told:
    """Return the packages of a game: tabled, agreed, and answered by another."""
    names = ("nothing", "tabled", "agreed", "counter", "counter-agreed")
    every = {name: counts.get(f"package/{name}", 0) for name in names}
    return {
        "a_game": _a_game(every, games),
        "agreed": share(
            every["agreed"] + every["counter-agreed"], every["tabled"] + every["counter"]
        ).told(),
    }


def _terms(counts: Counts) -> Told:
    """Return by giver and term in which share of packages it stands, and how they fare."""
    packages = counts.get("package/tabled", 0) + counts.get("package/counter", 0)
    found: Told = {}
    for side in SIDES:
        found[side] = {}
        for name in TERM_NAMES:
            tabled = counts.get(f"term/{side}/{name}/tabled", 0)
            agreed = counts.get(f"term/{side}/{name}/agreed", 0)
            found[side][name] = {
                "tabled": share(tabled, packages).told(),
                "agreed": share(agreed, tabled).told(),
            }
    return found


def _tension(counts: Counts, games: int) -> Told:
    """Return by cause how much Tension rose and fell a game, the hottest cause first."""
    moved = below(counts, "tension")
    causes = {path.rsplit("/", 1)[0] for path in moved}
    found = {
        cause: {
            way: round(moved.get(f"{cause}/{way}", 0) / games, _PLACES)
            for way in ("up", "down")
        }
        for cause in sorted(causes)
    }
    return dict(sorted(found.items(), key=lambda item: item[1]["down"] - item[1]["up"]))


def _branching(accounts: Sequence[Account], counts: Counts) -> Told:
    """Return by kind of decision how often it is asked and how many choices there are."""
    kinds = sorted({path.split("/")[0] for path in below(counts, "branch")})
    found: Told = {}
    for kind in kinds:
        asked = counts[f"branch/{kind}/asked"]
        found[kind] = {
            "a_game": round(asked / len(accounts), _PLACES),
            "choices": round(counts[f"branch/{kind}/choices"] / asked, 2),
            "most": max(account.widest.get(kind, 0) for account in accounts),
            "forced": share(counts.get(f"branch/{kind}/forced", 0), asked).told(),
        }
    return found


def _pledges(counts: Counts, games: int) -> Told:
    """Return the pledges of a game: given, broken, and so kept."""
    found = _by_side(counts, "pledge", _PLEDGES, games)
    for side in found.values():
        broken = side["broken"] + side["lying"]
        side["kept"] = round(max(0.0, side["site"] + side["ladder"] - broken), _PLACES)
    return found


def _by_side(counts: Counts, what: str, names: Sequence[str], games: int) -> Told:
    """Return numbers a game, by side."""
    return {
        side: _a_game({name: counts.get(f"{what}/{side}/{name}", 0) for name in names}, games)
        for side in SIDES
    }


def _a_game(counts: Counts, games: int) -> dict[str, float]:
    """Return numbers a game."""
    return {name: round(number / max(1, games), _PLACES) for name, number in counts.items()}
