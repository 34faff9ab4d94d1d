"""Fill the databases of an assistant that runs: copies of one conversation that it has held."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

#: The tables of a conversation, by file, with the column that names it; what hangs on another comes after it.
_TABLES = {
    "parcelbot.db": (("conversations", "id"), ("messages", "conversation_id")),
    "conversations.db": (("events", "sender_id"), ("tracker_heads", "sender_id")),
}

_NEWEST = """
SELECT conversation_id FROM messages WHERE author = 'bot'
AND conversation_id NOT IN (SELECT conversation_id FROM messages WHERE pending) ORDER BY at DESC LIMIT 1
"""


@contextmanager
def filled(folder: Path, messages: int) -> Iterator[None]:
    """Add copies of the newest conversation of the website until so many messages are in the ledger, to stay there."""
    with closing(sqlite3.connect(folder / "parcelbot.db", timeout=60)) as ledger:
        (original,) = ledger.execute(_NEWEST).fetchone()
        (there,) = ledger.execute("SELECT count(*) FROM messages").fetchone()
        (length,) = ledger.execute("SELECT count(*) FROM messages WHERE conversation_id = ?", (original,)).fetchone()
    copies = -(-max(0, messages - there) // length)
    for file, tables in _TABLES.items():
        with closing(sqlite3.connect(folder / file, timeout=60)) as database:
            for table, key in tables:
                _copy(database, table, key, original, there, copies)
            database.commit()
            # else the assistant's next commit would write all of it once more, at a turn's expense
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    yield


def on_disk_mb(folder: Path) -> float:
    """Add up the databases' files."""
    return sum(path.stat().st_size for file in _TABLES for path in folder.glob(f"{file}*")) / 1e6


def _copy(database: sqlite3.Connection, table: str, key: str, original: str, prefix: int, copies: int) -> None:
    """Copy the rows of `original` under new ids, each beginning with how many messages there were before."""
    columns = [
        name for _, name, *_ in database.execute(f"PRAGMA table_info({table})") if (table, name) != ("events", "id")
    ]
    copied = ", ".join(f"printf('%012d%020d', {prefix}, i)" if name == key else name for name in columns)
    database.execute(
        f"WITH RECURSIVE n(i) AS (SELECT 1 WHERE :copies > 0 UNION ALL SELECT i + 1 FROM n WHERE i < :copies)"
        f" INSERT INTO {table} ({', '.join(columns)}) SELECT {copied} FROM n, {table} WHERE {key} = :original",
        {"copies": copies, "original": original},
    )
