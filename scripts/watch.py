"""Run the tests that a change touches, whenever a file is saved: `make watch`; Ctrl-C ends it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import grimp  # comes with import-linter
from grimp.exceptions import GrimpException

ROOT = Path(__file__).resolve().parents[1]
CODE = ("parcelbot", "actions", "tests")
UNIT = Path("tests/unit")
#: Files that tests read without importing them, and the tests that do.
READ = {
    Path("knowledge"): ("tests/knowledge", "tests/unit/knowledge", "tests/unit/reading"),
    Path("tests/cases"): ("tests/knowledge",),
    Path("locales"): ("tests/knowledge", "tests/unit/knowledge", "tests/unit/locales", "tests/unit/actions"),
}

_LOOK_EVERY_S = 0.5
_PYTEST = (sys.executable, "-m", "pytest", "--disable-warnings")


def touched(changed: Iterable[Path], root: Path = ROOT) -> set[str]:
    """The tests to run after these files, named relative to `root`, have changed.

    A test file is run itself, wherever it stands; of what it or its conftest.py imports, only unit tests are told.
    """
    files = set(changed)
    if not files:
        return set()
    tests = {name for file in files for place, names in READ.items() if file.is_relative_to(place) for name in names}
    modules = {file for file in files if file.suffix == ".py" and file.parts[0] in CODE}
    users = _users(modules) | modules
    tests |= {file.as_posix() for file in users if _is_test(file) and (file.is_relative_to(UNIT) or file in files)}
    tests |= {file.parent.as_posix() for file in users if file.name == "conftest.py" and file.is_relative_to(UNIT)}
    return {test for test in tests if (root / test).exists()}


def _users(modules: Iterable[Path]) -> set[Path]:
    """The files that import these, directly or not."""
    graph = grimp.build_graph(*CODE, cache_dir=None)
    known = [name for name in map(_dotted, modules) if name in graph.modules]
    return {Path(*user.split(".")).with_suffix(".py") for name in known for user in graph.find_downstream_modules(name)}


def _dotted(file: Path) -> str:
    return ".".join(file.with_suffix("").parts).removesuffix(".__init__")


def _is_test(file: Path) -> bool:
    return file.name.startswith("test_")


def saved_at(root: Path = ROOT) -> dict[Path, int]:
    """When each watched file was last written, in nanoseconds."""
    times = {}
    for place in (root / name for name in (*CODE, *READ)):
        for file in (file for kind in ("*.py", "*.yml") for file in place.rglob(kind)) if place.is_dir() else [place]:
            with suppress(FileNotFoundError):  # an editor that puts a new file in place of the old one
                times[file.relative_to(root)] = file.stat().st_mtime_ns
    return times


def run_after(changed: Iterable[Path]) -> None:
    """Run the tests that these files touch, if there are any."""
    if tests := sorted(touched(changed)):
        print(f"▸ {', '.join(sorted(map(str, changed)))}: {len(tests)} to run", flush=True)
        subprocess.run([*_PYTEST, *tests], cwd=ROOT)


def main() -> None:
    """Watch until somebody presses Ctrl-C."""
    print("▸ Watching; the tests that a change touches run when it is saved (Ctrl-C ends)", flush=True)
    before = saved_at()
    while True:
        time.sleep(_LOOK_EVERY_S)
        now = saved_at()
        changed = {file for file in now.keys() | before.keys() if now.get(file) != before.get(file)}
        before = now
        try:
            run_after(changed)
        except GrimpException as error:  # saved in the middle of a sentence
            print(f"✗ {error}", flush=True)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
