"""A paper that customs want of the sender, and a charge that is paid."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.told.customs_told import has_paid_the_charge, wants_the_senders_paper


@pytest.mark.parametrize(
    "text",
    [
        "customs want a commercial invoice",
        "they need a document from the seller",
        "the broker asks for the HS codes",
        "FedEx requires a certificate from you",
        "it is held until a proper invoice is there",
    ],
)
def test_the_sender_has_to_give_it(text: str) -> None:
    assert wants_the_senders_paper(text)


@pytest.mark.parametrize(
    "text",
    [
        "customs want my passport",
        "can you send me an invoice for my taxes",
        "our bookkeeper wants a proper invoice",
        "what do they need from you",
    ],
)
def test_nobody_wants_it_of_the_sender(text: str) -> None:
    assert not wants_the_senders_paper(text)


@pytest.mark.parametrize(
    "text",
    [
        "I already paid the duty on Friday",
        "the import tax was paid, I have the slip",
        "customs fee is already paid",
        "FedEx wants import tax. We paid that on Tuesday.",
    ],
)
def test_the_charge_is_paid(text: str) -> None:
    assert has_paid_the_charge(text)


@pytest.mark.parametrize(
    "text",
    [
        "I paid by card for the order",
        "I have not paid the customs fee",
        "must the duty be paid?",
        "who paid the duty",
        "They ask for duty. I paid 40 euros for the order.",
        "The duty is too high. If I paid it, would it move?",
        "when the duty is paid will it move",
    ],
)
def test_the_charge_is_not_said_to_be_paid(text: str) -> None:
    assert not has_paid_the_charge(text)
