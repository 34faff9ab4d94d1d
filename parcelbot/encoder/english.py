"""Prepare the two encoders of English: the published weights, and those with what our examples taught added."""

from __future__ import annotations

import shutil
from pathlib import Path

from parcelbot.encoder import TOKENIZER_FILE, EncoderKind, MiniLm, adapter
from parcelbot.encoder.preparing import EncoderRecipe, PreparationFailed, rebuild, sha256
from parcelbot.encoder.published import SHA256, fetch

_MIN_COSINE = 0.97


def english_encoders() -> EncoderRecipe:
    """Give the recipe of the encoder as published and as tuned, with the rules that cut their words."""
    files = (*(kind.value for kind in EncoderKind), TOKENIZER_FILE)
    return EncoderRecipe(files, (*SHA256.values(), sha256(adapter.PATH)), _build)


def _build(scratch: Path, folder: Path) -> None:
    print("encoder: fetching the weights and word pieces (about 85 MB, once)", flush=True)
    published = fetch(scratch / "english")
    print("encoder: rebuilding for speed (about 20 s, once)", flush=True)
    for kind, adapters in {EncoderKind.PUBLISHED: [], EncoderKind.TUNED: [adapter.PATH]}.items():
        model = scratch / kind.value
        rebuild(scratch, published.weights, model, *adapters)
        _check_vectors(MiniLm(model, published.tokenizer), kind)
        shutil.move(model, folder / kind.value)
    shutil.move(published.tokenizer, folder / TOKENIZER_FILE)


def _check_vectors(rebuilt: MiniLm, kind: EncoderKind) -> None:
    lowest = float((adapter.probed(kind) * rebuilt.encode(adapter.PROBES)).sum(axis=1).min())
    print(f"encoder: {kind.name.lower()}, cosine to the unquantised one at least {lowest:.4f}")
    if lowest < _MIN_COSINE:
        raise PreparationFailed(f"rebuilding changed the vectors too much (cosine {lowest:.4f})")
