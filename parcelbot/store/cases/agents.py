"""Store agents' accounts and log-ins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from parcelbot.core.handover.agents import Account, AccountExists, Agent, LastAdmin, Role, Session
from parcelbot.store.schema.tickets import agent_sessions, agents

_ADMINS = (agents.c.role == Role.ADMIN.value) & agents.c.active
_WITH_ACCOUNT = select(
    agent_sessions.c.epoch.label("session_epoch"), agent_sessions.c.began_at, agent_sessions.c.used_at, agents
).join(agents, agents.c.email == agent_sessions.c.email)


class SqlAgents:
    """`usecases.accounts.AccountStore` over SQLAlchemy. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, email: str) -> Account | None:
        """Find the account with this e-mail; None when there is none."""
        with self._engine.connect() as connection:
            row = connection.execute(select(agents).where(agents.c.email == email)).mappings().first()
        return None if row is None else _account(row)

    def password_hash(self, email: str) -> str | None:
        """Read the hash of an account's password; None when there is no such account."""
        with self._engine.connect() as connection:
            value = connection.execute(select(agents.c.password_hash).where(agents.c.email == email)).scalar()
        return None if value is None else str(value)

    def all(self) -> Sequence[Account]:
        """Read every account, by name."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(agents).order_by(agents.c.name, agents.c.email)).mappings()
            return [_account(row) for row in rows]

    def add(self, account: Account, password_hash: str) -> None:
        """Add an account; AccountExists when its e-mail has one."""
        values = {
            "email": account.agent.email,
            "name": account.agent.name,
            "password_hash": password_hash,
            "role": account.agent.role.value,
            "active": account.active,
            "demo": account.agent.demo,
            "epoch": account.epoch,
            "created_at": account.created_at,
        }
        try:
            with self._engine.begin() as connection:
                connection.execute(agents.insert(), values)
        except IntegrityError as error:
            raise AccountExists(account.agent.email) from error

    def set_password(self, email: str, password_hash: str, ends_sessions: bool = True) -> None:
        """Replace the password; with `ends_sessions` the epoch changes too, which ends older log-ins."""
        step = 1 if ends_sessions else 0
        self._change(email, password_hash=password_hash, epoch=agents.c.epoch + step)

    def set_name(self, email: str, name: str) -> None:
        """Change the name that shoppers see."""
        self._change(email, name=name)

    def set_role(self, email: str, role: Role) -> None:
        """Change the role; LastAdmin when no active admin of the same kind would be left."""
        with self._keeping_an_admin(email) as connection:
            connection.execute(update(agents).where(agents.c.email == email).values(role=role.value))

    def set_active(self, email: str, active: bool) -> None:
        """Switch the account on or off, which changes the epoch.

        LastAdmin when no active admin of the same kind would be left.
        """
        values = {"active": active, "epoch": agents.c.epoch + 1}
        with self._keeping_an_admin(email) as connection:
            connection.execute(update(agents).where(agents.c.email == email).values(**values))

    def totp_secret(self, email: str) -> str:
        """Read the secret of the account's second step; "" without one."""
        with self._engine.connect() as connection:
            return str(connection.execute(select(agents.c.totp_secret).where(agents.c.email == email)).scalar() or "")

    def set_totp(self, email: str, secret: str) -> None:
        """Set the second step's secret, or take the step away with ""."""
        self._change(email, totp_secret=secret, totp_step=0)

    def use_totp_step(self, email: str, step: int) -> bool:
        """Use a code up by the step of time it belongs to; False when it, or a later one, was used before."""
        newer = update(agents).where(agents.c.email == email, agents.c.totp_step < step).values(totp_step=step)
        with self._engine.begin() as connection:
            return bool(connection.execute(newer).rowcount)

    def begin_session(self, id_hash: str, session: Session, forget_before: datetime) -> None:
        """Keep a new session; those begun before `forget_before` are forgotten."""
        values = {
            "id_hash": id_hash,
            "email": session.email,
            "epoch": session.epoch,
            "began_at": session.began_at,
            "used_at": session.used_at,
        }
        with self._engine.begin() as connection:
            connection.execute(delete(agent_sessions).where(agent_sessions.c.began_at < forget_before))
            connection.execute(agent_sessions.insert(), values)

    def session(self, id_hash: str) -> tuple[Session, Account] | None:
        """Find a session and the account it belongs to; None when there is none."""
        query = _WITH_ACCOUNT.where(agent_sessions.c.id_hash == id_hash)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            return None
        return Session(row["email"], row["session_epoch"], row["began_at"], row["used_at"]), _account(row)

    def record_presence(self, id_hash: str, email: str, now: datetime, used: bool) -> None:
        """Record that the agent is there, and with `used` that a person used the session."""
        with self._engine.begin() as connection:
            connection.execute(update(agents).where(agents.c.email == email).values(seen_at=now))
            if used:
                here = agent_sessions.c.id_hash == id_hash
                connection.execute(update(agent_sessions).where(here).values(used_at=now))

    def end_session(self, id_hash: str) -> None:
        """Forget a session."""
        with self._engine.begin() as connection:
            connection.execute(delete(agent_sessions).where(agent_sessions.c.id_hash == id_hash))

    @contextmanager
    def _keeping_an_admin(self, email: str) -> Iterator[Connection]:
        """Open a transaction that LastAdmin rolls back when it takes the last admin away.

        It begins by writing to all admins, so that two who demote each other at one moment do so one after the other.
        """
        with self._engine.begin() as connection:
            connection.execute(update(agents).where(_ADMINS).values(role=agents.c.role))
            before = _admins_of_same_kind(connection, email)
            yield connection
            if before and not _admins_of_same_kind(connection, email):
                raise LastAdmin(email)

    def _change(self, email: str, **values: Any) -> None:
        with self._engine.begin() as connection:
            connection.execute(update(agents).where(agents.c.email == email).values(**values))


def _admins_of_same_kind(connection: Connection, email: str) -> int:
    """Count the active admins of the same kind as `email`; a demo admin is in charge of demo accounts only."""
    kind = select(agents.c.demo).where(agents.c.email == email).scalar_subquery()
    query = select(func.count()).select_from(agents).where(_ADMINS, agents.c.demo == kind)
    return int(connection.execute(query).scalar_one())


def _account(row: Mapping[str, Any]) -> Account:
    return Account(
        agent=Agent(row["email"], row["name"], Role(row["role"]), row["demo"]),
        active=row["active"],
        epoch=row["epoch"],
        created_at=row["created_at"],
        seen_at=row["seen_at"],
        two_steps=bool(row["totp_secret"]),
    )
