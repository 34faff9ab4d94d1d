"""The assistant: `python -m parcelbot.assistant_server …` is Rasa's own command without its deprecation warnings."""

from __future__ import annotations

from parcelbot.quiet import hush


def main() -> None:
    """Do what `rasa` with the same arguments does."""
    hush()
    from rasa.__main__ import main as rasa  # only now: importing it is what prints

    rasa()


if __name__ == "__main__":
    main()
