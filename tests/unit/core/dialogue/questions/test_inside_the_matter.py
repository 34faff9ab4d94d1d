"""A message is read inside the matter that was talked of last, once no scan and no carrier knows of that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.answering.open_matters import Matter, SecondMatters, matter_of, with_open
from parcelbot.core.dialogue.questions import inside_the_matter as reading
from parcelbot.core.dialogue.state import Dialogue

#: As if it stood in `knowledge/follow_ups/`.
SECONDS = SecondMatters(
    matters={
        "where_exactly": Matter.PARCEL,
        "who_has_it": Matter.PARCEL,
        "return_cost": Matter.GOODS,
        "return_how": Matter.GOODS,
        "customs_you_pay": Matter.CUSTOMS,
        "fee_what_for": Matter.CUSTOMS,
        "invoice": Matter.PAPERS,
        "invoice_details": Matter.PAPERS,
        "instalments": Matter.PAYMENT,
    },
    asked_inside={"fee_what_for": frozenset({Matter.PAYMENT})},
)


def inside_the_matter(heard: Heard, dialogue: Dialogue) -> Heard:
    return reading.inside_the_matter(heard, dialogue, SECONDS)


def of(*matters: Matter) -> Dialogue:
    return Dialogue(open_matters=tuple(matter.value for matter in matters))


#: States something, in whatever words.
ON_OUR_STATIONERY = Heard("change_address", "Our stationery says Gebrüder Lindner, in two words.", confidence=0.8)
WHO_OF_US = Heard("you_are_seller", "Would that be them, then?", follow_ups=(FollowUp("who_has_it", 0.33),))
WHEN = Heard("arrival_date", "And on what day is it here?", confidence=0.93)


@pytest.mark.parametrize("open_now", [Matter.PAPERS, Matter.PAYMENT, Matter.GOODS, Matter.PROTECTION, Matter.OWN])
class TestOfAnotherMatter:
    def test_what_is_stated_is_no_address_by_chance(self, open_now: Matter) -> None:
        assert inside_the_matter(ON_OUR_STATIONERY, of(open_now)).intent == "nlu_fallback"

    def test_a_second_question_that_is_hardly_believed_is_none(self, open_now: Matter) -> None:
        assert inside_the_matter(WHO_OF_US, of(open_now)).follow_ups == ()

    def test_a_question_that_is_sure_of_itself_is_heard(self, open_now: Matter) -> None:
        assert inside_the_matter(WHEN, of(open_now)) == WHEN

    def test_who_gives_a_number_may_ask_anything(self, open_now: Matter) -> None:
        with_a_button = replace(ON_OUR_STATIONERY, text="/change_address")
        assert inside_the_matter(with_a_button, of(open_now)) == with_a_button


@pytest.mark.parametrize("message", [ON_OUR_STATIONERY, WHO_OF_US, WHEN])
@pytest.mark.parametrize("open_now", [(), (Matter.PARCEL,), (Matter.PARCEL, Matter.PAPERS), (Matter.ADDRESS,)])
def test_while_the_parcel_is_talked_of_nothing_is_left_out(message: Heard, open_now: tuple[Matter, ...]) -> None:
    assert inside_the_matter(message, of(*open_now)) == message


def test_other_languages_are_believed_from_more_on() -> None:
    asked = Heard("nlu_fallback", "Wo steht das?", english=False, follow_ups=(FollowUp("where_exactly", 0.5),))
    assert inside_the_matter(asked, of(Matter.GOODS)).follow_ups == ()
    in_english = replace(asked, english=True)
    assert inside_the_matter(in_english, of(Matter.GOODS)) == in_english


def test_what_belongs_to_the_open_matter_needs_no_more_than_before() -> None:
    asked = Heard("out_of_scope", "and the cost of that?", follow_ups=(FollowUp("return_cost", 0.2),))
    assert inside_the_matter(asked, of(Matter.GOODS)) == asked


def test_who_bears_a_charge_is_asked_of_the_charge() -> None:
    asked = Heard(
        "refund_wanted",
        "I pay if I get it back from you.",
        confidence=0.95,
        follow_ups=(FollowUp("customs_you_pay", 0.35),),
    )
    assert inside_the_matter(asked, of(Matter.CUSTOMS)).intent == "nlu_fallback"


def test_a_parcel_that_came_is_no_news_while_its_goods_are_talked_of() -> None:
    told = Heard("parcel_arrived", "It got here, that is not what I ask.", confidence=0.6)
    assert inside_the_matter(told, of(Matter.GOODS)).intent == "nlu_fallback"
    assert inside_the_matter(replace(told, confidence=0.95), of(Matter.GOODS)).intent == "parcel_arrived"
    assert inside_the_matter(told, of(Matter.GOODS, Matter.PARCEL)) == told


@pytest.mark.parametrize(("belief", "stays"), [(0.37, False), (0.6, True)])
def test_of_an_address_no_return_is_asked_by_chance(belief: float, stays: bool) -> None:
    asked = Heard("change_address", "Might it go to their branch?", follow_ups=(FollowUp("return_how", belief),))
    assert bool(inside_the_matter(asked, of(Matter.ADDRESS)).follow_ups) is stays


def test_the_newest_matter_comes_first_and_each_stands_once() -> None:
    assert with_open(("parcel", "papers"), Matter.PAPERS) == ("papers", "parcel")
    assert with_open(("parcel",), Matter.PAPERS, Matter.MONEY)[0] == "money"


def test_questions_and_second_questions_belong_to_a_matter_or_fit_any() -> None:
    assert (matter_of("item_wrong"), matter_of("hazard"), matter_of("thanks")) == (Matter.GOODS, None, None)
    assert (SECONDS.of("invoice"), SECONDS.of("how_contacted")) == (Matter.PAPERS, None)


def test_what_a_sum_is_for_goes_on_with_the_payment_that_is_talked_of() -> None:
    asked = Heard("out_of_scope", "and that one is what?", follow_ups=(FollowUp("fee_what_for", 0.25),))
    assert inside_the_matter(asked, of(Matter.PAYMENT)) == asked
    assert inside_the_matter(asked, of(Matter.PAPERS)).follow_ups == ()


class TestABillThatWasAskedFor:
    NAMED = Heard("change_address", "Weberei Holm KG, Am Fleet 3", confidence=0.9)

    def test_what_is_given_after_it_is_the_bills(self) -> None:
        asked = Dialogue(shop_matters=("invoice",), second="invoice")
        assert [found.name for found in reading.as_of_the_bill(self.NAMED, asked, SECONDS).follow_ups] == [
            "invoice_details"
        ]

    @pytest.mark.parametrize("last", ["", "instalments"])
    def test_after_anything_else_it_is_where_the_parcel_goes(self, last: str) -> None:
        asked = Dialogue(shop_matters=(last,) if last else (), second=last)
        assert reading.as_of_the_bill(self.NAMED, asked, SECONDS) is self.NAMED


def test_a_wish_for_money_that_is_stated_is_kept_for_the_person() -> None:
    wished = Heard("refund_wanted", "Then let me have my sum again.", confidence=0.7)
    assert inside_the_matter(wished, of(Matter.OWN)) == wished
    asked = replace(wished, text="So that is nine pounds for me?")
    assert inside_the_matter(asked, of(Matter.OWN)).intent == "nlu_fallback"


@pytest.mark.parametrize(
    "text",
    [
        "has their courier got it yet?",
        "is my package moving?",
        "wo bleibt das Paket denn?",
        "où en est le colis ?",
        "а вторая посылка где?",
        "¿y el paquete grande?",
        "荷物はどこですか？",
        "包裹到哪里了？",
        "أين الطرد؟",
        "kargom nerede?",
    ],
)
def test_who_names_the_parcel_asks_for_it_however_little_it_is_believed(text: str) -> None:
    asked = Heard("where_is_my_order", text, confidence=0.6)
    assert inside_the_matter(asked, of(Matter.PAPERS)) == asked
    assert inside_the_matter(replace(asked, text="And that one, is it?"), of(Matter.PAPERS)) != asked


@pytest.mark.parametrize(("english", "left"), [(False, 2), (True, 1)])
def test_in_other_languages_all_that_resembles_a_matter_speaks_for_it_on_the_way(english: bool, left: int) -> None:
    likely = (FollowUp("invoice_details", 0.41), FollowUp("invoice", 0.24))
    asked = Heard("nlu_fallback", "Geht die Quittung auch auf den Verein?", english=english, follow_ups=likely)
    assert inside_the_matter(asked, of(Matter.PARCEL)).follow_ups == likely[:left]
    alone = replace(asked, follow_ups=likely[1:])
    assert inside_the_matter(alone, of(Matter.PARCEL)).follow_ups == ()


def test_who_has_talked_of_goods_goes_back_to_them_from_the_way_as_easily() -> None:
    asked = Heard("next_step", "and the cushion, how's that done?", follow_ups=(FollowUp("return_how", 0.36),))
    assert inside_the_matter(asked, of(Matter.PARCEL, Matter.GOODS)).follow_ups == asked.follow_ups
    assert inside_the_matter(asked, of(Matter.PARCEL)).follow_ups == ()
    of_the_way = replace(asked, follow_ups=(FollowUp("where_exactly", 0.36),))
    assert inside_the_matter(of_the_way, of(Matter.GOODS, Matter.PARCEL)).follow_ups == ()
