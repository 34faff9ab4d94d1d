"""Read whom we ask about parcels, and who stands in."""

from __future__ import annotations

from dataclasses import dataclass, field

from environs import Env, EnvError

SEVENTEENTRACK, AFTERSHIP = "17track", "aftership"
#: What TRACKING_PROVIDER and TRACKING_FALLBACK may name.
PROVIDERS = (SEVENTEENTRACK, AFTERSHIP)


@dataclass(frozen=True)
class AfterShipAccount:
    """An account at AfterShip: its API key, and the secret that signs what it pushes, "" where it pushes nothing.

    `url` is "" for AfterShip's own address.
    """

    key: str = field(repr=False)
    webhook_secret: str = field(default="", repr=False)
    url: str = ""


@dataclass(frozen=True)
class TrackingProviders:
    """The provider that is asked, its stand-in ("" for none), and AfterShip's account if it is one of them."""

    first: str = SEVENTEENTRACK
    fallback: str = ""
    aftership: AfterShipAccount | None = None

    @property
    def asked(self) -> frozenset[str]:
        """The names of those that are asked at all."""
        return frozenset(filter(None, (self.first, self.fallback)))


def read_providers(env: Env) -> TrackingProviders:
    """Read who is asked; EnvError for a name that is none, twice the same, or AfterShip without its key."""
    first = env.str("TRACKING_PROVIDER", "") or SEVENTEENTRACK
    fallback = env.str("TRACKING_FALLBACK", "")
    for variable, name in (("TRACKING_PROVIDER", first), ("TRACKING_FALLBACK", fallback or first)):
        if name not in PROVIDERS:
            raise EnvError(f"{variable} must be one of {', '.join(PROVIDERS)}, not {name!r}")
    if fallback == first:
        raise EnvError("TRACKING_FALLBACK must name another provider than TRACKING_PROVIDER")
    return TrackingProviders(first, fallback, _aftership(env) if AFTERSHIP in (first, fallback) else None)


def _aftership(env: Env) -> AfterShipAccount:
    account = AfterShipAccount(
        key=env.str("AFTERSHIP_KEY", ""),
        webhook_secret=env.str("AFTERSHIP_WEBHOOK_SECRET", ""),
        url=env.str("AFTERSHIP_URL", "").rstrip("/"),
    )
    if not account.key:
        raise EnvError("AFTERSHIP_KEY must be set for AfterShip")
    return account
