"""Run alembic's revisions from the program; loaded only when a database is not up to date."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.engine import Connection

_SCRIPTS = Path(__file__).parents[1] / "migrations"


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring the database from any earlier state to `revision`; one without a version gets its missing tables.

    alembic.util.CommandError for a version that this program does not know.
    """
    command.upgrade(config_for(connection), revision)


def config_for(connection: Connection) -> Config:
    """Give alembic's configuration, without a file."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("file_template", "r%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config
