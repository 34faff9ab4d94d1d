"""Compare each parcel that is still to come with the day by which all are wanted."""

from __future__ import annotations

from datetime import date, timedelta

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.dialogue.parcels.each_parcel import still_to_come
from parcelbot.core.dialogue.parcels.several_parcels import MOST_LOOKED_UP, look_up_all, named_parcel
from parcelbot.core.dialogue.talk import Talk, parcels_of
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.reading.orders.which_one import asks_for_several
from parcelbot.core.reading.times.days_of_all import asks_which, asks_which_are_late, days_ahead


def tell_which_are_late(talk: Talk) -> bool:
    """Say of each parcel that is out whether it can be counted on by the day; False where that is not asked."""
    numbers = parcels_of(talk, talk.memory)
    if not asks_which_are_late(talk.heard.text) or not 1 < len(numbers) <= MOST_LOOKED_UP:
        return False
    # a day that is named beside anything else need not be one that the parcels are wanted by
    day = _day(talk)
    if day is None:
        return False
    coming = still_to_come(look_up_all(talk, numbers))
    if not coming:
        return False
    kinds = [_kind(talk, one, day) for one in coming]
    lines = "\n".join(_line(talk, one, kind) for one, kind in zip(coming, kinds, strict=True))
    talk.note(pending=())
    talk.ending.offer |= "doubtful" in kinds
    return talk.script.say("utter_by_a_day", {**talk.around.words(coming[0], None), "lines": lines})


def names_one(talk: Talk) -> bool:
    """Tell whether the words name one parcel of several, whatever else "they" are in the sentence."""
    numbers, text = parcels_of(talk, talk.memory), talk.heard.text
    several = len(numbers) > 1 and not (asks_for_several(text) or asks_which(text))
    return several and bool(named_parcel(talk, numbers))


def _day(talk: Talk) -> date | None:
    said, ahead = talk.heard.claims.get("needed_by"), days_ahead(talk.heard.text)
    if not said and ahead is not None:
        said = (talk.today + timedelta(days=ahead)).isoformat()
        talk.remember(claims={**talk.memory.claims, "needed_by": said})
    said = said or talk.memory.claims.get("needed_by")
    return date.fromisoformat(str(said)) if said else None


def _waits_until(talk: Talk, one: DecidedEnquiry) -> date | None:
    plan = talk.dialogue.plan_of(one.enquiry.number)
    return (plan.day if plan else None) or one.answer.wait_until


def _kind(talk: Talk, one: DecidedEnquiry, day: date) -> str:
    """Tell how far a parcel can be counted on: it is on the van, has a date before the day or after it, or has none."""
    if one.facts.status is Status.OUT_FOR_DELIVERY:
        return "likely"
    until = _waits_until(talk, one)
    if until is None or not one.facts.scanned:
        return "doubtful"
    return "dated" if until <= day else "late"


def _line(talk: Talk, one: DecidedEnquiry, kind: str) -> str:
    words = dict(talk.around.words(one, _waits_until(talk, one)))
    words["date"] = words["plan_date"]
    return talk.script.title(f"utter_by_a_day_{kind}").format_map(words)
