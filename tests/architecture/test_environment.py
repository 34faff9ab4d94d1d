"""Every environment variable is read in parcelbot/settings, in one place, and explained in .env.example."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ROOT / "parcelbot" / "settings"

#: They prepare what the parts they start, and Rasa's files, will read.
WRITES_FOR_OTHERS = {ROOT / "parcelbot" / "commands" / "run.py", ROOT / "parcelbot" / "assistant_server.py"}

#: Sanic reads it by itself.
READ_BY_LIBRARIES = {"SANIC_PROXIES_COUNT"}

_NAME = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
_EXPLAINED = re.compile(r"^#?([A-Z][A-Z0-9_]*)=", re.MULTILINE)
_MODULES = {"os", "environs"}
_READERS = {"environ", "environb", "getenv", "getenvb", "Env"}
_WRITING = {"update", "setdefault"}


def test_nobody_else_reads_the_environment() -> None:
    modules = [path for folder in ("parcelbot", "actions") for path in (ROOT / folder).rglob("*.py")]
    readings = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in modules
        if SETTINGS not in path.parents
        for line in readings_in(path.read_text(encoding="utf-8"), may_write=path in WRITES_FOR_OTHERS)
    ]
    assert readings == []


def test_every_variable_is_explained_and_nothing_else_is() -> None:
    explained = set(_EXPLAINED.findall((ROOT / ".env.example").read_text(encoding="utf-8")))
    assert explained - READ_BY_LIBRARIES == set(variables())


def test_no_variable_is_read_in_two_places() -> None:
    assert [name for name, places in variables().items() if places > 1] == []


@pytest.mark.parametrize(
    "code",
    [
        "import os\nos.environ['HOST']",
        "import os\nos.getenv('HOST')",
        "import os as o\no.environ.get('HOST')",
        "from os import environ",
        "from environs import Env\nEnv().str('HOST')",
        "import environs\nenvirons.Env()",
    ],
)
def test_a_reading_is_found_whatever_it_is_called(code: str) -> None:
    assert list(readings_in(code, may_write=False))
    assert list(readings_in(code, may_write=True))


@pytest.mark.parametrize("code", ["os.environ['A'] = 'b'", "os.environ.update({})", "os.environ.setdefault('A', 'b')"])
def test_who_starts_others_may_write_for_them(code: str) -> None:
    assert list(readings_in(f"import os\n{code}", may_write=True)) == []
    assert list(readings_in(f"import os\n{code}", may_write=False)) == [2]


def test_a_requests_environ_is_none_of_the_process() -> None:
    assert list(readings_in("import os\nrequest.environ['REMOTE_ADDR']", may_write=False)) == []


def readings_in(code: str, may_write: bool) -> Iterator[int]:
    """The lines that reach for the environment."""
    tree = ast.parse(code)
    modules = set(called(tree))
    allowed = {id(node) for node in written(tree)} if may_write else set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in _MODULES:
            names = {alias.name for alias in node.names}
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            names = {node.attr}
        else:
            continue
        if names & _READERS and id(node) not in allowed:
            yield node.lineno


def called(tree: ast.AST) -> Iterator[str]:
    """The names under which the modules that read the environment are known."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    yield from (alias.asname or alias.name for node in imports for alias in node.names if alias.name in _MODULES)


def written(tree: ast.AST) -> Iterator[ast.AST]:
    """The `os.environ` of `os.environ[name] = value`, `os.environ.update(…)` and `os.environ.setdefault(…)`."""
    for node in ast.walk(tree):
        stored = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
        if isinstance(node, (ast.Subscript, ast.Attribute)) and (stored or getattr(node, "attr", "") in _WRITING):
            yield node.value


def variables() -> Counter[str]:
    """The names that calls in parcelbot/settings are given first, with how often."""
    return Counter(name for path in SETTINGS.rglob("*.py") for name in names_read_in(path))


def names_read_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for argument in node.args[:2] if isinstance(node, ast.Call) else ():
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield from (argument.value,) if _NAME.fullmatch(argument.value) else ()
