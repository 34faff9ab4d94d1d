"""Whoever asks not to call an order off is heard in every language; whoever asks whether it can be spares nothing."""

from __future__ import annotations

import pytest

from parcelbot.core.questions import Question
from parcelbot.core.reading.orders.spared import spares
from parcelbot.core.reading.questions.sentences import denied
from parcelbot.core.reading.wanted.wishes import rulings


@pytest.mark.parametrize(
    "text",
    [
        "please don't cancel it after all",
        "mejor no lo canceles, mi hermana lo quiere",
        "ya no quiero anular el pedido",
        "melhor não cancelar, fico com ele",
        "finalement n'annulez pas la commande",
        "je ne veux plus annuler",
        "bitte doch nicht stornieren",
        "stornieren Sie die Bestellung bitte nicht",
        "toch maar niet annuleren",
        "anzi, non annullate l'ordine",
        "jednak nie anulujcie zamówienia",
        "передумала, не отменяйте заказ",
        "ні, не скасовуйте",
        "vazgeçtim, iptal etmeyin",
        "やっぱりキャンセルしないでください",
        "还是别取消了",
        "لا تلغوا الطلب من فضلكم",
        "avboka inte beställningen",
    ],
)
def test_an_order_is_spared_in_every_language(text: str) -> None:
    assert spares(text)
    assert Question.CANCEL_ORDER in denied(text)
    assert rulings(text).get("to cancel") is False


@pytest.mark.parametrize(
    "text",
    [
        "quiero anular mi pedido",
        "¿por qué no lo anulan?",
        "no se puede anular el pedido",
        "no anulen los dos, solo uno",
        "pourquoi vous n'annulez pas ?",
        "kann man nicht stornieren",
        "ik kan niet annuleren",
        "почему не отменяете?",
        "要不要取消",
        "キャンセルしたいです",
    ],
)
def test_asking_or_complaining_spares_nothing(text: str) -> None:
    assert not spares(text)
