"""What holds for every test, and which tests one worker runs together."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

# no example fails for being slow: these machines are shared
settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")

#: Tests that share what is dear to start or to train. Elsewhere a file's tests stay together.
_TOGETHER = ("tests/conversations/", "tests/integration/handover/", "tests/integration/website/", "tests/scale/")
#: What begins first, so that no worker is left alone with something long at the end.
_LONG = (
    "tests/nlu/test_quality.py",
    *_TOGETHER,
    "tests/browser/",
    "tests/nlu/",
    "tests/rasa_plugins/",
    "tests/integration/outbox/",
)

#: Memory that looks like a folder: no commit waits for a disk there.
_MEMORY = Path("/dev/shm")
_ROOM_BYTES = 1 << 30

MEASURED = "measured"

pytest_plugins = ["tests.support.enum_texts", "tests.support.slowest"]


def pytest_configure() -> None:
    """Keep what tests write in memory, if there is room."""
    if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM_BYTES:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Sort the tests for the workers of `-n`, if there are any."""
    if not hasattr(config, "workerinput"):
        return
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_group(item)))
    items.sort(key=_rank)


def pytest_collection_finish() -> None:
    """Spare the garbage collector what stays until the end: a tenth of a quick run."""
    gc.collect()
    gc.freeze()


def _group(item: pytest.Item) -> str:
    path = _path(item)
    return next((folder.rstrip("/") for folder in _TOGETHER if path.startswith(folder)), path)


def _rank(item: pytest.Item) -> int:
    path = _path(item)
    return next((n for n, start in enumerate(_LONG) if path.startswith(start)), len(_LONG))


def _path(item: pytest.Item) -> str:
    return item.path.relative_to(item.config.rootpath).as_posix()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what tests have `measured`, wherever they ran."""
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, ())]
    texts = dict.fromkeys(text for report in reports for name, text in report.user_properties if name == MEASURED)
    if texts:
        terminalreporter.section("measured")
    for text in texts:
        terminalreporter.write_line(text)


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Takes a text to show at the end of the run; the same text is shown once."""
    return partial(record_property, MEASURED)
