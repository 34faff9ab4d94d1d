"""Read where the sentence encoders' files are."""

from __future__ import annotations

from pathlib import Path

from environs import Env

#: Where `python -m parcelbot.encoder` puts the files, below the project's folder.
DEFAULT_ENCODER_FOLDER = Path(".cache/encoder")


def encoder_folder() -> Path:
    """Read ENCODER_FOLDER; the default folder when it is not set or empty."""
    return Path(Env().str("ENCODER_FOLDER", "") or DEFAULT_ENCODER_FOLDER)
