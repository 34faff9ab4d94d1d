"""Keep Python's collector of garbage away from the model."""

from __future__ import annotations

import gc


def spare_the_model() -> None:
    """Take all that is loaded by now out of the collector's rounds: it used to go through it every few turns.

    To be called once the model is there. One that replaces it at runtime leaves what the first held in cycles behind.
    """
    gc.collect()
    gc.freeze()
