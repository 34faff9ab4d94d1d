"""Read whether this is a demo: nobody but this machine reaches the pages, and no real shop stands behind them."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from environs import Env, EnvError

from parcelbot.settings import variables
from parcelbot.settings.shopify import read_shopify
from parcelbot.settings.tracking import SEVENTEENTRACK, read_providers

_SANDBOX_KEY = "sandbox"
_env = Env()


def tracking_url() -> str:
    """Read the address of the tracking provider; "" for the sandbox."""
    return str(_env.str("TRACKING_URL", ""))


def tracking_key() -> str:
    """Read 17TRACK's key, which signs what it pushes; everybody knows the sandbox's.

    EnvError when a provider that is not of this machine is asked without one.
    """
    key = str(_env.str("TRACKING_KEY", ""))
    if not key and SEVENTEENTRACK in read_providers(_env).asked and _is_elsewhere(tracking_url()):
        raise EnvError("TRACKING_URL needs TRACKING_KEY, with which 17TRACK signs what it pushes")
    return key or _SANDBOX_KEY


def inbox_url() -> str:
    """Read where agents reach the inbox; "" for this machine."""
    return str(_env.str("INBOX_URL", ""))


def web_proxies() -> int:
    """Read how many proxies stand in front of the pages."""
    return int(_env.int("WEB_PROXIES", 0))


def demo_mode() -> bool:
    """Read DEMO_MODE; by default it is on while nobody but this machine reaches the pages, never with a real shop.

    EnvError when it is asked for with one: the demo log-in must not open shoppers' cases.
    """
    asked, real = _flag("DEMO_MODE"), _is_real()
    if asked and real:
        raise EnvError(
            "DEMO_MODE=1 is for demo orders and the sandbox, not for SHOPIFY_URL, AfterShip or a real TRACKING_URL"
        )
    return not (real or _is_public()) if asked is None else asked


def _flag(name: str) -> bool | None:
    """Read a yes or no; None when it is not set or empty."""
    return bool(_env.bool(name)) if _env.str(name, "") else None


def _is_real() -> bool:
    return read_shopify(_env) is not None or _tracks_for_real()


def _tracks_for_real() -> bool:
    """True when a provider is asked that is not of this machine; AfterShip is none unless its address says so."""
    account = read_providers(_env).aftership
    real_aftership = account is not None and not (account.url and _of_this_machine(account.url))
    return real_aftership or _is_elsewhere(tracking_url())


def _is_public() -> bool:
    """True when others than this machine reach the pages."""
    return web_proxies() > 0 or not _is_loopback(variables.host()) or _is_elsewhere(inbox_url())


def _is_elsewhere(url: str) -> bool:
    return bool(url and not _of_this_machine(url))


def _of_this_machine(url: str) -> bool:
    return _is_loopback(urlsplit(url).hostname or "")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
