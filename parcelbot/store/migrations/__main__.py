"""Write the revision that takes an installation from HEAD to the tables as they are defined now."""

from __future__ import annotations

import sys
import tempfile

from alembic import command

from parcelbot.store.migrations import HEAD
from parcelbot.store.schema.engine import open_engine
from parcelbot.store.schema.upgrading import config_for, upgrade


def main(about: str) -> None:
    """Compare a database at HEAD with the tables and write the difference; alembic prints the file's path."""
    revision = f"{int(HEAD) + 1:04}"
    with tempfile.TemporaryDirectory() as folder, open_engine(f"sqlite:///{folder}/head.db").connect() as connection:
        upgrade(connection)
        command.revision(config_for(connection), about, autogenerate=True, rev_id=revision)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit('✗ Say what changes: python -m parcelbot.store.migrations "parcels have a colour"')
    main(sys.argv[1])
