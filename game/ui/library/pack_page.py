"""The page of a pack: who made it, what it brings, what it changes, or what is wrong."""

from typing import Final

from game.content.errors import Problem
from game.content.manifest import PackSpec
from game.content.packs import Installed, own_scenarios
from game.content.specs import Content
from game.ui.library.picture import picture_of
from game.ui.theme import BODY, HEADING, HISTORY, NOTE, NOTE_ITALIC, SCREEN_TITLE
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Rule, Spacer
from game.ui.widgets.widget import Widget
from game.words import Speech, Words, scenario_facts, scenario_title

MOST_PROBLEMS: Final = 12
_TITLE: Final = SCREEN_TITLE.sized(28, 35)


def pack_title(words: Speech, one: Installed) -> str:
    """Return what a pack is called; a broken one is called as its file is."""
    if one.content is None or one.pack is None:
        return one.name
    spec = one.pack.spec
    return Words(one.content, words.language).content_text(spec.name, spec.title)


def pack_note(words: Speech, one: Installed) -> str:
    """Return the line below a pack's title in the list."""
    if one.pack is None:
        return words.text("can’t be used")
    version = words.text("version {version}", version=one.pack.spec.version)
    shipped = [words.text("comes with the game")] if one.shipped else []
    return " · ".join([version, *shipped])


def pack_page(words: Words, one: Installed) -> list[Widget]:
    """Return all that can be said of a pack."""
    if one.content is None or one.pack is None:
        return _broken(words, one)
    spec = one.pack.spec
    own = Words(one.content, words.language)
    about = words.text(
        "version {version} · by {author} · {licence}",
        version=spec.version,
        author=own.content_text(spec.name, spec.author),
        licence=spec.licence,
    )
    return [
        Label(pack_title(words, one), _TITLE),
        Label(about, NOTE_ITALIC.sized(15, 20), colour="ink_2"),
        Rule(air=4),
        *([Label(own.content_text(spec.name, spec.about), HISTORY)] if spec.about else []),
        *_scenarios(own, one),
        *_holds(words, one.content),
        *_replaced(words, spec),
    ]


def problem_lines(words: Speech, problems: tuple[Problem, ...]) -> list[str]:
    """Return the first problems, and how many more there are."""
    lines = [str(problem) for problem in problems[:MOST_PROBLEMS]]
    more = len(problems) - len(lines)
    return [*lines, words.text("and {n} more", n=more)] if more else lines


def _broken(words: Words, one: Installed) -> list[Widget]:
    told = words.text("This pack can’t be used. Its maker can mend it:")
    return [
        Label(one.name, _TITLE),
        Rule(air=4),
        Label(told, BODY),
        *(Label(line, NOTE) for line in problem_lines(words, one.problems)),
    ]


def _scenarios(words: Words, one: Installed) -> list[Widget]:
    """Return the scenarios with their introductions, and a picture where there is one."""
    content = words.content
    parts: list[Widget] = [Spacer(4), Label(words.text("Scenarios"), HEADING)]
    for slug in own_scenarios(content):
        spec = content.scenarios[slug]
        parts += [
            Label(scenario_title(words, spec), BODY.bold),
            Label(scenario_facts(words, spec), NOTE, colour="ink_2"),
            *picture_of(one.pictures, slug),
            Label(words.content_text(slug, spec.introduction), BODY),
        ]
    return parts


def _holds(words: Words, content: Content) -> list[Widget]:
    """Return how much of everything the pack has of its own."""
    counts = {
        name: sum(
            slug not in content.standard[name] or slug in content.packs[0].spec.replaces
            for slug in getattr(content, name)
        )
        for name in ("cards", "crises", "sites", "mandates")
    }
    told = [
        words.plural("{n} card", "{n} cards", counts["cards"]),
        words.plural("{n} crisis", "{n} crises", counts["crises"]),
        words.plural("{n} site", "{n} sites", counts["sites"]),
        words.plural("{n} mandate", "{n} mandates", counts["mandates"]),
    ]
    shown = [line for line, count in zip(told, counts.values(), strict=True) if count]
    if not shown:
        return []
    line = words.text("Of its own: {things}.", things=words.listing(shown))
    return [Spacer(4), Label(words.text("What it holds"), HEADING), Label(line, BODY)]


def _replaced(words: Words, spec: PackSpec) -> list[Widget]:
    """Return what of the game it has in another form, in its own scenarios only."""
    if not spec.replaces:
        return []
    line = words.text(
        "In its own scenarios it has another form of: {things}.",
        things=words.listing(spec.replaces),
    )
    return [Label(line, BODY)]
