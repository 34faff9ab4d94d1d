"""Goods that are said to have no fault are not taken for damaged ones, from the first message on."""

from __future__ import annotations

from typing import Any

import pytest

from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.dialogue.hearing.unharmed import without_a_denied_fault
from parcelbot.core.questions import Question
from tests.support.languages import REPLIES

_DAMAGED, _RETURN = Question.ITEM_DAMAGED.value, Question.RETURN_ITEM.value


def _heard(language: str, intent: str, text: str, **more: Any) -> Heard:
    says = () if language == "en" else REPLIES[language].says(text)
    return Heard(intent, text, says=says, **more)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It isn't faulty, only too short. Can I send it back?"),
        ("de", "Das ist kein Mangel, mir ist sie nur zu kurz"),
        ("es", "no es un defecto, me queda corta"),
        ("fr", "ce n'est pas un défaut, elle est trop courte"),
        ("it", "non è un difetto, è solo corta"),
        ("pt", "não é defeito, ficou curta"),
        ("nl", "het is geen gebrek, ze is te kort"),
        ("pl", "to nie wada, jest za krótka"),
        ("ru", "это не брак, просто коротка"),
        ("uk", "це не брак, просто коротка"),
        ("tr", "kusurlu değil, sadece kısa"),
        ("ja", "不良品ではありません。丈が短いだけです"),
        ("zh", "不是质量问题，就是短了"),
        ("ar", "ليس معيب لكنه قصير"),
    ],
)
def test_who_begins_with_no_fault_wants_to_give_it_back(language: str, text: str) -> None:
    heard = _heard(language, _DAMAGED, text, spoilt=True)
    assert without_a_denied_fault(heard, told=False) == _heard(language, _RETURN, text)


def test_later_it_only_tells_more() -> None:
    heard = _heard("ja", _DAMAGED, "不良品ではないです。丈が短いだけで")
    assert without_a_denied_fault(heard, told=True).intent == "nlu_fallback"


def test_nobody_who_says_that_it_is_none_asks_whether_it_is_a_fault() -> None:
    cost = FollowUp("return_cost", 0.6)
    heard = _heard("it", _RETURN, "non è un difetto, è corta", follow_ups=(FollowUp("is_it_a_fault", 0.4), cost))
    assert without_a_denied_fault(heard, told=False).follow_ups == (cost,)


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "ce n'est pas un défaut, le tissu ne me plaît pas"), ("es", "no es un defecto, no me gusta la tela")],
)
def test_what_is_only_not_to_taste_is_no_wrong_article(language: str, text: str) -> None:
    assert without_a_denied_fault(_heard(language, Question.ITEM_WRONG.value, text), told=False).intent == _RETURN


def test_a_wrong_article_without_a_fault_stays_a_wrong_one() -> None:
    heard = Heard(Question.ITEM_WRONG.value, "it is not faulty, but you sent me a pillowcase")
    assert without_a_denied_fault(heard, told=False).intent == Question.ITEM_WRONG


def test_what_is_asked_beside_it_stays() -> None:
    heard = Heard(Question.CALL_ME.value, "it's not damaged, please ring me", also_asked=(_DAMAGED,))
    assert without_a_denied_fault(heard, told=True) == Heard(Question.CALL_ME.value, heard.text)


@pytest.mark.parametrize(
    "text",
    [
        "is it not a defect?",
        "not torn but faulty",
        "the carton is not damaged",
        "No, it is faulty",
        "kusurlu değil mi",
        "不良品ではないでしょうか",
        "傷はないですが破れています",
        "不是坏了吗",
        "c'est un défaut",
    ],
)
def test_a_fault_that_is_asked_about_or_told_stays_one(text: str) -> None:
    heard = Heard(_DAMAGED, text, spoilt=True)
    assert without_a_denied_fault(heard, told=False) is heard
