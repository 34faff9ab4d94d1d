"""The worker's remedies when shoppers wait for a person longer than was promised."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta, timezone

import pytest

from parcelbot.core.cases.conversation import Conversation, ConversationState
from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.core.handover.promises import PromiseRemedy, PromiseRules, WaitingTimes

BERLIN = timezone(timedelta(hours=1))
#: A Monday.
NOON = datetime(2026, 11, 23, 12, tzinfo=BERLIN)
WATCH = PromiseRules(SupportHours(time(9), time(18)), timedelta(minutes=10))

TALK = Conversation("c-1", ConversationState.HUMAN, 9, NOON, agent="Mia", waiting_since=NOON)
HELD = Ticket(
    "KT-7QF3MX",
    TicketDraft("c-1"),
    TicketStatus.OPEN,
    created_at=NOON,
    updated_at=NOON,
    first_response_due=NOON + timedelta(hours=8),
    assignee="mia@example.com",
)
#: The shopper has been told that the agent is silent.
GONE = WaitingTimes(claimed_at=NOON - timedelta(hours=1), sign_at=NOON)


def step(
    after: timedelta, ticket: Ticket = HELD, conversation: Conversation | None = TALK, times: WaitingTimes = GONE
) -> PromiseRemedy | None:
    return WATCH.remedy(ticket, conversation, times, NOON + after)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


class TestAnAgentWhoFallsSilent:
    def test_loses_the_case_after_the_time_allowed(self) -> None:
        assert step(minutes(9.9)) is None
        assert step(minutes(10)) is PromiseRemedy.RELEASE

    def test_who_is_there_gets_twice_the_time(self) -> None:
        there = replace(GONE, agent_seen_at=NOON + minutes(19))
        assert step(minutes(19.9), times=there) is None
        assert step(minutes(20), times=there) is PromiseRemedy.RELEASE

    def test_who_was_last_there_minutes_ago_is_gone(self) -> None:
        assert step(minutes(10), times=replace(GONE, agent_seen_at=NOON + minutes(7))) is PromiseRemedy.RELEASE

    def test_keeps_the_case_while_it_is_the_agent_who_waits(self) -> None:
        assert step(timedelta(hours=5), conversation=replace(TALK, waiting_since=None)) is None

    def test_has_the_whole_time_from_the_claim_however_long_the_shopper_had_waited(self) -> None:
        late = WaitingTimes(claimed_at=NOON + minutes(60), sign_at=NOON)
        assert step(minutes(69), times=late) is None
        assert step(minutes(70), times=late) is PromiseRemedy.RELEASE

    def test_keeps_a_case_that_is_on_hold(self) -> None:
        assert step(timedelta(hours=5), replace(HELD, status=TicketStatus.ON_HOLD)) is None

    @pytest.mark.parametrize("state", [ConversationState.BOT, ConversationState.REQUESTED, ConversationState.SOLVED])
    def test_there_is_nothing_to_lose_when_no_person_has_the_chat(self, state: ConversationState) -> None:
        assert step(timedelta(hours=5), conversation=replace(TALK, state=state)) is None

    def test_of_a_conversation_only_tickets_that_somebody_has_go_back(self) -> None:
        assert step(timedelta(hours=5), replace(HELD, assignee="")) is None

    def test_nights_do_not_count(self) -> None:
        evening = NOON.replace(hour=17, minute=55)
        talk = replace(TALK, waiting_since=evening)
        in_the_morning = NOON.replace(hour=9) + timedelta(days=1)
        told = replace(GONE, sign_at=evening)
        assert WATCH.remedy(HELD, talk, told, evening + minutes(30)) is None
        assert WATCH.remedy(replace(HELD, first_response_at=NOON), talk, told, in_the_morning + minutes(4)) is None
        assert WATCH.remedy(HELD, talk, told, in_the_morning + minutes(5)) is PromiseRemedy.RELEASE

    def test_moments_from_the_database_are_read_in_the_shops_zone(self) -> None:
        utc = NOON.replace(hour=8, minute=30).astimezone(timezone.utc)
        talk = replace(TALK, waiting_since=utc)
        opened = NOON.replace(hour=9)
        quiet = WaitingTimes(claimed_at=utc, sign_at=utc)
        assert WATCH.remedy(HELD, talk, quiet, opened + minutes(9)) is None
        assert WATCH.remedy(HELD, talk, quiet, opened + minutes(10)) is PromiseRemedy.RELEASE


class TestAShopperWhoHearsNothing:
    untold = replace(GONE, sign_at=None)

    def test_is_told_within_a_minute_that_the_agent_has_not_answered_yet(self) -> None:
        assert step(minutes(0.7), times=self.untold) is None
        assert step(minutes(0.75), times=self.untold) is PromiseRemedy.TELL_WAITING

    def test_is_told_so_too_while_the_agent_may_be_reading(self) -> None:
        there = replace(self.untold, agent_seen_at=NOON)
        assert step(minutes(0.75), times=there) is PromiseRemedy.TELL_WAITING

    def test_is_told_once_while_waiting_for_the_same_answer(self) -> None:
        assert step(minutes(5), times=replace(GONE, sign_at=NOON + minutes(3))) is None
        since_then = replace(GONE, sign_at=NOON - minutes(1))
        assert step(minutes(5), times=since_then) is PromiseRemedy.TELL_WAITING

    def test_is_told_at_night_too_when_no_time_passes_for_the_agent(self) -> None:
        night = NOON.replace(hour=22)
        talk = replace(TALK, waiting_since=night)
        answered = replace(HELD, first_response_at=NOON)
        assert WATCH.remedy(answered, talk, GONE, night + minutes(3)) is PromiseRemedy.TELL_WAITING

    def test_is_told_also_of_a_case_on_hold(self) -> None:
        on_hold = replace(HELD, status=TicketStatus.ON_HOLD)
        assert step(minutes(3), on_hold, times=self.untold) is PromiseRemedy.TELL_WAITING

    def test_is_not_talked_to_over_an_agent_who_is_writing(self) -> None:
        writing = replace(TALK, writing_until=NOON + minutes(4))
        assert step(minutes(3), conversation=writing, times=self.untold) is None


class TestAPromisedAnswerThatIsLate:
    waiting = replace(HELD, status=TicketStatus.NEW, assignee="")

    def test_is_owned_up_to_once_its_moment_has_passed(self) -> None:
        assert step(timedelta(hours=8), self.waiting, None) is None
        assert step(timedelta(hours=8, seconds=1), self.waiting, None) is PromiseRemedy.TELL_OVERDUE

    def test_is_owned_up_to_once(self) -> None:
        told = replace(self.waiting, overdue_told_at=NOON)
        assert step(timedelta(hours=9), told, None) is None

    def test_was_kept_when_somebody_answered(self) -> None:
        answered = replace(self.waiting, first_response_at=NOON)
        assert step(timedelta(hours=9), answered, None) is None

    def test_that_was_made_again_when_the_case_went_back_counts_too(self) -> None:
        again = replace(self.waiting, first_response_at=NOON, answer_due=NOON + timedelta(hours=2))
        assert step(timedelta(hours=3), again, None) is PromiseRemedy.TELL_OVERDUE

    @pytest.mark.parametrize("status", [TicketStatus.SOLVED, TicketStatus.CLOSED])
    def test_of_a_case_that_ended_is_nobodys_business(self, status: TicketStatus) -> None:
        assert step(timedelta(days=9), replace(HELD, status=status)) is None

    def test_comes_after_a_silent_agent_so_that_the_shopper_hears_one_thing_at_a_time(self) -> None:
        assert step(timedelta(hours=6)) is PromiseRemedy.RELEASE
