"""Serve each process's metrics to Prometheus: on METRICS_HOST, at METRICS_PORT and the ports after it."""

from __future__ import annotations

import logging

from prometheus_client import start_http_server

from parcelbot.settings.telemetry import read_telemetry_settings

logger = logging.getLogger(__name__)

#: In the order of their ports.
PROCESSES = ("assistant", "actions", "web", "worker", "front")


def serve_metrics(process: str) -> int:
    """Answer `/metrics` on the process's port and return that; 0 without METRICS_PORT or when the port is taken."""
    settings = read_telemetry_settings()
    if settings.metrics_port == 0:
        return 0
    port = settings.metrics_port + PROCESSES.index(process)
    try:
        start_http_server(port, addr=settings.metrics_host)
    except OSError:
        logger.warning("no metrics: port %d is taken", port)
        return 0
    return port
