"""Show operators what happens: log lines that carry the conversation and name nobody, metrics for Prometheus."""

from __future__ import annotations

from parcelbot.telemetry.logs import set_up_logs
from parcelbot.telemetry.serving import PROCESSES, serve_metrics

__all__ = ["PROCESSES", "serve_metrics", "set_up", "set_up_logs"]


def set_up(process: str) -> None:
    """Start logs and metrics of a process; `process` is one of PROCESSES."""
    set_up_logs(process)
    serve_metrics(process)
