"""Find orders of a Shopify shop, through its GraphQL Admin API."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import requests
from dateutil.parser import isoparse

from parcelbot.core.parcel.orders import Order, SalesChannel, normalise_order_number
from parcelbot.orders.protocol import OrderError

API_VERSION = "2025-10"

_QUERY = """
query Orders($search: String!) {
  orders(first: 5, query: $search) {
    nodes {
      name
      email
      createdAt
      currentTotalPriceSet { shopMoney { amount currencyCode } }
      shippingAddress { countryCodeV2 }
      fulfillments(first: 20) { trackingInfo(first: 20) { number company } }
    }
  }
}
"""


@dataclass(frozen=True)
class ShopifyOrders:
    """An `OrderDirectory` over one shop.

    `shop_url` is the shop's own address, `token` an Admin API token that may read orders. A call takes
    at most `timeout_s` to connect and to answer, and is not repeated: the shopper can ask again.
    """

    shop_url: str
    token: str
    timeout_s: float = 4.0
    session: requests.Session = field(default_factory=requests.Session)

    def find(self, order_number: str, email: str) -> Order | None:
        """Find the order that has both number and e-mail; None when either differs. Raises OrderError."""
        digits = normalise_order_number(order_number)
        if not digits or "@" not in email:
            return None
        # The search is by words and forgiving; only an order that has both is handed on.
        search = f"name:{json.dumps('#' + digits)} email:{json.dumps(email.strip())}"
        found = parse(self._ask({"query": _QUERY, "variables": {"search": search}}))
        return next((order for order in found if order.belongs_to(digits, email)), None)

    def _ask(self, body: Mapping[str, Any]) -> Any:
        url = f"{self.shop_url.rstrip('/')}/admin/api/{API_VERSION}/graphql.json"
        headers = {"X-Shopify-Access-Token": self.token}
        try:
            response = self.session.post(url, json=body, headers=headers, timeout=self.timeout_s, allow_redirects=False)
            response.raise_for_status()
            return response.json()
        except (requests.RequestException, ValueError) as error:
            raise OrderError(f"Shopify: {type(error).__name__}") from error


def parse(payload: Any) -> tuple[Order, ...]:
    """Read the orders of a GraphQL answer; empty when none matched. Another shape raises OrderError."""
    try:
        return tuple(_parse_order(node) for node in payload["data"]["orders"]["nodes"])
    except (KeyError, TypeError, ValueError) as error:
        raise OrderError(f"Shopify: unexpected answer ({error!r})") from error


def _parse_order(node: Mapping[str, Any]) -> Order:
    money = (node.get("currentTotalPriceSet") or {}).get("shopMoney") or {}
    return Order(
        order_number=normalise_order_number(node["name"]),
        email=node.get("email") or "",
        sales_channel=SalesChannel.SHOP,
        placed_at=isoparse(node["createdAt"]),
        parcels=_tracking_numbers(node),
        destination=(node.get("shippingAddress") or {}).get("countryCodeV2") or "",
        value=f"{money['amount']} {money['currencyCode']}" if money else "",
    )


def _tracking_numbers(node: Mapping[str, Any]) -> tuple[str, ...]:
    """List each tracking number once, in the order the parcels were sent."""
    sent = (info for fulfilment in node.get("fulfillments") or () for info in fulfilment.get("trackingInfo") or ())
    return tuple(dict.fromkeys(info["number"] for info in sent if info.get("number")))
