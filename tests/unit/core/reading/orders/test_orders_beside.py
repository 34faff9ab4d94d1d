"""An order that is somebody else's, or that is to be called off beside the own one, is not the order talked of."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.orders.orders_beside import SOMEBODY_ELSES, TO_CANCEL, orders_beside


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("please cancel order 7402 though", {"7402": TO_CANCEL}),
        ("I bought it again yesterday, so cancel one. number is 7402", {"7402": TO_CANCEL}),
        ("bitte stornieren Sie die Bestellung 7402", {"7402": TO_CANCEL}),
        ("7402 numaralı siparişi iptal edin", {"7402": TO_CANCEL}),
        ("her order number is 7402", {"7402": SOMEBODY_ELSES}),
        ("the slip says somebody else's order 7402", {"7402": SOMEBODY_ELSES}),
        ("cancel LN-7402 please", {"LN-7402": TO_CANCEL}),
        ("I ordered twice by mistake, cancel one. the number in that mail is LN-7402", {"LN-7402": TO_CANCEL}),
        ("don't cancel 7402", {}),
        ("cancel LN-7401", {}),
        ("cancel 7401 please", {}),
        ("my other order is 7402", {}),
    ],
)
def test_whose_or_what_it_is_stands_with_its_number(text: str, beside: dict[str, str]) -> None:
    assert orders_beside(text, "7401") == beside


def test_the_only_order_that_is_known_is_the_own_one() -> None:
    assert orders_beside("cancel order 7401 please", "") == {}
    assert orders_beside("his order is 7402", "") == {"7402": SOMEBODY_ELSES}
