"""Agents: who may use the inbox, as what, and for how long a log-in holds. Pure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

MIN_PASSWORD_LENGTH = 12
MAX_PASSWORD_LENGTH = 200
_MIN_DIFFERENT_CHARACTERS = 5


class AccountExists(ValueError):
    """There is an account with this e-mail."""


class AccountUnknown(LookupError):
    """There is no account with this e-mail that one may change."""


class LastAdmin(ValueError):
    """Without this account nobody could manage the team."""


class Role(str, Enum):
    """What an agent may do: an admin also manages the team, the audit log, deliveries and privacy."""

    AGENT = "agent"
    ADMIN = "admin"


@dataclass(frozen=True)
class Agent:
    """A person who answers shoppers, who see `name`.

    `email` identifies the agent; for one who answers from a helpdesk it is "<destination>:<id>". `demo` marks
    the log-in that `make run` prints, and what was made with it.
    """

    email: str
    name: str
    role: Role = Role.AGENT
    demo: bool = False

    @property
    def is_admin(self) -> bool:
        """Whether this agent may open the admins' pages."""
        return self.role is Role.ADMIN


@dataclass(frozen=True)
class Account:
    """An agent's account; its times are aware.

    `epoch` counts what ends older sessions: a new password, a deactivation. `seen_at` is the last request.
    """

    agent: Agent
    active: bool
    epoch: int
    created_at: datetime
    seen_at: datetime | None = None

    def usable(self, demo_mode: bool) -> bool:
        """Whether one may log in with it: it is active, and a demo account only in demo mode."""
        return self.active and (demo_mode or not self.agent.demo)


@dataclass(frozen=True)
class Session:
    """One log-in: whose, at which epoch, since when, and when a person last used it."""

    email: str
    epoch: int
    began_at: datetime
    used_at: datetime


@dataclass(frozen=True)
class SessionLimits:
    """How long a log-in holds: without being used, and in all."""

    idle: timedelta = timedelta(minutes=60)
    lifetime: timedelta = timedelta(hours=12)

    def hold(self, session: Session, now: datetime) -> bool:
        """Whether the session is still good at `now`."""
        return now - session.used_at < self.idle and now - session.began_at < self.lifetime


def normal_email(text: str) -> str:
    """The form in which an account's e-mail is kept and compared."""
    return unicodedata.normalize("NFC", text.strip()).lower()


def password_problem(password: str, email: str) -> str:
    """What is wrong with a new password, as a sentence for the agent; "" when it will do."""
    if len(password) < MIN_PASSWORD_LENGTH:
        return f"Use at least {MIN_PASSWORD_LENGTH} characters; a few words in a row are easiest to remember."
    if len(password) > MAX_PASSWORD_LENGTH:
        return f"Use at most {MAX_PASSWORD_LENGTH} characters."
    if len(set(password)) < _MIN_DIFFERENT_CHARACTERS:
        return f"Use at least {_MIN_DIFFERENT_CHARACTERS} different characters."
    own_name = email.partition("@")[0].lower()
    if len(own_name) >= _MIN_DIFFERENT_CHARACTERS and own_name in password.lower():
        return "Do not use your e-mail address in the password."
    return ""
