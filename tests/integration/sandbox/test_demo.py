"""The demo's parcels and orders are what they claim to be."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
import requests
import yaml

from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment import Status, Substatus
from parcelbot.core.reading.given_numbers.number_types import NumberKind
from parcelbot.knowledge.loading import load_knowledge
from parcelbot.orders.demo import DemoOrders
from parcelbot.reading.number_formats import find_numbers
from parcelbot.sandbox.entries import SandboxShipment, load_entries
from tests.support.ports import free_port

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)
ENTRIES = load_entries(ROOT / "demo" / "shipments.yml", NOW)
ORDERS = yaml.safe_load((ROOT / "demo" / "orders.yml").read_text("utf-8"))["orders"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.number)
def test_a_demo_parcel_has_a_number_the_assistant_recognises(entry: SandboxShipment) -> None:
    (found,) = find_numbers(f"where is {entry.number}?")
    assert (found.kind, found.value, found.valid is not False) == (NumberKind.TRACKING, entry.number, True)


def test_demo_numbers_are_unique() -> None:
    assert len({entry.number for entry in ENTRIES}) == len(ENTRIES)


def test_only_the_parcel_meant_to_be_unknown_has_an_unknown_status() -> None:
    vocabulary = load_knowledge(ROOT / "knowledge").statuses["17track"]
    wordings = {w for e in ENTRIES for w in (e.status, e.sub_status, *(v.sub_status for v in e.events)) if w}
    assert {wording for wording in wordings if vocabulary.lookup(wording) is None} == {"OrbitalTransfer"}


def test_every_status_and_failure_has_its_demo_parcel() -> None:
    vocabulary = load_knowledge(ROOT / "knowledge").statuses["17track"]
    shown = {vocabulary.lookup(wording) for entry in ENTRIES for wording in (entry.status, entry.sub_status)}
    statuses = {mapped[0] for mapped in shown if mapped}
    substatuses = {mapped[1] for mapped in shown if mapped}
    assert set(Status) - statuses == {Status.NOT_FOUND, Status.UNKNOWN}
    assert {Substatus.EXCEPTION_LOST, Substatus.EXCEPTION_DAMAGE, Substatus.DELIVERY_FAILURE_NO_BODY} <= substatuses


def test_every_parcel_of_a_demo_order_exists_but_the_one_meant_to_be_unknown() -> None:
    ordered = {number for order in ORDERS for number in order["parcels"]}
    assert ordered - {entry.number for entry in ENTRIES} == {"RR123456785CN"}


def test_demo_orders_open_with_their_number_and_e_mail() -> None:
    directory = DemoOrders.load(ROOT / "demo" / "orders.yml", NOW)
    assert all(directory.find(order["order_number"], order["email"]) for order in ORDERS)


def test_marketplace_orders_show_the_protection_clock_at_every_stage() -> None:
    left = [o["protection_days_left"] for o in ORDERS if o["sales_channel"] == SalesChannel.ALIEXPRESS.value]
    assert {40, 12, 3, 0} <= set(left)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[str]:
    """The sandbox as `make run` starts it, on a free port."""
    port = free_port()
    env = {**os.environ, "SANDBOX_PORT": str(port), "SANDBOX_SHIPMENTS": "demo/shipments.yml"}
    process = subprocess.Popen([sys.executable, "-m", "parcelbot.sandbox"], cwd=ROOT, env=env)
    try:
        _wait_for(process, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if process.poll() is not None or probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)


def test_the_sandbox_runs_from_the_command_line(running: str) -> None:
    assert requests.get(f"{running}/health", timeout=5).json() == {"status": "ok", "shipments": len(ENTRIES)}


def test_the_running_sandbox_can_cut_a_connection(running: str) -> None:
    requests.post(f"{running}/sandbox/faults", json={"mode": "reset", "times": 1}, timeout=5)
    with pytest.raises(requests.ConnectionError):
        requests.post(f"{running}/track/v2.2/getquota", headers={"17token": "t"}, timeout=5)


def test_parcels_that_cannot_be_read_stop_the_sandbox_with_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "shipments.yml"
    path.write_text("shipments: [{number: LP00123456789012}]", "utf-8")
    env = {**os.environ, "SANDBOX_SHIPMENTS": str(path)}
    done = subprocess.run(
        [sys.executable, "-m", "parcelbot.sandbox"], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert '"status" is missing' in done.stderr
