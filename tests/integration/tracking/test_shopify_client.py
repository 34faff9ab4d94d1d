"""The Shopify client over a real socket."""

from __future__ import annotations

from typing import Any

import pytest

from parcelbot.orders.protocol import OrderError
from parcelbot.orders.shopify import ShopifyOrders
from tests.integration.tracking.servers import Answer, scripted

NODE: dict[str, Any] = {"name": "#7401", "email": "anna@example.com", "createdAt": "2026-11-10T08:00:00Z"}


def answer(*nodes: dict[str, Any]) -> Answer:
    return Answer({"data": {"orders": {"nodes": list(nodes)}}})


def test_an_order_is_found_by_number_and_e_mail() -> None:
    with scripted(answer(NODE)) as server:
        order = ShopifyOrders(server.url, "secret").find("#7401", "Anna@example.com")
        assert order is not None
        assert order.order_number == "7401"
        assert server.headers[0]["X-Shopify-Access-Token"] == "secret"
        assert server.asked[0][2]["variables"] == {"search": 'name:"#7401" email:"Anna@example.com"'}


@pytest.mark.parametrize("other", [{**NODE, "email": "ben@example.com"}, {**NODE, "name": "#74010"}])
def test_what_the_forgiving_search_finds_besides_is_not_handed_on(other: dict[str, Any]) -> None:
    with scripted(answer(other)) as server:
        assert ShopifyOrders(server.url, "secret").find("7401", "anna@example.com") is None


def test_quotes_in_an_e_mail_do_not_change_the_search() -> None:
    with scripted(answer()) as server:
        ShopifyOrders(server.url, "secret").find("7401", 'a"@b.c OR name:*')
        assert server.asked[0][2]["variables"] == {"search": 'name:"#7401" email:"a\\"@b.c OR name:*"'}


@pytest.mark.parametrize(("number", "email"), [("", "anna@example.com"), ("7401", ""), ("7401", "anna")])
def test_without_a_number_and_an_e_mail_nobody_is_asked(number: str, email: str) -> None:
    with scripted(answer(NODE)) as server:
        assert ShopifyOrders(server.url, "secret").find(number, email) is None
        assert server.asked == []


@pytest.mark.parametrize("trouble", [Answer(status=500), Answer({}, 401), Answer(raw=b"<html>")])
def test_trouble_at_the_shop_is_an_error_and_not_no_such_order(trouble: Answer) -> None:
    with scripted(trouble) as server, pytest.raises(OrderError):
        ShopifyOrders(server.url, "secret").find("7401", "anna@example.com")
