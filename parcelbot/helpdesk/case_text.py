"""A case in words for agents elsewhere, as plain text and as HTML in which nothing of the shopper's is markup."""

from __future__ import annotations

import html
from collections.abc import Iterable
from datetime import datetime

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import Ticket
from parcelbot.helpdesk.protocol import CaseCopy

_WHO = {Author.SHOPPER: "Shopper", Author.BOT: "Assistant", Author.AGENT: "Agent"}


def subject(ticket: Ticket) -> str:
    """What the case is about, in one line: "Delivered not received, order 10428 (KT-7QF3MX)"."""
    issue = ticket.draft.issue.replace("_", " ").capitalize() or "A shopper asks for a person"
    number = ticket.draft.order_number
    return f"{issue}{f', order {number}' if number else ''} ({ticket.reference})"


def tags(ticket: Ticket) -> list[str]:
    """Words to sort by: the assistant's own, the issue, where it was bought."""
    return [tag for tag in ("parcelbot", ticket.draft.issue, ticket.draft.sales_channel) if tag]


def summary(case: CaseCopy) -> str:
    """The facts of the case, one a line; for agents only."""
    ticket = case.ticket
    draft = ticket.draft
    facts = {
        "Order": f"{draft.order_number} ({'checked with' if draft.verified else 'NOT checked with'} the e-mail)"
        if draft.order_number
        else "",
        "Tracking number": draft.tracking_number,
        "E-mail": draft.email,
        "Also given": ", ".join(f"{given.kind.noun} {given.value}" for given in draft.also_given),
        "Bought through": draft.sales_channel,
        "Priority": draft.priority.value,
        "Answer promised by": moment(ticket.first_response_due),
        "Files": f"{len(draft.attachments)}, in the inbox" if draft.attachments else "",
        "Earlier cases": ", ".join(ticket.earlier),
        "Inbox": case.link,
    }
    head = f"{ticket.reference}, opened by the chat assistant {moment(ticket.created_at)}"
    return "\n".join([head, *draft.summary, "", *(f"{name}: {fact}" for name, fact in facts.items() if fact)])


def line(message: Message, link: str = "") -> str:
    """One line of the conversation with who said it and when; `link` is where its file can be seen."""
    return f"{who(message)}, {moment(message.at)}:\n{said(message, link)}"


def who(message: Message) -> str:
    """Who said it: "Shopper", "Assistant" or the agent's name."""
    return message.agent or _WHO[message.author]


def said(message: Message, link: str = "") -> str:
    """The words, and the name of the file that came with them and where it can be seen."""
    parts = [message.text]
    if message.attachment is not None:
        name = message.attachment.get("name") or "without a name"
        parts.append(f"[file: {name}{f', {link}' if link else ''}]")
    return "\n".join(part for part in parts if part) or "[the parcel's tracking, as a card]"


def transcript(messages: Iterable[Message]) -> str:
    """The conversation, oldest first; "" when nothing was said."""
    return "\n\n".join(line(message) for message in messages)


def moment(at: datetime) -> str:
    """A time as agents read it: "22 Nov 2026, 14:03 UTC"."""
    return f"{at:%d %b %Y, %H:%M %Z}".strip()


def to_html(text: str) -> str:
    """The text as HTML: no tag, and no `{{placeholder}}` that a helpdesk would fill in, comes from the text."""
    escaped = html.escape(text).replace("{", "&#123;").replace("}", "&#125;")
    return escaped.replace("\n", "<br>")
