"""No shown text escapes the catalogues: seen by means of a made language."""

import pytest

from game import words as w
from game.engine import Reason
from game.engine.events import Event
from game.engine.fields import DECISIONS, PHASES
from game.engine.outcome import VERDICTS
from game.words import rulebook_tables
from tests.words.games import random_match
from tests.words.pseudo import LANGUAGE, code_messages, has_plain_letters, write_pseudo
from tests.words.test_reasons import slugs_in_the_engine


@pytest.fixture(scope="module")
def pseudo(content, tmp_path_factory):
    folder = tmp_path_factory.mktemp("locale")
    write_pseudo(folder, content)
    return w.Words(content, LANGUAGE, folder=folder)


def escaped(texts):
    return [text for text in texts if has_plain_letters(text)]


def of_cards(words):
    for card in words.content.cards.values():
        yield from w.card_effect(words, card)
        yield from w.card_summary(words, card)
        yield from w.card_notes(words, card)
        yield w.card_gist(words, card)
        yield w.card_condition(words, card)
        yield w.card_title(words, card.slug)
        yield w.kind_name(words, card.kind)
        for reading in w.readings(words, card.nato_reading, card.russia_reading, card.slug):
            yield from reading


def of_crises(words):
    for crisis in words.content.crises.values():
        yield w.crisis_title(words, crisis.slug, "luga")
        yield w.crisis_date(words, crisis, incident=True)
        yield w.starter_text(words, crisis, 0)
        yield w.starter_text(words, crisis, None)
        yield w.crisis_lesson(words, crisis.type)
        for side, responses in enumerate((crisis.nato, crisis.russia)):
            for response in responses:
                yield w.response_title(words, crisis.slug, side, response.slug)
                yield w.response_effects(words, response, side)
                yield w.response_needs(words, response, side)
    yield w.find_out_text(words)
    yield w.stances_text(words, 0, 2)


def of_tables(words):
    for mandate in words.content.mandates.values():
        yield from (row.text for row in w.mandate_rows(words, mandate))
        yield from w.target_texts(words, mandate.target)
    for verdict in VERDICTS:
        yield w.verdict_title(words, verdict)
        yield w.verdict_sentence(words, verdict, (1,))
    for scenario in words.content.scenarios.values():
        yield from w.scenario_blurb(words, scenario)
        yield w.round_end(words, scenario)
        yield w.round_name(words, scenario, 1)
    for table in rulebook_tables.TABLES.values():
        yield table(words)
    for phase in PHASES:
        yield w.phase_name(words, phase)
    for decision in DECISIONS:
        yield w.decision_text(words, decision, 0)


def of_tracks(words):
    for track in ("tension", "threat", "assurance", "support", "initiative", "coverage"):
        yield from w.track_tooltip(words, track, 3, 1)
    yield from w.track_tooltip(words, "deterrent", -2)
    for door in (0, 1, 2):
        yield from w.door_tooltip(words, door)
        yield w.door_note(words, door)
    for ladder in words.content.ladders:
        yield from w.ladder_tooltip(words, ladder, (1, 2))
        yield from w.ladder_steps(words, ladder)


def of_reasons(words):
    names = {"ladder": "centres", "needs_ladder": "exercises", "site": "rota"}
    numbers = {"step": 2, "limit": 2, "needs": 2, "is": 1, "has": 1}
    values: dict[str, str | int] = {**names, **numbers, "card": "n-tehran"}
    for slug in slugs_in_the_engine():
        yield w.reason_sentence(words, Reason(slug, values))


@pytest.mark.parametrize("texts", [of_cards, of_crises, of_tables, of_tracks, of_reasons])
def test_texts_of_content_and_rules_come_from_the_catalogue(pseudo, texts):
    assert escaped(texts(pseudo)) == []


@pytest.mark.parametrize("scenario", ["november-statement", "long-negotiation"])
def test_a_match_is_told_from_the_catalogue(pseudo, content, scenario):
    texts: list[str] = []
    log: list[Event] = []
    for state in random_match(content, scenario, 6, log):
        view = state.view(state.to_move)
        texts += [w.site_line(pseudo, site) for site in view.sites]
        for action in state.legal_actions():
            facts = view.facts(action)
            texts.append(w.action_title(pseudo, facts, view))
            texts.append(w.action_note(pseudo, facts, view))
            if facts.term is not None:
                step = w.term_step(pseudo, facts.term, view)
                texts.append(w.term_head(pseudo, facts.term, step))
                texts.append(w.term_sentence(pseudo, facts.term, step))
    texts += [w.full_line(pseudo, event).text for event in log]
    texts += [one.text for one in w.short_log(pseudo, log)]

    assert len(texts) > 1000
    assert escaped(texts) == []


def test_messages_in_code_are_many_and_well_formed():
    messages = list(code_messages())

    assert len(messages) > 350
    for _, message, plural in messages:
        for text in (message, plural or ""):
            assert text.count("{") == text.count("}")
            assert "'" not in text, text
            assert '"' not in text, text


def test_equal_placeholders_stand_in_both_forms_of_a_plural():
    for _, one, many in code_messages():
        if many is not None:
            names = {part.split("}")[0] for part in one.split("{")[1:]} - {"n"}

            assert all(f"{{{name}}}" in many for name in names)
