"""Describe agents: accounts, roles, log-ins and their limits, rules for passwords. Pure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

MIN_PASSWORD_LENGTH = 12
MAX_PASSWORD_LENGTH = 200
_MIN_DIFFERENT_CHARACTERS = 5


class AccountExists(ValueError):
    """An account with this e-mail exists already."""


class AccountUnknown(LookupError):
    """No account with this e-mail exists that one may change."""


class LastAdmin(ValueError):
    """The account is that of the last admin: without it nobody could manage the team."""


class Role(str, Enum):
    """An agent's role. An admin also manages the team, the audit log, deliveries and privacy."""

    AGENT = "agent"
    ADMIN = "admin"


@dataclass(frozen=True)
class Agent:
    """A person who answers shoppers; shoppers see `name`.

    `email` identifies the agent; for one who answers from a helpdesk it is "<destination>:<id>". `demo` marks
    the account that `make run` prints, and accounts made with it.
    """

    email: str
    name: str
    role: Role = Role.AGENT
    demo: bool = False

    @property
    def is_admin(self) -> bool:
        """True for an agent who may open the admins' pages."""
        return self.role is Role.ADMIN


@dataclass(frozen=True)
class Account:
    """An agent's account; its times are aware.

    `epoch` counts the events that end older sessions: a new password, a deactivation. `seen_at` is the moment of the
    last request, None before the first. With `two_steps` a log-in also needs a code.
    """

    agent: Agent
    active: bool
    epoch: int
    created_at: datetime
    seen_at: datetime | None = None
    two_steps: bool = False

    def usable(self, demo_mode: bool) -> bool:
        """True when one may log in with it: it is active and, if a demo account, in demo mode."""
        return self.active and (demo_mode or not self.agent.demo)


@dataclass(frozen=True)
class Session:
    """One log-in: the agent's e-mail, the account's epoch then, its beginning, and the last use by a person."""

    email: str
    epoch: int
    began_at: datetime
    used_at: datetime


@dataclass(frozen=True)
class SessionLimits:
    """The limits of a log-in: the time without use, and the time in all."""

    idle: timedelta = timedelta(minutes=60)
    lifetime: timedelta = timedelta(hours=12)

    def hold(self, session: Session, now: datetime) -> bool:
        """True while the session holds at `now`."""
        return now - session.used_at < self.idle and now - session.began_at < self.lifetime


def normal_email(text: str) -> str:
    """Give the form in which an account's e-mail is kept and compared."""
    return unicodedata.normalize("NFC", text.strip()).lower()


def password_problem(password: str, email: str) -> str:
    """Say what is wrong with a new password, in a sentence for the agent; "" when it will do."""
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
