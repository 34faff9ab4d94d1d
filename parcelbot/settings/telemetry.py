"""Read how a process logs and where it serves its metrics."""

from __future__ import annotations

from dataclasses import dataclass

from environs import Env


@dataclass(frozen=True)
class TelemetrySettings:
    """A process's logging and metrics. `metrics_port` is the first process's port on `metrics_host`; 0 serves none."""

    log_level: str = "INFO"
    logs_json: bool = False
    metrics_port: int = 0
    metrics_host: str = "127.0.0.1"


def read_telemetry_settings() -> TelemetrySettings:
    """Read the settings; a METRICS_PORT that is no number counts as 0."""
    env = Env()
    port = env.str("METRICS_PORT", "")
    return TelemetrySettings(
        log_level=env.str("LOG_LEVEL", "").upper() or "INFO",
        logs_json=env.str("LOG_FORMAT", "").lower() == "json",
        metrics_port=int(port) if port.isdigit() else 0,
        metrics_host=env.str("METRICS_HOST", "") or "127.0.0.1",
    )
