"""Manage agents' accounts: log in and out, the team, its roles and passwords. Knows no web framework."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from parcelbot.core.handover.agents import Account, AccountUnknown, Agent, Role, Session, SessionLimits, normal_email
from parcelbot.usecases.passwords import UNUSABLE, Passwords

#: Recording that somebody is there costs a transaction; this often is enough.
_RECORD_PRESENCE_EVERY = timedelta(seconds=30)
_TOKEN_BYTES = 32


class AccountStore(Protocol):
    """A store of accounts and sessions."""

    def find(self, email: str) -> Account | None:
        """Find the account with this e-mail; None when there is none."""

    def password_hash(self, email: str) -> str | None:
        """Give the hash of its password; None when there is no such account."""

    def all(self) -> Sequence[Account]:
        """List every account, by name."""

    def add(self, account: Account, password_hash: str) -> None:
        """Add an account; AccountExists when there is one."""

    def set_password(self, email: str, password_hash: str, ends_sessions: bool = True) -> None:
        """Replace the password; with `ends_sessions` the epoch changes too."""

    def set_name(self, email: str, name: str) -> None:
        """Change the name that shoppers see."""

    def set_role(self, email: str, role: Role) -> None:
        """Change the role; LastAdmin when no active admin, of demo accounts or of real ones, would be left."""

    def set_active(self, email: str, active: bool) -> None:
        """Switch the account on or off, which changes the epoch; LastAdmin when no active admin would be left."""

    def totp_secret(self, email: str) -> str:
        """Give the secret of the second step; "" without one."""

    def set_totp(self, email: str, secret: str) -> None:
        """Set the second step's secret, or take the step away with ""."""

    def use_totp_step(self, email: str, step: int) -> bool:
        """Use a code up by its step of time; False when it, or a later one, was used before."""

    def begin_session(self, id_hash: str, session: Session, forget_before: datetime) -> None:
        """Keep a new session; those begun before `forget_before` are forgotten."""

    def session(self, id_hash: str) -> tuple[Session, Account] | None:
        """Find a session and the account it belongs to; None when it has ended."""

    def record_presence(self, id_hash: str, email: str, now: datetime, used: bool) -> None:
        """Record that the agent is there now, and with `used` that the session was used."""

    def end_session(self, id_hash: str) -> None:
        """Forget a session."""


@dataclass(frozen=True)
class Accounts:
    """The accounts of the inbox. `clock` gives an aware now; without `demo_mode` demo accounts do not exist."""

    store: AccountStore
    passwords: Passwords
    clock: Callable[[], datetime]
    limits: SessionLimits = field(default_factory=SessionLimits)
    demo_mode: bool = False

    def check(self, email: str, password: str) -> Account | None:
        """Find the account that e-mail and password open; None, after the same work, whatever is wrong with them."""
        email = normal_email(email)
        known_hash = self.store.password_hash(email)
        fits = self.passwords.matches(password, known_hash)
        account = self.store.find(email)
        if not fits or account is None or known_hash is None or not account.usable(self.demo_mode):
            return None
        if self.passwords.outdated(known_hash):
            self.store.set_password(email, self.passwords.hash(password), ends_sessions=False)
        return account

    def begin_session(self, account: Account) -> str:
        """Log the account in; gives the secret that the session is known by."""
        token, now = secrets.token_urlsafe(_TOKEN_BYTES), self.clock()
        session = Session(account.agent.email, account.epoch, began_at=now, used_at=now)
        self.store.begin_session(_hashed(token), session, forget_before=now - self.limits.lifetime)
        return token

    def agent_of(self, token: str, by_a_person: bool = True) -> Agent | None:
        """Find the agent who is logged in by this session; None when it has ended.

        A request that a page makes by itself is not `by_a_person`: it shows that the agent is there, but
        does not keep a session alive that nobody uses.
        """
        known = self.store.session(_hashed(token))
        if known is None or not self._is_valid(*known):
            return None
        session, account = known
        now = self.clock()
        used = by_a_person and now - session.used_at >= _RECORD_PRESENCE_EVERY
        if used or account.seen_at is None or now - account.seen_at >= _RECORD_PRESENCE_EVERY:
            self.store.record_presence(_hashed(token), session.email, now, used)
        return account.agent

    def end_session(self, token: str) -> None:
        """Log out, which also logs out any copy of the cookie."""
        self.store.end_session(_hashed(token))

    def colleagues(self) -> tuple[Agent, ...]:
        """List everybody who can be given a case: all who can log in, by name."""
        return tuple(account.agent for account in self.store.all() if account.usable(self.demo_mode))

    def team(self, admin: Agent) -> tuple[Account, ...]:
        """List the accounts this admin manages: a demo admin manages demo accounts only."""
        return tuple(account for account in self.store.all() if account.agent.demo is admin.demo)

    def add(self, admin: Agent, email: str, name: str, role: Role) -> Account:
        """Add a colleague, who still has to choose a password; AccountExists."""
        agent = Agent(normal_email(email), name.strip(), role, demo=admin.demo)
        account = Account(agent, active=True, epoch=1, created_at=self.clock())
        self.store.add(account, UNUSABLE)
        return account

    def install(self, email: str, password: str, name: str = "", role: Role | None = None, demo: bool = False) -> bool:
        """Make an active account with this password, or renew one, from the machine itself; True when it is new.

        Without a `role` the first account is an admin and later ones are agents; one that exists keeps the name and
        the role that are not given. LastAdmin. AccountUnknown for a demo account without `demo`, or the reverse.
        """
        known = self.find(email)
        if known is None:
            first = not any(a.agent.is_admin and a.active for a in self.store.all() if a.agent.demo is demo)
            agent = Agent(normal_email(email), name or name_from_email(email), role or _role_of(first), demo)
            self.store.add(Account(agent, True, 1, self.clock()), self.passwords.hash(password))
            return True
        if known.agent.demo is not demo:
            raise AccountUnknown(email)
        self._renew(known, password, name, role)
        return False

    def _renew(self, known: Account, password: str, name: str, role: Role | None) -> None:
        email = known.agent.email
        self.store.set_active(email, True)
        self.store.set_role(email, role or known.agent.role)
        self.store.set_name(email, name or known.agent.name)
        self.store.set_totp(email, "")
        self.set_password(email, password)

    def set_role(self, admin: Agent, email: str, role: Role) -> Account:
        """Make an admin of an agent or the reverse; AccountUnknown, LastAdmin."""
        account = self._managed(admin, email)
        self.store.set_role(account.agent.email, role)
        return account

    def set_active(self, admin: Agent, email: str, active: bool) -> Account:
        """Let a colleague in again, or keep one out from now on; AccountUnknown, LastAdmin."""
        account = self._managed(admin, email)
        self.store.set_active(account.agent.email, active)
        return account

    def reset_password(self, admin: Agent, email: str) -> Account:
        """Make the password useless and end all sessions until a new one is chosen; AccountUnknown."""
        account = self._managed(admin, email)
        self.store.set_password(account.agent.email, UNUSABLE)
        return self._managed(admin, email)

    def reset_second_step(self, admin: Agent, email: str) -> Account:
        """Let a colleague log in without the code, who has lost what makes it; AccountUnknown."""
        account = self._managed(admin, email)
        self.store.set_totp(account.agent.email, "")
        return account

    def set_password(self, email: str, password: str) -> None:
        """Set a new password and end every session of the account."""
        self.store.set_password(email, self.passwords.hash(password))

    def find(self, email: str) -> Account | None:
        """Find the account with this e-mail, active or not; None when there is none."""
        return self.store.find(normal_email(email))

    def _managed(self, admin: Agent, email: str) -> Account:
        account = self.find(email)
        if account is None or account.agent.demo is not admin.demo:
            raise AccountUnknown(email)
        return account

    def _is_valid(self, session: Session, account: Account) -> bool:
        current = session.epoch == account.epoch and account.usable(self.demo_mode)
        return current and self.limits.hold(session, self.clock())


def name_from_email(email: str) -> str:
    """Make a name for shoppers of an e-mail: "ana.k@shop.example" is "Ana"."""
    return re.split(r"[^a-z]", normal_email(email))[0].capitalize() or "Support"


def _role_of(first: bool) -> Role:
    return Role.ADMIN if first else Role.AGENT


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
