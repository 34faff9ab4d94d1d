"""Write a case for agents elsewhere, as plain text and as HTML in which nothing of the shopper's is markup."""

from __future__ import annotations

import html
from collections.abc import Iterable
from datetime import datetime

from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.headline import headline
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.handover.views import author_words
from parcelbot.core.language import ENGLISH
from parcelbot.core.languages import language_words
from parcelbot.helpdesk.protocol import CaseCopy


def subject(ticket: Ticket) -> str:
    """Say what the case is about in one line: "Marked delivered, not received, order 10428 (KT-7QF3MX)"."""
    number = ticket.draft.order_number
    return f"{headline(ticket.draft)}{f', order {number}' if number else ''} ({ticket.reference})"


def tags(ticket: Ticket) -> list[str]:
    """List the words to sort by: the assistant's own, the issue, where it was bought, a language but English."""
    language = "" if ticket.draft.language == ENGLISH else language_words(ticket.draft.language).lower()
    return [tag for tag in ("parcelbot", ticket.draft.issue, ticket.draft.sales_channel, language) if tag]


def summary(case: CaseCopy) -> str:
    """Write the facts of the case, one a line; for agents only."""
    ticket = case.ticket
    draft = ticket.draft
    facts = {
        "Order": f"{draft.order_number} ({'checked with' if draft.verified else 'NOT checked with'} the e-mail)"
        if draft.order_number
        else "",
        "Tracking number": draft.tracking_number,
        "E-mail": draft.email,
        "Also given": ", ".join(given.beside for given in draft.also_given),
        "Bought through": draft.sales_channel,
        "Language": "" if draft.language == ENGLISH else f"{language_words(draft.language)}, please answer in it",
        "Priority": priority_words(ticket),
        "Answer promised by": moment(ticket.first_response_due),
        "Files": f"{len(draft.attachments)}, in the inbox" if draft.attachments else "",
        "Earlier cases": ", ".join(ticket.earlier),
        "Inbox": case.link,
    }
    head = f"{ticket.reference}, opened by the chat assistant {moment(ticket.created_at)}"
    return "\n".join([head, *draft.summary, "", *(f"{name}: {fact}" for name, fact in facts.items() if fact)])


def priority_words(ticket: Ticket) -> str:
    """Say how urgent a case is, and why: "urgent, because of “last day near”"."""
    why = ticket.priority_row.replace("_", " ")
    return f"{ticket.draft.priority.value}{f', because of “{why}”' if why else ''}"


def update(case: CaseCopy) -> str:
    """Write what is added to a case that the helpdesk has: its facts as they are now, one a line."""
    return f"More is known of this case.\n\n{summary(case)}"


def line(message: Message, link: str = "") -> str:
    """Write one line of the conversation with who said it and when; `link` is where its file can be seen."""
    return f"{author_words(message)}, {moment(message.at)}:\n{said(message, link)}"


def said(message: Message, link: str = "") -> str:
    """Give the words of a line, and the name of the file that came with them and where it can be seen."""
    parts = [message.text]
    if message.attachment is not None:
        name = message.attachment.get("name") or "without a name"
        parts.append(f"[file: {name}{f', {link}' if link else ''}]")
    return "\n".join(part for part in parts if part) or "[the parcel's tracking, as a card]"


def transcript(messages: Iterable[Message], link: str) -> str:
    """Write the conversation, oldest first; "" when nothing was said. `link` is where its files can be seen."""
    return "\n\n".join(line(message, link) for message in messages)


def moment(at: datetime) -> str:
    """Write a time as agents read it: "22 Nov 2026, 14:03 UTC"."""
    return f"{at:%d %b %Y, %H:%M %Z}".strip()


def to_html(text: str) -> str:
    """Turn text into HTML: no tag, and no `{{placeholder}}` that a helpdesk would fill in, comes from the text."""
    escaped = html.escape(text).replace("{", "&#123;").replace("}", "&#125;")
    return escaped.replace("\n", "<br>")
