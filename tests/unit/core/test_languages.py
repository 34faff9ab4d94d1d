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
    choose_language,
    count_words,
)


def traits(code: str, *names: str, status: LaunchStatus = LaunchStatus.FULL) -> LanguageTraits:
    return LanguageTraits(code, names[0], status, names)


TABLE = LanguageTable(
    {
        "en": traits("en", "english", "englisch", "inglés"),
        "de": traits("de", "deutsch", "german"),
        "es": traits("es", "español", "spanish"),
        "ja": traits("ja", "日本語", "japanese"),
        "fi": traits("fi", "suomeksi", "finnish", status=LaunchStatus.OFF),
    },
    frozenset(["please", "bitte", "por", "favor", "auf", "in", "en", "can", "you", "speak"]),
)
GERMAN = "wo ist denn mein Paket geblieben"


def choose(text: str, code: str = "", sure: bool = True, **signs: object) -> LanguageChoice:
    return choose_language(LanguageSigns(text, HeardLanguage(code, sure), **signs), TABLE)  # type: ignore[arg-type]


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
    "text", ["my German neighbour has it", "english or spanish?", "the box is in English customs", "bitte"]
)
def test_naming_a_language_is_not_asking_for_it(text: str) -> None:
    assert not choose(text, "en", sure=False, before="de").requested


def test_asking_for_one_that_is_off_is_answered_as_writing_it() -> None:
    assert choose("finnish please", "en", before="en") == LanguageChoice("en", foreign="fi")


@pytest.mark.parametrize(("text", "words"), [("wo ist es", 3), ("荷物はどこですか", 4), ("", 0), ("7409 !!", 0)])
def test_words_are_counted_in_every_script(text: str, words: int) -> None:
    assert count_words(text) == words
