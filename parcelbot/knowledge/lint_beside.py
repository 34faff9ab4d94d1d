"""Check what stands beside a plan: rows that promise no day of their own, and what the owner tells of buying."""

from __future__ import annotations

from collections.abc import Iterator

from parcelbot.core.answering.shop import EVERYWHERE, ShopFacts
from parcelbot.core.answering.tables import Tables, row_name
from parcelbot.core.questions import QUESTIONS, QuestionRole
from parcelbot.knowledge.countries import country_name

_NEVER_MOVE_A_DATE = (QuestionRole.BESIDE, QuestionRole.SAFETY)


def promise_findings(tables: Tables) -> Iterator[str]:
    """Find rows with a date of their own in the tables that questions beside the plan are routed to."""
    names = {question.value for question, traits in QUESTIONS.items() if traits.role in _NEVER_MOVE_A_DATE}
    asked = ((row.then.table, c.values) for row in tables.route.rows for c in row.conditions)
    for name in sorted({table for table, values in asked if names & set(map(str, values))}):
        for row in tables.answers[name].rows:
            if row.then.wait is not None:
                yield f"{row_name(name, row.id)}: waits, though its question stands beside the plan"


def shop_findings(shop: ShopFacts) -> Iterator[str]:
    """Find countries there are not."""
    for question, told in shop.told.items():
        for code in told:
            if code != EVERYWHERE and country_name(code) == code:
                yield f"shop/{question.value}: there is no country {code}"
