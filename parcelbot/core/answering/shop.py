"""Hold what the owner has told about buying, for questions that come before an order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parcelbot.core.questions import Question

#: Key of what holds for every country that has no entry of its own.
EVERYWHERE = ""


@dataclass(frozen=True)
class ShopFacts:
    """The owner's clauses about shipping times, costs and duties: by question, then by country (ISO 3166 alpha-2)."""

    told: Mapping[Question, Mapping[str, str]] = field(default_factory=dict)

    def tell(self, question: Question, country: str) -> str:
        """Give the clause for `country`, else the one for everywhere; "" where the owner has told nothing."""
        by_country = self.told.get(question, {})
        return by_country.get(country) or by_country.get(EVERYWHERE, "")
