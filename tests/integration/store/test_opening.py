"""Opening a ticket: everything that follows from it, in one transaction, once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from parcelbot.core.cases.conversation import ConversationState, OwnershipMove
from parcelbot.core.cases.tickets import Ticket, TicketStatus
from parcelbot.store.schema.tickets import outbox
from tests.integration.store.desk_cases import ANA, DRAFT, NOW, Shop, opened

ONE, TWO = "KT-AAAAAA", "KT-CCCCCC"


def test_a_case_is_stored_handed_over_and_sent_to_the_helpdesk(shop: Shop) -> None:
    shop.case(ONE)
    assert shop.tickets.find(ONE).draft == DRAFT
    assert shop.ledger.conversation("c").state is ConversationState.REQUESTED
    assert shop.outbox() == [("zendesk", "ticket", f"ticket:{ONE}:{NOW.isoformat()}")]
    assert shop.signalled == ["c"]


def test_from_now_on_the_shopper_waits_for_a_person(shop: Shop) -> None:
    shop.case(ONE)
    assert shop.ledger.conversation("c").waiting_since == NOW


def test_opening_the_same_case_again_adds_to_its_ticket(shop: Shop) -> None:
    shop.case(ONE)
    shop.later(minutes=5)
    again = shop.case(TWO, summary=("Problem: late", "New: photo"))
    assert (again.reference, again.draft.summary[1]) == (ONE, "New: photo")
    assert shop.tickets.all() == [again]
    assert [key for _, _, key in shop.outbox()] == [
        f"ticket:{ONE}:{NOW.isoformat()}",
        f"ticket:{ONE}:{shop.now.isoformat()}",
    ]


def test_notes_hang_on_a_ticket_that_is_added_to(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.note(ONE, ANA, "Called the carrier")
    shop.case(TWO)
    assert [note.text for note in shop.desk.case(ONE, ANA).notes] == ["Called the carrier"]


def test_adding_to_a_case_a_person_has_leaves_the_chat_with_that_person(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.claim(ONE, ANA)
    added = shop.case(TWO)
    assert (added.reference, added.assignee) == (ONE, ANA.email)
    assert (shop.ledger.conversation("c").state, shop.ledger.conversation("c").agent) == (
        ConversationState.HUMAN,
        "Ana",
    )


def test_what_is_added_waits_for_the_persons_word_again(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.reply(ONE, ANA, "Hello", "e-1")
    shop.later(minutes=5)
    shop.case(TWO, issue="customs_delay")
    assert shop.ledger.conversation("c").waiting_since == shop.now


def test_another_case_of_a_chat_a_person_has_leaves_it_with_that_person(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.claim(ONE, ANA)
    shop.case(TWO, issue="customs_delay")
    assert shop.ledger.conversation("c").state is ConversationState.HUMAN


def test_a_solved_case_is_opened_anew(shop: Shop) -> None:
    shop.case(ONE)
    shop.desk.set_status(ONE, ANA, TicketStatus.SOLVED)
    anew = shop.case(TWO)
    assert (anew.reference, anew.earlier) == (TWO, (ONE,))
    assert shop.ledger.conversation("c").state is ConversationState.REQUESTED


def test_a_channel_without_a_ledger_gets_its_ticket_too(shop: Shop) -> None:
    assert shop.case(ONE, chat=False, conversation_id="terminal").reference == ONE
    assert shop.case(TWO, chat=False, conversation_id="terminal").reference == ONE


def _earlier_of(shop: Shop, **changes: str) -> list[str]:
    return list(shop.case("KT-EEEEEE", **{"conversation_id": "c-new", "issue": "customs_delay", **changes}).earlier)


def test_earlier_tickets_of_the_same_order_or_parcel_are_known_newest_first(shop: Shop) -> None:
    shop.case(ONE, conversation_id="c-1", tracking_number="")
    shop.later(days=1)
    shop.case(TWO, conversation_id="c-2", order_number="")
    assert _earlier_of(shop) == [TWO, ONE]


def test_tickets_of_other_orders_are_not_earlier_ones(shop: Shop) -> None:
    shop.case(ONE, conversation_id="c-1", order_number="7402", tracking_number="RR123456785CN")
    assert _earlier_of(shop) == []


def test_a_case_without_any_number_has_no_earlier_ones(shop: Shop) -> None:
    shop.case(ONE, conversation_id="c-1", order_number="", tracking_number="")
    assert _earlier_of(shop, order_number="", tracking_number="") == []


def test_a_ticket_that_is_added_to_is_not_its_own_forerunner(shop: Shop) -> None:
    shop.case(ONE)
    seen: list[tuple[Ticket, ...]] = []

    def make(known: Ticket | None, earlier: tuple[Ticket, ...]) -> Ticket:
        seen.append(earlier)
        return opened(DRAFT, TWO)(known, earlier)

    shop.tickets.open(DRAFT, make)
    assert seen == [()]


def _fails(known: Ticket | None, earlier: tuple[Ticket, ...]) -> Ticket:
    raise RuntimeError("no priority")


def test_what_fails_on_the_way_leaves_nothing_behind(shop: Shop) -> None:
    shop.ledger.open("c", NOW)
    with pytest.raises(RuntimeError, match="no priority"):
        shop.tickets.open(DRAFT, _fails)
    assert (shop.tickets.all(), shop.outbox()) == ([], [])
    assert shop.ledger.conversation("c").state is ConversationState.BOT


def test_an_outbox_that_fails_undoes_the_ticket(shop: Shop) -> None:
    shop.ledger.open("c", NOW)
    outbox.drop(shop.engine)
    with pytest.raises(Exception, match="outbox"):
        shop.tickets.open(DRAFT, opened(DRAFT, ONE))
    assert shop.tickets.all() == []
    assert shop.ledger.conversation("c").state is ConversationState.BOT


@pytest.mark.parametrize("chat", [True, False])
def test_twenty_at_once_open_one_ticket(shop: Shop, chat: bool) -> None:
    if chat:
        shop.ledger.open("c", NOW)

    def attempt(number: int) -> str:
        return shop.tickets.open(DRAFT, opened(DRAFT, f"KT-{number:06d}", NOW + timedelta(seconds=number))).reference

    with ThreadPoolExecutor(20) as threads:
        references = set(threads.map(attempt, range(20)))
    assert [ticket.reference for ticket in shop.tickets.all()] == list(references)
    assert len(shop.outbox()) == 20


def test_a_reference_that_is_taken_is_chosen_anew(shop: Shop) -> None:
    shop.case(ONE)
    other = replace(DRAFT, conversation_id="c-2")
    references = iter((ONE, TWO))

    def make(known: Ticket | None, earlier: tuple[Ticket, ...]) -> Ticket:
        return opened(other, next(references))(known, earlier)

    assert shop.tickets.open(other, make).reference == TWO


@pytest.mark.parametrize("moves", [(), (OwnershipMove.REQUEST,), (OwnershipMove.CLAIM, OwnershipMove.SOLVE)])
def test_every_state_but_a_persons_becomes_requested(shop: Shop, moves: tuple[OwnershipMove, ...]) -> None:
    shop.ledger.open("c", NOW)
    for move in moves:
        shop.ledger.change_owner("c", move)
    shop.case(ONE)
    assert shop.ledger.conversation("c").state is ConversationState.REQUESTED
