"""Class codes: one word deals the same match at every table, and nobody knows it before."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.teach.classes import (
    SALT_BITS,
    SEATS,
    ClassCodeError,
    class_deal,
    decode,
    encode,
    salt_of,
)
from tests.teach.conftest import SCENARIOS

CODE_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@pytest.fixture(scope="module")
def deal(content):
    return class_deal(content, "lisbon-to-chicago", ("human", "search:3"), salt_of("river"))


@given(
    scenario=st.sampled_from(SCENARIOS),
    seats=st.tuples(st.sampled_from(SEATS), st.sampled_from(SEATS)),
    salt=st.integers(0, (1 << SALT_BITS) - 1),
)
def test_a_code_gives_back_its_deal(content, scenario, seats, salt):
    deal = class_deal(content, scenario, seats, salt)

    assert decode(content, encode(content, deal)) == deal


def test_a_code_is_short_and_has_no_sign_to_be_misread(content, deal):
    code = encode(content, deal)

    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert set(code) <= {*CODE_SIGNS, "-"}


def test_a_code_may_be_typed_carelessly(content, deal):
    code = encode(content, deal)
    careless = " " + code.lower().replace("-", " ").replace("0", "o").replace("1", "l") + " "

    assert decode(content, careless) == deal


def test_another_salt_is_another_match(content, deal):
    other = class_deal(content, deal.scenario, deal.seats, salt_of("lake"))

    assert other.seed != deal.seed
    assert encode(content, other) != encode(content, deal)


def test_a_word_makes_the_same_salt_however_it_is_written():
    assert salt_of("Blue  River") == salt_of(" blue river ")
    assert salt_of("blue river") != salt_of("blue lake")


def test_without_a_word_chance_sets_the_salt():
    salts = {salt_of(None) for _ in range(20)}

    assert len(salts) > 15
    assert all(0 <= salt < 1 << SALT_BITS for salt in salts)


def test_two_codes_side_by_side_differ_in_more_than_the_salt(content, deal):
    near = class_deal(content, deal.scenario, deal.seats, deal.salt ^ 1)
    pairs = zip(encode(content, deal), encode(content, near), strict=True)

    assert sum(one != other for one, other in pairs) >= 2


@pytest.mark.parametrize("place", range(12))
def test_a_mistyped_sign_is_noticed(content, deal, place):
    signs = list(encode(content, deal).replace("-", ""))
    noticed = 0
    for sign in CODE_SIGNS:
        if sign == signs[place]:
            continue
        typed = "".join([*signs[:place], sign, *signs[place + 1 :]])
        try:
            noticed += decode(content, typed) == deal
        except ClassCodeError:
            noticed += 1

    assert noticed == len(CODE_SIGNS) - 1


@pytest.mark.parametrize("code", ["", "ABCD", "ABCD-EFGH-JKM!", "ABCD-EFGH-JKMN-PQRS", "ßßßß"])
def test_what_is_no_code_is_one_clear_line(content, code):
    with pytest.raises(ClassCodeError, match="is no class code") as caught:
        decode(content, code)

    assert "\n" not in str(caught.value)


def test_a_code_of_another_version_is_refused(content, deal):
    other = replace(content, fingerprint="0" * 64)

    with pytest.raises(ClassCodeError, match="another version"):
        decode(other, encode(content, deal))


def test_a_seat_that_a_code_cannot_hold_is_named(content):
    with pytest.raises(ClassCodeError, match="firm"):
        class_deal(content, "first-council", ("firm", "human"), 1)


def test_a_scenario_that_there_is_not_is_named(content):
    with pytest.raises(ClassCodeError, match="yalta"):
        class_deal(content, "yalta", ("human", "human"), 1)
