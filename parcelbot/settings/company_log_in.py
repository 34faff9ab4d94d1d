"""Read how agents log in with their company's own identity provider (OpenID Connect)."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from environs import Env, EnvError

_OF_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class IdentityProvider:
    """A provider by its issuer's address, what it knows us by, and what agents call it."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    name: str = "company account"


def read_identity_provider(env: Env) -> IdentityProvider | None:
    """Read the provider; None without an issuer. EnvError for half of one, and for one that is not reached by https."""
    provider = IdentityProvider(
        issuer=env.str("INBOX_OIDC_ISSUER", "").rstrip("/"),
        client_id=env.str("INBOX_OIDC_CLIENT_ID", ""),
        client_secret=env.str("INBOX_OIDC_CLIENT_SECRET", ""),
        name=env.str("INBOX_OIDC_NAME", "") or IdentityProvider.name,
    )
    told = [bool(part) for part in (provider.issuer, provider.client_id, provider.client_secret)]
    if not any(told):
        return None
    if not all(told):
        raise EnvError("INBOX_OIDC_ISSUER, INBOX_OIDC_CLIENT_ID and INBOX_OIDC_CLIENT_SECRET go together")
    address = urlsplit(provider.issuer)
    if address.scheme != "https" and address.hostname not in _OF_THIS_MACHINE:
        raise EnvError("INBOX_OIDC_ISSUER must begin with https://: who logs in is read from what it says")
    return provider
