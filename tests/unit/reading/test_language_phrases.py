"""Short things in other languages that decide by themselves, as `locales/phrases/` has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.core.dialogue.hearing.feelings import Feeling
from parcelbot.locales.files import languages_in
from parcelbot.reading.language_phrases import load_phrases
from tests.support.languages import ROOT

PHRASES = load_phrases(ROOT / "locales")
PLACES, PEOPLE, CARRIER = "places_checked", "people_asked", "carrier_contacted"


def test_every_language_with_sentences_has_its_phrases() -> None:
    assert set(languages_in(ROOT / "locales")) - PHRASES.keys() == set()


def test_where_there_are_no_files_there_are_no_phrases(tmp_path: Path) -> None:
    assert load_phrases(tmp_path) == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Entiendo."), ("es", "ok, entiendo"), ("de", "Ach so, alles klar!"), ("de", "verstanden"),
        ("fr", "D’accord, je vois"), ("it", "ho capito"), ("nl", "ok, duidelijk"), ("pl", "rozumiem"),
        ("pt", "ok, percebi"), ("ru", "Понятно"), ("uk", "добре, зрозуміло"), ("tr", "tamam, anladım"),
        ("ar", "حسناً، فهمت"), ("ja", "はい、わかりました。"), ("zh", "好的，明白了"), ("ko", "네, 알겠습니다"),
        ("sv", "ok, jag förstår"),
    ],
)  # fmt: skip
def test_a_message_of_nothing_else_takes_note(language: str, text: str) -> None:
    assert PHRASES[language].acknowledges(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "vale"), ("es", "no entiendo"), ("de", "ok"), ("de", "alles klar, und wann kommt es?"),
        ("ru", "непонятно"), ("ja", "はい"), ("zh", "好的"), ("zh", "不明白"),
        ("ja", "わかりませんでした"), ("tr", "anlamadım"), ("fr", ""),
    ],
)  # fmt: skip
def test_a_yes_a_no_or_more_is_no_note(language: str, text: str) -> None:
    assert not PHRASES[language].acknowledges(text)


@pytest.mark.parametrize(
    ("language", "text", "feeling"),
    [
        ("es", "estoy muy preocupada por el paquete", Feeling.WORRIED),
        ("es", "¡esto es inaceptable!", Feeling.ANGRY),
        ("de", "Ich mache mir langsam Sorgen", Feeling.WORRIED),
        ("de", "es ist für eine Hochzeit am Samstag", Feeling.PRESSED),
        ("fr", "je suis déçue", Feeling.DISAPPOINTED),
        ("it", "è una vergogna", Feeling.ANGRY),
        ("nl", "ik ben erg teleurgesteld", Feeling.DISAPPOINTED),
        ("pl", "trochę się martwię", Feeling.WORRIED),
        ("pt", "é para um casamento", Feeling.PRESSED),
        ("ru", "Я очень переживаю", Feeling.WORRIED),
        ("uk", "це на день народження", Feeling.PRESSED),
        ("tr", "çok endişeliyim", Feeling.WORRIED),
        ("ar", "أنا قلق جدا", Feeling.WORRIED),
        ("ja", "とても心配しています", Feeling.WORRIED),
        ("zh", "我很担心", Feeling.WORRIED),
        ("ko", "정말 걱정돼요", Feeling.WORRIED),
        ("sv", "jag är besviken", Feeling.DISAPPOINTED),
        ("de", "wo ist mein Paket", ""),
        ("nl", "komt het zaterdag?", ""),
        ("zh", "包裹到哪里了", ""),
    ],
)
def test_a_feeling_is_heard(language: str, text: str, feeling: str) -> None:
    assert PHRASES[language].feeling(text) == feeling


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ich habe die Bettwäsche vor zwei Wochen zurückgeschickt"),
        ("fr", "J’ai renvoyé le colis il y a deux semaines, où est mon remboursement ?"),
        ("es", "ya devolví la falda"),
        ("nl", "ik heb het pakket teruggestuurd"),
        ("it", "ho rispedito tutto lunedì"),
        ("pl", "odesłałam sukienkę"),
        ("ru", "я вернула платье"),
        ("tr", "ürünü iade ettim"),
        ("ar", "أرجعت الفستان قبل أسبوع"),
        ("ja", "先週返品しました"),
        ("zh", "我已经退货了"),
        ("sv", "jag har skickat tillbaka klänningen"),
    ],
)
def test_the_shoppers_own_return_is_heard(language: str, text: str) -> None:
    assert PHRASES[language].sent_back(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "das Paket wurde an den Absender zurückgeschickt"),
        ("fr", "mon colis a été renvoyé à l’expéditeur"),
        ("fr", "je veux renvoyer ma robe"),
        ("es", "¿por qué lo han devuelto?"),
        ("nl", "het pakket is teruggestuurd"),
        ("pl", "paczka została odesłana"),
    ],
)
def test_a_parcel_that_goes_back_and_a_wish_to_return_are_none(language: str, text: str) -> None:
    assert not PHRASES[language].sent_back(text)


@pytest.mark.parametrize(
    ("language", "text", "checks"),
    [
        ("de", "ja, beim Nachbarn habe ich schon gefragt und im Briefkasten ist auch nichts", {PLACES, PEOPLE}),
        ("es", "he mirado en el buzón; a los vecinos todavía no les he preguntado", {PLACES}),
        ("fr", "j’ai appelé le transporteur, personne ne sait", {CARRIER}),
        ("it", "ho chiesto ai vicini e ho guardato in garage", {PLACES, PEOPLE}),
        ("nl", "ik heb de buren gevraagd en PostNL gebeld", {PEOPLE, CARRIER}),
        ("pl", "pytałam sąsiadów", {PEOPLE}),
        ("pt", "já perguntei aos vizinhos", {PEOPLE}),
        ("ru", "соседей спросил, в почтовом ящике ничего нет", {PLACES, PEOPLE}),
        ("uk", "питала сусідів", {PEOPLE}),
        ("tr", "komşulara sordum", {PEOPLE}),
        ("ar", "سألت الجيران وبحثت عند الباب", {PLACES, PEOPLE}),
        ("ja", "はい、家族にも隣の人にも聞きました", {PEOPLE}),
        ("zh", "我问过邻居了，快递柜也看过了", {PLACES, PEOPLE}),
        ("ko", "이웃에게 물어봤어요", {PEOPLE}),
        ("sv", "jag har frågat grannen", {PEOPLE}),
        ("de", "soll ich beim Nachbarn gefragt haben?", set()),
        ("de", "beim Nachbarn habe ich noch nicht gefragt", set()),
        ("es", "¿quién puede recogerlo, un vecino?", set()),
        ("ja", "隣の人にはまだ聞いていません", set()),
    ],
)
def test_what_was_checked_is_heard(language: str, text: str, checks: set[str]) -> None:
    assert set(PHRASES[language].checks(text)) == checks


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "お世話になります。先日のシーツですが、端にシミがございました。"),
        ("ja", "袋を開けたらクッションが破れていました"),
        ("ja", "箱ごとびしょ濡れでした"),
        ("ar", "الوسادة التي وصلتني عليها بقع صفراء"),
        ("zh", "你好，枕套上有污渍，还有一股异味"),
        ("tr", "Merhaba, yastık kılıfı lekeli çıktı"),
        ("pl", "dzień dobry, na poszewce jest brązowa plama"),
        ("uk", "наволочка вся у плямах"),
        ("uk", "ковдра має дірку"),
        ("ru", "наволочка вся в пятнах, носить нельзя"),
        ("de", "der Bezug ist an der Seite eingerissen"),
        ("de", "auf dem Kissen ist ein Fleck und ich kann es so nicht benutzen"),
        ("fr", "la taie est tachée et je ne peux pas l’utiliser"),
        ("fr", "le coussin commandé sur votre site est déchiré"),
        ("es", "la funda tiene un agujero"),
        ("it", "appena aperta, la federa era strappata"),
        ("nl", "het kussen zit vol vlekken"),
        ("pt", "esta semana chegou a fronha, toda rasgada"),
        ("sv", "kudden har fläckar"),
        ("ko", "베개에 얼룩이 있어요"),
    ],
)
def test_spoilt_goods_are_heard(language: str, text: str) -> None:
    assert PHRASES[language].spoilt(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Wczoraj dostałam zasłonę i jest rozcięta na dole."),
        ("de", "In der Decke ist ein Schnitt in der Mitte"),
        ("fr", "Le drap est coupé sur dix centimètres"),
        ("ru", "на покрывале порез"),
        ("it", "il lenzuolo ha un taglio"),
        ("tr", "örtü kesik geldi"),
        ("ja", "布に切れ目があります"),
        ("pt", "o lençol veio cortado"),
    ],
)
def test_cloth_that_was_cut_is_spoilt(language: str, text: str) -> None:
    assert PHRASES[language].spoilt(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "もし破れていたら交換できますか"),
        ("ja", "まだ届いていません"),
        ("ja", "追跡のリンクが壊れています"),
        ("de", "Ihr Link ist kaputt"),
        ("de", "falls es kaputt ankommt, melde ich mich"),
        ("it", "il pacco è in rotta per Milano"),
        ("fr", "le vase n’est pas abîmé, merci"),
        ("pl", "link jest zepsuty"),
        ("tr", "paketim nerede"),
        ("zh", "如果坏了怎么办"),
        ("ar", "اين طردي"),
    ],
)
def test_what_is_only_supposed_or_no_goods_is_not_spoilt(language: str, text: str) -> None:
    assert not PHRASES[language].spoilt(text)


@pytest.mark.parametrize(
    ("language", "text", "done"),
    [
        ("tr", "UPS sayfasında da yok", ()),
        ("de", "Bei DHL habe ich nachgesehen, nichts", ()),
        ("es", "en correos no sale nada", ()),
        ("tr", "UPS ile konuştum", (CARRIER,)),
        ("de", "Ich habe bei DHL angerufen", (CARRIER,)),
    ],
)
def test_who_looked_on_a_carriers_page_has_turned_to_nobody(language: str, text: str, done: tuple[str, ...]) -> None:
    assert PHRASES[language].checks(text) == done
