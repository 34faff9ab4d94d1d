"""What is asked about the case itself is told from what is asked about the parcel."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.cases.case_questions import CaseQuestion, asks_who_or_how, case_question
from parcelbot.core.reading.cases.case_times import asks_until_when, asks_what_comes_of_it


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("did you get my photo", CaseQuestion.FILE_CAME),
        ("has the picture of the box come through?", CaseQuestion.FILE_CAME),
        ("is my photo attached to that?", CaseQuestion.FILE_CAME),
        ("and will the pictures be sent along", CaseQuestion.FILE_CAME),
        ("does my screenshot go with the rest?", CaseQuestion.FILE_CAME),
        ("are those photos included as well", CaseQuestion.FILE_CAME),
        ("Ist das Foto angekommen?", CaseQuestion.FILE_CAME),
        ("is it all in there?", CaseQuestion.WHAT_IS_IN_IT),
        ("do they know that I want my money", CaseQuestion.WHAT_IS_IN_IT),
        ("what did you write", CaseQuestion.WHAT_IS_IN_IT),
        ("will I get an email", CaseQuestion.GETS_MAIL),
        ("how will I hear from you", CaseQuestion.GETS_MAIL),
        ("how long does this take and who calls me", CaseQuestion.WHEN_AND_WHO),
        ("is anyone going to do something about that?", CaseQuestion.WHEN_AND_WHO),
        ("and what if nobody answers", CaseQuestion.IF_LATE),
        ("is it sent now?", CaseQuestion.WAS_SENT),
        ("yes send it", CaseQuestion.WAS_SENT),
    ],
)
def test_a_question_about_the_case_is_one(said: str, asked: CaseQuestion) -> None:
    assert case_question(said) is asked


@pytest.mark.parametrize(
    "said",
    [
        "is there a photo of the drop?",
        "do they have a photo of where it was left",
        "when will it arrive",
        "how long will it take to arrive",
        "is the package in the van",
        "is it in transit",
        "was my parcel sent",
        "when do they come",
    ],
)
def test_a_question_about_the_parcel_is_none(said: str) -> None:
    assert case_question(said) is None


@pytest.mark.parametrize(
    "text",
    [
        "until when do I wait?",
        "which day do I put in the calendar?",
    ],
)
def test_the_day_to_wait_for_is_asked_in_many_words(text: str) -> None:
    assert asks_until_when(text)


@pytest.mark.parametrize("text", ["who would ring me?", "by phone or in the chat?", "do you write here or call?"])
def test_who_gets_in_touch_and_how_is_asked(text: str) -> None:
    assert asks_who_or_how(text)


@pytest.mark.parametrize("text", ["how long will the search take?", "how long does such a check go on?"])
def test_how_long_a_check_takes_asks_when_an_answer_comes(text: str) -> None:
    assert case_question(text) is CaseQuestion.WHEN_AND_WHO


@pytest.mark.parametrize(
    "text",
    [
        "yes, send it. By when?",
        "send it please, how long will that be?",
        "ok go ahead. what happens then?",
        "yes. and then?",
        "go on, when do I know more",
    ],
)
def test_by_when_and_what_then_are_asked_of_the_case_that_is_sent(text: str) -> None:
    assert asks_what_comes_of_it(text)


@pytest.mark.parametrize(
    "text",
    [
        "yes, send it. When does the parcel arrive?",
        "send it. And when will it come?",
        "yes. Which photos do you need?",
        "ok send it, who pays the customs?",
    ],
)
def test_what_is_asked_of_the_parcel_is_not(text: str) -> None:
    assert not asks_what_comes_of_it(text)


@pytest.mark.parametrize("text", ["sí, envíalo. ¿Para cuándo?", "ja, abschicken, bis wann?", "да. когда?"])
def test_in_other_languages_a_bare_time_is(text: str) -> None:
    assert asks_what_comes_of_it(text, english=False)


def test_in_other_languages_more_words_may_be_about_the_parcel() -> None:
    assert not asks_what_comes_of_it("ja. wann kommt denn mein Paket endlich?", english=False)


def test_sending_goods_back_by_post_asks_for_no_e_mail() -> None:
    assert case_question("will I have to mail them back") is None


def test_a_way_to_send_pictures_asks_for_none_that_came() -> None:
    assert case_question("Where does the photo go? I see no button there") is None


@pytest.mark.parametrize(
    "text",
    [
        "did it go to Ghent although I live in Bruges?",
        "has it been sent to my old account?",
        "is there a reference of the transfer for my bank?",
        "will somebody trip over it or does it lie there?",
    ],
)
def test_where_a_parcel_or_money_goes_is_no_question_about_a_case(text: str) -> None:
    assert case_question(text) is None


@pytest.mark.parametrize(
    "text", ["did it go to your colleague?", "has it been sent to the team?", "is somebody there?"]
)
def test_whether_it_went_to_somebody_is_one(text: str) -> None:
    assert case_question(text) is not None
