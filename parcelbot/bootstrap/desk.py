"""The desk's part of the composition root."""

from __future__ import annotations

import secrets
from pathlib import Path

from sqlalchemy.engine import Engine

from parcelbot.bootstrap.services import signal
from parcelbot.core.handover.changes import Clerk, Wording
from parcelbot.core.handover.due_again import DueAgain
from parcelbot.knowledge.responses import load_responses
from parcelbot.settings.shared import Settings
from parcelbot.store.cases.desk import SqlDeskStore
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.desk import Desk

DOMAIN = Path("domain.yml")

_CHOICE_ID_BYTES = 9


def build_desk(settings: Settings, engine: Engine, services: Services) -> Desk:
    """Wire the agents' use cases."""
    wording = Wording(load_responses(DOMAIN), lambda: secrets.token_urlsafe(_CHOICE_ID_BYTES))
    return Desk(
        store=SqlDeskStore(engine, signal(settings)),
        clerk=Clerk(wording, settings.helpdesks, settings.mails_shoppers),
        due=DueAgain(services.knowledge.priorities, services.hours),
        clock=services.clock,
    )
