"""What asks something is told from what only leaves its subject out, or wants a line in the case."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.memory import Heard
from parcelbot.core.answering.remembering import told_by
from parcelbot.core.dialogue.questions.only_asked import asks_in, only_asked
from parcelbot.core.questions import Question
from parcelbot.core.reading.told.telling import Told


@pytest.mark.parametrize(
    "text",
    [
        "can't you just phone the depot and tell them",
        "why can't you write to the post and tell them",
        "well, couldn't somebody ring and let them know",
        "isn't it on the van yet",
        "can't DHL bring it tomorrow",
    ],
)
def test_whether_something_is_done_or_so_is_asked(text: str) -> None:
    assert asks_in(Heard(text=text, intent="out_of_scope"))


@pytest.mark.parametrize(
    "text",
    [
        "she's out, can't reach her before eight",
        "won't be in till the evening",
        "can't you add my flat number",
    ],
)
def test_what_leaves_its_subject_out_or_wants_a_line_added_asks_nothing(text: str) -> None:
    assert not asks_in(Heard(text=text, intent="out_of_scope"))


def test_a_telephone_number_that_is_written_need_not_be_asked_for() -> None:
    assert Told.PHONE_GIVEN in told_by(
        Heard(text="I changed my number, it's 0151 5550143", intent="out_of_scope", phone="0151 5550143")
    )
    assert Told.PHONE_GIVEN not in told_by(Heard(text="I changed my number last week", intent="out_of_scope"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "if nobody ever finds it, is the money gone?"),
        ("pt", "e se ninguém o encontrar, fico sem o dinheiro?"),
        ("de", "und wenn es zurückgeht, ist das Geld dann weg?"),
        ("ru", "а если вернётся, деньги пропадут?"),
        ("tr", "geri dönerse param gider mi?"),
    ],
)
def test_what_is_asked_of_a_condition_is_no_wish_for_money(language: str, text: str) -> None:
    assert only_asked(Heard(text=text, intent="refund_wanted", english=language == "en"), Question.REFUND_WANTED)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "se não chegar, quero o meu dinheiro de volta, ok?"),
        ("de", "wo bleibt mein Geld?"),
        ("de", "Wenn nichts kommt, könnt ihr mir das Geld erstatten?"),
    ],
)
def test_who_asks_for_the_money_wishes_for_it(language: str, text: str) -> None:
    assert not only_asked(Heard(text=text, intent="refund_wanted", english=language == "en"), Question.REFUND_WANTED)
