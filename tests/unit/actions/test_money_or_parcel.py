"""What is asked while a refund is waited for, or of a delay and its reason. Real tables, real sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.parcel.shipment import Shipment, Status, Substatus
from tests.unit.actions.talk import LP, Chat, entity
from tests.unit.actions.test_asked_with_the_number import wordings
from tests.unit.actions.test_second_turn import chat
from tests.unit.core.builders import scan, shipment

BACK = shipment(
    scan(Substatus.EXCEPTION_RETURNED, 3, "Yiwu, CN", description="Returned to sender"),
    status=Status.RETURNED,
    substatus=Substatus.EXCEPTION_RETURNED,
)
STORM = shipment(
    scan(Substatus.IN_TRANSIT_OTHER, 0.5, "Derby, GB", description="Delayed by severe weather"),
    status=Status.EXCEPTION,
    substatus=Substatus.EXCEPTION_DELAYED,
)
WRONG_BELT = shipment(
    scan(Substatus.IN_TRANSIT_OTHER, 0.5, "Derby, GB", description="Missorted, will be forwarded"),
    status=Status.EXCEPTION,
    substatus=Substatus.EXCEPTION_DELAYED,
)


def told_of(parcel: Shipment, intent: str = "where_is_my_order") -> Chat:
    conversation = chat(parcel)
    conversation.use_cases = replace(conversation.use_cases, read_wording=wordings().read)
    conversation.says(f"it's about {LP}", intent, entity("tracking_number", LP))
    return conversation


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("I'd like it on my account and not in a report", "customs_payment"),
        ("a payment of 20 euro came on my card, less than it cost", "scam_message"),
        ("just a third of it is there", "item_missing"),
        ("they spoke of a week", "late_delivery"),
        ("has it perhaps landed on the closed account", "attempt_contested"),
        ("so how many days from now on", "returned_to_sender"),
    ],
)
def test_in_a_talk_of_a_refund_money_is_meant_and_no_fee_no_goods_and_no_fraud(text: str, intent: str) -> None:
    assert told_of(BACK, "refund_status").says(text, intent).rows[0] == "neighbours/refund"


def test_of_a_refund_the_carrier_sends_nobody_away_and_nothing_is_paid_at_a_door() -> None:
    for second in ("carrier_robot", "fee_at_door", "was_sent"):
        told = told_of(BACK, "refund_status").says("my aunt wants to know every day", "refund_status", second=second)
        assert told.rows[0] == "neighbours/refund"


def test_whether_money_was_sent_is_not_answered_with_a_case_that_is_not() -> None:
    told = told_of(BACK, "refund_status").says("has it been sent at all?", "refund_status")
    assert "team" not in told.text.split("\n")[0]
    assert told.rows[0] == "neighbours/refund"


def test_a_suspicious_message_stays_one_and_the_parcel_can_still_be_asked_for() -> None:
    conversation = told_of(BACK, "refund_status")
    assert conversation.says("a text with a link asks for my card", "scam_message").rows[0] != "neighbours/refund"
    told = told_of(BACK, "refund_status").says("and where is the parcel now?", "where_is_my_order")
    assert told.rows[0] != "neighbours/refund"


def test_without_a_refund_in_it_a_fee_is_a_fee() -> None:
    assert told_of(BACK).says("what do I pay on it?", "customs_payment").rows[0] != "neighbours/refund"


def test_of_a_wrong_depot_it_is_not_asked_whether_it_is_a_stop() -> None:
    conversation = told_of(WRONG_BELT, "wrong_destination")
    assert conversation.dialogue.row == "exception/missorted"
    assert conversation.says("I live nowhere near that", "wrong_destination").rows == ["follow_ups/why_there_missorted"]


def test_the_reason_of_a_delay_that_is_wondered_at_is_told_with_its_place_and_nothing_of_rain() -> None:
    told = told_of(STORM).says("which storm, the sky is blue", "out_of_scope", second="safe_dry", belief=0.5)
    assert told.rows == ["follow_ups/is_it_because_told"]
    assert "Derby" in told.text
    told = told_of(STORM).says("does it lie in the rain somewhere?", "out_of_scope", second="safe_dry", belief=0.5)
    assert told.rows == ["follow_ups/safe_dry"]


def test_where_a_day_was_named_for_a_delay_no_number_is_called_made_up() -> None:
    told = told_of(STORM).says("is it rather one day or ten", "arrival_date", second="days_from_there")
    assert told.rows == ["follow_ups/days_from_there_delayed"]


@pytest.mark.parametrize("parcel", [STORM, WRONG_BELT])
def test_what_is_only_late_still_comes(parcel: Shipment) -> None:
    assert told_of(parcel).says("push it please", "speed_up").rows == ["hurry/delayed"]
    assert told_of(parcel).says("my money back please", "refund_wanted").rows[0] == "refund/delayed"
