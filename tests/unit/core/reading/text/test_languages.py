"""A message that is not in English is known as such."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.text.languages import read_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hola, mi paquete no se mueve y quiero saber por qué", "es"),
        ("bonjour, où est mon colis s'il vous plaît", "fr"),
        ("wo ist mein Paket, die Sendung steht seit Tagen", "de"),
        ("buongiorno, il pacco non arriva, che devo fare", "it"),
        ("waar is mijn pakket, het is nog niet hier", "nl"),
        ("olá, minha encomenda não chegou", "pt"),
        ("dzień dobry, gdzie jest moja paczka", "pl"),
        ("merhaba, kargo nerede, bir haber yok", "tr"),
        ("hej, var är mitt paket", "sv"),
        ("где моя посылка", "ru"),
        ("де моя посилка і коли її чекати", "uk"),
        ("أين طردي", "ar"),
        ("荷物はどこですか", "ja"),
        ("我的包裹在哪里", "zh"),
        ("제 소포는 어디에 있나요", "ko"),
    ],
)
def test_fifteen_languages_are_told_by_their_words_or_script(text: str, language: str) -> None:
    assert read_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "where is my parcel",
        "LP00123456789012",
        "ok",
        "my order from El Corte Ingles and the Los Angeles depot",
        'it says "remis au destinataire" what is that',
        "die cast model in my parcel is not here",
        "no",
        "",
    ],
)
def test_english_and_what_is_unclear_are_no_other_language(text: str) -> None:
    assert read_language(text) == ""
