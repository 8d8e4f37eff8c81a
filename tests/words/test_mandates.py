"""Mandates: weights in tenths as rows of whole points."""

import pytest

from game.words import MandateRow, mandate_rows, points, score_text, target_texts


def test_a_mandate_says_what_counts_in_whole_points(words):
    rows = mandate_rows(words, words.content.mandates["shield-first"])

    assert rows == (
        MandateRow("shield", "Protected: Coverage meets the threat", "+6"),
        MandateRow("plus", "Coverage less threat, at most 4 up or down, for every 2", "+1"),
        MandateRow("kind-domestic", "Support, for every 10", "+3"),
        MandateRow("alert", "Tension, for every 10", "−3"),
        MandateRow("handshake", "Joint levels, for every 5", "+1"),
        MandateRow("layers", "Joint Architecture", "+3"),
    )


def test_each_side_is_measured_in_its_own_words(words):
    rows = mandate_rows(words, words.content.mandates["forward-posture"])

    assert rows == (
        MandateRow("shield", "Secure: Deterrent at 0 or more", "+3"),
        MandateRow("site-missile", "Working forward missiles", "+1"),
        MandateRow("shield", "NATO is not Protected", "+2"),
        MandateRow("quill", "Own Initiative, for every 10", "+3"),
        MandateRow("handshake", "Joint levels, for every 10", "−3"),
        MandateRow("layers", "Joint Architecture", "+3"),
    )


@pytest.mark.parametrize(
    ("weight", "text"),
    [
        ("joint", "Joint levels, for every 5 +4"),
        ("tension", "Tension, for every 5 −2"),
    ],
)
def test_a_weight_of_tenths_counts_for_every_few(words, weight, text):
    mandate = words.content.mandates["lisbon-spirit"]
    place = list(mandate.weights).index(weight)
    row = mandate_rows(words, mandate)[place]

    assert f"{row.text} {row.points}" == text


def test_every_row_is_worth_its_weight(words):
    for mandate in words.content.mandates.values():
        rows = mandate_rows(words, mandate)[:-1]
        for weight, row in zip(mandate.weights.values(), rows, strict=True):
            every = int(row.text.rsplit(" ", 1)[1]) if "for every" in row.text else 1
            shown = int(row.points.replace("−", "-"))

            assert shown * 10 == weight * every


@pytest.mark.parametrize(
    ("tenths", "shown"), [(0, "0"), (80, "8"), (95, "9.5"), (-24, "−2.4"), (-30, "−3")]
)
def test_points_are_shown_to_the_tenth(words, tenths, shown):
    assert points(words, tenths) == shown


def test_a_target_and_a_triumph_are_told(words):
    assert target_texts(words, 70) == ("failure", "success 7", "triumph 12")
    assert score_text(words, 80, 70) == "8 · target 7"


def test_who_misses_a_target_by_half_a_point_does_not_seem_to_meet_it(words):
    assert score_text(words, 95, 100) == "9.5 · target 10"
