from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.memory import NO_PARCEL, Heard, HeardNumber, Memory
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.answering.remembering import memory_after

LP = HeardNumber("LP00123456789012")
OTHER = HeardNumber("RR123456785CN")


def test_a_problem_without_a_number_sets_the_question() -> None:
    assert memory_after(Heard("customs_delay"), Memory()).question == "customs_delay"


def test_a_number_that_answers_the_form_keeps_the_question() -> None:
    asked = Memory(question="customs_delay")
    heard = Heard("where_is_my_order", numbers=(LP,))
    assert memory_after(heard, asked, asked=Asked.PARCEL).question == "customs_delay"


def test_a_number_on_its_own_asks_where_the_parcel_is() -> None:
    heard = Heard("where_is_my_order", numbers=(LP,))
    assert memory_after(heard, Memory(question="customs_delay")).question == "where_is_my_order"


def test_what_was_said_before_the_number_is_about_that_number() -> None:
    told = memory_after(Heard("tracking_not_updating", claims={"idle_days": 9}), Memory())
    assert memory_after(Heard("provide_details", numbers=(LP,)), told, Asked.PARCEL).claims == {"idle_days": 9}


def test_another_number_after_a_settled_parcel_starts_anew() -> None:
    settled = Memory(
        tracking_number=LP.value, parcel=LP.value, order_number="7401", claims={"idle_days": 9}, people_asked=True
    )
    after = memory_after(Heard("where_is_my_order", numbers=(OTHER,)), settled)
    assert (after.tracking_number, after.parcel, after.order_number) == (OTHER.value, "", "")
    assert (after.claims, after.checks) == ({}, {})


def test_an_order_number_without_the_letters_of_the_shop_is_the_same_order() -> None:
    settled = Memory(order_number="EN-7401", parcel=LP.value)
    assert memory_after(Heard("where_is_my_order", order_number="7401"), settled).order_number == "EN-7401"


def test_a_number_chosen_from_an_order_keeps_the_order() -> None:
    choosing = Memory(order_number="7401", several=(LP.value, OTHER.value), parcel=LP.value)
    assert memory_after(Heard("provide_details", numbers=(OTHER,)), choosing).order_number == "7401"


def test_two_numbers_in_one_message_are_both_kept_to_choose_from() -> None:
    after = memory_after(Heard("where_is_my_order", numbers=(LP, OTHER)), Memory())
    assert after.several == (LP.value, OTHER.value)
    assert after.tracking_number == ""


def test_repeating_a_doubted_number_means_the_shopper_insists() -> None:
    doubted = Memory(tracking_number="RR123456789CN", number_valid=False)
    heard = Heard("provide_details", numbers=(HeardNumber("RR123456789CN", valid=False),))
    assert memory_after(heard, doubted).insists


def test_a_correct_number_is_preferred_to_a_mistyped_one() -> None:
    heard = Heard("provide_details", numbers=(HeardNumber("RR123456789CN", valid=False), OTHER))
    assert memory_after(heard, Memory()).tracking_number == OTHER.value


def test_what_was_tried_already_is_kept_when_a_parcel_is_missing() -> None:
    heard = Heard("delivered_not_received", text="says delivered, i asked all my neighbours and checked the porch")
    assert memory_after(heard, Memory()).checks == {"places_checked": True, "people_asked": True}


def test_what_was_not_tried_is_left_open() -> None:
    heard = Heard("delivered_not_received", text="It isn't here. I haven't asked the neighbours")
    assert memory_after(heard, Memory()).checks == {}


def test_an_ambiguous_number_becomes_what_the_shopper_says_it_is() -> None:
    unsure = Memory(ambiguous_number="123456789012")
    assert memory_after(Heard("provide_details", number_kind="tracking"), unsure).tracking_number == "123456789012"
    assert memory_after(Heard("provide_details", number_kind="order"), unsure).order_number == "123456789012"
    phone = memory_after(Heard("provide_details", number_kind="phone"), unsure)
    assert (phone.tracking_number, phone.order_number, phone.ambiguous_number) == ("", "", "")


def test_a_kind_without_an_ambiguous_number_changes_nothing() -> None:
    assert memory_after(Heard("provide_details", number_kind="order"), Memory()) == Memory()


def test_an_email_reopens_a_question_that_was_settled_without_a_parcel() -> None:
    settled = Memory(question="late_delivery", no_number=True, parcel=NO_PARCEL)
    assert memory_after(Heard("provide_details", email="a@b.com"), settled).parcel == ""


def test_an_email_does_not_unsettle_a_known_parcel() -> None:
    settled = replace(Memory(tracking_number=LP.value), parcel=LP.value)
    assert memory_after(Heard("provide_details", email="a@b.com"), settled).parcel == LP.value


def test_asking_what_a_wording_means_claims_nothing_about_the_parcel() -> None:
    assert memory_after(Heard("status_meaning", status="delivered"), Memory()).claims == {}


def test_naming_a_status_in_a_problem_is_a_claim() -> None:
    heard = Heard("delivered_not_received", status="delivered")
    assert memory_after(heard, Memory()).claims == {"status": "delivered"}


def test_an_order_number_given_for_a_ticket_keeps_the_parcel() -> None:
    settled = Memory(tracking_number=LP.value, parcel=LP.value)
    after = memory_after(Heard("provide_details", order_number="7401"), settled, asked=Asked.CASE_EMAIL)
    assert (after.parcel, after.tracking_number, after.order_number) == (LP.value, LP.value, "7401")


def test_a_neighbouring_topic_is_an_issue_but_no_question_about_the_parcel() -> None:
    after = memory_after(Heard("change_address"), Memory(question="late_delivery", issue="late_delivery"))
    assert (after.question, after.issue) == ("late_delivery", "change_address")


def test_where_is_it_does_not_replace_the_issue_that_was_named() -> None:
    after = memory_after(Heard("where_is_my_order"), Memory(question="customs_delay", issue="customs_delay"))
    assert (after.question, after.issue) == ("where_is_my_order", "customs_delay")


def test_a_meaning_that_is_asked_for_is_no_issue() -> None:
    assert memory_after(Heard("status_meaning"), Memory(issue="customs_delay")).issue == "customs_delay"


def test_a_problem_named_together_with_the_wish_for_a_person_is_the_issue() -> None:
    assert memory_after(Heard("talk_to_human", also_asked=("customs_delay",)), Memory()).issue == "customs_delay"


def test_what_is_said_while_a_ticket_is_filled_in_belongs_to_that_ticket() -> None:
    before = Memory(issue="late_delivery")
    assert memory_after(Heard("customs_delay"), before, asked=Asked.CASE_EMAIL).issue == "late_delivery"


def test_another_parcel_takes_the_question_along_but_not_the_issue_of_the_first() -> None:
    settled = Memory(question="late_delivery", issue="refund_status", tracking_number=LP.value, parcel=LP.value)
    other = memory_after(Heard("provide_details", numbers=(HeardNumber("LP00000000000122"),)), settled)
    assert other.issue == "late_delivery"


def test_an_answer_to_the_checklist_is_no_new_question_whatever_it_resembles() -> None:
    missing = Memory(question="delivered_not_received", issue="delivered_not_received")
    heard = Heard("tracking_not_updating", text="yes looked everywhere, nothing")
    after = memory_after(heard, missing, asked=Asked.CHECK)
    assert (after.question, after.places_checked) == ("delivered_not_received", True)


def test_typing_the_number_of_the_parcel_the_order_settled_forgets_nothing() -> None:
    settled = Memory(order_number="7401", email="anna@example.com", parcel=LP.value, claims={"duration": "9d"})
    again = memory_after(Heard("where_is_my_order", numbers=(LP,)), settled)
    assert (again.order_number, again.parcel, again.claims) == ("7401", LP.value, {"duration": "9d"})


def test_how_much_of_the_first_words_was_unread_is_of_no_weight_once_the_parcel_was_found() -> None:
    unread = Memory(parcel=LP.value, claims={"told": ["much_unread", "no_message"]})
    assert memory_after(Heard("delivery_wish", text="can a neighbour take it?"), unread).claims["told"] == [
        "no_message"
    ]
