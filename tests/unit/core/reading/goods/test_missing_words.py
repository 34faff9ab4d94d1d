"""What says that a part of the order was not in its parcel."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.goods.missing_words import misses_a_part


@pytest.mark.parametrize(
    "text",
    [
        "I ordered two lamps and one is not in the box",
        "1 of 3 articles not in packet",
        "two of the plates weren't inside",
        "ordered 5, got 4",
        "it says 4 on the slip, only 3 in the bag",
        "we paid for six bowls and only five came",
        "they forgot one of my lamps",
        "my delivery was incomplete",
        "opened the box, only one mug inside",
    ],
)
def test_a_part_that_did_not_come_with_the_rest_is_missing(text: str) -> None:
    assert misses_a_part(text)


@pytest.mark.parametrize(
    "text",
    [
        "one of the three parcels is not there",
        "the parcel is not in the letter box",
        "my number is not in the system",
        "I ordered two weeks ago and it has not come",
        "ordered 3 parcels and only 2 parcels came",
        "i forgot my order number",
        "ordered 4 things on 12 june, came 3 july",
    ],
)
def test_a_parcel_or_a_number_that_is_not_there_is_no_missing_part(text: str) -> None:
    assert not misses_a_part(text)
