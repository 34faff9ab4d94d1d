"""Thrown packing and a payment that falls due are heard in every language that has phrases."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.reading.language_phrases import load_replies

REPLIES = load_replies(Path(__file__).parents[3] / "locales")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "den Karton habe ich schon entsorgt"),
        ("fr", "j'ai jeté le carton hier"),
        ("es", "la caja ya la tiré"),
        ("it", "la scatola l'ho buttata"),
        ("nl", "de doos heb ik al weggegooid"),
        ("pt", "a embalagem eu joguei fora"),
        ("pl", "pudełko już wyrzuciłam"),
        ("ru", "коробку я выбросила"),
        ("uk", "пакування я викинув"),
        ("tr", "ambalajı attım"),
        ("ar", "رميت الكرتون أمس"),
        ("ja", "段ボールは捨てました"),
        ("zh", "纸箱已经扔了"),
        ("sv", "jag har slängt kartongen"),
        ("ko", "상자는 버렸어요"),
    ],
)
def test_the_packing_is_gone(language: str, text: str) -> None:
    assert "told_packing_gone" in REPLIES[language].says(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Soll ich den Karton wegwerfen?"),
        ("fr", "je garde le carton"),
        ("es", "la caja llegó abierta"),
        ("it", "la scatola era bagnata"),
        ("nl", "de doos is heel"),
        ("pl", "karton jest cały"),
        ("ru", "коробка целая"),
        ("tr", "kutu ezilmiş geldi"),
        ("ja", "箱は残しています"),
        ("zh", "箱子还在"),
    ],
)
def test_nothing_is_thrown_away(language: str, text: str) -> None:
    assert "told_packing_gone" not in REPLIES[language].says(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "die Rate bei Riverty ist am Montag fällig und Ratenzahlung läuft"),
        ("fr", "l'échéance Alma tombe mardi"),
        ("es", "la cuota de Sequra vence el lunes"),
        ("it", "la rata di Scalapay scade domani"),
        ("nl", "Billink stuurt een aanmaning"),
        ("pt", "a parcela vence amanhã"),
        ("pl", "w PayPo mija termin"),
        ("ru", "по рассрочке скоро спишут деньги"),
        ("uk", "за розстрочкою завтра спишуть гроші"),
        ("tr", "taksitin vadesi yarın doluyor"),
        ("ar", "تمارا تطالب بالمبلغ"),
        ("ja", "後払いの期限が明日です"),
        ("zh", "花呗明天要还"),
        ("sv", "Qliro skickar en påminnelse"),
        ("ko", "할부 결제일이 내일입니다"),
    ],
)
def test_a_payment_falls_due(language: str, text: str) -> None:
    assert "second_instalments" in REPLIES[language].says(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "ich habe mit Klarna bezahlt"),
        ("fr", "payé avec Alma le 3"),
        ("es", "pagué con Klarna"),
        ("it", "ho pagato con Scalapay"),
        ("nl", "betaald via Klarna"),
        ("pl", "płaciłam przez PayPo"),
        ("ru", "оплачено долями"),
        ("tr", "taksitle aldım"),
        ("ja", "後払いで買いました"),
        ("zh", "我是分期买的"),
    ],
)
def test_who_only_paid_like_that_is_asked_for_nothing(language: str, text: str) -> None:
    assert "second_instalments" not in REPLIES[language].says(text)
