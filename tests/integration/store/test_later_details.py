"""Details that a shopper gives after handing over: ticket, audit log and outbox in one transaction."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from zoneinfo import ZoneInfo

from parcelbot.core.cases.conversation import OwnershipMove
from parcelbot.core.cases.tickets import Detail, DetailKind, TicketStatus
from parcelbot.core.owner.audit import SHOPPER, AuditFilter
from parcelbot.front.details_for_person import details_keeper
from parcelbot.store.cases.audit import Audit
from parcelbot.store.ledger.ledger import Ledger
from tests.integration.store.desk_cases import ANA, Shop

ORDER = Detail(DetailKind.ORDER_NUMBER, "7401")
EMAIL = Detail(DetailKind.EMAIL, "anna@example.com")
NOTHING = {"order_number": "", "tracking_number": "", "email": ""}


def audited(shop: Shop) -> list[tuple[str, str, str]]:
    page = Audit(shop.engine, lambda: shop.now, ZoneInfo("UTC")).page(AuditFilter(agent=SHOPPER))
    return [(line.action, line.reference, line.detail) for line in page.lines]


def says_to_a_person(shop: Shop, text: str, echo_id: str) -> None:
    Ledger(shop.engine, on_message_to_person=details_keeper(("zendesk",))).accept("c", echo_id, now=shop.now, text=text)


def test_what_was_missing_is_filled_in_logged_and_sent_to_the_helpdesk(shop: Shop) -> None:
    shop.case(**NOTHING)
    shop.later(minutes=5)
    shop.tickets.add_details("c", [ORDER, EMAIL], shop.now)
    draft = shop.desk.case("KT-AAAAAA", ANA).ticket.draft
    assert (draft.order_number, draft.email) == ("7401", "anna@example.com")
    assert audited(shop) == [("details_given", "KT-AAAAAA", "order number filled in, e-mail filled in")]
    assert [kind for _, kind, _ in shop.outbox()] == ["ticket", "ticket"]


def test_a_corrected_email_takes_its_field_and_the_one_before_stands_beside_it_after_a_restart_too(shop: Shop) -> None:
    shop.case()
    shop.tickets.add_details("c", [EMAIL], shop.now)
    draft = shop.desk.case("KT-AAAAAA", ANA).ticket.draft
    assert (draft.email, draft.also_given) == (EMAIL.value, (Detail(DetailKind.EMAIL, "shopper@example.com"),))


def test_given_again_it_changes_and_sends_nothing(shop: Shop) -> None:
    shop.case(**NOTHING)
    shop.later(minutes=5)
    shop.tickets.add_details("c", [ORDER], shop.now)
    shop.later(minutes=5)
    assert shop.tickets.add_details("c", [ORDER], shop.now) == ()
    assert (len(shop.outbox()), len(audited(shop))) == (2, 1)


def test_a_case_that_is_ended_is_left_as_it_was(shop: Shop) -> None:
    shop.case(**NOTHING)
    shop.desk.set_status("KT-AAAAAA", ANA, TicketStatus.SOLVED)
    assert shop.tickets.add_details("c", [ORDER], shop.now) == ()


def test_a_channel_without_a_ledger_has_its_ticket_filled_too(shop: Shop) -> None:
    shop.case(chat=False, **NOTHING)
    shop.tickets.add_details("c", [ORDER], shop.now)
    assert shop.desk.case("KT-AAAAAA", ANA).ticket.draft.order_number == "7401"


def test_given_ten_times_at_once_it_is_taken_once(shop: Shop) -> None:
    shop.case(**NOTHING)
    with ThreadPoolExecutor(10) as pool:
        taken = list(pool.map(lambda _: shop.tickets.add_details("c", [ORDER], shop.now), range(10)))
    assert sum(len(additions) for additions in taken) == 1
    assert len(audited(shop)) == 1


def test_what_is_written_to_a_person_is_taken_with_the_message(shop: Shop) -> None:
    shop.case(**NOTHING)
    shop.desk.claim("KT-AAAAAA", ANA)
    says_to_a_person(shop, "my order is #7401, anna@example.com", "e-1")
    says_to_a_person(shop, "my order is #7401, anna@example.com", "e-1")
    draft = shop.desk.case("KT-AAAAAA", ANA).ticket.draft
    assert (draft.order_number, draft.email) == ("7401", "anna@example.com")
    assert len(audited(shop)) == 1


def test_a_message_arrives_even_when_nothing_can_be_taken_from_it(shop: Shop) -> None:
    shop.case(**NOTHING)
    shop.desk.claim("KT-AAAAAA", ANA)
    shop.engine.execute("DROP TABLE audit")
    says_to_a_person(shop, "my order is #7401", "e-1")
    assert shop.heard()[-1] == "my order is #7401"
    assert shop.desk.case("KT-AAAAAA", ANA).ticket.draft.order_number == ""


def test_what_is_said_to_the_bot_is_the_assistants_to_read(shop: Shop) -> None:
    shop.case(**NOTHING)
    shop.desk.claim("KT-AAAAAA", ANA)
    shop.ledger.change_owner("c", OwnershipMove.RELEASE)
    says_to_a_person(shop, "my order is #7401", "e-1")
    assert shop.desk.case("KT-AAAAAA", ANA).ticket.draft.order_number == ""
