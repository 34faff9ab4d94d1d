from dataclasses import replace

import pytest

from parcelbot.core.answering.memory import FollowUp, Heard, Memory
from parcelbot.core.answering.remembering import memory_after
from parcelbot.core.dialogue.hearing.acts import Social, read_acts
from parcelbot.core.dialogue.hearing.as_meant import as_meant
from parcelbot.core.questions import Question
from parcelbot.core.reading.told.telling import Told


def test_who_was_never_told_of_a_charge_asks_about_the_charge_whatever_it_resembles() -> None:
    heard = Heard(
        "ticket_status",
        "Nobody has informed me of any charges at all",
        follow_ups=(FollowUp("no_card", 0.9),),
    )
    meant = as_meant(heard)
    assert (meant.intent, meant.follow_ups) == (Question.CUSTOMS_PAYMENT, ())


def test_the_carriers_postal_address_is_not_the_one_on_the_parcel() -> None:
    heard = Heard(Question.CHECK_ADDRESS.value, "Can the courier give me a postal address?")
    assert as_meant(heard).intent == Question.CARRIER_CONTACT


def test_a_parcel_that_its_carrier_takes_back_is_no_return_of_the_shoppers() -> None:
    heard = Heard(
        Question.RETURNED_TO_SENDER.value,
        "Why did it go back? I never asked for a return",
        also_asked=(Question.RETURN_ITEM.value,),
    )
    assert as_meant(heard).also_asked == ()


def test_who_wants_it_again_or_the_money_in_another_language_gives_nothing_back() -> None:
    heard = Heard(
        Question.REPLACEMENT_WANTED.value,
        "mandádmelo otra vez o devolvedme el dinero",
        also_asked=(Question.RETURN_ITEM.value, Question.REFUND_WANTED.value),
        english=False,
    )
    assert as_meant(heard, told=True).also_asked == (Question.REFUND_WANTED.value,)


def test_anything_else_stays_as_it_was_read() -> None:
    heard = Heard(Question.WHERE_IS_MY_ORDER.value, "where is it?")
    assert as_meant(heard) is heard


def test_after_an_answer_nobody_is_warned_of_a_fraud_that_their_words_only_resemble() -> None:
    resembled = Heard(Question.SCAM_MESSAGE.value, "escríbeme al correo, ¿quedó apuntado?", confidence=0.77)
    told = Heard(Question.SCAM_MESSAGE.value, "is this text message with the link from you?", confidence=0.98)
    assert as_meant(resembled, told=True).intent not in (Question.SCAM_MESSAGE, "")
    assert as_meant(told, told=True) is told
    assert as_meant(resembled) is resembled


@pytest.mark.parametrize(
    "text", ["dlatego nie przyszedł żaden sms", "es kam keine SMS", "deshalb kein Code da", "je n'ai pas reçu de sms"]
)
def test_a_message_that_never_came_is_no_fraud(text: str) -> None:
    heard = Heard(Question.SCAM_MESSAGE.value, text, english=False, confidence=0.9, says=("names_a_message",))
    assert as_meant(heard, told=True).intent != Question.SCAM_MESSAGE
    says, met_with = ("names_a_message",), "eine SMS mit einem Link"
    met = Heard(Question.SCAM_MESSAGE.value, met_with, english=False, confidence=0.9, says=says)
    assert as_meant(met, told=True) is met


@pytest.mark.parametrize(
    "text",
    [
        "手機一直沒有收到簡訊",
        "смс так і не було",
        "ما وصلتني رسالة",
        "アプリの通知が来ないです",
        "еще никакого сообщения нет",
    ],
)
def test_a_message_that_never_came_is_no_fraud_in_a_first_message_either(text: str) -> None:
    heard = Heard(Question.SCAM_MESSAGE.value, text, english=False, confidence=0.9, says=("names_a_message",))
    assert as_meant(heard).intent not in (Question.SCAM_MESSAGE, "complaint")


@pytest.mark.parametrize("like", [Question.CHANGE_ADDRESS, Question.ITEM_WRONG, Question.RETURN_ITEM])
def test_a_number_that_was_copied_is_no_address_and_no_goods(like: Question) -> None:
    heard = Heard(like.value, "aus der Mail kopiert, da kann nichts falsch sein", says=("copied",))
    assert as_meant(heard, told=True).intent == Question.TRACKING_NOT_FOUND
    assert Told.COPIED in memory_after(heard, Memory()).told


@pytest.mark.parametrize(
    ("intent", "second", "text"),
    [
        (Question.CANCEL_ORDER, "was_cancelled", "hat jemand von euch das storniert?"),
        (Question.CANCEL_ORDER, "was_cancelled", "pourquoi l'avez-vous annulée ?"),
        (Question.CANCEL_ORDER, "was_cancelled", "iptal eden siz misiniz"),
        (Question.REPLACEMENT_WANTED, "new_number", "¿hay otro número para seguirlo?"),
    ],
)
def test_a_question_that_resembles_a_wish_wishes_for_nothing(intent: Question, second: str, text: str) -> None:
    heard = Heard(intent.value, text, english=False, confidence=0.99, follow_ups=(FollowUp(second, 0.7),))
    for told in (True, False):
        assert intent.value not in (as_meant(heard, told).intent, *as_meant(heard, told).also_asked)
    wish = Heard(intent.value, text, english=False, confidence=0.99, follow_ups=(FollowUp(second, 0.2),))
    assert as_meant(wish, told=True).intent == intent


@pytest.mark.parametrize("intent", ["scam_message", "bot_challenge", "out_of_scope", "you_are_seller", "complaint"])
def test_who_doubts_the_shop_is_warned_of_no_message(intent: str) -> None:
    heard = Heard(
        intent, "une arnaque, vous ?", english=False, confidence=0.95, follow_ups=(FollowUp("real_shop", 0.8),)
    )
    assert as_meant(heard, told=True).intent == "nlu_fallback"
    met = replace(heard, says=("names_a_message",))
    assert as_meant(met, told=True).intent == intent


def test_whoever_still_waits_has_no_parcel_yet() -> None:
    waits = "leave it, I'll simply go on waiting for it. Many thanks for your help"
    assert read_acts(Heard("parcel_arrived", waits), None, told=True).social is not Social.PARCEL_ARRIVED
    assert read_acts(Heard("parcel_arrived", "it came!"), None, told=True).social is Social.PARCEL_ARRIVED


def test_whether_to_confirm_the_receipt_is_no_fraud_that_it_resembles_a_little() -> None:
    text, says = "uygulama 'teslim aldım' tuşuna bas diyor, onaylayayım mı?", ("second_confirm_receipt",)
    unsure = Heard(Question.SCAM_MESSAGE.value, text, confidence=0.5, english=False, says=says)
    assert as_meant(unsure, told=True).topic == "confirm_receipt"
    assert as_meant(replace(unsure, says=()), told=True).intent == "nlu_fallback"
