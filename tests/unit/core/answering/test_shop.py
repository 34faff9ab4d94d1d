"""What the owner tells about buying, as it is told to a shopper of one country."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.answering.facts import Facts
from parcelbot.core.answering.shop import EVERYWHERE, ShopFacts
from parcelbot.core.questions import Question
from tests.unit.core.builders import NOW

SHOP = ShopFacts({Question.SHIPPING_TIME: {EVERYWHERE: "10 to 20 business days", "GB": "7 to 12 business days"}})
ASKED = Facts(now=NOW, question=Question.SHIPPING_TIME, country="GB", shop=SHOP)


def test_a_country_of_its_own_comes_before_everywhere() -> None:
    assert SHOP.tell(Question.SHIPPING_TIME, "GB") == "7 to 12 business days"
    assert SHOP.tell(Question.SHIPPING_TIME, "BR") == "10 to 20 business days"
    assert SHOP.tell(Question.SHIPPING_TIME, "") == "10 to 20 business days"


def test_what_the_owner_has_not_told_is_empty() -> None:
    assert SHOP.tell(Question.IMPORT_DUTIES, "GB") == ""
    assert ShopFacts().tell(Question.SHIPPING_TIME, "GB") == ""
    only_britain = ShopFacts({Question.SHIPPING_TIME: {"GB": "a week"}})
    assert only_britain.tell(Question.SHIPPING_TIME, "BR") == ""


def test_the_facts_tell_what_is_asked_and_nothing_else() -> None:
    assert (ASKED.shop_fact, ASKED.shop_tells) == ("7 to 12 business days", True)
    duties = replace(ASKED, question=Question.IMPORT_DUTIES)
    assert (duties.shop_fact, duties.shop_tells) == ("", False)
