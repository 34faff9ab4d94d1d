"""Whatever a shopper writes is words on the page, never markup."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from flask import Flask

from parcelbot.core.cases.conversation import Choice
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Status, Substatus
from tests.support.office import ANA, Office
from tests.support.pages import Browser, Page
from tests.unit.core.builders import scan, shipment

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</textarea><svg onload=alert(1)>",
    "{{ 7*7 }}${7*7}<%= 7*7 %>",
    "javascript:alert(1)",
    "</title><iframe src=//evil.example>",
)


def infected(office: Office, attack: str) -> Ticket:
    """A case with `attack` in every field that a shopper, a carrier or a shop platform fills."""
    talk = office.chat(attack)
    office.send_file(talk, attack, "image/png", b"x")
    office.bot_says(
        talk,
        attack,
        card={"kind": "tracking", "number": attack, "status_text": attack, "wait_text": attack},
        choices=(Choice("a", attack, "/affirm"),),
        answer={"table": attack, "row": attack, "source": attack},
    )
    office.bot_says(talk, "", card={"kind": "ticket", "reference": attack, "promise": attack})
    ticket = office.hand_over(
        talk,
        issue="late_delivery",
        row=f"table/{attack}",
        order_number=attack,
        tracking_number=attack,
        email=attack,
        sales_channel=attack,
        summary=(attack,),
        checklist={attack: True},
        snapshot={"number": attack},
    )
    bad = scan(Substatus.IN_TRANSIT_OTHER, 1, attack, description=attack)
    found = shipment(
        bad, number=attack, carrier=attack, status=Status.IN_TRANSIT, origin=attack, last_mile_carrier=attack
    )
    office.tracking.answer = Lookup(LookupOutcome.FOUND, found)
    office.desk.reply(ticket.reference, ANA, attack, "echo-1")
    office.desk.note(ticket.reference, ANA, attack)
    return ticket


def signature(page: Page) -> list[tuple[str, tuple[str, ...]]]:
    """The tags of a page with the names of their attributes: what it is made of, whatever it says."""
    return [(element.tag, tuple(sorted(element.attributes))) for element in page.elements]


@pytest.mark.parametrize("path", ["", "?parcel=now", "/live?after=0", "/parcel"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_a_ticket_page_is_made_of_the_same_tags_whatever_a_shopper_writes(
    office: Office, ana: Browser, attack: str, path: str
) -> None:
    bad = ana.open(f"/inbox/tickets/{infected(office, attack).reference}{path}")
    good = ana.open(f"/inbox/tickets/{infected(office, 'nothing bad').reference}{path}")
    links = ("a", ("href",))  # the two cases are not each other's earlier cases
    assert [tag for tag in signature(bad) if tag != links] == [tag for tag in signature(good) if tag != links]
    assert attack.replace("\n", " ").split()[0] in bad.text or attack in str([e.attributes for e in bad.elements])


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_queue_is_made_of_the_same_tags_whatever_a_shopper_writes(
    office: Office, ana: Browser, attack: str
) -> None:
    infected(office, attack)
    infected(office, "nothing bad")
    page = ana.open("/inbox/?show=all")
    lines = [item.text for item in page.all("li", class_="line")]
    assert len(lines) == 2
    assert {element.tag for element in page.elements}.isdisjoint({"iframe", "object"})
    assert not any(name.startswith("on") for element in page.elements for name in element.attributes)
    assert all("src" in script.attributes for script in page.all("script"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_search_shows_what_was_typed_as_words(ana: Browser, attack: str) -> None:
    page = ana.open(f"/inbox/search?q={quote(attack)}")
    assert page.one("input", id="search")["value"] == attack
    assert not page.has("img")
    assert not page.has("iframe")
    assert not page.has("svg", onload="alert(1)")


@pytest.mark.parametrize("path", ["/inbox/", "/inbox/search?q=x", "/inbox/queue/live"])
def test_pages_carry_a_policy_that_runs_nothing_inline(ana: Browser, path: str) -> None:
    policy = ana.get(path).headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_no_page_has_scripts_styles_or_handlers_inside(office: Office, ana: Browser) -> None:
    for path in ("/inbox/", f"/inbox/tickets/{office.hand_over().reference}"):
        page = ana.open(path)
        assert not page.has("style")
        assert all(script["src"].startswith("/inbox/static/") for script in page.all("script"))
        assert not any(name == "style" or name.startswith("on") for e in page.elements for name in e.attributes)


@pytest.mark.parametrize("address", ["/inbox/tickets/KT%00AAAA", "/inbox/search?q=a%00b", "/inbox/?show=%00"])
def test_a_character_that_no_database_takes_is_refused(ana: Browser, address: str) -> None:
    assert ana.get(address).status_code == 400


def test_also_at_the_door(app: Flask) -> None:
    assert Browser(app).post("/inbox/log-in", email="ana\0@kossr.example", password="x").status_code == 400
