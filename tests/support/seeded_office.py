"""An office with a morning's work in it, to look at: `python -m tests.support.seeded_office [PORT]`."""

from __future__ import annotations

import io
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from werkzeug.serving import WSGIRequestHandler, make_server

from parcelbot.core.cases.conversation import Choice
from parcelbot.core.cases.tickets import Priority, Ticket, TicketStatus
from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.core.parcel.shipment import Checkpoint, Lookup, LookupOutcome, Shipment, Status, Substatus
from parcelbot.core.parcel.shipment_json import shipment_to_json
from tests.support.office import ANA, BEN, PASSWORD, ZONE, Office

NUMBER = "YT2632500000000151"


@dataclass
class RunningClock:
    """Real time, seen from as long ago as `back` says."""

    back: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        return datetime.now(ZONE) - self.back

    def set(self, **span: float) -> None:
        self.back = timedelta(**span)


def seeded(folder: Path) -> Office:
    """Cases in every state: new, mine, a colleague's, waiting, overdue, solved, without a chat."""
    office = Office(folder, clock=RunningClock())
    office.tracking.answer = Lookup(LookupOutcome.FOUND, _shipment(office.clock()))
    order = Order(
        "7409",
        "mia@example.com",
        SalesChannel.SHOP,
        office.clock() - timedelta(days=18),
        (NUMBER,),
        "US",
        value="142.50 USD",
    )
    office.orders.orders = (order,)
    _solved(office)
    _overdue(office)
    _claimed_by_ben(office)
    _customs(office)
    _without_chat(office)
    _main(office)
    office.clock.set()
    return office


def _main(office: Office) -> Ticket:
    """The long one: what most pictures show."""
    office.clock.set(minutes=55)
    talk = office.chat()
    office.says(talk, "it says delivered but nothing is here!! order 7409")
    office.bot_says(
        talk,
        "That's YT2632500000000151 with YunExpress: delivered 5 hours ago, at the front door in Portland.",
        card={"kind": "tracking", "number": NUMBER, "status_text": "Delivered"},
    )
    office.bot_says(
        talk,
        "I'm sorry it isn't where it should be. Drivers leave parcels in the letterbox, at the front or back door, "
        "in a shed or safe corner, at a reception or with a neighbour, so let's rule those out first.",
        answer={
            "table": "delivered",
            "row": "look_around",
            "source": "kossr-tracking-not-updating: Delivered but missing",
        },
        choices=(Choice("a", "I've looked everywhere", "/affirm"), Choice("b", "Talk to a person", "/talk_to_human")),
    )
    office.clock.set(minutes=50)
    office.says(
        talk,
        "I looked everywhere, asked both neighbours and my husband. The carrier says it was signed by 'M'. Not me.",
    )
    office.bot_says(
        talk, "Thank you for looking so carefully. I'm passing this to a person now with all of it written down."
    )
    office.send_file(talk, "proof of delivery.png", "image/png", _picture())
    office.send_file(talk, "letter from the carrier.pdf", "application/pdf", b"%PDF-1.4\n%%EOF")
    ticket = office.hand_over(
        talk,
        snapshot=shipment_to_json(_shipment(office.clock())),
        priority=Priority.URGENT,
        checklist={"places_checked": True, "people_asked": True, "carrier_contacted": True},
        summary=(
            "Problem: marked delivered, not received",
            "Parcel: YT2632500000000151, YunExpress, delivered",
            "Last scan: 5 hours ago, Delivered, front door, Portland, US",
            "Answered by: delivered/all_checked (kossr-tracking-not-updating)",
            "Checked: places around the address: yes; household and neighbours: yes; carrier: yes",
            "Order number and e-mail matched an order",
        ),
    )
    office.clock.set(minutes=20)
    office.desk.note(ticket.reference, BEN, "Same street as KT-AAAAAD last week. Ask the carrier for the photo.")
    office.says(talk, "Hello? Is anybody there?")
    return ticket


def _customs(office: Office) -> None:
    office.clock.set(hours=1, minutes=30)
    office.hand_over(
        said=("customs has had my parcel for three weeks now",),
        issue="customs_delay",
        row="customs/overdue",
        order_number="7411",
        tracking_number="LX555123422CN",
        priority=Priority.NORMAL,
        email="jo@example.com",
    )


def _claimed_by_ben(office: Office) -> None:
    office.clock.set(hours=2)
    ticket = office.hand_over(
        said=("seller says wait wait wait, protection ends in 3 days",),
        issue="seller_wait_or_dispute",
        sales_channel="aliexpress",
        order_number="8123456789012347",
        tracking_number="LP00000000000123",
        email="marco@example.com",
        priority=Priority.HIGH,
    )
    office.clock.set(hours=1, minutes=50)
    office.desk.claim(ticket.reference, BEN)
    office.desk.reply(ticket.reference, BEN, "Hello Marco, let's look at your protection together.", "seed-1")
    office.clock.set(minutes=31)
    office.says(ticket.draft.conversation_id, "ok here is the chat with the seller")


def _overdue(office: Office) -> None:
    office.clock.set(hours=6, minutes=10)
    office.hand_over(
        said=("my tracking has not moved for 31 days",),
        issue="tracking_not_updating",
        row="in_transit/long_silent",
        order_number="",
        tracking_number="RR123456785CN",
        email="",
        verified=False,
    )


def _solved(office: Office) -> None:
    office.clock.set(days=3)
    ticket = office.hand_over(said=("where is my order",), issue="where_is_my_order")
    office.clock.set(days=2, hours=20)
    office.desk.reply(ticket.reference, ANA, "It is on its way, the van has it today.", "seed-2", TicketStatus.SOLVED)


def _without_chat(office: Office) -> None:
    office.clock.set(hours=3)
    office.hand_over_without_chat(
        "please change my address to 12 Elm Street",
        issue="change_address",
        order_number="7402",
        tracking_number="",
        email="anna@example.com",
        priority=Priority.NORMAL,
    )


def _shipment(now: datetime) -> Shipment:
    def scan(hours: float, text: str, place: str, substatus: Substatus, physical: bool = True) -> Checkpoint:
        return Checkpoint(now - timedelta(hours=hours), text, place, substatus, physical)

    return Shipment(
        NUMBER,
        "YunExpress",
        Status.DELIVERED,
        now,
        Substatus.DELIVERED_OTHER,
        checkpoints=(
            scan(5, "Delivered, front door", "Portland, US", Substatus.DELIVERED_OTHER),
            scan(11, "Out for delivery", "Portland, US", Substatus.OUT_FOR_DELIVERY_OTHER),
            scan(40, "Arrived at the local depot", "Portland, US", Substatus.IN_TRANSIT_ARRIVAL),
            scan(220, "Departed from country of origin", "Shenzhen, CN", Substatus.IN_TRANSIT_DEPARTURE),
            scan(400, "Shipment information received", "", Substatus.NONE, physical=False),
        ),
        origin="CN",
        destination="US",
        last_mile_carrier="USPS",
        last_mile_number="9400100000000000000000",
    )


def _picture() -> bytes:
    picture = Image.new("RGB", (640, 480), "#d9c9ae")
    ImageDraw.Draw(picture).rectangle((180, 200, 460, 420), fill="#a7755a", outline="#4d5560", width=6)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


@contextmanager
def served(office: Office, port: int = 0) -> Iterator[str]:
    """The office's app on a port of this machine; gives its address."""
    server = make_server("127.0.0.1", port, office.app(), threaded=True, request_handler=_Quiet)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:
        """Requests are not news here."""


def main(port: int) -> None:
    """Serve until stopped."""
    with tempfile.TemporaryDirectory() as folder, served(seeded(Path(folder)), port) as url:
        print(f"{url}/inbox  {ANA.email} or {BEN.email}, password: {PASSWORD}", flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
