"""What the queue and the ticket page share: words for templates, names of people, page numbers."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, request

from parcelbot.inbox import labels
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.labels import TimeLabels

_MAX_DIGITS = 6


def word_helpers(pages: Blueprint) -> None:
    """Give the blueprint's templates the words for codes."""

    @pages.context_processor
    def helpers() -> dict[str, Any]:
        return {
            "issue_words": labels.issue_words,
            "check_words": labels.check_words,
            "size_words": labels.size_words,
            "channel_words": lambda channel: labels.CHANNELS.get(channel, channel),
            "status_words": lambda status: labels.STATUSES[status.value],
            "priority_words": lambda priority: labels.PRIORITIES[priority.value],
        }


def say(parts: InboxDependencies) -> TimeLabels:
    """The words of this request's page."""
    return TimeLabels(parts.clock(), parts.zone)


def people(parts: InboxDependencies) -> dict[str, str]:
    """The names of all who ever had an account, by e-mail."""
    return {account.agent.email: account.agent.name for account in parts.accounts.store.all()}


def page_number() -> int:
    """The page that is asked for; 1 for anything that is no page."""
    asked = request.args.get("page", "1")[:_MAX_DIGITS]
    return max(int(asked), 1) if asked.isdecimal() else 1
