"""In which language a message is written, and whether that is sure enough to answer in it."""

from __future__ import annotations

import pytest

from parcelbot.reading.written_languages import WrittenLanguage, own_words, read_written_language


def code(text: str, conversation: str = "") -> str:
    return read_written_language(text, conversation).code


def is_sure(text: str, conversation: str = "") -> bool:
    return read_written_language(text, conversation).sure


CLEAR = {
    "de": ["Wo ist mein Paket, es steht seit Tagen", "die sendung wurde angeblich zugestellt aber nichts da"],
    "nl": ["waar blijft mijn pakketje nou", "het staat al een week stil bij postnl"],
    "es": ["hola, mi paquete no se mueve desde hace días", "quiero hablar con una persona por favor"],
    "pt": ["a minha encomenda ainda não chegou", "onde está a minha encomenda, já passaram dez dias"],
    "fr": ["bonjour, où est mon colis s'il vous plaît", "le suivi ne bouge plus depuis une semaine"],
    "it": ["dove si trova il mio pacco adesso", "il pacco risulta consegnato ma non c'è"],
    "pl": ["gdzie jest moja paczka, czekam już tydzień", "paczka utknęła w urzędzie celnym"],
    "ru": ["где моя посылка, уже неделю ничего", "хочу вернуть деньги за этот заказ"],
    "uk": ["де моя посилка і коли її чекати", "трек не оновлюється вже тиждень"],
    "tr": ["kargom nerede kaldı acaba", "paketim iki haftadır gümrükte bekliyor"],
    "sv": ["var är mitt paket någonstans", "det står levererat men jag har inte fått det"],
    "ar": ["أين طردي لم يصل حتى الآن", "الشحنة متوقفة منذ أسبوعين"],
    "ja": ["荷物はどこですか", "まだ届いていません"],
    "zh": ["我的包裹在哪里", "物流信息一周没有更新了"],
    "ko": ["제 소포는 어디에 있나요", "배송이 너무 늦어요"],
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in CLEAR.items() for text in texts])
def test_a_few_words_are_enough_to_be_sure(language: str, text: str):
    assert read_written_language(text) == WrittenLanguage(language, sure=True)


@pytest.mark.parametrize(
    "text",
    [
        "where is my parcel",
        "my tracking hasnt moved sinse tuesday",
        "it says delivered but nothing is here",
        "La Poste says my parcel was delivered yesterday",
        "my order from El Corte Ingles and the Los Angeles depot",
        "die cast model in my parcel is not here",
        "pls help me its stuck in customs",
    ],
)
def test_english_is_english_whatever_names_and_mistakes_it_has(text: str):
    assert code(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        'it says "remis au destinataire" what is that',
        "hello what does „Zustellung erfolglos“ mean for my parcel",
        "it says 「配達完了」 but nothing came to my house",
    ],
)
def test_what_is_quoted_is_not_the_shoppers_own(text: str):
    assert code(text) == "en"


@pytest.mark.parametrize(
    "text", ["", "LP00123456789012", "7288", "#7401", "anna@example.com", "😡", "https://shop.example/de"]
)
def test_codes_and_addresses_tell_no_language(text: str):
    assert read_written_language(text) == WrittenLanguage("en", sure=False)
    assert read_written_language(text, "de") == WrittenLanguage("de", sure=False)


@pytest.mark.parametrize("text", ["ok", "no", "si", "ja", "hm", "dhl", "mein Paket"])
def test_one_or_two_words_are_never_sure(text: str):
    assert not is_sure(text)


@pytest.mark.parametrize(
    ("text", "conversation"), [("ok", "fr"), ("ja", "de"), ("si", "it"), ("no", "es"), ("sim", "pt")]
)
def test_what_is_too_short_to_tell_is_in_the_conversations_language(text: str, conversation: str):
    assert code(text, conversation) == conversation


def test_another_script_is_not_the_conversations_language():
    assert code("привет", "de") == "ru"
    assert code("荷物", "es") == "zh"


def test_chinese_characters_alone_may_be_japanese_where_japanese_is_spoken():
    assert code("返品", "ja") == "ja"


def test_kana_make_it_japanese_however_many_characters_are_chinese():
    assert read_written_language("注文番号七二八八の荷物") == WrittenLanguage("ja", sure=True)


def test_letters_that_only_one_language_has_settle_it():
    assert code("де моя посилка") in ("uk", "ru")
    assert code("її немає") == "uk"
    assert code("выдали другому") == "ru"


def test_own_words_are_without_codes_links_quotations_and_carriers():
    text = 'DHL sagt "Zugestellt" zu LP00123456789012, siehe https://dhl.de/x'
    assert own_words(text) == "sagt zu siehe"


@pytest.mark.parametrize("text", ["注文番号7416 anna@example.com", "追跡番号", "配達完了", "返金希望"])
def test_a_few_chinese_characters_do_not_turn_a_japanese_conversation(text: str) -> None:
    assert read_written_language(text, "ja") == WrittenLanguage("ja", sure=False)


def test_a_chinese_sentence_does() -> None:
    assert code("我的包裹到底什么时候能送到", "ja") == "zh"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("もう12日も動いていません", "ja"), ("メールはanna@example.comです。よろしくお願いします", "ja"),
        ("注文KT-33019はどうなりましたか", "ja"), ("我已经等了12天了", "zh"),
        ("单号YT2632500000000151一直没更新", "zh"),
        ("3일째 움직이지 않아요", "ko"),
    ],
)  # fmt: skip
def test_a_number_takes_no_words_along_where_none_are_told_apart_by_blanks(text: str, language: str) -> None:
    assert read_written_language(text) == WrittenLanguage(language, sure=True)
