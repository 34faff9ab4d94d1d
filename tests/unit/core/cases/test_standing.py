"""A case stands as the newest word left it."""

from __future__ import annotations

from typing import Any

import pytest

from parcelbot.core.cases.account import CaseAccount
from parcelbot.core.cases.standing import Revision, StandingCase
from parcelbot.core.cases.titles import titles
from parcelbot.core.reading.facts.told_facts import sentences_of


def stands(*said: str, matters: tuple[str, ...] = ("item_wrong",), **more: Any) -> StandingCase:
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


def test_a_wish_leads_a_case_that_only_asks_for_a_paper_besides() -> None:
    assert stands(matters=("invoice", "refund_wanted")).problems == ("refund_wanted", "invoice")
    assert stands(matters=("charged_twice", "refund_wanted")).problems == ("charged_twice",)


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


def test_where_a_trouble_has_its_name_what_the_case_was_begun_with_stands_among_the_rest() -> None:
    begun = "The gift note was left out. Can that still be sent?"
    case = stands("it is late", begun, occasion=begun, matters=("late_delivery",))
    assert (case.opening, case.problems) == ("", ("late_delivery",))
    assert (case.story, case.asks) == ((), (begun,))


@pytest.mark.parametrize(
    "aside", ["wait, the tram is loud", "attends, je cherche mes lunettes", "小さい画面ですみません"]
)
def test_what_is_of_the_talk_alone_names_no_case_and_is_no_part_of_it(aside: str) -> None:
    told = "In the pocket of the coat lay somebody's key."
    case = stands(told, aside, matters=(), occasion=aside, asides=(aside,))
    assert case.opening == told
    assert aside not in (*case.story, *case.asks, *case.words)


def test_a_fact_stands_in_its_line_and_nowhere_else() -> None:
    told = ("My passport still has my maiden name, Ilves.", "The parcel smells of smoke a little.")
    case = stands("customs have had it for a week", *told, facts=(("other_name", told[0]),))
    assert [(line.title, line.sentences) for line in case.told] == [("Name", (told[0],))]
    assert case.story == ("customs have had it for a week", told[1])


def test_a_fact_is_put_right_like_all_else_that_was_told() -> None:
    told = "The PO box is 1187, nothing comes to the street."
    case = stands(told, "sorry, 1178", facts=(("po_box", told),))
    assert case.told[0].sentences == ("The PO box is 1178, nothing comes to the street.",)


def test_where_nothing_has_a_name_the_sentence_that_tells_most_stands_for_it() -> None:
    case = stands(
        "Guten Abend, eine ungewöhnliche Frage. In der Tasche des Mantels lag ein fremder Schlüssel.", matters=()
    )
    assert case.opening == "In der Tasche des Mantels lag ein fremder Schlüssel."


def test_the_state_of_the_parcel_names_a_case_only_of_which_nothing_is_told() -> None:
    told = CaseAccount(said=("the seam of the curtain is crooked, look",), state="customs_delay")
    assert StandingCase.of(told).problems == ()
    assert StandingCase.of(CaseAccount(state="customs_delay")).problems == ("customs_delay",)


@pytest.mark.parametrize(
    ("said", "wishes", "out"),
    [
        (("can I swap it for a medium?", "actually just refund me"), ("a refund",), ("an exchange",)),
        (("I want my money back", "no wait. swap it please"), ("an exchange",), ("a refund",)),
        (("cancel it please", "no, don't cancel, swap it"), ("an exchange",), ("to cancel",)),
        (("ich möchte es gegen Größe 40 tauschen", "bitte doch stornieren"), ("to cancel",), ("an exchange",)),
        (("quiero cancelar el pedido", "no lo cancelen"), (), ("to cancel",)),
        (("хочу обменять на M, обмен нужен", "нет, лучше отмените заказ"), ("to cancel",), ("an exchange",)),
    ],
)
def test_a_swap_and_a_cancellation_give_way_to_one_another(
    said: tuple[str, ...], wishes: tuple[str, ...], out: tuple[str, ...]
) -> None:
    case = stands(*said)
    assert (case.wishes, case.out) == (wishes, out)


def test_a_figure_that_is_put_right_is_named_and_what_was_said_stays_as_it_was_said() -> None:
    said = ("the shop opens again in 14 days", "pardon, pas 14 mais 6")
    case = stands(*said)
    assert (case.story, case.put_right) == (said, ("6, not 14",))


@pytest.mark.parametrize(
    "later",
    [
        ("stop 5310, keep 5318", "so is 5310 stopped?", "as i wrote: 5310 stop, 5318 keep"),
        ("not 5318, 5310 please", "wait, keep 5318 and not 5310", "please not both"),
        ("5310 kann weg, 5318 bleibt", "also nicht 5318, sondern 5310", "5310 stornieren, 5318 behalten"),
    ],
)
def test_of_two_orders_that_were_named_side_by_side_none_is_put_right_by_a_wish(later: tuple[str, ...]) -> None:
    said = ("bought the same twice, 5310 and 5318, stop 5318 please", *later)
    case = stands(*said, order="5310", matters=("cancel_order",))
    assert case.put_right == ()
    assert set(sentences_of(case.story)) <= set(sentences_of(said))


def test_what_only_opens_like_a_slip_is_told_all_the_same() -> None:
    said = "Deliver to 48 Heron Walk. sorry 48 is my sister's, the flat below"
    assert "sorry 48 is my sister's, the flat below" in stands(said, matters=("change_address",)).story


def test_a_figure_told_twice_is_left_as_it_was_said() -> None:
    assert stands("12 towels in 12 bags came", "not 12, 9").put_right == ()


def test_a_question_of_a_word_or_two_keeps_the_sentence_it_follows() -> None:
    said = "My aunt has ironed the collar flat already. That a bother?"
    assert stands(said, notes=(said,)).asks == (said,)


def test_a_short_word_before_a_figure_ends_no_sentence() -> None:
    assert "Кв. 12" in stands("Забыла квартиру в адресе, допишите. Кв. 12", matters=()).story


def test_a_dead_telephone_names_the_case_and_no_change_of_address() -> None:
    said = ("the phone number on the order no longer works",)
    assert titles(("change_address",), "", said) == ("wrong_phone",)


def test_an_order_that_is_called_off_no_more_names_no_problem() -> None:
    case = stands("cancel it please", "could you swap it for the grey one rather", matters=(), state="cancel_order")
    assert (case.problems, case.wishes, case.out) == ((), ("an exchange",), ("to cancel",))


@pytest.mark.parametrize("asked", ["who tells the postman, you or me?", "wer sagt das dem Boten, ihr oder ich?"])
def test_a_question_names_no_problem_where_the_matter_has_a_name(asked: str) -> None:
    case = stands("the bell is broken", asked, matters=("change_address",), occasion=asked)
    assert (case.opening, case.problems) == ("", ("change_address",))
    assert stands("the bell is broken", asked, matters=(), occasion=asked).opening == asked


def test_what_only_begins_like_a_question_stands_among_what_was_told() -> None:
    case = stands("I was there on Monday.", "mum is out, cant ask her till eight", matters=("item_missing",))
    assert case.asks == ()
    assert case.story == ("I was there on Monday.", "mum is out, cant ask her till eight")


@pytest.mark.parametrize(
    ("told", "corrects", "fact"),
    [
        (
            "manca la palazzina, F come Firenze",
            "no scusa, palazzina C, la F era prima",
            "palazzina C, not F",
        ),
        ("der Aufgang B fehlt", "sorry, Aufgang E, B ist das Büro", "Aufgang E, not B"),
        ("it's entrance 4a by the shop", "oh no entrance 4b, 4a is the shop", "entrance 4b, not 4a"),
    ],
)
def test_a_part_of_an_address_that_is_put_right_is_named(told: str, corrects: str, fact: str) -> None:
    case = stands(told, corrects, matters=("change_address",))
    assert case.put_right == (fact,)


@pytest.mark.parametrize("also", ["and staircase C is locked", "the lift at staircase C, ask there"])
def test_another_part_puts_nothing_right(also: str) -> None:
    assert stands("ours is staircase A", also, matters=("change_address",)).put_right == ()


def test_a_change_of_mind_that_comes_back_to_what_was_told_takes_the_one_between_out() -> None:
    case = stands(
        "please add flat 27",
        "wait, actually send it to my office, 8 Quarry Lane",
        "hmm no, my sister is home after all, so only the flat, 27",
        matters=("change_address",),
    )
    assert not any("Quarry" in line for line in (*case.story, *case.asks))
    assert any("flat 27" in line for line in case.story)


@pytest.mark.parametrize(
    "between",
    ["wait, actually ring the porter instead", "the code of the gate is 5512", "my office is at 8 Quarry Lane"],
)
def test_what_changed_something_else_stays_when_a_figure_is_named_again(between: str) -> None:
    case = stands("please add flat 27", between, "no really, flat 27 it is", matters=("change_address",))
    assert between in case.story


def test_a_thing_named_after_a_change_of_mind_is_the_one_an_exchange_was_for() -> None:
    said = (
        "could you swap it for a nine please",
        "then just give me my money back",
        "nah wait, I'd rather have the boots",
    )
    case = stands(*said)
    assert (case.wishes, case.out) == (("an exchange",), ("a refund",))
    assert stands(said[0], said[2]).wishes == ("an exchange",)


def test_goods_that_go_back_for_money_are_exchanged_no_more() -> None:
    case = stands("swap it please", "I've slept on it. Can I just send all back and have the money")
    assert (case.wishes, case.out) == (("a refund",), ("an exchange",))


def test_a_slip_of_the_own_order_is_no_other_order() -> None:
    case = stands("order KO-41362 is late", "oops, order KO-41326", order="KO-41326")
    assert case.put_right == ("KO-41326, not KO-41362",)
    assert not any("also about" in fact for fact in case.facts)


@pytest.mark.parametrize("other", ["KO-41325", "KO-77326"])
def test_an_order_like_the_own_one_is_another_all_the_same(other: str) -> None:
    assert f"also about order {other}" in stands(f"order {other} is late", "order KO-41326 too", order="KO-41326").facts


def test_a_slip_that_is_put_right_with_a_tag_stands_in_the_case_and_asks_nothing() -> None:
    case = stands("we forgot the flat, it is number 26", "whoops, make that 62, ok?", matters=("change_address",))
    assert (case.put_right, case.asks) == (("62, not 26",), ())
    assert stands("it is number 26", "sorry, is that ok?", matters=("change_address",)).put_right == ()


def test_a_case_that_nothing_was_added_to_is_not_drawn_again() -> None:
    assert stands("it came torn") is stands("it came torn")
    assert stands("it came torn", "the money, please") is not stands("it came torn")
