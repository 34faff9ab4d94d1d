"""Every second question, asked of every state a parcel can be in: what the answer claims stands in the scans."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from parcelbot.core.answering.answers import decide
from parcelbot.core.answering.enquiry import Enquiry, facts_for
from parcelbot.core.answering.facts import Facts
from parcelbot.core.answering.tables import Escalate
from parcelbot.core.parcel.business_days import BusinessCalendar
from parcelbot.core.parcel.incidents import IncidentKind
from parcelbot.core.parcel.settling import ParcelState, settle
from parcelbot.core.parcel.shipment import Checkpoint, Lookup, LookupOutcome, Shipment, Stage, Status, Substatus
from parcelbot.core.questions import Question
from parcelbot.knowledge.loading import Knowledge, load_knowledge
from parcelbot.knowledge.scan_wordings import load_wordings
from parcelbot.knowledge.second_questions import read_follow_ups
from parcelbot.locales.languages import load_languages
from parcelbot.written_files import read_yaml

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 28, 12, tzinfo=timezone.utc)
ROUTES = (("CN", "GB"), ("DE", "DE"))
#: Asked beside the plan, with tables of their own.
BESIDE = (
    *(Question.ARRIVAL_DATE, Question.ATTEMPT_CONTESTED, Question.DELIVERY_WISH, Question.CARRIER_CONTACT),
    *(Question.DELIVERY_PROOF, Question.CUSTOMS_PAYMENT, Question.WHY),
)
_BACK = frozenset({Substatus.EXCEPTION_RETURNING, Substatus.EXCEPTION_RETURNED})


@dataclass(frozen=True)
class Claim:
    """Words that claim something of a parcel, and the facts in which that is true."""

    says: re.Pattern[str]
    holds: Callable[[Facts], bool]


def _claim(says: str, holds: Callable[[Facts], bool]) -> Claim:
    return Claim(re.compile(says, re.IGNORECASE), holds)


def _never(_: Facts) -> bool:
    return False


def _was_asked_for_something(facts: Facts) -> bool:
    return facts.demand.value in ("pay", "papers") or facts.cause is IncidentKind.CUSTOMS_WANTED


def _nobody_waits_for_the_shopper(facts: Facts) -> bool:
    return facts.demand.value not in ("pay", "papers", "collect", "address") and (
        facts.status is not Status.AVAILABLE_FOR_PICKUP
    )


def _is_older(facts: Facts) -> bool:
    cause = facts.explained_by
    return cause is not None and facts.last_scan_at is not None and cause.at < facts.last_scan_at


CLAIMS = (
    _claim(
        r"nothing (?:you need|for you|you have) to do|nothing you need do|please wait until|\bjust wait\b",
        _nobody_waits_for_the_shopper,
    ),
    _claim(
        r"(?<!no )\bfailed (?:try|attempt)|has been tried|the try of",
        lambda facts: facts.status is Status.DELIVERY_FAILURE or facts.attempts > 0,
    ),
    _claim(
        r"(?<!says that )\b(?:it['’]s|it is|parcel is) (?:on its way back|going back)\b",
        lambda facts: facts.status is Status.RETURNED and facts.substatus is not Substatus.EXCEPTION_RETURNED,
    ),
    _claim(
        r"(?:it['’]s|is) back (?:with the sender|already|at our end)|has arrived back",
        lambda facts: facts.substatus is Substatus.EXCEPTION_RETURNED,
    ),
    _claim(r"turned back", lambda facts: facts.status is Status.RETURNED or facts.substatus in _BACK),
    _claim(
        r"stands? on your card|the card (?:or the carrier|they left)",
        lambda facts: facts.status is Status.DELIVERY_FAILURE,
    ),
    _claim(r"\b(?:it['’]s|it is) (?:on the van|loaded)\b", lambda facts: facts.status is Status.OUT_FOR_DELIVERY),
    _claim(r"then the van\b|the round to your door", lambda facts: facts.status is Status.IN_TRANSIT),
    _claim(
        r"it waits for you to collect|ready to be collected|waits at the counter",
        lambda facts: facts.status is Status.AVAILABLE_FOR_PICKUP,
    ),
    _claim(
        r"scans (?:do )?ask for (?:one|a payment)|wants a payment|held until something is settled",
        _was_asked_for_something,
    ),
    _claim(
        r"it['’]s at customs|customs have it|still with customs|while it['’]s with customs",
        lambda facts: facts.stage is Stage.CUSTOMS,
    ),
    _claim(r"an earlier scan|an older scan", _is_older),
    _claim(r"an? (?:photo|picture)s? lies? with|photo and position|the carrier (?:has|keeps) those", _never),
    _claim(r"wrong belt|isn['’]t lying anywhere", _never),
    _claim(r"(?:tell me|say) \"it isn['’]t here\"", lambda facts: not facts.missing_told),
)


def test_the_claims_find_what_they_are_for() -> None:
    wrong = {
        "I see the failed attempt, no counter so far.": Facts(NOW, status=Status.IN_TRANSIT),
        "No, it isn't lost: it's on its way back.": Facts(
            NOW, status=Status.RETURNED, substatus=Substatus.EXCEPTION_RETURNED
        ),
        "The card or the carrier's page does.": Facts(NOW, status=Status.AVAILABLE_FOR_PICKUP),
    }
    assert all(_untrue(text, facts) for text, facts in wrong.items())
    assert not _untrue("No delay, no failed try and no problem was noted.", Facts(NOW, status=Status.IN_TRANSIT))


@pytest.mark.parametrize("name", sorted({phrase.value for phrase in read_follow_ups(ROOT / "knowledge")}))
def test_a_second_question_is_answered_with_what_the_scans_hold(name: str) -> None:
    assert _all_untrue(lambda question: Enquiry(question, "LP1", follow_up=name)) == []


@pytest.mark.parametrize("question", BESIDE)
def test_so_is_what_is_asked_beside_the_plan(question: Question) -> None:
    assert _all_untrue(lambda _: Enquiry(question, "LP1")) == []


#: What says that a case is with the team, or is begun right now, and what a row has to hold for it.
_WITH_THE_TEAM = re.compile(
    r"\b(?:stands in|(?:is|it's|goes) (?:now )?(?:on|with)) your case\b|\byour case is with\b"
    r"|\b(?:has|have) your case\b"
    r"|\b(?:the|that's in the) team(?:'s hands| has it)\b",
    re.IGNORECASE,
)
_PASSING_IT = re.compile(r"\bI['’]m (?:also )?passing (?:it|this)\b", re.IGNORECASE)
_CONDITIONAL = re.compile(
    r"\b(?:if|should|once|when|while|until|as (?:long|soon) as|tell me|write which)\b", re.IGNORECASE
)


def _rows() -> Iterator[tuple[str, Any]]:
    tables = _knowledge().tables.answers
    return ((f"{name}/{row.id}", row) for name, table in tables.items() for row in table.rows)


def test_no_row_speaks_of_a_case_that_there_is_not() -> None:
    assert [name for name, row in _rows() if not _may_speak_of_a_case(row) and _says(row, _WITH_THE_TEAM)] == []


def test_the_words_for_a_case_are_found_where_there_is_one() -> None:
    assert any(_says(row, _WITH_THE_TEAM) for _, row in _rows())
    assert any(_says(row, _PASSING_IT) for _, row in _rows())


def test_only_a_row_that_begins_a_case_says_that_it_is_passed_on() -> None:
    assert [name for name, row in _rows() if not _begins_a_case(row) and _says(row, _PASSING_IT)] == []


def test_no_row_asks_whoever_has_it_whether_it_is_there() -> None:
    # what is asked of the way is routed to `in_hand` before these
    routed = ("delivered/", "arrival/", "attempt/", "news/", "tracker_down/")
    asks = [name for name, row in _rows() if not name.startswith(routed) and _names_it_missing(row)]
    assert [name for name in asks if not _knows_where_it_is(name)] == []


def _names_it_missing(row: Any) -> bool:
    return any('"it isn\'t here"' in text for text in _texts(row.then.response))


def _knows_where_it_is(name: str) -> bool:
    conditions = next(row.conditions for of, row in _rows() if of == name)
    return any(condition.fact in ("in_hand", "goods_told") for condition in conditions)


def _begins_a_case(row: Any) -> bool:
    return bool(row.then.escalate is Escalate.NOW)


def _may_speak_of_a_case(row: Any) -> bool:
    return _begins_a_case(row) or any(condition.fact == "repeat_contact" for condition in row.conditions)


def _says(row: Any, claim: re.Pattern[str]) -> bool:
    clauses = [clause for text in _texts(row.then.response) for clause in re.split(r"(?<=[.!?;])\s+", text)]
    return any(claim.search(clause) and not _CONDITIONAL.search(clause) for clause in clauses)


def _all_untrue(asked: Callable[[Question], Enquiry]) -> list[tuple[str, str, str]]:
    """List what is claimed of a state that does not hold it, with the row that says so."""
    found = set()
    for name, facts in _states(asked):
        row = decide(facts, _knowledge().tables).row
        for text in _texts(row.then.response):
            found |= {(row.id, name, claim) for claim in _untrue(text, facts)}
    return sorted(found)


def _untrue(text: str, facts: Facts) -> list[str]:
    """Find the words of a sentence that claim what the facts do not hold; a mere "if" claims nothing."""
    claimed = [
        clause
        for clause in re.split(r"(?<=[.!?;])\s+", text)
        if not re.search(r"\b(?:if|should|once|when|while|until|as long as)\b", clause, re.I)
    ]
    hits = [(claim, claim.says.search(clause)) for clause in claimed for claim in CLAIMS]
    return [hit[0] for claim, hit in hits if hit and not claim.holds(facts)]


def _states(asked: Callable[[Question], Enquiry]) -> Iterator[tuple[str, Facts]]:
    """Give the facts of each reviewed state, at home and from abroad, with and without a date and a known carrier."""
    enquiry = asked(Question.WHERE_IS_MY_ORDER)
    for name, state in _settled():
        lookup = Lookup(LookupOutcome.FOUND, state.shipment)
        for dated, missing in ((True, False), (False, True)):
            of = replace(enquiry, plan_day=NOW.date() if dated else None, missing=missing)
            facts = facts_for(of, lookup, NOW, BusinessCalendar(), state)
            yield name, replace(facts, carrier_reachable=dated)


@cache
def _settled() -> list[tuple[str, ParcelState]]:
    reader = load_wordings(ROOT / "knowledge").read
    return [(case["name"], settle(_shipment(case, *route), reader, NOW)) for case in _cases() for route in ROUTES]


def _shipment(case: dict[str, Any], origin: str, destination: str) -> Shipment:
    code = case["code"]
    return Shipment(
        number="LP00999999999999",
        carrier="Any Post",
        status=Status(code["status"]),
        fetched_at=NOW,
        substatus=Substatus(code.get("substatus", "none")),
        checkpoints=tuple(map(_scan, case["scans"])),
        origin=origin,
        destination=destination,
    )


def _scan(data: dict[str, Any]) -> Checkpoint:
    ago = timedelta(**{{"h": "hours", "d": "days"}[data["age"][-1]]: int(data["age"][:-1])})
    return Checkpoint(NOW - ago, data["text"], data.get("place", ""), Substatus(data.get("substatus", "none")))


@cache
def _cases() -> list[dict[str, Any]]:
    return read_yaml(ROOT / "tests" / "cases" / "parcel_states" / "parcel_states.yml")["cases"]


@cache
def _knowledge() -> Knowledge:
    return load_knowledge(ROOT / "knowledge")


@cache
def _texts(response: str) -> tuple[str, ...]:
    return tuple(variation.text for variation in _english().book[response])


@cache
def _english() -> Any:
    return load_languages(ROOT / "locales", ROOT / "knowledge")["en"]
