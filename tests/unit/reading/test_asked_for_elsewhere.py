"""What the word of a question asks for in other languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.core.reading.questions.asked_for import AskedFor, asked_for_in
from parcelbot.reading.language_phrases import load_replies

REPLIES = load_replies(Path(__file__).parents[3] / "locales")


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("de", "Wie lange denn noch?", AskedFor.WHEN),
        ("de", "Könnt ihr denen sagen, dass der Hof offen ist?", AskedFor.ARRANGED),
        ("de", "Können Sie mir das erklären?", None),
        ("es", "¿y por dónde anda ahora?", AskedFor.WHERE),
        ("es", "te aviso cuando llegue, ¿vale?", None),
        ("fr", "Peut-on le déposer chez le fleuriste ?", AskedFor.ARRANGED),
        ("it", "fino a quando lo tengono?", AskedFor.WHEN),
        ("nl", "waar blijft het toch", AskedFor.WHERE),
        ("pl", "zdazy przed sobota?", AskedFor.WHEN),
        ("pt", "cade meu pacote", AskedFor.WHERE),
        ("ru", "сколько еще ждать?", AskedFor.WHEN),
        ("uk", "куди вона поїхала?", AskedFor.WHERE),
        ("tr", "kac gun surer bu", AskedFor.WHEN),
        ("ar", "متى تصل؟", AskedFor.WHEN),
        ("ja", "いつ届くのでしょう", AskedFor.WHEN),
        ("ja", "いつもこうなのですか", None),
        ("ko", "지금 어디예요?", AskedFor.WHERE),
        ("zh", "能不能让他们先放门卫那里？", AskedFor.ARRANGED),
        ("sv", "hur länge till?", AskedFor.WHEN),
        ("de", "ein Datum würde mir ja genügen", AskedFor.WHEN),
        ("fr", "une date suffirait, franchement", AskedFor.WHEN),
        ("tr", "bana bir tarih yeter", AskedFor.WHEN),
        ("uk", "назвіть хоча б дату", AskedFor.WHEN),
        ("pl", "na kartce jest tylko data", None),
    ],
)
def test_elsewhere(language: str, text: str, asked: AskedFor | None) -> None:
    assert asked_for_in(REPLIES[language].says(text)) is asked
