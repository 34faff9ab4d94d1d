import pytest

from parcelbot.core.reading.facts.charges import denies_notice_of_a_charge


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has informed me of any charges at all",
        "i was never told about a fee",
        "There was no notice about a payment",
        "you did not tell me that there's something to pay",
        "I had no idea I owed anything",
    ],
)
def test_who_denies_notice_of_a_charge_speaks_of_the_charge(text: str) -> None:
    assert denies_notice_of_a_charge(text)


@pytest.mark.parametrize(
    "text",
    [
        "I have not received my money back",
        "nobody told me where it is",
        "you never said what shipping costs, is there a delivery fee?",
        "I never asked for a refund of my money",
        "they asked me to pay a fee",
    ],
)
def test_other_money_and_other_silence_is_something_else(text: str) -> None:
    assert not denies_notice_of_a_charge(text)
