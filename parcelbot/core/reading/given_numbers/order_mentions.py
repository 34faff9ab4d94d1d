"""Find where a shopper names an order of ours: "order 7401", "#7401", "7401 is my order"; and what only counts."""

from __future__ import annotations

from collections.abc import Iterator

from parcelbot.core.reading.codes import number_patterns as p
from parcelbot.core.reading.given_numbers import lead_words


def order_mentions(text: str) -> Iterator[tuple[int, int]]:
    """Locate the digits of every order that `text` names, each once; empty for a text that names none."""
    taken: set[int] = set()
    for start, end in _named(text):
        for digits in p.ORDER_DIGITS.finditer(text, start, end):
            if digits.start() not in taken and not is_an_amount(text, digits.end()):
                taken.add(digits.start())
                yield digits.span()


def is_an_amount(text: str, end: int) -> bool:
    """Tell whether the number that ends at `end` counts something: money, days."""
    return bool(p.AMOUNT_AFTER.match(text, end) or lead_words.AMOUNT_AFTER.match(text, end))


def _named(text: str) -> Iterator[tuple[int, int]]:
    lone = p.LONE_ORDER.fullmatch(text) or lead_words.LONE_ORDER.fullmatch(text)
    if lone and not all(p.YEAR.fullmatch(digits) for digits in p.ORDER_DIGITS.findall(lone[1])):
        yield lone.span(1)
    for pattern in (p.NAMED_ORDER, p.HASH_ORDER, p.ORDER_AFTER, lead_words.ORDER_AFTER):
        yield from (match.span(1) for match in pattern.finditer(text))
    for match in lead_words.NAMED_ORDER.finditer(text):
        if not p.YEAR.fullmatch(match[1]) or lead_words.calls_it_a_number(text[: match.start(1)]):
            yield match.span(1)
