"""Whether to confirm the receipt is answered with no, before it is unpacked; and who else may fetch a parcel."""

from __future__ import annotations

from tests.support.languages import read_phrases
from tests.unit.actions.talk import Chat
from tests.unit.actions.test_second_questions import EXPORTED, told_of


def test_nobody_is_told_to_confirm_what_has_not_come() -> None:
    told = told_of(EXPORTED).says("AliExpress wants me to confirm delivery, do I press it?", "seller_wait_or_dispute")
    assert told.rows == ["advice/confirm_receipt"]
    assert told.text.startswith("No, don't confirm it yet")


def test_the_counter_gives_the_day_to_act() -> None:
    chat = told_of(EXPORTED)
    told = chat.says("in 9 days the order closes, should I confirm receipt before?", "seller_wait_or_dispute")
    assert told.rows == ["advice/confirm_receipt_dated"]


def test_a_corrected_counter_moves_the_day() -> None:
    chat = told_of(EXPORTED)
    first = chat.says("in 19 days the order closes, should I confirm receipt before?", "seller_wait_or_dispute")
    then = chat.says("oh sorry, not 19, only 12", "late_delivery", confidence=0.4)
    assert then.rows == ["advice/confirm_receipt_dated"]
    assert then.text != first.text


def test_on_which_day_something_is_to_be_done_is_asked_of_the_counter_too() -> None:
    chat = told_of(EXPORTED)
    chat.says("in 19 days the order closes, should I confirm receipt before?", "seller_wait_or_dispute")
    assert chat.says("fine, and on which day do I have to do something then", "next_step").rows == [
        "advice/confirm_receipt_dated"
    ]


def test_it_is_answered_before_the_scans_also_while_a_case_is_shown() -> None:
    chat = told_of(EXPORTED)
    chat.says("a person please", "talk_to_human")
    text = "uygulama 'teslim aldım' tuşuna bas diyor, basayım mı?"
    told = chat.says(text, "scam_message", confidence=0.5, language="tr", said=read_phrases("tr", text))
    assert told.rows[:1] == ["advice/confirm_receipt"]


def test_who_denies_a_fault_in_the_first_message_is_told_of_a_return() -> None:
    text = "It isn't faulty, only far too short. Can I send it back?"
    told = Chat().says(text, "item_damaged", confidence=0.7)
    assert not any("damaged" in row for row in told.rows)
