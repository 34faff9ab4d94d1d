"""A short yes, a word taken back, a fear, a decision, the wish for a person: what is meant decides."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.questions import Question
from tests.support.languages import read_phrases
from tests.unit.actions.talk import LP, Chat, kept, kept_ticket, of_the_shop
from tests.unit.actions.test_handing_over import chat, wants_a_person
from tests.unit.usecases.fakes import FakeTickets

OK_WORDS = ["sweet, mate", "righto", "cool", "fair enough", "lovely, ta", "okie dokie"]


def offered(conversation: Chat) -> None:
    """Offer a person for what only one can settle."""
    conversation.asks_where()
    conversation.says("this is a joke", "complaint")
    assert open_of(conversation.dialogue) is Asked.PERSON


def open_of(dialogue: Dialogue) -> Asked | None:
    return dialogue.open.asked if dialogue.open else None


def on_a_marketplace() -> Chat:
    told = {"claims": {"sales_channel": "aliexpress"}, "parcel": LP, "tracking_number": LP}
    conversation = Chat(of_the_shop(), told)
    conversation.asks_where()
    return conversation


# ---- yes, and its age ------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["righto", "deal", "for sure", "go on then", "sure thing mate"])
def test_slang_takes_up_an_offer_that_was_just_made(words: str) -> None:
    conversation = chat()
    offered(conversation)
    conversation.says(words, "nlu_fallback")
    assert conversation.dialogue.case is not None


@pytest.mark.parametrize("words", OK_WORDS)
@pytest.mark.parametrize("intent", ["affirm", "nlu_fallback", "greet"])
def test_an_ok_after_another_answer_is_for_that(words: str, intent: str) -> None:
    conversation = chat()
    offered(conversation)
    conversation.says("are you a robot?", "bot_challenge")
    told = conversation.says(words, intent)
    assert conversation.dialogue.case is None
    assert "e-mail" not in told


def test_a_yes_in_that_word_still_takes_it_up() -> None:
    conversation = chat()
    offered(conversation)
    conversation.says("are you a robot?", "bot_challenge")
    conversation.says("yes please", "affirm")
    assert conversation.dialogue.case is not None


# ---- taken back ------------------------------------------------------------------------------------------

TAKEN_BACK = [
    ("en", "oh wait, no"),
    ("en", "hang on, I didn't mean it like that"),
    ("en", "sorry, wrong button"),
    ("en", "no no, not yet please"),
    ("de", "moment nein"),
    ("es", "espera, todavía no"),
    ("fr", "attendez, pas encore"),
    ("it", "aspetti, non ancora"),
    ("nl", "wacht even, nog niet"),
    ("pl", "jeszcze nie"),
    ("pt", "ainda não"),
    ("ru", "подождите, пока не надо"),
    ("tr", "bir dakika, henüz değil"),
    ("uk", "зачекайте, ще не треба"),
    ("ja", "ちょっと待って"),
    ("zh", "等一下，先不要"),
    ("ar", "لم أقصد ذلك"),
]


def takes_back(conversation: Chat, language: str, words: str) -> None:
    said = {} if language == "en" else read_phrases(language, words)
    conversation.says(words, "deny", language=language, said=said)


@pytest.mark.parametrize(("language", "words"), TAKEN_BACK)
def test_a_case_that_is_shown_is_dropped(language: str, words: str) -> None:
    tickets = FakeTickets()
    conversation = chat(tickets=tickets)
    wants_a_person(conversation)
    takes_back(conversation, language, words)
    assert conversation.dialogue.case is None
    assert not tickets.kept


@pytest.mark.parametrize(("language", "words"), TAKEN_BACK)
def test_so_is_one_that_still_lacks_an_e_mail(language: str, words: str) -> None:
    conversation = Chat(of_the_shop(), {"parcel": LP})
    conversation.asks_where()
    wants_a_person(conversation)
    assert open_of(conversation.dialogue) is Asked.CASE_EMAIL
    takes_back(conversation, language, words)
    assert conversation.dialogue.case is None


def test_of_one_that_was_sent_it_is_asked() -> None:
    conversation = chat(tickets=kept(kept_ticket()))
    conversation.says("hold on, not yet", "deny")
    assert open_of(conversation.dialogue) is Asked.TAKE_BACK


# ---- fears and decisions ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "the shop will be cross and then send nothing",
        "if I complain they won't send it",
        "they'll sulk and send nothing",
    ],
)
def test_what_others_may_not_send_is_no_refusal(words: str) -> None:
    conversation = chat()
    wants_a_person(conversation)
    conversation.says(words, "complaint")
    assert conversation.dialogue.case is not None


def test_a_fear_in_another_language_is_none_either() -> None:
    conversation = chat()
    wants_a_person(conversation)
    takes_back(conversation, "de", "der Händler wird dann sauer und will nichts schicken")
    assert conversation.dialogue.case is not None


def test_a_refusal_of_ones_own_still_is() -> None:
    conversation = chat()
    wants_a_person(conversation)
    conversation.says("please send nothing", "deny")
    assert conversation.dialogue.case is None


@pytest.mark.parametrize("words", ["right, we're filing the dispute now", "I've opened a dispute"])
def test_a_dispute_that_is_decided_is_confirmed(words: str) -> None:
    told = on_a_marketplace().says(words, "seller_wait_or_dispute", second="dispute_now")
    assert "your right" in told
    assert not told.rows


@pytest.mark.parametrize("words", ["if nobody writes I'm opening a dispute", "should I open a dispute now?"])
def test_one_that_is_threatened_or_asked_about_is_not(words: str) -> None:
    assert "nobody here holds it against you" not in on_a_marketplace().says(words, "seller_wait_or_dispute")


# ---- a person --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "intent", "second"),
    [
        ("one of you should get back to me about this", "where_is_my_order", "how_sure"),
        ("I want somebody to contact me please", "change_address", ""),
    ],
)
def test_the_wish_for_a_person_goes_before_the_state_of_the_parcel(words: str, intent: str, second: str) -> None:
    conversation = chat()
    conversation.asks_where()
    told = conversation.says(words, intent, second=second)
    assert conversation.dialogue.case is not None
    assert not told.rows


def test_send_it_to_a_person_is_sent_when_nothing_is_missing() -> None:
    tickets = FakeTickets()
    conversation = chat(tickets=tickets)
    conversation.asks_where()
    conversation.says("yes yes, SEND it to a person!", "talk_to_human")
    assert len(tickets.kept) == 1


def test_how_the_answer_comes_is_no_wish_for_news() -> None:
    conversation = chat()
    conversation.asks_where()
    conversation.says("somebody should ring me", "call_me")
    told = conversation.says("no, write to me, I'm at the till all day", "notify_me")
    assert not told.rows
    assert Question.CALL_ME not in conversation.dialogue.matters
    assert conversation.dialogue.case is not None


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "I'd sooner have my money back, how does that go?"), ("fr", "remboursez-moi plutôt, comment faire ?")],
)
def test_the_money_of_our_own_order_is_no_matter_of_disputes(language: str, words: str) -> None:
    conversation = chat()
    conversation.asks_where()
    conversation.says(words, "seller_wait_or_dispute", language=language)
    assert conversation.dialogue.question == Question.REFUND_WANTED.value


def test_nobody_is_offered_for_a_first_outcry() -> None:
    conversation = Chat(of_the_shop())
    conversation.says("😤😤", "complaint")
    assert open_of(conversation.dialogue) is not Asked.PERSON
