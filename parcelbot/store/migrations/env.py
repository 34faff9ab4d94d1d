"""Run alembic's revisions on the connection that `parcelbot.store.schema.upgrading` hands over."""

from __future__ import annotations

from alembic import context

from parcelbot.store.schema.metadata import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters a table by making it anew
)
with context.begin_transaction():
    context.run_migrations()
