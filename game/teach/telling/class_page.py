"""The class report: every table's match beside the others."""

from collections import Counter
from typing import Final

from game.charts import (
    ALARM,
    JOINT,
    NATO,
    QUIET,
    RUSSIA,
    Bar,
    Figure,
    Page,
    Paragraph,
    Section,
    Table,
    bars,
)
from game.content.vocabulary import STANCES
from game.engine.outcome import VERDICTS
from game.teach.class_results import ClassResults, Parting, TableResult
from game.teach.telling.class_course import same_crises, tension_over_time, words_of
from game.teach.telling.class_foretold import class_predictions
from game.teach.telling.class_lesson import class_lesson
from game.teach.telling.journal import entry_text
from game.words import (
    Words,
    crisis_title,
    decimal,
    mandate_title,
    package_text,
    result_name,
    result_of,
    scenario_title,
    side_name,
    verdict_title,
)

_MOST_PAIRS: Final = 5
_COLOURS: Final = {
    "confrontation": ALARM,
    "joint-architecture": JOINT,
    "partnership": JOINT,
    "natos-terms": NATO,
    "russias-terms": RUSSIA,
}


def class_page(words: Words, results: ClassResults) -> Page:
    """Return the report of a class as a page."""
    sections = [
        Section(words.text("In short"), _short(words, results)),
        Section(words.text("Tables side by side"), (_side_by_side(words, results),)),
        Section(words.text("What each table promised and hid"), (_doings(words, results),)),
        Section(words.text("Tension over time"), tension_over_time(words, results)),
        Section(words.text("The same crises"), same_crises(words, results)),
        *class_predictions(words, results),
        *class_lesson(words, results),
        Section(words.text("Pairs of tables compared"), _pairs(words, results)),
        Section(words.text("Questions to discuss"), _questions(words, results)),
    ]
    if results.skipped:
        sections.append(Section(words.text("Files left out"), (_skipped(words, results),)))
    return Page(
        words.language,
        words.text("Class report"),
        _facts(words, results),
        words.text("Contents"),
        tuple(sections),
    )


def _facts(words: Words, results: ClassResults) -> tuple[str, ...]:
    """Return what was played at how many tables."""
    scenarios = {
        one.debrief.scenario.slug: scenario_title(words_of(words, one), one.debrief.scenario)
        for one in results.tables
    }
    facts = [
        words.plural("{n} table", "{n} tables", len(results.tables)),
        words.listing(list(scenarios.values())),
    ]
    if results.deals == 1:
        facts.append(words.text("Every table was dealt the same."))
    else:
        facts.append(words.text("{n} different deals were played.", n=results.deals))
    going = len(results.tables) - len(results.over)
    if going:
        facts.append(
            words.plural(
                "{n} match isn’t over; of it only what both sides may know is told, unless "
                "secrets were asked for.",
                "{n} matches aren’t over; of them only what both sides may know is told, "
                "unless secrets were asked for.",
                going,
            )
        )
    if results.skipped:
        facts.append(
            words.plural(
                "{n} file was left out; it is named at the end.",
                "{n} files were left out; they are named at the end.",
                len(results.skipped),
            )
        )
    return tuple(facts)


def _short(words: Words, results: ClassResults) -> tuple[Figure | Paragraph, ...]:
    """Return how the matches ended."""
    over = results.over
    if not over:
        return (Paragraph(words.text("No match is over yet.")),)
    counts = Counter(one.debrief.outcome.verdict for one in over if one.debrief.outcome)
    title = words.text("How the matches ended, by number of tables")
    rows = [
        Bar(
            verdict_title(words, verdict),
            _COLOURS.get(verdict, QUIET),
            float(counts[verdict]),
            str(counts[verdict]),
        )
        for verdict in VERDICTS
    ]
    both = sum(
        one.debrief.outcome.succeeded(0) and one.debrief.outcome.succeeded(1)
        for one in over
        if one.debrief.outcome
    )
    told = words.text(
        "Of {n} matches that are over, {both} ended with success for both sides.",
        n=len(over),
        both=both,
    )
    return Paragraph(told), Figure(bars(title, rows), title)


def _side_by_side(words: Words, results: ClassResults) -> Table:
    """Return each table's ending."""
    head = (
        words.text_for("class", "Table"),
        words.text("Verdict"),
        words.text("Rounds"),
        side_name(words, 0),
        side_name(words, 1),
        words.text("Highest Tension"),
        words.text("Joint levels"),
    )
    rows = tuple(_row(words, one) for one in results.tables)
    caption = words.text("Points with the target behind them; joint levels as a sum")
    return Table(caption, head, rows, left=(1, 3, 4))


def _row(words: Words, one: TableResult) -> tuple[str, ...]:
    own = words_of(words, one)
    outcome = one.debrief.outcome
    rounds = str(one.debrief.course.truth.round)
    if outcome is None:
        verdict = words.text("not over")
        sides: tuple[str, ...] = ("", "")
    else:
        verdict = verdict_title(words, outcome.verdict)
        sides = tuple(
            words.text(
                "{mandate}: {points} of {target}, {result}",
                mandate=mandate_title(own, outcome.mandates[side]),
                points=decimal(words, outcome.points[side], 1),
                target=decimal(words, outcome.targets[side], 1),
                result=result_name(words, result_of(outcome, side)),
            )
            for side in (0, 1)
        )
    return one.name, verdict, rounds, *sides, str(one.hottest), str(one.joint)


def _doings(words: Words, results: ClassResults) -> Table:
    """Return each table's packages, pledges, hidden sites and retaliations."""
    head = (
        words.text_for("class", "Table"),
        words.text("Packages tabled"),
        words.text("agreed"),
        words.text("Pledges given"),
        words.text("broken"),
        words.text("Sites hidden"),
        words.text("found or declared"),
        words.text("Firm over accidents"),
        words.text("{side}: firm, measured, open", side=side_name(words, 0)),
        words.text("{side}: firm, measured, open", side=side_name(words, 1)),
    )
    rows = tuple(
        (
            one.name,
            str(len(one.debrief.packages)),
            str(one.agreed),
            str(len(one.debrief.pledges)),
            str(one.broken),
            *_hidden(one),
            *(_stances(one, side) for side in (0, 1)),
        )
        for one in results.tables
    )
    return Table(words.text("By table"), head, rows)


def _stances(one: TableResult, side: int) -> str:
    """Return how often a side was firm, measured and open in crises."""
    counts = Counter(answer.stances[side] for answer in one.debrief.crises)
    return " ".join(str(counts[stance]) for stance in range(len(STANCES)))


def _hidden(one: TableResult) -> tuple[str, str, str]:
    """Return what was hidden, if it may be told."""
    if not one.debrief.secrets:
        return "", "", ""
    sites = one.debrief.undeclared
    known = sum(site.known is not None for site in sites)
    return str(len(sites)), str(known), str(one.retaliations)


def _pairs(words: Words, results: ClassResults) -> tuple[Paragraph, ...]:
    """Return the pairs of tables of one deal whose matches ended furthest apart."""
    if not results.partings:
        text = words.text("No two matches of one deal are over that differ.")
        return (Paragraph(text),)
    return tuple(
        Paragraph(_pair(words, results, one)) for one in results.partings[:_MOST_PAIRS]
    )


def _pair(words: Words, results: ClassResults, one: Parting) -> str:
    """Return where two tables parted, and how each ended."""
    first, second = (results.tables[place] for place in one.tables)
    outcomes = first.debrief.outcome, second.debrief.outcome
    assert outcomes[0] is not None
    assert outcomes[1] is not None
    ended = words.text(
        "{first} ended with {verdict}, {second} with {other}.",
        first=first.name,
        second=second.name,
        verdict=verdict_title(words, outcomes[0].verdict),
        other=verdict_title(words, outcomes[1].verdict),
    )
    parted = words.text("They parted at entry {n}.", n=one.number)
    return " ".join(
        (ended, parted, *(_at(words, table, one.number) for table in (first, second)))
    )


def _at(words: Words, table: TableResult, number: int) -> str:
    """Return what a table did at an entry: of a draft the package it became."""
    entry = table.debrief.course.history[number - 1]
    package = next(
        (
            made
            for made in table.debrief.packages
            if made.number >= number and entry.phase == "council" and made.round == entry.round
        ),
        None,
    )
    own = words_of(words, table)
    told = entry_text(own, table.debrief, entry)
    if package is not None and not entry.events:
        told = words.sentence(package_text(own, package.side, package.terms))
    return words.text("{name}: {what}", name=table.name, what=told)


def _questions(words: Words, results: ClassResults) -> tuple[Paragraph, ...]:
    """Return questions that the comparison raises."""
    asked = []
    if results.partings and results.partings[0].apart > 0:
        first, second = (results.tables[place].name for place in results.partings[0].tables)
        asked.append(
            words.text(
                "{first} and {second} were dealt the same. What made the difference: the first "
                "move that differed, or a later one?",
                first=first,
                second=second,
            )
        )
    met = results.answers()
    split = next(
        (
            (where, answers[0][0])
            for where, answers in met.items()
            if len({one.stances for _, one in answers}) > 1
        ),
        None,
    )
    if split is not None:
        asked.append(
            words.text(
                "The tables answered “{crisis}” differently. What did each know of the other "
                "side when it chose?",
                crisis=crisis_title(words_of(words, split[1]), *split[0]),
            )
        )
    asked.append(
        words.text("Which promise would your table have needed to end better for both sides?")
    )
    return tuple(map(Paragraph, asked))


def _skipped(words: Words, results: ClassResults) -> Table:
    """Return the files that could not be used."""
    rows = tuple((one.path.name, words.told(one.reason)) for one in results.skipped)
    head = (words.text("File"), words.text("Why"))
    return Table(words.text("Files that could not be used"), head, rows, left=(1,))
