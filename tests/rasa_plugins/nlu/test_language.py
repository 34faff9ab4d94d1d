"""Which part of the pipeline reads a message: English, or what knows the other languages."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.shared.nlu.training_data.message import Message

from parcelbot.rasa_plugins.nlu.language import LanguageReader, in_english, in_other_languages


def read(text: str, conversation: str | None = None) -> dict[str, Any]:
    message = Message({"text": text, "metadata": {"language": conversation} if conversation else None})
    LanguageReader({}, "language").process([message])
    found: dict[str, Any] = message.as_dict(only_output_properties=True)["language"]
    return found


def test_the_language_is_part_of_what_rasa_reports():
    assert read("wo ist mein Paket denn nur") == {"code": "de", "sure": True}
    assert read("where is my parcel") == {"code": "en", "sure": True}


def test_a_short_message_is_read_in_its_conversations_language():
    assert read("ok", "de") == {"code": "de", "sure": False}
    assert read("ok") == {"code": "en", "sure": False}


@pytest.mark.parametrize("text", ["Die Sendung wurde dem Absender zugestellt", "Tentative de livraison échouée"])
def test_what_a_carrier_wrote_does_not_change_the_language(text: str):
    assert read(text, "en") == {"code": "en", "sure": False}


@pytest.mark.parametrize(
    "text",
    [
        "12 Rue de la Paix, 75002 Paris",
        "Via Roma 3, 20121 Milano",
        "Rua das Flores, 120, apto 31, São Paulo",
        "ul. Długa 7/3, 00-238 Warszawa",
        "вул. Хрещатик 22, кв. 5, Київ",
        "شارع الملك فهد 12، الرياض",
        "Juan Carlos García López",
        "Anna Maria van der Berg",
    ],
)
def test_a_name_or_an_address_does_not_change_the_language(text: str):
    assert read(text, "de") == {"code": "de", "sure": False}


@pytest.mark.parametrize("text", ["ГДЕ МОЙ ЗАКАЗ", "где мой заказ", "¿Dónde Está Mi Pedido?", "OU EST MON COLIS"])
def test_words_that_are_no_name_do(text: str):
    assert read(text, "de")["code"] in ("ru", "es", "fr")


def test_an_address_in_a_sentence_of_the_shoppers_own_may():
    assert read("mon adresse est 12 rue de la Paix, je ne peux pas la changer", "de")["code"] == "fr"


def test_a_pressed_button_is_in_the_conversations_language():
    assert read('/provide_details{"order_number":"7288"}', "fr") == {"code": "fr", "sure": False}


def test_every_message_is_read_by_one_part_and_one_only():
    messages = [Message({"text": text}) for text in ("hello there my friend", "¿dónde está mi paquete?", "")]
    LanguageReader({}, "language").process(messages)
    assert [m.get("text") for m in in_english(messages)] == ["hello there my friend", ""]
    assert [m.get("text") for m in in_other_languages(messages)] == ["¿dónde está mi paquete?"]


def test_what_nobody_has_read_is_english():
    assert len(in_english([Message({"text": "wo ist es"})])) == 1


def test_chinese_is_read_simplified_and_its_script_is_told():
    message = Message({"text": "請問 RX204418842CN 還在海關嗎"})
    LanguageReader({}, "language").process([message])
    told = message.as_dict(only_output_properties=True)
    assert (told["text"], told["as_written"], told["language"]) == (
        "请问 RX204418842CN 还在海关吗",
        "請問 RX204418842CN 還在海關嗎",
        {"code": "zh", "sure": True, "script": "zh-hant"},
    )


def test_a_short_word_is_read_in_the_language_of_a_conversation_in_another_script():
    assert read("8841", "zh-hant") == {"code": "zh", "sure": False}


def test_japanese_keeps_its_characters():
    message = Message({"text": "荷物が税関で止まっていますが、發送済みですか"})
    LanguageReader({}, "language").process([message])
    assert message.get("text") == "荷物が税関で止まっていますが、發送済みですか"
