from __future__ import annotations

import base64
import json
import socket
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from urllib.parse import quote

import pytest
import requests

from parcelbot.front.api.tokens import Tokens
from tests.integration.website.running import Server
from tests.integration.website.shopper import TIMEOUT_S, Shopper

TOKEN_SECRET = "a secret of thirty-two characters or so"
SHOP = "http://127.0.0.1:8080"
PROTECTED = [("POST", "/messages"), ("GET", "/messages"), ("GET", "/events"), ("POST", "/attachments")]


@pytest.fixture(scope="module")
def strict(start: Callable[..., Server]) -> Server:
    return start(
        WEBSITE_TOKEN_SECRET=TOKEN_SECRET,
        WEBSITE_MESSAGES_BURST="20",
        WEBSITE_MESSAGES_PER_S="0.1",
        WEBSITE_ORIGINS=f"https://other.example,{SHOP}",
        STANDIN_RASA_CORS="*",
    )


@pytest.fixture(scope="module")
def modest(start: Callable[..., Server]) -> Server:
    return start(STANDIN_WITHOUT_MODEL="1", WEBSITE_SESSIONS_BURST="4", WEBSITE_SESSIONS_PER_S="0.01")


def refusal(answer: requests.Response) -> tuple[int, str]:
    error = answer.json()["error"]
    assert sorted(error) == ["code", "message"]
    return answer.status_code, error["code"]


def call(shopper: Shopper, method: str, path: str, headers: dict[str, str]) -> requests.Response:
    return requests.request(method, f"{shopper.url}{path}", headers=headers, timeout=TIMEOUT_S)


@pytest.mark.parametrize(("method", "path"), PROTECTED)
def test_without_a_token_nothing_is_open(shopper: Shopper, method: str, path: str) -> None:
    assert refusal(call(shopper, method, path, {})) == (401, "token_missing")


@pytest.mark.parametrize(("method", "path"), PROTECTED)
def test_a_forged_token_opens_nothing(shopper: Shopper, method: str, path: str) -> None:
    forged, _ = Tokens("guessed" * 8, timedelta(days=1)).mint(shopper.conversation_id, datetime.now(timezone.utc))
    headers = {"Authorization": f"Bearer {forged}"}
    assert refusal(call(shopper, method, path, headers)) == (401, "token_invalid")


def test_a_token_without_a_signature_opens_nothing(shopper: Shopper) -> None:
    _, payload, _ = shopper.token.split(".")
    none = base64.urlsafe_b64encode(json.dumps({"alg": "none", "typ": "JWT"}).encode()).rstrip(b"=").decode()
    headers = {"Authorization": f"Bearer {none}.{payload}."}
    assert refusal(call(shopper, "GET", "/messages", headers)) == (401, "token_invalid")


def test_swapped_halves_of_two_tokens_open_nothing(visit: Callable[[], Shopper]) -> None:
    mine, theirs = visit(), visit()
    header, _, signature = mine.token.split(".")
    headers = {"Authorization": f"Bearer {header}.{theirs.token.split('.')[1]}.{signature}"}
    assert refusal(call(mine, "GET", "/messages", headers)) == (401, "token_invalid")


def test_an_expired_token_opens_nothing(strict: Server) -> None:
    shopper = Shopper(f"{strict.url}/website").arrive()
    long_ago = datetime.now(timezone.utc) - timedelta(days=31)
    shopper.token, _ = Tokens(TOKEN_SECRET, timedelta(days=30)).mint(shopper.conversation_id, long_ago)
    assert refusal(shopper.get("/messages")) == (401, "token_expired")


def test_a_token_of_a_conversation_that_is_gone_opens_nothing(strict: Server) -> None:
    shopper = Shopper(f"{strict.url}/website")
    shopper.token, _ = Tokens(TOKEN_SECRET, timedelta(days=30)).mint("gone", datetime.now(timezone.utc))
    assert refusal(shopper.get("/messages")) == (401, "token_invalid")


@pytest.mark.parametrize("path", ["/messages", "/events"])
def test_a_token_of_another_conversation_is_forbidden(visit: Callable[[], Shopper], path: str) -> None:
    mine, theirs = visit(), visit()
    asked = mine.get(path, params={"conversation_id": theirs.conversation_id})
    assert refusal(asked) == (403, "other_conversation")


def test_speaking_in_another_conversation_is_forbidden(visit: Callable[[], Shopper]) -> None:
    mine, theirs = visit(), visit()
    body = {"echo_id": "1", "text": "hi", "conversation_id": theirs.conversation_id}
    assert refusal(mine.post("/messages", json=body)) == (403, "other_conversation")
    assert theirs.messages() == []


def test_a_token_holds_for_a_month_by_default(server: Server) -> None:
    session = requests.post(f"{server.url}/website/sessions", timeout=TIMEOUT_S).json()
    expires_at = datetime.fromisoformat(session["expires_at"].replace("Z", "+00:00"))
    assert timedelta(days=29) < expires_at - datetime.now(timezone.utc) <= timedelta(days=30)


def test_ids_cannot_be_chosen_by_the_client(server: Server) -> None:
    session = requests.post(f"{server.url}/website/sessions", json={"conversation_id": "mine"}, timeout=TIMEOUT_S)
    assert session.json()["conversation_id"] != "mine"


def test_a_network_that_floods_is_refused_whatever_conversations_it_opens(start: Callable[..., Server]) -> None:
    server = start(WEBSITE_NETWORK_MESSAGES_BURST="5", WEBSITE_NETWORK_MESSAGES_PER_S="0.01")
    sent = [Shopper(f"{server.url}/website").arrive().send("hello") for _ in range(6)]
    assert [answer.status_code for answer in sent[:5]] == [202] * 5
    assert refusal(sent[5]) == (429, "too_many_requests")
    assert int(sent[5].headers["Retry-After"]) >= 1


def test_2000_characters_are_taken_and_2001_are_not(shopper: Shopper) -> None:
    assert shopper.send("x" * 2000).status_code == 202
    assert refusal(shopper.send("x" * 2001)) == (413, "text_too_long")
    assert refusal(shopper.send("😡" * 10_000)) == (413, "text_too_long")


def test_a_body_of_a_megabyte_is_not_read(shopper: Shopper) -> None:
    assert refusal(shopper.send("x" * 1_000_000)) == (413, "body_too_large")


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"[]", b'"hi"', b"[" * 100_000])
def test_malformed_json_is_refused(shopper: Shopper, body: bytes) -> None:
    assert refusal(shopper.post("/messages", data=body)) == (400, "malformed_json")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"text": "hi"}, "echo_id_invalid"),
        ({"echo_id": 7, "text": "hi"}, "echo_id_invalid"),
        ({"echo_id": "~1.0", "text": "hi"}, "echo_id_invalid"),
        ({"echo_id": "x" * 101, "text": "hi"}, "echo_id_invalid"),
        ({"echo_id": "1"}, "message_empty"),
        ({"echo_id": "1", "text": " \n"}, "message_empty"),
        ({"echo_id": "1", "text": "\u0000\u0007"}, "message_empty"),
        ({"echo_id": "1", "text": 7}, "text_invalid"),
        ({"echo_id": "1", "text": None}, "text_invalid"),
        ({"echo_id": "1", "choice": ["x"]}, "choice_invalid"),
        ({"echo_id": "1", "text": "hi", "choice": "x"}, "text_or_choice"),
        ({"echo_id": "1", "attachment_id": "x"}, "attachment_unknown"),
    ],
)
def test_what_is_not_a_message_is_refused(shopper: Shopper, body: dict[str, object], code: str) -> None:
    assert refusal(shopper.post("/messages", json=body)) == (400, code)
    assert shopper.messages() == []


def test_a_choice_nobody_offered_is_a_conflict(shopper: Shopper) -> None:
    assert refusal(shopper.press("/restart")) == (409, "choice_not_offered")


@pytest.mark.parametrize("after", ["x", "-1", "1.5", "9" * 30])
def test_a_place_that_is_no_seq_is_refused(shopper: Shopper, after: str) -> None:
    assert refusal(shopper.get("/messages", params={"after": after})) == (400, "after_invalid")
    assert refusal(shopper.get("/events", params={"after": after})) == (400, "after_invalid")


def test_a_hundred_messages_in_a_second_are_too_many(strict: Server) -> None:
    shopper, other = (Shopper(f"{strict.url}/website").arrive() for _ in range(2))
    answers = [shopper.send(f"m{n}") for n in range(100)]
    assert [answer.status_code for answer in answers[:20]] == [202] * 20
    assert refusal(answers[-1]) == (429, "too_many_requests")
    assert int(answers[-1].headers["Retry-After"]) >= 1
    assert other.send("me too").status_code == 202


def test_with_a_model_and_a_database_the_channel_is_healthy(server: Server) -> None:
    assert requests.get(f"{server.url}/website/health", timeout=TIMEOUT_S).status_code == 200


def test_without_a_model_the_channel_is_not_healthy_and_still_answers(modest: Server) -> None:
    health = requests.get(f"{modest.url}/website/health", timeout=TIMEOUT_S)
    assert refusal(health) == (503, "no_model")
    shopper = Shopper(f"{modest.url}/website").arrive()
    assert [message["text"] for message in shopper.ask("hello")] == ["GIVEN UP"]


def test_an_address_that_opens_session_after_session_is_slowed_down(modest: Server) -> None:
    opened = [requests.post(f"{modest.url}/website/sessions", timeout=TIMEOUT_S) for _ in range(6)]
    assert (opened[0].status_code, refusal(opened[-1])) == (201, (429, "too_many_requests"))


@pytest.mark.parametrize("rasa_allows", ["nobody", "everybody"])
def test_only_pages_on_the_allow_list_may_call_from_a_browser(rasa_allows: str, server: Server, strict: Server) -> None:
    called = server if rasa_allows == "nobody" else strict
    for origin, allowed in [(SHOP, SHOP), ("https://evil.example", None)]:
        asking = {"Origin": origin, "Access-Control-Request-Method": "POST"}
        preflight = requests.options(f"{called.url}/website/messages", headers=asking, timeout=TIMEOUT_S)
        refused = requests.post(f"{called.url}/website/messages", headers={"Origin": origin}, timeout=TIMEOUT_S)
        opened = requests.post(f"{called.url}/website/sessions", headers={"Origin": origin}, timeout=TIMEOUT_S)
        for answer in (preflight, refused, opened):
            assert answer.headers.get("Access-Control-Allow-Origin") == allowed
        assert ("Authorization" in preflight.headers.get("Access-Control-Allow-Headers", "")) is bool(allowed)


@pytest.mark.parametrize("second", ["Content-Length: 5", "Transfer-Encoding: chunked"])
def test_a_body_of_two_lengths_is_refused_and_ends_the_connection(server: Server, second: str) -> None:
    request = (
        "POST /webhooks/website/sessions HTTP/1.1\r\nHost: shop\r\nContent-Length: 2\r\n"
        f"{second}\r\n\r\n{{}}GET /webhooks/website/health HTTP/1.1\r\nHost: shop\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=TIMEOUT_S) as connection:
        connection.sendall(request.encode())
        answer = b"".join(iter(lambda: connection.recv(4096), b"")).decode()
    assert answer.startswith("HTTP/1.1 400 ")
    assert "length_ambiguous" in answer
    assert answer.count("HTTP/1.1 ") == 1


@pytest.mark.parametrize("bad_id", ["a\0b", "a\nb", "ä", "x" * 101])
def test_an_id_that_can_be_none_is_refused_or_unknown(shopper: Shopper, bad_id: str) -> None:
    pressed = shopper.post("/messages", json={"echo_id": "1", "choice": bad_id})
    assert refusal(pressed) == (400, "choice_invalid")
    attached = shopper.post("/messages", json={"echo_id": "1", "text": "hi", "attachment_id": bad_id})
    assert refusal(attached) == (400, "attachment_id_invalid")
    assert shopper.get(f"/attachments/{quote(bad_id, safe='')}").status_code == 404
