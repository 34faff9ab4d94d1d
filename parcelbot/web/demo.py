"""Read things to try on the demo page from the demo's own orders and parcels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml

from parcelbot.core.wording import plural

_WORD_START = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_AGE = re.compile(r"^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:\d+s)?$")

T = TypeVar("T")


@dataclass(frozen=True)
class DemoParcel:
    """A parcel to ask about. `line` says what its tracking shows, `ask` what a shopper might write."""

    number: str
    carrier: str
    status: str
    line: str
    ask: str = ""


@dataclass(frozen=True)
class DemoOrder:
    """An order to ask about, with the e-mail that goes with it."""

    number: str
    email: str
    channel: str
    line: str
    ask: str = ""


@dataclass(frozen=True)
class Demo:
    """Everything there is to try; empty when the files are missing or cannot be read."""

    parcels: tuple[DemoParcel, ...] = ()
    orders: tuple[DemoOrder, ...] = ()

    def parcels_by_status(self) -> dict[str, list[DemoParcel]]:
        """Group the parcels by status, in the order in which each status comes first."""
        return _grouped(self.parcels, lambda parcel: parcel.status)

    def orders_by_channel(self) -> dict[str, list[DemoOrder]]:
        """Group the orders by where they were placed, in the order in which each comes first."""
        return _grouped(self.orders, lambda order: order.channel)


def load(shipments: Path, orders: Path) -> Demo:
    """Read both files as they are now."""
    parcels = tuple(_parcel(raw) for raw in _entries(shipments, "shipments"))
    return Demo(parcels, tuple(_order(raw, parcels) for raw in _entries(orders, "orders")))


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def _entries(path: Path, key: str) -> Iterable[Mapping[str, Any]]:
    try:
        data = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError):
        return ()
    entries = data.get(key) if isinstance(data, Mapping) else None
    return [entry for entry in entries or () if isinstance(entry, Mapping)]


def _parcel(raw: Mapping[str, Any]) -> DemoParcel:
    events = raw.get("events") or ()
    newest = events[0] if events else {}
    said, age = str(newest.get("description") or "No scan yet"), _age_words(str(newest.get("age") or ""))
    return DemoParcel(
        number=str(raw.get("number") or ""),
        carrier=str(raw.get("carrier") or ""),
        status=_status_words(str(raw.get("status") or "")),
        line=f"{said}, {age}" if age else said,
        ask=str(raw.get("ask") or ""),
    )


def _order(raw: Mapping[str, Any], parcels: Iterable[DemoParcel]) -> DemoOrder:
    placed = _age_words(str(raw.get("placed") or ""))
    days_left = raw.get("protection_days_left")
    facts = [
        f"ordered {placed}" if placed else "",
        _contents([str(number) for number in raw.get("parcels") or ()], parcels),
        "" if days_left is None else f"{plural(int(days_left), 'day')} of buyer protection left",
    ]
    return DemoOrder(
        number=str(raw.get("order_number") or ""),
        email=str(raw.get("email") or ""),
        channel="AliExpress" if raw.get("sales_channel") == "aliexpress" else "KOSSR shop",
        line=", ".join(fact for fact in facts if fact),
        ask=str(raw.get("ask") or ""),
    )


def _contents(numbers: list[str], parcels: Iterable[DemoParcel]) -> str:
    if len(numbers) != 1:
        return f"{len(numbers)} parcels" if numbers else "nothing sent yet"
    return next((parcel.status.lower() for parcel in parcels if parcel.number == numbers[0]), "1 parcel")


def _status_words(status: str) -> str:
    return _WORD_START.sub(" ", status).capitalize()


def _age_words(age: str) -> str:
    """Write the largest unit of an age, "2d4h" as "2 days ago"; "" for what is not an age."""
    match = _AGE.match(age)
    found = zip(match.groups(), ("week", "day", "hour", "minute"), strict=True) if match else ()
    return next((f"{plural(int(amount), unit)} ago" for amount, unit in found if amount), "")
