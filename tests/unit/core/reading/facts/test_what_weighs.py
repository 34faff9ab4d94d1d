"""What makes a case weigh more is read from what is stated, never from what is asked."""

from __future__ import annotations

from datetime import date

import pytest

from parcelbot.core.reading.facts.what_weighs import reproaches, says_it_was_written_before, weighs
from parcelbot.core.reading.places.addresses import corrects_a_part
from parcelbot.core.reading.times.last_days import last_day

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    "said",
    [
        "I have been a customer for six years",
        "ordering from you since 2019",
        "a loyal customer like me",
        "nobody informed me",
        "I was never told about a charge",
        "that was your mistake",
        "it's not my fault",
    ],
)
def test_how_somebody_was_treated_is_a_reproach(said: str) -> None:
    assert reproaches(said)
    assert weighs(said, TODAY)


@pytest.mark.parametrize(
    "said",
    [
        "was it your mistake?",
        "have you never told them?",
        "I told you the number",
        "I ordered it two weeks ago",
        "yes, I looked everywhere and asked",
        "I'm waiting since Monday",
    ],
)
def test_a_question_or_a_plain_statement_is_none(said: str) -> None:
    assert not weighs(said, TODAY)


@pytest.mark.parametrize("said", ["this is the third time I write", "I wrote to you twice and nobody answered"])
def test_having_written_before_weighs(said: str) -> None:
    assert says_it_was_written_before(said)
    assert weighs(said, TODAY)


@pytest.mark.parametrize(
    "said", ["they only keep it until tomorrow", "it must be collected by tomorrow", "they hold it till tomorrow"]
)
def test_until_when_it_is_kept_is_a_last_day(said: str) -> None:
    assert last_day(said, TODAY) == date(2026, 11, 30)


@pytest.mark.parametrize(
    "said",
    [
        "my mobile number in the order has a wrong digit",
        "the flat number is missing",
        "I forgot to put the house number",
        "I gave a wrong phone number",
        "the postcode on it was incomplete",
    ],
)
def test_a_part_that_is_wrong_in_the_order_is_put_right(said: str) -> None:
    assert corrects_a_part(said)


@pytest.mark.parametrize(
    "said",
    ["is the house number wrong?", "it went to the wrong house", "my phone is broken", "the door was closed"],
)
def test_what_is_asked_or_happened_corrects_nothing(said: str) -> None:
    assert not corrects_a_part(said)
