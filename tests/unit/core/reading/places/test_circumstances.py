"""What is told of the place a parcel goes to, and of how its shopper is reached, is read by its words."""

import pytest

from parcelbot.core.reading.told.telling import Told, told_in

TOLD = {
    Told.NAME_AT_DOOR: [
        "The bell only says Kowalczyk, that's my landlady.",
        "There's my flatmate's name on the bell.",
        "My name isn't on the letterbox yet.",
        "On the buzzer is only my boyfriend's name.",
    ],
    Told.NO_WAY_IN: ["The buzzer has been broken since August.", "We never hear the bell up here."],
    Told.PHONE_WRONG: [
        "The number on my order no longer works, I lost that phone.",
        "The phone number on the order is my sister's.",
        "I put my mum's number in.",
        "I changed my number in October.",
    ],
    Told.PO_BOX: ["It goes to a PO box, by the way.", "All our mail goes to the post office box."],
    Told.SLIP_HABIT: ["If a thing is too big for it he leaves a slip."],
    Told.SOMEBODY_THERE: [
        "My gran is home all day.",
        "shes in every day but sunday",
        "The pub takes parcels for the whole street.",
    ],
    Told.CROSSING: ["The ferry only runs twice a week."],
    Told.MAIL_STOPPED: ["We had our mail stopped while we were at the lake."],
    Told.OWN_SLIP: [
        "I think I wrote 7C on the order.",
        "I typed 40 instead of 14.",
        "Maybe my old address is still saved.",
        "I used my aunt's address last time.",
    ],
    Told.OTHER_WAY_ROUND: ["Sorry, the other way round: we live at 9.", "I swapped the two."],
    Told.ADDRESS_STANDS: ["I gave my work address.", "The address is right, it's our shop.", "It's my office address"],
    Told.HEARS_BADLY: ["My gran is hard of hearing.", "He doesn't hear well."],
    Told.DOGS_THERE: ["Our dogs run loose in the yard.", "The courier is scared of my dog."],
}
NOTHING_OF_IT = [
    "My name is on the bell.",
    "The post office is closed on Sunday.",
    "I think I ordered it on Monday.",
    "I put the wrong address in.",
    "It went backwards from Leeds to London? Odd.",
    "Is the address right?",
    "What a surprise for once.",
    "I never heard of it.",
    "The dog bed came torn.",
    "The hearing is on Monday.",
    "The lady next door is hard of hearing, leave it in the shed.",
    "Customs will take ages.",
    "The office will take too long.",
    "I'd like my work address instead.",
    "I forgot my order number.",
    "They left it out in the rain.",
    "I didn't write the review.",
    "He never gave me the number of the flat below.",
    "They changed the tracking number on the way.",
    "I didn't leave the flat all day.",
    "He forgot it at the flat next door.",
    "I forgot my keys in our flat.",
    "There's only an advert in my letterbox.",
    "The scan says that a note was left on the bell.",
    "My mailbox is empty.",
    "Your phone number doesn't work.",
    "I lost my phone.",
    "Do you deliver to PO boxes?",
    "I want my money back in three days.",
    "I was home all day.",
    "The driver's card got lost.",
    "Can my gran take it if I'm out?",
    "The reception kept it for a week.",
    "My neighbour took it in.",
    "I ordered boat shoes.",
    "The door says closed.",
    "Ringing the bell is no good with him.",
    "I was away for a week.",
    "It's coming back in three days.",
    "The driver is away.",
]


@pytest.mark.parametrize(("fact", "text"), [(fact, text) for fact, texts in TOLD.items() for text in texts])
def test_a_circumstance_is_read(fact: Told, text: str) -> None:
    assert fact in told_in(text)


@pytest.mark.parametrize("text", NOTHING_OF_IT)
def test_what_only_resembles_one_tells_nothing(text: str) -> None:
    assert not set(TOLD).intersection(told_in(text))
