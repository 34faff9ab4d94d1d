"""Prepare encoders' files once and know when they are as they should be: what every one of them needs."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

#: Says what the files beside it were made from; it is written last.
MANIFEST = "manifest.json"

_REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
_TOOLS = _REQUIREMENTS / "encoder.txt"
_REBUILD = Path(__file__).with_name("rebuild.py")


class PreparationFailed(RuntimeError):
    """The encoder could not be prepared; the message says why."""


@dataclass(frozen=True)
class EncoderRecipe:
    """Recipe of encoders' `files`: `build` makes them with the help of a scratch folder.

    `made_from` are the digests of what they are made from and by: a change makes them anew.
    """

    files: tuple[str, ...]
    made_from: tuple[str, ...]
    build: Callable[[Path, Path], None]

    @property
    def digest(self) -> str:
        """The hash of everything that they are made from."""
        parts = [*self.made_from, *map(sha256, (_REBUILD, _TOOLS))]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def prepare(recipe: EncoderRecipe, folder: Path) -> None:
    """Make the files in `folder`, unless they are there and current; PreparationFailed or CalledProcessError if not."""
    if not _is_current(recipe, folder):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            recipe.build(Path(scratch), folder)
        manifest = {"recipe": recipe.digest, "files": {name: sha256(folder / name) for name in recipe.files}}
        (folder / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def rebuild(scratch: Path, weights: Path, target: Path, *adapters: Path) -> None:
    """Put `weights` into a graph that computes in int8, in an environment of its own below `scratch`."""
    python = scratch / "env" / "bin" / "python"
    if not python.exists():
        _make_environment(python)
    subprocess.run([python, _REBUILD, weights, target, *adapters], check=True, stderr=subprocess.DEVNULL)


def fetch(locked: str, folder: Path, digests: Mapping[str, str]) -> None:
    """Install the data that a hash-locked file of `requirements/` names below `folder`, importing none of it.

    `digests` has the SHA-256 of each file that is used; PreparationFailed when one is not the file that was reviewed.
    """
    install(_REQUIREMENTS / locked, ["--target", str(folder), "--no-deps"], python=sys.executable)
    for name, digest in digests.items():
        if sha256(folder / name) != digest:
            raise PreparationFailed(f"{name} is not the file that was reviewed (its SHA-256 differs); nothing was used")


def install(requirements: Path, options: Iterable[str], python: str) -> None:
    """Install what a hash-locked file names, with uv where it is there; CalledProcessError when it cannot."""
    uv = shutil.which("uv")
    installer = [uv, "pip", "install", "--python", python] if uv else [python, "-m", "pip", "install"]
    subprocess.run([*installer, "-q", "--require-hashes", *options, "-r", str(requirements)], check=True)


def sha256(path: Path) -> str:
    """Give a file's SHA-256 in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _make_environment(python: Path) -> None:
    uv, folder = shutil.which("uv"), python.parents[1]
    maker = [uv, "venv", "-q", "--python", sys.executable] if uv else [sys.executable, "-m", "venv"]
    subprocess.run([*maker, folder], check=True)
    install(_TOOLS, ["--no-deps"], python=str(python))


def _is_current(recipe: EncoderRecipe, folder: Path) -> bool:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {name: sha256(folder / name) for name in recipe.files}
    except (OSError, ValueError):
        return False
    return bool(manifest == {"recipe": recipe.digest, "files": files})
