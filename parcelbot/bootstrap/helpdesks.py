"""Build the helpdesks that get a copy of every ticket."""

from __future__ import annotations

from parcelbot.helpdesk.chatwoot import Chatwoot
from parcelbot.helpdesk.gorgias import Gorgias
from parcelbot.helpdesk.protocol import Destination
from parcelbot.helpdesk.zendesk import Zendesk
from parcelbot.settings.shared import Settings


def build_helpdesks(settings: Settings) -> list[Destination]:
    """Build the helpdesks that HELPDESK names, mailboxes aside."""
    built: list[Destination] = []
    if zendesk := settings.zendesk:
        fields = {"order_field": zendesk.order_field, "tracking_field": zendesk.tracking_field}
        built.append(Zendesk.at(zendesk.url, zendesk.email, zendesk.token, **fields))
    if gorgias := settings.gorgias:
        built.append(Gorgias.at(gorgias.url, gorgias.email, gorgias.key))
    if chatwoot := settings.chatwoot:
        built.append(Chatwoot.at(chatwoot.url, chatwoot.token, chatwoot.account_id, chatwoot.inbox_id))
    return built
