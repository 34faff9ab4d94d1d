"""Read demo orders from a YAML file, with ages instead of dates so that they never go stale."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.orders.protocol import OrderError, OrderPage

_AGE = re.compile(r"(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?")


class DemoOrders:
    """An `OrderDirectory`, and `OpenOrders`, over a fixed set of orders."""

    def __init__(self, orders: tuple[Order, ...]) -> None:
        self._orders = orders

    @classmethod
    def load(cls, path: Path, now: datetime) -> DemoOrders:
        """Read `path` once; ages count back from `now`. An entry that will not do raises OrderError."""
        try:
            data = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader) or {}
            return cls(tuple(_parse_order(raw, now) for raw in data.get("orders") or ()))
        except (OSError, KeyError, TypeError, ValueError, yaml.YAMLError) as error:
            raise OrderError(f"{path}: {error!r}") from error

    def find(self, order_number: str, email: str) -> Order | None:
        """Find the order that has both this number and this e-mail; None when either differs."""
        return next((order for order in self._orders if order.belongs_to(order_number, email)), None)

    def recent_only(self) -> bool:
        """Tell that all orders can be seen."""
        return False

    def open_page(self, since: datetime, after: str) -> OrderPage:  # noqa: ARG002 - there is one page
        """Give all orders that were placed at or after `since` and have left."""
        return OrderPage([order for order in self._orders if order.parcels and order.placed_at >= since])


def _parse_order(raw: Mapping[str, Any], now: datetime) -> Order:
    return Order(
        order_number=str(raw["order_number"]),
        email=str(raw["email"]),
        sales_channel=SalesChannel(raw["sales_channel"]),
        placed_at=now - _parse_age(str(raw["placed"])),
        parcels=tuple(str(number) for number in raw.get("parcels") or ()),
        destination="NO" if raw.get("destination") is False else str(raw.get("destination") or ""),
        protection_days_left=raw.get("protection_days_left"),
        value=str(raw.get("value") or ""),
        language=str(raw.get("language") or ""),
    )


def _parse_age(text: str) -> timedelta:
    match = _AGE.fullmatch(text)
    if match is None or not any(match.groups()):
        raise ValueError(f'"{text}" is not an age; write for instance "21d" or "5h"')
    days, hours, minutes = (int(n or 0) for n in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)
