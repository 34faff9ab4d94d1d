"""Each matter of the shop is a second question that is written, and names a case by a title that there is."""

from __future__ import annotations

from pathlib import Path

from parcelbot.core.cases.shop_matters import SHOP_MATTERS
from parcelbot.core.cases.titles import TITLES
from parcelbot.knowledge.second_questions import read_follow_ups

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def test_each_is_a_second_question_and_its_title_is_known() -> None:
    assert SHOP_MATTERS.keys() <= {phrase.value for phrase in read_follow_ups(KNOWLEDGE)}
    assert {title for title in SHOP_MATTERS.values() if title} <= TITLES.keys()
