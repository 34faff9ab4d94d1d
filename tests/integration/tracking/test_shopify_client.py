"""The Shopify client over a real socket."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from parcelbot.orders.protocol import OrderError
from parcelbot.orders.shopify import API_VERSION, ShopifyOrders
from parcelbot.orders.shopify_access import ClientCredentials, LastingToken
from tests.integration.tracking.servers import Answer, scripted

NODE: dict[str, Any] = {"name": "#7401", "email": "anna@example.com", "createdAt": "2026-11-10T08:00:00Z"}


def answer(*nodes: dict[str, Any], scopes: tuple[str, ...] = ("read_orders", "read_all_orders")) -> Answer:
    installation = {"accessScopes": [{"handle": scope} for scope in scopes]}
    return Answer({"data": {"currentAppInstallation": installation, "orders": {"nodes": list(nodes)}}})


def token(value: str) -> Answer:
    return Answer({"access_token": value, "scope": "read_orders", "expires_in": 86399})


def test_an_order_is_found_by_number_and_e_mail() -> None:
    with scripted(answer(NODE)) as server:
        order = ShopifyOrders(server.url, LastingToken("secret")).find("#7401", "Anna@example.com")
        assert order is not None
        assert order.order_number == "7401"
        assert server.headers[0]["X-Shopify-Access-Token"] == "secret"
        assert server.asked[0][2]["variables"] == {"search": 'name:"#7401" email:"Anna@example.com"'}


@pytest.mark.parametrize("typed", ["EN7401-A", "#en7401-a", "7401"])
def test_a_shops_own_form_of_the_number_is_tried_and_then_the_shoppers_latest_orders(typed: str) -> None:
    with scripted(answer(), answer({**NODE, "name": "EN7401-A"})) as server:
        assert ShopifyOrders(server.url, LastingToken("secret")).find(typed, "anna@example.com") is not None
        by_name, by_email = (asked[2]["variables"]["search"] for asked in server.asked)
        spelt = ' OR name:"#EN7401-A" OR name:"EN7401-A")' if typed != "7401" else ""
        assert by_name == f'{"(" if spelt else ""}name:"#7401"{spelt} email:"anna@example.com"'
        assert by_email == 'email:"anna@example.com"'


@pytest.mark.parametrize("other", [{**NODE, "email": "ben@example.com"}, {**NODE, "name": "#74010"}])
def test_what_the_forgiving_search_finds_besides_is_not_handed_on(other: dict[str, Any]) -> None:
    with scripted(answer(other)) as server:
        assert ShopifyOrders(server.url, LastingToken("secret")).find("7401", "anna@example.com") is None


def test_quotes_in_an_e_mail_do_not_change_the_search() -> None:
    with scripted(answer()) as server:
        ShopifyOrders(server.url, LastingToken("secret")).find("7401", 'a"@b.c OR name:*')
        assert server.asked[0][2]["variables"] == {"search": 'name:"#7401" email:"a\\"@b.c OR name:*"'}


@pytest.mark.parametrize(("number", "email"), [("", "anna@example.com"), ("7401", ""), ("7401", "anna")])
def test_without_a_number_and_an_e_mail_nobody_is_asked(number: str, email: str) -> None:
    with scripted(answer(NODE)) as server:
        assert ShopifyOrders(server.url, LastingToken("secret")).find(number, email) is None
        assert server.asked == []


@pytest.mark.parametrize("trouble", [Answer(status=500), Answer({}, 401), Answer(raw=b"<html>")])
def test_trouble_at_the_shop_is_an_error_and_not_no_such_order(trouble: Answer) -> None:
    with scripted(trouble) as server, pytest.raises(OrderError):
        ShopifyOrders(server.url, LastingToken("secret")).find("7401", "anna@example.com")


def test_an_app_gets_its_token_by_itself() -> None:
    with scripted(token("t1"), answer(NODE)) as server:
        orders = ShopifyOrders(server.url, ClientCredentials(server.url, "id", "hush"))
        assert orders.find("7401", "anna@example.com") == orders.find("7401", "anna@example.com") is not None
        assert [path for _, path, _ in server.asked[:2]] == [
            "/admin/oauth/access_token",
            f"/admin/api/{API_VERSION}/graphql.json",
        ]
        assert [headers.get("X-Shopify-Access-Token") for headers in server.headers] == [None, "t1", "t1"]


def test_a_token_that_was_withdrawn_is_renewed_within_the_same_question() -> None:
    with scripted(token("t1"), Answer({}, 401), token("t2"), answer(NODE)) as server:
        orders = ShopifyOrders(server.url, ClientCredentials(server.url, "id", "hush"))
        assert orders.find("7401", "anna@example.com") is not None
        assert server.headers[-1]["X-Shopify-Access-Token"] == "t2"


def test_an_app_that_stays_refused_is_an_error_and_not_asked_for_ever() -> None:
    with scripted(token("t1"), Answer({}, 401), token("t2"), Answer({}, 401)) as server:
        orders = ShopifyOrders(server.url, ClientCredentials(server.url, "id", "hush"))
        with pytest.raises(OrderError, match="401"):
            orders.find("7401", "anna@example.com")
        assert len(server.asked) == 4


def test_the_operator_is_told_once_why_old_orders_are_not_found(caplog: pytest.LogCaptureFixture) -> None:
    with scripted(answer(scopes=("read_orders",))) as server:
        orders = ShopifyOrders(server.url, LastingToken("secret"))
        assert [orders.find("7401", "anna@example.com") for _ in range(3)] == [None] * 3
    assert [record.levelname for record in caplog.records if "read_all_orders" in record.getMessage()] == ["WARNING"]
    assert "anna" not in caplog.text


def test_an_app_that_is_granted_all_orders_hides_none_any_more() -> None:
    hidden_at_first = [answer(scopes=("read_orders",))] * 2
    with scripted(*hidden_at_first, answer()) as server:
        orders, hidden = ShopifyOrders(server.url, LastingToken("secret")), []
        for number in ("7401", "7402"):
            orders.find(number, "anna@example.com")
            hidden.append(orders.recent_only())
    assert hidden == [True, False]


def test_an_app_that_sees_all_orders_warns_of_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with scripted(answer()) as server:
        assert ShopifyOrders(server.url, LastingToken("secret")).find("7401", "anna@example.com") is None
    assert caplog.text == ""


# ---- what is under way

SENT: dict[str, Any] = {
    **NODE,
    "customerLocale": "de-CH",
    "shippingAddress": {"countryCodeV2": "CH"},
    "fulfillments": [
        {"status": "SUCCESS", "displayStatus": "IN_TRANSIT", "trackingInfo": [{"number": "LP00123456789012"}]},
        {"status": "SUCCESS", "displayStatus": "DELIVERED", "trackingInfo": [{"number": "LP00123456789013"}]},
    ],
}
SINCE = datetime(2026, 10, 1, 12, tzinfo=timezone(timedelta(hours=2)))


def page(*nodes: dict[str, Any], after: str = "") -> Answer:
    info = {"hasNextPage": bool(after), "endCursor": after or None}
    return Answer({"data": {"orders": {"nodes": list(nodes), "pageInfo": info}}})


def test_open_orders_come_page_by_page() -> None:
    with scripted(page(SENT, after="c1"), page()) as server:
        shop = ShopifyOrders(server.url, LastingToken("secret"))
        first = shop.open_page(SINCE, "")
        last = shop.open_page(SINCE, first.after)
        assert (first.after, last.after, last.orders) == ("c1", "", [])
        told = [asked[2]["variables"] for asked in server.asked]
    assert [variables["after"] for variables in told] == [None, "c1"]
    assert "created_at:>='2026-10-01T10:00:00Z'" in told[0]["search"]


def test_what_shopify_knows_to_be_delivered_is_left_out() -> None:
    with scripted(page(SENT, {**SENT, "fulfillments": SENT["fulfillments"][1:]})) as server:
        (order,) = ShopifyOrders(server.url, LastingToken("secret")).open_page(SINCE, "").orders
    assert (order.parcels, order.destination, order.language) == (("LP00123456789012",), "CH", "de")


@pytest.mark.parametrize(
    "trouble", [Answer(status=500), answer(), Answer({"errors": [{"extensions": {"code": "THROTTLED"}}]})]
)
def test_a_page_that_cannot_be_read_is_an_error(trouble: Answer) -> None:
    with scripted(trouble) as server, pytest.raises(OrderError):
        ShopifyOrders(server.url, LastingToken("secret")).open_page(SINCE, "")
