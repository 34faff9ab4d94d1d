"""The order to send a case, and an "ok" to it, in the languages we speak."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.cases.case_words import orders_to_send
from parcelbot.core.reading.cases.send_orders import only_agrees_elsewhere


@pytest.mark.parametrize(
    "text",
    [
        "artık beklemem. gonderin",
        "gönderebilirsiniz lütfen",
        "¿quién contesta? mándalo",
        "envíenlo por favor",
        "c'est bon, envoyez",
        "schick ab, bitte",
        "va bene, inviatelo",
        "stuur maar",
        "dość czekania, wysyłajcie",
        "pode enviar",
        "отправляйте уже",
        "досить, надсилайте",
        "أرسلوه من فضلك",
        "もう待てません。送ってください",
        "别问了，发吧",
        "기다렸어요. 보내 주세요",
        "skicka det",
    ],
)
def test_an_order_to_send_stands_in_some_clause(text: str) -> None:
    assert orders_to_send(text)


@pytest.mark.parametrize(
    "text",
    [
        "bana yenisini gönderin",
        "gönderdiniz mi?",
        "gönderin mi?",
        "no lo mandes",
        "mándamelo otra vez",
        "envoyez-moi un autre",
        "noch nicht abschicken",
        "nie wysyłajcie",
        "не отправляйте",
        "もう一度送ってください",
        "送らないでください",
        "不要发送",
        "espera, no. todavía no",
    ],
)
def test_another_parcel_a_question_or_a_refusal_orders_nothing(text: str) -> None:
    assert not orders_to_send(text)


@pytest.mark.parametrize("text", ["tamam", "peki tamam", "vale", "d'accord", "In Ordnung", "добре", "تمام", "好的"])
def test_a_bare_ok_agrees(text: str) -> None:
    assert only_agrees_elsewhere(text)


@pytest.mark.parametrize(
    "text", ["tamam ama önce bakayım", "hm", "pues", "ну", "では", "gut?", "ok danke", "大丈夫です"]
)
def test_what_only_begins_to_speak_does_not(text: str) -> None:
    assert not only_agrees_elsewhere(text)
