"""The form of a question in the other languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.core.reading.questions.question_form import QuestionForm
from parcelbot.reading.language_phrases import load_replies

_REPLIES = load_replies(Path(__file__).parents[3] / "locales")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Kommt es morgen oder nicht?"),
        ("fr", "Est-ce qu'il est perdu ?"),
        ("es", "¿Llega mañana?"),
        ("nl", "moet ik thuisblijven?"),
        ("pl", "czy ona zaginęła?"),
        ("ru", "она уже в стране?"),
        ("tr", "evde kalmam gerekiyor mu?"),
        ("ja", "明日届きますか。"),
        ("zh", "明天会到吗？"),
    ],
)
def test_a_yes_or_no_answers_it(language: str, text: str) -> None:
    assert QuestionForm(text, _REPLIES[language].says(text), english=False).answered_by_yes_or_no


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Warum steht da Rotterdam?"),
        ("de", "Es ist also nicht verloren?"),
        ("fr", "Il n'est donc pas perdu ?"),
        ("es", "¿Cuándo lo sabré?"),
        ("it", "e perché è fermo lì?"),
        ("pt", "então não sumiu?"),
        ("uk", "тобто вона не загубилась?"),
        ("tr", "paket ne zaman gelir?"),
        ("ar", "متى تصل الشحنة؟"),
        ("ja", "どこで止まっていますか。"),
        ("zh", "包裹现在在哪里？"),
    ],
)
def test_no_plain_yes_answers_what_asks_openly_or_by_a_denial(language: str, text: str) -> None:
    assert not QuestionForm(text, _REPLIES[language].says(text), english=False).answered_by_yes_or_no
