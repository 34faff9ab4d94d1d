"""How sure a classifier has to be of a danger that no rule sees."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.danger.danger_belief import is_harmless, least_sure_in_a_clause, least_sure_of_danger

_CONFIDENCE = 0.82


@pytest.mark.parametrize(
    "text",
    [
        "what becomes of it over there?",
        "where do they put it now?",
        "will it stay in that place?",
        "what do they do to it",
    ],
)
def test_a_question_that_no_rule_finds_threatening_threatens_hardly(text: str) -> None:
    assert least_sure_of_danger("threat", text, english=True, seconds={"lost": 0.1}) > _CONFIDENCE


@pytest.mark.parametrize("danger", ["crisis", "threat"])
def test_in_another_language_a_hesitation_is_no_danger_to_people(danger: str) -> None:
    assert least_sure_of_danger(danger, "estuve dudando si llevármela", english=False, seconds={}) > 0.9
    assert least_sure_of_danger(danger, "estuve dudando si llevármela", english=False, seconds={}) < 0.93


def test_a_question_of_despair_is_believed_as_before() -> None:
    assert (
        least_sure_of_danger("crisis", "what is the point of going on?", english=True, seconds={"lost": 0.1})
        < _CONFIDENCE
    )


@pytest.mark.parametrize(
    "text",
    [
        "how nice, I have a slice of cake ready for the driver",
        "my husband takes the car and collects it himself, tell me which place",
        "then I hand him a cold drink at the door",
    ],
)
def test_nobody_is_threatened_without_a_word_of_harm(text: str) -> None:
    assert is_harmless("threat", text)
    assert least_sure_of_danger("threat", text, english=True, seconds={}) == 1.0


@pytest.mark.parametrize(
    "text", ["he had better watch out", "I know a few lads who would like a word", "next time he won't walk home safe"]
)
def test_a_veiled_threat_is_left_to_the_classifier(text: str) -> None:
    assert least_sure_of_danger("threat", text, english=True, seconds={}) < 0.9


def test_who_wants_an_order_to_go_on_reports_no_hazard_by_a_likeness() -> None:
    assert least_sure_of_danger("hazard", "bueno, no lo cancelen, se lo regalo a mi vecina", False, {}) == 1.0
    assert least_sure_of_danger("hazard", "huele a quemado y me pica la piel", False, {}) < 1.0


def test_one_clause_of_another_language_has_to_be_surer_of_a_danger_than_a_message() -> None:
    letter = "Ma tante marche avec une canne. Peut-on livrer au rez-de-chaussée ?"
    assert least_sure_in_a_clause("hazard", letter, english=False, seconds={}) > 0.9
    assert least_sure_of_danger("hazard", letter, english=False, seconds={}) < 0.9
    assert least_sure_in_a_clause("hazard", "the lamp got hot. and where is my parcel?", english=True, seconds={}) < 0.9


def test_in_another_language_who_comes_to_fetch_it_threatens_nobody() -> None:
    fetches = {"collect_myself": 0.21, "wait_a_moment": 0.04}
    assert least_sure_of_danger("threat", "dann komm ich vorbei und nehm es mit", False, fetches) == 1.0
    assert least_sure_of_danger("threat", "wenn ich den erwische, haue ich zu", False, {"lost": 0.3}) < 1.0
