"""Whoever says that an address is dead or read by others wants nothing written there."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.contact.shut_mailboxes import shuts_a_mailbox


@pytest.mark.parametrize(
    "text",
    [
        "please do not send anything to that e-mail",
        "I can't open that one any more, bo@example.org was for my old job",
        "my inbox got hacked",
        "don't reply to that mailbox",
        "bitte schreiben Sie nichts an diese E-Mail",
        "no me escriban a ese correo",
        "n'écrivez pas à cette adresse e-mail",
        "non scrivete a quell'indirizzo mail",
        "não mandem nada para esse e-mail",
        "schrijf niet naar dat e-mailadres",
        "proszę nie pisać na ten e-mail",
        "не пишите на эту почту",
        "не пишіть на цю пошту",
        "bu e-postaya yazmayın",
        "لا ترسلوا شيئا إلى هذا البريد",
        "そのメールには送らないでください",
        "不要发到那个邮箱",
    ],
)
def test_an_address_that_must_not_be_written_to(text: str) -> None:
    assert shuts_a_mailbox(text)


@pytest.mark.parametrize(
    "text",
    [
        "I did not get that e-mail",
        "don't send it to my old address, I wrote you an e-mail",
        "I can't open that one, the locker is stuck",
        "schickt nichts an meine alte Adresse, nur per Mail an mich",
        "do you mail me when it moves?",
    ],
)
def test_what_is_said_of_parcels_and_messages_shuts_none(text: str) -> None:
    assert not shuts_a_mailbox(text)
