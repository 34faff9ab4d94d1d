"""The assistant: `python -m parcelbot.assistant_server …` is Rasa's own command without its deprecation warnings."""

from __future__ import annotations

from parcelbot.library_warnings import silence_library_warnings


def main() -> None:
    """Do what `rasa` with the same arguments does."""
    silence_library_warnings()
    from rasa.__main__ import main as rasa  # only now: importing it is what prints

    rasa()


if __name__ == "__main__":
    main()
