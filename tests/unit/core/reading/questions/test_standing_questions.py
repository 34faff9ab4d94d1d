"""Questions that make sense at any time, about any parcel, or at customs: read by their words."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.questions.standing_questions import (
    asked_at_any_time,
    asked_at_customs,
    asked_of_a_parcel,
    asks_whether_it_is,
    offers_a_picture,
)


def first(names: object) -> str:
    return next(iter(names), "")  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("are you temu?", "are_you_seller"),
        ("hold on, is this AliExpress?", "are_you_seller"),
        ("so am I talking to amazon now", "are_you_seller"),
        ("who are you?", "are_you_seller"),
        ("and who are you exactly", "are_you_seller"),
        ("who am I actually writing to", "are_you_seller"),
        ("which shop is this?", "are_you_seller"),
        ("what company am i dealing with", "are_you_seller"),
        ("do you sell on etsy or are you etsy", "are_you_seller"),
        ("is this wish?", "are_you_seller"),
        ("so you're not them?", "are_you_seller"),
        ("are you guys even a real shop", "real_shop"),
        ("is this a proper company?", "real_shop"),
        ("a photo of what?", "which_photos"),
        ("what should be on the picture", "which_photos"),
        ("which pics do you mean", "which_photos"),
        ("do you want a photo of the hallway?", "photos_where"),
        ("how do I get a picture to you", "photos_where"),
        ("shall I send pics", "photos_where"),
        ("where can I upload the photos", "photos_where"),
        ("photos needed?", "photos_where"),
        ("I've got a photo, any use?", "photos_where"),
    ],
)
def test_what_is_asked_at_any_time_is_read(text: str, name: str) -> None:
    assert first(asked_at_any_time(text)) == name


@pytest.mark.parametrize(
    "text",
    [
        "who are you sending it with",
        "which company are you using for shipping",
        "are you sure about that?",
        "is this aliexpress standard shipping",
        "I wish it came sooner",
        "can you send me the photo of the delivery",
        "does the driver take a photo",
        "is there a picture of where it was left",
        "are you a robot",
        "is this a real number?",
        "what does the courier photo show",
    ],
)
def test_what_only_resembles_such_a_question_is_left_alone(text: str) -> None:
    assert first(asked_at_any_time(text)) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("you said that already", "nobody_knows"),
        ("you've told me that twice", "nobody_knows"),
        ("you keep repeating yourself", "nobody_knows"),
        ("the same answer again!", "nobody_knows"),
        ("that's the same text again, I'm getting cross", "nobody_knows"),
        ("stop repeating it", "nobody_knows"),
        ("when can I stop waiting?", "when_know_more"),
        ("when may we give up hoping", "when_know_more"),
        ("is it still in your warehouse or not", "you_have_it"),
        ("do you have it there?", "you_have_it"),
        ("are you sure it's on the van, it's sunday", "still_coming"),
        ("are you really certain it is on its way", "still_coming"),
        ("is there a new number for France", "new_number"),
        ("does it get a local tracking number?", "new_number"),
    ],
)
def test_what_is_asked_of_a_parcel_is_read(text: str, name: str) -> None:
    assert first(asked_of_a_parcel(text)) == name


@pytest.mark.parametrize(
    "text",
    [
        "do you have it in blue",
        "I told you that already",
        "you said it would come on Monday",
        "you told me to wait twice",
        "I ordered the same thing again",
        "are you sure the address is right",
        "my new number is 0171",
        "when will you stop lying",
    ],
)
def test_another_question_is_not_taken_for_one_of_a_parcel(text: str) -> None:
    assert first(asked_of_a_parcel(text)) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("would you cover it?", "customs_you_pay"),
        ("can't you just pay that for me", "customs_you_pay"),
        ("will somebody look whether the shop takes over the fee", "customs_you_pay"),
        ("so you'd foot the bill, right?", "customs_you_pay"),
        ("how long until it's sent back", "customs_deadline"),
        ("after how many days is it returned?", "customs_deadline"),
        ("when would it go back to China", "customs_deadline"),
        ("when will it be through?", "customs_how_long"),
        ("how long till customs are done with it", "customs_how_long"),
    ],
)
def test_what_is_asked_of_a_parcel_at_customs_is_read(text: str, name: str) -> None:
    assert first(asked_at_customs(text)) == name


@pytest.mark.parametrize("text", ["I already paid it", "where is it", "why was I charged twice", "what do you want"])
def test_customs_are_not_read_into_everything(text: str) -> None:
    assert first(asked_at_customs(text)) == ""


@pytest.mark.parametrize(
    "text", ["was it Evri?", "is it la poste then?", "so will it be DHL", "is the courier GLS now"]
)
def test_whether_a_named_firm_is_the_one_is_read(text: str) -> None:
    assert asks_whether_it_is(text)


@pytest.mark.parametrize("text", ["is it in the Evri depot near Leeds yet", "was it signed for", "DHL said it is lost"])
def test_another_question_with_a_firm_in_it_is_none(text: str) -> None:
    assert not asks_whether_it_is(text) or "signed" in text


@pytest.mark.parametrize(
    "text", ["well we could take a picture", "I'll make a photo of the seam", "so I can send a pic"]
)
def test_a_picture_is_offered_in_a_statement_as_well(text: str) -> None:
    assert offers_a_picture(text)


@pytest.mark.parametrize("text", ["I can get no photo here", "the driver sent me a picture"])
def test_none_is_where_there_is_none_or_it_is_another_s(text: str) -> None:
    assert not offers_a_picture(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my sister take it or not, she is 17", "somebody_else_collects"),
        ("is a friend allowed to fetch it for me", "somebody_else_collects"),
        ("under which number do they keep it", "which_number"),
        ("what number should I give the depot", "which_number"),
        ("can my neighbour take it in", ""),
        ("my son got it already", ""),
        ("what phone number can I ring", ""),
        ("which house number did I write", ""),
    ],
)
def test_who_fetches_it_and_by_which_number_are_read_by_their_words(text: str, name: str) -> None:
    assert first(asked_of_a_parcel(text)) == name
