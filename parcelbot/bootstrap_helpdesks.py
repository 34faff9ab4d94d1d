"""The composition root's part about helpdesks: names their concrete classes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from parcelbot.helpdesk.chatwoot import NAME, Chatwoot
from parcelbot.helpdesk.chatwoot_relay import AgentsDesk, Relay
from parcelbot.helpdesk.gorgias import Gorgias
from parcelbot.helpdesk.protocol import Destination
from parcelbot.helpdesk.zendesk import Zendesk
from parcelbot.settings import Settings
from parcelbot.store.outbox import Outbox
from parcelbot.web.hooks import ChatwootHook


def build_helpdesks(settings: Settings) -> list[Destination]:
    """The helpdesks that HELPDESK names, mailboxes aside."""
    built: list[Destination] = []
    if zendesk := settings.zendesk:
        fields = {"order_field": zendesk.order_field, "tracking_field": zendesk.tracking_field}
        built.append(Zendesk.at(zendesk.url, zendesk.email, zendesk.token, **fields))
    if gorgias := settings.gorgias:
        built.append(Gorgias.at(gorgias.url, gorgias.email, gorgias.key))
    if chatwoot := settings.chatwoot:
        built.append(Chatwoot.at(chatwoot.url, chatwoot.token, chatwoot.account_id, chatwoot.inbox_id))
    return built


def build_chatwoot_hook(
    settings: Settings, desk: AgentsDesk, outbox: Outbox, clock: Callable[[], datetime]
) -> ChatwootHook | None:
    """The webhook; None where Chatwoot is not used or has no secret to prove itself with."""
    account = settings.chatwoot
    if account is None or not (account.webhook_secret or account.webhook_token):
        return None
    relay = Relay(desk, lambda remote_id: outbox.reference_of(NAME, remote_id))
    return ChatwootHook(relay, clock, account.webhook_secret, account.webhook_token)
