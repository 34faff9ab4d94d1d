"""The demo shop page: what is on it, what it allows itself, and what it never gives away."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from parcelbot.settings.web import ROOT, WebConfig, read_web_config
from parcelbot.web import create_app

FIXTURES = Path(__file__).parents[2] / "browser" / "fixtures"
TESTS = [f"tests/{file.name}" for file in sorted((ROOT / "widget" / "tests").glob("*.js"))[:2]]
HOSTILE = "<script>alert(1)</script>"


def client(config: WebConfig) -> FlaskClient:
    return create_app(config).test_client()


@pytest.fixture
def shop() -> FlaskClient:
    orders, shipments = FIXTURES / "orders.yml", FIXTURES / "shipments.yml"
    return client(WebConfig(assistant_url="http://127.0.0.1:5999", demo_orders=orders, demo_shipments=shipments))


def test_the_page_carries_the_widget_and_where_the_assistant_is(shop: FlaskClient) -> None:
    assert '<parcel-chat server="http://127.0.0.1:5999" push-worker=' in shop.get("/").text


def test_the_page_lists_parcels_and_orders_with_a_button_to_copy_each(shop: FlaskClient) -> None:
    page = shop.get("/").text
    assert 'data-copy="LP00123456789012"' in page
    assert 'data-copy="7401, mia@example.com"' in page


def test_the_page_says_when_there_is_nothing_to_try(tmp_path: Path) -> None:
    nothing = WebConfig(demo_orders=tmp_path / "none.yml", demo_shipments=tmp_path / "none.yml")
    assert "There are no demo parcels" in client(nothing).get("/").text


def test_what_the_demo_files_say_is_text(tmp_path: Path) -> None:
    shipments = tmp_path / "shipments.yml"
    shipments.write_text(f'shipments:\n  - {{number: "{HOSTILE}", carrier: "{HOSTILE}", status: Delivered}}\n')
    assert HOSTILE not in client(WebConfig(demo_shipments=shipments)).get("/").text


def test_the_policy_allows_nothing_inline_and_one_server_to_talk_to(shop: FlaskClient) -> None:
    policy = shop.get("/").headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "connect-src 'self' http://127.0.0.1:5999;" in policy


def test_the_widgets_modules_are_served_as_javascript(shop: FlaskClient) -> None:
    for name in ("parcel-chat.js", "src/chat.js"):
        answer = shop.get(f"/widget/{name}")
        assert (answer.status_code, answer.mimetype) == (200, "text/javascript")


@pytest.mark.parametrize(
    "path", ["README.md", "jsconfig.json", "../pyproject.toml", "..%2f.env", "src/none.js", *TESTS]
)
def test_nothing_else_is_served_from_there(path: str, shop: FlaskClient) -> None:
    assert shop.get(f"/widget/{path}").status_code == 404


def test_the_page_loads_the_release_of_the_widget_where_it_is_told_to() -> None:
    assert 'src="/widget/parcel-chat.js"' in client(WebConfig()).get("/").text
    assert 'src="/widget/dist/parcel-chat.js"' in client(WebConfig(widget_release=True)).get("/").text


def test_the_health_check_answers(shop: FlaskClient) -> None:
    assert shop.get("/health").json == {"status": "ok"}


def test_the_chats_address_follows_the_fronts_port_unless_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONT_PORT", "6005")
    assert read_web_config().assistant_url == "http://127.0.0.1:6005"
    monkeypatch.setenv("ASSISTANT_URL", "https://assistant.example/")
    assert read_web_config().assistant_url == "https://assistant.example"
