"""What a shopper asks for, in the shopper's own words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parcelbot.core.cases.account import CaseAccount
from parcelbot.core.cases.standing import StandingCase
from parcelbot.core.cases.summary import wanted as words_of
from parcelbot.core.questions import Question
from parcelbot.core.reading.wanted.wishes import damage_told, drops, rulings, wished_matters, wishes_in


def wanted(matters: Sequence[str], said: Sequence[str]) -> str:
    return words_of(StandingCase.of(CaseAccount(tuple(matters), said=tuple(said))))


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("I just want my money back", "a refund"),
        ("please refund me", "a refund"),
        ("can you send me another one", "a replacement"),
        ("please resend it", "a replacement"),
        ("cancel my order", "to cancel"),
        ("I need to change my delivery address", "another address"),
        ("can someone call me back", "a call"),
        ("I will send it back to you", "to return it"),
        ("open an investigation with the carrier", "an investigation"),
    ],
)
def test_a_wish_is_read_from_the_words(said: str, wish: str) -> None:
    assert wanted(("tracking_not_updating",), [said]).startswith(f"{wish};")


@pytest.mark.parametrize(
    "said",
    [
        "did you cancel it behind my back?",
        "has my order been cancelled",
        "the page says it is cancelled",
        "who cancelled it",
    ],
)
def test_what_was_done_already_or_may_have_been_is_no_wish(said: str) -> None:
    assert wishes_in([said]) == []


@pytest.mark.parametrize(
    ("said", "wish"),
    [("the parcel is lost please refund me", "a refund"), ("is it possible to cancel the order", "to cancel")],
)
def test_a_wish_beside_what_is_told_stays_one(said: str, wish: str) -> None:
    assert wanted(("where_is_my_order",), [said]).startswith(f"{wish};")


def test_the_first_matter_is_a_wish_like_the_others() -> None:
    assert wanted(("refund_wanted", "call_me"), []).startswith("a refund, a call")


def test_several_wishes_are_all_told() -> None:
    assert wanted(("",), ["a refund or a replacement, I don't care"]).startswith("a refund, a replacement;")


def test_what_the_shopper_does_not_want_is_no_wish() -> None:
    assert wanted(("late_delivery",), ["I don't want a refund, I want my parcel"]).startswith("not wanted")


def test_without_a_wish_nothing_is_wished_in_the_shoppers_place() -> None:
    said = "it has been at the depot since Friday"
    assert wanted(("delivered_not_received",), [said]) == f"“{said}”"
    assert wanted(("",), []) == "to talk to a person"


def test_asking_to_send_it_is_no_return() -> None:
    assert wishes_in(["yes, send it"]) == []


def test_the_longest_thing_said_is_quoted() -> None:
    said = ["my parcel has been in customs since Monday", "yes"]
    assert wanted(("customs_delay",), said).endswith("“my parcel has been in customs since Monday”")


def test_the_first_thing_told_names_the_trouble_and_is_quoted_too() -> None:
    said = ["hi", "my towels say delivered, they aren't here", "I asked all my neighbours and the shop on the corner"]
    assert wanted(("delivered_not_received",), said).endswith(
        "“my towels say delivered, they aren't here” … “I asked all my neighbours and the shop on the corner”"
    )


def test_the_last_word_on_a_wish_counts() -> None:
    said = ["I want my money back", "no refund please, I'd like it sent again"]
    assert wanted(("delivered_not_received",), said).startswith("a replacement;")


def test_what_was_wished_in_another_language_is_known_by_what_it_was_understood_as() -> None:
    said = ["ich hätte gern mein Geld zurück"]
    assert wanted(("late_delivery", "refund_wanted"), said).startswith("a refund;")


def test_a_wish_that_is_taken_back_takes_its_line_with_it() -> None:
    assert drops("not a refund, send it again", "I want my money back")
    assert not drops("not a refund, send it again", "it is flat 4b")
    assert not drops("a refund, please", "I want my money back")


def test_a_long_complaint_is_cut_at_a_word() -> None:
    told = wanted(("",), ["word " * 200])
    assert told.endswith("word …”")
    assert 500 < len(told) < 660


@pytest.mark.parametrize("said", ["the box is CRUSHED and wet", "Crushed! and it was wet, crushed"])
def test_words_for_damage_are_kept_once(said: str) -> None:
    assert damage_told([said]) == "crushed, wet"


def test_no_damage_is_no_words() -> None:
    assert damage_told(["where is it", "it works"]) == ""


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("I'd like a new mug", ["a replacement"]),
        ("send me a new lid please", ["a replacement"]),
        ("I need a new address for it", ["another address"]),
        ("I want a new delivery day", []),
    ],
)
def test_a_new_piece_is_wished_and_no_new_day(text: str, wish: list[str]) -> None:
    assert wishes_in([text]) == wish


@pytest.mark.parametrize(
    "text",
    [
        "can we have a new tracking number",
        "I need a replacement number please",
        "please replace the street by Elm Road 4",
        "could you resend the tracking link",
    ],
)
def test_a_number_or_a_street_in_place_of_another_is_no_second_article(text: str) -> None:
    assert "a replacement" not in wishes_in([text])


@pytest.mark.parametrize("text", ["please resend it to my address", "I want a new lamp", "replace it, this is cracked"])
def test_an_article_in_place_of_another_is(text: str) -> None:
    assert wishes_in([text])[:1] == ["a replacement"]


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Could you not pay the duty for me?", "the charge paid by us"),
        ("May I ask who signed for it?", "proof of delivery"),
        ("is there a delivery photo", "proof of delivery"),
    ],
)
def test_proof_and_a_charge_are_wished_for_by_whoever_asks_for_them(text: str, wish: str) -> None:
    assert wishes_in([text]) == [wish]


@pytest.mark.parametrize(
    "text", ["you said I pay the duty at the door", "I need to sign for it", "do I have to pay the tax?"]
)
def test_what_is_only_spoken_of_is_no_such_wish(text: str) -> None:
    assert wishes_in([text]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for the refund of the first one, the rest came today",
        "you replaced the lid in spring already",
        "is a replacement possible with gift cards?",
        "could one get a refund if the post loses a box?",
        "spare me the talk about refunds please",
        "the depot returns it after ten days and then it is with you",
        "my cousin wanted her money back too",
        "I bought a new one in town yesterday",
        "they want me to send it back to the depot",
        "the refund is four pounds short",
        "I still have no refund",
        "they won't pick it up before noon",
        "please mail the receipt to me",
        "do not leave it with the baker again, tell them",
    ],
)
def test_what_others_did_or_rules_allow_is_wished_by_nobody(text: str) -> None:
    assert rulings(text) == {}


@pytest.mark.parametrize(
    ("text", "ruled"),
    [
        ("the shop refunded one, I'd like the other replaced", {"a replacement": True}),
        ("a replacement would be lovely", {"a replacement": True}),
        ("could they bring it out again on Friday?", {"another delivery attempt": True}),
        ("it must be cancelled, I ordered in error", {"to cancel": True}),
        ("I never asked for a refund", {"a refund": False}),
    ],
)
def test_what_somebody_says_of_their_own_case_is_wished_or_refused(text: str, ruled: dict[str, bool]) -> None:
    told = rulings(text)
    assert {wish: told.get(wish) for wish in ruled} == ruled


def test_none_of_it_refuses_only_beside_something_else_that_is_wished() -> None:
    assert "a refund" not in rulings("no refund, no parcel, no answer")
    assert rulings("no refund, I'd like another one")["a refund"] is False


@pytest.mark.parametrize(
    "second",
    [
        "hm if the small one takes a month actually just send the money back",
        "if blue is sold out then rather the money",
        "money back after all",
        "to jednak chcę zwrot pieniędzy",
        "тогда лучше верните деньги",
    ],
)
def test_money_that_is_wished_after_an_exchange_takes_its_place(second: str) -> None:
    assert wishes_in(["can I swap it for a small one?", second]) == ["a refund"]


@pytest.mark.parametrize(
    "second",
    [
        "if they actually just refund people, tell me",
        "would it be money back after all?",
        "if it takes a month then tell me",
    ],
)
def test_a_condition_that_only_speaks_of_money_leaves_the_exchange(second: str) -> None:
    assert wishes_in(["can I swap it for a small one?", second]) == ["an exchange"]


@pytest.mark.parametrize(
    "text",
    [
        "I want either a replacement or my money",
        "a refund or a new one, whichever is quicker",
        "Ich will entweder ein neues Paket oder mein Geld.",
        "Je veux soit un nouvel envoi, soit le remboursement.",
        "Quiero otro paquete o el dinero, me da igual",
    ],
)
def test_of_two_that_are_left_to_us_both_stand(text: str) -> None:
    ruled = rulings(text)
    assert ruled["a refund"]
    assert ruled["a replacement"]


@pytest.mark.parametrize("text", ["is it a replacement or a refund", "do I get my money or a new one?"])
def test_who_asks_which_of_two_it_is_wishes_for_neither(text: str) -> None:
    assert not any(rulings(text).values())


def test_a_refund_that_has_not_come_is_not_refused_beside_another_sentence() -> None:
    assert "a refund" not in rulings("I sent it back in May and no refund. Put it in writing, please.")


@pytest.mark.parametrize("said", ["a new one please, no money", "no money, just the same once more please, a new one"])
def test_money_that_is_refused_is_no_wish_for_it(said: str) -> None:
    assert Question.REFUND_WANTED not in wished_matters(said)
