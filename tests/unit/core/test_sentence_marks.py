"""What each sentence of a text asks for or holds out is read off its English."""

from __future__ import annotations

import pytest

from parcelbot.core.sentence_marks import SentenceMark, marks_of, sentences_of


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("Have your order number and the reason ready.", SentenceMark.ORDER),
        ("Which item is it, and what happened to it?", SentenceMark.ARTICLE),
        ("If a certain day matters, tell me and it goes along.", SentenceMark.DAY),
        ("Tell me which you'd prefer.", SentenceMark.SETTLEMENT),
        ("A person can look; shall I pass it on?", SentenceMark.PERSON),
        ("If it's still there then, write to me and I'll pass it on.", SentenceMark.LATER),
    ],
)
def test_what_a_sentence_asks_for_or_holds_out(sentence: str, mark: SentenceMark) -> None:
    assert marks_of(sentence) == (frozenset({mark}),)


@pytest.mark.parametrize(
    "sentence",
    [
        "Your order number stands in the e-mail.",
        "Keep the item as it is.",
        "Nobody can name a day.",
        "A person decides which of the two it is.",
        "If nobody there has it, tell me and a person asks them.",
        "Shall I tell you more about one of them?",
    ],
)
def test_other_sentences_stay_in_whatever_is_known(sentence: str) -> None:
    assert marks_of(sentence) == (frozenset(),)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It waits. Fetch it today!", 2),
        ("See https://a.example/b.html. It is there.", 2),
        ("届きました。お待ちください。", 2),
        ("هل وصل؟ لا.", 2),
        ("Two places:\n• one\n• two", 3),
        ("“Is it?” Yes.", 2),
    ],
)
def test_sentences_joined_again_are_the_text(text: str, count: int) -> None:
    assert len(sentences_of(text)) == count
    assert "".join(sentences_of(text)) == text
