"""Say what came of having a shopper written to whose parcel is late."""

from __future__ import annotations

from enum import Enum


class WarningOutcome(str, Enum):
    """Result of having a shopper written to: agreed to, or the reason why they are not."""

    AGREED = "agreed"
    OVER = "over"
    TOLD_ALREADY = "told_already"
    WRITTEN_TODAY = "written_today"
    OPTED_OUT = "opted_out"
    WITH_THE_TEAM = "with_the_team"
    NO_WAY = "no_way"
