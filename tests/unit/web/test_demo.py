"""The things to try are read from the demo's own files, and their absence is no accident."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.web.demo import Demo, DemoOrder, DemoParcel, load

SHIPMENTS = """
shipments:
  - number: LP00123456789012
    carrier: Cainiao
    status: InTransit
    events:
      - {age: 9d4h, description: "Departed from country of origin"}
      - {age: 12d, description: "Accepted by carrier"}
  - number: YT2600000000000001
    carrier: YunExpress
    status: InfoReceived
"""
ORDERS = """
orders:
  - {order_number: 7401, email: mia@example.com, sales_channel: shop, placed: 16d, parcels: [A, B]}
  - {order_number: "8123456789012345", email: sam@example.com, sales_channel: aliexpress, protection_days_left: 1}
"""


@pytest.fixture
def demo(tmp_path: Path) -> Demo:
    return load(written(tmp_path / "shipments.yml", SHIPMENTS), written(tmp_path / "orders.yml", ORDERS))


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_a_parcel_is_told_by_its_newest_scan(demo: Demo) -> None:
    line = "Departed from country of origin, 9 days ago"
    assert demo.parcels[0] == DemoParcel("LP00123456789012", "Cainiao", "In transit", line)


def test_a_parcel_without_a_scan_says_so(demo: Demo) -> None:
    assert demo.parcels[1].line == "No scan yet"


def test_an_order_is_told_by_its_age_and_parcels(demo: Demo) -> None:
    assert demo.orders[0] == DemoOrder("7401", "mia@example.com", "KOSSR shop", "ordered 16 days ago, 2 parcels")


def test_an_order_of_one_parcel_tells_how_that_is_doing(tmp_path: Path) -> None:
    orders = "orders:\n  - {order_number: 1, sales_channel: shop, parcels: [YT2600000000000001]}\n"
    demo = load(written(tmp_path / "s.yml", SHIPMENTS), written(tmp_path / "o.yml", orders))
    assert demo.orders[0].line == "info received"


def test_an_entry_may_say_what_a_shopper_might_ask(tmp_path: Path) -> None:
    entry = "shipments:\n  - {number: A, status: Delivered, ask: Where is it?}\n"
    (parcel,) = load(written(tmp_path / "s.yml", entry), tmp_path / "none.yml").parcels
    assert parcel.ask == "Where is it?"


def test_a_marketplace_order_tells_the_protection_that_is_left(demo: Demo) -> None:
    assert (demo.orders[1].channel, demo.orders[1].line) == (
        "AliExpress",
        "nothing sent yet, 1 day of buyer protection left",
    )


@pytest.mark.parametrize("text", ["", "[]", "shipments: 3x: :", "shipments:\n  - nonsense\n"])
def test_a_file_that_says_nothing_leaves_nothing_to_try(text: str, tmp_path: Path) -> None:
    path = written(tmp_path / "broken.yml", text)
    assert load(path, path) == Demo()


def test_missing_files_leave_nothing_to_try(tmp_path: Path) -> None:
    assert load(tmp_path / "none.yml", tmp_path / "none.yml") == Demo()


@pytest.mark.parametrize(
    ("age", "words"),
    [("3w", "3 weeks ago"), ("1d", "1 day ago"), ("5h", "5 hours ago"), ("30m", "30 minutes ago"), ("soon", "")],
)
def test_an_age_is_told_in_its_largest_unit(age: str, words: str, tmp_path: Path) -> None:
    entry = f"shipments:\n  - {{number: A, status: Delivered, events: [{{age: {age}, description: Seen}}]}}\n"
    (parcel,) = load(written(tmp_path / "s.yml", entry), tmp_path / "none.yml").parcels
    assert parcel.line == (f"Seen, {words}" if words else "Seen")


def test_parcels_of_one_status_stand_together(demo: Demo) -> None:
    assert {status: len(parcels) for status, parcels in demo.parcels_by_status().items()} == {
        "In transit": 1,
        "Info received": 1,
    }


def test_orders_of_one_channel_stand_together(demo: Demo) -> None:
    assert list(demo.orders_by_channel()) == ["KOSSR shop", "AliExpress"]
