"""How soon a case needs a person, and what an order is worth."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcelbot.core.answering.tables import Urgency
from parcelbot.core.cases.priority import CaseFacts, Priorities, parse_priorities, read_money
from parcelbot.core.cases.tickets import Priority
from parcelbot.core.questions import Question
from tests.unit.core.builders import PRIORITIES, priority_row


def priorities(*rows: dict[str, object]) -> Priorities:
    data = {"high_value": {"amounts": {"EUR": 150, "USD": 160}}, "rows": [*rows, priority_row("rest", "normal", 8)]}
    return parse_priorities(data)


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("89.00 EUR", (Decimal("89"), "EUR")),
        ("89 EUR", (Decimal("89"), "EUR")),
        ("89.9 USD", (Decimal("89.9"), "USD")),
        ("89.90EUR", (Decimal("89.9"), "EUR")),
        (" 310.00 USD ", (Decimal("310"), "USD")),
        ("1,299.00 USD", (Decimal("1299"), "USD")),
        ("1,299 USD", (Decimal("1299"), "USD")),
        ("1,234,567.89 USD", (Decimal("1234567.89"), "USD")),
        ("89,90 EUR", (Decimal("89.9"), "EUR")),
        ("1.299,00 EUR", (Decimal("1299"), "EUR")),
        ("0.00 EUR", (Decimal(0), "EUR")),
    ],
)
def test_an_amount_with_its_currency_is_read(text: str, money: tuple[Decimal, str]) -> None:
    assert read_money(text) == money


@pytest.mark.parametrize(
    "text",
    [
        "",
        "EUR",
        "89.00",
        "89.00 eur",
        "€89.00",
        "89.00 EURO",
        "about 89 EUR",
        "89.00 EUR 12.00 USD",
        "-89.00 EUR",
        "1.299 EUR",
        "12.500 KWD",
        "1,29,900 INR",
        "٨٩ EUR",
        "89.00 EUR\n100.00 EUR",
        "None",
    ],
)
def test_what_is_less_plain_is_not_guessed(text: str) -> None:
    assert read_money(text) is None


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    money = read_money(text)
    assert money is None or (money[0] >= 0 and len(money[1]) == 3)


@pytest.mark.parametrize(
    ("value", "high"),
    [("150.00 EUR", True), ("149.99 EUR", False), ("159.00 USD", False), ("160 USD", True), ("900 JPY", None)],
)
def test_each_currency_has_its_own_amount_and_an_unknown_one_none(value: str, high: bool | None) -> None:
    assert priorities().is_high_value(value) is high


def test_an_order_without_a_value_is_neither_high_nor_low() -> None:
    assert priorities().is_high_value("") is None


def test_the_first_row_that_applies_decides() -> None:
    table = priorities(
        priority_row("one", "urgent", 1, question="delivered_not_received"),
        priority_row("two", "high", 4, question=["delivered_not_received", "late_delivery"]),
    )
    assert table.decide(CaseFacts(question=Question.DELIVERED_NOT_RECEIVED)).id == "one"
    assert table.decide(CaseFacts(question=Question.LATE_DELIVERY)).id == "two"


def test_everything_else_goes_to_the_last_row() -> None:
    row = PRIORITIES.decide(CaseFacts())
    assert (row.id, row.priority) == ("the_rest", Priority.NORMAL)


def test_without_a_catch_all_the_table_says_so() -> None:
    with pytest.raises(LookupError):
        replace(PRIORITIES, rows=PRIORITIES.rows[:1]).decide(CaseFacts())


def test_what_is_not_known_satisfies_no_condition() -> None:
    table = priorities(
        priority_row("soon", "urgent", 1, protection_days_left="<= 5"),
        priority_row("again", "high", 4, days_since_contact="<= 14"),
        priority_row("dear", "high", 4, high_value=True),
    )
    assert table.decide(CaseFacts()).id == "rest"


def test_numbers_are_compared_with_their_bounds() -> None:
    table = priorities(priority_row("soon", "urgent", 1, protection_days_left="> 0, <= 5"))
    found = {days: table.decide(CaseFacts(protection_days_left=days)).id for days in (0, 1, 5, 6)}
    assert found == {0: "rest", 1: "soon", 5: "soon", 6: "rest"}


def test_enums_are_compared_by_the_names_that_rows_write() -> None:
    assert PRIORITIES.decide(CaseFacts(urgency=Urgency.URGENT)).id == "urgent_row"


def test_a_priority_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="huge"):
        priorities(priority_row("one", "huge", 1))
