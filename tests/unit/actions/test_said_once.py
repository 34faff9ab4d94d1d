"""What a shopper said is not asked again, what they say back gets its yes. Real tables, real sentences."""

from __future__ import annotations

import pytest

from tests.unit.actions.talk import entity
from tests.unit.actions.test_danger import RASH
from tests.unit.actions.test_danger import chat as in_danger
from tests.unit.actions.test_goods import with_goods
from tests.unit.actions.test_second_turn import EXPORTED, chat


@pytest.mark.parametrize(
    "text",
    [
        "so I write to you on that day, right?",
        "ok, then I'll message you if nothing moved, yes?",
        "if it isn't here by then I get back to you, correct?",
        "so I wait till Wednesday and then contact you, is that right?",
        "I should come back here when the day has passed, did I get that right?",
    ],
)
@pytest.mark.parametrize("intent", ["notify_me", "unanswered", "arrival_date", "affirm"])
def test_what_is_said_back_gets_a_yes_and_the_day(text: str, intent: str) -> None:
    conversation = chat(EXPORTED)
    conversation.asks_where()
    told = conversation.says(text, intent)
    assert told.text.startswith("Yes. Until ")
    assert told.rows == ["follow_ups/understood_right_dated"]


@pytest.mark.parametrize("text", ["will you write to me on that day, right?", "you get back to me then, correct?"])
def test_what_we_shall_do_is_not_what_the_shopper_does(text: str) -> None:
    conversation = chat(EXPORTED)
    conversation.asks_where()
    assert conversation.says(text, "notify_me").rows != ["follow_ups/understood_right_dated"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("I want my money back, not another cup. how does that work?", "refund_wanted"),
        ("please send a new one. how do I get it?", "replacement_wanted"),
        ("no quiero otra, quiero el dinero. ¿cómo se hace?", "refund_wanted"),
        ("ich möchte das geld zurück, keinen ersatz. wie geht das?", "refund_wanted"),
    ],
)
def test_nobody_is_asked_which_of_the_two_who_has_said_it(text: str, intent: str) -> None:
    told = with_goods().says(text, intent, entity("follow_up", "money_or_goods", confidence_entity=0.9))
    assert "follow_ups/money_or_goods" not in told.rows


@pytest.mark.parametrize(
    ("text", "not_promised"),
    [
        ("je ne parle pas anglais, répondez-moi en français", "sans pouvoir le promettre"),
        ("я не понимаю английский", "обещать не могу"),
    ],
)
def test_whoever_reads_no_english_is_not_told_of_channels(text: str, not_promised: str) -> None:
    conversation = with_goods()
    told = conversation.says(text, "unanswered")
    assert not_promised in told.text
    assert text in conversation.dialogue.notes


@pytest.mark.parametrize(
    "text",
    [
        "shall I send a picture of the rash?",
        "I have photos of my neck, useful?",
        "where do the pics go?",
        "want a photo?",
    ],
)
def test_a_photo_in_danger_goes_by_the_paper_clip(text: str) -> None:
    told = in_danger(RASH).says(text, "out_of_scope")
    assert "paper-clip" in told.text
