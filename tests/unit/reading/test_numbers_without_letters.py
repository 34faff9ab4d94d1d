"""A number whose letters were left out: the digits of one format alone say whose it is."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.given_numbers.number_types import NumberKind
from parcelbot.reading.number_formats import find_numbers

BARE = "2629400000000418"


@pytest.mark.parametrize(
    "text",
    [
        BARE,
        f"{BARE} says it is here, it isn't",
        f"marked as delivered yesterday {BARE}",
        f"it's not aliexpress, it is yours, {BARE}",
        "wo bleibt 2629 4000 0000 0418",
    ],
)
def test_the_digits_of_a_year_and_its_day_are_a_parcel(text: str) -> None:
    (found,) = find_numbers(text)
    assert (found.kind, found.value) == (NumberKind.TRACKING, f"YT{BARE}")


@pytest.mark.parametrize(
    "text",
    [
        f"order {BARE}",
        f"my AliExpress order {BARE}",
        "8126294000000041",
        "2640000000000418",
        "1929400000000418",
    ],
)
def test_what_may_be_an_order_stays_one(text: str) -> None:
    (found,) = find_numbers(text)
    assert found.kind is NumberKind.MARKETPLACE_ORDER
