"""Who wrote to whom, and who sent whom on, in the languages' own phrases; a greeting's language; a day far ahead."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.core.answering.memory import Heard, Memory
from parcelbot.core.answering.remembering import memory_after
from parcelbot.core.dialogue.hearing.as_meant import as_meant
from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.case_questions import CaseQuestion, case_question
from parcelbot.core.reading.contact.contact_words import fears_to_be_put_off
from parcelbot.core.reading.orders.returns import sent_back
from parcelbot.core.reading.questions.sentences import denied
from parcelbot.core.reading.text.greetings import greeting_language
from parcelbot.core.reading.times.days_of_all import asks_which_are_late, days_ahead
from parcelbot.reading.language_phrases import load_replies

REPLIES = load_replies(Path(__file__).parents[3] / "locales")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "мне ваши сотрудники уже отвечали, просили подождать"),
        ("es", "ya me habéis dicho dos veces que espere"),
        ("tr", "bana iki kez bekleyin dediniz"),
        ("de", "Sie haben mir schon zweimal gesagt, ich soll warten"),
    ],
)
def test_who_was_told_to_wait_was_answered(code: str, text: str) -> None:
    says = REPLIES[code].says(text)
    assert "told_to_wait" in says
    assert as_meant(Heard(Question.UNANSWERED.value, text, english=False, says=says)).intent == "complaint"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pt", "os CTT disseram para falar convosco"),
        ("de", "DHL sagt, ich soll mich an euch wenden"),
        ("ja", "郵便局で販売店に聞いてと言われました"),
    ],
)
def test_who_was_sent_to_us_is_not_sent_back_to_the_carrier(code: str, text: str) -> None:
    heard = Heard(Question.UNANSWERED.value, text, english=False, says=REPLIES[code].says(text))
    assert memory_after(heard, Memory()).carrier_contacted is True


def test_a_telephone_after_the_carrier_was_named_is_the_carriers() -> None:
    says = REPLIES["it"].says("avete un telefono?")
    heard = Heard(Question.CALL_ME.value, "avete un telefono?", english=False, says=says)
    assert as_meant(heard, told=True, of_carrier=True).intent == Question.CARRIER_CONTACT
    assert as_meant(heard).intent == Question.CALL_ME


def test_an_address_that_nobody_wants_changed_is_taken_back() -> None:
    assert "not_change_address" in REPLIES["pt"].says("não quero mudar a morada")


@pytest.mark.parametrize(
    ("text", "code"),
    [("oi", "pt"), ("Olá!", "pt"), ("ciao", "it"), ("Hej!", "sv"), ("hi", ""), ("ciao bella pizza", "")],
)
def test_a_bare_greeting_tells_its_language(text: str, code: str) -> None:
    assert greeting_language(text) == code


def test_a_greeting_that_begins_is_no_goodbye() -> None:
    assert as_meant(Heard("goodbye", "ciao", english=False)).intent == "greet"
    assert as_meant(Heard("goodbye", "ciao", english=False), told=True).intent == "goodbye"


@pytest.mark.parametrize(
    ("text", "days"), [("we open in ten days", 10), ("in 2 weeks", 14), ("in a week", 7), ("in time", None)]
)
def test_a_day_so_far_ahead_is_counted(text: str, days: int | None) -> None:
    assert days_ahead(text) == days


def test_which_are_late_is_told_from_which_comes_last() -> None:
    assert asks_which_are_late("which of them won't I have by then?")
    assert not asks_which_are_late("which one comes last?")


@pytest.mark.parametrize("text", ["what if the seller fobs me off", "and if they brush me off, what then"])
def test_being_put_off_is_feared(text: str) -> None:
    assert fears_to_be_put_off(text)


def test_a_fee_is_not_put_off() -> None:
    assert not fears_to_be_put_off("can I put off the delivery")


def test_a_return_with_its_details_between_is_one() -> None:
    assert sent_back("I sent order 9912 (kim@example.org) back to you last month")
    assert not sent_back("I sent you an e-mail and heard nothing back")


def test_one_of_two_is_still_to_be_cancelled() -> None:
    assert Question.CANCEL_ORDER not in denied("but don't cancel both of them")
    assert Question.CANCEL_ORDER in denied("no, don't cancel")


@pytest.mark.parametrize("text", ["is the sum on it too?", "Are my three mails on that too, and the refund?"])
def test_what_stands_in_a_case_is_asked(text: str) -> None:
    assert case_question(text) is CaseQuestion.WHAT_IS_IN_IT


def test_a_parcel_on_its_way_is_no_case() -> None:
    assert case_question("is the parcel on its way?") is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Je vous parlais d'une veste, rien d'autre."),
        ("de", "Das ist ein Missverständnis, ich bin nicht in Gefahr"),
        ("es", "no, hablaba de un abrigo"),
        ("pl", "to nieporozumienie, mówiłam o sukience"),
        ("uk", "це непорозуміння"),
        ("tr", "yanlış anladınız, ceketten bahsediyorum"),
        ("ar", "هذا سوء فهم، كنت أتحدث عن المعطف"),
        ("ja", "誤解です。上着の話です"),
        ("zh", "误会了，我说的是外套"),
    ],
)
def test_who_was_misread_says_so_in_every_language(code: str, text: str) -> None:
    assert "false_alarm" in REPLIES[code].says(text)
