"""Keep libraries' deprecation warnings out of what `make run` prints."""

from __future__ import annotations

import warnings

# both switch their warnings on when they are imported, whatever PYTHONWARNINGS says
import pyparsing  # noqa: F401
import sanic.app  # noqa: F401


def silence_library_warnings() -> None:
    """Ignore deprecation warnings from here on; call it before Rasa is imported, whose imports print dozens."""
    for category in (DeprecationWarning, PendingDeprecationWarning):
        warnings.filterwarnings("ignore", category=category)
