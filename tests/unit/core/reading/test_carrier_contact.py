import pytest

from parcelbot.core.reading.carrier_contact import asks_how_to_reach_the_carrier


@pytest.mark.parametrize(
    "text",
    [
        "is there a telephone for them",
        "Can the courier give me a postal address?",
        "what's their phone number",
        "do you have a number where I can call them?",
        "what is the carrier's address?",
        "whats the address of the carrier",
    ],
)
def test_the_carriers_telephone_and_address_are_its_contact(text: str) -> None:
    assert asks_how_to_reach_the_carrier(text)


@pytest.mark.parametrize(
    "text",
    [
        "which address is on the label?",
        "does the carrier have my address?",
        "I rang their hotline twice",
        "can you ring me at this phone number?",
        "is it at their depot?",
    ],
)
def test_the_parcels_address_and_calls_that_were_made_are_none(text: str) -> None:
    assert not asks_how_to_reach_the_carrier(text)
