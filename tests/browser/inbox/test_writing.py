"""While an agent types a reply, the shopper is told; what others type in a case that is not theirs stays with them."""

from __future__ import annotations

from typing import Any

from parcelbot.core.handover.agents import Agent
from tests.support.office import ANA, BEN, Office

TYPE_ON = """box => {
  for (const letter of 'I have it in front of me') {
    box.value += letter;
    box.dispatchEvent(new Event('input', {bubbles: true}));
  }
}"""


def seen_writing(office: Office, case: str) -> bool:
    ticket = office.tickets.find(case.rpartition("/")[2])
    assert ticket is not None
    return office.ledger.conversation(ticket.draft.conversation_id).writing_until is not None


def types_in_the_case_of(owner: Agent, office: Office, page: Any, case: str) -> None:
    office.desk.claim(case.rpartition("/")[2], owner)
    page.goto(case)
    with page.expect_response("**/writing") as answer:
        page.get_by_label("Reply to the shopper").press_sequentially("Hm")
    assert answer.value.status == 204


def test_typing_in_the_reply_box_is_passed_on_to_the_shopper(office: Office, ana: Any, case: str) -> None:
    types_in_the_case_of(ANA, office, ana, case)
    assert seen_writing(office, case)


def test_a_colleague_who_types_is_not_shown_to_the_shopper(office: Office, ana: Any, case: str) -> None:
    types_in_the_case_of(BEN, office, ana, case)
    assert not seen_writing(office, case)


def test_it_is_told_now_and_then_and_not_at_every_key(ana: Any, case: str) -> None:
    sent: list[str] = []
    ana.on("request", lambda request: request.url.endswith("/writing") and sent.append(request.url))
    ana.goto(case)
    with ana.expect_response("**/writing"):
        ana.get_by_label("Reply to the shopper").evaluate(TYPE_ON)
    assert len(sent) == 1
