"""What is said about a search: somebody goes to look, asks nobody, or says where it lay."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.replies.searching import asks_nobody, goes_to_look, tells_where_it_lay


@pytest.mark.parametrize(
    "text",
    [
        "one sec, let me check the porch",
        "I'll ask my flatmate and get back to you",
        "just a moment please",
        "I can look after work",
        "it's in my sister's name, let me ask her",
        "give me ten minutes, I'm going to look behind the bins",
        "checking with the caretaker now",
    ],
)
def test_who_goes_to_look_or_ask_says_so(text: str) -> None:
    assert goes_to_look(text)


@pytest.mark.parametrize(
    "text",
    [
        "let me check: when was it scanned?",
        "hold on, there is a note on the door",
        "I looked and I'll look no more",
        "I'll ask my bank for the money",
        "I'll check, but what then if it's gone",
        "I asked my flatmate",
        "I must ask you something",
        "I'm looking for my parcel",
    ],
)
def test_what_was_done_or_asked_or_threatened_is_no_such_word(text: str) -> None:
    assert not goes_to_look(text)


@pytest.mark.parametrize(
    "text",
    [
        "I won't ring at every door in this street",
        "no way I'm asking the neighbours again",
        "must I really go and knock at strangers?",
        "I don't want to ask the neighbours",
    ],
)
def test_who_will_not_ask_the_neighbours_is_heard(text: str) -> None:
    assert asks_nobody(text)


@pytest.mark.parametrize(
    "text", ["I have to ask the neighbours tonight", "none of the neighbours has it", "I asked next door"]
)
def test_who_asks_or_asked_them_refuses_nothing(text: str) -> None:
    assert not asks_nobody(text)


@pytest.mark.parametrize(
    "text",
    [
        "it was under the garden bench!! who puts it there?",
        "oh, my husband put it in the wardrobe",
        "wait, the concierge has it. sorry",
        "they were in the meter cupboard",
    ],
)
def test_a_place_at_home_or_somebody_who_has_it_is_where_it_lay(text: str) -> None:
    assert tells_where_it_lay(text)


@pytest.mark.parametrize(
    "text",
    [
        "it was on the van all day",
        "is it in the shed?",
        "maybe my neighbour has it",
        "it's not in the porch",
        "it is in the letterbox of number 9",
        "it is in the post office",
        "it was in the office of the depot",
        "the neighbour took it, everybody knows him",
    ],
)
def test_a_guess_a_question_or_somebody_elses_place_is_not(text: str) -> None:
    assert not tells_where_it_lay(text)
