"""The ladder as a page: who earns how much against the same opponents."""

from game.charts import INK, NATO, RUSSIA, Bar, Figure, Page, Paragraph, Section, Table, bars
from game.content.vocabulary import SIDES
from game.lab.groups import Told
from game.lab.telling.figures import mean_text, share_text, signed_text
from game.lab.telling.heads import dealt_text, facts_of
from game.words import Words, side_name


def ladder_page(words: Words, told: Told) -> Page:
    """Return the page of a ladder."""
    sections = [
        Section(words.text("The ladder"), (_rows(words, told), _note(words))),
        Section(words.text("In pictures"), _pictures(words, told)),
        Section(words.text("By opponent"), (_by_opponent(words, told),)),
        Section(words.text("In the place of the strongest"), (_in_its_place(words, told),)),
    ]
    if told["goals"]:
        sections.insert(1, Section(words.text("Strength pays"), (_goals(words, told),)))
    return Page(
        words.language,
        words.text("Ladder of players"),
        (
            *facts_of(words, told),
            words.text("Against {opponents}", opponents=words.listing(told["against"])),
            dealt_text(words, told["dealt"]),
        ),
        words.text("Contents"),
        tuple(sections),
    )


def _rows(words: Words, told: Told) -> Table:
    """Return the table of the ladder."""
    head = (
        words.text("Player"),
        words.text("Games"),
        words.text("Own utility"),
        words.text("The other’s"),
        words.text("Success"),
        words.text("Confrontation"),
        words.text("Own falls"),
        *(words.text("Own as {side}", side=side_name(words, side)) for side in (0, 1)),
    )
    rows = tuple(
        (
            row["seat"],
            str(row["games"]),
            mean_text(words, row["own"], 3),
            mean_text(words, row["other"], 3),
            share_text(words, row["success"]),
            share_text(words, row["confrontation"]),
            share_text(words, row["fell"]),
            *(mean_text(words, row["own_by_side"][name], 3) for name in SIDES),
        )
        for row in told["rows"]
    )
    return Table(words.text("Utility and ends, with 95 % intervals over deals"), head, rows)


def _note(words: Words) -> Paragraph:
    """Return what the marked seats are."""
    return Paragraph(
        words.text(
            "A player marked +unbelieving makes nothing of the other’s moves; one marked "
            "+seeing is shown every hand, mandate and undeclared site; one marked +noise errs "
            "as much as level 2. Such players sit in no match."
        )
    )


def _pictures(words: Words, told: Told) -> tuple[Figure, ...]:
    """Return own utility as bars: in all, and from each seat."""
    pictures = [(words.text("Own utility, both seats"), INK, [r["own"] for r in told["rows"]])]
    for side, name in enumerate(SIDES):
        title = words.text("Own utility as {side}", side=side_name(words, side))
        values = [row["own_by_side"][name] for row in told["rows"]]
        pictures.append((title, (NATO, RUSSIA)[side], values))
    figures = []
    for title, colour, values in pictures:
        drawn = [
            Bar(row["seat"], colour, one["value"], signed_text(words, one["value"]), _ends(one))
            for row, one in zip(told["rows"], values, strict=True)
        ]
        caption = words.text("{what}; lines are 95 % intervals.", what=title)
        figures.append(Figure(bars(title, drawn, within=(-0.4, 0.4)), caption))
    return tuple(figures)


def _ends(one: Told) -> tuple[float, float]:
    """Return the ends of an interval."""
    return one["low"], one["high"]


def _by_opponent(words: Words, told: Told) -> Table:
    """Return own utility by opponent."""
    return Table(
        words.text("Own utility by opponent, both seats"),
        (words.text("Player"), *told["against"]),
        tuple(
            (
                row["seat"],
                *(mean_text(words, row["against"][name], 3) for name in told["against"]),
            )
            for row in told["rows"]
        ),
    )


def _in_its_place(words: Words, told: Told) -> Table:
    """Return what the strongest level earns more than each player in its place."""
    return Table(
        words.text("Utility of the highest level less that of each player in its place"),
        (
            words.text("Player"),
            words.text("Both seats"),
            *(words.text("As {side}", side=side_name(words, side)) for side in (0, 1)),
        ),
        tuple(
            (
                row["seat"],
                *(
                    mean_text(words, row["strongest_less_this"][where], 3, sign=True)
                    for where in ("all", *SIDES)
                ),
            )
            for row in told["rows"]
        ),
    )


def _goals(words: Words, told: Told) -> Table:
    """Return whether each level earns more than the one below."""
    rows = []
    for goal in told["goals"]:
        title = words.text("{above} less {below}", above=goal["above"], below=goal["below"])
        needed = words.text("above 0, the interval too")
        if "least" in goal:
            needed = words.text("{least} or more", least=signed_text(words, goal["least"]))
        met = words.text("yes") if goal["met"] else words.text("no")
        rows.append((title, needed, mean_text(words, goal, 3, sign=True), met))
    return Table(
        words.text("Levels compared deal by deal"),
        (words.text("Levels"), words.text("Target"), words.text("Measured"), words.text("Met")),
        tuple(rows),
    )
