"""What a turn does not show: decisions of the core, bytes of the widget, what set-up and training took."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from parcelbot.core.answering.answers import decide
from parcelbot.core.answering.facts import Facts
from parcelbot.core.answering.tables import Tables
from parcelbot.core.parcel.shipment import LookupOutcome, Status
from parcelbot.core.questions import QUESTIONS
from parcelbot.knowledge.loading import load_knowledge

_NOW = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)
_MEASURED_S = 2.0
_TOTAL = re.compile(r"^ *(\d+)  of at most (\d+) bytes", re.MULTILINE)


def around(root: Path) -> Iterator[str]:
    """Give a line for each."""
    yield f"{'decisions of the core':30}{decisions_a_second(load_knowledge(root / 'knowledge').tables):8,.0f} a second"
    yield f"{'widget, gzipped':30}{_widget(root)}"
    for name, path in (("packages", ".venv"), ("encoders", ".cache/encoder"), ("model", "models/parcelbot.tar.gz")):
        yield f"{f'{name} on disk':30}{disk_mb(root / path):8,.0f} MB"
    for name in ("set-up", "training"):
        yield f"{f'the last {name} took':30}{took(root / '.cache' / f'{name}-took')}"


def decisions_a_second(tables: Tables, measured_s: float = _MEASURED_S) -> float:
    """Decide every question about parcels as they usually stand, again and again; decisions in a second of CPU."""
    found = Facts(now=_NOW, lookup=LookupOutcome.FOUND, last_scan_at=_NOW - timedelta(days=3))
    standing = [replace(found, status=status) for status in Status]
    asked = [replace(facts, question=question) for facts in standing for question in QUESTIONS]
    began_s, decided = time.process_time(), 0
    while time.process_time() - began_s < measured_s:
        for facts in asked:
            decide(facts, tables)
        decided += len(asked)
    return decided / (time.process_time() - began_s)


def widget_line(built: str) -> str:
    """Read what the widget's build says."""
    total = _TOTAL.search(built)
    return f"{int(total[1]):8,} of {int(total[2]):,} bytes" if total else "  not built"


def took(file: Path) -> str:
    """Read the seconds that `make` has noted."""
    return f"{int(file.read_text()):8} s" if file.exists() else "  not noted: it was done before this was"


def disk_mb(path: Path) -> float:
    """Add up a file, or a folder's files, each once however many links it has."""
    files = path.resolve().rglob("*") if path.is_dir() else filter(Path.exists, [path])
    stats = {(stat.st_dev, stat.st_ino): stat.st_blocks * 512 for stat in map(Path.lstat, files)}
    return sum(stats.values()) / 1e6


def _widget(root: Path) -> str:
    npm = shutil.which("npm")
    if not npm or not (root / "node_modules").exists():
        return "  not built: no npm, or no node_modules (make widget-tools)"
    return widget_line(
        subprocess.run([npm, "run", "build"], cwd=root, capture_output=True, text=True, check=False).stdout
    )
