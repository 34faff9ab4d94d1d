"""Tell for how long a shopper may go on writing before what waits is answered."""

from __future__ import annotations

from dataclasses import dataclass

from parcelbot.core.reading.text.unfinished import gives_a_number, is_unfinished
from parcelbot.store.ledger.backlog import LastTyped


@dataclass(frozen=True)
class Pauses:
    """Seconds without a new line: `usual_s` where a line may go on, `first_s` where a conversation opens without a
    number, which mostly follows. With `usual_s` 0 everything is answered at once.
    """

    usual_s: float = 0.0
    first_s: float = 0.0

    @property
    def longest_s(self) -> float:
        """Give the longest of them."""
        return max(self.usual_s, self.first_s) if self.usual_s > 0 else 0.0

    def after(self, last: LastTyped) -> float:
        """Give how long to wait after the last line that waits; 0 where it is complete.

        A number completes a line, but not what somebody writes line by line.
        """
        if not last.text or self.usual_s <= 0:
            return 0.0
        if last.opens and not gives_a_number(last.text) and not last.in_a_burst:
            return self.longest_s
        may_go_on = is_unfinished(last.text) or (last.in_a_burst and gives_a_number(last.text))
        return self.usual_s if may_go_on else 0.0


#: Every line is answered at once.
AT_ONCE = Pauses()
