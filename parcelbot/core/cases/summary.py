"""Sum up a case for the agent: its facts, in a few lines, no prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from parcelbot.core.answering.answers import Answer
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.facts import Facts
from parcelbot.core.cases.account import CaseAccount
from parcelbot.core.cases.claimed import claimed, status_words
from parcelbot.core.cases.fact_lines import OF_GOODS, FactLine, stands_in, with_values
from parcelbot.core.cases.headline import problem_line
from parcelbot.core.cases.standing import StandingCase
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.cases.titles import wish_of
from parcelbot.core.parcel.incidents import Incident, IncidentKind
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment import Shipment
from parcelbot.core.questions import DANGERS
from parcelbot.core.reading.facts.causes_told import WRONG_PHONE, causes_told
from parcelbot.core.reading.facts.told_facts import sentences_of
from parcelbot.core.wording import ago_words, day_words, list_words, plural

_CHECK_WORDS = {
    "places_checked": "places around the address checked",
    "people_asked": "household and neighbours asked",
    "carrier_contacted": "carrier contacted",
    "seller_contacted": "seller contacted",
}
_MOST_EARLIER = 3
#: What older scans noted of these changes what a person does, whatever the newest scan says.
_WEIGHTY = (
    IncidentKind.DAMAGED,
    IncidentKind.LOST,
    IncidentKind.CUSTOMS_WANTED,
    IncidentKind.REFUSED,
    IncidentKind.ADDRESS,
)


@dataclass(frozen=True)
class CaseFindings:
    """The findings about a case when it is handed over.

    `issue` is a question's name or "", `told` everything that was told for the case.
    `row` is the "table/row" that answered it, `promised` the ISO date the shopper was told to wait for; "" for none.
    `numbers` were given but never settled, `files` are names of what was sent.
    `phone` is to be called, `needed_by` and `last_day`, up to which the shopper waits, are ISO dates; "" for none.
    `beside` are the other parcels of the order. `was_verified`: the order was opened before, when the case was.
    `other_emails` were given besides its own,
    `shut_emails` must not be written to.
    """

    issue: str
    enquiry: Enquiry
    facts: Facts
    answer: Answer
    shipment: Shipment | None = None
    row: str = ""
    promised: str = ""
    checks: Mapping[str, bool] = field(default_factory=dict)
    numbers: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    told: CaseAccount = field(default_factory=CaseAccount)
    phone: str = ""
    needed_by: str = ""
    last_day: str = ""
    was_verified: bool = False
    beside: Mapping[str, Shipment] = field(default_factory=dict)
    other_emails: tuple[str, ...] = ()
    shut_emails: tuple[str, ...] = ()


def summarise(findings: CaseFindings) -> tuple[str, ...]:
    """Write a line each about problem, parcel, last scan, answer, checks, order, each fact, questions, and the wish.

    What stands in a line of its own is not quoted again; `with_earlier` may add one more.
    """
    case = StandingCase.of(findings.told)
    lines = (
        problem_line(case, _claimed(findings, case)),
        _parcel_line(findings),
        _scan_line(findings.shipment, findings.facts),
        _earlier_scans(findings.shipment, findings.facts),
        *_other_parcels(findings),
        _answer_line(findings),
        _checks_line(findings),
        _order_line(findings),
        *map(_fact_line, _told_lines(findings, case)),
        _given_line(findings, case),
        _quoted("Also said", case.also),
        _quoted("Asks", case.asks),
        f"{'Shopper wants' if case.wishes or case.kept else 'Shopper says'}: {wanted(case)}",
    )
    return tuple(line for line in lines if line)


def with_earlier(summary: tuple[str, ...], earlier: tuple[Ticket, ...], now: datetime) -> tuple[str, ...]:
    """Add a line about older tickets of the same order or parcel, and who had them, before the last line."""
    if not earlier:
        return summary
    told = [_earlier_words(ticket, now) for ticket in earlier]
    more = f" and {len(told) - _MOST_EARLIER} more" if len(told) > _MOST_EARLIER else ""
    return (*summary[:-1], f"Earlier tickets: {', '.join(told[:_MOST_EARLIER])}{more}", *summary[-1:])


def _earlier_words(ticket: Ticket, now: datetime) -> str:
    agent = f", {ticket.assignee}" if ticket.assignee else ""
    return f"{ticket.reference} ({ticket.status.value}, {day_words(ticket.created_at.date(), now.date())}{agent})"


def wanted(case: StandingCase) -> str:
    """Say what the shopper asks for by now and what not, and quote what was told of it; nothing is wished for them."""
    quoted = " … ".join(f"“{text}”" for text in case.words)
    given_up = [wish for wish in case.out if wish not in case.refused]
    told = (
        ", ".join(case.wishes),
        f"order {case.kept} stays" if case.kept else "",
        f"not wanted any more: {', '.join(given_up)}" if given_up else "",
        f"not wanted: {', '.join(case.refused)}" if case.refused else "",
    )
    known = "; ".join(filter(None, told))
    words = f"in their words: {quoted}" if known and quoted else quoted
    return "; ".join(filter(None, (known, words))) or wish_of("")


def _claimed(findings: CaseFindings, case: StandingCase) -> list[str]:
    """List what is claimed of the parcel: a bell that is broken has a line of its own, and is none of its goods."""
    beside = [line for line in case.told if not OF_GOODS.intersection(line.names)]
    said = tuple(one for one in sentences_of(findings.told.said) if not stands_in(one, beside))
    return claimed(findings.enquiry, findings.facts, findings.shipment, findings.issue, said)


def _parcel_line(findings: CaseFindings) -> str:
    shipment, number = findings.shipment, findings.enquiry.number
    unsettled = f"; not settled: {list_words(findings.numbers)}" if findings.numbers else ""
    unsettled += _not_where_it_was_ordered_to(findings)
    if shipment is None:
        return f"Parcel: {f'{number}, ' if number else ''}{_unseen(findings.facts)}{unsettled}"
    carriers = " → ".join(c for c in (shipment.carrier, shipment.last_mile_carrier) if c)
    ends = " → ".join(end or "?" for end in (shipment.origin, shipment.destination))
    status = status_words(shipment.status, shipment.substatus)
    return f"Parcel: {number}, {carriers or 'carrier unknown'}, {ends}, {status}{unsettled}"


def _not_where_it_was_ordered_to(findings: CaseFindings) -> str:
    """Say where the order is to go, where its parcel is bound for another country."""
    order, shipment = findings.enquiry.order, findings.shipment
    ordered, bound = order.destination if order else "", shipment.destination if shipment else ""
    return f"; the order is to go to {ordered}" if ordered and bound and ordered != bound else ""


def _other_parcels(findings: CaseFindings) -> Iterator[str]:
    """Write a line on each other parcel of the order, which the case may speak of as well."""
    order, number = findings.enquiry.order, findings.enquiry.number
    for other in order.parcels if order and number else ():
        shipment = findings.beside.get(other)
        if other != number:
            scan = _scan_line(shipment, findings.facts).removeprefix("Last scan: ") if shipment else ""
            status = status_words(shipment.status, shipment.substatus) if shipment else "not looked up"
            yield f"Same order: {other}, {status}{f'; last scan {scan}' if scan else ''}"


def _unseen(facts: Facts) -> str:
    return f"no tracking seen ({facts.lookup.value.replace('_', ' ')})"


def _scan_line(shipment: Shipment | None, facts: Facts) -> str:
    if shipment is None:
        return ""
    stale = ", provider not reachable now" if facts.stale else ""
    scan = shipment.last_scan
    if scan is None:
        return f"Last scan: none yet{stale}"
    return f"Last scan: {ago_words(scan.at, facts.now)}, {scan.description}, {scan.location or 'no place'}{stale}"


def _earlier_scans(shipment: Shipment | None, facts: Facts) -> str:
    """Name what older scans noted that a person has to know: damage, papers or money wanted, failed attempts."""
    last = shipment.last_scan if shipment else None
    before = [incident for incident in facts.incidents if last is None or incident.at < last.at]
    newest = {incident.reason or incident.kind: incident for incident in reversed(before)}
    told = [_noted(kind, newest[kind], facts) for kind in _WEIGHTY if kind in newest]
    tries = [f"delivery failed on {facts.attempts} days"] if facts.attempts > 1 else []
    return f"Earlier scans: {'; '.join((*told, *tries))}" if told or tries else ""


def _noted(kind: IncidentKind, incident: Incident, facts: Facts) -> str:
    words = f", “{incident.words}”" if incident.words else ""
    return f"{kind.value.replace('_', ' ')} {ago_words(incident.at, facts.now)}{words}, {incident.place or 'no place'}"


def _answer_line(findings: CaseFindings) -> str:
    if not findings.row:
        return ""
    fresh = findings.answer.row_name == findings.row
    source = f" ({findings.answer.row.source.document})" if fresh else ""
    promised = date.fromisoformat(findings.promised) if findings.promised else None
    told = f"; told to wait until {day_words(promised, findings.facts.now.date())}" if promised else ""
    return f"Answered by: {findings.row}{source}{told}"


def _checks_line(findings: CaseFindings) -> str:
    checks = dict(findings.checks)
    if findings.issue in DANGERS:
        # who was rung then is a bank or a doctor
        checks.pop("carrier_contacted", None)
    if findings.facts.sales_channel is SalesChannel.SHOP:
        # that is us
        checks.pop("seller_contacted", None)
    told = [f"{words}: {'yes' if checks[name] else 'no'}" for name, words in _CHECK_WORDS.items() if name in checks]
    sent = [f"sent {plural(len(findings.files), 'file')}: {', '.join(findings.files)}"] if findings.files else []
    return f"Checked: {'; '.join([*told, *sent])}" if told or sent else ""


def _order_line(findings: CaseFindings) -> str:
    order, facts = findings.enquiry.order, findings.facts
    left = facts.protection_days_left if facts.sales_channel is SalesChannel.ALIEXPRESS else None
    protection = "" if left is None else f"; buyer protection: {plural(left, 'day')} left"
    if order is None:
        known = "number and e-mail matched when the case was opened" if findings.was_verified else "not verified"
        return f"Order: {known}{protection}"
    worth = f", {order.value}" if order.value else ""
    placed = ago_words(order.placed_at, facts.now)
    return f"Order: {order.order_number}{worth}, placed {placed}, number and e-mail match{protection}"


def _given_line(findings: CaseFindings, case: StandingCase) -> str:
    """List what was given and has no field: each a thing that an agent acts on without reading the chat."""
    beside = (note for note in findings.told.notes if "@" in note and " " not in note)
    emails = dict.fromkeys((*findings.other_emails, *beside))
    reached = [email for email in emails if email not in findings.shut_emails]
    given = (
        f"DO NOT WRITE to {list_words(findings.shut_emails)}" if findings.shut_emails else "",
        *case.facts,
        f"also reached at {list_words(reached)}" if reached else "",
        *(f"also about parcel {number}" for number in case.parcels),
    )
    told = "; ".join(filter(None, given))
    return f"Given: {told}" if told else ""


def _told_lines(findings: CaseFindings, case: StandingCase) -> tuple[FactLine, ...]:
    """Give what was told once for all, with the day and the telephone number that were read of it."""
    today = findings.facts.now.date()
    needed, last = (
        day_words(date.fromisoformat(day), today) if day else "" for day in (findings.needed_by, findings.last_day)
    )
    right = ", the right one" if findings.phone and WRONG_PHONE in causes_told(findings.told.said) else ""
    return with_values(case.told, {"needed": needed, "last_day": last, "phone": f"{findings.phone}{right}"})


def _fact_line(line: FactLine) -> str:
    quoted = "; ".join(f"“{sentence}”" for sentence in line.sentences)
    return f"{line.title}: {'; '.join(filter(None, (line.value, quoted)))}"


def _quoted(head: str, sentences: Iterable[str]) -> str:
    """Quote the shopper's own sentences, whole, in a line; "" without any."""
    quoted = "; ".join(f"“{sentence.rstrip(' ;')}”" for sentence in sentences)
    return f"{head}: {quoted}" if quoted else ""
