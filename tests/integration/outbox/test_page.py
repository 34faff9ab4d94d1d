"""The admins' page about deliveries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from parcelbot.core.outgoing.deliveries import Delivery, DeliveryKind, DeliveryState, NewDelivery
from parcelbot.core.owner.audit import AuditFilter
from parcelbot.settings.web import WebConfig
from parcelbot.store.outgoing.outbox import PAGE_LINES, Outbox, enqueue
from parcelbot.web import create_app
from tests.integration.outbox.world import CASE
from tests.support.office import ANA, BEN, PASSWORD, Office
from tests.support.pages import Browser

LEASE = timedelta(minutes=1)


@dataclass
class Page:
    """The page as an admin sees it, and an outbox to put things in."""

    office: Office
    outbox: Outbox
    browser: Browser

    def waits(self, key: str, kind: DeliveryKind = DeliveryKind.TICKET, **facts: str) -> None:
        to, reference = facts.get("to", "zendesk"), facts.get("reference", f"KT-{key[:6]}")
        with self.office.engine.begin() as connection:
            enqueue(connection, [NewDelivery(to, kind, reference, key, self.office.clock())], self.office.clock())

    def claimed(self, to: str = "zendesk") -> Delivery:
        [delivery] = self.outbox.claim_due("worker", LEASE, destination=to)
        return delivery

    def dies(self, key: str, why: str = "Zendesk does not accept our credentials.", **facts: str) -> None:
        self.waits(key, **facts)
        self.outbox.dead(self.claimed(facts.get("to", "zendesk")), why)

    def read(self, state: str = "", page: int = 1) -> str:
        asked = f"?state={state}&page={page}" if state else ""
        return " ".join(self.browser.get(f"/inbox/deliveries/{asked}").text.split())


@pytest.fixture
def page(office: Office) -> Page:
    outbox = Outbox(office.engine, lambda _: office.clock())
    app = create_app(WebConfig(), replace(office.inbox(), outbox=outbox))
    return Page(office, outbox, Browser(app).log_in(BEN.email, PASSWORD))


def test_an_empty_outbox_says_that_nothing_waits(page: Page) -> None:
    assert "Nothing waits." in page.read()


def test_what_failed_is_shown_first_with_its_reason(page: Page) -> None:
    page.dies("A", reference=CASE)
    page.waits("B")
    read = page.read()
    assert CASE in read
    assert "Zendesk does not accept our credentials." in read


def test_every_state_is_counted(page: Page) -> None:
    page.dies("A")
    page.dies("B")
    page.waits("C")
    assert '<span class="count urgent">2</span>' in page.read()
    assert page.outbox.counts()[DeliveryState.WAITING] == 1


def test_what_waits_tells_the_next_try_and_what_went_wrong(page: Page) -> None:
    page.waits("A")
    page.outbox.failed(page.claimed(), "Zendesk has a fault of its own (HTTP 500).", LEASE)
    assert "Next try" in page.read("waiting")
    assert "last time: Zendesk has a fault of its own (HTTP 500)." in page.read("waiting")


def test_what_waits_behind_another_delivery_says_so(page: Page) -> None:
    page.waits("A", reference=CASE)
    page.waits("B", kind=DeliveryKind.STATUS, reference=CASE)
    assert "Waits for what comes before it in this case" in page.read("waiting")


def test_what_nobody_tries_is_noticed(page: Page) -> None:
    page.waits("A")
    page.office.clock.advance(minutes=11)
    assert "nobody tries" in page.read("waiting")


def test_what_arrived_tells_when(page: Page) -> None:
    page.waits("A")
    page.outbox.delivered(page.claimed(), "1")
    assert "Arrived" in page.read("delivered")


def test_what_became_needless_tells_why(page: Page) -> None:
    page.waits("A", to="shopper_mail")
    page.outbox.cancelled(page.claimed("shopper_mail"), "the shopper has seen it in the chat")
    assert "The shopper has seen it in the chat" in page.read("cancelled")


def test_trying_again_puts_a_failed_delivery_back_and_is_in_the_audit_log(page: Page) -> None:
    page.dies("A")
    [line] = page.outbox.list(DeliveryState.DEAD).lines
    page.browser.post(f"/inbox/deliveries/{line.delivery.id}/retry")
    assert page.outbox.counts()[DeliveryState.WAITING] == 1
    assert "1 delivery will be tried again now." in page.read()
    assert page.office.audit.page(AuditFilter()).lines[0].action == "retried_delivery"


def test_everything_that_failed_at_a_destination_is_tried_again_together(page: Page) -> None:
    for key in ("A", "B"):
        page.dies(key)
    page.dies("C", to="gorgias")
    assert "Try all 2 for Zendesk" in page.read()
    page.browser.post("/inbox/deliveries/retry", destination="zendesk")
    assert page.outbox.dead_by_destination() == {"gorgias": 1}


def test_trying_again_what_a_colleague_has_tried_again_does_nothing(page: Page) -> None:
    page.dies("A")
    [line] = page.outbox.list(DeliveryState.DEAD).lines
    page.outbox.retry(line.delivery.id)
    page.browser.post(f"/inbox/deliveries/{line.delivery.id}/retry")
    assert "There was nothing to try again" in page.read()


def test_many_deliveries_come_in_pages(page: Page) -> None:
    for n in range(PAGE_LINES + 1):
        page.waits(f"{n:06}")
    assert f"{PAGE_LINES + 1} deliveries, page 2 of 2" in page.read("waiting", page=2)
    assert "page 2 of 2" in page.read("waiting", page=99)


def test_what_a_destination_answers_is_no_markup(page: Page) -> None:
    page.dies("A", why="<script>alert(1)</script>")
    assert "<script>alert" not in page.read()


def test_agents_who_are_no_admins_stay_outside(office: Office) -> None:
    assert Browser(office.app()).log_in(ANA.email, PASSWORD).get("/inbox/deliveries/").status_code == 403
