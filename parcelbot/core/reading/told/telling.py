"""Read what a shopper tells once and need not tell again: no message came, the card is in hand, a number is copied.

One record for all of it: `Told` names the facts, `told_in` finds them in a message, `Memory` keeps them and rows ask
for them (`told`), so that advice that is done or cannot be followed gives way to the next step.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import lru_cache

from parcelbot.core.reading.goods.anothers_goods import holds_anothers_goods
from parcelbot.core.reading.goods.goods_words import came_with_nothing, holds_it
from parcelbot.core.reading.goods.missing_words import misses_a_part
from parcelbot.core.reading.goods.packing import threw_the_packing_away
from parcelbot.core.reading.goods.shown_delivered import is_shown_delivered
from parcelbot.core.reading.places.circumstances import CIRCUMSTANCES
from parcelbot.core.reading.places.kept_from import is_kept_from_the_shopper
from parcelbot.core.reading.places.stops import denies_a_stop
from parcelbot.core.reading.places.unsafe_places import is_unsafe_there
from parcelbot.core.reading.text.plain_text import has_question_mark
from parcelbot.core.reading.told.beyond_scans import (
    says_carried_off,
    says_refunded,
    speaks_of_a_forwarder,
    tells_of_a_death,
)
from parcelbot.core.reading.told.copied_numbers import says_copied
from parcelbot.core.reading.told.customs_told import has_paid_the_charge, wants_the_senders_paper
from parcelbot.core.reading.told.other_matters import (
    tells_of_a_valuable,
    tells_of_an_animal,
    tells_of_something_alive,
)

#: More messages than are answered at once.
_READ_LATELY = 64
#: What the phrases of another language found of these begins with in `Heard.says`.
TOLD = "told_"


class Told(str, Enum):
    """Fact that a shopper has told. It holds until another parcel is spoken of.

    `COPIED`: the number was copied and not typed. `NO_STOP`: a place on the way is none. `UNSAFE_THERE`: somebody at
    the parcel's address is a danger. `ITEM_NAMED`: which piece of the goods it is. `NO_SUCH_HOUSE`: the door that a
    scan names does not exist. `NO_MESSAGE`: the carrier's message never came. `CARD_IN_HAND`: the driver's card is
    there, `CARD_READ`: and what stands on it was told. `INQUIRY_OPEN`: the carrier looks for the parcel.
    `PHONE_WRONG`: the order has a wrong telephone number. `ANOTHERS_GOODS`: somebody else's things lie in the parcel.
    `CAME_EMPTY`: nothing lay in it. `SELLER_PAPER`: customs want a paper that is ours to give, `CHARGE_PAID`: their
    charge is paid. `LEFT_NEXT_DOOR`: it was left with a neighbour. `MONEY_CHOSEN`, `GOODS_CHOSEN`: which is wished.
    More than scans settle: `DIED` somebody has, `REFUNDED` it was already, `CARRIED_OFF` with the rubbish, `FORWARDED`
    it is by a warehouse, `MUCH_UNREAD` is what a message tells besides. `WAS_THERE`: the
    shopper stood in vain where the parcel waits. `KEPT_FROM`: it waits, but the place is shut, or does not give it out.
    `WRONG_SIZE`: a piece that came does not fit. `PACKING_GONE`: what it came in was thrown away.
    None of a parcel's troubles: `SOMETHING_ALIVE` was in it, `ANIMAL_ATE` of it, `DRIVERS_CONDUCT` did harm,
    `VALUABLE_FOUND` among the goods is somebody's. `NOT_THERE`: it must not go to the address that is on it.
    `SHOWN_DELIVERED`: it is, or is marked, delivered.
    `SITE_FAILS`: the carrier's page does not take the number.
    Of the place it goes to (`circumstances.py`): `NAME_AT_DOOR`: the bell shows another name, `NO_WAY_IN`: it is not
    heard. `OTHER_NAME`: the order has another name. `PO_BOX`: it goes to one, `SLIP_HABIT`: a slip is left there for
    what is too big, `SOMEBODY_THERE`: takes it in, `CROSSING`: a boat must bring it, `LOCKER_FULL`, `MAIL_STOPPED`:
    all mail was. `AWAY`: nobody is there for some days. `CARD_GONE`: the card that was paid with is.
    `CLOSED_THEN`: the office it goes to. `HEARS_BADLY`: who would open, `DOGS_THERE`: are loose. `OWN_SLIP`: the
    address has a mistake of the shopper's. `OTHER_WAY_ROUND`: what was just written. `ADDRESS_STANDS`: it is right.
    `KEEP_SECRET`: it is a surprise.
    `FLAT_LEFT_OUT`: flat, floor or staircase may not be on the order. `PHONE_GIVEN`: a number that works is.
    `NO_SLIP`: nothing was left at the door. `MOVED`: the shopper has, and it goes to the old address. `NEEDED_BY` a
    day. `FOR_ANOTHER` person than who writes. `CANNOT_GO`: where it waits, `OTHER_COLLECTS`: somebody else would.
    `CANNOT_CALL`: telephones are no way. `ID_ASKED`: a number of the shopper's is, by customs or the carrier.
    `IN_HAND`: it is with the shopper, `PART_MISSING`: some of it is not in it. `PAID_NO_ORDER`: money went and there
    is no order, `PAYMENT_PENDING`: the bank holds it. `RECEIPT_CONFIRMED`: on the marketplace, though nothing came.
    Of the talk itself: `TOLD_TO_WAIT`: and they have, `ALREADY_SAID`: what is asked, `NO_PERSON` is wished,
    `OFFERS_PROOF`: a photo or a receipt can be sent.
    """

    COPIED = "copied"
    NO_STOP = "no_stop"
    UNSAFE_THERE = "unsafe_there"
    ITEM_NAMED = "item_named"
    NO_SUCH_HOUSE = "no_such_house"
    NO_MESSAGE = "no_message"
    CARD_IN_HAND = "card_in_hand"
    CARD_READ = "card_read"
    INQUIRY_OPEN = "inquiry_open"
    PHONE_WRONG = "phone_wrong"
    ANOTHERS_GOODS = "anothers_goods"
    CAME_EMPTY = "came_empty"
    SELLER_PAPER = "seller_paper"
    CHARGE_PAID = "charge_paid"
    LEFT_NEXT_DOOR = "left_next_door"
    MONEY_CHOSEN = "money_chosen"
    GOODS_CHOSEN = "goods_chosen"
    DIED = "died"
    REFUNDED = "refunded"
    CARRIED_OFF = "carried_off"
    FORWARDED = "forwarded"
    WAS_THERE = "was_there"
    KEPT_FROM = "kept_from"
    WRONG_SIZE = "wrong_size"
    PACKING_GONE = "packing_gone"
    MUCH_UNREAD = "much_unread"
    SOMETHING_ALIVE = "something_alive"
    ANIMAL_ATE = "animal_ate"
    DRIVERS_CONDUCT = "drivers_conduct"
    VALUABLE_FOUND = "valuable_found"
    NOT_THERE = "not_there"
    SHOWN_DELIVERED = "shown_delivered"
    SITE_FAILS = "site_fails"
    NAME_AT_DOOR = "name_at_door"
    NO_WAY_IN = "no_way_in"
    OTHER_NAME = "other_name"
    PO_BOX = "po_box"
    SLIP_HABIT = "slip_habit"
    SOMEBODY_THERE = "somebody_there"
    CROSSING = "crossing"
    LOCKER_FULL = "locker_full"
    MAIL_STOPPED = "mail_stopped"
    CARD_GONE = "card_gone"
    AWAY = "away"
    FLAT_LEFT_OUT = "flat_left_out"
    OWN_SLIP = "own_slip"
    OTHER_WAY_ROUND = "other_way_round"
    ADDRESS_STANDS = "address_stands"
    KEEP_SECRET = "keep_secret"
    CLOSED_THEN = "closed_then"
    HEARS_BADLY = "hears_badly"
    DOGS_THERE = "dogs_there"
    PHONE_GIVEN = "phone_given"
    NO_SLIP = "no_slip"
    MOVED = "moved"
    NEEDED_BY = "needed_by"
    FOR_ANOTHER = "for_another"
    CANNOT_GO = "cannot_go"
    OTHER_COLLECTS = "other_collects"
    CANNOT_CALL = "cannot_call"
    ID_ASKED = "id_asked"
    IN_HAND = "in_hand"
    PART_MISSING = "part_missing"
    PAID_NO_ORDER = "paid_no_order"
    PAYMENT_PENDING = "payment_pending"
    RECEIPT_CONFIRMED = "receipt_confirmed"
    TOLD_TO_WAIT = "told_to_wait"
    ALREADY_SAID = "already_said"
    NO_PERSON = "no_person"
    OFFERS_PROOF = "offers_proof"


_CLAUSE = re.compile(r"[^.!?;\n]+[.!?;]*")
_MESSAGE = (
    r"(?:(?:text |pick ?-?up |collection |locker |opening )*"
    r"(?:messages?|msgs?|texts?|sms|codes?|pins?|qr|notifications?|notices?|e-?mails?|mails?))"
)
_NO_MESSAGE = re.compile(
    rf"\b(?:never|didn['’]?t|did not|haven['’]?t|have not|hasn['’]?t|has not|not) (?:\w+ ){{0,2}}?"
    rf"(?:get|got|gotten|receive|received|had|have|see|seen|sent|sent me) (?:\w+ ){{0,5}}?{_MESSAGE}\b"
    rf"|\b(?:no ?-?one|nobody|they never|they didn['’]?t) (?:\w+ )?(?:sent|send|gave|give)(?: me| us)? (?:\w+ ){{0,4}}?"
    rf"{_MESSAGE}\b"
    rf"|\b(?:got|received|had|have|there (?:was|is|were)|came) (?:absolutely |really |still )?no (?:\w+ )?{_MESSAGE}\b"
    rf"|\b{_MESSAGE} (?:\w+ ){{0,4}}?(?:never|did ?n['’]?t|did not|has ?n['’]?t|hasn['’]?t|has not) (?:ever )?"
    r"(?:came|come|arrived?|got here|reached?|turned up|showed up)\b"
    rf"|\bno {_MESSAGE}(?: (?:from|of|by) \w+)? (?:ever |has |have |was |yet )*"
    r"(?:came|come|arrived|sent|received|reached|got)\b",
    re.IGNORECASE,
)
_CARD = r"(?:card|note|slip|notice|red card|calling card|delivery card)"
_CARD_READ = re.compile(
    rf"\b(?:have|['’]ve|got|found|holding|hold|here(?:['’]s| is)) (?:\w+ ){{0,4}}?{_CARD}\b[^.!?]*"
    r"\b(?:here|hand|front of me|says|saying|reads|written|stands|with me|on it)\b"
    rf"|\b(?:the|this|my|their|on the) {_CARD}(?: here| itself)?,? (?:\w+ )?"
    r"(?:says|reads|states|tells|gives|names|shows)\b"
    rf"|\bit (?:says|reads|is written) on (?:the|this|my|their) {_CARD}\b",
    re.IGNORECASE,
)
_INQUIRY_OPEN = re.compile(
    r"\b(?:they|he|she|the (?:\w+ ){1,3}?|post office|carrier|courier|i|we|usps|ups|dpd|dhl|evri|royal mail)"
    r"(?:(?:['’]ve|['’]s| have| has| had) )?\s*(?:just |already |now |even )?(?:opened|started|filed|raised|logged|made"
    r"|launched|put in|registered)(?: up)? (?:me )?(?:an?|the|my) (?:\w+ ){0,2}?"
    r"(?:case|inquiry|enquiry|investigation|search|trace|claim|query|report|missing mail)\b"
    r"(?! (?:with|at|on|by) (?:you|u|kossr|the shop|paypal|klarna|aliexpress|my bank)\b)"
    r"|\b(?:an?|the) (?:case|inquiry|enquiry|investigation|trace) (?:is|has been|was) (?:already )?"
    r"(?:open(?:ed)?|running|under way|started) (?:with|at) (?:the |my )?(?:\w+ )?"
    r"(?:carrier|courier|post|usps|ups|dpd|dhl|evri|royal mail)\b",
    re.IGNORECASE,
)
_PLACE = r"(?:shop|store|post ?office|locker|point|depot|counter|branch|place|kiosk|station|office)"
_WAS_THERE = re.compile(
    r"\b(?:i|we|my \w+)(?:['’]?ve| have| had|['’]?m| am|['’]?re| are|['’]s| is)?(?: \w+){0,2}?"
    r" ?\b(?:been|was|were|went|gone|drove|stood|standing|stand|walked)(?: \w+){0,4}?"
    r" (?:there|(?:at|to|in|outside|in front of|before) (?:the|your|their|this|that|a|my|our)"
    rf" (?:\w+ ){{0,2}}?{_PLACE})\b"
    r".*?(?:\b(?:no|not|nothing|nobody|none|no one|closed|shut|never|cannot|without|dont|doesnt|cant|couldnt|didnt)\b"
    r"|n['’]t\b)",
    re.IGNORECASE | re.DOTALL,
)
_MAY_BE = re.compile(r"\b(?:if|maybe|perhaps|should (?:i|we|they)|can you|could you|what happens)\b", re.IGNORECASE)


def _stated(text: str) -> Iterator[str]:
    """Give the sentences that state something for certain."""
    for sentence in _CLAUSE.findall(text):
        if not has_question_mark(sentence) and not _MAY_BE.search(sentence):
            yield sentence


def _says(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return _states(lambda sentence: pattern.search(sentence) is not None)


def _states(tells: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda text: any(map(tells, _stated(text)))


#: By rules, of which the last reads every language.
_BY_RULE: Mapping[Told, Callable[[str], bool]] = {
    Told.NO_STOP: denies_a_stop,
    Told.UNSAFE_THERE: is_unsafe_there,
    Told.NO_MESSAGE: _says(_NO_MESSAGE),
    Told.CARD_READ: _says(_CARD_READ),
    Told.INQUIRY_OPEN: _says(_INQUIRY_OPEN),
    **{Told(name): _says(pattern) for name, pattern in CIRCUMSTANCES.items()},
    # a slip for what is too big, and what was written wrongly, are spoken of with an "if" or a "maybe"
    Told.SLIP_HABIT: lambda text: CIRCUMSTANCES["slip_habit"].search(text) is not None,
    Told.OWN_SLIP: lambda text: CIRCUMSTANCES["own_slip"].search(text) is not None,
    Told.ANOTHERS_GOODS: holds_anothers_goods,
    Told.CAME_EMPTY: came_with_nothing,
    Told.SELLER_PAPER: wants_the_senders_paper,
    Told.CHARGE_PAID: has_paid_the_charge,
    Told.DIED: _states(tells_of_a_death),
    Told.REFUNDED: _states(says_refunded),
    Told.CARRIED_OFF: _states(says_carried_off),
    Told.FORWARDED: _states(speaks_of_a_forwarder),
    Told.WAS_THERE: lambda text: _WAS_THERE.search(text) is not None,
    Told.KEPT_FROM: _states(is_kept_from_the_shopper),
    Told.PACKING_GONE: _states(threw_the_packing_away),
    Told.SOMETHING_ALIVE: _states(tells_of_something_alive),
    Told.ANIMAL_ATE: _states(tells_of_an_animal),
    Told.VALUABLE_FOUND: _states(tells_of_a_valuable),
    Told.SHOWN_DELIVERED: is_shown_delivered,
    Told.IN_HAND: _states(holds_it),
    Told.PART_MISSING: _states(misses_a_part),
}
#: Told of goods only by whoever has them.
_SEEN_IN_HAND = frozenset({Told.PART_MISSING, Told.WRONG_SIZE, Told.ANOTHERS_GOODS, Told.CAME_EMPTY})
IN_HAND_FACTS = _SEEN_IN_HAND | {Told.IN_HAND}


@lru_cache(maxsize=_READ_LATELY)
def told_in(text: str, says: tuple[str, ...] = ()) -> frozenset[Told]:
    """Name the facts that a message tells; `says` is what the phrases of its language found.

    A turn asks it of the same message up to eight times, and each time would be thirty patterns.
    """
    found = (told for told in Told if f"{TOLD}{told.value}" in says)
    copied = (Told.COPIED,) if says_copied(text, says) else ()
    return with_what_follows((*found, *copied, *(told for told, is_told in _BY_RULE.items() if is_told(text))))


def with_what_follows(told: Iterable[Told]) -> frozenset[Told]:
    """Give facts with what follows from them: who tells of the goods has them in hand."""
    facts = frozenset(told)
    return facts | {Told.IN_HAND} if facts & _SEEN_IN_HAND else facts
