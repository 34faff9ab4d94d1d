"""Whether something is sold in another colour is a question about the stock, and changes no order."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.orders.other_article import asks_for_other_kinds
from parcelbot.core.reading.questions.second_words import seconds_in_words


@pytest.mark.parametrize(
    "text",
    [
        "Does it come in a bigger size or in other colours?",
        "have you got it in green too",
        "which other sizes do you offer?",
        "is there a black version as well",
        "do you stock it in another shade?",
    ],
)
def test_other_colours_are_asked_of_the_stock(text: str) -> None:
    assert asks_for_other_kinds(text)
    assert "in_stock" in seconds_in_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "can you send it in another colour instead?",
        "is it in the blue van?",
        "it came in the wrong size",
        "is it in a different country",
    ],
)
def test_a_change_and_a_place_are_not(text: str) -> None:
    assert not asks_for_other_kinds(text)
