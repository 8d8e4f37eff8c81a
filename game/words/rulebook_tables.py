"""The rulebook's tables, made from the content, as Markdown."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from game.content.specs import CellSpec, ScenarioSpec, SiteSpec
from game.content.vocabulary import CRISIS_TYPES, LADDERS, SIDES
from game.told import mark
from game.words.catalogue import (
    Words,
    capital,
    decimal,
    number,
    signed,
)
from game.words.crises import crisis_lesson, crisis_type_name
from game.words.mandates import mandate_rows
from game.words.names import (
    crisis_title,
    ladder_name,
    mandate_title,
    side_name,
    site_name,
    site_title,
    stance_name,
    step_title,
    track_name,
)
from game.words.rounds import scenario_facts, scenario_title
from game.words.tracks import door_name
from game.words.verdicts import verdict_title

_DOORS: Final = ("closed", "strained", "open")
_MEANINGS: Final[Mapping[str, str]] = {
    "tension": mark("how close both are to a clash; at its end the game ends in Confrontation"),
    "threat": mark("missiles from outside Europe; it rises by the schedule and by crises"),
    "assurance": mark("how safe this side believes itself from the other; it opens steps"),
    "support": mark("the government’s backing at home; at 0 it falls"),
    "initiative": mark("who sets the agenda; one track for both"),
}
_VERDICTS: Final[Mapping[str, str]] = {
    "confrontation": mark("Tension reached its end"),
    "government-falls": mark("Support of one side, or of both, is 0"),
    "joint-architecture": mark("every ladder stands at joint level {level} or more"),
    "partnership": mark("both sides succeed"),
    "natos-terms": mark("NATO succeeds, Russia does not"),
    "russias-terms": mark("Russia succeeds, NATO does not"),
    "cold-peace": mark("neither succeeds"),
}
_CELLS: Final = (
    ("firm", "firm"),
    ("firm", "measured"),
    ("firm", "open"),
    ("measured", "measured"),
    ("measured", "open"),
    ("open", "open"),
)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def tracks(words: Words) -> str:
    """Return the tracks with their ranges and meanings."""
    numbers = words.content.numbers
    whole = words.text("0 to {most}", most=numbers.track_max)
    both = words.text(
        "{least} to {most}",
        least=number(-numbers.initiative_max),
        most=signed(numbers.initiative_max),
    )
    shared, each = words.text("both"), words.text("each side")
    rows = []
    for track, meaning in _MEANINGS.items():
        whose = each if track in ("assurance", "support") else shared
        span = both if track == "initiative" else whole
        rows.append((track_name(words, track), whose, span, words.text(meaning)))
    head = (
        words.text("track"),
        words.text("whose"),
        words.text("range"),
        words.text("meaning"),
    )
    return _table(head, rows)


def ladders(words: Words) -> str:
    """Return the steps of the four ladders with what they ask."""
    rows = [
        (str(step), *(_step_cell(words, ladder, step) for ladder in LADDERS))
        for step in (1, 2, 3, 4)
    ]
    return _table((words.text("step"), *(ladder_name(words, one) for one in LADDERS)), rows)


def _step_cell(words: Words, ladder: str, step: int) -> str:
    spec = words.content.ladders[ladder].steps[step - 1]
    title = step_title(words, ladder, step)
    if spec.needs_ladder and spec.joint_needed:
        other = ladder_name(words, spec.needs_ladder)
        return words.text(
            "{step} (needs joint {ladder} {level})",
            step=title,
            ladder=other,
            level=spec.joint_needed,
        )
    if spec.support_needed:
        return words.text("{step} (needs own Support {n})", step=title, n=spec.support_needed)
    return title


def sites(words: Words) -> str:
    """Return both sides' sites, NATO's first, in two tables."""
    return "\n\n".join(_sites_of(words, side) for side in (0, 1))


def _sites_of(words: Words, side: int) -> str:
    worth = track_name(words, "deterrent" if side else "coverage")
    head = (
        words.text("{side}: site", side=side_name(words, side)),
        words.text("cost"),
        words.text("concern"),
        worth,
        words.text("besides"),
    )
    own = [site for site in words.content.sites.values() if site.side == SIDES[side]]
    return _table(head, [_site_row(words, site) for site in own])


def _site_row(words: Words, site: SiteSpec) -> tuple[str, ...]:
    concern = words.text("by reach") if site.reach_km else str(site.concern)
    worth = site.deterrent if site.side == "russia" else site.coverage
    besides = words.commas(_besides(words, site))
    return site_title(words, site.slug), str(site.cost), concern, str(worth), besides


def _besides(words: Words, site: SiteSpec) -> list[str]:
    """Return what else there is to say of a site."""
    notes = []
    if site.reach_km:
        notes.append(words.text("forward missile, {km} km", km=site.reach_km))
    if site.land_interceptor:
        notes.append(words.text("land interceptor"))
    if site.needs:
        notes.append(words.text("needs {site}", site=site_name(words, site.needs)))
    if site.mobile:
        notes.append(words.text("mobile"))
    if site.can_be_undeclared:
        notes.append(words.text("can be undeclared"))
    if site.deploy_support or site.withdraw_support:
        notes.append(words.text("Support by 3.4 and 3.5"))
    if site.what_if:
        notes.append(words.text("what if"))
    return notes


def matrices(words: Words) -> str:
    """Return what each pair of stances brings, by type of crisis."""
    return "\n\n".join(_matrix(words, crisis_type) for crisis_type in CRISIS_TYPES)


def _matrix(words: Words, crisis_type: str) -> str:
    head = (
        words.text("stances"),
        track_name(words, "tension"),
        words.text("Initiative to the firmer"),
        words.text("Assurance: firmer, other"),
        words.text("Support: firmer, other"),
    )
    cells = words.content.matrices[crisis_type].cells
    rows = [_cell_row(words, a, b, cells[f"{a}-{b}"]) for a, b in _CELLS]
    title = words.text(
        "*{type}.* {lesson}",
        type=crisis_type_name(words, crisis_type),
        lesson=crisis_lesson(words, crisis_type),
    )
    return f"{title}\n\n{_table(head, rows)}"


def _cell_row(words: Words, first: str, second: str, cell: CellSpec) -> tuple[str, ...]:
    pair = words.text(
        "{first} and {second}",
        first=stance_name(words, first),
        second=stance_name(words, second),
    )
    return (
        pair,
        signed(cell.tension),
        signed(cell.initiative),
        f"{signed(cell.firmer_assurance)}, {signed(cell.other_assurance)}",
        f"{signed(cell.firmer_support)}, {signed(cell.other_support)}",
    )


def mandates(words: Words) -> str:
    """Return the mandates of both sides with what counts and their targets."""
    head = (
        words.text("mandate"),
        words.text("side"),
        words.text("what counts"),
        words.text("success at"),
    )
    rows = []
    for mandate in words.content.mandates.values():
        counts = [f"{row.text} {row.points}" for row in mandate_rows(words, mandate)[:-1]]
        rows.append(
            (
                mandate_title(words, mandate.slug),
                side_name(words, SIDES.index(mandate.side)),
                words.clauses(counts),
                decimal(words, mandate.target, 1),
            )
        )
    return _table(head, rows)


def verdicts(words: Words) -> str:
    """Return the verdicts in the order in which they are tried."""
    level = words.content.numbers.architecture_level
    rows = [
        (verdict_title(words, verdict), words.text(when, level=level))
        for verdict, when in _VERDICTS.items()
    ]
    return _table((words.text("verdict"), words.text("if")), rows)


def scenarios(words: Words) -> str:
    """Return the start tables, one row for each thing, one column for each scenario."""
    specs = tuple(words.content.scenarios.values())
    head = ("", *(scenario_title(words, spec) for spec in specs))
    columns = [_scenario_names(words), *(_scenario_lines(words, spec) for spec in specs)]
    rows = list(zip(*columns, strict=True))
    return _table(head, rows)


def _scenario_names(words: Words) -> tuple[str, ...]:
    return (
        words.text("length"),
        words.text("Outside threat, and by how much it rises each round"),
        words.text("Tension, door"),
        words.text("Assurance"),
        words.text("Support"),
        words.text("steps"),
        words.text("working"),
        words.text("under construction, to the end of round"),
        words.text("hand"),
        words.text("besides"),
    )


def _scenario_lines(words: Words, spec: ScenarioSpec) -> tuple[str, ...]:
    door = door_name(words, _DOORS.index(spec.door)).casefold()
    steps = words.clauses([" ".join(map(str, side)) for side in spec.steps])
    schedule = " ".join(map(str, spec.schedule))
    return (
        scenario_facts(words, spec),
        f"{spec.threat}; {schedule}",
        words.commas([str(spec.tension), door]),
        words.commas([str(n) for n in spec.assurance]),
        words.commas([str(n) for n in spec.support]),
        steps,
        words.commas([site_name(words, site) for site in spec.working]),
        _announced(words, spec),
        str(spec.options.hand),
        capital(words.commas(_options(words, spec))),
    )


def _announced(words: Words, spec: ScenarioSpec) -> str:
    """Return what is being built at the start."""
    parts = []
    for site, last in spec.announced.items():
        name = site_name(words, site)
        if last:
            parts.append(words.text("{site} {round}", site=name, round=last))
        else:
            parts.append(words.text("{site} after the end", site=name))
    return words.commas(parts)


def _options(words: Words, spec: ScenarioSpec) -> list[str]:
    """Return what a scenario has of its own."""
    options = spec.options
    notes = [] if options.counters else [words.text("no counter-packages")]
    if not options.face_down:
        notes.append(words.text("nothing face down"))
    if options.open_hands:
        notes.append(words.text("open hands"))
    if options.sectors:
        notes.append(words.text("the rule of 11.5"))
    notes += [mandate_title(words, slug) for slug in options.mandates.values()]
    if spec.first_crisis:
        title = crisis_title(words, spec.first_crisis)
        notes.append(words.text("first crisis: {crisis}", crisis=title))
    return notes


TABLES: Final[Mapping[str, Callable[[Words], str]]] = {
    "tracks": tracks,
    "ladders": ladders,
    "sites": sites,
    "matrices": matrices,
    "mandates": mandates,
    "verdicts": verdicts,
    "scenarios": scenarios,
}
