"""Prepare encoders' files once and know when they are as they should be: what every one of them needs."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
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


def prepare(recipes: Mapping[Path, EncoderRecipe]) -> None:
    """Make in each folder its recipe's files, unless they are there and current.

    PreparationFailed or CalledProcessError where that cannot be done. All share one scratch folder, and with it the
    tools that are fetched for them.
    """
    stale = {folder: recipe for folder, recipe in recipes.items() if not _is_current(recipe, folder)}
    for folder in stale:
        folder.mkdir(parents=True, exist_ok=True)
    if stale:
        with tempfile.TemporaryDirectory(dir=next(iter(stale))) as scratch:
            for folder, recipe in stale.items():
                _make(recipe, folder, Path(scratch))


def rebuild(scratch: Path, weights: Path, target: Path, *adapters: Path) -> None:
    """Put `weights` into a graph that computes in int8, with tools of its own below `scratch`."""
    tools = scratch / "tools"
    if not tools.exists():
        _install(_TOOLS, tools)
    # without the packages of the assistant: onnx needs a newer protobuf than Rasa
    alone = ["env", f"PYTHONPATH={tools}", sys.executable, "-S"]
    subprocess.run([*alone, _REBUILD, weights, target, *adapters], check=True, stderr=subprocess.DEVNULL)


def fetch(locked: str, folder: Path, digests: Mapping[str, str]) -> None:
    """Install the data that a hash-locked file of `requirements/` names below `folder`, importing none of it.

    `digests` has the SHA-256 of each file that is used; PreparationFailed when one is not the file that was reviewed.
    """
    _install(_REQUIREMENTS / locked, folder)
    for name, digest in digests.items():
        if sha256(folder / name) != digest:
            raise PreparationFailed(f"{name} is not the file that was reviewed (its SHA-256 differs); nothing was used")


def sha256(path: Path) -> str:
    """Give a file's SHA-256 in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _make(recipe: EncoderRecipe, folder: Path, scratch: Path) -> None:
    recipe.build(scratch, folder)
    manifest = {"recipe": recipe.digest, "files": {name: sha256(folder / name) for name in recipe.files}}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def _install(locked: Path, folder: Path) -> None:
    """Install what a hash-locked file names below `folder`, with uv where it is there; CalledProcessError if not.

    Nothing is compiled: it is imported once or never.
    """
    uv = shutil.which("uv")
    installer = [uv, "pip", "install", "--python", sys.executable] if uv else [sys.executable, "-m", "pip", "install"]
    options = ["-q", "--no-compile", "--no-deps", "--require-hashes", "--target", str(folder)]
    subprocess.run([*installer, *options, "-r", str(locked)], check=True)


def _is_current(recipe: EncoderRecipe, folder: Path) -> bool:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {name: sha256(folder / name) for name in recipe.files}
    except (OSError, ValueError):
        return False
    return bool(manifest == {"recipe": recipe.digest, "files": files})
