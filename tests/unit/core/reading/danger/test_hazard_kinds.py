from __future__ import annotations

import pytest

from parcelbot.core.reading.danger.hazard_kinds import HazardKind, read_hazard_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the battery swelled up and hissed", HazardKind.FIRE),
        ("her lips are swollen from the scarf", HazardKind.SKIN),
        ("the black dye came off and it itches", HazardKind.SKIN),
        ("a pin in the cuff went into my thumb", HazardKind.SHARP),
        ("the baby swallowed a bead, it was off a lamp", HazardKind.SWALLOWED),
        ("this thing is not safe", HazardKind.GENERAL),
    ],
)
def test_the_words_tell_what_has_to_be_done_first(text: str, kind: HazardKind) -> None:
    assert read_hazard_kind(text) is kind
