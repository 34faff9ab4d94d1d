"""Upgrade older databases step by step with alembic's revisions, run by `store.schema.engine.create_tables`.

After a change to the tables: `python -m parcelbot.store.migrations "what changes"` writes the next revision to
`versions/` for you to check, and HEAD becomes its id.
"""

from __future__ import annotations

#: The newest revision; it stands here so that an up-to-date database is known without loading alembic.
HEAD = "0012"
