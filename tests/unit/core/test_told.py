"""What a sentence tells is read off its English, and holds in every language."""

from __future__ import annotations

import pytest

from parcelbot.core.told import Told, told_by


@pytest.mark.parametrize(
    ("english", "tells"),
    [
        ("I'm sorry, it is late.", {Told.SORRY}),
        ("Your protection: {protection_days}.", {Told.PROTECTION}),
        ("It went back: {cause_noted}.", {Told.CAUSE}),
        ("{carrier_now} has it: {carrier_contact}.", {Told.HOLDER, Told.CONTACT}),
        ("Wait until {wait_date}.", {Told.WAIT}),
        ("Yes, until {plan_date}.", {Told.WAIT, Told.YES_OR_NO}),
        ('It waits: "{last_scan_text}".', {Told.QUOTED, Told.SEEN}),
        ('The scan says: "{last_scan_text}".', {Told.SEEN}),
        ("Nothing of that kind.", set()),
    ],
)
def test_what_a_sentence_tells(english: str, tells: set[Told]) -> None:
    assert told_by(english) == tells
