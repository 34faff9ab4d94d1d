from __future__ import annotations

import pytest

from parcelbot.rasa_plugins.nlu.spelling import Speller, apply_corrections, domain_counts


@pytest.fixture(scope="module")
def speller() -> Speller:
    trade = ["tracking", "delivered", "delivery", "customs", "transit", "package", "received", "where", "don't"]
    counts = dict.fromkeys(trade, 50)
    return Speller({**counts, "delivery": 80, "recieved": 3, "dont": 9, "kossr": 4})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("trakcing", "tracking"),
        ("trasit", "transit"),
        ("costums", "customs"),
        ("pacakge", "package"),
        ("deliverd", "delivered"),
    ],
)
def test_a_misspelt_word_becomes_the_trades_word_that_is_nearest(speller: Speller, typed: str, meant: str):
    assert speller.corrections(f"my {typed} please") == {typed: meant}


def test_a_typing_error_of_the_training_data_is_not_learnt_as_a_word(speller: Speller):
    assert speller.corrections("recieved") == {"recieved": "received"}


def test_a_word_of_the_shops_own_that_is_near_no_other_is_kept(speller: Speller):
    assert speller.corrections("kossr") == {}


def test_names_of_carriers_and_countries_are_never_corrected(speller: Speller):
    assert speller.corrections("evri yodel cainiao yanwen latvia") == {}


def test_english_words_short_words_and_contractions_are_left_alone(speller: Speller):
    assert speller.corrections("transom dont pkg tht havent weather") == {}


def test_the_known_share_counts_the_trades_words_only(speller: Speller):
    assert speller.known_share("package received photosynthesis quokka") == 0.5
    assert speller.known_share("") == 1


def test_corrections_replace_whole_words_only():
    assert apply_corrections("Trak my trakcing", {"trak": "track"}) == "track my trakcing"


def test_rare_words_of_the_training_data_do_not_count():
    assert domain_counts(["late parcel", "late again", "late"], min_count=2) == {"late": 3}
