"""A stand-in for the assistant: the website protocol (docs/protocol.md) in memory, with faults on demand.

It runs in the test's own process, so a test reads and changes its state directly.
"""

from __future__ import annotations

import json
import re
import secrets
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.browser.script import answer, now_iso
from tests.support.ports import free_port

BASE = "/webhooks/website"
KEEPALIVE_S = 0.5

#: A point of the curve, as a page gets our key; and what it asks with.
PUSH_KEY = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"
PUSH_WORDS = {"offer": "Notify you here?", "yes": "Yes, notify me", "no": "No, thanks", "done": "Done, it will."}

Said = dict[str, Any]


@dataclass
class Talk:
    """One conversation and everybody who listens to it."""

    id: str
    token: str
    messages: list[Said] = field(default_factory=list)
    echoes: dict[str, int] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    identity: dict[str, Any] | None = None
    language: str = ""
    began_in: str = ""
    time_zone: str = ""
    notified: list[dict[str, Any]] = field(default_factory=list)
    typing: bool = False
    handoff: dict[str, Any] = field(default_factory=lambda: {"state": "bot", "agent": ""})
    news: threading.Condition = field(default_factory=threading.Condition)

    def say(self, author: str, text: str = "", **parts: Any) -> int:
        """Write a line into the ledger and wake the streams; gives its seq."""
        with self.news:
            message = {"seq": len(self.messages) + 1, "author": author, "at": now_iso(), "text": text}
            message |= {
                "choices": [],
                "card": None,
                "attachment": None,
                "answer": None,
                "agent": None,
                "language": None,
            } | parts
            self.messages.append(message)
            self.news.notify_all()
            return int(message["seq"])

    def hand(self, row: str, state: str, agent: str = "", text: str = "", **parts: Any) -> None:
        """Give the conversation to somebody, with the line that says so."""
        self.say("bot", text, answer={"table": "handover", "row": row, "source": "handover"}, **parts)
        self.change(handoff={"state": state, "agent": agent or None})

    def change(self, **state: Any) -> None:
        """Set `typing` or `handoff` and wake the streams."""
        with self.news:
            for name, value in state.items():
                setattr(self, name, value)
            self.news.notify_all()


class StandIn:
    """The server. `down` and `up` are a crash and a restart: the ledger stays, every connection breaks."""

    def __init__(self, reply: Callable[[Talk, str], None] = answer) -> None:
        self.reply = reply
        self.talks: dict[str, Talk] = {}
        self.uploads: dict[str, bytes] = {}
        self.posts: list[dict[str, Any]] = []
        self.open = threading.Event()
        self.open.set()
        self.lose_next_answer = False
        self.refuse_next: int | None = None
        self.sockets: set[socket.socket] = set()
        self._server: ThreadingHTTPServer | None = None
        self.port = free_port()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def talk(self) -> Talk:
        """The only conversation there is."""
        (only,) = self.talks.values()
        return only

    def up(self) -> StandIn:
        handler = type("Bound", (Handler,), {"standin": self})
        self._server = Server(("127.0.0.1", self.port), handler)
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def hold(self) -> None:
        """Take in what is sent and leave the sender without an answer, until `let_go`."""
        self.open.clear()

    def let_go(self) -> None:
        self.open.set()

    def down(self) -> None:
        if self._server is None:
            return
        self._server.shutdown()
        self._server.server_close()
        self._server = None
        self.let_go()
        self.drop_connections()

    def drop_connections(self) -> None:
        for open_socket in list(self.sockets):
            try:
                open_socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def forget(self) -> None:
        """Every token becomes worthless."""
        self.talks.clear()


class Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Connections break here on purpose."""


class Handler(BaseHTTPRequestHandler):
    standin: StandIn
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        super().setup()
        self.standin.sockets.add(self.connection)
        if self.standin._server is None:  # it went down between taking the connection and serving it
            self.standin.drop_connections()

    def finish(self) -> None:
        self.standin.sockets.discard(self.connection)
        super().finish()

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def do_OPTIONS(self) -> None:
        self._send(204, None)

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        after = int(self.headers.get("Last-Event-ID") or parse_qs(url.query).get("after", ["0"])[0])
        talk = self._talk()
        if talk is None:
            self._refuse(401)
        elif url.path == f"{BASE}/messages":
            self._send(200, {"messages": talk.messages[after:]})
        elif url.path == f"{BASE}/notifications":
            self._send(200, {"key": PUSH_KEY, "words": PUSH_WORDS})
        elif url.path == f"{BASE}/events":
            self._stream(talk, after)
        else:
            self._refuse(404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.standin.open.wait()
        path = urlsplit(self.path).path.removeprefix(BASE)
        refused, self.standin.refuse_next = self.standin.refuse_next, None
        if refused:
            self._refuse(refused)
        elif path == "/sessions":
            self._open(json.loads(body))
        elif (talk := self._talk()) is None:
            self._refuse(401)
        elif path == "/attachments":
            self._keep(body)
        elif path == "/notifications":
            talk.notified.append(json.loads(body))
            self._send(201, {"notified": True})
        elif path == "/notifications/zone":
            talk.time_zone = json.loads(body)["time_zone"]
            self._send(200, {"time_zone": talk.time_zone})
        else:
            self._hear(talk, json.loads(body))

    def _open(self, body: dict[str, Any]) -> None:
        talk = Talk(
            secrets.token_hex(8),
            secrets.token_hex(16),
            identity=body.get("identity"),
            language=body.get("language", ""),
            began_in=body.get("time_zone", ""),
        )
        self.standin.talks[talk.token] = talk
        session = {"conversation_id": talk.id, "token": talk.token, "expires_at": "2036-01-01T00:00:00Z"}
        self._send(201, session)

    def _hear(self, talk: Talk, body: dict[str, Any]) -> None:
        self.standin.posts.append(body)
        known = talk.echoes.get(body["echo_id"])
        text = self._text_of(talk, body)
        if known:
            self._send(200, {"seq": known})
        elif text is None:
            self._refuse(409)
        elif len(text) > 2000:
            self._refuse(413)
        else:
            self._accept(talk, body, text)

    def _accept(self, talk: Talk, body: dict[str, Any], text: str) -> None:
        attachment_id = body.get("attachment_id")
        attachment = {"attachment_id": attachment_id, "name": "tracking.png"} if attachment_id else None
        seq = talk.echoes[body["echo_id"]] = talk.say("shopper", text, attachment=attachment)
        if self.standin.lose_next_answer:
            self.standin.lose_next_answer = False
            self.standin.drop_connections()
        else:
            self._send(202, {"seq": seq})
        threading.Thread(target=self.standin.reply, args=(talk, text), daemon=True).start()

    def _text_of(self, talk: Talk, body: dict[str, Any]) -> str | None:
        if "choice" not in body:
            return str(body["text"])
        offered = next((m["choices"] for m in reversed(talk.messages) if m["choices"]), [])
        title = next((c["title"] for c in offered if c["id"] == body["choice"]), None)
        if body["choice"] in talk.taken and body["echo_id"] not in talk.echoes:
            return None
        talk.taken |= {c["id"] for c in offered}
        return title

    def _keep(self, body: bytes) -> None:
        content = re.search(rb"\r\n\r\n(.*)\r\n--", body, re.DOTALL)
        attachment_id = secrets.token_hex(6)
        self.standin.uploads[attachment_id] = content.group(1) if content else b""
        self._send(201, {"attachment_id": attachment_id})

    def _stream(self, talk: Talk, after: int) -> None:
        self.send_response(200)
        self._cors()
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        typing, handoff = False, {"state": "bot", "agent": ""}
        while self.standin._server is not None:
            with talk.news:
                if talk.typing == typing and talk.handoff == handoff and len(talk.messages) <= after:
                    talk.news.wait(KEEPALIVE_S)
                fresh = talk.messages[after:]
            for message in fresh:
                self._event("message", message, message["seq"])
            after += len(fresh)
            if talk.typing != typing:
                typing = talk.typing
                self._event("typing", {"typing": typing})
            if talk.handoff != handoff:
                handoff = talk.handoff
                self._event("handoff", handoff)
            self.wfile.write(b": alive\n\n")

    def _event(self, name: str, data: dict[str, Any], seq: int | None = None) -> None:
        number = f"id: {seq}\n" if seq else ""
        self.wfile.write(f"{number}event: {name}\ndata: {json.dumps(data)}\n\n".encode())

    def _talk(self) -> Talk | None:
        return self.standin.talks.get((self.headers.get("Authorization") or "").removeprefix("Bearer "))

    def _refuse(self, status: int) -> None:
        self._send(status, {"error": {"code": f"refused_{status}", "message": "refused"}})

    def _cors(self) -> None:
        self.send_header("Access-Control-Allow-Origin", self.headers.get("Origin") or "*")
        self.send_header("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID")
        self.send_header("Access-Control-Expose-Headers", "Retry-After")

    def _send(self, status: int, body: dict[str, Any] | None) -> None:
        data = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        self._cors()
        if status == 429:
            self.send_header("Retry-After", "1")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
