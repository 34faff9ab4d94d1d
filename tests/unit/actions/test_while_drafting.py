"""While a case is drafted, asked for or just sent: what else a message asks is answered, and a no is a no."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.actions.talk import Chat, Told, entity, kept, of_the_shop, real_knowledge

KNOWLEDGE = real_knowledge()
MAIL = "mo@example.org"
NEWS = {"asked": "news", "about": "", "choices": [], "times": 1}


def told_of() -> Chat:
    """A parcel that was told of, of an order that is known."""
    conversation = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    conversation.asks_where()
    return conversation


def asked_for_an_email() -> Chat:
    conversation = told_of()
    conversation.says("a person please", "talk_to_human")
    return conversation


def drafted() -> Chat:
    conversation = asked_for_an_email()
    conversation.says(MAIL, "provide_details", entity("email", MAIL))
    return conversation


def sent() -> Chat:
    conversation = drafted()
    conversation.says("yes, send it", "affirm")
    return conversation


def gives_mail(conversation: Chat, beside: str, intent: str = "provide_details", second: str = "") -> Told:
    return conversation.says(f"{MAIL}. {beside}", intent, entity("email", MAIL), second=second)


# ---- what is only told ---------------------------------------------------------------------------------


def test_one_line_is_said_back_and_the_next_ones_are_only_noted() -> None:
    conversation = drafted()
    first = conversation.says("our lift is out of order since spring", "out_of_scope").text
    second = conversation.says("the porter keeps the keys to the hall", "out_of_scope").text
    assert "Added: “our lift is out of order since spring”." in first
    assert "Added:" not in second
    assert "the porter" not in second
    assert "the porter keeps the keys to the hall" in conversation.dialogue.notes


@pytest.mark.parametrize(
    "asks", ["but madam how many hooks hang in the hall", "my uncle opens it or no he is seventeen"]
)
def test_a_question_beside_the_yes_is_not_lost_however_it_is_built(asks: str) -> None:
    told = drafted().says(f"yes send it. {asks}", "affirm").text
    assert "can't answer that from here" in told
    assert "Our team has your case now" in told


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I want it left with the florist downstairs", "the florist downstairs"),
        ("don't cancel anything of it, my uncle likes the blue", "don't cancel anything"),
    ],
)
def test_whoever_changes_something_reads_that_it_was_taken(text: str, named: str) -> None:
    conversation = drafted()
    conversation.says("our lift is out of order since spring", "out_of_scope")
    assert named in conversation.says(text, "out_of_scope").text


@pytest.mark.parametrize(
    "asks",
    [
        "my uncle may open it or no he is seventeen",
        "it makes no difference for the repair, does it",
        "btw is the hem sewn or glued? mine comes apart in the wash",
    ],
)
def test_a_question_is_no_line_to_say_back_however_it_is_built(asks: str) -> None:
    told = drafted().says(asks, "out_of_scope", confidence=0.9).text
    assert "Added" not in told


# ---- asked beside a detail or a yes --------------------------------------------------------------------


def test_when_and_who_is_answered_with_the_email() -> None:
    told = gives_mail(asked_for_an_email(), "And who writes to me, and when?").text
    assert "first answer by" in told
    assert "whoever is free next" in told
    assert "Shall I send it?" in told


def test_an_offered_picture_is_taken_up() -> None:
    told = gives_mail(asked_for_an_email(), "I have the receipt, want a photo of it?", second="photos_where").text
    assert "paper-clip" in told
    assert "can't answer" not in told


def test_an_offer_without_a_question_mark_is_one_too() -> None:
    told = drafted().says("I've a video of the porch if you need it", "provide_details").text
    assert "in your words" not in told


def test_what_nobody_can_answer_from_here_goes_along_and_is_said_so() -> None:
    told = gives_mail(asked_for_an_email(), "can I paint the old one meanwhile", "out_of_scope").text
    assert "can't answer that from here" in told
    assert "can I paint" in told


def test_a_day_to_write_down_is_the_parcels_and_the_one_of_the_answer() -> None:
    told = drafted().says("so which date do I put in my calendar?", "arrival_date").text
    assert "The date to keep in mind" in told
    assert "first answer by" in told
    assert "in your words" not in told


def test_what_was_asked_and_not_told_is_a_question() -> None:
    told = (
        drafted()
        .says("you still haven't told me which of the two is quicker", "replacement_wanted", second="money_or_goods")
        .text
    )
    assert "I can't say which" in told


def test_who_gets_in_touch_is_answered_with_the_yes() -> None:
    told = drafted().says("yes, send it. And who is going to write to me?", "affirm").text
    assert "whoever is free next" in told
    assert "KT-" in told


def test_a_question_with_the_yes_to_an_offer_is_answered() -> None:
    conversation = told_of()
    conversation.says("I don't like this at all", "complaint")
    told = conversation.says("yes please. by when do I hear from someone?", "affirm").text
    assert "first answer by" in told


# ---- a no is a no ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "no, I'd rather phone the depot myself. what is their number?",
        "please don't send anything. what is the carrier's number?",
        "I don't want an agent. what is the carrier's number?",
    ],
)
def test_a_refused_case_is_closed_and_the_rest_answered(said: str) -> None:
    conversation = asked_for_an_email()
    told = conversation.says(said, "carrier_contact").text
    assert "haven't sent anything" in told
    assert "Cainiao" in told
    assert "e-mail" not in told
    assert conversation.dialogue.case is None


def test_nobody_is_offered_in_the_breath_in_which_nobody_is_wanted() -> None:
    told = asked_for_an_email().says("I don't need anybody. why is it so slow?", "tracking_not_updating").text
    assert "pass this to a person" not in told


def test_what_was_meant_instead_is_answered_and_the_case_left() -> None:
    conversation = asked_for_an_email()
    told = conversation.says("no, I meant the courier's number", "carrier_contact").text
    assert "Cainiao" in told
    assert conversation.dialogue.case is None


@pytest.mark.parametrize("said", ["do you have a phone number?", "is there a phone line?"])
def test_a_number_asked_for_is_the_carriers_and_a_person_only_offered(said: str) -> None:
    conversation = told_of()
    told = conversation.says(said, "talk_to_human").text
    assert "Cainiao" in told
    assert "Would you like" in told
    assert conversation.dialogue.case is None


@pytest.mark.parametrize(
    ("said", "taken"),
    [("could you ask them to drive faster", False), ("would you be so good as to take it up with the courier", True)],
)
def test_speed_is_no_errand_and_a_courteous_request_is_one(said: str, taken: bool) -> None:
    conversation = told_of()
    conversation.says(said, "speed_up")
    assert (conversation.dialogue.case is not None) == taken


# ---- steam ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["How very comforting.", "oh how thoughtful"])
def test_irony_is_no_line_of_the_case(said: str) -> None:
    conversation = drafted()
    told = conversation.says(said, "out_of_scope").text
    assert "sorry" in told
    assert "in your words" not in told
    assert conversation.dialogue.notes == ()


def test_who_reproaches_us_behind_a_sent_case_is_heard_and_told_nothing_again() -> None:
    conversation = sent()
    for said in ("what a miserable service", "what a shambles"):
        told = conversation.says(said, "complaint").text
        assert "sorry" in told
        assert not {"KT-", "November", "person"}.intersection(told.replace("KT-", "KT- ").split())


# ---- after sending --------------------------------------------------------------------------------------


def test_news_are_the_cases_state_its_time_and_the_last_scan() -> None:
    told = sent().says("any news yet?", "notify_me").text
    assert "waiting for a person" in told
    assert "first answer by" in told
    assert "Last scan" in told


def test_nothing_more_is_needed_for_a_case_that_is_sent() -> None:
    told = sent().says("need anything more from my side?", "what_you_need").text
    assert "Nothing for now" in told
    assert "screenshot" not in told


def test_thanks_for_a_case_are_not_met_with_a_survey() -> None:
    assert sent().says("thank you", "thanks").text == "You're welcome!"


@pytest.mark.parametrize(
    ("words", "intent"), [("10-4", "provide_details"), ("duly noted", "nlu_fallback"), ("k", "affirm")]
)
def test_a_word_that_takes_note_is_never_added_to_a_case(words: str, intent: str) -> None:
    conversation = sent()
    told = conversation.says(words, intent).text
    assert "Added" not in told
    assert words not in conversation.dialogue.notes


@pytest.mark.parametrize("words", ["thanks, that is good of you", "God bless you for that", "noted"])
def test_courtesy_in_a_draft_is_no_part_of_it(words: str) -> None:
    conversation = drafted()
    conversation.says(words, "thanks")
    assert conversation.dialogue.notes == ()


def test_a_blessing_is_answered_in_kind() -> None:
    assert "All the best to you, too." in told_of().says("may God bless you all", "out_of_scope").text


@pytest.mark.parametrize(
    ("text", "intent", "language", "told"),
    [
        ("right, good night", "goodbye", "en", "Good night!"),
        ("buenas noches", "greet", "es", "Good night!"),
        ("おやすみなさい", "thanks", "ja", "おやすみなさい"),
    ],
)
def test_a_good_night_is_wished_back(text: str, intent: str, language: str, told: str) -> None:
    conversation = told_of()
    assert told in conversation.says(text, intent, language=language).text


def test_a_good_night_after_an_offer_is_wished_back_too() -> None:
    conversation = told_of()
    conversation.slots["dialogue"] = {**conversation.slots["dialogue"], "open": {**NEWS, "asked": "person"}}
    assert "Good night!" in conversation.says("good night", "goodbye").text


@pytest.mark.parametrize(
    ("text", "language"), [("well then, pass it to a person", ""), ("bueno, ponlo con una persona", "es")]
)
def test_a_wish_for_a_person_is_no_yes_to_news(text: str, language: str) -> None:
    conversation = told_of()
    conversation.slots["dialogue"] = {**conversation.slots["dialogue"], "open": NEWS}
    told = conversation.says(text, "talk_to_human", language=language).text
    assert "stop" not in told
    assert conversation.dialogue.case is not None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("perhaps somebody at your end could have a look at all that", ""),
        ("pues pásalo con una persona, venga", "es"),
        ("geht das zu einem Menschen? gebt es bitte einem Menschen", "de"),
    ],
)
def test_a_plain_wish_for_a_person_leads_to_one_in_that_turn(text: str, language: str) -> None:
    conversation = told_of()
    conversation.says(text, "nlu_fallback", language=language)
    assert conversation.dialogue.case is not None


def test_that_one_takes_up_no_offer_of_news() -> None:
    conversation = told_of()
    conversation.slots["dialogue"] = {**conversation.slots["dialogue"], "open": NEWS}
    conversation.says("yes, that one, which post is it with?", "carrier_info")
    assert "write to you" not in conversation.says("ok", "affirm").text


def test_the_language_of_the_answer_is_said_with_the_draft_and_once() -> None:
    conversation = told_of()
    conversation.says("ein Mensch bitte", "talk_to_human", language="de")
    draft = conversation.says(MAIL, "provide_details", entity("email", MAIL), language="de").text
    assert "antwortet auf Englisch" in draft
    assert "antwortet auf" not in conversation.says("ja", "affirm", language="de").text


def test_a_question_whose_mark_is_a_word_is_one() -> None:
    conversation = told_of()
    conversation.says("担当者をお願いします", "talk_to_human", language="ja")
    told = conversation.says(
        f"{MAIL} です。古い上着を染めてもよろしいでしょうか", "out_of_scope", entity("email", MAIL), language="ja"
    ).text
    assert "ここからは" in told or "担当者" in told
    assert conversation.dialogue.notes


def test_who_answers_is_told_with_the_yes_in_any_language() -> None:
    conversation = told_of()
    conversation.says("ein Mensch bitte", "talk_to_human", language="de")
    conversation.says(MAIL, "provide_details", entity("email", MAIL), language="de")
    said = {"answers": "", "opens_with": "affirm", "says": ["asks"]}
    told = conversation.says("ja, senden. Wer antwortet mir?", "replacement_wanted", language="de", said=said).text
    assert "KT-" in told
    assert "replacement_wanted" not in conversation.dialogue.matters
    assert "frei" in told


# ---- agreed to what was asked last -----------------------------------------------------------------------


@pytest.mark.parametrize("said", ["ok", "righto", "great, thanks"])
def test_an_ok_after_something_else_is_asked_whether_it_means_the_case(said: str) -> None:
    conversation = drafted()
    conversation.says("is it insured at all?", "lost_insurance")
    assert conversation.says(said, "affirm").text == "Your case isn't sent yet. Shall I send it?"
    assert "KT-" in conversation.says(said, "affirm").text


@pytest.mark.parametrize("said", ["yes", "yes please", "go ahead"])
def test_a_yes_sends_the_case_after_something_else_as_well(said: str) -> None:
    conversation = drafted()
    conversation.says("is it insured at all?", "lost_insurance")
    assert "KT-" in conversation.says(said, "affirm").text


@pytest.mark.parametrize("said", ["yes, send it", "go ahead and send it please"])
def test_an_order_to_send_it_is_taken_at_any_time(said: str) -> None:
    conversation = drafted()
    conversation.says("is it insured at all?", "lost_insurance")
    conversation.says(said, "affirm")
    assert conversation.dialogue.case is None


@pytest.mark.parametrize("said", ["ok then", "well, fine then", "alright, thanks"])
def test_an_offer_is_not_taken_up_by_an_ok_to_something_else(said: str) -> None:
    conversation = told_of()
    conversation.says("nobody answers me", "complaint")
    conversation.says("what does the last scan mean?", "status_meaning")
    conversation.says(said, "affirm")
    assert conversation.dialogue.case is None


# ---- what was just said is what is said back --------------------------------------------------------------


def test_whoever_denies_something_and_tells_more_reads_that() -> None:
    told = drafted().says("no I never wanted the money, I only want the blue cover, the short one", "out_of_scope").text
    assert "the short one" in told
    assert "This stands in your case" not in told


def test_an_older_line_is_never_said_to_be_added_now() -> None:
    conversation = drafted()
    conversation.says("the caretaker is away until Friday", "out_of_scope")
    assert "caretaker" not in conversation.says("thank you so much, really", "out_of_scope").text


def test_where_it_shall_go_is_out_once_it_shall_come_back_instead() -> None:
    conversation = drafted()
    conversation.says("please have it brought to my office instead", "change_address")
    assert "change_address" in conversation.dialogue.matters
    told = conversation.says("no wait, actually just let it go back to the shop", "returned_to_sender").text
    assert "now: ." not in told
    assert "change_address" not in conversation.dialogue.matters


def test_an_order_number_given_after_it_was_not_at_hand_stands_in_the_draft() -> None:
    conversation = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    conversation.says("I want my money back", "refund_wanted")
    conversation.says("a person please", "talk_to_human")
    conversation.says(MAIL, "provide_details", entity("email", MAIL))
    conversation.says("I don't have it", "no_details")
    told = conversation.says("found it: 8317", "provide_details", entity("order_number", "8317")).text
    assert "8317" in told


# ---- an address that must not be written to ---------------------------------------------------------------


@pytest.mark.parametrize("said", ["please don't write to that e-mail", "bitte schreiben Sie nicht an diese E-Mail"])
def test_an_address_that_is_shut_is_asked_for_anew(said: str) -> None:
    conversation = drafted()
    assert MAIL not in conversation.says(said, "out_of_scope").text
    told = conversation.says("bo@example.org", "provide_details", entity("email", "bo@example.org"))
    assert "bo@example.org" in told.text
    ticket = conversation.sends_it()
    assert ticket.email == "bo@example.org"
    assert f"DO NOT WRITE to {MAIL}" in " ".join(ticket.summary)


def test_an_address_that_was_set_aside_does_not_come_back_by_being_named() -> None:
    conversation = drafted()
    conversation.says("bo@example.org", "provide_details", entity("email", "bo@example.org"))
    conversation.says(f"{MAIL} is from work, I can't open that one now", "out_of_scope", entity("email", MAIL))
    assert conversation.sends_it().email == "bo@example.org"


# ---- a nod, thanks, a goodbye ----------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "intent"), [("right-o", "affirm"), ("cheers", "thanks"), ("bye then", "goodbye")])
def test_whoever_nods_or_leaves_is_asked_once_more_whether_to_send_it(text: str, intent: str) -> None:
    conversation = drafted()
    conversation.says("our lift is out of order since spring", "out_of_scope")
    told = conversation.says(text, intent).text
    assert "Shall I send" in told or "has your case now" in told
    assert "I'm here" not in told


def test_thanks_upon_thanks_are_not_asked_about_each_time() -> None:
    conversation = drafted()
    texts = [conversation.says(text, "thanks").text for text in ("cheers", "thanks a lot", "ta")]
    assert "Shall I send" in texts[0]
    assert "Shall I send" not in texts[2]


def test_nothing_is_asked_of_whoever_thanks_without_a_case() -> None:
    assert "Shall I send" not in told_of().says("cheers", "thanks").text


# ---- what is over or put right ----------------------------------------------------------------------------


def test_what_was_said_of_a_parcel_that_is_found_is_in_no_later_case() -> None:
    conversation = drafted()
    conversation.says("that is not my porch on the picture", "delivered_not_received")
    conversation.says("found it, it's here", "parcel_arrived")
    assert conversation.dialogue.notes == ()
    assert "delivered_not_received" not in conversation.dialogue.matters


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [("no dobrze", "deny", "pl"), ("no jasne", "deny", "pl"), ("pues vale", "affirm", "es")],
)
def test_an_ok_is_no_refusal_of_the_case_whatever_it_resembles(text: str, intent: str, language: str) -> None:
    conversation = drafted()
    conversation.says("our lift is out of order since spring", "out_of_scope")
    assert "Shall I send" in conversation.says(text, intent, confidence=0.74, language=language).text


def test_a_no_to_the_case_still_asks_what_shall_be_different() -> None:
    assert "What should be different" in drafted().says("no", "deny").text


def test_a_sighed_ok_takes_no_offer_up_that_something_else_followed() -> None:
    conversation = told_of()
    conversation.says("nobody helps me here", "complaint")
    conversation.says("how long do they keep it", "out_of_scope")
    assert "e-mail" not in conversation.says("ay vale", "affirm", confidence=0.93, language="es").text


@pytest.mark.parametrize(
    ("denies", "language"),
    [("non è rotto niente, il negozio è chiuso", "it"), ("nothing is broken, the counter is shut", "")],
)
def test_a_damage_that_is_denied_is_out_of_the_case(denies: str, language: str) -> None:
    conversation = told_of()
    conversation.says("it looks off to me", "item_damaged")
    conversation.says(MAIL, "provide_details", entity("email", MAIL))
    assert "item_damaged" in conversation.dialogue.matters
    conversation.says(denies, "out_of_scope", language=language)
    assert "item_damaged" not in conversation.dialogue.matters


# ---- "do I get a human?" -------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["do I get a human or only the machine", "can you pass it to a person"])
def test_whether_a_person_takes_it_is_answered_as_it_is_sent(text: str) -> None:
    told = drafted().says(text, "talk_to_human").text
    assert "A person from our team" in told
    assert "Our team has your case now" in told
    assert "can't answer" not in told


def test_what_is_asked_beside_the_wish_for_a_person_is_still_left_to_them() -> None:
    told = drafted().says("give me a person. Is the hem sewn or glued on?", "talk_to_human").text
    assert "can't answer that from here" in told


@pytest.mark.parametrize(("text", "language"), [("bekomme ich einen Menschen?", "de"), ("¿me atiende alguien?", "es")])
def test_elsewhere_a_question_for_a_person_is_answered_and_sends_nothing(text: str, language: str) -> None:
    conversation = drafted()
    told = conversation.says(text, "talk_to_human", language=language, said={"says": ["asks"]}).text
    assert "robot" in told.lower()
    assert not conversation.dialogue.ticket


@pytest.mark.parametrize("intent", ["talk_to_human", "bot_challenge"])
def test_who_reads_the_case_that_the_team_has_is_told(intent: str) -> None:
    conversation = drafted()
    conversation.sends_it()
    told = conversation.says("do I get a human here", intent, second="case_who_reads", belief=0.2).text
    assert "A person from our team" in told


def test_whether_i_am_one_is_answered_of_myself() -> None:
    assert "I'm an assistant" in drafted().says("are you a robot?", "bot_challenge").text
    told = told_of().says("is anybody there", "bot_challenge", second="case_who_reads")
    assert "I'm an assistant" in told.text
