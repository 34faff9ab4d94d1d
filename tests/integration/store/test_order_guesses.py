"""Wrong pairs of order number and e-mail, counted over all conversations."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from parcelbot.core.owner.audit import ORDERS_GUESSED, SHOPPER, AuditFilter
from parcelbot.core.parcel.guessing import LIMITS, WINDOW, CountedBy, OrderKeys
from parcelbot.store.cases.audit import Audit
from parcelbot.store.cases.notices import SqlNotices
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.order_guesses import SqlGuessBook, order_guesses

NOW = datetime(2026, 11, 28, 12, tzinfo=timezone.utc)
ANNA = OrderKeys("7401", "anna@example.com")


@pytest.fixture
def book(engine: Engine) -> SqlGuessBook:
    return SqlGuessBook(engine)


@pytest.fixture
def writes_from(engine: Engine) -> Callable[[str, str], None]:
    """A shopper's conversation, written in from a network."""
    ledger = Ledger(engine)

    def write(conversation_id: str, network: str) -> None:
        ledger.open(conversation_id, NOW)
        ledger.accept(conversation_id, "e-1", now=NOW, text="hello", network=network)

    return write


def test_one_order_with_many_emails_is_closed_in_every_conversation(book: SqlGuessBook) -> None:
    for n in range(LIMITS[CountedBy.ORDER]):
        assert book.admit(f"c-{n}", OrderKeys("7401", f"eve{n}@example.com"), NOW) is None
    assert book.admit("c-new", ANNA, NOW) is CountedBy.ORDER


def test_one_email_with_many_orders_is_closed_in_every_conversation(book: SqlGuessBook) -> None:
    for n in range(LIMITS[CountedBy.EMAIL]):
        assert book.admit(f"c-{n}", OrderKeys(f"750{n}", ANNA.email), NOW) is None
    assert book.admit("c-new", ANNA, NOW) is CountedBy.EMAIL


def test_many_pairs_from_one_network_are_closed(book: SqlGuessBook, writes_from: Callable[[str, str], None]) -> None:
    for n in range(LIMITS[CountedBy.NETWORK]):
        writes_from(f"c-{n}", "203.0.113.9")
        assert book.admit(f"c-{n}", OrderKeys(f"76{n:02}", f"eve{n}@example.com"), NOW) is None
    writes_from("c-new", "203.0.113.9")
    writes_from("c-elsewhere", "198.51.100.1")
    assert book.admit("c-new", ANNA, NOW) is CountedBy.NETWORK
    assert book.admit("c-elsewhere", ANNA, NOW) is None


def test_many_pairs_in_one_conversation_are_closed(book: SqlGuessBook) -> None:
    for n in range(LIMITS[CountedBy.CONVERSATION]):
        book.admit("c-1", OrderKeys(f"77{n:02}", f"eve{n}@example.com"), NOW)
    assert book.admit("c-1", ANNA, NOW) is CountedBy.CONVERSATION


def test_of_many_guesses_at_once_no_more_than_the_limit_get_through(book: SqlGuessBook) -> None:
    guesses = [(f"c-{n}", OrderKeys("7401", f"eve{n}@example.com"), NOW) for n in range(30)]
    with ThreadPoolExecutor(10) as pool:
        admitted = [by for by in pool.map(lambda guess: book.admit(*guess), guesses) if by is None]
    assert len(admitted) <= LIMITS[CountedBy.ORDER]


def test_who_has_shown_the_order_to_be_theirs_is_not_locked_out_by_a_stranger(book: SqlGuessBook) -> None:
    book.admit("c-anna", ANNA, NOW)
    book.fits("c-anna", ANNA)
    for n in range(LIMITS[CountedBy.ORDER] + 1):
        book.admit(f"c-{n}", OrderKeys("7401", f"eve{n}@example.com"), NOW)
    assert book.admit("c-anna", ANNA, NOW) is None
    assert book.admit("c-eve", ANNA, NOW) is CountedBy.ORDER


def test_after_a_day_wrong_pairs_are_forgotten(book: SqlGuessBook, engine: Engine) -> None:
    for n in range(LIMITS[CountedBy.ORDER]):
        book.admit(f"c-{n}", OrderKeys("7401", f"eve{n}@example.com"), NOW)
    later = NOW + WINDOW + timedelta(seconds=1)
    assert book.admit("c-new", ANNA, later) is None
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(order_guesses)).scalar() == 1


def test_a_pair_that_nobody_could_check_is_withdrawn(book: SqlGuessBook) -> None:
    for n in range(LIMITS[CountedBy.ORDER] + 1):
        keys = OrderKeys("7401", f"eve{n}@example.com")
        book.admit("c-1", keys, NOW)
        book.withdraw("c-1", keys)
    assert book.admit("c-1", ANNA, NOW) is None


def test_neither_number_nor_email_can_be_read_in_the_book(book: SqlGuessBook, engine: Engine) -> None:
    book.admit("c-1", ANNA, NOW)
    with engine.connect() as connection:
        assert "anna" not in str(connection.execute(select(order_guesses)).all())


def test_the_owner_is_told_once_a_day_of_each(engine: Engine) -> None:
    notices = SqlNotices(engine)
    for at in (NOW, NOW + timedelta(hours=1), NOW + WINDOW * 2):
        notices.orders_guessed("order 7401", at)
    notices.orders_guessed("order 7402", NOW)
    lines = Audit(engine, lambda: NOW, timezone.utc).page(AuditFilter(action=ORDERS_GUESSED)).lines
    assert sorted(line.detail for line in lines) == ["order 7401", "order 7401", "order 7402"]
    assert {line.agent for line in lines} == {SHOPPER}
