"""An agent who is writing: kept in the conversation for a moment, for the one who has the case only."""

from __future__ import annotations

from datetime import timedelta

from parcelbot.usecases.desk import WRITES_FOR
from tests.integration.store.desk_cases import ANA, BEN, Shop

MOMENT = timedelta(seconds=1)


def writes(shop: Shop) -> bool:
    return shop.ledger.conversation("c").agent_writes(shop.now)


def test_who_has_the_case_is_writing_for_some_seconds(shop: Shop) -> None:
    shop.case()
    shop.desk.claim("KT-AAAAAA", ANA)
    shop.desk.writing("KT-AAAAAA", ANA)
    assert writes(shop)
    shop.now += WRITES_FOR - MOMENT
    assert writes(shop)
    shop.now += 2 * MOMENT
    assert not writes(shop)


def test_the_processes_that_hold_the_shoppers_page_are_told(shop: Shop) -> None:
    shop.case()
    shop.desk.claim("KT-AAAAAA", ANA)
    before = shop.ledger.positions(["c"])
    shop.signalled.clear()
    shop.desk.writing("KT-AAAAAA", ANA)
    assert shop.signalled == ["c"]
    assert shop.ledger.positions(["c"]) != before


def test_what_is_said_ends_it(shop: Shop) -> None:
    shop.case()
    shop.desk.claim("KT-AAAAAA", ANA)
    shop.desk.writing("KT-AAAAAA", ANA)
    shop.desk.reply("KT-AAAAAA", ANA, "Hello", "e-1")
    assert not writes(shop)


def test_a_colleague_who_types_into_somebody_elses_case_is_not_seen_writing(shop: Shop) -> None:
    shop.case()
    shop.desk.claim("KT-AAAAAA", ANA)
    shop.desk.writing("KT-AAAAAA", BEN)
    assert not writes(shop)


def test_in_a_case_nobody_has_nobody_writes(shop: Shop) -> None:
    shop.case()
    shop.desk.writing("KT-AAAAAA", ANA)
    shop.desk.claim("KT-AAAAAA", ANA)
    assert not writes(shop)


def test_who_gave_the_case_back_writes_no_more(shop: Shop) -> None:
    shop.case()
    shop.desk.claim("KT-AAAAAA", ANA)
    shop.desk.writing("KT-AAAAAA", ANA)
    shop.desk.release("KT-AAAAAA", ANA)
    assert not writes(shop)
