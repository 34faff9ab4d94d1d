"""What is more than any scan settles is read in other languages, too, by phrases; and a no before more."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.core.reading.replies.advice_denied import denies_what_it_heard
from parcelbot.core.reading.told.telling import Told, told_in
from parcelbot.reading.language_phrases import load_replies

REPLIES = load_replies(Path(__file__).parents[3] / "locales")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Meine Tante ist letzte Woche verstorben.", Told.DIED),
        ("es", "Mi hermano falleció ayer, el pedido era suyo", Told.DIED),
        ("it", "Il dazio è già pagato da giorni.", Told.CHARGE_PAID),
        ("fr", "La douane exige un document de l'expéditeur", Told.SELLER_PAPER),
        ("nl", "Jullie hebben het vorige week al terugbetaald", Told.REFUNDED),
        ("pl", "Śmieciarka zabrała kosz dziś rano", Told.CARRIED_OFF),
        ("ru", "Это склад экспедитора, я там не живу", Told.FORWARDED),
        ("uk", "Мито вже сплачено минулого тижня", Told.CHARGE_PAID),
        ("tr", "Paramı geçen hafta iade ettiniz", Told.REFUNDED),
        ("ja", "関税はもう払いました。", Told.CHARGE_PAID),
        ("zh", "海关要求发件人提供发票", Told.SELLER_PAPER),
        ("ar", "دفعت الجمارك من اسبوع", Told.CHARGE_PAID),
        ("de", "Ich war gestern dort, die finden nichts", Told.WAS_THERE),
        ("it", "sono andata ieri al negozio e non lo trovano", Told.WAS_THERE),
        ("pl", "Stoję przed kioskiem, a jest zamknięte", Told.WAS_THERE),
        ("ja", "昨日行きましたが、ありませんと言われました", Told.WAS_THERE),
        ("pt", "O lixeiro levou tudo hoje cedo", Told.CARRIED_OFF),
        ("fr", "Le bureau de poste est fermé pour travaux", Told.KEPT_FROM),
        ("de", "Die Filiale hat geschlossen, zwei Wochen Betriebsferien", Told.KEPT_FROM),
        ("es", "en la oficina no me lo quieren dar sin otro documento", Told.KEPT_FROM),
        ("zh", "邮局不给我，说名字不对", Told.KEPT_FROM),
        ("nl", "Het vest valt te groot, ik wil een maat kleiner", Told.WRONG_SIZE),
        ("it", "la camicia mi va stretta", Told.WRONG_SIZE),
        ("ja", "サイズが合わないので交換したい", Told.WRONG_SIZE),
    ],
)
def test_other_languages_have_phrases_for_them(language: str, text: str, told: Told) -> None:
    assert told in told_in(text, REPLIES[language].says(text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Nein, das ist die Firma gegenüber"),
        ("fr", "non, c'est le magasin de mon frère"),
        ("es", "la dirección está bien, la copié de la factura"),
        ("pl", "adres jest dobry, mieszkam tu od lat"),
        ("ja", "住所は合っています。何年も住んでいます。"),
    ],
)
def test_a_denial_is_heard_elsewhere(language: str, text: str) -> None:
    assert denies_what_it_heard(text, REPLIES[language].says(text))


@pytest.mark.parametrize(
    ("language", "text"), [("de", "Nein danke"), ("it", "dov'è il mio pacco?"), ("nl", "nee hoor")]
)
def test_a_mere_no_or_a_question_denies_nothing(language: str, text: str) -> None:
    assert not denies_what_it_heard(text, REPLIES[language].says(text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das Paket ist zugestellt, sagt die Post"),
        ("it", "il custode è in ferie e nessuno apre"),
        ("ru", "Домофон не работает, звоните мне"),
        ("nl", "De winkel is dichtbij, dus dat is fijn"),
        ("es", "estoy de vacaciones, ¿puede ir a una tienda?"),
    ],
)
def test_a_place_that_is_near_or_a_door_that_is_not_heard_keeps_nothing_back(language: str, text: str) -> None:
    assert Told.KEPT_FROM not in told_in(text, REPLIES[language].says(text))
