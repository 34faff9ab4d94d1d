"""When a message is taken for an angry one."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.text.temper import blames_oneself, is_frustrated


@pytest.mark.parametrize(
    "text",
    [
        "This is ridiculous",
        "what the hell is going on",
        "you are useless",
        "I already told you my number",
        "this is the third time I ask",
        "a complete SCAM",
    ],
)
def test_angry_words_show_anger(text: str) -> None:
    assert is_frustrated(text)


@pytest.mark.parametrize("text", ["WHERE IS MY PARCEL", "STILL NOTHING HERE after 9 days".upper()])
def test_a_message_in_capitals_is_shouted(text: str) -> None:
    assert is_frustrated(text)


@pytest.mark.parametrize("text", ["where is it!!!", "hello???"])
def test_marks_in_a_row_are_shouted(text: str) -> None:
    assert is_frustrated(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello, where is my parcel?",
        "LP00123456789012",
        "RR123456785CN and LP00123456789012",
        "OK THANKS",
        "shell shocked by the classic scrap book",
        "我的包裹在哪里，我已经等了很久了",
        "It says ARRIVED AT FACILITY and nothing since",
    ],
)
def test_a_calm_message_is_calm(text: str) -> None:
    assert not is_frustrated(text)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Oh dear, I was rather silly, the sum stood there in pounds", True),
        ("that was my own mistake then", True),
        ("I apologise, I read the line above", True),
        ("this is not my fault", False),
        ("I feel foolish for trusting you useless people", False),
        ("you made me wait for nothing", False),
    ],
)
def test_who_is_cross_with_themselves_reproaches_nobody(text: str, own: bool) -> None:
    assert blames_oneself(text) is own
