"""What a message inside a talk resembles is answered only where it is believed. Real tables, real sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.hearing.believed_intent import as_believed
from parcelbot.core.dialogue.hearing.consent import with_consent
from parcelbot.core.dialogue.hearing.replies import Reply, read_reply
from parcelbot.core.questions import Question
from parcelbot.core.reading.goods.goods_words import has_it_in_hand
from tests.unit.actions.talk import Chat, kept, of_the_shop, real_knowledge
from tests.unit.actions.test_second_questions import WAITING, told_of
from tests.unit.actions.test_second_turn import DELIVERED

KNOWLEDGE = real_knowledge()

TROUBLES = [
    ("the sticker on our gate has come off, by the way it is number twelve", "label_created"),
    ("my cousin in Porto says hers took a detour as well", "wrong_destination"),
    ("the choir needs all eleven of them in the same blue", "late_delivery"),
    ("a man from number four carries everything upstairs for us", "delivery_attempt_failed"),
]


@pytest.mark.parametrize(("text", "intent"), TROUBLES)
def test_a_trouble_that_is_only_resembled_gets_no_standing_answer(text: str, intent: str) -> None:
    conversation = told_of()
    plan = conversation.dialogue.plans
    told = conversation.says(text, intent, confidence=0.8)
    assert told.rows == []
    assert "Fri 4 December" not in told.text
    assert conversation.dialogue.plans == plan
    assert text in conversation.dialogue.notes


@pytest.mark.parametrize("intent", ["label_created", "late_delivery", "customs_delay", "tracking_not_updating"])
def test_a_trouble_that_is_surely_named_in_a_few_words_does(intent: str) -> None:
    assert told_of().says("it is the same again today", intent, confidence=0.97).rows != []


def test_a_long_story_without_a_word_of_lateness_is_no_complaint_of_it() -> None:
    chat = told_of()
    plan = chat.dialogue.plans
    told = chat.says(
        "it goes to my aunt on the hill, she keeps the bakery there and is in from four",
        "late_delivery",
        confidence=0.97,
    )
    assert told.rows == []
    assert chat.dialogue.plans == plan
    late = "it goes to my aunt, who keeps the bakery there, and it should have been with her on Tuesday"
    assert told_of().says(late, "late_delivery", confidence=0.97).rows != []


def test_a_question_that_nothing_here_answers_is_kept_and_a_person_is_offered_with_the_second() -> None:
    conversation = told_of()
    text = "does the dye run when my aunt irons it?"
    told = conversation.says(text, "available_for_pickup", confidence=0.8)
    assert "The scans don't say that" in told.text
    assert "pass this to a person" not in told.text
    assert text in conversation.dialogue.notes
    again = conversation.says("and is the ribbon silk or something else?", "out_of_scope", confidence=0.9)
    assert "pass this to a person" in again.text


def test_what_it_tells_stands_on_the_case_that_the_team_has() -> None:
    conversation = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    conversation.gives_order()
    conversation.says("nothing moves", "tracking_not_updating")
    conversation.says("a person please", "talk_to_human")
    conversation.sends_it()
    told = conversation.says("our lift is broken until spring", "item_damaged", confidence=0.6)
    assert told.text.startswith("Added to your case")
    assert told.rows == []


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("and is the bow sewn on by hand?", "out_of_scope"),
        ("will the hem show on the stairs?", "delivery_attempt_failed"),
    ],
)
def test_a_question_for_the_person_goes_on_the_case_that_was_sent(text: str, intent: str) -> None:
    tickets = kept()
    conversation = Chat(replace(of_the_shop(tickets=tickets), knowledge=KNOWLEDGE))
    conversation.gives_order()
    conversation.says("nothing moves", "tracking_not_updating")
    conversation.says("a person please", "talk_to_human")
    conversation.sends_it()
    told = conversation.says(text, intent, confidence=0.8)
    assert told.rows == []
    (ticket,) = tickets.kept.values()
    assert f"Asks: “{text}”" in ticket.draft.summary


@pytest.mark.parametrize("belief", [0.13, 0.2, 0.28])
def test_a_second_question_is_not_taken_at_a_guess(belief: float) -> None:
    told = told_of().says("and what if the dog eats the receipt?", "out_of_scope", second="no_code", belief=belief)
    assert told.rows == []


def test_nothing_is_guessed_of_what_nobody_understood() -> None:
    told = told_of().says("the paint in the stairwell is wet", "nlu_fallback", ranking=["customs_delay"])
    assert told.rows == []


def test_of_another_language_more_belief_is_needed() -> None:
    heard = Heard("late_delivery", "el ascensor no funciona los lunes", english=False, confidence=0.92)
    assert as_believed(heard, told=True).intent == "nlu_fallback"
    assert as_believed(replace(heard, confidence=0.97), told=True).intent == "late_delivery"


@pytest.mark.parametrize(
    "heard",
    [
        Heard("late_delivery", "/late_delivery"),
        Heard("thanks", "much obliged to you", confidence=0.4),
        Heard("hazard", "the battery is smoking", confidence=0.4),
        Heard("refund_wanted", "I want my money back please", confidence=0.5),
        Heard("item_damaged", "the handle is cracked", confidence=0.5),
    ],
)
def test_what_is_pressed_said_in_so_many_words_or_answered_by_no_table_stays(heard: Heard) -> None:
    assert as_believed(heard, told=True) == heard


def test_the_first_message_is_taken_for_what_it_is_likeliest() -> None:
    heard = Heard("late_delivery", "still no cushions here", confidence=0.4)
    assert as_believed(heard, told=False) == heard


@pytest.mark.parametrize("name", ["why", "late_delivery", "item_damaged", "check_address"])
def test_what_a_message_resembles_besides_is_not_answered_as_well(name: str) -> None:
    heard = Heard("arrival_date", "when does it come, the cat sits in the hall", also_asked=(name,), confidence=0.95)
    assert as_believed(heard, told=True).also_asked == ()
    assert as_believed(heard, told=False).also_asked == (name,)


def test_what_it_says_besides_in_so_many_words_is() -> None:
    heard = Heard(
        "item_damaged", "the mug is cracked, I want my money back", also_asked=("refund_wanted",), confidence=0.95
    )
    assert as_believed(heard, told=True).also_asked == ("refund_wanted",)


@pytest.mark.parametrize("name", ["talk_to_human", "ticket_status", "thanks"])
def test_what_is_no_question_of_a_table_is_left_beside_one(name: str) -> None:
    heard = Heard("call_me", "no need to phone, my line is cut until Monday", also_asked=(name,), confidence=0.9)
    assert as_believed(heard, told=True).also_asked == (name,)


@pytest.mark.parametrize("intent", ["start_over", "bot_challenge", "ticket_status"])
def test_a_talk_is_not_broken_off_for_a_likeness(intent: str) -> None:
    heard = Heard(intent, "the machine in our laundry begins from the top", confidence=0.5)
    assert as_believed(heard, told=True).intent == "nlu_fallback"
    assert as_believed(replace(heard, confidence=0.8), told=True).intent == intent


@pytest.mark.parametrize("asked", [Asked.MISSING, Asked.PARCEL])
def test_what_was_to_be_said_is_believed_sooner(asked: Asked) -> None:
    heard = Heard("delivered_not_received", "sadly no sign of it", confidence=0.7)
    assert as_believed(heard, told=True, asked=asked) == heard


@pytest.mark.parametrize(
    "text",
    [
        "it did come, only the pattern is a stranger's",
        "my sister opened the parcel and it's full of towels",
        "inside the bag there's a note for a Mr Krol",
        "right box, wrong things",
        "nothing is amiss with the post, I have both right here on the sofa",
    ],
)
def test_who_has_it_in_hand_is_not_sent_to_look_for_it(text: str) -> None:
    assert has_it_in_hand(text)
    conversation = told_of(DELIVERED)
    told = conversation.says(text, "delivered_not_received", confidence=0.95)
    assert "neighbour" not in told.text
    assert told.rows == []


@pytest.mark.parametrize(
    "text",
    [
        "it isn't here",
        "nothing came",
        "I looked inside the porch",
        "opened the door: nothing",
        "I have it here on the screen, delivered at noon",
        "we don't have it here",
    ],
)
def test_who_has_nothing_is(text: str) -> None:
    assert not has_it_in_hand(text)


@pytest.mark.parametrize(
    "text", ["ok but my aunt sleeps till ten every day", "well he carries the mail in a basket you know"]
)
@pytest.mark.parametrize("asked", [Asked.NEWS, Asked.PERSON])
def test_an_ok_before_something_else_takes_up_no_offer(text: str, asked: Asked) -> None:
    assert with_consent(Reply.YES, Heard("affirm", text, confidence=0.8), asked) is None


@pytest.mark.parametrize(
    "text", ["ok", "yes please", "ok do that please, I have had enough of it", "sure, sounds good"]
)
@pytest.mark.parametrize("asked", [Asked.NEWS, Asked.PERSON])
def test_a_yes_takes_it_up(text: str, asked: Asked) -> None:
    assert with_consent(Reply.YES, Heard("affirm", text, confidence=0.8), asked) is Reply.YES


def test_goods_that_have_not_come_are_not_pitied_for_what_a_sentence_resembles() -> None:
    told = told_of().says("a festa das bodas é no dia vinte", "item_damaged", language="pt", confidence=0.92)
    assert Question.ITEM_DAMAGED.value not in "".join(told.rows)
    assert not any(row.startswith("goods/") for row in told.rows)


def test_at_a_counter_too() -> None:
    assert told_of(WAITING).says("my neighbour has a small blue van", "wrong_destination", confidence=0.85).rows == []


@pytest.mark.parametrize(
    "text",
    [
        "well now a magpie sits on the shed where it should lie",
        "the caretaker has seen a boy run off with a big white sack",
    ],
)
def test_a_fact_beside_the_told_trouble_does_not_bring_the_plan_again(text: str) -> None:
    conversation = told_of(DELIVERED)
    conversation.says("it isn't here", "delivered_not_received")
    told = conversation.says(text, "delivered_not_received", confidence=0.97)
    assert told.rows == []
    assert text in conversation.dialogue.notes


def test_the_trouble_named_once_more_in_short_does() -> None:
    conversation = told_of(DELIVERED)
    conversation.says("it isn't here", "delivered_not_received")
    assert conversation.says("still not here", "delivered_not_received", confidence=0.97).text


@pytest.mark.parametrize("text", ["asked whom, the hedge? I have the driver's picture", "checked what? the moon?"])
def test_a_mocking_question_is_no_step_that_was_done(text: str) -> None:
    assert read_reply(text, "out_of_scope", Asked.CHECK) is None


@pytest.mark.parametrize(
    ("text", "english", "confidence"),
    [
        ("pardon, 4471 et pas 4417", False, 0.45),
        ("Ach so, I was silly, it was in dollars", True, 0.95),
        ("hm the green ones then", True, 0.4),
    ],
)
def test_what_only_resembles_a_reproach_is_none(text: str, english: bool, confidence: float) -> None:
    heard = Heard("complaint", text, english=english, confidence=confidence)
    assert as_believed(heard, told=True).intent == "nlu_fallback"


def test_a_reproach_that_is_meant_stays_one() -> None:
    heard = Heard("complaint", "nine days for one shirt, well done", confidence=0.8)
    assert as_believed(heard, told=True) == heard


def test_who_asks_whether_anybody_knows_wants_no_messages() -> None:
    told = told_of().says("does any living soul know that it goes back and forth?", "notify_me")
    assert "write to you" not in told
    assert "I can't write" not in told


def test_who_takes_leave_comforted_hears_no_regret() -> None:
    told = told_of().says("well, that's a relief. Goodbye", "goodbye", sentences=[])
    assert "let you down" not in told
