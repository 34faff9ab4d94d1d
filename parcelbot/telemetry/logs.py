"""Write log lines for people or as JSON, with the conversation they belong to and without shoppers' data.

Everything goes through the root logger of the standard library: what we log, what libraries log, and what Rasa
logs through structlog, which it sets up for itself before our code runs.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

import structlog
from structlog.contextvars import bind_contextvars, bound_contextvars, clear_contextvars, merge_contextvars
from structlog.stdlib import ProcessorFormatter

from parcelbot.settings.telemetry import read_telemetry_settings
from parcelbot.telemetry.masking import masked
from parcelbot.telemetry.metrics import ERRORS

Line = MutableMapping[str, Any]

#: Fields that are not masked.
_KEPT = frozenset({"timestamp", "level", "logger", "process", "conversation", "reference"})
_LOUD = (
    "apscheduler",
    "sanic.access",
    "socketio",
    "engineio",
    "matplotlib",
    "urllib3",
    "waitress.queue",
    "rasa.core.processor",
    "rasa.telemetry",
    "rasa_sdk.endpoint",
    "rasa_sdk.executor",
)


def set_up_logs(process: str) -> None:
    """Take over all logging of this process: LOG_FORMAT is "console" (default) or "json", LOG_LEVEL from INFO on."""
    settings = read_telemetry_settings()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter(process, as_json=settings.logs_json))
    handler.addFilter(_count)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
    _take_over_structlog()


def formatter(process: str, as_json: bool) -> ProcessorFormatter:
    """Make one line of a record, masked as a whole: message, arguments, exception."""
    renderer = structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else _console()

    def name_process(_: Any, __: str, line: Line) -> Line:
        return {**line, "process": process}

    return ProcessorFormatter(
        foreign_pre_chain=_shared(),
        processors=[
            ProcessorFormatter.remove_processors_meta,
            name_process,
            structlog.processors.format_exc_info,
            _mask,
            renderer,
        ],
    )


@contextmanager
def log_context(conversation: str, **more: str) -> Iterator[None]:
    """Note this conversation, and the ticket `reference` if there is one, on every line logged inside."""
    with bound_contextvars(conversation=conversation, **more):
        yield


def begin_request() -> None:
    """Forget what lines belonged to: a new request begins on a connection that may have served another before."""
    clear_contextvars()


def log_conversation(conversation: str) -> None:
    """Note this conversation on every line logged from here to the end of the request."""
    bind_contextvars(conversation=conversation)


def _shared() -> list[Any]:
    return [
        merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.UnicodeDecoder(),
    ]


def _take_over_structlog() -> None:
    """Change the list of processors in place: loggers that were used before hold on to that list."""
    known = structlog.get_config()["processors"]
    known[:] = [structlog.stdlib.filter_by_level, *_shared(), ProcessorFormatter.wrap_for_formatter]
    structlog.configure(
        processors=known,
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _console() -> structlog.dev.ConsoleRenderer:
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback)


def _mask(_: Any, __: str, line: Line) -> Line:
    return {key: value if key in _KEPT else masked(value, key) for key, value in line.items()}


def _count(record: logging.LogRecord) -> bool:
    if record.levelno >= logging.ERROR:
        ERRORS.labels(record.name).inc()
    return True
