import pytest

from parcelbot.core.reading.contact.carrier_contact import asks_how_to_reach_the_carrier


@pytest.mark.parametrize(
    "text",
    [
        "is there a telephone for them",
        "Can the courier give me a postal address?",
        "what's their phone number",
        "do you have a number where I can call them?",
        "what is the carrier's address?",
        "whats the address of the carrier",
        "have they got a telephone",
        "ok their address for a letter then",
        "has the firm got an address near me",
        "what's the number of the local people",
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
        "their address is wrong",
        "is there a number I can ring",
    ],
)
def test_the_parcels_address_and_calls_that_were_made_are_none(text: str) -> None:
    assert not asks_how_to_reach_the_carrier(text)


@pytest.mark.parametrize("text", ["is there a number I can ring", "who do I have to ring about it", "whom can we call"])
def test_after_an_answer_the_number_to_ring_is_the_carriers(text: str) -> None:
    assert asks_how_to_reach_the_carrier(text, told=True)


@pytest.mark.parametrize("text", ["have you got a number I can call", "is there a number to ring for a person"])
def test_a_number_of_ours_is_not_the_carriers(text: str) -> None:
    assert not asks_how_to_reach_the_carrier(text, told=True)
