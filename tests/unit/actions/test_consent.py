"""A case is sent by a word that says so, in every language; what a shopper refuses to do is none."""

from __future__ import annotations

import pytest

from parcelbot.core.questions import Question
from tests.support.languages import read_phrases
from tests.unit.actions.talk import Chat
from tests.unit.actions.test_handing_over import chat, wants_a_person
from tests.unit.usecases.fakes import FakeTickets

REFUSALS = [
    ("ar", "لا أريد الاتصال بهم مرة أخرى"),
    ("de", "ich will nicht noch mal bei denen anrufen"),
    ("de", "Anrufen werde ich nicht"),
    ("en", "I don't want to phone them again"),
    ("en", "I won't wait"),
    ("en", "not ringing that hotline again"),
    ("es", "no quiero volver a llamarles"),
    ("es", "no voy a esperar"),
    ("fr", "je ne veux pas les rappeler"),
    ("it", "non voglio richiamarli"),
    ("ja", "もう電話したくないです"),
    ("ko", "다시 전화하고 싶지 않아요"),
    ("nl", "ik wil niet weer bellen"),
    ("pl", "nie będę znowu dzwonić"),
    ("pt", "não quero ligar para eles outra vez"),
    ("pt", "não vou esperar mais"),
    ("pt", "não me mandem outra vez para a transportadora"),
    ("ru", "не хочу им опять звонить"),
    ("sv", "jag vill inte ringa dem igen"),
    ("tr", "onları tekrar aramak istemiyorum"),
    ("uk", "не хочу знову їм дзвонити"),
    ("zh", "我不想再打电话了"),
]
AGREEMENTS = [
    ("ar", "نعم أرسلها"),
    ("de", "ja, abschicken"),
    ("en", "yes, send it"),
    ("en", "go ahead then"),
    ("en", "I want to talk to a human"),
    ("es", "sí, envíalo"),
    ("fr", "oui, envoyez"),
    ("it", "sì, invialo"),
    ("ja", "はい、送ってください"),
    ("ko", "네, 보내 주세요"),
    ("nl", "ja, verstuur maar"),
    ("pl", "tak, wyślij"),
    ("pt", "sim, envie"),
    ("pt", "manda aí"),
    ("ru", "да, отправьте"),
    ("sv", "ja, skicka det"),
    ("tr", "evet, gönderin"),
    ("uk", "так, надішліть"),
    ("zh", "是的，发送吧"),
]


def with_a_draft() -> tuple[Chat, FakeTickets]:
    tickets = FakeTickets()
    conversation = chat(tickets=tickets)
    wants_a_person(conversation)
    return conversation, tickets


def says(conversation: Chat, language: str, text: str, intent: str) -> None:
    said = {} if language == "en" else read_phrases(language, text)
    conversation.says(text, intent, language=language, said=said)


@pytest.mark.parametrize("intent", ["affirm", "talk_to_human", "call_me", "change_address", "nlu_fallback"])
@pytest.mark.parametrize(("language", "text"), REFUSALS)
def test_who_refuses_to_do_something_has_not_agreed(language: str, text: str, intent: str) -> None:
    conversation, tickets = with_a_draft()
    says(conversation, language, text, intent)
    assert not tickets.kept


@pytest.mark.parametrize("intent", ["affirm", "talk_to_human", "call_me", "change_address"])
@pytest.mark.parametrize(("language", "text"), [case for case in REFUSALS if case[0] != "en"])
def test_what_is_refused_stands_in_the_case_and_wishes_for_nothing(language: str, text: str, intent: str) -> None:
    conversation, _ = with_a_draft()
    says(conversation, language, text, intent)
    assert conversation.dialogue.notes[-1] == text
    assert not {Question.CALL_ME, Question.CHANGE_ADDRESS} & set(conversation.dialogue.matters)


@pytest.mark.parametrize("intent", ["affirm", "parcel_arrived", "replacement_wanted"])
@pytest.mark.parametrize(("language", "text"), AGREEMENTS)
def test_a_yes_in_words_sends_it(language: str, text: str, intent: str) -> None:
    conversation, tickets = with_a_draft()
    says(conversation, language, text, intent)
    assert len(tickets.kept) == 1


@pytest.mark.parametrize(("language", "text"), [("tr", "tamam"), ("es", "vale"), ("pl", "dobrze"), ("zh", "好的")])
def test_an_ok_right_after_the_question_sends_it(language: str, text: str) -> None:
    conversation, tickets = with_a_draft()
    says(conversation, language, text, "affirm")
    assert len(tickets.kept) == 1


@pytest.mark.parametrize(
    ("language", "text"), [("tr", "hm"), ("tr", "tamam teşekkürler"), ("tr", "tamam ama bekleyin")]
)
def test_what_is_more_or_less_than_an_ok_does_not(language: str, text: str) -> None:
    conversation, tickets = with_a_draft()
    says(conversation, language, text, "affirm")
    assert not tickets.kept


@pytest.mark.parametrize(("language", "text"), [("tr", "daha beklemem. gonderin"), ("fr", "j'attends trop, envoyez")])
def test_the_order_sends_it_whatever_was_said_since_it_was_shown(language: str, text: str) -> None:
    conversation, tickets = with_a_draft()
    says(conversation, language, "kapı zili bozuk" if language == "tr" else "la sonnette est cassée", "nlu_fallback")
    says(conversation, language, text, "you_are_seller")
    assert len(tickets.kept) == 1


@pytest.mark.parametrize("intent", ["arrival_date", "shipping_time", "label_created", "delivered_not_received"])
@pytest.mark.parametrize(
    "text",
    [
        "yes, send it. By when?",
        "yes send it, how long does it take",
        "send it. what happens then?",
        "go ahead, and when do I hear?",
    ],
)
def test_by_when_beside_the_yes_is_answered_by_the_case(text: str, intent: str) -> None:
    conversation, tickets = with_a_draft()
    told = conversation.says(text, intent)
    (ticket,) = tickets.kept.values()
    assert ticket.reference in told.text
    assert not told.rows
