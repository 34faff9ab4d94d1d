"""What a sentence tells is read off its English, and holds in every language."""

from __future__ import annotations

import pytest

from parcelbot.core.turn_facts import TurnFact, facts_told_by


@pytest.mark.parametrize(
    ("english", "tells"),
    [
        ("I'm sorry, it is late.", {TurnFact.SORRY}),
        ("Your protection: {protection_days}.", {TurnFact.PROTECTION}),
        ("It went back: {cause_noted}.", {TurnFact.CAUSE}),
        ("{carrier_now} has it: {carrier_contact}.", {TurnFact.HOLDER, TurnFact.CONTACT}),
        ("Wait until {wait_date}.", {TurnFact.WAIT}),
        ("Yes, until {plan_date}.", {TurnFact.ANSWER, TurnFact.WAIT, TurnFact.YES_OR_NO}),
        ("No scan says so.", {TurnFact.YES_OR_NO}),
        ('It waits: "{last_scan_text}".', {TurnFact.QUOTED, TurnFact.SEEN}),
        ('The scan says: "{last_scan_text}".', {TurnFact.SEEN}),
        ("Nothing of that kind.", set()),
    ],
)
def test_what_a_sentence_tells(english: str, tells: set[TurnFact]) -> None:
    assert facts_told_by(english) == tells
