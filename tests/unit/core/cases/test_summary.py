"""What an agent reads first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from parcelbot.core.answering.answers import Answer
from parcelbot.core.answering.claims import Claims
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.facts import Facts
from parcelbot.core.cases.account import CaseAccount
from parcelbot.core.cases.summary import CaseFindings, summarise, with_earlier
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.core.parcel.incidents import Incident, IncidentKind
from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.core.parcel.shipment import LookupOutcome, Status, Substatus
from parcelbot.core.questions import Question
from tests.unit.core.builders import NOW, row, scan, shipment

LP = "LP00123456789012"
ENQUIRY = Enquiry(Question.TRACKING_NOT_UPDATING, LP)
ORDER = Order("7401", "anna@example.com", SalesChannel.SHOP, NOW - timedelta(days=14), value="89.00 USD")
PARCEL = shipment(
    scan(Substatus.IN_TRANSIT_DEPARTURE, 21, "Shanghai, CN", description="Departed"),
    substatus=Substatus.IN_TRANSIT_DEPARTURE,
)
FOUND = CaseFindings(
    issue="tracking_not_updating",
    enquiry=ENQUIRY,
    facts=Facts(now=NOW, lookup=LookupOutcome.FOUND),
    answer=Answer("in_transit", row("exported_overdue")),
    shipment=PARCEL,
    row="in_transit/exported_overdue",
    told=CaseAccount(("tracking_not_updating",), said=("my parcel has not moved for three weeks", "yes"), number=LP),
)


def lines(claims: Claims | None = None, order: Order | None = None, **changes: Any) -> tuple[str, ...]:
    facts = {name: changes.pop(name) for name in ("protection_days_left", "sales_channel", "stale") if name in changes}
    enquiry = replace(ENQUIRY, claims=claims or Claims(), order=order)
    told = {
        name: changes.pop(name) for name in ("matters", "ruled_out", "said", "notes", "answered") if name in changes
    }
    told = replace(FOUND.told, parcels=order.parcels if order else (), **told)
    return summarise(replace(FOUND, enquiry=enquiry, facts=replace(FOUND.facts, **facts), told=told, **changes))


def line(start: str, summary: tuple[str, ...]) -> str:
    return next(one for one in summary if one.startswith(start))


def ticket(reference: str, status: TicketStatus = TicketStatus.SOLVED) -> Ticket:
    made = NOW - timedelta(days=10)
    return Ticket(reference, TicketDraft("c-0"), status, made, made, made)


def test_a_summary_tells_problem_parcel_scan_answer_order_and_what_is_wanted() -> None:
    assert lines() == (
        "Problem: Tracking is not moving",
        "Parcel: LP00123456789012, Cainiao, CN → GB, in transit departure",
        "Last scan: 21 days ago, Departed, Shanghai, CN",
        "Answered by: in_transit/exported_overdue (the-document)",
        "Order: not verified",
        "Shopper says: “my parcel has not moved for three weeks”",
    )


def test_everything_the_shopper_claims_is_kept() -> None:
    claims = Claims(
        status=Status.EXCEPTION,
        idle_days=9,
        carrier="usps",
        promised_on=date(2026, 11, 12),
        sales_channel=SalesChannel.ALIEXPRESS,
    )
    assert lines(claims, said=("the box is torn", "it was to come on 12 November"))[0] == (
        "Problem: Tracking is not moving (shopper says: nothing for 9 days; promised for Thu 12 November; "
        "status exception; bought on aliexpress; torn)"
    )


def test_of_a_weekday_no_date_is_made() -> None:
    claims = Claims(promised_on=date(2026, 11, 12))
    assert "promised for Thursday)" in lines(claims, said=("they had it down for Thursday and it is not here",))[0]


def test_a_country_that_is_only_spoken_of_is_nobodys_address() -> None:
    claims = Claims(country="TH")
    assert "country" not in lines(claims, said=("my brother in Bangkok bought it for me",))[0]
    assert "country TH" in lines(claims, issue="wrong_destination", matters=("wrong_destination",))[0]


def test_a_case_without_a_question_says_so() -> None:
    assert lines(matters=(), row="", said=())[0] == "Problem: none named"


def test_a_problem_that_nobody_surely_named_stands_in_the_shoppers_words() -> None:
    told = lines(matters=(), said=("Hello!", "The box stands open in the yard. Is that usual?"))
    assert told[0] == "Problem: “The box stands open in the yard.”"
    assert told[-1].startswith("Shopper says: ")


def test_a_case_without_a_parcel_says_how_the_look_up_went() -> None:
    assert line("Parcel", lines(shipment=None)) == f"Parcel: {LP}, no tracking seen (found)"
    nobody = replace(FOUND, enquiry=Enquiry(Question.WHERE_IS_MY_ORDER), facts=Facts(now=NOW), shipment=None)
    assert line("Parcel", summarise(nobody)) == "Parcel: no tracking seen (not asked)"


def test_numbers_that_were_given_and_never_settled_are_kept() -> None:
    told = lines(shipment=None, numbers=("123456789012", "123456789013"))
    assert line("Parcel", told).endswith("not settled: 123456789012 and 123456789013")


def test_a_parcel_that_was_never_scanned_says_so() -> None:
    assert "Last scan: none yet" in lines(shipment=shipment())


def test_a_scan_without_a_place_says_so() -> None:
    assert "Last scan: 24 hours ago, Scan, no place" in lines(shipment=shipment(scan(Substatus.NONE)))


def test_both_carriers_are_named_after_a_hand_over() -> None:
    handed_over = replace(PARCEL, last_mile_carrier="Royal Mail")
    assert "Cainiao → Royal Mail" in line("Parcel", lines(shipment=handed_over))


def test_an_unknown_carrier_and_an_unknown_end_are_called_so() -> None:
    told = line("Parcel", lines(shipment=replace(PARCEL, carrier="", destination="")))
    assert "carrier unknown, CN → ?" in told


def test_a_state_from_the_cache_is_called_so() -> None:
    assert line("Last scan", lines(stale=True)).endswith("provider not reachable now")


def test_the_date_that_was_promised_is_kept() -> None:
    assert line("Answered by", lines(promised="2026-12-03")).endswith("; told to wait until Thu 3 December")


def test_the_row_the_shopper_was_answered_with_stands_even_when_another_would_apply_now() -> None:
    assert "Answered by: in_transit/moving" in lines(row="in_transit/moving")


def test_what_was_never_answered_has_no_row() -> None:
    assert not [one for one in lines(row="") if one.startswith("Answered by")]


def test_what_was_checked_is_kept_and_what_was_not_asked_is_left_out() -> None:
    checks = {"places_checked": True, "carrier_contacted": False}
    assert "Checked: places around the address checked: yes; carrier contacted: no" in lines(checks=checks)


def test_files_are_named() -> None:
    assert "Checked: sent 2 files: box.jpg, label.pdf" in lines(files=("box.jpg", "label.pdf"))


MARKET = {"sales_channel": SalesChannel.ALIEXPRESS}


def test_the_days_of_protection_are_kept_down_to_none() -> None:
    assert line("Order", lines(protection_days_left=0, **MARKET)).endswith("buyer protection: 0 days left")


def test_days_of_protection_as_the_shopper_counts_them_are_kept() -> None:
    assert lines(Claims(protection_days=3), **MARKET)[0].endswith("(shopper says: 3 days of protection left)")


def test_an_order_of_the_shop_has_no_protection_so_days_are_days_of_waiting() -> None:
    told = lines(Claims(protection_days=9), protection_days_left=9)
    assert told[0].endswith("(shopper says: nothing for 9 days)")
    assert "protection" not in line("Order", told)


def test_an_order_that_was_opened_is_told_with_its_worth_and_age() -> None:
    assert "Order: 7401, 89.00 USD, placed 14 days ago, number and e-mail match" in lines(order=ORDER)


def test_earlier_tickets_stand_before_what_is_wanted() -> None:
    told = with_earlier(lines(), (ticket("KT-AAAAAA"), ticket("KT-CCCCCC", TicketStatus.OPEN)), NOW)
    assert told[-2] == "Earlier tickets: KT-AAAAAA (solved, Wed 11 November), KT-CCCCCC (open, Wed 11 November)"
    assert told[-1].startswith("Shopper says")


def test_of_many_earlier_tickets_the_newest_are_named_and_the_rest_counted() -> None:
    told = with_earlier(lines(), tuple(ticket(f"KT-AAAAA{n}") for n in (3, 4, 6, 7, 9)), NOW)[-2]
    assert "KT-AAAAA6" in told
    assert told.endswith(" and 2 more")


def test_without_earlier_tickets_nothing_is_added() -> None:
    assert with_earlier(lines(), (), NOW) == lines()


def test_the_fullest_case_fits_into_eight_lines() -> None:
    fullest = lines(
        Claims(idle_days=9),
        ORDER,
        shipment=replace(PARCEL, last_mile_carrier="Royal Mail"),
        promised=NOW.date().isoformat(),
        checks={"places_checked": True, "people_asked": True, "carrier_contacted": True},
        files=("box.jpg",),
        protection_days_left=3,
        **MARKET,
        stale=True,
    )
    assert len(with_earlier(fullest, (ticket("KT-AAAAAA"),), NOW)) == 8


def test_days_are_days_of_silence_only_in_words_for_it_and_of_a_parcel_still_to_come() -> None:
    late = Enquiry(Question.LATE_DELIVERY, LP, claims=Claims(idle_days=10))
    told = replace(FOUND, enquiry=late, told=CaseAccount(said=("the scan of ten days ago says one street over",)))
    assert "nothing for" not in summarise(told)[0]
    silent = replace(told, told=CaseAccount(said=("no news for ten days",)))
    assert "nothing for 10 days" in summarise(silent)[0]
    arrived = replace(silent, shipment=replace(PARCEL, status=Status.DELIVERED))
    assert "nothing for" not in summarise(arrived)[0]


def test_the_carrier_is_the_parcels_where_it_is_known() -> None:
    assert "carrier usps" not in lines(Claims(carrier="usps"))[0]
    assert "carrier usps" in lines(Claims(carrier="usps"), shipment=None)[0]


def test_what_was_told_on_the_way_stands_in_the_summary_and_nothing_twice() -> None:
    told = (
        "my parcel was left somewhere and I have looked round the whole house for it",
        "our camera shows that no van stopped here",
        "what happens now?",
        "the postman told me on the phone he lost it. Please open a case.",
        "anna@example.com, order 7401",
    )
    assert line("Also said", lines(said=told, notes=("the bell is broken",))) == (
        "Also said: “our camera shows that no van stopped here”; “the postman told me on the phone he lost it.”; "
        "“the bell is broken”"
    )


def test_a_sentence_is_quoted_once_and_all_in_the_order_in_which_they_were_said() -> None:
    said = (
        "hello there, the lamp shade that came on Tuesday is bent on one side and will not stand",
        "the box was torn, I think that did it",
        "both straps were cut",
    )
    told = lines(said=said, notes=("both straps were cut", "the box was torn, I think that did it;"))
    assert line("Also said", told) == "Also said: “the box was torn, I think that did it”; “both straps were cut”"
    assert "in their words" not in line("Also said", told)
    assert "“the lamp shade that came on Tuesday is bent on one side and will not stand”" in told[-1]


def test_a_wish_in_the_form_of_a_question_is_no_open_question() -> None:
    told = lines(said=("the shade is far too wide for my lamp, sadly. could I swap it for the small one?", "thanks"))
    assert not [one for one in told if one.startswith("Asks")]
    assert "could I swap it for the small one?" in told[-1]


def test_a_sentence_that_wishes_for_what_was_given_up_is_quoted_nowhere() -> None:
    told = lines(said=("the shade came broken. please send me another one", "no, I changed my mind: a refund please"))
    assert "another one" not in " ".join(told)


def test_what_never_was_wished_is_told_from_what_is_wished_no_more() -> None:
    refused = lines(said=("the blue one is fine", "please don't cancel my order"))[-1]
    given_up = lines(said=("please send me another one", "no, I changed my mind: a refund please"))[-1]
    assert "; not wanted: to cancel" in f"; {refused.partition(': ')[2]}"
    assert "not wanted any more: a replacement" in given_up


@pytest.mark.parametrize(
    "chatter",
    [
        "good evening, I hope I'm in the right place.",
        "oh it's lena@example.org dear.",
        "the mail is lena@example.org, same as the order.",
        "oops sorry KX-90124, fat thumbs",
        "pls help to check",
        "こんにちは。",
    ],
)
def test_greetings_chatter_and_what_has_a_field_are_not_quoted(chatter: str) -> None:
    told = lines(said=("the lamp shade came bent on one side", chatter, "both straps were cut"))
    assert line("Also said", told) == "Also said: “both straps were cut”"


@pytest.mark.parametrize(
    "question",
    [
        "and has my order gone out already or not",
        "does the lid come off for washing?",
        "kommt das noch diese Woche?",
    ],
)
def test_a_question_that_nobody_answered_is_asked_and_stands_nowhere_else(question: str) -> None:
    told = lines(said=(f"the lamp shade came bent on one side. {question}", "both straps were cut"))
    assert line("Asks", told) == f"Asks: “{question}”"
    assert "\n".join(told).count(question) == 1


def test_questions_stand_apart_from_what_was_told_and_courtesy_stands_nowhere() -> None:
    told = lines(
        said=(
            "my parcel has not moved for three weeks",
            "How very comforting.",
            "Which depot is it in right now?",
            "I paid 64 euros for it",
        ),
        notes=("what does the depot do with it on Sunday?",),
    )
    assert line("Also said", told) == "Also said: “I paid 64 euros for it”"
    asked = "“what does the depot do with it on Sunday?”; “Which depot is it in right now?”"
    assert line("Asks", told) == f"Asks: {asked}"


def test_a_call_that_was_asked_for_and_given_up_is_told_nowhere() -> None:
    told = lines(said=("my parcel has not moved for weeks", "Someone should call me then.", "no, write to me"))
    assert not [one for one in told if "call me" in one]


def test_the_other_parcels_of_the_order_and_the_other_e_mail_are_named() -> None:
    told = lines(order=replace(ORDER, parcels=(LP, "LP00999")), other_emails=("bo@example.org",))
    assert line("Same order", told) == "Same order: LP00999, not looked up"
    assert line("Given", told) == "Given: also reached at bo@example.org"


def test_what_an_agent_acts_on_stands_in_a_line_of_its_own() -> None:
    told = lines(
        said=(
            "my parcel was left with somebody, but there is no house 31 in our lane",
            "I asked the depot in Elmbridge, they know nothing",
            "it should be flat 9C",
        ),
        needed_by="2026-12-12",
    )
    given = line("Given", told)
    assert line("Needed by", told) == "Needed by: Sat 12 December"
    assert "right flat 9C" in given
    assert "no such house" in given
    assert "asked the depot in Elmbridge" in given


def test_a_question_that_had_its_answer_is_asked_no_more_and_who_will_call_still_is() -> None:
    told = lines(
        said=("my parcel has not moved for weeks", "is Sunday a working day?", "who rings me and when?"),
        answered=("is Sunday a working day?",),
    )
    assert line("Asks", told) == "Asks: “who rings me and when?”"


def test_damage_and_failed_attempts_of_older_scans_stand_in_it() -> None:
    damaged = Incident(IncidentKind.DAMAGED, NOW - timedelta(days=30), "Repacked, box torn", "Hull, GB")
    tries = tuple(Incident(IncidentKind.NOBODY_HOME, NOW - timedelta(days=days)) for days in (25, 26))
    told = summarise(replace(FOUND, facts=replace(FOUND.facts, incidents=(*tries, damaged))))
    found = line("Earlier scans", told)
    assert "damaged" in found
    assert "“Repacked, box torn”, Hull, GB" in found
    assert "delivery failed on 2 days" in found


def test_what_is_broken_at_the_door_is_no_damage_of_the_goods() -> None:
    said = ("The bell in our stairwell is broken.", "nothing has moved for 9 days")
    told = replace(FOUND.told, said=said, facts=(("no_way_in", said[0]),))
    assert "broken" not in line("Problem", summarise(replace(FOUND, told=told)))
    assert "broken" in line("Problem", summarise(replace(FOUND, told=replace(told, said=("the zip is broken",)))))


def test_where_the_order_is_to_go_stands_beside_where_its_parcel_goes() -> None:
    assert line("Parcel", lines(order=replace(ORDER, destination="CH"))).endswith("; the order is to go to CH")
