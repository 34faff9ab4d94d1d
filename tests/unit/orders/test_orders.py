"""Orders, and who may see them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from parcelbot.core.parcel.orders import Order, SalesChannel, normalise_order_number
from parcelbot.orders import shopify
from parcelbot.orders.demo import DemoOrders
from parcelbot.orders.protocol import OrderError

NOW = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)
ORDER = Order("7401", "Anna@example.com", SalesChannel.SHOP, NOW)
DEMO = """
orders:
  - {order_number: 7401, email: anna@example.com, sales_channel: shop, placed: 2d4h, parcels: [LP00123456789012],
     destination: NO, value: 89.00 EUR}
  - {order_number: "8123456789012345", email: marco@example.com, sales_channel: aliexpress, placed: 30d,
     protection_days_left: 12}
"""


@pytest.fixture
def demo(tmp_path: Path) -> DemoOrders:
    path = tmp_path / "orders.yml"
    path.write_text(DEMO, "utf-8")
    return DemoOrders.load(path, NOW)


@pytest.mark.parametrize("number", ["7401", "#7401", " KOSSR-7401 ", "no. 7401"])
def test_an_order_is_known_by_its_number_however_it_is_written(number: str) -> None:
    assert ORDER.belongs_to(number, " anna@EXAMPLE.com ")


@pytest.mark.parametrize(
    ("number", "email"), [("7402", "anna@example.com"), ("7401", "ben@example.com"), ("", ""), ("7401", "")]
)
def test_an_order_is_nobody_elses(number: str, email: str) -> None:
    assert not ORDER.belongs_to(number, email)


def test_an_order_number_is_its_digits() -> None:
    assert [normalise_order_number(text) for text in ("#7401", "8123 4567 8901 2345", "none")] == [
        "7401",
        "8123456789012345",
        "",
    ]


def test_a_demo_order_is_found_by_number_and_e_mail(demo: DemoOrders) -> None:
    assert demo.find("#7401", "anna@example.com") == Order(
        "7401",
        "anna@example.com",
        SalesChannel.SHOP,
        NOW - timedelta(days=2, hours=4),
        ("LP00123456789012",),
        "NO",
        None,
        "89.00 EUR",
    )


def test_a_marketplace_order_has_its_protection_clock(demo: DemoOrders) -> None:
    order = demo.find("8123 4567 8901 2345", "marco@example.com")
    assert order is not None
    assert (order.sales_channel, order.protection_days_left, order.parcels) == (SalesChannel.ALIEXPRESS, 12, ())


def test_a_wrong_number_and_a_wrong_e_mail_get_the_same_answer(demo: DemoOrders) -> None:
    assert demo.find("9999", "anna@example.com") is demo.find("7401", "marco@example.com") is None


@pytest.mark.parametrize(
    "text", ["orders: [{order_number: 1}]", "orders: 7", "orders: [{", DEMO.replace("2d4h", "soon")]
)
def test_demo_orders_that_cannot_be_read_are_an_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "orders.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(OrderError):
        DemoOrders.load(path, NOW)


def test_missing_demo_orders_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(OrderError):
        DemoOrders.load(tmp_path / "none.yml", NOW)


def sent(*tracking: dict[str, Any], status: str = "SUCCESS") -> dict[str, Any]:
    return {"status": status, "trackingInfo": list(tracking)}


def node(**fields: Any) -> dict[str, Any]:
    return {
        "name": "#7401",
        "email": "anna@example.com",
        "createdAt": "2026-11-10T08:00:00Z",
        "currentTotalPriceSet": {"shopMoney": {"amount": "89.0", "currencyCode": "EUR"}},
        "shippingAddress": {"countryCodeV2": "DE"},
        "fulfillments": [
            sent({"number": "LX555123405CN", "company": "China Post"}, {"number": None, "company": None}),
            sent({"number": "LX555123405CN", "company": "China Post"}, {"number": "3318810025", "company": "DHL"}),
        ],
        **fields,
    }


def parsed(**fields: Any) -> Order:
    (order,) = shopify.parse({"data": {"orders": {"nodes": [node(**fields)]}}})
    return order


def test_a_shopify_order_is_read() -> None:
    placed = datetime(2026, 11, 10, 8, tzinfo=timezone.utc)
    assert parsed() == Order(
        "7401",
        "anna@example.com",
        SalesChannel.SHOP,
        placed,
        ("LX555123405CN", "3318810025"),
        "DE",
        None,
        "89.0 EUR",
        {"LX555123405CN": "China Post", "3318810025": "DHL"},
    )


def test_a_parcel_of_a_shopify_order_has_the_carrier_that_was_chosen_for_it() -> None:
    order = parsed()
    assert (order.carrier_of("3318810025"), order.carrier_of("LX555123422CN")) == ("DHL", "")


@pytest.mark.parametrize("status", ["CANCELLED", "ERROR", "FAILURE"])
def test_a_fulfilment_that_never_left_is_no_parcel(status: str) -> None:
    gone = sent({"number": "3318810025", "company": "DHL"}, status=status)
    assert parsed(fulfillments=[gone]).parcels == ()
    assert parsed(fulfillments=[gone, sent({"number": "LX555123405CN", "company": None})]).parcels == ("LX555123405CN",)


def test_a_parcel_that_was_cancelled_and_sent_again_is_one_parcel() -> None:
    info = {"number": "3318810025", "company": "DHL"}
    assert parsed(fulfillments=[sent(info, status="CANCELLED"), sent(info)]).parcels == ("3318810025",)


def test_lists_and_prefixes_are_parcels_of_their_own() -> None:
    written = sent({"number": "LX555123405CN, LX555123422CN", "company": None}, {"number": "N/A", "company": "DHL"})
    prefixed = sent({"number": "DHL AWB# 3318810025", "company": "Other"})
    order = parsed(fulfillments=[written, prefixed])
    assert order.parcels == ("LX555123405CN", "LX555123422CN", "3318810025")
    assert order.carriers == {"3318810025": "DHL"}


def test_a_shopify_order_that_is_not_sent_yet_has_no_parcels() -> None:
    assert parsed(fulfillments=[]).parcels == ()


def test_a_shopify_order_without_an_address_or_e_mail_is_still_read() -> None:
    order = parsed(shippingAddress=None, email=None, currentTotalPriceSet=None)
    assert (order.destination, order.email, order.value) == ("", "", "")


@pytest.mark.parametrize("payload", [{}, {"errors": [{"message": "x"}]}, {"data": None}, [], {"data": {"orders": 1}}])
def test_a_shopify_answer_of_another_shape_is_an_error(payload: Any) -> None:
    with pytest.raises(OrderError):
        shopify.parse(payload)


def test_a_scope_that_is_missing_is_named() -> None:
    denied = {
        "message": "Access denied for orders field. Required: `read_orders`.",
        "extensions": {"code": "ACCESS_DENIED"},
    }
    with pytest.raises(OrderError, match="read_orders"):
        shopify.parse({"data": {"orders": None}, "errors": [denied]})


def test_an_order_whose_email_is_kept_from_us_is_an_error_and_not_somebody_elses() -> None:
    denied = {"message": "not approved to use the email field", "extensions": {"code": "ACCESS_DENIED"}}
    with pytest.raises(OrderError, match="email"):
        shopify.parse({"data": {"orders": {"nodes": [node(email=None)]}}, "errors": [denied]})


@pytest.mark.parametrize("errors", ["down", [1, None], [{"extensions": 1}], [{"extensions": {"code": "THROTTLED"}}]])
def test_any_complaint_is_an_error(errors: Any) -> None:
    with pytest.raises(OrderError):
        shopify.parse({"data": {"orders": {"nodes": []}}, "errors": errors})


@pytest.mark.parametrize(
    ("installation", "sees_all"),
    [
        ({"accessScopes": [{"handle": "read_orders"}]}, False),
        ({"accessScopes": [{"handle": "read_orders"}, {"handle": "read_all_orders"}]}, True),
        ({"accessScopes": []}, True),
        ({"accessScopes": "rubbish"}, True),
        (None, True),
    ],
)
def test_the_apps_scopes_tell_whether_it_sees_old_orders(installation: Any, sees_all: bool) -> None:
    assert shopify.sees_all_orders({"data": {"currentAppInstallation": installation}}) is sees_all
