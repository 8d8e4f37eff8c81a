"""One line of a journal."""

import base64
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import record
from game.match.record import Record, checksum, plain, values_of, veiled

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(JSON)
@pytest.mark.parametrize("write", [plain, veiled])
def test_a_payload_says_what_was_written_and_stays_on_one_line_of_ascii(write, values):
    made = write("events", values)

    assert values_of(made) == values
    assert made.payload.isascii()
    assert made.payload.isprintable()


def test_a_veiled_payload_shows_none_of_its_words():
    made = veiled("decision", {"words": "mandate shield-first " * 3})

    assert "shield" not in made.payload
    assert "decision" not in made.payload


def test_a_checksum_depends_on_the_line_before():
    made = Record("undo", '{"number":3}')

    assert checksum("a" * 16, made) != checksum("b" * 16, made)
    assert len(checksum("a" * 16, made)) == record.DIGITS


def test_checksums_are_frozen():
    made = Record("undo", '{"number":3}')

    assert checksum(record.FIRST_LINE, made) == "5183f48244c59aec"


@pytest.mark.parametrize("payload", ["", "~", "~~~~", "{", "~abc def", "~!!!!!"])
def test_a_payload_of_something_else_is_refused(payload):
    with pytest.raises(ValueError):  # noqa: PT011 - whatever json, zlib or base64 say
        values_of(Record("events", payload))


def test_a_payload_that_unfolds_without_end_is_refused():
    bomb = zlib.compress(b" " * (record._LONGEST + 1), 9)

    with pytest.raises(ValueError, match="far too long"):
        values_of(Record("content", "~" + base64.b85encode(bomb).decode("ascii")))


@pytest.mark.parametrize("payload", ["1e999", "-1e999", "NaN", "Infinity", "[" * 100_000])
def test_what_no_program_of_ours_wrote_is_refused_as_a_value(payload):
    with pytest.raises(ValueError):  # noqa: PT011 - whichever is said first
        values_of(Record("deal", payload))
