"""Corrections, digressions, contradictions, moods: the dialogue holds."""

from __future__ import annotations

import pytest

from tests.support.shopper import Shopper

EXPORTED = "YT2632500000000121"
DELIVERED = "YT2632500000000152"


# ---- corrections -----------------------------------------------------------------------------------


def test_another_number_starts_another_parcel(shopper: Shopper) -> None:
    shopper.says(f"where is {EXPORTED}")
    assert "QM301188305GB" in shopper.says("sorry, I meant QM301188305GB").text


def test_a_mistyped_number_is_repaired_by_a_yes(shopper: Shopper) -> None:
    assert "Did you mean RR700455417CN" in shopper.says("where is RR7OO455417CN")
    assert shopper.says("yes").rows[0].startswith("delivery_failed/")


def test_a_number_that_may_be_wrong_anywhere_is_to_be_copied_again_with_a_guess_beside(shopper: Shopper) -> None:
    asked = shopper.says("where is RR700455147CN")
    assert "copy it once more" in asked
    assert "RR700455417CN" in asked
    assert shopper.says("RR700455417CN").rows[0].startswith("delivery_failed/")


def test_a_card_number_is_hidden_and_not_asked_for(shopper: Shopper) -> None:
    assert "card or bank details" in shopper.says("take the fee from 4111 1111 1111 1111")


def test_another_shops_order_number_is_answered_with_what_ours_look_like(shopper: Shopper) -> None:
    assert "like #7401" in shopper.says("where is my order 114-3941689-8772232")


def test_the_kind_of_a_number_can_be_typed(shopper: Shopper) -> None:
    shopper.says("where is my parcel 123456789012")
    assert shopper.says("it's a tracking number").rows[0].startswith("not_found/")


def test_a_repair_can_be_picked_from_the_buttons(shopper: Shopper) -> None:
    shopper.says("where is RR700455147CN")
    assert shopper.presses("RR700455417CN").rows[0].startswith("delivery_failed/")


def test_a_doubted_number_is_tried_when_the_shopper_insists(shopper: Shopper) -> None:
    shopper.says("RR700455147CN")
    assert shopper.says("RR700455147CN").rows[0].startswith("not_found/")


def test_a_wrong_email_can_be_corrected(shopper: Shopper) -> None:
    shopper.says("where is order #7401")
    shopper.says("ana@example.com")
    assert shopper.says("sorry anna@example.com").rows == ["in_transit/exported_normal"]


def test_a_wrong_order_number_can_be_corrected(shopper: Shopper) -> None:
    shopper.says("order #7410 anna@exmaple.com")
    assert shopper.says("order #7401, anna@example.com").rows == ["in_transit/exported_normal"]


def test_an_ambiguous_number_is_asked_about(shopper: Shopper) -> None:
    assert "A phone number" in shopper.says("where is my parcel 123456789012").buttons
    assert "tracking number" in shopper.presses("A phone number")


def test_an_ambiguous_number_can_turn_out_to_be_tracking(shopper: Shopper) -> None:
    shopper.says("where is my parcel 123456789012")
    assert shopper.presses("A tracking number").rows[0].startswith("not_found/")


# ---- digressions and returns -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "digression",
    ["what does held by customs mean?", "are you a bot?", "how do I track a parcel?", "what is the capital of Peru"],
)
def test_a_digression_is_answered_and_the_question_stays_open(shopper: Shopper, digression: str) -> None:
    shopper.says("my tracking is stuck")
    assert shopper.says(digression).messages
    assert shopper.says(EXPORTED).rows == ["in_transit/exported_normal"]


def test_the_checklist_survives_a_digression(shopper: Shopper) -> None:
    shopper.says(f"it says delivered but it isn't here {DELIVERED}")
    assert "asked the carrier" in shopper.says("yes")
    shopper.says("what does awaiting collection mean")
    assert "which e-mail" in shopper.says("yes")


def test_a_ticket_survives_a_digression(shopper: Shopper) -> None:
    assert "Which e-mail" in shopper.says("talk to a human")
    shopper.says("are you a bot")
    assert "anna@example.com" in shopper.says("anna@example.com")


def test_a_question_in_the_middle_of_a_ticket_leads_back_to_the_offer(shopper: Shopper) -> None:
    shopper.says("I want to talk to a person")
    heard = shopper.says(f"wait, where is {EXPORTED}?")
    assert heard.rows == ["in_transit/exported_normal"]
    assert "Yes, please" in heard.buttons


# ---- shopper against tracker ------------------------------------------------------------------------


def test_delivered_says_the_shopper_in_transit_says_the_tracker(shopper: Shopper) -> None:
    heard = shopper.says(f"it says delivered but I never got it {EXPORTED}")
    assert "isn't marked as delivered" in heard
    assert heard.rows == ["in_transit/exported_normal"]


def test_stuck_says_the_shopper_delivered_says_the_tracker(shopper: Shopper) -> None:
    assert "shows it as delivered" in shopper.says(f"tracking has not updated for days {DELIVERED}")


def test_a_different_number_of_silent_days_is_named(shopper: Shopper) -> None:
    heard = shopper.says(f"no movement for 3 weeks on {EXPORTED}")
    assert "You mentioned 21 days" in heard
    assert "9 days ago" in heard


def test_the_same_number_of_silent_days_is_not_argued_about(shopper: Shopper) -> None:
    assert "You mentioned" not in shopper.says(f"no movement for 9 days on {EXPORTED}")


def test_not_found_says_the_shopper_found_says_the_tracker(shopper: Shopper) -> None:
    assert "The number does work" in shopper.says(f"the website says my tracking number is invalid {EXPORTED}")


# ---- two things at once ----------------------------------------------------------------------------


def test_a_greeting_with_a_question_gets_the_question_answered(shopper: Shopper) -> None:
    assert shopper.says(f"hi there! where is my parcel {EXPORTED}").rows == ["in_transit/exported_normal"]


def test_yes_with_a_number_uses_the_number(shopper: Shopper) -> None:
    shopper.says("hello")
    assert shopper.says(f"yes it's {EXPORTED}").rows == ["in_transit/exported_normal"]


def test_two_numbers_in_one_message_are_offered_to_choose_from(shopper: Shopper) -> None:
    heard = shopper.says(f"where are {EXPORTED} and QM301188305GB")
    assert set(heard.buttons) == {EXPORTED, "QM301188305GB"}
    assert shopper.presses("QM301188305GB").rows[0].startswith("pickup/")


def test_a_second_question_is_answered_too(shopper: Shopper) -> None:
    heard = shopper.says(f"My parcel {EXPORTED} has not moved for days. Also, can I change my delivery address?")
    assert "in_transit/exported_normal" in heard.rows
    assert "neighbours/address_moving" in heard.rows


# ---- the same question again -----------------------------------------------------------------------


def test_a_repeated_question_gets_a_short_answer_and_a_person(shopper: Shopper) -> None:
    shopper.says(f"where is {EXPORTED}")
    again = shopper.says(f"where is {EXPORTED}")
    assert "nothing has changed" in again
    assert "Yes, please" in again.buttons


# ---- moods -----------------------------------------------------------------------------------------


def test_an_angry_shopper_hears_one_apology(shopper: Shopper) -> None:
    assert "I'm sorry about all this trouble" in shopper.says(f"THIS IS RIDICULOUS!!! where is {EXPORTED}")
    assert "I'm sorry about all this trouble" not in shopper.says("this is still ridiculous, where is my parcel!!!")


def test_a_shopper_who_stays_angry_is_offered_a_person(shopper: Shopper) -> None:
    shopper.says(f"this is ridiculous!!! where is {EXPORTED}")
    heard = shopper.says("absolutely terrible, it was due last week and QM301188305GB too!!!")
    assert "Yes, please" in heard.buttons


# ---- small talk ------------------------------------------------------------------------------------


def test_a_greeting_says_what_the_assistant_does(shopper: Shopper) -> None:
    assert "tracking number" in shopper.says("hello")


def test_asked_whether_it_is_a_bot_it_says_so(shopper: Shopper) -> None:
    assert "not a person" in shopper.says("am I talking to a robot?")


def test_thanks_a_blessing_and_a_good_night_are_answered_in_kind_and_with_no_survey(shopper: Shopper) -> None:
    shopper.says(f"where is {EXPORTED}")
    thanked = shopper.says("thanks")
    assert "You're welcome!" in thanked
    assert "Did that help?" not in thanked
    assert "All the best to you, too." in shopper.says("the Lord bless you")
    assert "Good night!" in shopper.says("good night then")


def test_a_yes_to_did_that_help_is_kept(shopper: Shopper) -> None:
    shopper.says(f"where is {EXPORTED}")
    shopper.says("yes")
    assert shopper.slots()["dialogue"]["feedback"] == "useful"


def test_a_no_to_did_that_help_offers_a_person(shopper: Shopper) -> None:
    shopper.says(f"where is {EXPORTED}")
    heard = shopper.says("no")
    assert shopper.slots()["dialogue"]["feedback"] == "not_useful"
    assert "Yes, please" in heard.buttons


@pytest.mark.parametrize("word", ["yes", "no"])
def test_yes_or_no_without_a_question_is_taken_calmly(shopper: Shopper, word: str) -> None:
    assert "Is there a parcel" in shopper.says(word)


def test_start_over_forgets_the_parcel(shopper: Shopper) -> None:
    shopper.says(f"where is {EXPORTED}")
    shopper.says("start over")
    assert shopper.slots()["parcel"] is None
    assert "tracking number" in shopper.says("where is my parcel")


# ---- what is not understood --------------------------------------------------------------------------


def test_out_of_scope_is_said_and_the_second_time_a_person_is_offered(shopper: Shopper) -> None:
    assert "can't answer that one from here" in shopper.says("what's the weather in Paris tomorrow")
    assert "Yes, please" in shopper.says("book me a table for two").buttons


def test_a_number_in_an_out_of_scope_message_is_used(shopper: Shopper) -> None:
    assert shopper.says(f"blah blah the moon is made of cheese {EXPORTED}").rows == ["in_transit/exported_normal"]


# ---- advice ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("what does held by customs mean", "status_meaning/held_by_customs"),
        ("what does awaiting collection mean?", "status_meaning/waiting_for_pickup"),
        ("what proof do i need for a dispute", "advice/evidence"),
        ("what should I write to the seller when it is stuck after export", "advice/seller_message_stuck"),
        ("how do I prevent this next time", "advice/prevention_checkout"),
        ("what can support do for me", "advice/support_can"),
        ("where can I track my parcel", "advice/where_to_check"),
        ("seller says wait", "advice/seller_says_wait"),
        ("can you cancel my order", "neighbours/cancel"),
    ],
)
def test_a_question_without_a_parcel_is_answered(shopper: Shopper, question: str, row: str) -> None:
    assert row in shopper.says(question).rows


def test_a_seller_who_was_asked_already_is_not_suggested_again(shopper: Shopper) -> None:
    shopper.says("aliexpress order 8123456789012347, marco@example.com, nothing moves")
    heard = shopper.says("I wrote to the seller and he just ignores me, should I open a dispute?")
    assert heard.rows == ["protection/our_few_days"]


def test_advice_offers_more_of_its_kind(shopper: Shopper) -> None:
    shopper.says("what should i write to the seller")
    assert shopper.presses("Message: stuck after export").rows == ["advice/seller_message_stuck"]


def test_asking_what_a_status_means_without_naming_it_explains_the_parcels_own(shopper: Shopper) -> None:
    shopper.says("where is LX555123422CN")
    assert shopper.says("what does that status mean?").rows[0].startswith("status_meaning/")
