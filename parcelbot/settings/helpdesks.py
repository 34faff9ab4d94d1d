"""Read the accounts at helpdesks."""

from __future__ import annotations

from dataclasses import dataclass

from environs import Env, EnvError

from parcelbot.settings.secret_values import read_secret


@dataclass(frozen=True)
class ZendeskAccount:
    """An agent's account in Zendesk; the fields are ids of custom ticket fields, 0 for none."""

    url: str
    email: str
    token: str
    order_field: int
    tracking_field: int


@dataclass(frozen=True)
class GorgiasAccount:
    """A user's account in Gorgias."""

    url: str
    email: str
    key: str


@dataclass(frozen=True)
class ChatwootAccount:
    """An administrator's account in Chatwoot and an inbox of the kind "API".

    `webhook_secret` signs what comes back; `webhook_token` ends the webhook's address where nothing is signed.
    """

    url: str
    token: str
    account_id: int
    inbox_id: int
    webhook_secret: str
    webhook_token: str


def read_zendesk(env: Env) -> ZendeskAccount:
    """Read the Zendesk account; EnvError with the name of what is missing or cannot be read."""
    return ZendeskAccount(
        url=_needed(env, "ZENDESK_URL"),
        email=_needed(env, "ZENDESK_EMAIL"),
        token=_needed(env, "ZENDESK_TOKEN"),
        order_field=_number(env, "ZENDESK_ORDER_FIELD", "0"),
        tracking_field=_number(env, "ZENDESK_TRACKING_FIELD", "0"),
    )


def read_gorgias(env: Env) -> GorgiasAccount:
    """Read the Gorgias account; EnvError with the name of what is missing."""
    return GorgiasAccount(
        url=_needed(env, "GORGIAS_URL"), email=_needed(env, "GORGIAS_EMAIL"), key=_needed(env, "GORGIAS_KEY")
    )


def read_chatwoot(env: Env) -> ChatwootAccount:
    """Read the Chatwoot account; EnvError with the name of what is missing, and for a guessable webhook token."""
    return ChatwootAccount(
        url=_needed(env, "CHATWOOT_URL"),
        token=_needed(env, "CHATWOOT_TOKEN"),
        account_id=_number(env, "CHATWOOT_ACCOUNT"),
        inbox_id=_number(env, "CHATWOOT_INBOX"),
        webhook_secret=env.str("CHATWOOT_WEBHOOK_SECRET", ""),
        webhook_token=read_secret("CHATWOOT_WEBHOOK_TOKEN", guessable_allowed=False),
    )


def _needed(env: Env, name: str) -> str:
    value: str = env.str(name, "").strip()
    if not value:
        raise EnvError(f"{name} is needed for what HELPDESK names")
    return value


def _number(env: Env, name: str, default: str = "") -> int:
    value = env.str(name, "").strip() or default or _needed(env, name)
    if not value.isdigit():
        raise EnvError(f"{name} has to be a number, not {value!r}")
    return int(value)
