"""Name the second questions that hang on a day: the end of protection, a day that passed, the day of an answer."""

from __future__ import annotations

from collections.abc import Iterator

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.times.day_words import only_names_days, reproaches_the_day

_PROTECTION = "protection_days"
_DISPUTE_NOW, _IS_OVER, _DAY_PASSED, _REPLY_SOONER = "dispute_now", "protection_over", "day_passed", "reply_sooner"


def asked_by_a_day(talk: Talk) -> Iterator[str]:
    """Name what is asked by a day: the end of protection by the shopper's count, a day that passed, an answer's day."""
    heard, left = talk.heard, talk.heard.claims.get(_PROTECTION)
    if (
        left is not None
        and left != talk.known_before.claims.get(_PROTECTION)
        and not talk.waits_for(Asked.PROTECTION_DAYS)
    ):
        yield _DISPUTE_NOW if left else _IS_OVER
    if reproaches_the_day(heard.text) and (talk.dialogue.ticket or not talk.plan_day):
        yield _DAY_PASSED
    if only_names_days(heard.text) and talk.dialogue.ticket:
        yield _REPLY_SOONER
