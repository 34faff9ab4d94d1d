"""Numbers in other languages: what stands before them says what they are."""

from __future__ import annotations

import pytest

from parcelbot.reading.codes import find_codes


def found(text: str) -> list[tuple[str, str]]:
    return [(code.entity, code.value) for code in find_codes(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Bestellung Nr. 7288",
        "meine Bestellnummer lautet 7288",
        "заказ №7288",
        "номер заказа 7288",
        "注文番号7288です",
        "注文番号は７２８８です",
        "订单号：7288",
        "주문번호 7288",
        "numéro de commande 7288",
        "commande n° 7288",
        "nº de pedido: 7288",
        "número do pedido é 7288",
        "numero d'ordine 7288",
        "zamówienie nr 7288",
        "sipariş numaram 7288",
        "7288 numaralı siparişim nerede",
        "7288 no'lu sipariş gelmedi",
        "замовлення №7288",
        "رقم الطلب ٧٢٨٨",
        "beställningsnummer 7288",
        "bestelnummer 7288",
        "es el 7288",
        "das ist 7288",
    ],
)
def test_an_order_is_known_by_its_lead_word(text: str):
    assert found(text) == [("order_number", "7288")]


@pytest.mark.parametrize(
    "text",
    [
        "Sendungsnummer: 1234567890",
        "numéro de suivi 1234567890",
        "трек-номер 1234567890",
        "追跡番号 1234567890",
        "takip no 1234567890",
        "número de seguimiento 1234567890",
        "numer przesyłki 1234567890",
        "kollinummer 1234567890",
        "رقم التتبع ١٢٣٤٥٦٧٨٩٠",
        "运单号1234567890",
        "송장번호 1234567890",
    ],
)
def test_a_parcel_is_known_by_its_lead_word(text: str):
    assert found(text) == [("tracking_number", "1234567890")]


@pytest.mark.parametrize("text", ["meine Handynummer ist 0170 1234567", "電話番号は0901234567"])
def test_a_phone_is_known_by_its_lead_word(text: str):
    assert [entity for entity, _ in found(text)] == ["phone"]


@pytest.mark.parametrize(
    "text",
    [
        "ich warte seit 1500 Tagen",
        "mi pedido de 2024",
        "Bestellung vom 12.03.2026",
        "in der Bestellung fehlen 1200 zł",
        "código postal 28013",
        "注文して2000円",
        "заказ на 5000 руб",
    ],
)
def test_amounts_years_and_postcodes_are_no_orders(text: str):
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["رمز المبنى ZQRT4471 تقدرون تضيفونه؟", "код домофона ZQRT4471, допишите", "入口コードはZQRT4471です"]
)
def test_a_code_among_words_of_another_script_is_not_all_that_is_said(text: str) -> None:
    assert not [number for number in found(text) if number[0] == "order_number"]


@pytest.mark.parametrize("text", ["LN 7405", "it is LN 7405 thanks", "Bestellung LN 7405", "pedido LN 7405"])
def test_an_order_is_read_with_a_blank_for_its_hyphen(text: str) -> None:
    assert ("order_number", "LN-7405") in found(text)


@pytest.mark.parametrize("text", ["send it to Austin, TX 78701", "TX 78701", "flight BA 4512 lands at 6", "на 5000"])
def test_letters_and_figures_beside_each_other_are_no_order(text: str) -> None:
    assert not [number for number in found(text) if number[0] == "order_number"]
