"""The main path: a question about a parcel, answered from live tracking and the tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from parcelbot.core.wording import day_words
from tests.support.shopper import Shopper

Put = Callable[..., str]

STUCK = "LP00123456789012"
EXPORTED_9_DAYS = "YT2632500000000121"


def exported(age: str) -> list[dict[str, str]]:
    return [
        {"age": age, "description": "Departed from country of origin", "sub_status": "InTransit_Departure"},
        {"age": "40d", "description": "Accepted by carrier", "sub_status": "InTransit_PickedUp"},
    ]


def test_the_headline_gives_age_window_date_and_next_step(shopper: Shopper, parcel: Put) -> None:
    parcel(
        "LP00123456789099", carrier="Cainiao", origin="CN", destination="GB",
        status="InTransit", sub_status="InTransit_Departure", events=exported("9d"),
    )  # fmt: skip
    heard = shopper.says("my tracking hasn't moved for 9 days, LP00123456789099")
    assert "9 days ago" in heard
    assert "10–15 business days" in heard
    assert heard.card is not None
    assert heard.card["wait_text"] in heard.text
    assert "write to me" in heard


def test_an_overdue_parcel_gets_the_offer_of_a_person_with_a_date(shopper: Shopper) -> None:
    heard = shopper.says(f"my parcel {STUCK} is stuck")
    assert heard.rows == ["in_transit/exported_overdue"]
    assert "22 days ago" in heard
    assert "answer by" in heard
    assert "Yes, please" in heard.buttons


def test_the_marketplace_has_its_own_window(shopper: Shopper) -> None:
    shopper.says(f"my parcel {STUCK} is stuck")
    before = datetime.now(timezone.utc).date()
    heard = shopper.presses("I ordered on AliExpress")
    assert heard.rows == ["marketplace_transit/exported_watch"]
    # midnight may have passed, and in the evening the scan is of the next day where it was made
    days = {before, datetime.now(timezone.utc).date()}
    assert any(day_words(day + timedelta(days=left), day) in heard for day in days for left in (3, 4))


def test_the_number_may_come_later(shopper: Shopper) -> None:
    assert "tracking number" in shopper.says("my tracking is stuck, no update for days")
    assert shopper.says(EXPORTED_9_DAYS).rows == ["in_transit/exported_normal"]


def test_without_a_number_there_is_general_help(shopper: Shopper) -> None:
    shopper.says("my parcel is held in customs")
    heard = shopper.says("I don't have it")
    assert heard.rows[0].startswith("no_parcel/")


def test_an_order_opens_with_its_number_and_its_email(shopper: Shopper) -> None:
    assert "e-mail" in shopper.says("where is my order 7401")
    assert shopper.says("anna@example.com").rows == ["in_transit/exported_normal"]


def test_order_and_email_in_one_message_are_enough(shopper: Shopper) -> None:
    heard = shopper.says("where is order #7401? my email is anna@example.com")
    assert heard.rows == ["in_transit/exported_normal"]


def test_a_wrong_email_and_an_unknown_order_get_the_same_words(stack: object, shopper: Shopper) -> None:
    shopper.says("where is order #7401")
    wrong_email = shopper.says("somebody@example.com").text
    other = Shopper(shopper.base_url)
    other.says("where is order #9988")
    assert other.says("anna@example.com").text == wrong_email


def test_a_wrong_email_tells_nothing_about_the_order(shopper: Shopper) -> None:
    heard = shopper.says("where is order #7499, anna@example.com")
    assert heard.card is None
    assert "YT26" not in heard.text
    assert "ben" not in heard.text


def test_guessing_an_orders_email_is_stopped(shopper: Shopper) -> None:
    shopper.says("where is order #7499")
    for guess in range(6):
        heard = shopper.says(f"guess{guess}@example.com")
    assert "stop trying" in heard
    assert "stop trying" in shopper.says("ben@example.com")


def test_several_parcels_of_an_order_are_offered(shopper: Shopper) -> None:
    heard = shopper.says("order #7420 anna@example.com where is it")
    assert len(heard.buttons) == 3
    assert shopper.says("the second one").rows == ["in_transit/arrived_normal"]


def test_an_order_without_a_parcel_yet_is_answered(shopper: Shopper) -> None:
    heard = shopper.says("where is order #7416? anna@example.com")
    assert heard.rows
    assert "tracking number" in heard


def test_a_marketplace_order_counts_the_days_of_protection(shopper: Shopper) -> None:
    heard = shopper.says("aliexpress order 8123456789012347, marco@example.com, nothing moves")
    assert heard.rows[0].startswith("marketplace_transit/")
    assert "days left: 3" in heard


def test_what_now_repeats_the_date(shopper: Shopper) -> None:
    answered = shopper.says(f"where is {EXPORTED_9_DAYS}")
    assert answered.card is not None
    assert answered.card["wait_text"] in shopper.says("what now?").text


def test_the_answer_says_which_row_and_source_it_comes_from(shopper: Shopper) -> None:
    heard = shopper.says(f"where is {EXPORTED_9_DAYS}")
    source = next(m["custom"]["answer"] for m in heard.messages if "answer" in (m.get("custom") or {}))
    assert source["source"].startswith("kossr-tracking-not-updating")


@pytest.mark.parametrize(
    ("number", "table"),
    [
        ("YT2632500000000101", "no_first_scan"),
        ("LX555123422CN", "customs"),
        ("YT2632500000000141", "out_for_delivery"),
        ("QM301188305GB", "pickup"),
        ("RR700455417CN", "delivery_failed"),
        ("YT2632500000000161", "exception"),
        ("YT2632500000000171", "returned"),
        ("LP00000000000173", "expired"),
        ("RR123456785CN", "not_found"),
    ],
)
def test_every_state_of_a_parcel_has_its_table(shopper: Shopper, number: str, table: str) -> None:
    assert shopper.says(f"where is {number}").rows[0].split("/")[0] == table


def test_a_parcel_handed_over_names_both_carriers(shopper: Shopper) -> None:
    heard = shopper.says("where is LP00000000000133")
    assert "Cainiao" in heard
    assert "Royal Mail" in heard


def test_a_status_nobody_mapped_is_said_to_be_unknown(shopper: Shopper) -> None:
    assert shopper.says("where is YT2632500000000181").rows[0].startswith("unknown/")
