"""Who was answered something else is asked pardon, and gets an answer to the rest of what they write."""

from __future__ import annotations

from parcelbot.reading.language_phrases import load_replies
from tests.unit.actions.talk import ROOT
from tests.unit.actions.test_second_questions import EXPORTED, told_of

_SENTENCES = (
    {"text": "That's not what I asked.", "intent": "complaint", "confidence": 0.9},
    {
        "text": "Does anybody have to be at home for it?",
        "intent": "nlu_fallback",
        "confidence": 0.4,
        "follow_ups": [{"name": "stay_in", "confidence": 0.9}],
    },
)


def test_the_other_sentence_is_answered_after_a_word_of_regret() -> None:
    text = "That's not what I asked. Does anybody have to be at home for it?"
    told = told_of(EXPORTED).says(text, "complaint", sentences=_SENTENCES)
    assert told.text.startswith("Sorry, I read you wrongly there.")
    assert told.rows == ["follow_ups/stay_in_not_yet"]


def test_without_another_question_it_is_asked_for() -> None:
    told = told_of(EXPORTED).says("that wasn't my question", "complaint")
    assert told.rows == ["follow_ups/misread"]


def test_a_repetition_keeps_its_own_words() -> None:
    text = "You said that already. Does anybody have to be at home for it?"
    sentences = ({"text": "You said that already.", "intent": "complaint", "confidence": 0.9}, _SENTENCES[1])
    told = told_of(EXPORTED).says(text, "complaint", sentences=sentences)
    assert told.text.startswith("Sorry for the repeat.")
    assert told.rows == ["follow_ups/stay_in_not_yet"]


def test_in_another_language_it_is_no_repetition() -> None:
    text = "Das war nicht meine Frage. Muss jemand zu Hause sein?"
    said = {"says": list(load_replies(ROOT / "locales")["de"].says(text))}
    told = told_of(EXPORTED).says(text, "nlu_fallback", language="de", said=said, second="stay_in")
    assert told.text.startswith("Entschuldigung, da habe ich Sie falsch verstanden.")
    assert told.rows == ["follow_ups/stay_in_not_yet"]


def test_pardon_is_begged_once_and_the_likeliest_second_question_answered() -> None:
    text = "Dat was mijn vraag niet. Moet er iemand thuis zijn of niet"
    said = {"says": list(load_replies(ROOT / "locales")["nl"].says(text))}
    assert "asks" in said["says"]
    told = told_of(EXPORTED).says(text, "refund_wanted", language="nl", said=said, second="stay_in", belief=0.36)
    assert told.rows == ["follow_ups/stay_in_not_yet"]
    assert told.text.count("orry") == 1


def test_who_asked_somebody_else_corrects_nobody() -> None:
    told = told_of(EXPORTED).says("I asked the post office about it", "nlu_fallback")
    assert told.rows != ["follow_ups/misread"]
