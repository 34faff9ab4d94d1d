import pytest

from parcelbot.core.reading.told.copied_numbers import says_copied


@pytest.mark.parametrize(
    "text",
    [
        "I copied it straight out of your mail",
        "it's pasted, not typed",
        "the number was copied",
        "copy and paste, honestly",
    ],
)
def test_a_number_that_was_copied_is_not_a_typing_slip(text: str) -> None:
    assert says_copied(text)


@pytest.mark.parametrize("text", ["where do I copy it from?", "should I copy and paste it?", "I typed it in by hand"])
def test_asking_how_to_copy_says_no_such_thing(text: str) -> None:
    assert not says_copied(text)
