"""What a question supposes, in the other languages' own phrases."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.core.reading.questions.supposed import Asks, Event, Supposed, supposed_in
from parcelbot.reading.language_phrases import load_replies

LOCALES = Path(__file__).parents[3] / "locales"


def supposed(language: str, text: str) -> Supposed | None:
    return supposed_in(load_replies(LOCALES)[language].says(text))


@pytest.mark.parametrize(
    ("language", "text", "event", "asks"),
    [
        ("de", "Falls das Paket zurückkommt, ist mein Geld dann futsch?", Event.BACK, Asks.MONEY),
        ("de", "was mache ich, wenn es bis zum Zehnten nicht da ist?", Event.SILENT, Asks.HAPPENS),
        ("fr", "Et s'il est renvoyé, je devrai payer deux fois ?", Event.BACK, Asks.COST),
        ("es", "¿Y si llega roto?", Event.BROKEN, Asks.HAPPENS),
        ("it", "e se non sono in casa quando passano?", Event.MISSED, Asks.HAPPENS),
        ("nl", "stel dat het nooit aankomt, wie betaalt dat?", Event.LOST, Asks.COST),
        ("pl", "co jeśli nie zdążę odebrać?", Event.UNCLAIMED, Asks.HAPPENS),
        ("pt", "se for devolvido, vocês mandam outra vez?", Event.BACK, Asks.AGAIN),
        ("ru", "а если таможня ее не пропустит?", Event.CUSTOMS, Asks.HAPPENS),
        ("uk", "якщо прийде запізно, можна буде повернути?", Event.LATE, Asks.RETURNS),
        ("tr", "iade edilirse kargo parası benden mi çıkar?", Event.BACK, Asks.COST),
        ("ar", "ماذا أفعل إذا وصل الطرد مكسورا؟ أقصد لو وصل مكسور", Event.BROKEN, Asks.HAPPENS),
        ("ja", "返送されたら、代金は返金されますか。", Event.BACK, Asks.MONEY),
        ("zh", "要是海关不放行怎么办", Event.CUSTOMS, Asks.HAPPENS),
    ],
)
def test_each_language_has_its_own_words(language: str, text: str, event: Event, asks: Asks) -> None:
    assert supposed(language, text) == Supposed(event, asks)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Wenn ich nicht damit zufrieden bin, was dann?"),
        ("de", "Geht es zurück?"),
        ("fr", "Savez-vous s'il est perdu ?"),
        ("es", "¿Sabes si se perdió?"),
        ("it", "è tornato indietro?"),
        ("nl", "ik ben niet thuis tot zes uur"),
        ("pl", "jeśli zaginęła, to napiszcie mi od razu."),
        ("pt", "o pacote voltou?"),
        ("ru", "посылка потерялась?"),
        ("tr", "paket geri döndü mü?"),
        ("ja", "留守でした。"),
        ("zh", "包裹退回了吗？"),
    ],
)
def test_what_is_asked_of_now_or_only_stated_supposes_nothing(language: str, text: str) -> None:
    assert supposed(language, text) is None
