from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.training_data.message import Message

from parcelbot.front.shopper_text import clean, is_blank, keepable, neutralise


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("/restart", "restart"),
        ("  //restart", "restart"),
        ("/ /restart", "restart"),
        ('/provide_details{"email":"x@y.z"}', "provide details"),
        ('/provide_details@0.9{"email":"x@y.z"} please', "provide details"),
        ("/", "?"),
        ("///", "?"),
        ("\u00a0/greet", "greet"),
    ],
)
def test_a_typed_command_becomes_words(typed: str, read: str) -> None:
    assert neutralise(typed) == read


@pytest.mark.parametrize("typed", ["24/7?", "LP00123456789012", "http://example.org/x", "😀", " hello "])
def test_text_that_is_no_command_stays_as_it_is(typed: str) -> None:
    assert neutralise(typed) == typed


@given(st.text(alphabet=st.sampled_from('/ \t\n\x1c\u00a0\u2003{}@"ab_0.:'), max_size=30))
def test_nothing_typed_is_ever_unpacked_by_rasa(typed: str) -> None:
    message = Message.build(text=neutralise(clean(typed)).strip())
    assert YAMLStoryReader.unpack_regex_message(message) is message


def test_control_characters_and_lone_surrogates_go_and_line_breaks_stay() -> None:
    assert clean("a\x00b\x1b[1m\r\nc\td\ud800") == "ab[1m\nc\td"


def test_joined_emoji_survive() -> None:
    assert clean("👩‍👧 🇬🇧") == "👩‍👧 🇬🇧"


@pytest.mark.parametrize("text", ["", "  \n", "\u200b\u2060", "\u00a0"])
def test_what_cannot_be_seen_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["😀", "🫠", ".", "你好"])
def test_emoji_and_other_scripts_are_not_blank(text: str) -> None:
    assert not is_blank(text)


def test_payment_numbers_are_not_keepable_and_parcels_are() -> None:
    assert keepable("card 4111 1111 1111 1111\x00, parcel RR123456785CN") == "card [card ••••], parcel RR123456785CN"
