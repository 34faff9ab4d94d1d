"""Find orders of a Shopify shop, and list those under way, through its GraphQL Admin API."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

import requests
from dateutil.parser import isoparse

from parcelbot.core.parcel.orders import Order, SalesChannel, normalise_order_number
from parcelbot.orders.protocol import OrderError, OrderPage
from parcelbot.orders.shopify_access import ShopifyAccess
from parcelbot.orders.tracking_texts import SentParcel, read_parcels

log = logging.getLogger(__name__)

API_VERSION = "2025-10"

_QUERY = """
query Orders($search: String!) {
  currentAppInstallation { accessScopes { handle } }
  orders(first: 5, query: $search, sortKey: CREATED_AT, reverse: true) {
    nodes {
      name
      email
      createdAt
      currentTotalPriceSet { shopMoney { amount currencyCode } }
      shippingAddress { countryCodeV2 }
      fulfillments(first: 20) { status trackingInfo(first: 20) { number company } }
    }
  }
}
"""
#: One page of what is under way. A query may cost 1,000 points, which each list in it multiplies.
_OPEN_QUERY = """
query OpenOrders($search: String!, $after: String) {
  orders(first: 20, after: $after, query: $search, sortKey: CREATED_AT) {
    pageInfo { hasNextPage endCursor }
    nodes {
      name
      email
      createdAt
      customerLocale
      shippingAddress { countryCodeV2 }
      fulfillments(first: 8) { status displayStatus trackingInfo(first: 4) { number company } }
    }
  }
}
"""
_SENT = "(fulfillment_status:shipped OR fulfillment_status:fulfilled OR fulfillment_status:partial) -status:cancelled"
#: Fulfilments that never became a parcel.
_NOT_SENT = frozenset({"CANCELLED", "ERROR", "FAILURE"})
_ARRIVED = "DELIVERED"
SEES_ALL = "read_all_orders"


@dataclass(frozen=True)
class ShopifyOrders:
    """An `OrderDirectory`, and `OpenOrders`, over one shop.

    `shop_url` is the shop's own address; `access` has tokens that may read orders. A call takes at most `timeout_s`
    to connect and to answer, and is not repeated but with a new token: the shopper can ask again.
    """

    shop_url: str
    access: ShopifyAccess
    timeout_s: float = 4.0
    session: requests.Session = field(default_factory=requests.Session)
    _recent_only: threading.Event = field(default_factory=threading.Event, init=False, repr=False)

    def find(self, order_number: str, email: str) -> Order | None:
        """Find the order that has both number and e-mail; None when either differs. Raises OrderError."""
        if not normalise_order_number(order_number) or "@" not in email:
            return None
        for search in _searches(order_number, email):
            answer = self._ask({"query": _QUERY, "variables": {"search": search}})
            # The search is by words and forgiving; only an order that has both is handed on.
            found = next((order for order in parse(answer) if order.belongs_to(order_number, email)), None)
            self._note_scopes(answer)
            if found is not None:
                return found
        return None

    def recent_only(self) -> bool:
        """Tell whether Shopify's last answer said that the app may not see orders older than 60 days."""
        return self._recent_only.is_set()

    def _note_scopes(self, answer: Any) -> None:
        if sees_all_orders(answer):
            self._recent_only.clear()
        elif not self._recent_only.is_set():
            self._recent_only.set()
            log.warning(
                "Shopify shows this app orders of the last 60 days only: shoppers with older ones are sent to a "
                "person. Grant the app the scope %s.",
                SEES_ALL,
            )

    def open_page(self, since: datetime, after: str) -> OrderPage:
        """Read a page of the orders that were sent, wholly or in part, and placed at or after `since`; OrderError.

        A parcel that Shopify itself knows to be delivered is left out, and an order without any other.
        """
        placed = f"created_at:>='{since.astimezone(timezone.utc):%Y-%m-%dT%H:%M:%SZ}'"
        search = f"{placed} {_SENT}"
        answer = self._ask({"query": _OPEN_QUERY, "variables": {"search": search, "after": after or None}})
        return parse_open(answer)

    def _ask(self, body: Mapping[str, Any]) -> Any:
        token = self.access.token()
        response = self._post(body, token)
        if response.status_code == requests.codes.unauthorized and self.access.refused(token):
            response = self._post(body, self.access.token())
        try:
            response.raise_for_status()
            return response.json()
        except (requests.RequestException, ValueError) as error:
            raise OrderError(f"Shopify: {type(error).__name__}, HTTP {response.status_code}") from error

    def _post(self, body: Mapping[str, Any], token: str) -> requests.Response:
        url = f"{self.shop_url.rstrip('/')}/admin/api/{API_VERSION}/graphql.json"
        headers = {"X-Shopify-Access-Token": token}
        try:
            return self.session.post(url, json=body, headers=headers, timeout=self.timeout_s, allow_redirects=False)
        except requests.RequestException as error:
            raise OrderError(f"Shopify: {type(error).__name__}") from error


def _searches(order_number: str, email: str) -> Iterator[str]:
    """Give the searches for an order: by its number, then among the shopper's latest.

    A shop may set letters around its numbers, and then "#7401" is nobody's name there.
    """
    digits, typed = normalise_order_number(order_number), order_number.strip().lstrip("#").upper()
    names = [f"name:{json.dumps(name)}" for name in dict.fromkeys((f"#{digits}", "#" + typed, typed)) if name != digits]
    of_the_shopper = f"email:{json.dumps(email.strip())}"
    any_name = " OR ".join(names)
    yield f"{any_name if len(names) == 1 else f'({any_name})'} {of_the_shopper}"
    yield of_the_shopper


def parse(payload: Any) -> tuple[Order, ...]:
    """Read the orders of a GraphQL answer; empty when none matched. Errors and another shape raise OrderError."""
    _raise_errors(payload)
    try:
        return tuple(_parse_order(node) for node in payload["data"]["orders"]["nodes"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise OrderError(f"Shopify: unexpected answer ({error!r})") from error


def parse_open(payload: Any) -> OrderPage:
    """Read a page of orders under way. Errors and another shape raise OrderError."""
    orders = [order for order in parse(payload) if order.parcels]
    try:
        page = payload["data"]["orders"]["pageInfo"]
        return OrderPage(orders, str(page["endCursor"]) if page["hasNextPage"] else "")
    except (KeyError, TypeError) as error:
        raise OrderError(f"Shopify: unexpected answer ({error!r})") from error


def sees_all_orders(payload: Any) -> bool:
    """Tell whether the app may see orders older than 60 days; True where the answer does not tell its scopes."""
    installation = payload["data"].get("currentAppInstallation")
    scopes = installation.get("accessScopes") if isinstance(installation, dict) else None
    handles = [scope.get("handle") for scope in scopes or () if isinstance(scope, dict)]
    return not handles or SEES_ALL in handles


def _raise_errors(payload: Any) -> None:
    """Raise what GraphQL complains of: an order without its e-mail would be taken for another shopper's."""
    errors = payload.get("errors") if isinstance(payload, dict) else None
    if not errors:
        return
    told = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []
    for error in told:
        if _code(error) == "ACCESS_DENIED":
            raise OrderError(f"Shopify: {error.get('message')} (grant the app its scopes: docs/operating.md)")
    raise OrderError(f"Shopify: {', '.join(filter(None, map(_code, told))) or 'an error without a code'}")


def _code(error: Mapping[str, Any]) -> str:
    extensions = error.get("extensions")
    return str(extensions.get("code", "")) if isinstance(extensions, dict) else ""


def _parse_order(node: Mapping[str, Any]) -> Order:
    money = (node.get("currentTotalPriceSet") or {}).get("shopMoney") or {}
    parcels = list(_parcels(node))
    return Order(
        order_number=normalise_order_number(node["name"]),
        email=node.get("email") or "",
        sales_channel=SalesChannel.SHOP,
        placed_at=isoparse(node["createdAt"]),
        parcels=tuple(dict.fromkeys(parcel.number for parcel in parcels)),
        destination=(node.get("shippingAddress") or {}).get("countryCodeV2") or "",
        value=f"{money['amount']} {money['currencyCode']}" if money else "",
        carriers={parcel.number: parcel.carrier for parcel in parcels if parcel.carrier},
        language=(node.get("customerLocale") or "").partition("-")[0].lower(),
    )


def _parcels(node: Mapping[str, Any]) -> Iterator[SentParcel]:
    """Read the parcels in the order they were sent, some of them perhaps twice; what was not sent is left out.

    What Shopify says of the way (`displayStatus`) is only asked for where delivered parcels are not wanted.
    """
    for fulfilment in node.get("fulfillments") or ():
        if fulfilment.get("status") not in _NOT_SENT and fulfilment.get("displayStatus") != _ARRIVED:
            for info in fulfilment.get("trackingInfo") or ():
                yield from read_parcels(info.get("number") or "", info.get("company") or "")
