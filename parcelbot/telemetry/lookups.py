"""Measure the look-ups of a tracking provider."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from parcelbot.core.parcel.shipment import Lookup, LookupRequest
from parcelbot.telemetry.metrics import LOOKUPS
from parcelbot.tracking.errors import TrackingError
from parcelbot.tracking.protocol import TrackingProvider


@dataclass(frozen=True)
class MeasuredProvider:
    """A tracking provider that measures how long `provider` takes, by outcome; `clock_s` counts seconds."""

    provider: TrackingProvider
    clock_s: Callable[[], float] = time.perf_counter

    def fetch(self, request: LookupRequest) -> Lookup:
        """Look one number up; TrackingError as the provider raises it."""
        began_s, outcome = self.clock_s(), "failed"
        try:
            lookup = self.provider.fetch(request)
            outcome = lookup.outcome.value
        except TrackingError as error:
            outcome = type(error).__name__
            raise
        finally:
            LOOKUPS.labels(outcome).observe(self.clock_s() - began_s)
        return lookup
