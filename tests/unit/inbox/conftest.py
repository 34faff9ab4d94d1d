from __future__ import annotations

from tests.unit.usecases.conftest import accounts, clock, store

__all__ = ["accounts", "clock", "store"]
