"""What is told once for all is found in every language that has phrases."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.reading.language_phrases import load_replies

REPLIES = load_replies(Path(__file__).parents[3] / "locales")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "der Vorhang hat einen Riss", "item_named"),
        ("it", "una federa è macchiata", "item_named"),
        ("uk", "на рушнику пляма", "item_named"),
        ("ja", "シャツに穴が空いていました", "item_named"),
        ("de", "mein Opa ist schwerhörig", "hears_badly"),
        ("es", "es una sorpresa para mi madre", "keep_secret"),
        ("fr", "non, c'est l'inverse", "other_way_round"),
        ("it", "il mio ufficio chiude venerdì", "closed_then"),
        ("nl", "de hond loopt los in de tuin", "dogs_there"),
        ("pl", "pomyliłam numer domu", "own_slip"),
        ("pt", "o endereço está certo, é o do trabalho", "address_stands"),
        ("ru", "бабушка плохо слышит", "hears_badly"),
        ("uk", "офіс зачинений у понеділок", "closed_then"),
        ("tr", "eşime sürpriz, eşim bilmesin", "keep_secret"),
        ("ar", "الكلب طليق في الحديقة", "dogs_there"),
        ("ja", "祖父は耳が遠いです", "hears_badly"),
        ("zh", "我写反了", "other_way_round"),
        ("de", "den Code habe ich nie bekommen", "no_message"),
        ("es", "no me llegó ningún aviso", "no_message"),
        ("fr", "si rien n'est là d'ici mardi, remboursez-moi", "on_condition"),
        ("it", "sull'avviso c'è scritto domani mattina", "card_read"),
        ("nl", "geef me tot zondag", "wants_time"),
        ("pl", "w kółko to samo", "same_again"),
        ("pt", "os correios abriram uma reclamação ontem", "inquiry_open"),
        ("ru", "сначала позвоню на почту", "does_first"),
        ("uk", "номер телефону там неправильний", "phone_wrong"),
        ("tr", "yine aynı cevap", "same_again"),
        ("de", "das haben Sie schon geschrieben", "same_again"),
        ("fr", "vous me l'avez déjà écrit", "same_again"),
        ("nl", "dat heeft u al geschreven", "same_again"),
        ("ru", "вы это уже писали", "same_again"),
        ("uk", "ви мені це вже писали", "same_again"),
        ("zh", "你们已经写过了", "same_again"),
        ("ar", "أعطني حتى الغد", "wants_time"),
        ("ja", "不在票に明日の午前と書いてあります", "card_read"),
        ("zh", "给我几天", "wants_time"),
        ("ko", "며칠 더 기다릴게요", "wants_time"),
        ("sv", "jag ringer först till posten", "does_first"),
        ("de", "die Stiege habe ich vergessen", "flat_left_out"),
        ("es", "olvidé poner la escalera", "flat_left_out"),
        ("fr", "je n'ai pas mis l'étage", "flat_left_out"),
        ("it", "non ho scritto il numero civico", "flat_left_out"),
        ("nl", "de toevoeging heb ik vergeten", "flat_left_out"),
        ("pl", "brakuje numeru lokalu", "flat_left_out"),
        ("pt", "esqueci o complemento", "flat_left_out"),
        ("ru", "я не указал подъезд", "flat_left_out"),
        ("uk", "я забула вказати поверх", "flat_left_out"),
        ("tr", "daire numarasını yazmadım", "flat_left_out"),
        ("ar", "نسيت رقم الشقة", "flat_left_out"),
        ("ja", "部屋番号を書き忘れました", "flat_left_out"),
        ("zh", "我忘了写房间号", "flat_left_out"),
        ("de", "ich habe die Nummer gewechselt", "phone_wrong"),
        ("ar", "انا غيرت رقمي أمس", "phone_wrong"),
        ("pl", "zmieniłam numer w maju", "phone_wrong"),
    ],
)
def test_it_is_told_in_this_language(language: str, text: str, told: str) -> None:
    assert f"told_{told}" in REPLIES[language].says(text)


def test_a_question_tells_nothing() -> None:
    assert "told_no_message" not in REPLIES["de"].says("Habe ich keine SMS bekommen?")


@pytest.mark.parametrize(("language", "text"), [("de", "das habe ich schon geschrieben"), ("uk", "я це вже писала")])
def test_what_the_shopper_wrote_before_is_not_heard_again(language: str, text: str) -> None:
    assert "told_same_again" not in REPLIES[language].says(text)
