"""Read how a Shopify shop is reached."""

from __future__ import annotations

from dataclasses import dataclass, field

from environs import Env, EnvError


@dataclass(frozen=True)
class ShopifyShop:
    """A shop by its admin address, and what opens it: an app's client id and secret, or a token that lasts.

    `token` is "" with an app, `client_id` and `client_secret` are "" without one.
    """

    url: str
    token: str = field(default="", repr=False)
    client_id: str = ""
    client_secret: str = field(default="", repr=False)


def read_shopify(env: Env) -> ShopifyShop | None:
    """Read the shop; None without an address. EnvError for one that nothing opens, or half an app."""
    shop = ShopifyShop(
        url=env.str("SHOPIFY_URL", "").rstrip("/"),
        token=env.str("SHOPIFY_TOKEN", ""),
        client_id=env.str("SHOPIFY_CLIENT_ID", ""),
        client_secret=env.str("SHOPIFY_CLIENT_SECRET", ""),
    )
    if bool(shop.client_id) != bool(shop.client_secret):
        raise EnvError("SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET go together")
    if shop.url and not (shop.token or shop.client_id):
        raise EnvError("SHOPIFY_URL needs SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET, or SHOPIFY_TOKEN")
    return shop if shop.url else None
