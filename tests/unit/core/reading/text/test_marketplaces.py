"""Bought on AliExpress, or not: the name alone says nothing where it is denied."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.text.marketplaces import denies_the_marketplace, names_the_marketplace


@pytest.mark.parametrize(
    "text",
    [
        "no no, this isn't AliExpress, I used your website",
        "we never ordered on aliexpress",
        "das ist nicht von AliExpress",
        "je n'ai pas commandé sur AliExpress",
        "no lo compré en AliExpress",
        "non è AliExpress, è il vostro sito",
        "não comprei no AliExpress",
        "niet via AliExpress besteld",
        "nie kupowałam na AliExpress",
        "это не с Алиэкспресс",
        "AliExpress değil, sizin siteniz",
        "不是在速卖通买的",
        "アリエクスプレスではなくそちらの店です",
    ],
)
def test_it_was_not_bought_there(text: str) -> None:
    assert denies_the_marketplace(text)


@pytest.mark.parametrize(
    "text",
    [
        "my AliExpress order has not come",
        "I have not received my AliExpress parcel",
        "nothing moves on AliExpress",
        "bestellt auf AliExpress, noch nichts da",
        "toujours rien, commande AliExpress",
        "Алиэкспресс, ничего не пришло",
        "on aliexpress it says not delivered",
    ],
)
def test_it_was_bought_there(text: str) -> None:
    assert names_the_marketplace(text)
    assert not denies_the_marketplace(text)
