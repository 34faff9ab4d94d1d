"""Messages in other languages: what the NLU found beside the intent, read in the light of what was asked."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.memory import FollowUp, Heard, Memory
from parcelbot.core.answering.open_question import Asked, OpenQuestion
from parcelbot.core.answering.remembering import memory_after
from parcelbot.core.dialogue.hearing.acts import Acts, Social, read_acts
from parcelbot.core.dialogue.hearing.feelings import Feeling
from parcelbot.core.dialogue.hearing.own_question import SURE
from parcelbot.core.dialogue.hearing.replies import Reply
from parcelbot.core.questions import Question
from parcelbot.core.reading.text.clauses import opening
from parcelbot.core.reading.text.plain_text import count_said, has_question_mark

CONFIRM, PERSON = OpenQuestion(Asked.CASE_CONFIRM), OpenQuestion(Asked.PERSON)


def acts(text: str, intent: str, question: OpenQuestion | None = None, **found: object) -> Acts:
    return read_acts(Heard(intent, text, english=False, **found), question)


def test_a_yes_that_goes_on_with_a_question_is_both() -> None:
    text = "ja bitte schicken Sie das so ab, wann bekomme ich Antwort?"
    read = acts(text, "ticket_status", CONFIRM, opens_with="affirm")
    assert (read.reply, read.asks_for_ticket) == (Reply.YES, True)


def test_a_no_thanks_that_goes_on_is_a_no() -> None:
    read = acts("いいえ結構です、いつ届きますか", "arrival_date", PERSON, opens_with="deny")
    assert (read.reply, read.questions) == (Reply.NO, (Question.ARRIVAL_DATE,))


def test_without_an_opening_a_long_message_answers_nothing() -> None:
    assert acts("und wann kommt es denn nun bei mir an", "arrival_date", PERSON).reply is None


def test_a_sure_second_question_is_no_answer_unless_it_opens_with_one() -> None:
    asked = (FollowUp("lost", SURE),)
    assert acts("もしかして紛失したのでしょうか", "affirm", PERSON, follow_ups=asked).reply is None
    assert (
        acts("はい、紛失したのでしょうか", "affirm", PERSON, follow_ups=asked, opens_with="affirm").reply is Reply.YES
    )


def test_what_takes_note_agrees_to_nothing() -> None:
    read = acts("verstanden", "feedback_useful", acknowledges=True)
    assert (read.social, read.questions) == (Social.ACKNOWLEDGED, ())


def test_an_answer_and_nothing_besides_asks_nothing_whatever_it_resembles() -> None:
    read = acts("nein danke, das ist nicht nötig", "feedback_not_useful", answers="deny", opens_with="deny")
    assert (read.social, read.questions) == (Social.DENY, ())
    sent = acts("si mandalo", "replacement_wanted", CONFIRM, answers="affirm", opens_with="affirm")
    assert (sent.reply, sent.questions) == (Reply.YES, ())


def test_only_words_that_say_so_tell_of_an_arrival() -> None:
    assert acts("pero si yo estaba en casa", "parcel_arrived").social is None
    assert acts("/parcel_arrived", "parcel_arrived").social is Social.PARCEL_ARRIVED
    assert acts("ya llegó, gracias", "parcel_arrived", says=("arrived",)).social is Social.PARCEL_ARRIVED


def test_a_call_that_nobody_asked_for_is_a_wish_for_a_person() -> None:
    assert acts("je veux parler à quelqu'un", "call_me").wants_person
    assert acts("rappelez-moi", "call_me", says=("rings_me",)).questions == (Question.CALL_ME,)


def test_a_feeling_comes_from_the_languages_own_words() -> None:
    assert acts("мне очень обидно", "complaint", feeling="disappointed").feeling is Feeling.DISAPPOINTED


def test_checks_that_are_told_are_remembered() -> None:
    heard = Heard("delivered_not_received", "家族にも聞きました", english=False, checks=("people_asked",))
    assert memory_after(heard, Memory()).people_asked is True


@pytest.mark.parametrize(
    ("text", "words"),
    [("确定吗？", 2), ("是的", 1), ("转人工", 2), ("ありがとう", 2), ("ok thanks", 2), ("LP1 到哪了", 3)],
)
def test_words_are_counted_where_no_blanks_tell_them_apart(text: str, words: int) -> None:
    assert count_said(text) == words


@pytest.mark.parametrize("text", ["确定吗？", "متى؟", "when?", "¿cuándo?"])
def test_every_script_has_its_question_mark(text: str) -> None:
    assert has_question_mark(text)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("sí, mándalo", "sí"),
        ("はい、お願いします。いつですか", "はい"),
        ("نعم، أرسلها", "نعم"),
        ("ja", ""),
        ("ja!", ""),
        ("wo ist mein Paket", ""),
        ("ich habe schon dreimal bei Ihnen deswegen angerufen gehabt, und nun", ""),
    ],
)
def test_an_opening_is_the_few_words_before_the_first_mark(text: str, lead: str) -> None:
    assert opening(text) == lead


@pytest.mark.parametrize("asked", [PERSON, OpenQuestion(Asked.NEWS)])
def test_an_offer_is_declined_by_whoever_rather_waits(asked: OpenQuestion) -> None:
    read = acts("yok vazgeçtim, biraz daha beklerim", "cancel_order", asked, says=("drops_it",))
    assert (read.reply, read.questions) == (Reply.NO, ())


def test_a_case_is_dropped_by_whoever_does_it_alone_unless_they_agreed() -> None:
    text = "laat maar ik ga er morgen zelf wel heen"
    dropped = acts(text, "delivery_wish", CONFIRM, says=("drops_it",))
    assert (dropped.reply, dropped.questions) == (Reply.CANCEL, ())
    assert acts(f"ja stuur maar, {text}", "affirm", CONFIRM, says=("drops_it",), opens_with="affirm").reply is Reply.YES


def test_who_tells_more_than_that_they_go_there_alone_drops_no_case() -> None:
    text = "nee toch niet naar de buren, ik ga zelf wel, vrijdag na het werk, als ze het daar maar bewaren"
    assert acts(text, "delivery_wish", CONFIRM, says=("drops_it",)).reply is not Reply.CANCEL


def test_without_an_open_question_nothing_is_dropped() -> None:
    read = acts("ich warte lieber, wann kommt es denn", "arrival_date", says=("drops_it",))
    assert read.questions == (Question.ARRIVAL_DATE,)


def test_a_yes_at_the_end_sends_the_case() -> None:
    assert (
        acts("mir hat nie jemand geantwortet. Abschicken", "unanswered", CONFIRM, says=("agrees_last",)).reply
        is Reply.YES
    )


@pytest.mark.parametrize("intent", ["feedback_not_useful", "delivered_not_received", "deny"])
def test_after_delivered_nothing_at_all_means_that_it_is_missing(intent: str) -> None:
    assert acts("nic nie dostałem!!", intent, OpenQuestion(Asked.MISSING)).reply is Reply.MISSING


@pytest.mark.parametrize("intent", ["attempt_contested", "delivered_not_received"])
def test_a_call_that_is_only_told_of_beside_something_else_is_not_wished(intent: str) -> None:
    told = acts("der Fahrer hat nicht geklingelt und bei mir ging kein Anruf ein", intent, also_asked=("call_me",))
    assert Question.CALL_ME not in told.questions
    assert not told.wants_person


def test_a_call_that_is_wished_for_in_words_is_one_beside_anything() -> None:
    wished = acts("nichts da, bitte einen Anruf", "delivered_not_received", also_asked=("call_me",), says=("rings_me",))
    assert Question.CALL_ME in wished.questions


@pytest.mark.parametrize(
    ("text", "intent", "social"),
    [
        ("Na gut. Danke", "thanks", Social.THANKS),
        ("Na gut.", "affirm", Social.ACKNOWLEDGED),
    ],
)
def test_an_ok_with_thanks_is_answered_as_those(text: str, intent: str, social: Social) -> None:
    assert acts(text, intent, says=("only_ok",)).social is social
