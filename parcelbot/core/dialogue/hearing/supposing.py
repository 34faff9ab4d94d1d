"""Take a question that supposes something for what it asks: what happens in that case, and no wish for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.dialogue.hearing.own_question import SURE, likeliest_follow_up
from parcelbot.core.intents import FALLBACK
from parcelbot.core.questions import DANGERS, GOODS, SETTLEMENTS, Question
from parcelbot.core.reading.questions.supposed import Asks, Event, Supposed
from parcelbot.core.reading.text.clauses import split_sentences
from parcelbot.core.reading.wanted.wishes import wished_matters
from parcelbot.core.reading.wanted.wishes_elsewhere import wished_elsewhere

_BACK, _AT_THE_DOOR = ("send_again",), ("away", "do_nothing")
#: The second questions whose rows know what happens then, likeliest first; where the parcel stands decides.
_ASKED: Mapping[Event, Sequence[str]] = {
    Event.BACK: _BACK,
    Event.LOST: ("if_lost",),
    Event.UNCLAIMED: _AT_THE_DOOR,
    Event.MISSED: _AT_THE_DOOR,
    Event.CUSTOMS: ("goes_back", "if_lost"),
    Event.SILENT: ("then_what",),
    Event.LATE: ("return_how",),
    Event.BROKEN: ("keep_or_throw",),
    Event.AFTER_ALL: ("comes_after_refund",),
}
#: The same where money is asked for, or who pays.
_OF_MONEY: Mapping[tuple[Event, Asks], Sequence[str]] = {
    (Event.BACK, Asks.COST): ("resend_cost", *_BACK),
    (Event.UNCLAIMED, Asks.MONEY): _BACK,
    (Event.UNCLAIMED, Asks.COST): ("resend_cost", *_AT_THE_DOOR),
    (Event.MISSED, Asks.COST): ("resend_cost", *_AT_THE_DOOR),
    (Event.SILENT, Asks.MONEY): ("if_lost",),
}
#: What such a question resembles among the second ones; any other that is surely believed is more to the point.
_RESEMBLED = frozenset(
    {"away", "cannot_fetch_it", "comes_after_refund", "do_nothing", "event_over", "goes_back", "if_lost", "is_normal"}
    | {"keep_or_throw", "lost", "missed_my_fault", "money_or_goods", "needed_for_a_day", "next_attempt", "notify_me"}
    | {"pickup_too_late", "prove_it", "refund_before_back", "refund_how", "resend", "resend_cost", "return_charge"}
    | {"return_cost", "return_how", "send_again", "still_coming", "still_nothing", "then_what", "when_back", "why_back"}
    | {"will_they_ring", "which_photos", "photos_where", "when_know_more", "customs_unpaid", "customs_deadline"}
)
#: What such a question resembles, and only supposes; another sentence of the message may still ask the rest.
_ONLY_SUPPOSED = frozenset(
    {*SETTLEMENTS, *GOODS, Question.REFUND_STATUS, Question.RETURNED_TO_SENDER, Question.RETURN_ITEM}
)


def what_is_supposed(heard: Heard) -> Supposed | None:
    """Give what a message supposes and asks of it; None for any other, and where it wishes for something."""
    supposed = heard.form.supposed
    if supposed is None:
        return None
    wishes = wished_matters(heard.text) if heard.english else wished_elsewhere(heard.text)
    return None if wishes else supposed


def as_supposed(heard: Heard) -> Heard:
    """Read a message that supposes something as the second question whose answer knows what happens then."""
    supposed = what_is_supposed(heard)
    if supposed is None or heard.intent in DANGERS:
        return heard
    first = likeliest_follow_up(heard, SURE)
    own = (first,) if first and first not in _RESEMBLED else ()
    names = _OF_MONEY.get((supposed.event, supposed.asks)) or _ASKED[supposed.event]
    says_no_more = len(split_sentences(heard.text)) <= 1 and not heard.gives_details
    only_resembles = says_no_more or heard.intent in _ONLY_SUPPOSED
    return replace(
        heard,
        intent=FALLBACK if only_resembles else heard.intent,
        also_asked=() if says_no_more else tuple(name for name in heard.also_asked if name not in _ONLY_SUPPOSED),
        follow_ups=tuple(FollowUp(name, 1.0) for name in (*own, *names)),
        confidence=1.0,
        spoilt=False,
    )
