"""Whatever several sources say to a first message, it is told once and in order. Real tables, real sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment import Status, Substatus
from tests.unit.actions.talk import LP, ORDER, Chat, Told, entity
from tests.unit.actions.test_asked_with_the_number import DELAYED, about, asked
from tests.unit.core.builders import scan, shipment

ON_THE_VAN = shipment(
    scan(Substatus.OUT_FOR_DELIVERY_OTHER, 0, "Ghent, BE"),
    status=Status.OUT_FOR_DELIVERY,
    substatus=Substatus.OUT_FOR_DELIVERY_OTHER,
)
VOIDED = shipment(
    scan(Substatus.EXCEPTION_CANCEL, 1, "Porto, PT", description="Label withdrawn"),
    status=Status.EXCEPTION,
    substatus=Substatus.EXCEPTION_CANCEL,
)
CAME_BACK = shipment(
    scan(Substatus.EXCEPTION_RETURNED, 1, "Ningbo, CN", description="Handed back to the sender"),
    status=Status.EXCEPTION,
    substatus=Substatus.EXCEPTION_RETURNED,
)


def test_what_the_carrier_wrote_is_quoted_once_and_the_plan_says_only_the_day() -> None:
    told = asked(DELAYED, "is that the snow?", "tracking_exception", second="is_it_because")
    assert told.text.count("Heavy snow") == 1
    assert "The carrier reports a delay" not in told.text
    assert "write to me" in told.text


def test_an_answer_that_tells_how_it_stands_needs_no_plan_that_only_hands_over() -> None:
    told = asked(VOIDED, "did you people call it off? tell me", "cancel_order", second="was_cancelled")
    assert told.rows[0].startswith("follow_ups/was_cancelled")
    assert "I'm passing this to a person" not in told.text
    assert told.text.count("cancelled is the label") == 1


def test_who_has_it_is_not_answered_with_a_yes() -> None:
    told = asked(CAME_BACK, "who has my things?", second="who_has_it")
    assert "yes" not in told.text.lower().split("shall i")[0]
    assert "back at our end" in told.text


def test_who_is_asked_to_wait_is_not_offered_a_person_at_once() -> None:
    told = asked(ON_THE_VAN, "it isn't here", "late_delivery")
    assert "Give it until" in told.text or "wait" in told.text
    assert "Would you like me to pass this to a person?" not in told.text


SILENT = shipment(
    scan(Substatus.IN_TRANSIT_DEPARTURE, 40, "Xiamen, CN"), substatus=Substatus.IN_TRANSIT_DEPARTURE, number=LP
)


def ours_on_the_market() -> Chat:
    return about(SILENT, replace(ORDER, sales_channel=SalesChannel.ALIEXPRESS, protection_days_left=3))


def test_who_has_little_protection_left_reads_first_what_to_do_and_each_thing_once() -> None:
    told = ours_on_the_market().says(
        "order 7401, anna@example.com: the seller tells me to wait and my cover runs out, what should I do?",
        "seller_wait_or_dispute",
        entity("order_number", "7401"),
        entity("email", "anna@example.com"),
        ranking=["tracking_not_updating"],
    )
    texts = [message["text"] for message in told.messages]
    assert "Use your buyer protection today (days left: 3)" in texts[1]
    assert told.text.count("days left") == 1
    assert told.text.count("to a person") == 1


def test_a_second_matter_that_has_to_wait_for_the_order_is_named() -> None:
    told = about(SILENT).says(
        "you sent the wrong curtains and the lamp hasn't come either, it's still out, order 7401",
        "item_wrong",
        entity("order_number", "7401"),
    )
    assert "the rest of your order too" in told.text
    assert "Which e-mail" in told.text


@pytest.mark.parametrize("language", ["", "de", "ja"])
def test_the_first_bubble_is_the_parcels_line_whatever_is_felt(language: str) -> None:
    told: Told = asked(SILENT, "I am so angry, where is it?!", language=language, said={"feeling": "angry"})
    assert LP in told.messages[0]["text"]
