"""The owner sees which parcels are late or will be, why and where, takes them as CSV, and writes first."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest

from parcelbot.core.owner.audit import AuditFilter
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment import Checkpoint, Shipment, Status, Substatus
from parcelbot.core.radar.finding import RadarFinding
from parcelbot.core.radar.open_parcel import OpenParcel
from parcelbot.core.radar.rules import Risk
from parcelbot.core.radar.view import RadarFilter
from parcelbot.store.radar.due import SqlDueParcels
from parcelbot.store.radar.listing import SqlOpenOrdersLog
from parcelbot.store.radar.views import SqlRadarViews
from parcelbot.store.shipments import SqlShipmentCache
from parcelbot.store.watching.keeping import SqlWatches
from tests.support.office import BEN, NOW, Office
from tests.support.pages import Browser

NUMBER, SOON = "LP00123456789012", "LP00123456789013"


def opened(office: Office, number: str, order: str, carrier: str, risk: Risk, row: str, ends_in: int) -> None:
    """A parcel of an open order, silent for three weeks, of which this was found."""
    placed, listed = NOW - timedelta(days=30), SqlOpenOrdersLog(office.engine, "a key", lambda _: office.clock())
    turn = listed.take_turn("one", timedelta(minutes=1))
    parcel = OpenParcel(number, order, f"{order}@example.com", SalesChannel.SHOP, placed, "GB", carrier)
    listed.take_page(turn, [parcel], "more", timedelta(hours=1))
    left = Checkpoint(NOW - timedelta(days=22), "Departed", "Shanghai, CN", Substatus.IN_TRANSIT_DEPARTURE)
    ends = {"origin": "CN", "destination": "GB"}
    SqlShipmentCache(office.engine).put(
        Shipment(number, carrier, Status.IN_TRANSIT, office.clock(), checkpoints=(left,), **ends)
    )
    due = SqlDueParcels(office.engine, clock=lambda _: office.clock())
    (claim,) = [claim for claim in due.claim("one", timedelta(minutes=1), 9) if claim.parcel.number == number]
    ends_on = NOW.date() + timedelta(days=ends_in)
    due.keep(claim, RadarFinding(risk, "the_rule", row, ends_on, False, 12, carrier, "CN", "GB", "in_transit"), NOW)


@pytest.fixture
def two(office: Office) -> None:
    opened(office, NUMBER, "7401", "Cainiao", Risk.LATE, "in_transit/exported_overdue", -2)
    opened(office, SOON, "7402", "=Yanwen", Risk.AT_RISK, "in_transit/exported_watch", 4)


def of(office: Office, number: str) -> str:
    lines = SqlRadarViews(office.engine).all(RadarFilter())
    return next(line.id for line in lines if line.number == number)


@pytest.mark.usefixtures("two")
def test_what_was_found_is_listed_with_its_reason_and_the_time_that_is_left(ben: Browser) -> None:
    page = ben.open("/inbox/radar/").text
    for words in (NUMBER, "2 days over", "4 days left", "exported overdue", "12 % like it came in time", "CN → GB"):
        assert words in page
    assert "@example.com" not in page


@pytest.mark.usefixtures("two")
def test_it_can_be_narrowed_by_kind_carrier_and_destination(ben: Browser) -> None:
    assert SOON not in ben.open("/inbox/radar/?risk=late").text
    assert NUMBER not in ben.open("/inbox/radar/?carrier=%3DYanwen&destination=GB").text
    assert "No parcel is late" in ben.open("/inbox/radar/?destination=FR").text
    assert NUMBER in ben.open("/inbox/radar/?risk=rubbish&page=99").text


@pytest.mark.usefixtures("two")
def test_the_same_comes_as_csv_that_no_spreadsheet_runs(ben: Browser) -> None:
    head, late, soon = csv.reader(io.StringIO(ben.get("/inbox/radar/findings.csv").get_data(as_text=True)))
    named = dict(zip(head, late, strict=True))
    assert (named["tracking_number"], named["days_left"], named["risk"]) == (NUMBER, "-2", "late")
    assert dict(zip(head, soon, strict=True))["carrier"] == "'=Yanwen"


@pytest.mark.usefixtures("two")
def test_one_click_writes_to_the_shopper_and_stands_in_the_audit_log(office: Office, ben: Browser) -> None:
    parcel_id = of(office, NUMBER)
    ben.open("/inbox/radar/")
    page = ben.send(f"/inbox/radar/{parcel_id}/write", risk="late").text
    assert "The shopper is written to" in page
    assert "written just now" in page
    (audited,) = [line for line in office.audit.page(AuditFilter()).lines if line.action == "wrote_first"]
    assert (audited.agent, audited.detail) == (BEN.email, parcel_id)
    with office.engine.connect() as connection:
        chat = connection.exec_driver_sql("SELECT conversation_id FROM watches").scalar_one()
    (watch,) = SqlWatches(office.engine).of_conversation(chat)
    assert (watch.order.number, watch.made_by, watch.order.unasked) == (NUMBER, BEN.email, True)


@pytest.mark.usefixtures("two")
def test_a_parcel_with_a_case_leads_to_it(office: Office, ben: Browser) -> None:
    ticket = office.hand_over(tracking_number=NUMBER, order_number="7401")
    assert ticket.reference in ben.open("/inbox/radar/").text
    page = ben.send(f"/inbox/radar/{of(office, NUMBER)}/write").text
    assert "answer the shopper there" in page


@pytest.mark.usefixtures("two")
def test_a_click_on_a_parcel_that_is_gone_says_so(ben: Browser) -> None:
    ben.open("/inbox/radar/")
    assert "nothing to write" in ben.send("/inbox/radar/R-AAAAAAAAAA/write").text


@pytest.mark.usefixtures("two")
def test_the_numbers_say_what_was_found_and_became_of_it(ben: Browser) -> None:
    page = ben.open("/inbox/numbers/").text
    assert "parcels found: late, soon late, or in need of somebody" in page
    head, counts = csv.reader(io.StringIO(ben.get("/inbox/numbers/radar.csv").get_data(as_text=True)))
    assert dict(zip(head, counts, strict=True))["found_late"] == "1"


def test_a_shop_with_nothing_late_reads_so(ben: Browser) -> None:
    assert "No parcel is late, and none will be." in ben.open("/inbox/radar/").text
