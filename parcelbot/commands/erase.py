"""Remove a shopper, or give them what is kept about them: `make erase EMAIL=…` and `make export EMAIL=…`."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dotenv import load_dotenv

from parcelbot.bootstrap.base import open_database
from parcelbot.bootstrap.privacy import build_privacy
from parcelbot.core.owner.privacy import ExternalCopy, KeptData, count_in_words
from parcelbot.settings.shared import read_settings
from parcelbot.usecases.privacy.removal import StillBusy
from parcelbot.usecases.privacy.shopper import NotAnAddress, Privacy

_USAGE = "make erase EMAIL=ana@example.com [YES=1]   or   make export EMAIL=ana@example.com [OUT=file.zip]"


def main() -> int:
    """Do what the arguments say; returns the exit code."""
    told = _told(sys.argv[1:])
    load_dotenv()
    try:
        settings = read_settings()
        privacy = build_privacy(settings, open_database(settings))
        if told.export:
            print("\n".join(export(privacy, told.email, told.export, _operator())))
        else:
            print("\n".join(erase(privacy, told.email, _operator(), _agrees if not told.yes else _certain)))
    except NotAnAddress as error:
        print(f"✗ {str(error)!r} is not an e-mail address.", file=sys.stderr)
        return 1
    except StillBusy as error:
        print(f"✗ Nothing was removed: {error}.", file=sys.stderr)
        return 1
    return 0


def erase(privacy: Privacy, email: str, by: str, agrees: Callable[[list[str]], bool]) -> list[str]:
    """Remove the shopper if `agrees` says so to what will be removed; gives what was done, in lines.

    NotAnAddress, StillBusy.
    """
    found = privacy.kept_data(email)
    if found.is_empty:
        return ["Nothing is kept about this address."]
    if not agrees(["This will be removed for good:", *_counts(found)]):
        return ["Nothing was removed."]
    removed = privacy.erase(email, by)
    return ["✓ Removed:", *_counts(removed), *_elsewhere(removed.external_copies)]


def export(privacy: Privacy, email: str, target: Path, by: str) -> list[str]:
    """Write the shopper's data to `target`, readable by us only; gives what was done, in lines. NotAnAddress."""
    if privacy.kept_data(email).is_empty:
        return ["Nothing is kept about this address."]
    data = privacy.export(email, by)
    target.touch(mode=0o600)
    target.write_bytes(data)
    return [f"✓ {target} ({len(data) // 1024 + 1} KB): conversations, tickets and files of this shopper."]


def _counts(found: KeptData) -> list[str]:
    lines = [f"  {count_in_words(what, count)}" for what, count in found.counts.items()]
    if found.mentions:
        lines.append(
            f"  the address in {count_in_words('conversation', found.mentions)} of others, which stay otherwise"
        )
    return lines


def _elsewhere(copies: Sequence[ExternalCopy]) -> list[str]:
    if not copies:
        return []
    lines = [
        f"  {copy.destination}  {copy.reference}  {copy.remote_id}  "
        + (f"{copy.at:%d %b %Y}" if copy.at else "perhaps just now")
        for copy in copies
    ]
    return ["! This left the house before; delete it there, too:", *lines]


def _agrees(lines: list[str]) -> bool:
    print("\n".join(lines))
    return sys.stdin.isatty() and input("Remove it? (yes/no) ").strip().lower() in ("y", "yes")


def _certain(_: list[str]) -> bool:
    return True


def _operator() -> str:
    return f"command line ({getpass.getuser()})"


def _told(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make erase", usage=_USAGE)
    parser.add_argument("--email", required=True)
    parser.add_argument("--yes", action="store_true")
    parser.add_argument("--export", type=Path)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
