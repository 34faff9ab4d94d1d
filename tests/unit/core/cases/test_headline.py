"""A case has one name, wherever it stands."""

from __future__ import annotations

import pytest

from parcelbot.core.cases.headline import headline
from parcelbot.core.cases.tickets import TicketDraft


@pytest.mark.parametrize(
    ("summary", "issue", "named"),
    [
        (("Problem: Charged twice; also: Where is the order?",), "where_is_my_order", "Charged twice"),
        (("Problem: Going to the wrong place (shopper says: country PT)",), "", "Going to the wrong place"),
        (("Problem: “a foreign key lay in the pocket”",), "", "“a foreign key lay in the pocket”"),
        (("Problem: the assistant did not answer",), "assistant_down", "The assistant did not answer"),
        (("Problem: none named",), "delivered_not_received", "Marked delivered, not received"),
        (("Problem: none named",), "", "Wants a person"),
        ((), "late_delivery", "Later than expected"),
        ((), "lost_in_space", "Lost in space"),
    ],
)
def test_it_is_what_the_summary_begins_with(summary: tuple[str, ...], issue: str, named: str) -> None:
    assert headline(TicketDraft("c", issue=issue, summary=summary)) == named


def test_a_long_sentence_is_cut_between_its_words() -> None:
    name = headline(TicketDraft("c", summary=(f"Problem: “{'very long words ' * 12}”",)))
    assert len(name) < 95
    assert name.endswith("words …”") or name.endswith("long …”") or name.endswith("very …”")
