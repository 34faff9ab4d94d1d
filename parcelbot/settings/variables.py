"""Read the variables that several processes share; each function reads one.

A value that cannot be read raises environs.EnvError with the variable's name.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from environs import Env, EnvError

DEFAULT_DATABASE_URL = "sqlite:///.cache/parcelbot.db"
DEFAULT_ATTACHMENTS_DIR = Path(".cache/attachments")
DEFAULT_CONVERSATIONS_DB = ".cache/conversations.db"
DEFAULT_LEASE_S = 10.0
DEFAULT_LOCALES = Path("locales")
DEFAULT_KNOWLEDGE = Path("knowledge")
#: Where `python -m parcelbot.encoder` puts its files, below the project's folder.
DEFAULT_ENCODER_FOLDER = Path(".cache/encoder")

#: What HELPDESK may name; `email` is the support mailbox.
HELPDESKS = ("zendesk", "gorgias", "chatwoot", "email")

_env = Env()


class Port(NamedTuple):
    """The variable that holds a process's port, and the port when it is not set."""

    variable: str
    default: int

    def read(self) -> int:
        """Read the port; the default when the variable is not set or empty."""
        told = _env.str(self.variable, "") or str(self.default)
        if not told.isdigit():
            raise EnvError(f"{self.variable} must be a port number, not {told!r}")
        return int(told)


SANDBOX_PORT = Port("SANDBOX_PORT", 8017)
ACTIONS_PORT = Port("ACTIONS_PORT", 5055)
RASA_PORT = Port("RASA_PORT", 5005)
FRONT_PORT = Port("FRONT_PORT", 5006)
WORKER_PORT = Port("WORKER_PORT", 8081)
WEB_PORT = Port("WEB_PORT", 8080)


def host() -> str:
    """Read the address that the parts listen on."""
    return str(_env.str("HOST", "127.0.0.1"))


def actions_url() -> str:
    """Read where the assistant calls its action server; "" when it runs the actions in its own process."""
    return str(_env.str("ACTIONS_URL", ""))


def actions_host() -> str:
    """Read the address that the action server listens on; the loopback unless told otherwise, whatever HOST says."""
    return _env.str("ACTIONS_HOST", "") or "127.0.0.1"


def assistant_url() -> str:
    """Read where a shopper's browser reaches the chat, without a slash at the end; the front, unless told otherwise."""
    return (_env.str("ASSISTANT_URL", "") or f"http://127.0.0.1:{FRONT_PORT.read()}").rstrip("/")


def database_url() -> str:
    """Read the address of our database."""
    return _env.str("DATABASE_URL", "") or DEFAULT_DATABASE_URL


def redis_url() -> str:
    """Read the address of the Redis server that wakes other processes; "" for none."""
    return str(_env.str("REDIS_URL", ""))


def lease_s() -> float:
    """Read for how many seconds a process may show no life before others take its conversations."""
    return float(_env.float("WEBSITE_LEASE_S", DEFAULT_LEASE_S))


def knowledge() -> Path:
    """Read where the tables are."""
    return Path(_env.str("KNOWLEDGE_DIR", "") or DEFAULT_KNOWLEDGE)


def locales() -> Path:
    """Read where the sentences are."""
    return Path(_env.str("LOCALES_DIR", "") or DEFAULT_LOCALES)


def conversations_db() -> str:
    """Read where the assistant remembers conversations: an SQLite file, or a URL.

    Without CONVERSATIONS_DB it is DATABASE_URL if that names a server, else a file beside our own.
    """
    address = database_url()
    unnamed = DEFAULT_CONVERSATIONS_DB if address.startswith("sqlite") else address
    return _env.str("CONVERSATIONS_DB", "") or unnamed


def attachments_dir() -> Path:
    """Read the folder of shoppers' files."""
    return Path(_env.str("ATTACHMENTS_DIR", "") or DEFAULT_ATTACHMENTS_DIR)


def encoder_folder() -> Path:
    """Read the folder of the sentence encoders' files."""
    return Path(_env.str("ENCODER_FOLDER", "") or DEFAULT_ENCODER_FOLDER)


def demo_orders() -> Path:
    """Read the file of the demo shop's orders."""
    return Path(_env.str("DEMO_ORDERS", "") or "demo/orders.yml")


def demo_shipments() -> Path:
    """Read the file of the sandbox carrier's parcels."""
    return Path(_env.str("SANDBOX_SHIPMENTS", "") or "demo/shipments.yml")


def helpdesks() -> tuple[str, ...]:
    """Read the names in HELPDESK, each once; EnvError for one that is not in HELPDESKS."""
    told: list[str] = _env.list("HELPDESK", [])
    names = tuple(dict.fromkeys(name.strip().lower() for name in told if name.strip()))
    unknown = sorted(set(names) - set(HELPDESKS))
    if unknown:
        raise EnvError(f"HELPDESK knows {', '.join(HELPDESKS)}, not {', '.join(unknown)}")
    return names
