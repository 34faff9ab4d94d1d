from __future__ import annotations

from parcelbot.rasa_plugins.nlu.text import MAX_CHARACTERS, latin_share, normalised, without_codes, words


def test_codes_become_words_so_that_no_number_is_learnt_by_heart():
    text = normalised("where is RR123456785CN, order #7401, me@mail.example")
    assert {"xcode", "xorder", "xmail"} <= set(text.split())
    assert not any(character.isdigit() for character in text)


def test_handles_and_hashtags_are_read_as_words():
    assert normalised("@RoyalMailHelp #WhereIsMyParcel") == "Royal Mail Where Is My Parcel"


def test_a_handle_of_digits_names_nobody_and_is_no_number():
    assert normalised("@115817 where is it") == "you where is it"


def test_a_thumb_is_a_word():
    assert normalised("👍") == "yes"


def test_control_characters_markup_and_links_are_left_out():
    assert normalised("where\x00 is <b>it</b> https://example.org/x?y=1") == "where is it link"


def test_signs_spelt_for_web_pages_are_read_as_signs():
    assert normalised("cut &amp; torn, isn&#39;t it") == "cut & torn, isn't it"


def test_drawn_out_words_are_shortened():
    assert normalised("sooooo late") == "soo late"


def test_a_long_story_keeps_its_beginning_and_its_end():
    text = normalised("first " + "and then " * 500 + "last")
    assert text.startswith("first")
    assert text.endswith("last")
    assert len(text) <= MAX_CHARACTERS + 1


def test_words_are_lower_case_and_keep_their_apostrophe():
    assert words("It’s NOT 9 o'clock!") == ["it's", "not", "o'clock"]


def test_without_its_codes_a_message_is_what_is_said_around_them():
    assert words(without_codes("yes it's RR123456785CN")) == ["yes", "it's"]


def test_the_share_of_latin_letters_tells_other_scripts():
    assert latin_share("где посылка") == 0
    assert latin_share("where is it") == 1
    assert latin_share("12345 📦") == 1
