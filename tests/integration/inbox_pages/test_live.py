"""What comes in by itself while a page is open: lines, states, colleagues."""

from __future__ import annotations

import pytest
from flask import Flask

from parcelbot.core.cases.tickets import Detail, DetailKind, Ticket
from tests.support.office import ANA, BEN, Office
from tests.support.pages import Browser, Page


@pytest.fixture
def ticket(office: Office) -> Ticket:
    return office.hand_over(said=("one",))


def live(browser: Browser, ticket: Ticket, query: str = "after=0") -> Page:
    return browser.open(f"/inbox/tickets/{ticket.reference}/live?{query}")


def state(page: Page) -> str:
    return page.one("section", id="state").text


def unread(office: Office, ticket: Ticket) -> int:
    page = office.desk.search(ticket.reference, ANA)
    return page.lines[0].unread


def test_only_lines_that_are_new_come_with_the_news(office: Office, ana: Browser, ticket: Ticket) -> None:
    last = ana.open(f"/inbox/tickets/{ticket.reference}").one("ol", id="transcript")["data-last"]
    seq = office.says(ticket.draft.conversation_id, "two")
    lines = live(ana, ticket, f"after={last}").all("li", class_="shopper")
    assert [(line["data-seq"], line["data-told"]) for line in lines] == [(str(seq), "Shopper: two")]


def test_nothing_new_is_an_empty_list(ana: Browser, ticket: Ticket) -> None:
    last = ana.open(f"/inbox/tickets/{ticket.reference}").one("ol", id="transcript")["data-last"]
    assert live(ana, ticket, f"after={last}").all("li", class_="said") == []


@pytest.mark.parametrize("after", ["", "x", "-1", "99999999999999999999", "1;drop"])
def test_a_place_that_is_none_means_everything(ana: Browser, ticket: Ticket, after: str) -> None:
    assert len(live(ana, ticket, f"after={after}").all("li", class_="said")) == 2


def test_a_claim_by_a_colleague_shows_without_reload(office: Office, ana: Browser, ticket: Ticket) -> None:
    assert "Nobody has this case" in state(live(ana, ticket))
    office.desk.claim(ticket.reference, BEN)
    page = live(ana, ticket)
    assert "Ben has this case" in state(page)
    assert page.one("button", id="send").text == "Take over from Ben and send"


def test_a_shopper_who_waits_for_an_agents_word_is_told_with_how_long(
    office: Office, ana: Browser, ticket: Ticket
) -> None:
    office.desk.reply(ticket.reference, ANA, "Hello", "echo-1")
    assert "shopper waits" not in state(live(ana, ticket))
    office.clock.advance(minutes=1)
    office.says(ticket.draft.conversation_id, "are you there?")
    office.clock.advance(minutes=7)
    assert "shopper waits: wrote 7 min ago" in state(live(ana, ticket))


def test_who_else_looks_at_a_case_or_writes_is_told(office: Office, ana: Browser, ben: Browser, ticket: Ticket) -> None:
    live(ben, ticket)
    assert "Ben is looking at it" in state(live(ana, ticket))
    live(ben, ticket, "after=0&writing=1")
    assert "Ben is writing" in state(live(ana, ticket))
    assert "Ana is" in state(live(ben, ticket))


def test_a_colleague_who_has_left_the_page_is_soon_forgotten(
    office: Office, ana: Browser, ben: Browser, ticket: Ticket
) -> None:
    live(ben, ticket)
    office.clock.advance(seconds=30)
    assert "Ben" not in state(live(ana, ticket))


def test_a_colleague_on_another_case_is_not_shown_here(
    office: Office, ana: Browser, ben: Browser, ticket: Ticket
) -> None:
    live(ben, office.hand_over())
    assert "Ben" not in state(live(ana, ticket))


def test_lines_that_came_in_on_a_page_that_is_seen_are_read(office: Office, ana: Browser, ticket: Ticket) -> None:
    live(ana, ticket)
    assert unread(office, ticket) == 0


def test_lines_that_came_in_on_a_hidden_page_stay_unread(office: Office, ana: Browser, ticket: Ticket) -> None:
    live(ana, ticket, "after=0&hidden=1")
    assert unread(office, ticket) == 1


def test_notes_and_files_of_others_come_in_too(office: Office, ana: Browser, ticket: Ticket) -> None:
    office.desk.note(ticket.reference, BEN, "I know this one.")
    office.send_file(ticket.draft.conversation_id, "photo.png", "image/png", b"\x89PNG\r\n\x1a\n")
    page = live(ana, ticket)
    assert "I know this one." in page.one("ul", id="notes").text
    assert "photo.png" in page.one("section", id="files").text


def test_every_part_of_the_news_stands_on_the_page_too(ana: Browser, ticket: Ticket) -> None:
    parts = {e["id"] for e in live(ana, ticket).elements if "data-part" in e.attributes}
    on_page = {e.attributes.get("id") for e in ana.open(f"/inbox/tickets/{ticket.reference}").elements}
    assert parts
    assert parts <= on_page


def test_a_visitor_gets_no_news(app: Flask, ticket: Ticket) -> None:
    answer = app.test_client().get(f"/inbox/tickets/{ticket.reference}/live", headers={"Sec-Fetch-Dest": "empty"})
    assert answer.status_code == 401


def test_what_the_shopper_gives_later_shows_without_reload(office: Office, ana: Browser) -> None:
    ticket = office.hand_over(order_number="", email="mia@example.com")
    assert "Order not given" in live(ana, ticket).one("section", id="facts").text
    given = [Detail(DetailKind.ORDER_NUMBER, "7411"), Detail(DetailKind.EMAIL, "mia@example.org")]
    office.tickets.add_details(ticket.draft.conversation_id, given, office.clock())
    facts = live(ana, ticket).one("section", id="facts").text
    assert "Order 7411" in facts
    assert "E-mail mia@example.org" in facts
    assert "Also given earlier e-mail mia@example.com" in facts
