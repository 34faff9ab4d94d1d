"""Build the agents' desk."""

from __future__ import annotations

import secrets

from sqlalchemy.engine import Engine

from parcelbot.bootstrap.base import build_signal
from parcelbot.core.handover.changes import ChangeWriter, HandoverWording
from parcelbot.core.handover.promises import ReplyDeadline
from parcelbot.settings.shared import Settings
from parcelbot.store.cases.desk import SqlDeskStore
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.desk import Desk

_CHOICE_ID_BYTES = 9


def build_desk(settings: Settings, engine: Engine, services: Services) -> Desk:
    """Wire the agents' use cases."""
    wording = HandoverWording(services.languages, _choice_id, services.hours, services.zones)
    return Desk(
        store=SqlDeskStore(engine, build_signal(settings)),
        writer=ChangeWriter(wording, settings.helpdesks, settings.mails_shoppers),
        due=ReplyDeadline(services.knowledge.priorities, services.hours),
        clock=services.clock,
    )


def _choice_id() -> str:
    return secrets.token_urlsafe(_CHOICE_ID_BYTES)
