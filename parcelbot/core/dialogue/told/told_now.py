"""Take the next step from what the shopper has told once for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parcelbot.core.answering.memory import FollowUp
from parcelbot.core.dialogue.questions.asked_now import told_status
from parcelbot.core.dialogue.questions.only_asked import asks_or_is_marked
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import Question
from parcelbot.core.reading.told.telling import Told

#: The second question whose answer is the next step, by the fact.
_NEXT_STEP: Mapping[Told, str] = {
    Told.COPIED: "right_number",
    Told.CARD_READ: "found_the_card",
    Told.NO_MESSAGE: "no_code",
    Told.NO_SUCH_HOUSE: "no_such_house",
    Told.PACKING_GONE: "box_gone",
}
#: Asked of pictures, which nobody takes of what is gone.
_OF_PICTURES = frozenset({"photo", "photo_of_nothing", "photos_where", "which_photos"})


def what_follows_from(talk: Talk) -> Sequence[FollowUp]:
    """Name the next steps of the facts that this message tells for the first time, if it asks nothing besides.

    A door that does not exist proves no delivery, so who asks for a proof is told of the driver's notes instead.
    """
    if Told.NO_SUCH_HOUSE in talk.memory.told and Question.DELIVERY_PROOF in talk.acts.questions:
        return [_step(Told.NO_SUCH_HOUSE)]
    if _has_thrown_the_packing_away(talk):
        return [_step(Told.PACKING_GONE)]
    new = frozenset[Told]() if asks_or_is_marked(talk.heard) else talk.memory.told - talk.known_before.told
    # a number that shows its parcel is not doubted, however it was typed
    if told_status(talk) is not Status.NOT_FOUND:
        new -= {Told.COPIED}
    return [_step(fact) for fact in _NEXT_STEP if fact in new - {Told.PACKING_GONE}]


def _has_thrown_the_packing_away(talk: Talk) -> bool:
    """Tell whether the packing of goods that came is said to be gone, whatever picture of it is spoken of."""
    new = Told.PACKING_GONE in talk.memory.told - talk.known_before.told
    likeliest = next(iter(talk.heard.follow_ups), None)
    of_pictures = likeliest is not None and likeliest.name in _OF_PICTURES
    return new and talk.about_goods and (of_pictures or not asks_or_is_marked(talk.heard))


def _step(fact: Told) -> FollowUp:
    return FollowUp(_NEXT_STEP[fact], 1.0)
