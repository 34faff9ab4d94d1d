"""Whether the receipt shall be confirmed, and who else may fetch a parcel: by the phrases of other languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.core.reading.replies.confirming import asks_to_confirm
from parcelbot.reading.language_phrases import load_replies

_REPLIES = load_replies(Path(__file__).parents[3] / "locales")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die App will, dass ich den Erhalt bestätige"),
        ("es", "la app me pide confirmar la recepción"),
        ("fr", "l'appli me demande de confirmer la réception"),
        ("pl", "Aplikacja prosi, żebym potwierdziła odbiór"),
        ("uk", "продавець просить підтвердити отримання товару"),
        ("ar", "التطبيق يطلب مني تأكيد الاستلام"),
        ("ja", "アプリで受取確認を押してもいいですか"),
        ("zh", "app要我确认收货，可是还没到"),
        ("ar", "أضغط تم الاستلام؟"),
        ("de", "soll ich auf „Ware erhalten“ klicken?"),
        ("fr", "l'appli veut que je valide la réception"),
        ("it", "clicco su conferma di aver ricevuto?"),
        ("nl", "bevestig ik de ontvangst al?"),
        ("pl", "nacisnąć potwierdź otrzymanie?"),
        ("ru", "подтверждать получение?"),
        ("uk", "підтверджувати отримання?"),
        ("sv", "bekräftar jag leveransen nu?"),
        ("tr", "Teslim aldım'a basmalı mıyım?"),
        ("tr", "Alındı onayı vereyim mi?"),
        ("zh", "我该确认收货吗？"),
    ],
)
def test_other_languages_say_it_in_phrases(language: str, text: str) -> None:
    assert asks_to_confirm(text, _REPLIES[language].says(text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Können Sie den Eingang meiner Rücksendung bestätigen?"),
        ("es", "confirmen la entrega por favor"),
        ("pl", "proszę potwierdzić adres dostawy"),
        ("ja", "受け取りの日時を確認したい"),
        ("zh", "请确认收货地址"),
        ("ar", "التطبيق يقول تم الاستلام لكن لم يصل"),
        ("fr", "je confirme que je n'ai rien reçu"),
        ("tr", "uygulama teslim aldım görünüyor ama gelmedi"),
        ("uk", "підтверджую, що отримала лише одну"),
    ],
)
def test_in_other_languages_too_something_else_is_confirmed(language: str, text: str) -> None:
    assert not asks_to_confirm(text, _REPLIES[language].says(text))


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("de", "Kann meine Frau das abholen?", True),
        ("de", "Kann man das im Nachbarort abholen?", False),
        ("es", "¿puede mi hermana recoger el paquete?", True),
        ("zh", "可以让我老公去取吗", True),
        ("ja", "大丈夫ですか、受け取れますか", False),
        ("it", "posso ritirarlo vicino casa?", False),
        ("ru", "можно забрать в другом отделении?", False),
        ("sv", "kan man hämta det på lördag?", False),
    ],
)
def test_whether_somebody_else_may_fetch_it_needs_somebody_else(language: str, text: str, asked: bool) -> None:
    assert ("second_somebody_else_collects" in _REPLIES[language].says(text)) is asked
