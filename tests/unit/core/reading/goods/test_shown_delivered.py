"""Who says that a parcel is shown as delivered, and who only says that none came."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.goods.shown_delivered import is_shown_delivered


@pytest.mark.parametrize(
    "text",
    [
        "your page says delivered, my porch says otherwise",
        "it is not here, the app says delivered",
        "Angeblich zugestellt, hier ist nichts",
        "pone entregado y no tengo nada",
        "c'est marqué livré depuis hier",
        "risulta consegnato ma non c'è",
        "Er staat bezorgd, maar er is niets",
        "status: doręczona, a skrzynka pusta",
        "consta entregue desde ontem",
        "пишет, что доставлено",
        "вже два дні як доставлено",
        "teslim edildi yazıyor ama gelmedi",
        "مكتوب تم التسليم ولم أجد شيئا",
        "配達完了になっています",
        "显示已签收,可是我没拿到",
    ],
)
def test_who_reads_delivered_says_so(text: str) -> None:
    assert is_shown_delivered(text)


@pytest.mark.parametrize(
    "text",
    [
        "nothing came, and nobody rang",
        "it was not delivered",
        "when will it be delivered",
        "nichts da, es wurde noch nicht zugestellt",
        "no me ha llegado nada, no está entregado",
        "je n'ai rien reçu, pas livré",
        "все ще не доставлено",
        "لم يتم التسليم بعد",
        "まだ届きません",
        "什么都没有收到",
    ],
)
def test_who_has_nothing_does_not(text: str) -> None:
    assert not is_shown_delivered(text)
