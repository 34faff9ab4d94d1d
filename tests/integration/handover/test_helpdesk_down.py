"""The helpdesk does not answer for a while: the real worker delivers later, once, in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.integration.handover.people import Colleague, Customer, until
from tests.support.vendors.server import Fault
from tests.support.vendors.zendesk import ZendeskServer

FIRST, SECOND = "the first word to a person", "the second word, from a person"


def copies(helpdesk: ZendeskServer, reference: str) -> list[dict[str, Any]]:
    return [ticket for ticket in list(helpdesk.tickets.values()) if ticket["external_id"] == reference]


def comments(helpdesk: ZendeskServer, reference: str) -> list[str]:
    return [comment["html_body"] for ticket in copies(helpdesk, reference) for comment in ticket["comments"]]


@pytest.fixture
def faults(helpdesk: ZendeskServer) -> Any:
    yield helpdesk.faults
    helpdesk.faults.off()


@pytest.mark.parametrize("fault", [Fault.UNAVAILABLE, Fault.AFTER_RESET], ids=["down", "answer lost"])
def test_everything_arrives_once_and_in_order_when_the_helpdesk_is_back(
    fault: Fault, faults: Any, arrive: Callable[[], Customer], ana: Colleague, helpdesk: ZendeskServer
) -> None:
    shopper = arrive().reaches_the_preview()
    faults.switch(fault, times=2, reads_too=fault is Fault.UNAVAILABLE)
    reference = shopper.hands_over()
    ana.claims(reference)
    shopper.send(FIRST)
    ana.replies(reference, SECOND)
    ana.solves(reference)
    until(lambda: any(SECOND in comment for comment in comments(helpdesk, reference)))
    until(lambda: [copy for copy in copies(helpdesk, reference) if copy["status"] == "solved"])
    assert len(copies(helpdesk, reference)) == 1
    words = [word for comment in comments(helpdesk, reference) for word in (FIRST, SECOND) if word in comment]
    assert words == [FIRST, SECOND]


def test_the_shopper_is_not_told_of_it(faults: Any, arrive: Callable[[], Customer]) -> None:
    shopper = arrive().reaches_the_preview()
    faults.switch(Fault.UNAVAILABLE, times=1, reads_too=True)
    reference = shopper.hands_over()
    assert f"Our team has your case now, under the reference {reference}." in shopper.texts()[-1]
