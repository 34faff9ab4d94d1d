"""A case stands as the newest word left it."""

from __future__ import annotations

import pytest

from parcelbot.core.cases.standing import CaseAccount, Revision, StandingCase


def stands(*said: str, matters: tuple[str, ...] = ("item_wrong",), **more: tuple[str, ...]) -> StandingCase:
    return StandingCase.of(CaseAccount(matters, said=said, **more))


@pytest.mark.parametrize(
    ("said", "wishes", "out"),
    [
        (
            ("could I keep it for half the price?", "no wait, rather the green ones please"),
            ("the right item",),
            ("to keep it for less",),
        ),
        (("please send me another one", "hmm, actually the money"), ("a refund",), ("a replacement",)),
        (("ring me please", "no calls, write to me"), ("an answer in writing, no call",), ("a call",)),
        (("ich will ein neues Paket", "nein, doch lieber mein Geld zurück, bitte"), ("a refund",), ("a replacement",)),
        (("a refund, please", "when will the money be there?"), ("a refund",), ()),
        (("I don't want a refund, I want to know where it is",), (), ("a refund",)),
    ],
)
def test_a_change_of_mind_takes_the_place_of_the_wish_before(
    said: tuple[str, ...], wishes: tuple[str, ...], out: tuple[str, ...]
) -> None:
    case = stands(*said)
    assert (case.wishes, case.out) == (wishes, out)


def test_a_sentence_that_wishes_what_is_out_is_quoted_no_more() -> None:
    case = stands(
        "could you send me another one please",
        "no wait, I'd take the money",
        notes=("could you send me another one please", "it was a gift"),
    )
    assert case.noted == ("it was a gift",)


def test_an_order_that_is_to_stay_is_kept_apart_from_the_one_that_goes() -> None:
    assert stands("cancel 8101 please", "no, keep 8101, cancel 8102", matters=("cancel_order",)).kept == "8101"


def test_wishes_are_no_problems_unless_the_case_is_nothing_else() -> None:
    assert stands(matters=("item_wrong", "refund_wanted")).problems == ("item_wrong",)
    assert stands(matters=("refund_wanted", "call_me")).problems == ("refund_wanted",)


def test_a_revision_names_what_went_and_what_is_new() -> None:
    before = stands("another one please")
    after = stands("another one please", "no, rather the money, please")
    assert Revision.between(before, after) == Revision(("a replacement",), ("a refund",))


def test_what_it_never_was_about_is_named_as_such() -> None:
    before = stands(matters=("tracking_not_updating", "customs_payment"))
    after = stands(matters=("tracking_not_updating",), ruled_out=("customs_payment",))
    assert Revision.between(before, after).out == ("customs_payment",)


def test_an_order_that_is_called_off_beside_this_one_stands_in_a_line_of_its_own() -> None:
    told = CaseAccount(("available_for_pickup",), said=("cancel 7402 please",), order="7401")
    case = StandingCase.of(told)
    assert (case.facts, case.wishes) == (("order 7402: to cancel",), ())


def test_a_second_order_that_is_named_stands_beside_the_own_one() -> None:
    said = ("order 7402 is not here either", "I do not want money")
    case = StandingCase.of(CaseAccount(("late_delivery",), said=said, order="7401"))
    assert (case.facts, case.wishes) == (("also about order 7402",), ())


def test_what_somebody_is_asked_to_do_stays_among_the_questions_though_it_was_spoken_of() -> None:
    asked = "Could you ask the driver to use the side gate?"
    opening = "the carrier came twice last week and left again"
    assert stands(opening, asked, answered=(asked,)).asks == (asked,)
    assert stands(opening, asked, notes=(asked,)).asks == ()


@pytest.mark.parametrize(
    "second",
    ["mejor no lo anulen, se lo doy a mi hermana", "jetzt bitte doch nicht stornieren", "iptal etmeyin lütfen"],
)
def test_an_order_that_is_to_stay_after_all_is_not_called_off(second: str) -> None:
    case = stands("please cancel my order", second, matters=(), ruled_out=("cancel_order",))
    assert (case.wishes, case.out) == ((), ("to cancel",))


def test_a_value_that_was_put_right_stands_with_the_one_it_replaces() -> None:
    assert stands("the code of the gate is 4481, they cannot get in", "sorry, 4418").facts == ("4418, not 4481",)
