"""Read the YAML files that people write; one that cannot be used is told in a sentence: which, where, and why."""

from __future__ import annotations

import hashlib
import marshal
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import yaml

T = TypeVar("T")

#: Smaller files are parsed sooner than looked for.
_LARGE_BYTES = 2_048
#: Counts the ways in which what was parsed has been kept: whoever changes it goes on by one.
_FORM = 2
#: Python keeps no dates in the form that is read fastest.
_KINDS: dict[str, type[date]] = {"date": date, "datetime": datetime}
#: What reading raises on what somebody wrote in another form than it reads.
_OTHER_FORM = (LookupError, TypeError, AttributeError, ValueError, re.error)


class BadFile(ValueError):
    """A file cannot be used; says which, where in it, and why in one sentence."""


def _parse(written: bytes, loader: Any) -> Any:
    return yaml.load(written.decode("utf-8"), Loader=loader)


class ParsedFiles:
    """Keeps what large files say in a folder, as Python keeps compiled modules: reading it takes a tenth of parsing.

    One entry for each file and loader; what was made of other bytes, or by another Python, is replaced.
    """

    def __init__(self, folder: Path, parse: Callable[[bytes, Any], Any] = _parse) -> None:
        self._folder = folder
        self._parse = parse

    def read(self, path: Path, loader: Any) -> Any:
        """Parse a file, or give what was kept of the same bytes; OSError without the file, YAMLError for no YAML."""
        written = path.read_bytes()
        if len(written) < _LARGE_BYTES:
            return self._parse(written, loader)
        entry = self._folder / hashlib.sha256(f"{path.resolve()} {loader.__name__}".encode()).hexdigest()
        made_from = hashlib.sha256(
            f"{_FORM} {sys.implementation.cache_tag} {yaml.__version__} ".encode() + written
        ).digest()
        try:
            kept = entry.read_bytes()
            if kept.startswith(made_from):
                return _loaded(kept[len(made_from) :])
        except (OSError, EOFError, ValueError, TypeError):
            pass
        said = self._parse(written, loader)
        self._keep(entry, made_from, said)
        return said

    def _keep(self, entry: Path, made_from: bytes, said: Any) -> None:
        """Write beside the entry first, so that nobody reads half of it; where that cannot be, nothing is kept."""
        beside = entry.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        try:
            kept = made_from + _dumped(said)
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(kept)
            beside.replace(entry)
        except (OSError, ValueError):
            with suppress(OSError):
                beside.unlink()


def _dumped(said: Any) -> bytes:
    """Write down what was parsed; ValueError where it holds what neither Python keeps in this form nor is a date."""
    try:
        return marshal.dumps((False, said))
    except ValueError:
        return marshal.dumps((True, _dates_as_pairs(said)))


def _loaded(kept: bytes) -> Any:
    has_dates, said = marshal.loads(kept)
    return _pairs_as_dates(said) if has_dates else said


def _dates_as_pairs(said: Any) -> Any:
    """Put a date's kind and digits in its place: YAML has no pairs of its own."""
    if isinstance(said, dict):
        return {key: _dates_as_pairs(value) for key, value in said.items()}
    if isinstance(said, list):
        return [_dates_as_pairs(value) for value in said]
    return (type(said).__name__, said.isoformat()) if isinstance(said, date) else said


def _pairs_as_dates(kept: Any) -> Any:
    if isinstance(kept, dict):
        return {key: _pairs_as_dates(value) for key, value in kept.items()}
    if isinstance(kept, list):
        return [_pairs_as_dates(value) for value in kept]
    return _KINDS[kept[0]].fromisoformat(kept[1]) if isinstance(kept, tuple) else kept


_PROJECT = Path(__file__).resolve().parents[1]
_kept = ParsedFiles(_PROJECT / ".cache" / "parsed")


def read_yaml(path: Path, only_texts: bool = False) -> Any:
    """Parse one file with libyaml where it is built in (ten times faster); BadFile for what is not YAML, OSError
    without the file.

    With `only_texts` every value is a string, also No and 1e5.
    """
    name = "BaseLoader" if only_texts else "SafeLoader"
    loader = getattr(yaml, f"C{name}", getattr(yaml, name))
    with in_file(path):
        # of what lies elsewhere, as in tests, nothing would ever be tidied away
        is_ours = path.resolve().is_relative_to(_PROJECT)
        return _kept.read(path, loader) if is_ours else _parse(path.read_bytes(), loader)


def parsed(path: Path, parse: Callable[[Any], T]) -> T:
    """Read a file and make of it what `parse` makes; BadFile for one that it cannot."""
    with in_file(path):
        return parse(read_yaml(path))


@contextmanager
def in_file(path: Path) -> Iterator[None]:
    """Make BadFile of what is raised while this file is read; OSError stays what it is, for it names the file."""
    try:
        yield
    except BadFile:
        raise
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise BadFile(f"{path}{line}: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise BadFile(f"{path}: {_in_a_line(error)}") from error
    except KeyError as error:
        raise BadFile(f"{path}: there is no {error}") from error
    except _OTHER_FORM as error:
        raise BadFile(f"{path} is not written as it is read: {_in_a_line(error)}") from error


def _in_a_line(error: Exception) -> str:
    return " ".join(str(error).split())
