"""Status wordings of every provider lead to ours, and shoppers' phrases to one meaning."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.core.language import Language
from parcelbot.core.parcel.shipment import Status, Substatus
from parcelbot.knowledge.loading import Knowledge
from parcelbot.knowledge.scan_wordings import load_wordings
from parcelbot.tracking.mapping import read_status

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"

EIGHT_WORDINGS_OF_WAITING_FOR_PICKUP = [
    "Awaiting Collection",
    "A delivery attempt was made",
    "Attempted to contact by telephone to arrange for delivery",
    "Attempted to contact by telephone to arrange for delivery to the address",
    "Waiting for withdrawal",
    "First notification to recipient",
    "Notified",
    "A reminder has been sent to the recipient",
]


@pytest.mark.parametrize("wording", EIGHT_WORDINGS_OF_WAITING_FOR_PICKUP)
def test_each_of_the_eight_pickup_wordings_means_waiting_for_pickup(wording: str, knowledge: Knowledge) -> None:
    assert knowledge.statuses["cainiao"].lookup(wording) == (Status.AVAILABLE_FOR_PICKUP, Substatus.NONE)


@pytest.mark.parametrize(
    ("label", "status"),
    [
        ("Not found", Status.NOT_FOUND),
        ("In transit", Status.IN_TRANSIT),
        ("Pick up", Status.AVAILABLE_FOR_PICKUP),
        ("Undelivered", Status.DELIVERY_FAILURE),
        ("Delivered", Status.DELIVERED),
        ("Alert", Status.EXCEPTION),
        ("Expired", Status.EXPIRED),
        ("Returned", Status.RETURNED),
    ],
)
def test_each_1tracking_label_has_our_status(label: str, status: Status, knowledge: Knowledge) -> None:
    assert knowledge.statuses["1tracking"].lookup(label) == (status, Substatus.NONE)


def test_held_by_customs_asks_the_recipient_to_act(knowledge: Knowledge) -> None:
    held = (Status.IN_TRANSIT, Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION)
    assert knowledge.statuses["cainiao"].lookup("Held by Customs") == held
    assert knowledge.statuses["cainiao"].lookup("Held by Destination") == held


def test_17track_sub_statuses_map_to_ours_one_to_one(knowledge: Knowledge) -> None:
    vocabulary = knowledge.statuses["17track"]
    named = {wording.substatus for wording in vocabulary.wordings}
    others = {s for s in Substatus if s.value.endswith("_other")}
    assert named | others == set(Substatus)


def test_going_back_is_our_returned_view(knowledge: Knowledge) -> None:
    lookup = knowledge.statuses["17track"].lookup
    assert lookup("Exception_Returning") == (Status.RETURNED, Substatus.EXCEPTION_RETURNING)
    assert lookup("Exception_Returned") == (Status.RETURNED, Substatus.EXCEPTION_RETURNED)


@pytest.mark.parametrize("tag", ["Pending", "InfoReceived", "InTransit", "OutForDelivery", "AttemptFail", "Delivered"])
def test_aftership_tags_are_mapped(tag: str, knowledge: Knowledge) -> None:
    assert knowledge.statuses["aftership"].lookup(tag) is not None


EXCEPTIONS = {
    1: (Status.EXCEPTION, Substatus.NONE),
    2: (Status.DELIVERY_FAILURE, Substatus.DELIVERY_FAILURE_INVALID_ADDRESS),
    3: (Status.DELIVERY_FAILURE, Substatus.DELIVERY_FAILURE_REJECTED),
    4: (Status.IN_TRANSIT, Substatus.IN_TRANSIT_CUSTOMS_PROCESSING),
    5: (Status.EXCEPTION, Substatus.EXCEPTION_DELAYED),
    6: (Status.IN_TRANSIT, Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION),
    7: (Status.DELIVERY_FAILURE, Substatus.DELIVERY_FAILURE_INVALID_ADDRESS),
    8: (Status.AVAILABLE_FOR_PICKUP, Substatus.NONE),
    9: (Status.EXCEPTION, Substatus.EXCEPTION_REJECTED),
    10: (Status.RETURNED, Substatus.EXCEPTION_RETURNING),
    11: (Status.RETURNED, Substatus.EXCEPTION_RETURNED),
    12: (Status.EXCEPTION, Substatus.EXCEPTION_DAMAGE),
    13: (Status.EXCEPTION, Substatus.EXCEPTION_LOST),
    16: (Status.EXCEPTION, Substatus.EXCEPTION_DELAYED),
    17: (Status.EXCEPTION, Substatus.EXCEPTION_DELAYED),
    18: (Status.IN_TRANSIT, Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION),
}


@pytest.mark.parametrize("number", EXCEPTIONS)
def test_none_of_aftership_s_exception_sub_tags_is_lost(number: int, knowledge: Knowledge) -> None:
    assert read_status("Exception", f"Exception_{number:03}", knowledge.statuses["aftership"]) == EXCEPTIONS[number]


@pytest.mark.parametrize("written", ["held by customs", "HELD BY CUSTOMS", "held-by-customs", " Held  by Customs. "])
def test_case_and_punctuation_do_not_matter(written: str, knowledge: Knowledge) -> None:
    assert knowledge.statuses["cainiao"].lookup(written) is not None


def test_a_wording_nobody_mapped_is_unknown_not_guessed(knowledge: Knowledge) -> None:
    assert knowledge.statuses["cainiao"].lookup("Parcel is contemplating its life") is None


def test_every_status_has_a_word_for_shoppers(english: Language) -> None:
    assert all(english.status_word(status) for status in Status)


def test_a_substatus_has_its_own_word_where_the_status_says_too_little(english: Language) -> None:
    word = english.status_word(Status.IN_TRANSIT, Substatus.IN_TRANSIT_CUSTOMS_PROCESSING)
    assert word == "in customs"


def test_what_a_scan_says_is_told_where_its_code_says_too_little(english: Language) -> None:
    held = (Status.IN_TRANSIT, Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION)
    assert english.status_word(*held) == "held by customs for information"
    assert english.status_word(*held, "customs_pay") == "customs wait for a payment"
    assert english.status_word(*held, "customs_papers") == "held by customs for information"


def test_words_for_what_scans_say_are_of_meanings_there_are(english: Language) -> None:
    meanings = {meaning.id for meaning in load_wordings(KNOWLEDGE).meanings}
    worded = {key.partition("/")[2] for key in english.status_words if key.startswith("meaning/")}
    assert worded <= meanings


def test_a_phrase_of_a_shopper_carries_status_and_substatus(knowledge: Knowledge) -> None:
    phrases = {phrase.text: phrase.value for phrase in knowledge.phrases["status_phrase"]}
    assert phrases["Held by Customs"] == "in_transit/in_transit_customs_requiring_information"
    assert phrases["Awaiting Collection"] == "available_for_pickup"


def test_api_codes_are_not_phrases_of_shoppers(knowledge: Knowledge) -> None:
    texts = {phrase.text for phrase in knowledge.phrases["status_phrase"]}
    assert "InTransit_CustomsProcessing" not in texts


def test_hermes_is_evri(knowledge: Knowledge) -> None:
    assert {p.value for p in knowledge.phrases["carrier"] if p.text.casefold() in {"hermes", "evri"}} == {"evri"}


def test_norway_is_a_country_and_not_a_no(knowledge: Knowledge) -> None:
    bring = next(carrier for carrier in knowledge.carriers if carrier.id == "bring")
    assert bring.countries == ("NO",)


@pytest.mark.parametrize(
    ("carrier", "key"),
    [("Canada Post", 3041), ("evri", 100331), ("4PX", 190094), ("India Post", 9021), ("DHL", None)],
)
def test_seventeentrack_is_told_the_carrier_that_is_surely_meant(
    carrier: str, key: int | None, knowledge: Knowledge
) -> None:
    keys = {known.id: known.seventeentrack_key for known in knowledge.carriers}
    assert keys.get(knowledge.carrier_book.identify(carrier)) == key


def test_two_carriers_never_share_a_key_of_seventeentrack(knowledge: Knowledge) -> None:
    keys = [carrier.seventeentrack_key for carrier in knowledge.carriers if carrier.seventeentrack_key]
    assert len(keys) == len(set(keys)) > 50
