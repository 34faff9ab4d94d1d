"""A question without its mark, and a message that only asks to wait."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.questions.unmarked_questions import asks_by_its_build, asks_unmarked
from parcelbot.core.reading.replies.oks import only_says_ok
from parcelbot.core.reading.replies.partings import hopes
from parcelbot.core.reading.replies.postponing import only_holds_on


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("i was just wondering whether they ring the bell", True),
        ("we only asked how it gets over the bridge", True),
        ("never heard of them, what do they drive", True),
        ("did your people pack it or not", True),
        ("mi dite se è partito, sì o no", False),
        ("on l'attend combien de temps au guichet", False),
        ("dann sagt mir mal wie lange das dauert", False),
        ("и почему он стоит", False),
        ("czy nie", False),
    ],
)
def test_a_question_without_a_mark_is_one(text: str, english: bool) -> None:
    assert asks_unmarked(text, english)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("the lane floods when it rains", True),
        ("I asked my cousin and she has none", True),
        ("that's what my aunt says too", True),
        ("quando piove il cancello si blocca", False),
        ("als es klingelte, war ich im Garten", False),
    ],
)
def test_what_is_only_told_asks_nothing(text: str, english: bool) -> None:
    assert not asks_unmarked(text, english)


@pytest.mark.parametrize(
    "text",
    [
        "my brother may sign for it or no he has his own key",
        "they hold it nine days or no",
        "sir how many weeks the depot holds it",
        "thanks but which day, I have only Tuesday",
        "you give it back to me or I have to pay twice",
        "that is no reason to worry, is it",
        "if nobody opens the door then how",
        "kommt der Bote am Samstag oder nicht",
        "lo traen el lunes o no",
        "привезут завтра или нет",
        "cumaya kadar yetişir mi acaba",
        "paket açılmış mı",
        "можно ли забрать позже",
        "czy kurier dzwoni",
        "чи треба паспорт",
    ],
)
def test_a_sentence_asks_by_its_build_in_whatever_order_its_words_are(text: str) -> None:
    assert asks_by_its_build(text)


@pytest.mark.parametrize(
    "text",
    [
        "I don't mind whether it rains or not",
        "there was no slip and no note",
        "the blue one, or no colour at all like last time",
        "he rang the same way as they do",
        "bring it round or I call my bank",
        "I wrote down the number and the name",
        "es ist egal, ob es regnet oder nicht",
        "lo hacen por mi",
        "вряд ли он дома",
        "kapıcı ile konuştum",
    ],
)
def test_what_is_left_open_or_told_asks_nothing_by_its_build(text: str) -> None:
    assert not asks_by_its_build(text)


@pytest.mark.parametrize("text", ["Wait!", "ok hang on", "just a second"])
def test_who_holds_on_says_nothing_else(text: str) -> None:
    assert only_holds_on(text)


@pytest.mark.parametrize("text", ["wait until Friday", "hold on to the box", "I can't wait", "no wait, it came"])
def test_a_wait_with_more_is_none(text: str) -> None:
    assert not only_holds_on(text)


def test_an_ok_may_begin_with_a_little_word() -> None:
    assert only_says_ok("well fine")
    assert only_says_ok("ah alright then")
    assert not only_says_ok("well send it")


def test_crossed_fingers_hope() -> None:
    assert hopes("right, crossing my fingers")
