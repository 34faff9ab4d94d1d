"""What must hold for every parcel and every question, whatever the tables say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from parcelbot.core.answering.answers import Answer, decide
from parcelbot.core.answering.facts import Facts
from parcelbot.core.answering.tables import Escalate, Tables
from parcelbot.core.parcel.arrival import Arrival, ArrivalSource
from parcelbot.core.parcel.business_days import BusinessCalendar
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.scan_wordings import Demand, Whereabouts
from parcelbot.core.parcel.shipment import LookupOutcome, Stage, Status, Substatus
from parcelbot.core.parcel.windows import counted_from
from parcelbot.core.questions import QUESTIONS, Question, QuestionRole
from parcelbot.knowledge.holidays import calendar_for

YEARS = range(2025, 2028)
CALENDARS = (BusinessCalendar(), calendar_for("CN", "GB", YEARS), calendar_for("SA", "US", YEARS))
NEW_YEAR = datetime(2026, 1, 1, tzinfo=timezone.utc)
ESCALATIONS = list(Escalate)

hours = st.integers(0, 24 * 80)
yes_no_unknown = st.sampled_from([None, True, False])
yes_no = st.booleans()
topics = st.sampled_from(["", "", "", "", "evidence", "seller_says_wait", "weather", "support_can"])


days = st.dates(date(2026, 1, 1), date(2027, 1, 31))


@st.composite
def arrivals(draw: st.DrawFn) -> Arrival:
    earliest = draw(days)
    return Arrival(earliest, earliest + timedelta(days=draw(st.integers(0, 9))), draw(st.sampled_from(ArrivalSource)))


@st.composite
def any_facts(draw: st.DrawFn) -> Facts:
    now = NEW_YEAR + timedelta(hours=draw(st.integers(0, 24 * 364)))
    idle, age = draw(st.none() | hours), draw(st.none() | hours)
    return Facts(
        now=now,
        question=draw(st.sampled_from(Question)),
        topic=draw(topics),
        asked_status=draw(st.none() | st.sampled_from(Status)),
        asked_substatus=draw(st.sampled_from(Substatus)),
        lookup=draw(st.sampled_from(LookupOutcome)),
        stale=draw(st.booleans()),
        status=draw(st.none() | st.sampled_from(Status)),
        substatus=draw(st.sampled_from(Substatus)),
        stage=draw(st.sampled_from(Stage)),
        last_scan_at=None if idle is None else now - timedelta(hours=idle),
        issued_at=None if age is None else now - timedelta(hours=age),
        whereabouts=draw(st.sampled_from(Whereabouts)),
        demand=draw(st.sampled_from(Demand)),
        arrival=draw(st.none() | arrivals()),
        needed_by=draw(st.none() | days),
        signed=draw(yes_no),
        carrier_reachable=draw(yes_no),
        sales_channel=draw(st.sampled_from(SalesChannel)),
        sold_by_us=draw(yes_no),
        goods_told=draw(yes_no),
        wished=draw(yes_no),
        lives_elsewhere=draw(yes_no),
        plan_day=draw(st.sampled_from([None, date(2026, 11, 30), date(2026, 12, 9)])),
        international=draw(st.booleans()),
        carrier_changed=draw(st.booleans()),
        on_its_way_over=draw(st.booleans()),
        destination_mismatch=draw(st.booleans()),
        protection_days_left=draw(st.none() | st.integers(-5, 90)),
        promise_passed=draw(yes_no_unknown),
        places_checked=draw(yes_no_unknown),
        people_asked=draw(yes_no_unknown),
        carrier_contacted=draw(yes_no_unknown),
        seller_contacted=draw(yes_no_unknown),
        repeat_contact=draw(st.booleans()),
        calendar=draw(st.sampled_from(CALENDARS)),
    )


@st.composite
def silent_parcels(draw: st.DrawFn) -> Facts:
    """Parcels whose answer hangs on silence: only what the silence windows look at varies."""
    facts = draw(any_facts())
    return replace(
        facts,
        question=draw(st.sampled_from([Question.TRACKING_NOT_UPDATING, Question.LATE_DELIVERY])),
        topic="",
        lookup=LookupOutcome.FOUND,
        status=draw(st.sampled_from([Status.INFO_RECEIVED, Status.IN_TRANSIT])),
        destination_mismatch=False,
        lives_elsewhere=False,
    )


relaxed = settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))


def _longer(facts: Facts, more_hours: int) -> Facts:
    more = timedelta(hours=more_hours)
    return replace(
        facts,
        last_scan_at=facts.last_scan_at and facts.last_scan_at - more,
        issued_at=facts.issued_at and facts.issued_at - more,
    )


def _at_least_as_alarming(later: Answer, earlier: Answer) -> bool:
    ranks = [(a.row.then.urgency.rank, ESCALATIONS.index(a.row.then.escalate)) for a in (earlier, later)]
    return ranks[1][0] >= ranks[0][0] and ranks[1][1] >= ranks[0][1]


@relaxed
@given(facts=any_facts())
def test_every_combination_of_facts_gets_exactly_one_row(facts: Facts, tables: Tables) -> None:
    answer = decide(facts, tables)
    assert answer.row in tables.answers[answer.table].rows
    assert answer.row.then.response


@relaxed
@given(facts=any_facts())
def test_a_promised_date_is_never_before_today(facts: Facts, tables: Tables) -> None:
    answer = decide(facts, tables)
    assert answer.wait_until is None or answer.wait_until >= facts.now.date()


@relaxed
@given(facts=any_facts())
def test_a_row_that_promises_a_date_always_has_one(facts: Facts, tables: Tables) -> None:
    answer = decide(facts, tables)
    assert (answer.wait_until is not None) == (answer.row.then.wait is not None)


@relaxed
@given(facts=any_facts(), more_hours=st.integers(1, 24 * 40))
def test_more_silence_never_gives_a_calmer_answer(facts: Facts, more_hours: int, tables: Tables) -> None:
    assert _at_least_as_alarming(decide(_longer(facts, more_hours), tables), decide(facts, tables))


@relaxed
@given(facts=silent_parcels(), more_hours=st.integers(1, 24 * 10))
def test_more_silence_never_calms_a_parcel_on_its_way(facts: Facts, more_hours: int, tables: Tables) -> None:
    assert _at_least_as_alarming(decide(_longer(facts, more_hours), tables), decide(facts, tables))


@relaxed
@given(facts=silent_parcels())
def test_when_the_promised_date_comes_without_news_the_answer_moves_on(facts: Facts, tables: Tables) -> None:
    before = decide(facts, tables)
    assume(before.wait_until is not None and before.row.then.wait_from != "now")
    anchor = getattr(facts, before.row.then.wait_from)
    assert before.row.then.wait is not None
    due = before.row.then.wait.due(counted_from(anchor, facts.now.tzinfo), facts.calendar)
    after = decide(replace(facts, now=max(due, facts.now) + timedelta(seconds=1)), tables)
    assert after.row.id != before.row.id
    assert after.row.then.urgency.rank > before.row.then.urgency.rank


def _questions(*roles: QuestionRole) -> st.SearchStrategy[Question]:
    return st.sampled_from([question for question, traits in QUESTIONS.items() if traits.role in roles])


@relaxed
@given(facts=any_facts(), question=_questions(QuestionRole.BESIDE, QuestionRole.SAFETY))
def test_what_stands_beside_the_plan_has_no_date_and_no_remark(
    facts: Facts, question: Question, tables: Tables
) -> None:
    answer = decide(replace(facts, question=question), tables)
    assert (answer.wait_until, answer.notes) == (None, ())


@relaxed
@given(facts=any_facts(), question=_questions(QuestionRole.SAFETY))
def test_safety_comes_before_everything_and_goes_to_a_person(facts: Facts, question: Question, tables: Tables) -> None:
    answer = decide(replace(facts, question=question), tables)
    assert (answer.table, answer.row.then.escalate) == ("safety", Escalate.NOW)


@relaxed
@given(facts=any_facts(), known=st.sampled_from(["", "wrong_number", "seller_message_stuck", "seller_says_wait"]))
def test_nobody_who_bought_from_us_is_sent_to_a_seller(facts: Facts, known: str, tables: Tables) -> None:
    answer = decide(replace(facts, topic=known, sold_by_us=True, lookup=LookupOutcome.FOUND), tables)
    assert not answer.row.then.seller_message
