"""Write everything the assistant has into one file, or put it back: `make backup`, `make restore`.

The file is a tar of `manifest.json`, `database`, `conversations` (where they are kept apart) and `attachments/`.
"""

from __future__ import annotations

import argparse
import json
import socket
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime, timezone
from pathlib import Path

from dotenv import load_dotenv
from environs import EnvError

from parcelbot.settings import variables
from parcelbot.settings.shared import Settings, read_settings
from parcelbot.store.copies import CopyFailed, bring_back, copy_out, kind_of, revision_of
from parcelbot.store.migrations import HEAD
from parcelbot.store.trackers.database import is_there

_OWNER_ONLY = 0o600
_MANIFEST, _DATABASE, _CONVERSATIONS, _ATTACHMENTS = "manifest.json", "database", "conversations", "attachments"
#: Where the parts listen that read or write what is put back.
_PORTS = (
    variables.RASA_PORT,
    variables.FRONT_PORT,
    variables.ACTIONS_PORT,
    variables.WEB_PORT,
    variables.WORKER_PORT,
)


class RestoreRefused(Exception):
    """A copy cannot be put back here; says why in one sentence."""


def main(arguments: Sequence[str]) -> int:
    """Do what is asked for and say so; returns 1 with a sentence when it cannot be done."""
    told = _told(arguments)
    load_dotenv()
    try:
        settings = read_settings()
        if told.restore is None:
            print(f"✓ {back_up(settings, told.out, datetime.now(timezone.utc))}")
        else:
            _refuse_while_running()
            print(f"✓ {restore(settings, told.restore, replace=told.yes)}")
    except (CopyFailed, RestoreRefused, EnvError, OSError, ValueError, tarfile.TarError) as error:
        print(f"✗ {error}", file=sys.stderr)
        return 1
    return 0


def back_up(settings: Settings, folder: Path, now: datetime) -> str:
    """Write a file of the moment into `folder`, which is made; the parts may go on working. Gives a sentence."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"parcelbot-{now:%Y%m%dT%H%M%SZ}.tar"
    unfinished = file.with_suffix(".unfinished")
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        # databases first: a file is there before the row that names it
        copies = list(_copies(settings, Path(scratch)))
        unfinished.touch(mode=_OWNER_ONLY)
        with tarfile.open(unfinished, "w") as tar:
            for path, name in (*copies, *_attachments(settings.attachments_dir)):
                tar.add(path, name, recursive=False)
    unfinished.replace(file)
    return f"{file} ({file.stat().st_size / 1e6:.1f} MB); the settings (.env) are not in it"


def restore(settings: Settings, file: Path, replace: bool) -> str:
    """Put the file's content in the place of what is there and say so; RestoreRefused where that would do harm.

    No part may be running that reads or writes it.
    """
    with tempfile.TemporaryDirectory() as scratch:
        unpacked = Path(scratch)
        with tarfile.open(file, "r:") as tar:
            tar.extractall(unpacked, filter="data")
        manifest = json.loads((unpacked / _MANIFEST).read_text(encoding="utf-8"))
        _refuse_unfit(manifest, settings, replace)
        bring_back(settings.database_url, unpacked / _DATABASE)
        if (unpacked / _CONVERSATIONS).exists():
            bring_back(settings.conversations_db, unpacked / _CONVERSATIONS)
        count = _bring_files(unpacked / _ATTACHMENTS, settings.attachments_dir)
    return f"as it was at {manifest['at']}, with {count} files of shoppers; the next start upgrades it if it is older"


def _copies(settings: Settings, scratch: Path) -> Iterator[tuple[Path, str]]:
    manifest = {
        "at": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "kind": kind_of(settings.database_url),
        "revision": revision_of(settings.database_url),
    }
    (scratch / _MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    yield scratch / _MANIFEST, _MANIFEST
    copy_out(settings.database_url, scratch / _DATABASE)
    yield scratch / _DATABASE, _DATABASE
    if _kept_apart(settings):
        copy_out(settings.conversations_db, scratch / _CONVERSATIONS)
        yield scratch / _CONVERSATIONS, _CONVERSATIONS


def _kept_apart(settings: Settings) -> bool:
    """Tell whether what the assistant remembers is in a place of its own, and there already."""
    return settings.conversations_db != settings.database_url and is_there(settings.conversations_db)


def _attachments(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.glob("*")) if folder.exists() else ():
        if path.is_file():
            yield path, f"{_ATTACHMENTS}/{path.name}"


def _bring_files(source: Path, target: Path) -> int:
    target.mkdir(parents=True, exist_ok=True)
    files = sorted(source.glob("*")) if source.exists() else []
    for path in files:
        (target / path.name).write_bytes(path.read_bytes())
        (target / path.name).chmod(_OWNER_ONLY)
    return len(files)


def _refuse_while_running() -> None:
    for port in _PORTS:
        with socket.socket() as probe:
            probe.settimeout(0.5)
            if probe.connect_ex(("127.0.0.1", port.read())) == 0:
                raise RestoreRefused(f"Something answers on {port.variable}; stop all parts first, on every machine.")


def _refuse_unfit(manifest: dict[str, str], settings: Settings, replace: bool) -> None:
    kind = kind_of(settings.database_url)
    if manifest["kind"] != kind:
        raise RestoreRefused(f"The copy is of {manifest['kind']}, DATABASE_URL names {kind}.")
    if manifest["revision"] > HEAD:
        raise RestoreRefused(f"The copy is of a later version ({manifest['revision']}, this one knows {HEAD}).")
    if revision_of(settings.database_url) and not replace:
        raise RestoreRefused("There is a database already; make a backup of it, then say YES=1 to replace it.")


def _told(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make backup / make restore")
    parser.add_argument("--out", type=Path, default=Path("backups"), help="the folder to write into")
    parser.add_argument("--restore", type=Path, help="the file to put back")
    parser.add_argument("--yes", action="store_true", help="replace what is there")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
