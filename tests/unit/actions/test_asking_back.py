"""What is asked inside a talk and believed too little is asked back, with what makes sense for the parcel."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parcelbot.core.reading.questions.pressed_second import OTHER, command_of, second_pressed
from tests.unit.actions import test_kept_and_tried as in_any_language
from tests.unit.actions.talk import Chat, Told, entity
from tests.unit.actions.test_second_questions import EXPORTED, WAITING, told_of

DOUBTFUL = [("how_sure", 0.22), ("lost", 0.16), ("transport", 0.13)]


def asked(
    chat: Chat, text: str = "hm, is there any guessing at that?", seconds: Sequence[tuple[str, float]] = ()
) -> Told:
    return chat.says(text, "out_of_scope", confidence=0.7, seconds=seconds or DOUBTFUL)


def titles(told: Told) -> list[str]:
    return [button["title"] for message in told.messages for button in message.get("buttons") or ()]


def pressed(chat: Chat, name: str) -> Told:
    news = command_of(name).split('"')[3]
    return chat.presses(command_of(name), entity("news", news))


def test_what_may_be_meant_is_offered_with_something_else_last() -> None:
    told = asked(told_of(EXPORTED))
    assert titles(told) == ["Is the date certain?", "Is it lost?", "Is it on a ship or a plane?", "Something else"]
    assert "Which of these" in told.text


def test_what_makes_no_sense_for_the_parcel_or_is_hardly_believed_is_not_offered() -> None:
    told = asked(told_of(WAITING), seconds=[("signature", 0.2), ("pickup_bring", 0.18), ("lost", 0.04)])
    assert titles(told) == ["What do I need to collect it?", "Something else"]


@pytest.mark.parametrize(("name", "row"), [("how_sure", "how_sure"), ("transport", "transport")])
def test_a_press_is_answered_as_that_very_question(name: str, row: str) -> None:
    chat = told_of(EXPORTED)
    asked(chat)
    assert pressed(chat, name).rows[0] == f"follow_ups/{row}"


def test_who_means_something_else_is_offered_a_person() -> None:
    chat = told_of(EXPORTED)
    asked(chat)
    assert "person" in pressed(chat, OTHER).text


def test_nothing_is_asked_back_twice_in_a_row_nor_three_times_in_a_talk() -> None:
    chat = told_of(EXPORTED)
    offered = []
    for text in (
        "is there a way to tell?",
        "or can one guess?",
        "any idea then?",
        "so can one tell?",
        "would you know?",
    ):
        offered.append("Something else" in titles(asked(chat, text)))
    assert offered == [True, False, True, False, False]


def test_who_only_tells_something_is_asked_nothing_back() -> None:
    assert titles(asked(told_of(EXPORTED), "our aunt has made the beds up already with the old ones")) == []


def test_what_is_hardly_likelier_than_the_rest_is_not_offered() -> None:
    assert "Something else" not in titles(asked(told_of(EXPORTED), seconds=[("how_sure", 0.15), ("lost", 0.14)]))


def test_a_button_of_another_kind_stands_for_no_question() -> None:
    assert second_pressed("stop_case") == ""
    assert second_pressed("second:lost") == "lost"


@pytest.mark.parametrize(
    ("code", "text", "offered"),
    [
        ("de", "und wie ist das damit so?", ["Ist der Tag sicher?", "Ist es verloren?"]),
        ("pl", "a jak to z tym jest?", ["Czy ta data jest pewna?", "Czy zaginęła?"]),
        ("ar", "وكيف هذا الأمر؟", ["هل الموعد مؤكد؟", "هل ضاع؟"]),
        ("ja", "それはどういう感じですか？", ["その日付は確実ですか？", "紛失ですか？"]),
        ("zh-hant", "那這個是怎麼樣呢？", ["日期確定嗎？", "丟了嗎？"]),
    ],
)
def test_it_is_asked_back_in_the_language_that_is_spoken(code: str, text: str, offered: Sequence[str]) -> None:
    chat = in_any_language.told_of(EXPORTED)
    doubtful = [("how_sure", 0.27), ("lost", 0.16)]
    told = chat.says(text, "out_of_scope", language=code, confidence=0.7, seconds=doubtful)
    assert titles(told)[:2] == offered
    assert len(titles(told)) == 3


def test_in_other_languages_what_is_only_a_little_likely_is_not_offered() -> None:
    chat = in_any_language.told_of(EXPORTED)
    told = chat.says(
        "och hur är det med vikten?", "out_of_scope", language="de", confidence=0.7, seconds=[("how_sure", 0.22)]
    )
    assert titles(told) == []


def test_two_more_are_offered_beside_the_likeliest_even_if_they_are_much_less_so() -> None:
    told = asked(told_of(EXPORTED), seconds=[("how_sure", 0.22), ("lost", 0.08), ("transport", 0.07)])
    assert len(titles(told)) == 4


def test_what_asks_without_a_mark_is_asked_back_as_well() -> None:
    assert titles(asked(told_of(EXPORTED), "does it go by way of that other place then")) != []
