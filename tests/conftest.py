"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# no example fails for being slow: these machines are shared
settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")
