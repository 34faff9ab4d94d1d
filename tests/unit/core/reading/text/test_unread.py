"""How much of a message was read as nothing that we know."""

from __future__ import annotations

from parcelbot.core.answering.memory import FollowUp, Sentence
from parcelbot.core.reading.text.unread import is_never_unread, leaves_much_unread

STRANGE = "The goat that guards our gate has eaten the driver's list of streets"
KNOWN = "My parcel has not moved since Monday"


def read(text: str, familiar: float, intent: str = "complaint", *seconds: FollowUp) -> Sentence:
    return Sentence(text, intent, 0.7, seconds, familiar)


def test_a_story_that_comes_near_to_nothing_is_left_over() -> None:
    assert leaves_much_unread(f"{KNOWN}. {STRANGE}", [read(KNOWN, 0.8), read(STRANGE, 0.4)])


def test_what_comes_near_to_what_people_write_is_read() -> None:
    assert not leaves_much_unread(f"{KNOWN}. {STRANGE}", [read(KNOWN, 0.8), read(STRANGE, 0.7)])


def test_a_second_question_speaks_to_it_all_the_same() -> None:
    told = read(STRANGE, 0.4, "complaint", FollowUp("joke", 0.5))
    assert not leaves_much_unread(STRANGE, [told])


def test_a_few_strange_words_beside_much_that_is_known_are_no_story() -> None:
    parts = [read("The goat ate the list", 0.3), *[read(KNOWN, 0.9)] * 3]
    assert not leaves_much_unread(". ".join(part.text for part in parts), parts)


def test_a_question_is_answered_or_not_and_no_story() -> None:
    asked = "Should I be glad of the confirmation that these are bound for my present domicile?"
    assert is_never_unread(asked)
    assert not leaves_much_unread(asked, [read(asked, 0.4)])


def test_numbers_and_courtesies_count_for_nothing() -> None:
    parts = [read("kind regards from all of us at number 14 Mill Lane", 0.4, "goodbye"), read("LX123456789CN", 0.2)]
    assert not leaves_much_unread("kind regards from all of us at number 14 Mill Lane. LX123456789CN", parts)


def test_of_a_few_words_nothing_is_unread_however_unfamiliar_they_are() -> None:
    assert is_never_unread("the heron again, LP00123456789012")
    assert not is_never_unread("the heron on our roof again")
    assert not leaves_much_unread("the heron again. " * 4, [read("the heron again.", 0.1)] * 4)
