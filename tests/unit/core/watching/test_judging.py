"""A watch is judged by the tables' own answer, in the daytime of whoever waits, and no promise is forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from parcelbot.core.answering.answers import Answer
from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.facts import Facts
from parcelbot.core.parcel.shipment import LookupOutcome, Status, Substatus
from parcelbot.core.questions import Question
from parcelbot.core.watching.judging import Moment, WatchStep, is_promise_due, judge
from parcelbot.core.watching.news import NewsKind, Wanted
from parcelbot.core.watching.seen import SeenParcel
from parcelbot.core.watching.watch import UNASKED, Watch, WatchEnd, WatchOrder
from tests.unit.core.builders import row

LONDON = ZoneInfo("Europe/London")
CHICAGO = ZoneInfo("America/Chicago")
#: A Wednesday, noon in London.
NOON = datetime(2026, 11, 25, 12, tzinfo=timezone.utc)
TODAY = NOON.date()
SCANNED = NOON - timedelta(days=5)
KNOWN = SeenParcel(Status.IN_TRANSIT, Substatus.IN_TRANSIT_DEPARTURE, SCANNED)


def watch(**changes: Any) -> Watch:
    order = WatchOrder("LP1", Question.TRACKING_NOT_UPDATING, "in_transit/quiet", "faq: silence", KNOWN)
    order = replace(order, **{name: changes.pop(name) for name in ("promised", "wanted") if name in changes})
    return replace(Watch("W-1", "c", order, NOON - timedelta(days=2), TODAY + timedelta(days=50)), **changes)


def decided(
    status: Status = Status.IN_TRANSIT,
    scan_at: datetime | None = SCANNED,
    wait_until: date | None = None,
    lookup: LookupOutcome = LookupOutcome.FOUND,
    now: datetime = NOON,
    **then: Any,
) -> DecidedEnquiry:
    sub = Substatus.IN_TRANSIT_DEPARTURE if status is Status.IN_TRANSIT else Substatus.NONE
    facts = Facts(now, lookup=lookup, status=status, substatus=sub, last_scan_at=scan_at)
    answer = Answer("in_transit", row("quiet", response="utter_quiet", **then), wait_until=wait_until)
    return DecidedEnquiry(Enquiry(Question.TRACKING_NOT_UPDATING, "LP1"), facts, answer, None)


def at(moment: datetime, present: bool = False, zone: ZoneInfo = LONDON) -> Moment:
    return Moment(moment, zone, present)


def test_nothing_new_is_nothing_to_write_until_the_promised_afternoon() -> None:
    verdict = judge(watch(promised=TODAY + timedelta(days=3)), decided(), at(NOON))
    assert verdict.step is WatchStep.WAIT
    assert verdict.due == datetime.combine(TODAY + timedelta(days=3), time(17), LONDON)


def test_news_are_written_at_once_in_the_daytime() -> None:
    verdict = judge(watch(), decided(Status.OUT_FOR_DELIVERY, NOON), at(NOON))
    assert (verdict.step, verdict.kind) == (WatchStep.TELL, NewsKind.OUT_FOR_DELIVERY)
    assert verdict.event == f"out_for_delivery:{NOON.isoformat()}"
    assert verdict.seen.status is Status.OUT_FOR_DELIVERY


def test_nobody_is_written_to_at_night_of_their_own_zone() -> None:
    news = decided(Status.OUT_FOR_DELIVERY, NOON)
    verdict = judge(watch(), news, at(NOON, zone=CHICAGO))  # six in the morning there
    assert verdict.step is WatchStep.WAIT
    assert verdict.due == datetime.combine(TODAY, time(8), CHICAGO)
    assert verdict.seen == KNOWN  # so that it is still news in the morning
    assert judge(watch(), news, at(verdict.due, zone=CHICAGO)).step is WatchStep.TELL


def test_who_has_the_chat_open_is_not_woken_by_a_line_in_it() -> None:
    night = NOON + timedelta(hours=11)
    assert judge(watch(), decided(Status.DELIVERED, NOON), at(night, present=True)).step is WatchStep.TELL


def test_a_second_message_of_a_day_waits_for_the_next_unless_it_is_urgent() -> None:
    told = watch(told_on=TODAY)
    moved = judge(told, decided(scan_at=NOON), at(NOON))
    assert (moved.step, moved.due) == (WatchStep.WAIT, datetime.combine(TODAY + timedelta(days=1), time(8), LONDON))
    assert judge(told, decided(Status.OUT_FOR_DELIVERY, NOON), at(NOON)).step is WatchStep.TELL


def test_news_that_were_not_asked_for_are_not_written_unless_the_tables_call_them_urgent() -> None:
    only_delivery = watch(wanted=Wanted.DELIVERED)
    assert judge(only_delivery, decided(scan_at=NOON), at(NOON)).step is WatchStep.WAIT
    assert judge(only_delivery, decided(scan_at=NOON, urgency="urgent"), at(NOON)).step is WatchStep.TELL


def test_a_depot_scan_is_remembered_so_that_silence_is_counted_from_it() -> None:
    verdict = judge(watch(), decided(scan_at=SCANNED + timedelta(days=2)), at(NOON))
    assert (verdict.step, verdict.seen.scan_at) == (WatchStep.WAIT, SCANNED + timedelta(days=2))


def test_after_news_the_day_of_the_new_answer_is_the_next_promise() -> None:
    day = TODAY + timedelta(days=6)
    verdict = judge(watch(promised=TODAY), decided(scan_at=NOON, wait_until=day), at(NOON))
    assert (verdict.step, verdict.promised) == (WatchStep.TELL, day)


def test_delivery_ends_the_watch() -> None:
    assert judge(watch(), decided(Status.DELIVERED, NOON), at(NOON)).end is WatchEnd.ARRIVED


def test_a_parcel_that_was_fetched_ends_its_watch_without_a_word() -> None:
    waits = SeenParcel(Status.AVAILABLE_FOR_PICKUP, Substatus.NONE, SCANNED)
    fetched = replace(watch(), order=replace(watch().order, seen=waits))
    verdict = judge(fetched, decided(Status.DELIVERED, NOON), at(NOON))
    assert (verdict.step, verdict.end) == (WatchStep.END, WatchEnd.ARRIVED)


class TestWhenThePromisedDayPassesInSilence:
    AFTERNOON = datetime(2026, 11, 25, 17, tzinfo=timezone.utc)

    def test_it_is_due_in_the_afternoon_of_the_person(self) -> None:
        assert not is_promise_due(watch(promised=TODAY), at(self.AFTERNOON - timedelta(seconds=1)))
        assert is_promise_due(watch(promised=TODAY), at(self.AFTERNOON))

    def test_the_new_answer_is_written_with_its_day(self) -> None:
        day = TODAY + timedelta(days=4)
        verdict = judge(watch(promised=TODAY), decided(wait_until=day), at(self.AFTERNOON))
        assert (verdict.step, verdict.promised, verdict.opens_case) == (WatchStep.SILENT, day, False)
        assert verdict.event == "silent:2026-11-25"

    @pytest.mark.parametrize("escalate", ["offer", "now"])
    def test_a_row_that_wants_a_person_opens_the_case(self, escalate: str) -> None:
        verdict = judge(watch(promised=TODAY), decided(escalate=escalate), at(self.AFTERNOON))
        assert (verdict.step, verdict.opens_case, verdict.promised) == (WatchStep.SILENT, True, None)

    def test_a_provider_that_is_silent_is_waited_for_and_then_it_is_admitted(self) -> None:
        down = decided(lookup=LookupOutcome.UNAVAILABLE)
        waits = judge(watch(promised=TODAY), down, at(self.AFTERNOON))
        assert (waits.step, waits.due) == (WatchStep.WAIT, self.AFTERNOON + timedelta(minutes=10))
        admits = judge(watch(promised=TODAY), down, at(self.AFTERNOON + timedelta(hours=2)))
        assert (admits.step, admits.promised) == (WatchStep.APOLOGISE, TODAY + timedelta(days=1))

    def test_after_hours_of_an_outage_it_is_written_in_the_morning(self) -> None:
        night = self.AFTERNOON + timedelta(hours=6)
        verdict = judge(watch(promised=TODAY), decided(), at(night))
        assert (verdict.step, verdict.promised) == (WatchStep.WAIT, TODAY)
        assert verdict.due.astimezone(LONDON).time() == time(8)

    def test_whoever_was_written_to_on_that_day_hears_the_next_morning(self) -> None:
        verdict = judge(watch(promised=TODAY, told_on=TODAY), decided(), at(self.AFTERNOON))
        assert (verdict.step, verdict.promised) == (WatchStep.WAIT, TODAY)


def test_after_two_months_it_takes_leave() -> None:
    old = watch(until=TODAY - timedelta(days=1))
    verdict = judge(old, decided(), at(NOON))
    assert (verdict.step, verdict.end) == (WatchStep.TAKE_LEAVE, WatchEnd.TOO_LONG)


# ---- what the radar has told without being asked


def unasked(**changes: Any) -> Watch:
    made = watch(**changes)
    return replace(made, order=replace(made.order, agreed=UNASKED, warning="late/quiet"))


def test_a_warning_is_told_as_the_tables_put_it_now() -> None:
    day = TODAY + timedelta(days=4)
    verdict = judge(unasked(), decided(wait_until=day, escalate="offer"), at(NOON))
    assert (verdict.step, verdict.event, verdict.promised) == (WatchStep.WARN, "warning:late/quiet", day)
    assert verdict.opens_case


def test_a_warning_waits_for_the_morning_and_for_another_day() -> None:
    assert judge(unasked(), decided(), at(NOON, zone=CHICAGO)).step is WatchStep.WAIT
    assert judge(unasked(told_on=TODAY), decided(), at(NOON)).step is WatchStep.WAIT


@pytest.mark.parametrize("status", [Status.OUT_FOR_DELIVERY, Status.DELIVERED])
def test_a_parcel_that_moved_meanwhile_is_no_matter_for_who_asked_for_nothing(status: Status) -> None:
    verdict = judge(unasked(), decided(status, NOON), at(NOON))
    assert (verdict.step, verdict.end) == (WatchStep.END, WatchEnd.OVERTAKEN)


def test_who_asked_to_be_told_hears_the_news_instead_of_the_warning() -> None:
    made = watch()
    asked = replace(made, order=replace(made.order, warning="late/quiet"))
    assert judge(asked, decided(Status.OUT_FOR_DELIVERY, NOON), at(NOON)).step is WatchStep.TELL
