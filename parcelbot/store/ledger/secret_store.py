"""Keep secrets that we had to make ourselves, and signatures that must not be used twice."""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from parcelbot.store.schema.conversations import made_secrets, used_signatures

_SECRET_BYTES = 32


class SecretStore:
    """Secrets and used signatures in the database: they hold for every worker and outlive a restart."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def secret(self, name: str) -> str:
        """Give the secret called `name`; it is made on first use.

        Afterwards it is only read: who starts while nothing can be written still starts.
        """
        return self._made(name) or self._make(name)

    def _made(self, name: str) -> str:
        """Read a secret, "" while there is none."""
        query = select(made_secrets.c.value).where(made_secrets.c.name == name)
        with self._engine.connect() as connection:
            return str(connection.execute(query).scalar() or "")

    def _make(self, name: str) -> str:
        """Make a secret, unless another worker has just made it, and give the one that counts."""
        with suppress(IntegrityError), self._engine.begin() as connection:
            value = secrets.token_urlsafe(_SECRET_BYTES)
            connection.execute(made_secrets.insert().values(name=name, value=value))
        return self._made(name)

    def use_signature(self, signature: str, now: datetime, keep: timedelta) -> bool:
        """Use up `signature`: True the first time, then False. Those used longer than `keep` ago are forgotten."""
        with self._engine.begin() as connection:
            connection.execute(delete(used_signatures).where(used_signatures.c.at < now - keep))
        try:
            with self._engine.begin() as connection:
                connection.execute(used_signatures.insert().values(signature=signature, at=now))
        except IntegrityError:
            return False
        return True
