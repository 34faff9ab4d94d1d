"""A Shopify shop is opened by an app's client id and secret, or by a token that lasts."""

from __future__ import annotations

import pytest
from environs import Env, EnvError

from parcelbot.settings.shopify import ShopifyShop, read_shopify

URL = {"SHOPIFY_URL": "https://kossr.myshopify.com/"}
APP = {"SHOPIFY_CLIENT_ID": "id", "SHOPIFY_CLIENT_SECRET": "hush"}
TOKEN = {"SHOPIFY_TOKEN": "shpat"}


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*URL, *APP, *TOKEN):
        monkeypatch.delenv(name, raising=False)


def read(monkeypatch: pytest.MonkeyPatch, **told: str) -> ShopifyShop | None:
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    return read_shopify(Env())


@pytest.mark.parametrize("told", [{}, APP, TOKEN])
def test_without_an_address_there_is_no_shop(told: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, **told) is None


def test_an_app_opens_a_shop(monkeypatch: pytest.MonkeyPatch) -> None:
    shop = read(monkeypatch, **URL, **APP)
    assert shop == ShopifyShop("https://kossr.myshopify.com", client_id="id", client_secret="hush")


def test_a_lasting_token_still_opens_a_shop(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, **URL, **TOKEN) == ShopifyShop("https://kossr.myshopify.com", token="shpat")


@pytest.mark.parametrize(
    "told", [URL, {**URL, "SHOPIFY_CLIENT_ID": "id"}, {**URL, **TOKEN, "SHOPIFY_CLIENT_SECRET": "x"}]
)
def test_what_is_missing_is_named_at_the_start(told: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EnvError, match="SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET"):
        read(monkeypatch, **told)


def test_no_secret_is_printed_with_the_settings() -> None:
    assert "hush" not in repr(ShopifyShop("https://x", token="hush", client_id="id", client_secret="hush"))
