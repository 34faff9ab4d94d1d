"""Keep away from an e-mail address that must not be written to: no case answers there."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.reading.contact.shut_mailboxes import shuts_a_mailbox


def keep_off_shut_mailboxes(talk: Talk) -> None:
    """Strike the address that a message says must not be written to: the one set aside before, else the one in use."""
    if not shuts_a_mailbox(talk.heard.text):
        return
    shut = _meant(talk)
    if not shut:
        return
    talk.note(shut_emails=tuple(dict.fromkeys((*talk.dialogue.shut_emails, shut))))
    if talk.dialogue.answer_to == shut:
        talk.note(answer_to="")
    case = talk.dialogue.case
    if case is not None and case.email == shut:
        talk.note(case=replace(case, email=None))


def _meant(talk: Talk) -> str:
    """Find the address that is meant; one that is new beside a known one takes its place."""
    case, given = talk.dialogue.case, talk.heard.email
    in_use = (case.email if case else "") or talk.dialogue.answer_to or talk.known_before.email
    aside = [note for note in talk.dialogue.notes if "@" in note and " " not in note and note != in_use]
    if given and (given in (in_use, *aside) or not in_use):
        return given
    return aside[-1] if aside and not given else in_use
