"""Judge whether the numbers that a tracking provider lets us register will last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

#: Below this share of the whole the owner is warned, with time to buy more.
_LOW = 0.1


@dataclass(frozen=True)
class QuotaState:
    """The quota as the provider said at `at`: `total` numbers paid for, `remain` of them left."""

    total: int
    remain: int
    at: datetime

    @property
    def spent(self) -> bool:
        """True when no new number can be looked up any more."""
        return self.remain <= 0

    @property
    def low(self) -> bool:
        """True when less than a tenth is left."""
        return self.remain < self.total * _LOW
