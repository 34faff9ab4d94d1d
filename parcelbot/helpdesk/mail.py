"""Mail a copy of each case to the support mailbox, and an agent's answer to a shopper who left the chat."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import Priority, Ticket
from parcelbot.core.handover.views import author_words
from parcelbot.core.language import Language
from parcelbot.core.outgoing.deliveries import Delivery, DeliveryFailed, DeliveryKind
from parcelbot.core.outgoing.forwarding import MAILBOX, SHOPPER_MAIL
from parcelbot.helpdesk import case_text
from parcelbot.helpdesk.protocol import CaseCopy

#: How much of the conversation stands in the mail itself; all of it is attached.
_LAST_LINES = 6

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_TEMPLATES.globals.update(who=author_words, said=case_text.said, moment=case_text.moment)


class MailTransport(Protocol):
    """A mail server, as far as mails are handed to it."""

    def send(self, message: EmailMessage, sender: str, recipient: str) -> None:
        """Hand over one mail to one recipient; DeliveryFailed for everything that goes wrong."""


@dataclass(frozen=True)
class Sender:
    """The sender of a mail.

    `address` is as in MAIL_FROM, with or without a name; `replies_to` is "" when answers go to it too.
    """

    address: str
    replies_to: str = ""

    def __post_init__(self) -> None:
        for address in (self.address, *filter(None, [self.replies_to])):
            _parsed(address)

    @property
    def envelope_address(self) -> str:
        """Return the address alone, for the envelope."""
        return _parsed(self.address).addr_spec

    @property
    def domain(self) -> str:
        """Return the domain of our Message-IDs."""
        return _parsed(self.address).domain


@dataclass(frozen=True)
class Mailbox:
    """Destination `email`: the support mailbox. What it calls a ticket is the Message-ID of the first mail."""

    transport: MailTransport
    sender: Sender
    mailbox: str
    clock: Callable[[], datetime]
    name: str = MAILBOX

    def deliver(self, delivery: Delivery, case: CaseCopy, remote_id: str) -> str:
        """Mail the case, what was added, what was said or that it ended; further mails continue the first's thread."""
        template = "said" if delivery.kind is DeliveryKind.MESSAGE else "ended"
        if delivery.kind is DeliveryKind.TICKET:
            template = "case"
        words = {"case": case, "ticket": case.ticket, "added": bool(remote_id), "facts": case_text.summary(case)}
        message = mail_to(self.sender, delivery, self.mailbox, _subject(case.ticket), self.clock())
        _continue_thread(message, remote_id)
        write_body(message, template, {**words, "files": _files(case.messages), "last": case.messages[-_LAST_LINES:]})
        if delivery.kind is DeliveryKind.TICKET:
            _attach_transcript(message, case)
        self.transport.send(message, self.sender.envelope_address, self.mailbox)
        return remote_id or message["Message-ID"]


@dataclass(frozen=True)
class ShopperMail:
    """Destination `shopper_mail`: what an agent wrote and that a case was closed, for a shopper who has gone.

    It holds the agent's words and the reference, nothing else of the case: a mailbox may be read by others.
    Its sentences are the responses `utter_mail_*`, in the language of the case.
    """

    transport: MailTransport
    sender: Sender
    languages: Mapping[str, Language]
    shop_url: str
    clock: Callable[[], datetime]
    name: str = SHOPPER_MAIL

    def deliver(self, delivery: Delivery, case: CaseCopy, remote_id: str) -> str:  # noqa: ARG002
        """Mail the line that was said; a case's mails form one thread."""
        ticket, said = case.ticket, case.said
        if said is None or not ticket.draft.email:
            raise DeliveryFailed("There is nothing to mail, or nobody to mail it to.", permanent=True)
        recipient = plain_recipient(ticket.draft.email)
        answers = said.author is Author.AGENT or not delivery.payload.get("closes")
        subject = self._wording("subject" if answers else "subject_closed", case)
        message = mail_to(self.sender, delivery, recipient, subject, self.clock())
        _continue_thread(message, f"<{ticket.reference}.case@{self.sender.domain}>")
        closed = self._wording("closed", case) if delivery.payload.get("closes") else ""
        words = (
            self._answer(said, case) if answers else {"intro": "", "text": "", "why": self._wording("why_closed", case)}
        )
        back = self._wording("back" if self.sender.replies_to else "back_by_chat", case)
        language = self.languages[ticket.draft.language]
        page = {"lang": language.code, "right_to_left": language.right_to_left, "link": self.shop_url}
        write_body(message, "answer", {**words, **page, "closed": closed, "back": back})
        self.transport.send(message, self.sender.envelope_address, recipient)
        return ""

    def _answer(self, said: Message, case: CaseCopy) -> dict[str, str]:
        return {"intro": self._wording("intro", case), "text": said.text, "why": self._wording("why", case)}

    def _wording(self, name: str, case: CaseCopy) -> str:
        language = self.languages[case.ticket.draft.language]
        agent = (case.said and case.said.agent) or language.text("utter_handover_somebody")
        return language.worded(
            f"utter_mail_{name}", agent=agent, reference=case.ticket.reference, shop_url=self.shop_url
        )


def _subject(ticket: Ticket) -> str:
    """Write the subject, the same in every mail of a case, with the reference, so that a mailbox can sort by it."""
    priority = ticket.draft.priority
    urgency = "" if priority is Priority.NORMAL else f"{priority.value.capitalize()}: "
    return f"{urgency}{case_text.subject(ticket)}"


def mail_to(sender: Sender, delivery: Delivery, to: str, subject: str, now: datetime) -> EmailMessage:
    """Make a mail with its headers. The Message-ID follows from the idempotency key: one sent twice is known as one."""
    name = hashlib.sha256(f"{delivery.destination} {delivery.key}".encode()).hexdigest()[:32]
    message = EmailMessage(policy.SMTP)
    message["From"] = _parsed(sender.address)
    message["To"] = _parsed(to)
    message["Subject"] = " ".join(subject.split())
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{name}@{sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    if sender.replies_to:
        message["Reply-To"] = _parsed(sender.replies_to)
    return message


def _continue_thread(message: EmailMessage, first: str) -> None:
    if first and first != message["Message-ID"]:
        message["In-Reply-To"] = first
        message["References"] = first


def write_body(message: EmailMessage, template: str, words: Mapping[str, Any]) -> None:
    """Write the mail's text twice, plain and as HTML, from the templates of this name."""
    message.set_content(_TEMPLATES.get_template(f"{template}.txt").render(words))
    message.add_alternative(_TEMPLATES.get_template(f"{template}.html").render(words), subtype="html")


def _attach_transcript(message: EmailMessage, case: CaseCopy) -> None:
    text = case_text.transcript(case.messages, case.link) or "Nothing was said."
    message.add_attachment(text, filename=f"{case.ticket.reference}-transcript.txt")


def _files(messages: Sequence[Message]) -> list[str]:
    return [str((message.attachment or {}).get("name") or "a file") for message in messages if message.attachment]


def plain_recipient(email: str) -> str:
    """Check one plain address; DeliveryFailed for anything else: a list of them, a name, a line break."""
    with suppress(MessageError, ValueError, IndexError):
        address = Address(addr_spec=email.strip())
        if address.username and address.domain:
            return address.addr_spec
    raise DeliveryFailed("The shopper's e-mail address is none.", permanent=True)


def _parsed(address: str) -> Address:
    """Parse an address such as `Help <help@example.com>`; ValueError when it is none."""
    name, spec = parseaddr(address)
    with suppress(MessageError, ValueError, IndexError):
        parsed = Address(name, addr_spec=spec)
        if parsed.username and parsed.domain:
            return parsed
    raise ValueError(f"{address!r} is no e-mail address")
