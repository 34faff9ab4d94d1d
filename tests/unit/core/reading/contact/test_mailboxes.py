"""What is said of an e-mail address that is not written out, or not given."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.contact.mailboxes import gives_no_email, names_a_box


@pytest.mark.parametrize("text", ["my yahoo", "the same one as last time", "use my work e-mail", "it's an outlook one"])
def test_a_box_that_is_only_named_is_no_address(text: str) -> None:
    assert names_a_box(text)


@pytest.mark.parametrize(
    "text", ["anna@gmail.com", "my old address in Leith", "gmail or yahoo?", "I moved to the other flat"]
)
def test_an_address_written_out_a_home_and_a_question_are_none(text: str) -> None:
    assert not names_a_box(text)


@pytest.mark.parametrize(
    "text",
    [
        "I don't have an email",
        "I won't give my e-mail",
        "signed up by phone, no e-mail",
        "email? I never use it, I don't use email",
    ],
)
def test_who_has_no_e_mail_or_keeps_it_back_says_so(text: str) -> None:
    assert gives_no_email(text)


@pytest.mark.parametrize(
    "text", ["no e-mail came", "I have no email from you", "there's no e-mail yet", "you have my email"]
)
def test_a_message_that_never_came_is_no_address_kept_back(text: str) -> None:
    assert not gives_no_email(text)
