"""Read the YAML files that people write; one that cannot be used is told in a sentence: which, where, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import yaml

T = TypeVar("T")

#: What reading raises on what somebody wrote in another form than it reads.
_OTHER_FORM = (LookupError, TypeError, AttributeError, ValueError, re.error)


class BadFile(ValueError):
    """A file cannot be used; says which, where in it, and why in one sentence."""


def read_yaml(path: Path, only_texts: bool = False) -> Any:
    """Parse one file with libyaml where it is built in (ten times faster); BadFile for what is not YAML, OSError
    without the file.

    With `only_texts` every value is a string, also No and 1e5.
    """
    name = "BaseLoader" if only_texts else "SafeLoader"
    loader = getattr(yaml, f"C{name}", getattr(yaml, name))
    with in_file(path):
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)


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
