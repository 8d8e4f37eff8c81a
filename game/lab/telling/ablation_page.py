"""Ablation as a page: what each rule is worth."""

from game.charts import ALARM, JOINT, Bar, Figure, Page, Paragraph, Section, Table, bars
from game.lab.groups import Told
from game.lab.telling.figures import mean_text, signed_text
from game.lab.telling.heads import dealt_text, facts_of
from game.lab.telling.names import denial_name
from game.words import Words


def ablation_page(words: Words, told: Told) -> Page:
    """Return the page of an ablation."""
    return Page(
        words.language,
        words.text("What rules are worth"),
        (
            *facts_of(words, told),
            words.text("Player: {seat}, against its equal", seat=told["seat"]),
            dealt_text(words, told["dealt"]),
        ),
        words.text("Contents"),
        (
            Section(words.text("Without one rule"), (_rows(words, told), _note(words, told))),
            Section(words.text("In pictures"), _pictures(words, told)),
        ),
    )


def _rows(words: Words, told: Told) -> Table:
    """Return the table of denials, the dearest first."""
    rows = sorted(told["rows"], key=lambda row: row["own"]["value"] - row["other"]["value"])
    return Table(
        words.text("Change of utility where a player is denied one thing, 95 % intervals"),
        (
            words.text("Denied"),
            words.text("Deals"),
            words.text("Own change"),
            words.text("The other’s change"),
            words.text("Carries weight"),
        ),
        tuple(
            (
                denial_name(words, row["denied"]),
                str(row["own"]["n"]),
                mean_text(words, row["own"], 3, sign=True),
                mean_text(words, row["other"], 3, sign=True),
                _verdict(words, row),
            )
            for row in rows
        ),
    )


def _verdict(words: Words, row: Told) -> str:
    """Return whether a rule carries weight, and whether that is sure."""
    if row["sure"]:
        return words.text("yes, surely")
    return words.text("yes") if row["carries"] else words.text("no")


def _note(words: Words, told: Told) -> Paragraph:
    """Return what carrying weight means."""
    return Paragraph(
        words.text(
            "A rule carries weight if who is denied it loses {weight} or leaves the other "
            "{weight} better; surely, if the whole interval says so. The full player earns "
            "{full} against itself.",
            weight=signed_text(words, told["weight"]).lstrip("+"),
            full=mean_text(words, told["full"], 3),
        )
    )


def _pictures(words: Words, told: Told) -> tuple[Figure, ...]:
    """Return both changes as bars."""
    rows = sorted(told["rows"], key=lambda row: row["own"]["value"] - row["other"]["value"])
    figures = []
    for whose, title in (
        ("own", words.text("Own change")),
        ("other", words.text("The other’s change")),
    ):
        drawn = [
            Bar(
                denial_name(words, row["denied"]),
                ALARM if row[whose]["value"] < 0 else JOINT,
                row[whose]["value"],
                signed_text(words, row[whose]["value"], 3),
                (row[whose]["low"], row[whose]["high"]),
            )
            for row in rows
        ]
        caption = words.text("{what}; lines are 95 % intervals.", what=title)
        figures.append(Figure(bars(title, drawn, within=(-0.05, 0.05)), caption))
    return tuple(figures)
