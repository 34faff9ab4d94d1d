"""What a shopper tells once for all is found in their words."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.memory import FollowUp, Heard, HeardNumber, Memory
from parcelbot.core.answering.remembering import memory_after
from parcelbot.core.reading.told.telling import Told, told_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("their text with the pin has never come", Told.NO_MESSAGE),
        ("nobody sent me any pick-up code", Told.NO_MESSAGE),
        ("I have not received a notification from them", Told.NO_MESSAGE),
        ("the slip says they keep it at the kiosk until noon", Told.CARD_READ),
        ("got the note here, it reads: come after four", Told.CARD_READ),
        ("they have opened an investigation on Tuesday", Told.INQUIRY_OPEN),
        ("the post office started a search for it", Told.INQUIRY_OPEN),
        ("there's a typo in my phone number", Told.PHONE_WRONG),
        ("you have the wrong mobile number on that order", Told.PHONE_WRONG),
        ("the number was pasted from your mail, I copied it", Told.COPIED),
        ("Porto is not a stop on the way to me", Told.NO_STOP),
    ],
)
def test_a_fact_is_told(text: str, told: Told) -> None:
    assert told in told_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "did they send me a code?",
        "what happens if no message comes",
        "I opened a case with my bank",
        "can you open an investigation",
        "look for a card, you said",
        "which number should I phone",
    ],
)
def test_what_is_asked_or_only_possible_is_not_told(text: str) -> None:
    assert told_in(text) == frozenset()


def test_other_languages_tell_it_by_their_phrases() -> None:
    assert told_in("die SMS kam nie", ("told_no_message",)) == {Told.NO_MESSAGE}


def test_what_a_message_surely_is_tells_as_well() -> None:
    heard = Heard("provide_details", "there has never been a twelve here", follow_ups=(FollowUp("no_such_house", 0.8),))
    assert memory_after(heard, Memory()).told == {Told.NO_SUCH_HOUSE}


def test_it_is_known_from_then_on_until_another_parcel_is_spoken_of() -> None:
    known = memory_after(Heard("complaint", "no text ever came from them"), Memory(tracking_number="LP1", parcel="LP1"))
    later = memory_after(Heard("where_is_my_order", "so where is it"), known)
    assert later.told == {Told.NO_MESSAGE}
    other = memory_after(Heard("where_is_my_order", "and LP2", numbers=(HeardNumber("LP2"),)), later)
    assert other.told == frozenset()


def test_whose_carrier_looks_for_it_has_asked_the_carrier() -> None:
    heard = Heard("complaint", "they opened an inquiry last night")
    assert memory_after(heard, Memory()).carrier_contacted is True


@pytest.mark.parametrize(
    "text",
    [
        "we drove to the depot twice and nobody could find it",
        "I'm standing in front of the kiosk and the shutters are closed",
        "my brother was at your counter yesterday, they don't have it",
    ],
)
def test_who_stood_there_in_vain_says_so(text: str) -> None:
    assert Told.WAS_THERE in told_in(text)


@pytest.mark.parametrize(
    "text", ["is there a counter that is not closed?", "I went to the kiosk and got it", "I can't go there"]
)
def test_who_has_it_or_has_yet_to_go_was_not_there_in_vain(text: str) -> None:
    assert Told.WAS_THERE not in told_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "The kiosk is shut until next week.",
        "They won't give it to me, my first name is spelt wrong",
        "The lady at the counter sent me away",
        "The post office is closed for renovation. What now?",
    ],
)
def test_what_waits_and_is_not_to_be_had_is_kept_from_the_shopper(text: str) -> None:
    assert Told.KEPT_FROM in told_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "The kiosk is closed on Sundays",
        "Is the counter shut today?",
        "What if they refuse to give it to me",
        "They won't give me a date",
        "The box was shut with tape",
        "I can only go after the shop is closed",
    ],
)
def test_opening_hours_and_fears_keep_nothing_from_anybody(text: str) -> None:
    assert Told.KEPT_FROM not in told_in(text)
