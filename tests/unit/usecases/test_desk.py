"""What agents do at the desk, over a store in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from parcelbot.core.cases.conversation import Author, ConversationState
from parcelbot.core.cases.tickets import Priority, TicketStatus
from parcelbot.core.handover.decisions import next_statuses
from parcelbot.core.handover.views import AlreadyClaimed, IllegalStatus, ShopperUnreachable, TicketUnknown
from parcelbot.core.outgoing.deliveries import DeliveryKind, NewDelivery
from tests.unit.core.builders import ticket
from tests.unit.usecases.desk_fakes import ANA, BEN, NOW, Scene, conversation, scene

SOLVED, CLOSED = TicketStatus.SOLVED, TicketStatus.CLOSED
WORKING = (TicketStatus.OPEN, TicketStatus.PENDING, TicketStatus.ON_HOLD)
ONE, TWO = "KT-AAAAAA", "KT-CCCCCC"


def held_by_ana(**changes: object) -> Scene:
    here = scene(ticket(**changes))
    here.desk.claim(ONE, ANA)
    here.store.said.clear()
    here.store.deliveries.clear()
    here.store.audit.clear()
    return here


# ---- taking a case -----------------------------------------------------------------------------------


def test_claiming_makes_the_agent_the_owner_and_tells_the_shopper() -> None:
    here = scene()
    claimed = here.desk.claim(ONE, ANA)
    assert (claimed.assignee, claimed.status) == (ANA.email, TicketStatus.OPEN)
    assert (here.state, here.store.conversation.agent) == (ConversationState.HUMAN, "Ana")
    assert here.told == ["Ana joins"]


def test_what_the_shopper_is_told_says_where_it_comes_from() -> None:
    here = scene()
    here.desk.claim(ONE, ANA)
    assert here.store.said[0].answer == {"table": "handover", "row": "claimed", "source": "handover"}


def test_claiming_ones_own_case_again_changes_nothing() -> None:
    here = held_by_ana()
    before = here.ticket()
    here.later(minutes=5)
    assert here.desk.claim(ONE, ANA) == before
    assert (here.told, here.store.deliveries, here.store.audit) == ([], [], [])


def test_a_colleagues_case_cannot_be_claimed_and_the_error_names_the_colleague() -> None:
    here = held_by_ana()
    with pytest.raises(AlreadyClaimed) as refused:
        here.desk.claim(ONE, BEN)
    assert refused.value.by == ANA.email
    assert here.ticket().assignee == ANA.email


def test_a_colleagues_case_can_be_taken_over_and_the_shopper_hears_of_it_once() -> None:
    here = held_by_ana()
    for _ in range(2):
        here.desk.take_over(ONE, BEN)
    assert (here.ticket().assignee, here.store.conversation.agent) == (BEN.email, "Ben")
    assert here.told == ["Ben takes over"]
    assert here.store.said[0].answer["row"] == "claimed"


def test_a_case_is_given_to_a_colleague_and_the_audit_log_says_by_whom() -> None:
    here = held_by_ana()
    assert here.desk.assign(ONE, ANA, BEN).assignee == BEN.email
    assert here.told == ["Ben takes over"]
    assert [(line.agent, line.action, line.detail) for line in here.store.audit] == [(ANA.email, "assigned", BEN.email)]


def test_taking_over_what_nobody_has_is_claiming() -> None:
    here = scene()
    here.desk.take_over(ONE, ANA)
    assert here.told == ["Ana joins"]


def test_stepping_in_where_the_bot_has_the_chat_is_a_claim() -> None:
    here = scene(state=ConversationState.BOT)
    here.desk.claim(ONE, ANA)
    assert (here.state, here.told) == (ConversationState.HUMAN, ["Ana joins"])


def test_a_ticket_nobody_has_is_unknown() -> None:
    with pytest.raises(TicketUnknown):
        scene().desk.claim("KT-999999", ANA)


# ---- answering ---------------------------------------------------------------------------------------


def test_a_reply_carries_the_agents_name_and_waits_for_the_shopper() -> None:
    here = held_by_ana()
    said = here.desk.reply(ONE, ANA, " On its way. ", "e-1")
    assert (said.author, said.text, said.agent) == (Author.AGENT, "On its way.", "Ana")
    assert here.ticket().status is TicketStatus.PENDING


def test_the_same_echo_id_is_the_same_reply() -> None:
    here = held_by_ana()
    first = here.desk.reply(ONE, ANA, "On its way.", "e-1")
    here.later(minutes=1)
    assert here.desk.reply(ONE, ANA, "On its way.", "e-1") == first
    assert len(here.store.said) == 1


def test_only_the_first_reply_is_the_first_response() -> None:
    here = held_by_ana()
    for minutes in (5, 10):
        here.now = NOW + timedelta(minutes=minutes)
        here.desk.reply(ONE, ANA, "Hello", f"e-{minutes}")
    assert here.ticket().first_response_at == NOW + timedelta(minutes=5)


def test_answering_what_nobody_has_claims_it_first() -> None:
    here = scene()
    here.desk.reply(ONE, ANA, "Hello", "e-1")
    assert [message.text for message in here.store.said] == ["Ana joins", "Hello"]
    assert (here.ticket().assignee, here.state) == (ANA.email, ConversationState.HUMAN)


def test_a_colleagues_case_is_not_answered() -> None:
    here = held_by_ana()
    with pytest.raises(AlreadyClaimed):
        here.desk.reply(ONE, BEN, "Hello", "e-1")
    assert here.store.said == []


def test_one_can_answer_and_close_at_once() -> None:
    here = held_by_ana()
    here.desk.reply(ONE, ANA, "It has arrived.", "e-1", then=SOLVED)
    assert [message.text for message in here.store.said] == ["It has arrived.", f"Ana closes {ONE}"]
    assert (here.ticket().status, here.state) == (SOLVED, ConversationState.SOLVED)


def test_answering_a_solved_case_takes_it_up_again() -> None:
    here = scene(ticket(status=SOLVED, solved_at=NOW, assignee=BEN.email), state=ConversationState.SOLVED)
    here.desk.reply(ONE, ANA, "One more thing", "e-1")
    assert (here.ticket().status, here.ticket().solved_at) == (TicketStatus.PENDING, None)
    assert [message.text for message in here.store.said] == ["Ana joins", "One more thing"]


def test_answering_makes_no_ticket_new() -> None:
    with pytest.raises(IllegalStatus):
        held_by_ana().desk.reply(ONE, ANA, "Hello", "e-1", then=TicketStatus.NEW)


@pytest.mark.parametrize(("text", "echo_id"), [("", "e"), ("  \n", "e"), ("Hello", ""), ("Hello", "e" * 101)])
def test_a_reply_needs_words_and_an_echo_id(text: str, echo_id: str) -> None:
    with pytest.raises(ValueError, match="needs"):
        held_by_ana().desk.reply(ONE, ANA, text, echo_id)


def test_a_reply_is_also_mailed_unless_the_page_shows_it_within_two_minutes() -> None:
    here = held_by_ana()
    said = here.desk.reply(ONE, ANA, "Hello", "e-1")
    (mail,) = (d for d in here.store.deliveries if d.kind is DeliveryKind.REPLY_MAIL)
    assert (mail.destination, mail.key, mail.payload) == ("shopper_mail", f"mail:{ONE}:{said.seq}", {"seq": said.seq})
    assert mail.not_before == NOW + timedelta(minutes=2)


def test_a_reply_that_also_claims_mails_the_reply_and_not_the_greeting() -> None:
    here = scene()
    said = here.desk.reply(ONE, ANA, "Hello", "e-1")
    (mail,) = (d for d in here.store.deliveries if d.kind is DeliveryKind.REPLY_MAIL)
    assert mail.payload == {"seq": said.seq}


@pytest.mark.parametrize(("mails", "email"), [(False, "shopper@example.com"), (True, "")])
def test_without_an_address_or_a_mail_server_nothing_is_mailed(mails: bool, email: str) -> None:
    here = held_by_ana(draft=replace(ticket().draft, email=email))
    here.mails = mails
    here.desk.reply(ONE, ANA, "Hello", "e-1")
    assert {d.kind for d in here.store.deliveries} == {DeliveryKind.STATUS}


# ---- a channel without a ledger ----------------------------------------------------------------------


def test_without_a_chat_the_reply_goes_by_mail_at_once_and_into_the_tickets_transcript() -> None:
    here = scene(state=None)
    said = here.desk.reply(ONE, ANA, "Hello", "e-1")
    assert (said.text, said.author, said.seq) == ("Hello", Author.AGENT, 1)
    assert [line.text for line in here.ticket().draft.transcript] == ["Hello"]
    (mail,) = (d for d in here.store.deliveries if d.kind is DeliveryKind.REPLY_MAIL)
    assert (mail.key, mail.payload, mail.not_before) == (f"mail:{ONE}:e-1", {"seq": 1}, NOW)


def test_without_chat_and_address_the_agent_is_told_that_nobody_would_read_it() -> None:
    here = scene(ticket(draft=replace(ticket().draft, email="")), state=None)
    with pytest.raises(ShopperUnreachable):
        here.desk.reply(ONE, ANA, "Hello", "e-1")
    assert here.ticket().assignee == ""


def test_without_a_chat_a_case_is_claimed_given_back_and_closed_all_the_same() -> None:
    here = scene(state=None)
    assert here.desk.claim(ONE, ANA).assignee == ANA.email
    assert here.desk.release(ONE, ANA).assignee == ""
    assert here.desk.set_status(ONE, BEN, SOLVED).status is SOLVED
    assert here.store.said == []


# ---- giving it back ----------------------------------------------------------------------------------


def test_a_case_given_back_is_new_again_and_the_first_promise_stands() -> None:
    here = held_by_ana()
    here.later(minutes=30)
    released = here.desk.release(ONE, ANA)
    assert (released.assignee, released.status, released.promised) == ("", TicketStatus.NEW, NOW + timedelta(hours=4))
    assert here.state is ConversationState.REQUESTED
    assert here.told == [f"Ana leaves {ONE}, answer by Mon 23 November, 16:00 UTC"]


def test_a_case_that_had_its_answer_is_given_back_with_a_new_promise() -> None:
    here = held_by_ana()
    here.desk.reply(ONE, ANA, "Hello", "e-1")
    here.later(hours=1)
    assert here.desk.release(ONE, ANA).promised == NOW + timedelta(hours=7)
    assert here.told == [f"Ana leaves {ONE}, answer by Mon 23 November, 19:00 UTC"]


def test_a_promise_that_is_broken_already_is_not_replaced_by_another() -> None:
    here = held_by_ana()
    here.later(hours=5)
    released = here.desk.release(ONE, ANA)
    assert released.overdue(here.now)
    assert here.told == [f"Ana leaves {ONE}, late"]


def test_the_next_answer_keeps_the_new_promise() -> None:
    here = held_by_ana()
    here.desk.reply(ONE, ANA, "Hello", "e-1")
    here.desk.release(ONE, ANA)
    here.desk.reply(ONE, BEN, "Hello again", "e-2")
    assert (here.ticket().promised, here.ticket().first_response_at) == (None, NOW)


def test_giving_back_twice_tells_once() -> None:
    here = held_by_ana()
    for _ in range(2):
        here.desk.release(ONE, ANA)
    assert len(here.told) == 1


def test_a_colleagues_case_is_not_given_back() -> None:
    here = held_by_ana()
    with pytest.raises(AlreadyClaimed):
        here.desk.release(ONE, BEN)


def test_an_agent_who_leaves_the_shopper_waiting_loses_the_case_once() -> None:
    here = held_by_ana()
    assert [here.desk.release_silent(ONE), here.desk.release_silent(ONE)] == [True, False]
    assert here.told == [f"Ana is silent about {ONE}, answer by Mon 23 November, 16:00 UTC"]
    assert (here.ticket().assignee, here.state) == ("", ConversationState.REQUESTED)
    assert here.store.said[0].answer["row"] == "released"


def test_an_agent_who_has_answered_meanwhile_keeps_the_case() -> None:
    here = held_by_ana()
    here.store.conversation = replace(here.store.conversation, waiting_since=None)
    assert not here.desk.release_silent(ONE)
    assert here.ticket().assignee == ANA.email


def test_the_watch_takes_nothing_from_a_solved_case() -> None:
    here = held_by_ana()
    here.desk.set_status(ONE, ANA, SOLVED)
    assert not here.desk.release_silent(ONE)


# ---- a sign of life ----------------------------------------------------------------------------------


def test_who_waits_for_the_agent_in_the_chat_hears_that_there_is_no_answer_yet() -> None:
    here = held_by_ana()
    assert here.desk.tell_waiting(ONE)
    assert here.told == [f"Ana has not answered {ONE}"]
    assert (here.ticket().assignee, here.state) == (ANA.email, ConversationState.HUMAN)
    assert here.store.said[-1].answer["row"] == "waiting"


def test_while_the_team_is_away_it_is_said_when_it_is_back() -> None:
    here = held_by_ana()
    here.later(hours=10)
    assert here.desk.tell_waiting(ONE)
    assert here.told == [f"Ana is back Tue 24 November, 09:00 UTC, {ONE} waits"]


def test_an_agent_who_has_answered_is_not_talked_over() -> None:
    here = held_by_ana()
    here.store.conversation = replace(here.store.conversation, waiting_since=None)
    assert not here.desk.tell_waiting(ONE)
    assert here.told == []


# ---- owning up to a late answer ----------------------------------------------------------------------


def test_a_broken_promise_is_owned_up_to_once() -> None:
    here = scene()
    here.later(hours=5)
    assert [here.desk.tell_overdue(ONE), here.desk.tell_overdue(ONE)] == [True, False]
    assert here.told == [f"late: {ONE}, due Mon 23 November, 16:00 UTC"]
    assert here.ticket().overdue_told_at == here.now


def test_a_promise_that_can_still_be_kept_is_not_late() -> None:
    here = scene()
    assert not here.desk.tell_overdue(ONE)
    assert here.told == []


def test_an_answered_case_is_not_late() -> None:
    here = held_by_ana()
    here.desk.reply(ONE, ANA, "Hello", "e-1")
    here.later(hours=5)
    assert not here.desk.tell_overdue(ONE)


def test_a_second_promise_can_be_broken_too() -> None:
    here = scene()
    here.later(hours=5)
    here.desk.tell_overdue(ONE)
    here.desk.reply(ONE, ANA, "Hello", "e-1")
    here.desk.release(ONE, ANA)
    here.later(hours=7)
    assert here.desk.tell_overdue(ONE)


def test_a_late_answer_is_told_also_while_a_person_has_the_chat() -> None:
    here = held_by_ana()
    here.later(hours=5)
    assert here.desk.tell_overdue(ONE)
    assert here.state is ConversationState.HUMAN


def mails_of(here: Scene) -> list[NewDelivery]:
    return [delivery for delivery in here.store.deliveries if delivery.kind is DeliveryKind.REPLY_MAIL]


def test_that_a_case_is_closed_is_mailed_once_unless_the_page_shows_it_within_two_minutes() -> None:
    here = held_by_ana()
    for _ in range(2):
        here.desk.set_status(ONE, ANA, SOLVED)
    (mail,) = mails_of(here)
    assert mail.payload == {"seq": here.store.said[-1].seq, "closes": True}
    assert (mail.destination, mail.not_before) == ("shopper_mail", NOW + timedelta(minutes=2))


def test_a_reply_that_closes_the_case_is_one_mail() -> None:
    here = held_by_ana()
    said = here.desk.reply(ONE, ANA, "It is found.", "e-1", then=SOLVED)
    assert [mail.payload for mail in mails_of(here)] == [{"seq": said.seq, "closes": True}]


def test_that_somebody_joins_or_leaves_is_not_mailed() -> None:
    here = scene()
    here.desk.claim(ONE, ANA)
    here.desk.release(ONE, ANA)
    assert mails_of(here) == []


def test_to_close_a_case_for_good_that_was_solved_is_not_mailed_again() -> None:
    here = held_by_ana()
    here.desk.set_status(ONE, ANA, SOLVED)
    here.desk.set_status(ONE, ANA, TicketStatus.CLOSED)
    assert len(mails_of(here)) == 1


def test_without_a_chat_the_end_is_mailed_at_once_and_stands_in_the_transcript() -> None:
    here = scene(state=None)
    here.desk.set_status(ONE, ANA, SOLVED)
    (mail,) = mails_of(here)
    assert (mail.payload, mail.not_before) == ({"seq": 1, "closes": True}, NOW)
    assert "closes" in here.ticket().draft.transcript[0].text


def test_without_a_chat_a_reply_that_closes_is_one_mail_too() -> None:
    here = scene(state=None)
    here.desk.reply(ONE, ANA, "It is found.", "e-1", then=SOLVED)
    assert [mail.payload for mail in mails_of(here)] == [{"seq": 1, "closes": True}]


def test_without_a_chat_a_late_answer_is_told_by_mail() -> None:
    here = scene(state=None)
    here.later(hours=5)
    assert here.desk.tell_overdue(ONE)
    (mail,) = here.store.deliveries
    assert (mail.kind, mail.payload) == (DeliveryKind.REPLY_MAIL, {"seq": 1})
    assert here.ticket().draft.transcript[0].text.startswith("late")


def test_who_cannot_be_reached_is_not_recorded_as_told() -> None:
    here = scene(state=None)
    here.mails = False
    here.later(hours=5)
    assert not here.desk.tell_overdue(ONE)
    assert here.ticket().overdue_told_at is None


# ---- statuses ----------------------------------------------------------------------------------------


def test_solving_tells_the_shopper_once_and_gives_the_chat_back() -> None:
    here = held_by_ana()
    for _ in range(2):
        here.desk.set_status(ONE, ANA, SOLVED)
    assert here.told == [f"Ana closes {ONE}"]
    assert (here.state, here.ticket().solved_at, here.ticket().assignee) == (ConversationState.SOLVED, NOW, ANA.email)


def test_with_the_closing_line_the_shopper_can_say_whether_it_is_settled() -> None:
    here = held_by_ana()
    here.desk.set_status(ONE, ANA, SOLVED)
    assert [(c.title, c.payload) for c in here.store.said[0].choices] == [
        ("Settled", "/feedback_useful"),
        ("Not yet", "/talk_to_human"),
    ]
    assert len({c.id for c in here.store.said[0].choices}) == 2


def test_a_case_nobody_has_can_be_solved_without_joining_the_chat() -> None:
    here = scene()
    here.desk.set_status(ONE, ANA, SOLVED)
    assert here.told == [f"Ana closes {ONE}"]
    assert here.state is ConversationState.SOLVED


def test_solving_where_the_bot_has_the_chat_leaves_it_there() -> None:
    here = scene(state=ConversationState.BOT)
    here.desk.set_status(ONE, ANA, SOLVED)
    assert (here.state, here.told) == (ConversationState.BOT, [f"Ana closes {ONE}"])


@pytest.mark.parametrize("status", WORKING)
def test_whoever_works_on_a_case_nobody_has_takes_it(status: TicketStatus) -> None:
    here = scene()
    changed = here.desk.set_status(ONE, ANA, status)
    assert (changed.status, changed.assignee, here.state) == (status, ANA.email, ConversationState.HUMAN)
    assert here.told == ["Ana joins"]


@pytest.mark.parametrize("status", [*WORKING, SOLVED, CLOSED])
def test_a_colleagues_case_keeps_its_status(status: TicketStatus) -> None:
    here = held_by_ana(status=TicketStatus.PENDING)
    if status is TicketStatus.PENDING:
        here.desk.set_status(ONE, ANA, TicketStatus.OPEN)
    with pytest.raises(AlreadyClaimed):
        here.desk.set_status(ONE, BEN, status)


def test_a_solved_case_is_reopened_by_joining_the_chat_again() -> None:
    here = held_by_ana()
    here.desk.set_status(ONE, ANA, SOLVED)
    reopened = here.desk.set_status(ONE, BEN, TicketStatus.OPEN)
    assert (reopened.status, reopened.assignee, reopened.solved_at) == (TicketStatus.OPEN, BEN.email, None)
    assert (here.state, here.told[-1]) == (ConversationState.HUMAN, "Ben joins")


def test_a_solved_case_that_was_opened_anew_is_not_reopened_beside_it() -> None:
    old = ticket(status=SOLVED)
    here = scene(old, ticket(TWO, draft=old.draft))
    with pytest.raises(IllegalStatus, match=TWO):
        here.desk.set_status(ONE, ANA, TicketStatus.OPEN)


def test_closing_a_solved_case_tells_nobody() -> None:
    here = held_by_ana()
    here.desk.set_status(ONE, ANA, SOLVED)
    here.store.said.clear()
    assert here.desk.set_status(ONE, BEN, CLOSED).status is CLOSED
    assert here.told == []


@pytest.mark.parametrize(
    "attempt",
    [
        lambda desk: desk.set_status(ONE, ANA, TicketStatus.OPEN),
        lambda desk: desk.set_status(ONE, ANA, SOLVED),
        lambda desk: desk.claim(ONE, ANA),
        lambda desk: desk.take_over(ONE, ANA),
        lambda desk: desk.reply(ONE, ANA, "Hello", "e-1"),
    ],
)
def test_a_closed_case_stays_closed(attempt: Callable[..., object]) -> None:
    here = scene(ticket(status=CLOSED), state=ConversationState.BOT)
    with pytest.raises(IllegalStatus):
        attempt(here.desk)
    assert here.ticket().status is CLOSED


def test_no_agent_makes_a_ticket_new() -> None:
    with pytest.raises(IllegalStatus):
        held_by_ana().desk.set_status(ONE, ANA, TicketStatus.NEW)


def test_where_a_ticket_can_go_from_each_status() -> None:
    assert set(next_statuses(TicketStatus.NEW)) == {*WORKING, SOLVED, CLOSED}
    assert set(next_statuses(TicketStatus.PENDING)) == {TicketStatus.OPEN, TicketStatus.ON_HOLD, SOLVED, CLOSED}
    assert set(next_statuses(SOLVED)) == {TicketStatus.OPEN, CLOSED}
    assert next_statuses(CLOSED) == ()


def test_each_new_status_goes_to_every_helpdesk() -> None:
    here = scene()
    here.destinations = ("zendesk", "chatwoot")
    here.desk.claim(ONE, ANA)
    here.desk.reply(ONE, ANA, "Hello", "e-1")
    sent = [(d.destination, d.payload["status"]) for d in here.store.deliveries if d.kind is DeliveryKind.STATUS]
    assert sent == [("zendesk", "open"), ("chatwoot", "open"), ("zendesk", "pending"), ("chatwoot", "pending")]


def test_ranking_by_hand_leaves_the_promise() -> None:
    here = scene(ticket(priority_row="missing"))
    ranked = here.desk.set_priority(ONE, ANA, Priority.URGENT)
    assert (ranked.draft.priority, ranked.priority_row, ranked.promised) == (
        Priority.URGENT,
        "",
        ticket().first_response_due,
    )
    assert here.told == []


# ---- several tickets, one owner ----------------------------------------------------------------------


def two(first: TicketStatus = TicketStatus.NEW, second: TicketStatus = TicketStatus.NEW) -> Scene:
    return scene(ticket(ONE, status=first), ticket(TWO, status=second))


def test_the_cases_of_one_chat_are_taken_together() -> None:
    here = two()
    here.desk.claim(ONE, ANA)
    assert [here.ticket(r).assignee for r in (ONE, TWO)] == [ANA.email] * 2
    assert here.told == ["Ana joins"]


def test_a_chat_a_colleague_has_cannot_be_claimed_through_another_of_its_cases() -> None:
    here = two()
    here.desk.claim(ONE, ANA)
    with pytest.raises(AlreadyClaimed):
        here.desk.claim(TWO, BEN)


def test_taking_over_one_case_takes_the_whole_chat() -> None:
    here = two()
    here.desk.claim(ONE, ANA)
    here.desk.take_over(TWO, BEN)
    assert [here.ticket(r).assignee for r in (ONE, TWO)] == [BEN.email] * 2


def test_the_cases_of_one_chat_are_given_back_together_and_told_once() -> None:
    here = two()
    here.desk.claim(ONE, ANA)
    here.desk.release(TWO, ANA)
    assert [here.ticket(r).assignee for r in (ONE, TWO)] == ["", ""]
    assert len(here.told) == 2


def test_closing_one_of_two_cases_leaves_the_agent_in_the_chat() -> None:
    here = two()
    here.desk.claim(ONE, ANA)
    here.desk.set_status(ONE, ANA, SOLVED)
    assert (here.state, here.told[-1]) == (ConversationState.HUMAN, f"Ana closes {ONE} and stays")
    here.desk.set_status(TWO, ANA, SOLVED)
    assert (here.state, here.told[-1]) == (ConversationState.SOLVED, f"Ana closes {TWO}")


def test_a_case_opened_meanwhile_keeps_the_chat_in_the_queue() -> None:
    here = held_by_ana()
    here.store.tickets[TWO] = ticket(TWO)
    here.desk.set_status(ONE, ANA, SOLVED)
    assert (here.state, here.told) == (ConversationState.REQUESTED, [f"Ana closes {ONE}"])


def test_solving_a_case_nobody_has_leaves_another_waiting() -> None:
    here = two()
    here.desk.set_status(ONE, ANA, SOLVED)
    assert (here.state, here.ticket(TWO).assignee) == (ConversationState.REQUESTED, "")


def test_an_answer_in_the_chat_answers_all_its_cases() -> None:
    here = two()
    here.desk.reply(ONE, ANA, "Hello", "e-1")
    assert [here.ticket(r).first_response_at for r in (ONE, TWO)] == [NOW, NOW]
    assert [here.ticket(r).status for r in (ONE, TWO)] == [TicketStatus.PENDING, TicketStatus.OPEN]


def test_a_solved_case_of_the_same_chat_is_nobodys_business() -> None:
    here = scene(ticket(ONE), ticket(TWO, status=SOLVED, assignee=BEN.email))
    here.desk.claim(ONE, ANA)
    assert here.ticket(TWO).assignee == BEN.email


# ---- what is written down ----------------------------------------------------------------------------


def test_the_audit_log_says_who_did_what() -> None:
    here = scene()
    here.desk.claim(ONE, ANA)
    here.desk.take_over(ONE, BEN)
    here.desk.set_priority(ONE, BEN, Priority.HIGH)
    here.desk.release_silent(ONE)
    assert [(line.agent, line.action, line.reference, line.detail) for line in here.store.audit] == [
        (ANA.email, "claimed", ONE, "new → open"),
        (BEN.email, "taken_over", ONE, f"from {ANA.email}"),
        (BEN.email, "priority_changed", ONE, "normal → high"),
        ("system", "released_silent", ONE, f"open → new, from {BEN.email}"),
    ]


def test_a_note_keeps_its_words_and_a_blank_one_is_refused() -> None:
    here = scene()
    assert here.desk.note(ONE, ANA, " Called the carrier ").text == "Called the carrier"
    with pytest.raises(ValueError, match="words"):
        here.desk.note(ONE, ANA, " ")


def test_an_owner_without_a_name_is_somebody() -> None:
    here = held_by_ana()
    here.store.conversation = conversation(ConversationState.HUMAN)
    here.desk.release_silent(ONE)
    assert here.told[0].startswith("Somebody")
