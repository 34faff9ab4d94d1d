"""What every helpdesk client does alike, whatever its helpdesk does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.tickets import Detail, DetailKind, TicketStatus
from parcelbot.core.outgoing.deliveries import DeliveryFailed, DeliveryKind
from tests.integration.helpdesk.benches import (
    EMAIL,
    LINK,
    TALK,
    Bench,
    copy,
    delivery,
    message,
    opening,
    saying,
    status_of,
    ticket,
    urgent,
)
from tests.support.vendors.server import Fault

CASE = ticket()
LATER_WORDS = message(4, "it came back, what now?")

PERMANENT = (Fault.UNAUTHORIZED, Fault.FORBIDDEN, Fault.NOT_FOUND, Fault.UNPROCESSABLE)
PASSING = tuple(fault for fault in Fault if fault not in PERMANENT)
LOSING = (Fault.AFTER_RESET, Fault.AFTER_TIMEOUT, Fault.AFTER_BAD_GATEWAY)
names = {"ids": lambda fault: fault.name.lower()}


def test_a_new_ticket_arrives_with_everything_an_agent_needs(bench: Bench) -> None:
    bench.deliver(opening(CASE), copy(CASE))
    everything = "\n".join(bench.only.texts)
    facts = ("KT-7QF3MX", "10428", "LP00123456789012", EMAIL, "Last scan: 2 days ago, Delivered, Leeds", LINK)
    assert [fact for fact in facts if fact not in everything] == []


def test_a_new_ticket_carries_the_whole_conversation_in_order_and_each_line_once(bench: Bench) -> None:
    bench.deliver(opening(CASE), copy(CASE))
    everything = "\n".join(bench.only.texts)
    places = [everything.index(line.text) for line in TALK]
    assert places == sorted(places)
    assert [bench.times(line.text) for line in TALK] == [1, 1, 1]


def test_the_new_ticket_has_our_reference_and_its_id_is_given_back(bench: Bench) -> None:
    remote_id = bench.deliver(opening(CASE), copy(CASE))
    assert (bench.only.remote_id, bench.only.reference) == (remote_id, "KT-7QF3MX")


def test_a_shopper_without_an_email_gets_a_ticket_too(bench: Bench) -> None:
    anonymous = ticket(email="")
    bench.deliver(opening(anonymous), copy(anonymous))
    assert [bench.times(line.text) for line in TALK] == [1, 1, 1]


def test_a_case_in_which_nothing_was_said_arrives(bench: Bench) -> None:
    bench.deliver(opening(CASE), copy(CASE, messages=()))
    assert bench.times("KT-7QF3MX, opened by the chat assistant") == 1


def test_two_cases_are_two_tickets(bench: Bench) -> None:
    other = ticket("KT-3C4D6E")
    first = bench.deliver(opening(CASE), copy(CASE))
    second = bench.deliver(opening(other), copy(other))
    assert [one.remote_id for one in bench.arrived()] == [first, second]


def test_an_addition_tells_the_new_summary_and_priority(bench: Bench) -> None:
    remote_id = bench.deliver(opening(CASE), copy(CASE))
    before = bench.only.priority
    richer = urgent(replace(CASE, draft=replace(CASE.draft, summary=("Buyer protection: 1 days left",))))
    bench.deliver(delivery(DeliveryKind.TICKET, richer, "ticket:KT-7QF3MX:later"), copy(richer), remote_id)
    assert bench.times("Buyer protection: 1 days left") == 1
    assert bench.only.priority not in ("", before)


def test_an_addition_finds_the_ticket_whose_id_was_never_learnt(bench: Bench) -> None:
    remote_id = bench.deliver(opening(CASE), copy(CASE))
    addition = delivery(DeliveryKind.TICKET, CASE, "ticket:KT-7QF3MX:later")
    assert bench.deliver(addition, copy(CASE)) == remote_id
    assert bench.times("KT-7QF3MX, opened by the chat assistant") == 2


def test_what_is_said_later_is_added(bench: Bench) -> None:
    remote_id = bench.deliver(opening(CASE), copy(CASE))
    bench.deliver(saying(CASE, LATER_WORDS), copy(CASE, LATER_WORDS), remote_id)
    assert LATER_WORDS.text in bench.only.texts[-1]


def test_a_file_is_named_and_its_place_in_the_inbox_told(bench: Bench) -> None:
    photo = message(4, "", attachment={"id": "f1", "name": "door.jpg"})
    remote_id = bench.deliver(opening(CASE), copy(CASE))
    bench.deliver(saying(CASE, photo), copy(CASE, photo), remote_id)
    assert f"door.jpg, {LINK}" in bench.only.texts[-1]


def test_an_agents_answer_from_our_inbox_is_told_with_the_name(bench: Bench) -> None:
    answer = message(4, "I have asked the carrier.", Author.AGENT, agent="Ana")
    remote_id = bench.deliver(opening(CASE), copy(CASE))
    bench.deliver(saying(CASE, answer), copy(CASE, answer), remote_id)
    assert "Ana" in bench.only.texts[-1]
    assert "I have asked the carrier." in bench.only.texts[-1]


def test_solving_and_reopening_is_told(bench: Bench) -> None:
    remote_id = bench.deliver(opening(CASE), copy(CASE))
    solved, opened = replace(CASE, status=TicketStatus.SOLVED), replace(CASE, status=TicketStatus.OPEN)
    bench.deliver(status_of(solved), copy(solved), remote_id)
    assert bench.only.status in ("solved", "closed", "resolved")
    bench.deliver(status_of(opened), copy(opened), remote_id)
    assert bench.only.status == "open"


@pytest.mark.parametrize("status", list(TicketStatus))
def test_every_status_of_ours_is_one_of_theirs(bench: Bench, status: TicketStatus) -> None:
    remote_id = bench.deliver(opening(CASE), copy(CASE))
    there = replace(CASE, status=status)
    assert bench.deliver(status_of(there), copy(there), remote_id) == remote_id


def test_a_late_status_tells_where_the_case_stands_now(bench: Bench) -> None:
    remote_id = bench.deliver(opening(CASE), copy(CASE))
    late = delivery(DeliveryKind.STATUS, CASE, f"status:{CASE.reference}:solved:x", status="solved")
    reopened = replace(CASE, status=TicketStatus.OPEN)
    bench.deliver(late, copy(reopened), remote_id)
    assert bench.only.status in ("new", "open")


@pytest.mark.parametrize("fault", PERMANENT, **names)
def test_what_a_person_has_to_mend_is_not_tried_again(bench: Bench, fault: Fault) -> None:
    bench.server.faults.switch(fault, reads_too=True)
    with pytest.raises(DeliveryFailed) as failure:
        bench.deliver(opening(CASE), copy(CASE))
    assert failure.value.permanent
    assert str(fault.value) in str(failure.value)


@pytest.mark.parametrize("fault", PASSING, **names)
def test_what_passes_is_tried_again(bench: Bench, fault: Fault) -> None:
    bench.server.faults.switch(fault, reads_too=True)
    with pytest.raises(DeliveryFailed) as failure:
        bench.deliver(opening(CASE), copy(CASE))
    assert not failure.value.permanent


def test_refused_credentials_are_told_with_the_settings_they_come_from(bench: Bench) -> None:
    transport = bench.destination.transport  # type: ignore[attr-defined]
    wrong = replace(transport, headers={}, account=("somebody", "else"))
    with pytest.raises(DeliveryFailed, match=r"check \w+_URL, .*(TOKEN|KEY)") as failure:
        replace(bench.destination, transport=wrong).deliver(opening(CASE), copy(CASE), "")  # type: ignore[type-var]
    assert failure.value.permanent


def test_a_rate_limit_says_for_how_many_seconds(bench: Bench) -> None:
    bench.server.faults.switch(Fault.RATE_LIMIT, reads_too=True)
    with pytest.raises(DeliveryFailed) as failure:
        bench.deliver(opening(CASE), copy(CASE))
    assert failure.value.retry_after_s == 7


def test_a_rate_limit_may_end_at_a_date(bench: Bench) -> None:
    bench.server.faults.until = datetime.now(timezone.utc) + timedelta(hours=1)
    bench.server.faults.switch(Fault.RATE_LIMIT_DATE, reads_too=True)
    with pytest.raises(DeliveryFailed) as failure:
        bench.deliver(opening(CASE), copy(CASE))
    assert 0 < (failure.value.retry_after_s or 0) <= 3600


def test_a_helpdesk_that_is_not_there_is_tried_again(bench: Bench) -> None:
    bench.server.stop()
    with pytest.raises(DeliveryFailed, match="did not answer") as failure:
        bench.deliver(opening(CASE), copy(CASE))
    assert not failure.value.permanent


def test_a_refusal_tells_the_vendors_reason_without_the_shoppers_email(bench: Bench) -> None:
    broken = ticket(email="anna at example.com")
    with pytest.raises(DeliveryFailed, match=r"(?i)email") as failure:
        bench.deliver(opening(broken), copy(broken))
    assert failure.value.permanent
    assert "anna@" not in str(failure.value)


@pytest.mark.parametrize("fault", list(Fault), **names)
def test_after_any_fault_the_next_attempt_makes_one_ticket(bench: Bench, fault: Fault) -> None:
    bench.server.faults.switch(fault)
    with pytest.raises(DeliveryFailed):
        bench.deliver(opening(CASE), copy(CASE))
    bench.server.faults.off()
    bench.deliver(opening(CASE, attempts=2), copy(CASE))
    assert [bench.times(line.text) for line in TALK] == [1, 1, 1]
    assert bench.times("KT-7QF3MX, opened by the chat assistant") == 1


@pytest.mark.parametrize("skip", range(10))
def test_whichever_answer_is_lost_nothing_is_there_twice(bench: Bench, skip: int) -> None:
    bench.server.faults.switch(Fault.AFTER_RESET, times=1, skip=skip)
    try:
        bench.deliver(opening(CASE), copy(CASE))
    except DeliveryFailed:
        bench.deliver(opening(CASE, attempts=2), copy(CASE))
    assert [bench.times(line.text) for line in TALK] == [1, 1, 1]
    assert bench.times("KT-7QF3MX, opened by the chat assistant") == 1


def test_a_revived_delivery_whose_attempts_count_anew_is_not_there_twice(bench: Bench) -> None:
    bench.deliver(opening(CASE), copy(CASE))
    bench.deliver(opening(CASE), copy(CASE))
    assert bench.times("KT-7QF3MX, opened by the chat assistant") == 1


@pytest.mark.parametrize("fault", LOSING, **names)
def test_words_whose_answer_was_lost_are_not_there_twice(bench: Bench, fault: Fault) -> None:
    remote_id = bench.deliver(opening(CASE), copy(CASE))
    bench.server.faults.switch(fault, times=1)
    with pytest.raises(DeliveryFailed):
        bench.deliver(saying(CASE, LATER_WORDS), copy(CASE, LATER_WORDS), remote_id)
    bench.deliver(saying(CASE, LATER_WORDS, attempts=2), copy(CASE, LATER_WORDS), remote_id)
    assert bench.times(LATER_WORDS.text) == 1


def test_the_same_words_said_twice_are_there_twice(bench: Bench) -> None:
    remote_id = bench.deliver(opening(CASE), copy(CASE))
    for seq in (4, 5):
        hello = message(seq, "hello?")
        bench.deliver(saying(CASE, hello), copy(CASE, hello), remote_id)
    assert bench.times("hello?") == 2


def test_words_are_found_again_wherever_they_stand_among_many_others(bench: Bench) -> None:
    remote_id = bench.deliver(opening(CASE), copy(CASE))
    lines = [message(seq, f"line {seq}.") for seq in range(4, 26)]
    for line in (*lines, lines[0], lines[-1]):
        bench.deliver(saying(CASE, line), copy(CASE, line), remote_id)
    assert [bench.times(line.text) for line in lines] == [1] * len(lines)


def test_words_cannot_arrive_before_their_ticket(bench: Bench) -> None:
    with pytest.raises(DeliveryFailed, match="The ticket itself has not arrived") as failure:
        bench.deliver(saying(CASE, LATER_WORDS), copy(CASE, LATER_WORDS))
    assert failure.value.permanent


def test_nothing_that_we_write_there_goes_out_to_the_shopper(bench: Bench) -> None:
    remote_id = bench.deliver(opening(CASE), copy(CASE))
    for seq, author in enumerate(Author, start=4):
        line = message(seq, f"from {author.value}", author)
        bench.deliver(saying(CASE, line), copy(CASE, line), remote_id)
    assert getattr(bench.server, "sent_out", []) == []


def test_an_answer_of_another_shape_is_tried_again(bench: Bench) -> None:
    bench.server.app.before_request_funcs[None].insert(0, lambda: ({"maintenance": True}, 200))
    with pytest.raises(DeliveryFailed, match="another shape") as failure:
        bench.deliver(opening(CASE), copy(CASE))
    assert not failure.value.permanent


def test_what_was_given_later_is_told_beside_what_was_given_first(bench: Bench) -> None:
    remote_id = bench.deliver(opening(CASE), copy(CASE))
    also_given = (Detail(DetailKind.EMAIL, "other@example.com"),)
    corrected = replace(CASE, draft=replace(CASE.draft, also_given=also_given))
    bench.deliver(delivery(DeliveryKind.TICKET, corrected, "ticket:KT-7QF3MX:later"), copy(corrected), remote_id)
    assert bench.times("Also given: earlier e-mail other@example.com") == 1
