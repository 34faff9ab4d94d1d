from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcelbot.review.masking import codes, filled, has_words, identity, masked, without_codes

WITH_CODES = [
    ("my tracking hasn't moved for 9 days, LP00123456789012", "my tracking hasn't moved for 9 days, <tracking number>"),
    ("RR 700 455 213 CN is stuck", "<tracking number> is stuck"),
    ("where is order #7415", "where is order #<order number>"),
    ("7415 anna@example.org where is it", "<order number> <e-mail> where is it"),
    ("aliexpress order 8123456789012399 nothing moves", "aliexpress order <marketplace order number> nothing moves"),
    ("where is my parcel 987654321098", "where is my parcel <number>"),
    ("where is my parcel 986578788855", "where is my parcel <tracking number>"),
    ("Order 114-3941689-8772232", "Order <other shop's order number>"),
    ("it's 4111 1111 1111 1111", "it's <payment number>"),
    ("call me on +44 7700 900456 please", "call me on <phone number> please"),
    ("write to anna.o'neil+shop@mail.example.co.uk.", "write to <e-mail>."),
    ("its anna@nowhere", "its <e-mail>"),
    ("anna @ example.com", "<e-mail>"),
    ("what about my ticket kt-37f4x6?", "what about my ticket <ticket>?"),
    ("ref 12345678 is mine", "ref <number> is mine"),
]


@pytest.mark.parametrize(("text", "hidden"), WITH_CODES)
def test_what_tells_a_shopper_by_is_hidden(text: str, hidden: str) -> None:
    assert masked(text) == hidden


@pytest.mark.parametrize(("text", "hidden"), WITH_CODES)
def test_made_up_values_are_read_as_what_they_stand_for(text: str, hidden: str) -> None:
    assert masked(filled(hidden)) == hidden


@pytest.mark.parametrize(("text", "hidden"), WITH_CODES)
def test_nothing_of_the_shoppers_is_left_in_an_example(text: str, hidden: str) -> None:
    assert not codes(text) & codes(filled(hidden))


@pytest.mark.parametrize(
    "text",
    ["9 days", "since 2025 nothing", "paid 1200 euros", "it cost £1200", "on 2026-11-21", "@FedEx where is it",
     "@FedEx.My parcel is stuck", "10 business days", "24/7?"],
)  # fmt: skip
def test_times_prices_and_names_of_carriers_stay(text: str) -> None:
    assert masked(text) == text


def test_of_a_long_list_every_number_is_hidden() -> None:
    listed = ", ".join(f"LP001234567890{n}" for n in range(10, 40))
    assert not re.search(r"\d", masked(listed))


def test_a_message_is_put_on_one_line_without_control_characters() -> None:
    assert masked("where\n\n is\x1b[31m\u2028it\t?") == "where is [31m it ?"


@given(st.text(alphabet=st.sampled_from("abZ 019@.#-+()\n<>é中"), max_size=60))
def test_no_text_keeps_six_digits_in_a_row(text: str) -> None:
    assert not re.search(r"\d{6}", masked(text))


@given(st.text(max_size=80))
def test_masking_twice_is_masking_once(text: str) -> None:
    assert masked(masked(text)) == masked(text)


def test_what_was_said_is_compared_without_its_codes() -> None:
    assert without_codes("stuck LP00123456789012, tell anna@example.org") == "stuck , tell"


@pytest.mark.parametrize("text", ["<tracking number>", "RR700455213CN", "?", "😡😡", "a@b.org #7415!", ""])
def test_codes_and_faces_alone_have_no_words(text: str) -> None:
    assert not has_words(text)


@pytest.mark.parametrize("text", ["hm RR700455213CN", "привет"])
def test_a_word_beside_a_code_counts(text: str) -> None:
    assert has_words(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Where is it?!", "where  is it"), ("stuck: LP00123456789012", "stuck RR123456785CN")],
)
def test_case_punctuation_and_numbers_make_no_other_message(one: str, other: str) -> None:
    assert identity(one) == identity(other)


@pytest.mark.parametrize(("one", "other"), [("it is here", "it isn't here"), ("9 days", "10 days")])
def test_other_words_make_another_message(one: str, other: str) -> None:
    assert identity(one) != identity(other)


@pytest.mark.parametrize(("text", "hidden"), WITH_CODES)
def test_an_example_is_known_as_the_message_it_was_made_from(text: str, hidden: str) -> None:
    assert identity(filled(hidden)) == identity(text)
