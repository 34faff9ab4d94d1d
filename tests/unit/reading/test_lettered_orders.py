"""Order numbers with the letters a shop has set, and what looks like them and is none."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.given_numbers.number_types import NumberKind
from parcelbot.reading.number_formats import find_numbers


def orders(text: str) -> list[str]:
    return [found.value for found in find_numbers(text) if found.kind is NumberKind.SHOP_ORDER]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("LN-20417", "LN-20417"),
        ("ln-20417 thanks", "LN-20417"),
        ("LN20417", "LN20417"),
        ("EN1001-A", "EN1001-A"),
        ("#LN20417 please", "LN20417"),
        ("order 1001-A", "1001-A"),
        ("it has been a week now, LN-20417", "LN-20417"),
        ("my sheets (LN-20417) came wet", "LN-20417"),
        ("ann@example.org LN20417", "LN20417"),
        ("LN-20417 hasn't moved since Tuesday", "LN-20417"),
        ("Bestellung LN-20417, wo ist sie?", "LN-20417"),
        ("pedido LN20417", "LN20417"),
        ("ma commande n° LN-20417", "LN-20417"),
        ("il mio ordine è LN-20417", "LN-20417"),
        ("bestelling LN-20417", "LN-20417"),
        ("numer zamówienia LN-20417", "LN-20417"),
        ("заказ LN-20417 не пришёл", "LN-20417"),
        ("замовлення LN-20417", "LN-20417"),
        ("sipariş LN-20417", "LN-20417"),
        ("الطلب LN-20417", "LN-20417"),
        ("注文番号LN-20417です", "LN-20417"),
        ("订单号LN-20417", "LN-20417"),
        ("order LV-1010", "LV-1010"),
    ],
)
def test_an_order_number_keeps_the_letters_of_the_shop(text: str, order: str) -> None:
    assert orders(text) == [order]


@pytest.mark.parametrize(
    "text",
    [
        "SW1A 1AA",
        "XL-42",
        "size XL-4244",
        "Artikel LN-20417",
        "I live in LV-1010 Riga",
        "LV-1010",
        "A-1010 Wien",
        "KT-330194",
        "since covid-2020",
        "USD-1500",
        "zip-90210",
        "RR-123456785-CN",
        "YT 2229 5212 7216 4446",
        "1Z-999AA-10123456784",
        "tracking LN-20417",
        "ln-20417@example.org",
        "we were room LN20417 on the third floor",
        "RROO127168OCN",
    ],
)
def test_postcodes_sizes_articles_amounts_and_parcels_are_no_orders(text: str) -> None:
    assert orders(text) == []
