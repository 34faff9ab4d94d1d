from __future__ import annotations

import pytest

from parcelbot.rasa_plugins.nlu.short_answers import short_answer
from parcelbot.reading.codes import find_codes


def answer(text: str) -> str:
    return short_answer(text, [{"entity": code.entity} for code in find_codes(text)])


@pytest.mark.parametrize("text", ["RR123456785CN", "LP00123456789012", "1Z999AA10123456784."])
def test_a_lone_tracking_number_asks_where_the_parcel_is(text: str):
    assert answer(text) == "where_is_my_order"


@pytest.mark.parametrize(
    "text", ["#7401", "7401", "me@mail.example", "my email is me@mail.example", "order 7401, me@mail.example thanks"]
)
def test_a_lone_order_number_or_address_gives_details(text: str):
    assert answer(text) == "provide_details"


@pytest.mark.parametrize("text", ["yes it's LP00123456789012", "Yes, RR123456785CN", "yep, order 7401"])
def test_a_yes_with_a_number_is_a_yes(text: str):
    assert answer(text) == "affirm"


def test_a_card_gives_details_and_so_does_the_kind_of_a_number():
    assert answer("4111 1111 1111 1111") == "provide_details"
    kind = [{"entity": "number_kind", "value": "order"}]
    assert short_answer("it's an order number", kind) == "provide_details"
    assert short_answer("order", kind) == ""


def test_a_no_with_the_right_number_is_a_no():
    assert answer("no, it's RR123456785CN") == "deny"


@pytest.mark.parametrize("text", ["where is RR123456785CN", "RR123456785CN is stuck", "hello", "when does 7401 ship"])
def test_a_message_with_more_to_it_is_left_to_the_classifier(text: str):
    assert answer(text) == ""


@pytest.mark.parametrize("text", ["", "   ", "?!", "\x00"])
def test_a_message_without_words_is_not_understood(text: str):
    assert answer(text) == "nlu_fallback"


def test_another_script_is_out_of_scope_unless_it_brings_a_number():
    assert answer("где моя посылка") == "out_of_scope"
    assert answer("где моя посылка RR123456785CN") == "nlu_fallback"
