from __future__ import annotations

import pytest

from parcelbot.rasa_plugins.nlu.gazetteer import Gazetteer, all_phrases


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(all_phrases())


def found(gazetteer: Gazetteer, text: str, entity: str, corrections: dict[str, str] | None = None) -> list[str]:
    return [hit.value for hit in gazetteer.find(text, corrections or {}) if hit.entity == entity]


@pytest.mark.parametrize("text", ["royal mail has it", "RoyalMail", "@RoyalMailHelp hello", "#royalmail", "royal mial"])
def test_a_carrier_is_known_by_all_its_spellings(gazetteer: Gazetteer, text: str):
    assert found(gazetteer, text, "carrier") == ["royal_mail"]


def test_a_carrier_named_after_a_country_is_no_country(gazetteer: Gazetteer):
    assert found(gazetteer, "Canada Post lost it", "country") == []


def test_a_word_in_small_letters_is_no_country_misspelt_unless_a_place_is_spoken_of(gazetteer: Gazetteer):
    assert found(gazetteer, "saan na pala ang parcel", "country", {"pala": "palau"}) == []
    assert found(gazetteer, "it is still in chnia", "country", {"chnia": "china"}) == ["CN"]


def test_ups_and_downs_are_no_carrier(gazetteer: Gazetteer):
    assert found(gazetteer, "the ups and downs of life", "carrier") == []


def test_a_verb_is_no_carrier_but_its_name_is(gazetteer: Gazetteer):
    assert found(gazetteer, "can they bring it on monday", "carrier") == []
    assert found(gazetteer, "Bring has it since monday", "carrier") == ["bring"]


def test_a_misspelt_wording_counts_as_the_word_it_was_corrected_to(gazetteer: Gazetteer):
    assert found(gazetteer, "stuck in trasit", "status_phrase", {"trasit": "transit"}) == ["in_transit"]


@pytest.mark.parametrize(
    "text", ["it says delivered", "Delivered", '"delivered"', "what does delivered mean", "marked as delivered"]
)
def test_a_status_of_one_word_is_one_where_the_shopper_reads_it(gazetteer: Gazetteer, text: str):
    assert [value.split("/")[0] for value in found(gazetteer, text, "status_phrase")] == ["delivered"]


@pytest.mark.parametrize(
    "text", ["when will it be delivered", "can it be delivered tomorrow", "I returned from holiday"]
)
def test_the_same_word_in_ordinary_speech_is_none(gazetteer: Gazetteer, text: str):
    assert found(gazetteer, text, "status_phrase") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("it is in Latvia", "LV"),
        ("stuck in the UK", "GB"),
        ("the German customs", "DE"),
        ("left the US on monday", "US"),
        ("still in Turkey", "TR"),
    ],
)
def test_countries_are_known_by_name_short_name_and_demonym(gazetteer: Gazetteer, text: str, code: str):
    assert found(gazetteer, text, "country") == [code]


@pytest.mark.parametrize(
    "text",
    ["please tell us", "turkey for dinner", "Jordan was great", "a jersey top", "french linen", "all in chinese"],
)
def test_everyday_words_first_names_and_languages_are_no_countries(gazetteer: Gazetteer, text: str):
    assert found(gazetteer, text, "country") == []


def test_a_hit_tells_where_it_stands_in_the_raw_text(gazetteer: Gazetteer):
    text = "hi @DPD_UK where"
    hit = next(hit for hit in gazetteer.find(text, {}) if hit.entity == "carrier")
    assert text[hit.start : hit.end] == "DPD"
