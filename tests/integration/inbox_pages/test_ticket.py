"""The ticket page: everything an agent needs, so that nothing has to be asked again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from parcelbot.core.cases.conversation import Choice
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.owner.audit import AuditFilter
from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Status, Substatus
from parcelbot.core.parcel.shipment_json import shipment_to_json
from parcelbot.tracking.errors import ProviderUnavailable
from tests.support.office import ANA, BEN, NOW, Office
from tests.support.pages import Browser, Page
from tests.unit.core.builders import scan, shipment

PARCEL = shipment(
    scan(Substatus.DELIVERED_OTHER, 0.5, "Portland, US", description="Delivered, front door"),
    number="YT2632500000000151",
    carrier="YunExpress",
    status=Status.DELIVERED,
    origin="CN",
    destination="US",
)


def address(ticket: Ticket, rest: str = "") -> str:
    return f"/inbox/tickets/{ticket.reference}{rest}"


def section(page: Page, title: str) -> str:
    return page.one("section", aria_labelledby=f"{title}-title").text


def parcel(page: Page) -> str:
    return page.one("section", id="parcel").text


def test_the_facts_of_a_case_are_all_there(office: Office, ana: Browser) -> None:
    facts = section(ana.open(address(office.hand_over(sales_channel="aliexpress"))), "facts")
    assert "7409" in facts
    assert "AliExpress" in facts
    assert "mia@example.com" in facts
    assert "Order number and e-mail match." in facts
    assert "promised by today, 14:00" in facts


def test_a_case_in_another_language_says_in_which_one_the_answer_was_promised(office: Office, ana: Browser) -> None:
    facts = section(ana.open(address(office.hand_over(language="de", said=("Wo ist mein Paket?",)))), "facts")
    assert "German" in facts
    assert "the shopper was told that a person answers in English" in facts
    assert "told that a person answers" not in section(ana.open(address(office.hand_over())), "facts")


def test_an_order_that_was_not_verified_is_marked_so(office: Office, ana: Browser) -> None:
    facts = section(ana.open(address(office.hand_over(verified=False, email=""))), "facts")
    assert "Not verified:" in facts
    assert "E-mail not given" in facts


def test_why_the_case_was_handed_over_is_told_with_row_and_document(office: Office, ana: Browser) -> None:
    facts = section(ana.open(address(office.hand_over(row="delivered/all_checked"))), "facts")
    assert "Row “all checked” of the table “delivered”" in facts
    assert "KOSSR help page" in facts
    assert "section “Delivered but missing”" in facts


def test_the_summary_and_what_the_shopper_has_checked_are_shown(office: Office, ana: Browser) -> None:
    page = ana.open(address(office.hand_over()))
    assert "Problem: marked delivered, not received" in section(page, "summary")
    assert [item.text for item in page.all("li", class_="yes")] == [
        "Looked in the usual places: yes",
        "Asked household and neighbours: yes",
    ]
    assert [item.text for item in page.all("li", class_="no")] == ["Contacted the carrier: no"]


def test_the_transcript_tells_who_said_what_and_why_the_assistant_answered_so(office: Office, ana: Browser) -> None:
    talk = office.chat()
    office.says(talk, "it is not here")
    office.bot_says(
        talk,
        "Please look around first.",
        answer={
            "table": "delivered",
            "row": "look_around",
            "source": "kossr-tracking-not-updating: Delivered but missing",
        },
        choices=(Choice("a", "I have looked", "/affirm"),),
    )
    page = ana.open(address(office.hand_over(talk)))
    assert page.one("li", class_="shopper").text == "Shopper today, 10:00 it is not here"
    answer = page.one("li", class_="bot").text
    assert "Please look around first." in answer
    assert "I have looked" in answer
    assert "Why: Row “look around” of the table “delivered”" in answer
    assert "KOSSR help page" in answer


def test_an_answer_of_a_row_that_is_gone_still_names_its_document(office: Office, ana: Browser) -> None:
    talk = office.chat()
    office.bot_says(
        talk,
        "Hm.",
        answer={"table": "delivered", "row": "removed_row", "source": "kossr-tracking-not-updating: Customs"},
    )
    why = ana.open(address(office.hand_over(talk))).one("details", class_="why").text
    assert "Row “removed row”" in why
    assert "section “Customs”" in why


def test_what_the_shopper_was_told_about_the_hand_over_stands_between_the_lines(office: Office, ana: Browser) -> None:
    ticket = office.hand_over()
    office.desk.claim(ticket.reference, BEN)
    assert "Ben" in ana.open(address(ticket)).one("p", class_="happened").text


def test_a_case_without_a_chat_shows_its_own_transcript(office: Office, ana: Browser) -> None:
    ticket = office.hand_over_without_chat("please change my address")
    page = ana.open(address(ticket))
    assert "please change my address" in page.one("li", class_="shopper").text
    assert "a reply goes out by e-mail" in page.one("section", id="state").text


def test_a_shopper_who_cannot_be_reached_is_not_written_to(office: Office, ana: Browser) -> None:
    page = ana.open(address(office.hand_over_without_chat("hello", email="")))
    assert "cannot be reached" in page.one("section", id="state").text
    assert not page.has("form", id="reply")


def test_earlier_cases_of_the_order_and_others_of_the_chat_are_linked(office: Office, ana: Browser) -> None:
    earlier = office.hand_over()
    office.clock.advance(days=1)
    ticket = office.hand_over()
    refund = {"issue": "refund_status", "summary": ("Problem: Asks about a refund",)}
    other = office.hand_over(ticket.draft.conversation_id, **refund, order_number="1", tracking_number="")
    related = ana.open(address(ticket)).one("section", aria_labelledby="related-title").text
    assert f"{other.reference} Asks about a refund same chat" in related
    assert f"{earlier.reference} Marked delivered, not received yesterday, 10:00" in related


def test_opening_the_page_is_written_down_and_its_live_part_is_not(office: Office, ana: Browser) -> None:
    ticket = office.hand_over()
    ana.open(address(ticket))
    ana.get(address(ticket, "/live?after=0"))
    seen = [
        line for line in office.audit.page(AuditFilter(reference=ticket.reference)).lines if line.action == "viewed"
    ]
    assert [line.agent for line in seen] == [ANA.email]


@pytest.mark.parametrize("rest", ["", "/live", "/parcel", "/files/1", "/files/1/preview"])
def test_a_case_that_does_not_exist_is_not_found(ana: Browser, rest: str) -> None:
    ana.open(f"/inbox/tickets/KT-XXXXXX{rest}")
    assert ana.response.status_code == 404


@pytest.mark.parametrize("form", ["claim", "release", "take-over", "assign", "status", "priority", "notes", "reply"])
def test_nothing_can_be_done_to_a_case_that_does_not_exist(ana: Browser, form: str) -> None:
    ana.open("/inbox/")
    everything = {
        "text": "hello",
        "status": "open",
        "priority": "high",
        "assignee": ANA.email,
        "echo_id": "inbox-12345678",
    }
    ana.send(f"/inbox/tickets/KT-XXXXXX/{form}", **everything)
    assert ana.response.status_code == 404


def test_a_reference_typed_in_lower_case_leads_to_the_case(office: Office, ana: Browser) -> None:
    ticket = office.hand_over()
    assert ticket.reference in ana.open(f"/inbox/tickets/{ticket.reference.lower()}").one("title").text


# ---- the parcel


def test_the_parcel_is_shown_as_the_case_remembers_it_until_it_is_asked_for(office: Office, ana: Browser) -> None:
    page = ana.open(address(office.hand_over(snapshot=shipment_to_json(PARCEL))))
    assert "As it was when the case was opened" in parcel(page)
    assert "Delivered, front door, Portland, US" in parcel(page)
    assert "China → United States" in parcel(page)
    assert office.tracking.asked == []


def test_refresh_asks_the_provider_without_a_script(office: Office, ana: Browser) -> None:
    ticket = office.hand_over()
    office.tracking.answer = Lookup(LookupOutcome.FOUND, PARCEL)
    page = ana.open(ana.open(address(ticket)).one("a", id="refresh-parcel")["href"])
    assert "Looked up" in parcel(page)
    assert office.tracking.asked == ["YT2632500000000151"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Lookup(LookupOutcome.NOT_FOUND), "No tracker knows this number."),
        (Lookup(LookupOutcome.PENDING), "has no answer yet"),
        (Lookup(LookupOutcome.UNAVAILABLE), "does not answer now, and nothing is known from before"),
        (ProviderUnavailable("down"), "does not answer now, and nothing is known from before"),
        (Lookup(LookupOutcome.UNAVAILABLE, PARCEL, stale=True), "This is the last known state, from 1 day"),
    ],
)
def test_what_could_not_be_looked_up_is_told_honestly(
    office: Office, ana: Browser, answer: Lookup | ProviderUnavailable, said: str
) -> None:
    ticket = office.hand_over()
    office.tracking.answer = answer
    assert said.replace("1 day", "") in parcel(ana.open(address(ticket, "/parcel")))


def test_while_the_provider_is_down_the_cases_own_snapshot_stands_in(office: Office, ana: Browser) -> None:
    ticket = office.hand_over(snapshot=shipment_to_json(PARCEL))
    office.tracking.answer = ProviderUnavailable("down")
    text = parcel(ana.open(address(ticket, "/parcel")))
    assert "The tracking provider does not answer now." in text
    assert "Delivered, front door" in text


def test_a_snapshot_that_cannot_be_read_is_left_out(office: Office, ana: Browser) -> None:
    assert "Not looked up yet." in parcel(
        ana.open(address(office.hand_over(snapshot={"number": "of another release"})))
    )


def test_the_days_of_buyer_protection_come_from_the_order_directory(office: Office, ana: Browser) -> None:
    office.orders.orders = (
        Order(
            "7409",
            "mia@example.com",
            SalesChannel.ALIEXPRESS,
            NOW - timedelta(days=20),
            protection_days_left=3,
            value="89 EUR",
        ),
    )
    text = parcel(ana.open(address(office.hand_over(), "/parcel")))
    assert "3 days left" in text
    assert "89 EUR" in text


def test_an_order_that_was_not_verified_is_not_looked_up(office: Office, ana: Browser) -> None:
    ana.open(address(office.hand_over(verified=False), "/parcel"))
    assert office.orders.asked == []


def test_a_directory_that_is_down_does_not_hide_the_parcel(office: Office, ana: Browser) -> None:
    office.orders.down = True
    office.tracking.answer = Lookup(LookupOutcome.FOUND, PARCEL)
    assert "Delivered" in parcel(ana.open(address(office.hand_over(), "/parcel")))


def test_a_case_without_a_number_says_so(office: Office, ana: Browser) -> None:
    page = ana.open(address(office.hand_over(tracking_number="")))
    assert "No tracking number is known." in parcel(page)
    assert not page.has("a", id="refresh-parcel")
