"""Keep what is known of the files that shoppers sent; the files themselves lie in a directory."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from parcelbot.store.schema.conversations import attachments


@dataclass(frozen=True)
class Attachment:
    """A stored file. `name` is the shopper's, for display only; `file_name` is ours, in the directory."""

    id: str
    conversation_id: str
    file_name: str
    name: str
    media_type: str
    size_bytes: int
    at: datetime
    network: str = ""


@dataclass(frozen=True)
class StoredBytes:
    """The space that files take: all of them, and what came from one network of late."""

    overall: int
    of_network: int


class Attachments:
    """The rows of `attachments`. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, attachment: Attachment) -> None:
        """Remember a file that has been written."""
        with self._engine.begin() as connection:
            connection.execute(attachments.insert().values(**asdict(attachment)))

    def get(self, attachment_id: str) -> Attachment | None:
        """Find the file with this id; None when there is none."""
        query = select(attachments).where(attachments.c.id == attachment_id)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return None if row is None else Attachment(**row)

    def stored(self, network: str, since: datetime) -> StoredBytes:
        """Add up the space that all files take, and those that came from `network` since then."""
        size = func.coalesce(func.sum(attachments.c.size_bytes), 0)
        theirs = select(size).where(attachments.c.network == network, attachments.c.at >= since)
        with self._engine.connect() as connection:
            overall = connection.execute(select(size).select_from(attachments)).scalar_one()
            return StoredBytes(int(overall), int(connection.execute(theirs).scalar_one()))

    def count(self, conversation_id: str) -> int:
        """Count the files that a conversation has sent."""
        here = attachments.c.conversation_id == conversation_id
        with self._engine.connect() as connection:
            return int(connection.execute(select(func.count()).where(here)).scalar_one())
