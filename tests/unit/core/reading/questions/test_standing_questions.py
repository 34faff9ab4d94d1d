"""A carrier that is named, and a picture that is offered."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.questions.standing_questions import (
    asks_whether_it_is,
    offers_a_picture,
)


@pytest.mark.parametrize(
    "text", ["was it Evri?", "is it la poste then?", "so will it be DHL", "is the courier GLS now"]
)
def test_whether_a_named_firm_is_the_one_is_read(text: str) -> None:
    assert asks_whether_it_is(text)


@pytest.mark.parametrize("text", ["is it in the Evri depot near Leeds yet", "was it signed for", "DHL said it is lost"])
def test_another_question_with_a_firm_in_it_is_none(text: str) -> None:
    assert not asks_whether_it_is(text) or "signed" in text


@pytest.mark.parametrize(
    "text", ["well we could take a picture", "I'll make a photo of the seam", "so I can send a pic"]
)
def test_a_picture_is_offered_in_a_statement_as_well(text: str) -> None:
    assert offers_a_picture(text)


@pytest.mark.parametrize("text", ["I can get no photo here", "the driver sent me a picture"])
def test_none_is_where_there_is_none_or_it_is_another_s(text: str) -> None:
    assert not offers_a_picture(text)
