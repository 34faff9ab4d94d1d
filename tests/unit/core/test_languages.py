"""Which language a conversation is in: it stays, until a message is surely in another one, or somebody asks."""

from __future__ import annotations

import pytest

from parcelbot.core.languages import (
    HeardLanguage,
    LanguageChoice,
    LanguageSigns,
    LanguageTable,
    LanguageTraits,
    LaunchStatus,
    answer_languages,
    choose_language,
    count_words,
    language_of_tag,
)


def traits(code: str, *names: str, status: LaunchStatus = LaunchStatus.FULL, script_of: str = "") -> LanguageTraits:
    return LanguageTraits(code, names[0], status, names, script_of=script_of)


TABLE = LanguageTable(
    {
        "en": traits("en", "english", "englisch", "inglés"),
        "de": traits("de", "deutsch", "german"),
        "es": traits("es", "español", "spanish"),
        "ja": traits("ja", "日本語", "japanese"),
        "zh": traits("zh", "中文", "简体中文", "chinese"),
        "zh-hant": traits("zh-hant", "繁體中文", "traditional chinese", script_of="zh"),
        "fi": traits("fi", "suomeksi", "finnish", status=LaunchStatus.OFF),
    },
    frozenset(["please", "bitte", "por", "favor", "auf", "in", "en", "can", "you", "speak"]),
)
GERMAN = "wo ist denn mein Paket geblieben"


def choose(text: str, code: str = "", sure: bool = True, **signs: object) -> LanguageChoice:
    return choose_language(LanguageSigns(text, HeardLanguage(code, sure), **signs), TABLE)  # type: ignore[arg-type]


def in_chinese(text: str, script: str, sure: bool = True, before: str = "", prior: str = "") -> str:
    return choose_language(LanguageSigns(text, HeardLanguage("zh", sure, script), before, prior), TABLE).code


def test_the_first_message_that_is_surely_in_a_language_sets_it() -> None:
    assert choose(GERMAN, "de", prior="es") == LanguageChoice("de")


def test_a_first_message_that_tells_nothing_is_in_the_language_of_the_page() -> None:
    assert choose("7409", "en", sure=False, prior="de") == LanguageChoice("de")


def test_without_a_page_a_likely_language_will_do_at_first() -> None:
    assert choose("hola", "es", sure=False) == LanguageChoice("es")


@pytest.mark.parametrize("prior", ["", "fi", "xx"])
def test_english_is_what_is_left(prior: str) -> None:
    assert choose("7409", prior=prior) == LanguageChoice("en")


@pytest.mark.parametrize(
    ("text", "code", "sure"),
    [("ok", "en", True), ("gracias amigo", "es", True), ("is it there or not", "en", False), ("/affirm", "en", True)],
)
def test_a_short_word_an_unsure_one_and_a_button_keep_the_language(text: str, code: str, sure: bool) -> None:
    assert choose(text, code, sure, before="de") == LanguageChoice("de")


def test_three_words_of_another_language_change_it() -> None:
    assert choose("where is it now", "en", before="de") == LanguageChoice("en")


def test_a_carriers_words_change_nothing() -> None:
    assert choose("Shipment departed from facility", "en", before="de", quotes=True) == LanguageChoice("de")


def test_a_language_that_is_off_is_noticed_and_answered_in_the_one_there_is() -> None:
    assert choose("missä pakettini on nyt", "fi", before="de") == LanguageChoice("de", foreign="fi")


def test_a_language_nobody_knows_is_noticed_too() -> None:
    assert choose("ubi est sarcina mea", "la") == LanguageChoice("en", foreign="la")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("English please", "en"),
        ("auf deutsch bitte", "de"),
        ("en español por favor", "es"),
        ("Can you speak German?", "de"),
        ("Deutsch", "de"),
        ("日本語でお願いします", "ja"),
    ],
)
def test_a_language_can_be_asked_for(text: str, code: str) -> None:
    assert choose(text, "es", before="es") == LanguageChoice(code, requested=True)


@pytest.mark.parametrize(
    "text",
    [
        "my German neighbour has it",
        "english or spanish?",
        "the box is in English customs",
        "bitte",
        "說明書是繁體中文的，可是枕頭套的尺寸不對，怎麼辦",
    ],
)
def test_naming_a_language_is_not_asking_for_it(text: str) -> None:
    assert not choose(text, "en", sure=False, before="de").requested


def test_asking_for_one_that_is_off_is_answered_as_writing_it() -> None:
    assert choose("finnish please", "en", before="en") == LanguageChoice("en", foreign="fi")


@pytest.mark.parametrize(("text", "words"), [("wo ist es", 3), ("荷物はどこですか", 4), ("", 0), ("7409 !!", 0)])
def test_words_are_counted_in_every_script(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize("before", ["", "en", "zh"])
def test_who_writes_traditional_characters_is_answered_in_them(before: str) -> None:
    assert in_chinese("請問枕頭套什麼時候會到", "zh-hant", before=before, prior="zh") == "zh-hant"


@pytest.mark.parametrize("text", ["明天下午", "8841", "好"])
def test_the_script_stays_where_a_message_does_not_show_it(text: str) -> None:
    assert in_chinese(text, "", sure=False, before="zh-hant") == "zh-hant"
    assert in_chinese("我明天下午在家", "", before="zh-hant") == "zh-hant"


def test_a_short_word_in_the_other_script_changes_nothing_and_a_sentence_does() -> None:
    assert in_chinese("谢谢", "zh", sure=False, before="zh-hant") == "zh-hant"
    assert in_chinese("请问我的枕套什么时候能到", "zh", before="zh-hant") == "zh"


def test_a_first_message_that_shows_no_script_is_answered_in_the_pages() -> None:
    assert in_chinese("我明天下午在家", "", prior="zh-hant") == "zh-hant"
    assert in_chinese("我明天下午在家", "") == "zh"


def test_a_script_that_is_off_is_answered_in_the_language_all_the_same() -> None:
    off = LanguageTable({**TABLE.languages, "zh-hant": traits("zh-hant", "繁體中文", status=LaunchStatus.OFF)})
    signs = LanguageSigns("請問枕頭套什麼時候會到", HeardLanguage("zh", True, "zh-hant"))
    assert choose_language(signs, off) == LanguageChoice("zh")


@pytest.mark.parametrize(
    ("text", "heard", "code"),
    [
        ("繁體中文", HeardLanguage("zh", True, "zh-hant"), "zh-hant"),
        ("简体中文", HeardLanguage("zh", True, "zh"), "zh"),
        ("traditional chinese please", HeardLanguage("en", True), "zh-hant"),
        ("chinese please", HeardLanguage("en", True), "zh"),
    ],
)
def test_a_script_can_be_asked_for(text: str, heard: HeardLanguage, code: str) -> None:
    assert choose_language(LanguageSigns(text, heard, before="en"), TABLE) == LanguageChoice(code, requested=True)


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("zh-TW", "zh-hant"), ("zh-Hant-HK", "zh-hant"), ("zh_hant", "zh-hant"), ("zh-CN", "zh"), ("zh", "zh"),
        ("zh-Hans-HK", "zh"), ("de-AT", "de"), ("EN", "en"), ("pt-TW", "pt"), ("*", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_browsers_tag_tells_language_and_script(tag: str, code: str) -> None:
    assert language_of_tag(tag) == code


def test_who_writes_chinese_is_answered_by_a_team_that_does() -> None:
    assert answer_languages("zh-hant", ("en", "zh")) == ("zh-hant",)
    assert answer_languages("zh-hant", ("en",)) == ("en",)
