"""Give templates what several pages need: words for codes and times, and agents' names."""

from __future__ import annotations

from typing import Any

from flask import Blueprint

from parcelbot.core.cases.headline import headline
from parcelbot.core.languages import language_words
from parcelbot.inbox import labels
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.labels import TimeLabels


def add_label_helpers(pages: Blueprint) -> None:
    """Give the blueprint's templates the words for codes."""

    @pages.context_processor
    def helpers() -> dict[str, Any]:
        return {
            "headline": headline,
            "check_words": labels.check_words,
            "size_words": labels.size_words,
            "channel_words": lambda channel: labels.CHANNELS.get(channel, channel),
            "language_words": language_words,
            "status_words": lambda status: labels.STATUSES[status.value],
            "priority_words": lambda priority: labels.PRIORITIES[priority.value],
        }


def time_labels(inbox: InboxDependencies) -> TimeLabels:
    """Give the time labels of this request's page, seen from now."""
    return TimeLabels(inbox.clock(), inbox.zone)


def agent_names(inbox: InboxDependencies) -> dict[str, str]:
    """Give the names of all who ever had an account, by e-mail."""
    return {account.agent.email: account.agent.name for account in inbox.accounts.store.all()}
