"""Whoever says that they hardly know English is heard, in the languages we speak."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.contact.languages_read import lacks_english


@pytest.mark.parametrize(
    "text",
    [
        "I hardly speak English",
        "my English is very bad",
        "No hablo inglés, ¿me contestáis en español?",
        "apenas entiendo inglés",
        "Ich kann kaum Englisch",
        "je ne parle pas anglais",
        "non capisco l'inglese",
        "não falo inglês",
        "ik spreek nauwelijks Engels",
        "nie znam angielskiego",
        "я не понимаю английский",
        "я не розумію англійську",
        "İngilizce bilmiyorum",
        "英語は読めません",
        "我看不懂英文",
        "لا أفهم الإنجليزية",
    ],
)
def test_too_little_english_is_heard(text: str) -> None:
    assert lacks_english(text)


@pytest.mark.parametrize("text", ["English please", "I speak English", "hablo inglés", "the label is in English"])
def test_english_that_is_known_is_no_lack(text: str) -> None:
    assert not lacks_english(text)
