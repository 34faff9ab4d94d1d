"""What a shopper gives after a ticket was opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from parcelbot.core.answering.memory import Memory
from parcelbot.core.cases.later_details import add_details, add_details_to_all, newly_given, other_emails
from parcelbot.core.cases.tickets import Detail, DetailKind, Ticket, TicketDraft, TicketStatus
from tests.unit.core.builders import NOW

LP = "LP00123456789012"
RR = "RR123456785CN"
LATER = NOW + timedelta(minutes=5)
ORDER = Detail(DetailKind.ORDER_NUMBER, "7401")
PARCEL = Detail(DetailKind.TRACKING_NUMBER, LP)
EMAIL = Detail(DetailKind.EMAIL, "anna@example.com")


def ticket(reference: str = "KT-AAAAAA", **fields: str) -> Ticket:
    return Ticket(reference, TicketDraft("c-1", "late_delivery", **fields), TicketStatus.OPEN, NOW, NOW, NOW)


def test_what_was_missing_is_filled_in() -> None:
    addition = add_details(ticket(), (ORDER, PARCEL, EMAIL), LATER)
    assert addition is not None
    draft = addition.ticket.draft
    assert (draft.order_number, draft.tracking_number, draft.email) == ("7401", LP, "anna@example.com")
    assert (draft.also_given, addition.ticket.updated_at) == ((), LATER)


def test_another_number_stands_beside_the_one_that_names_the_case() -> None:
    addition = add_details(ticket(order_number="7402"), (ORDER,), LATER)
    assert addition is not None
    assert (addition.ticket.draft.order_number, addition.ticket.draft.also_given) == ("7402", (ORDER,))


def test_the_newest_email_is_answered_to_and_the_one_before_stands_beside_it() -> None:
    addition = add_details(ticket(email="ana@example.com"), (EMAIL,), LATER)
    assert addition is not None
    draft = addition.ticket.draft
    assert (draft.email, draft.also_given) == (EMAIL.value, (Detail(DetailKind.EMAIL, "ana@example.com"),))


def test_who_goes_back_to_the_email_from_before_is_answered_there() -> None:
    changed = add_details(ticket(email="ana@example.com"), (EMAIL,), LATER)
    assert changed is not None
    back = add_details(changed.ticket, (Detail(DetailKind.EMAIL, "ana@example.com"),), LATER)
    assert back is not None
    assert (back.ticket.draft.email, back.ticket.draft.also_given) == ("ana@example.com", (EMAIL,))


def test_of_two_numbers_the_first_fills_the_field() -> None:
    addition = add_details(ticket(), (PARCEL, Detail(DetailKind.TRACKING_NUMBER, RR)), LATER)
    assert addition is not None
    assert addition.ticket.draft.tracking_number == LP
    assert [detail.value for detail in addition.ticket.draft.also_given] == [RR]


def test_what_is_known_changes_nothing() -> None:
    known = ticket(order_number="7401", email="Anna@Example.com")
    known = replace(known, draft=replace(known.draft, also_given=(PARCEL,)))
    assert add_details(known, (ORDER, PARCEL, EMAIL), LATER) is None


def test_nothing_given_changes_nothing() -> None:
    assert add_details(ticket(), (), LATER) is None


def test_the_log_is_told_which_fields_and_never_what_stands_in_them() -> None:
    addition = add_details(ticket(email="ana@example.com"), (ORDER, EMAIL), LATER)
    assert addition is not None
    assert addition.audit_detail == "order number filled in, e-mail filled in"


def test_an_email_is_the_shoppers_in_every_case() -> None:
    additions = add_details_to_all([ticket(), ticket("KT-CCCCCC")], (EMAIL,), LATER)
    assert [addition.ticket.reference for addition in additions] == ["KT-AAAAAA", "KT-CCCCCC"]


def test_a_number_that_names_one_case_is_no_news_to_another() -> None:
    assert add_details_to_all([ticket(), ticket("KT-CCCCCC", tracking_number=LP)], (PARCEL,), LATER) == ()


def test_a_new_number_is_taken_by_the_newest_case_that_lacks_one_so_that_no_two_become_the_same() -> None:
    additions = add_details_to_all([ticket(), ticket("KT-CCCCCC", order_number="7401")], (PARCEL,), LATER)
    assert [addition.ticket.reference for addition in additions] == ["KT-AAAAAA"]


def test_what_a_message_adds_to_the_memory_is_given() -> None:
    after = Memory(tracking_number=LP, order_number="7401", email="anna@example.com")
    assert newly_given(Memory(email="anna@example.com"), after) == (PARCEL, ORDER)


def test_a_number_its_check_digit_disproves_is_not_given_until_it_is_put_right() -> None:
    mistyped = Memory(tracking_number="RR123456784CN", number_valid=False)
    assert newly_given(Memory(), mistyped) == ()
    assert newly_given(mistyped, Memory(tracking_number=RR)) == (Detail(DetailKind.TRACKING_NUMBER, RR),)


def test_several_numbers_at_once_are_all_given() -> None:
    assert [detail.value for detail in newly_given(Memory(), Memory(several=(LP, RR)))] == [LP, RR]


def test_an_older_e_mail_is_still_known_besides_the_one_that_is_answered_to() -> None:
    draft = TicketDraft("c-1", email="new@example.org", also_given=(Detail(DetailKind.EMAIL, "old@example.org"),))
    assert other_emails(draft, "new@example.org") == ("old@example.org",)
