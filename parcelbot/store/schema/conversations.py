"""Define the tables of conversations, and the `metadata` to which other modules add their tables."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData()


class UtcDateTime(TypeDecorator):  # type: ignore[misc] # SQLAlchemy 1.4 ships without types
    """A column of aware datetimes; the database holds them in UTC without an offset, as SQLite cannot keep one."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        """Convert an aware datetime for the database."""
        return None if value is None else value.astimezone(timezone.utc).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        """Convert the database's datetime to an aware one in UTC."""
        return None if value is None else value.replace(tzinfo=timezone.utc)


#: `runner` names the process that has the assistant answer this conversation; `fence` grows with each that takes it,
#: `beat` while it lives (see `store.ledger.claims`). `seen_seq` says how far a shopper's page has shown it, `seen_at`
#: when a page was last open. `waiting_since` is the moment from which the shopper waits for a person's word; NULL while
#: the bot has the conversation or a person spoke last. `writing_until` is the moment until which the agent who has it
#: counts as writing. `visitor` is the same for conversations begun from one address, which it does not tell; `network`
#: is where the shopper last wrote from, as limits are counted by it; "" where unknown. `card_rev` counts how often a
#: card was renewed. `language` is the one that the bot last spoke, before that the one of the shopper's page;
#: `time_zone` is that of their browser, "" where it told none.
conversations = Table(
    "conversations",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("state", String(16), nullable=False),
    Column("agent", String(200), nullable=False, server_default=""),
    Column("last_seq", Integer, nullable=False, server_default="0"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("identity", JSON(none_as_null=True)),
    Column("runner", String(64)),
    Column("fence", Integer, nullable=False, server_default="0"),
    Column("beat", Integer, nullable=False, server_default="0"),
    Column("seen_seq", Integer, nullable=False, server_default="0"),
    Column("seen_at", UtcDateTime),
    Column("waiting_since", UtcDateTime),
    Column("writing_until", UtcDateTime),
    Column("visitor", String(32), nullable=False, server_default="", index=True),
    Column("card_rev", Integer, nullable=False, server_default="0"),
    Column("network", String(64), nullable=False, server_default=""),
    Column("language", String(8), nullable=False, server_default=""),
    Column("time_zone", String(64), nullable=False, server_default=""),
)

#: The ledger. `pending` marks a shopper's message that the assistant has not dealt with, `attempts` counts how often it
#: was begun, `failing_since` is the moment, by the database's clock, since which turns came to nothing while it waited.
#: `offers` marks a message with choices, `spent` one whose choices were used.
messages = Table(
    "messages",
    metadata,
    Column("conversation_id", String(64), ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("author", String(16), nullable=False),
    Column("echo_id", String(120)),
    Column("payload", JSON, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("in_reply_to", Integer),
    Column("pending", Boolean, nullable=False, server_default=false()),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("failing_since", UtcDateTime),
    Column("offers", Boolean, nullable=False, server_default=false()),
    Column("spent", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("conversation_id", "echo_id"),
    Index("messages_pending", "pending", "conversation_id"),
)

#: The newest card of each parcel in a conversation; `rev` is the conversation's `card_rev` when it was last renewed.
parcel_cards = Table(
    "parcel_cards",
    metadata,
    Column("conversation_id", String(64), ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True),
    Column("number", String(64), primary_key=True, index=True),
    Column("seq", Integer, nullable=False),
    Column("rev", Integer, nullable=False, server_default="0"),
)

#: Shoppers' uploads; the files lie in a directory under names that only this table knows. `network` is where one came
#: from, by which space is shared out.
attachments = Table(
    "attachments",
    metadata,
    Column("id", String(64), primary_key=True),
    Column(
        "conversation_id",
        String(64),
        ForeignKey("conversations.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("file_name", String(80), nullable=False),
    Column("name", String(200), nullable=False),
    Column("media_type", String(40), nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("network", String(64), nullable=False, server_default="", index=True),
)

#: Signatures of the shop that have been used; each is good for one session.
used_signatures = Table(
    "used_signatures",
    metadata,
    Column("signature", String(64), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)

#: Secrets that we made because the environment gave none; they must outlive a restart.
made_secrets = Table(
    "made_secrets",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)
