"""Look at what is on this machine: secrets, database, model, disk."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import inspect
from sqlalchemy.engine import Connection
from sqlalchemy.engine.url import make_url
from sqlalchemy.exc import SQLAlchemyError

from parcelbot.bootstrap.checks.findings import Finding, broken, odd, well
from parcelbot.bootstrap.written import read_files
from parcelbot.settings.shared import Settings
from parcelbot.settings.website import WebsiteSettings
from parcelbot.store.migrations import HEAD
from parcelbot.store.schema.engine import VERSION_TABLE, open_engine
from parcelbot.store.trackers.database import is_there, url_of

_GB = 1024**3
_ENOUGH_BYTES, _TIGHT_BYTES = 5 * _GB, 1 * _GB
_OTHERS_READ = stat.S_IRGRP | stat.S_IROTH
_OLD = timedelta(days=180)


def check_secrets(settings: Settings, website: WebsiteSettings, env_file: Path) -> Finding:
    """Look whether others can read the file of settings, and whether the shop can say who is logged in."""
    if env_file.exists() and env_file.stat().st_mode & _OTHERS_READ:
        return broken(f"others on this machine can read {env_file}", f"chmod 600 {env_file}")
    if not website.identity_secret and not settings.demo_mode:
        return odd(
            "the shop cannot say who is logged in", "set WEBSITE_IDENTITY_SECRET here and in the shop, or leave it so"
        )
    made = [name for name, told in _own_secrets(settings, website) if not told]
    return well(f"{' and '.join(made)} made by us and kept in the database" if made else "all are set")


def _own_secrets(settings: Settings, website: WebsiteSettings) -> Iterator[tuple[str, str]]:
    yield "INBOX_SECRET", settings.inbox_secret
    yield "WEBSITE_TOKEN_SECRET", website.token_secret


def check_files(settings: Settings) -> Finding:
    """Look whether every file of tables and sentences can be read."""
    try:
        read_files(settings)
    except (ValueError, OSError) as error:
        return broken(str(error), "mend it, or take it back from git; nothing starts with it")
    return well(f"all of {settings.knowledge} and {settings.locales} can be read")


def check_conversations(settings: Settings) -> Finding:
    """Look whether what the assistant remembers of conversations opens; makes nothing."""
    if settings.conversations_db == settings.database_url:
        return well("conversations are remembered in the database")
    if not is_there(settings.conversations_db):
        return odd("no conversation is remembered yet", "the first start makes it; if not, check CONVERSATIONS_DB")
    try:
        with open_engine(url_of(settings.conversations_db)).connect() as connection:
            inspect(connection).get_table_names()
    except SQLAlchemyError as error:
        return broken(str(error).splitlines()[0], "check CONVERSATIONS_DB; is the server there, or the file locked?")
    return well("conversations are remembered, and open")


def check_database(settings: Settings) -> Finding:
    """Look whether the database opens, is of this version, and lets us write; makes and upgrades nothing."""
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and not (url.database and Path(url.database).exists()):
        return odd(f"{url.database} is not there yet", "the first start makes it; if you had one, check DATABASE_URL")
    try:
        with open_engine(settings.database_url).connect() as connection:
            return _version(connection, url.get_backend_name())
    except SQLAlchemyError as error:
        return broken(str(error).splitlines()[0], "check DATABASE_URL; is the server there, or the file locked?")


def _version(connection: Connection, kind: str) -> Finding:
    has_version = inspect(connection).has_table(VERSION_TABLE)
    told = connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar() if has_version else ""
    if kind == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.exec_driver_sql("ROLLBACK")
    if told == HEAD:
        return well(f"{kind} answers and takes writes, revision {HEAD}")
    if (told or "") < HEAD:
        return odd(f"{kind} is of revision {told or 'none'}, this version's is {HEAD}", "the next start upgrades it")
    return broken(f"{kind} is of a later version ({told})", "start the version that wrote it, or restore a copy")


def check_model(model: Path, sources: Sequence[Path], now: datetime) -> Finding:
    """Look whether a model is there, and newer than what it is trained from."""
    if not model.exists():
        return broken(f"there is no {model}", "make train")
    trained = datetime.fromtimestamp(model.stat().st_mtime, now.tzinfo)
    newest = max(sources, key=lambda path: path.stat().st_mtime, default=None)
    age = f"trained {(now - trained).days} days ago"
    if newest is not None and newest.stat().st_mtime > model.stat().st_mtime:
        return odd(f"{age}, before the last change of {newest}", "make train, then start the assistant anew")
    if now - trained > _OLD:
        return odd(age, "make review shows what shoppers wrote since and was not understood")
    return well(age)


@dataclass(frozen=True)
class GrowingFolders:
    """Folders that grow, and how much shoppers' files may take in all."""

    folders: tuple[Path, ...]
    storage_bytes: int


def growing_folders(settings: Settings, website: WebsiteSettings) -> GrowingFolders:
    """Give the folders that grow: the database's, if it is a file, and that of shoppers' files."""
    url = make_url(settings.database_url)
    is_file = url.get_backend_name() == "sqlite" and url.database
    files = (Path(url.database).parent,) if is_file else ()
    return GrowingFolders((*files, website.attachments_dir), website.storage_bytes)


def check_disk(where: GrowingFolders) -> Finding:
    """Look at the room that is left where the database and shoppers' files grow."""
    free = {folder: shutil.disk_usage(_existing(folder)).free for folder in where.folders}
    tightest = min(free, key=lambda folder: free[folder])
    said = f"{free[tightest] / _GB:.1f} GB free for {tightest}"
    if free[tightest] < _TIGHT_BYTES:
        return broken(said, "make room, or shorten RETENTION_DAYS")
    if free[tightest] < max(_ENOUGH_BYTES, where.storage_bytes):
        return odd(said, "shoppers' files alone may take WEBSITE_STORAGE_MB; make room, or lower it")
    return well(said)


def _existing(folder: Path) -> Path:
    return next(place for place in (folder, *folder.absolute().parents) if place.exists())
