"""Accounts in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from parcelbot.core.handover.agents import Account, AccountExists, LastAdmin, Role, Session


@dataclass
class FakeAgents:
    """`inbox.accounts.AccountStore` in dictionaries; `noticed` is what would have been written down."""

    accounts: dict[str, Account] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    totp: dict[str, tuple[str, int]] = field(default_factory=dict)
    noticed: list[bool] = field(default_factory=list)

    def find(self, email: str) -> Account | None:
        return self.accounts.get(email)

    def password_hash(self, email: str) -> str | None:
        return self.hashes.get(email)

    def all(self) -> Sequence[Account]:
        return sorted(self.accounts.values(), key=lambda account: account.agent.name)

    def add(self, account: Account, password_hash: str) -> None:
        if account.agent.email in self.accounts:
            raise AccountExists(account.agent.email)
        self.accounts[account.agent.email] = account
        self.hashes[account.agent.email] = password_hash

    def set_password(self, email: str, password_hash: str, ends_sessions: bool = True) -> None:
        self.hashes[email] = password_hash
        account = self.accounts[email]
        self.accounts[email] = replace(account, epoch=account.epoch + ends_sessions)

    def set_name(self, email: str, name: str) -> None:
        self._set_agent(email, name=name)

    def set_role(self, email: str, role: Role) -> None:
        if role is not Role.ADMIN and self._only_admin(email):
            raise LastAdmin(email)
        self._set_agent(email, role=role)

    def set_active(self, email: str, active: bool) -> None:
        if not active and self._only_admin(email):
            raise LastAdmin(email)
        account = self.accounts[email]
        self.accounts[email] = replace(account, active=active, epoch=account.epoch + 1)

    def totp_secret(self, email: str) -> str:
        return self.totp.get(email, ("", 0))[0]

    def set_totp(self, email: str, secret: str) -> None:
        self.totp[email] = (secret, 0)
        self.accounts[email] = replace(self.accounts[email], two_steps=bool(secret))

    def use_totp_step(self, email: str, step: int) -> bool:
        secret, used = self.totp[email]
        self.totp[email] = (secret, max(step, used))
        return step > used

    def begin_session(self, id_hash: str, session: Session, forget_before: datetime) -> None:
        self.sessions = {key: known for key, known in self.sessions.items() if known.began_at >= forget_before}
        self.sessions[id_hash] = session

    def session(self, id_hash: str) -> tuple[Session, Account] | None:
        known = self.sessions.get(id_hash)
        return (known, self.accounts[known.email]) if known else None

    def record_presence(self, id_hash: str, email: str, now: datetime, used: bool) -> None:
        self.noticed.append(used)
        self.accounts[email] = replace(self.accounts[email], seen_at=now)
        if used:
            self.sessions[id_hash] = replace(self.sessions[id_hash], used_at=now)

    def end_session(self, id_hash: str) -> None:
        self.sessions.pop(id_hash, None)

    def _set_agent(self, email: str, **changes: object) -> None:
        account = self.accounts[email]
        self.accounts[email] = replace(account, agent=replace(account.agent, **changes))

    def _only_admin(self, email: str) -> bool:
        kind = self.accounts[email].agent.demo
        admins = {a.agent.email for a in self.all() if a.agent.is_admin and a.active and a.agent.demo is kind}
        return admins == {email}
