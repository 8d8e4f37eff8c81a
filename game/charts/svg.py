"""SVG as text: elements, words and a drawing that says what it shows."""

from html import escape
from typing import Final, TypeAlias

from game.charts.colours import INK

Value: TypeAlias = str | int | float

FONT: Final = "'Source Sans 3','Segoe UI',Helvetica,Arial,sans-serif"
SIZE: Final = 13
"""Height of letters in pixels."""
_WIDTH_OF_A_LETTER: Final = 0.54
"""Of their height, on the average; wide enough for most languages."""


def element(tag: str, *children: str, **attributes: Value) -> str:
    """Return an element; in names of attributes `_` stands for a hyphen."""
    told = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
    )
    if not children:
        return f"<{tag}{told}/>"
    return f"<{tag}{told}>{''.join(children)}</{tag}>"


def words(
    text: str, x: float, y: float, *, anchor: str = "start", fill: str = INK, size: int = SIZE
) -> str:
    """Return a line of text; `y` is where it stands, `anchor` start, middle or end."""
    return element(
        "text", escape(text), x=x, y=y, text_anchor=anchor, fill=fill, font_size=size
    )


def width_of(text: str, size: int = SIZE) -> float:
    """Return about how wide a line of text is."""
    return len(text) * size * _WIDTH_OF_A_LETTER


def shortened(text: str, room: float, size: int = SIZE) -> str:
    """Return the text, cut at the end if it is wider than there is room for."""
    most = max(1, int(room / (size * _WIDTH_OF_A_LETTER)))
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def drawing(title: str, width: float, height: float, *parts: str) -> str:
    """Return a whole picture; the title is read out in its place."""
    return element(
        "svg",
        element("title", escape(title)),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        width=width,
        height=height,
        role="img",
        font_family=FONT,
    )


def _value(value: Value) -> str:
    """Return a value as it stands in an attribute: two decimal places are plenty."""
    if isinstance(value, str):
        return escape(value)
    text = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return "0" if text == "-0" else text
