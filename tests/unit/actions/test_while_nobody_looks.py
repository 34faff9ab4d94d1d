"""While the provider is out, what was told before still answers what hangs on it. Real tables, real sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome
from tests.unit.actions.talk import LP, MONDAY, Chat
from tests.unit.actions.test_second_questions import EXPORTED, told_of
from tests.unit.tracking.fakes import FakeProvider


def told_before_the_outage() -> Chat:
    chat = told_of()
    known = replace(EXPORTED, number=LP, fetched_at=MONDAY)
    provider = chat.use_cases.tracking
    assert isinstance(provider, FakeProvider)
    provider.answer = Lookup(LookupOutcome.UNAVAILABLE, known, stale=True)
    return chat


@pytest.mark.parametrize("second", ["then_what", "how_sure", "lost", "is_normal", "who_has_it", "is_it_because"])
def test_a_question_about_the_plan_needs_no_fresh_look(second: str) -> None:
    told = told_before_the_outage().says("and what of that, if I may ask?", "nlu_fallback", second=second)
    assert told.rows[0].startswith("follow_ups/")


def test_who_asks_where_it_is_hears_that_nobody_can_look_and_of_no_change() -> None:
    chat = told_before_the_outage()
    plan = chat.dialogue.plan_of(LP)
    told = chat.says("where is it now", "where_is_my_order")
    assert told.rows[0].startswith("tracker_down/")
    assert "changes what to do" not in told.text
    assert chat.dialogue.plan_of(LP) == plan
