"""Shoppers who write all the time, try again as the widget does, and note when they heard what."""

from __future__ import annotations

import json
import threading
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any

import requests

TO_THE_TRAINED = ("hello", "where is YT2632500000000121", "what does exported mean", "when will it come?", "thanks")
TO_THE_OBEDIENT = ("one", "two", "burst 3", "card", "four")
#: What both answer with something to choose from.
_ASKING_FOR_A_PERSON = ("can I talk to a human please", "menu")
_WHO_ASKS_FOR_A_PERSON = 0.4
_TRY_AGAIN_S = 0.4
_CALL_LIMIT_S = 4.0
#: An idle stream says every two seconds that it lives.
_STREAM_LIMIT_S = 6.0
_HEARD_LIMIT_S = 120.0


@dataclass
class Conversation:
    """One conversation as its shopper knows it; times are of the monotonic clock."""

    id: str = ""
    token: str = ""
    began: dict[int, float] = field(default_factory=dict)
    accepted: dict[int, float] = field(default_factory=dict)
    notices: list[float] = field(default_factory=list)
    seen: list[tuple[int, str, float]] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)

    @property
    def headers(self) -> dict[str, str]:
        """What proves who writes."""
        return {"Authorization": f"Bearer {self.token}"}

    def waits_s(self) -> dict[int, float]:
        """How long each message waited for any word, before and after it was accepted; infinite where none came."""
        return {
            asked: max(self._silence_s(asked, self.began[asked]), self._silence_s(asked, accepted))
            for asked, accepted in self.accepted.items()
        }

    def _silence_s(self, asked: int, since: float) -> float:
        """Measure how long nothing came; a notice is about all that waits."""
        answers = [at for seq, author, at in self.seen if author != "shopper" and seq > asked]
        notices = [at for at in self.notices if at >= since]
        return max(0.0, min([*answers, *notices], default=float("inf")) - since)


@dataclass
class Crowd:
    """So many shoppers at once, in one conversation after the other."""

    url: str
    size: int
    seed: int
    trained: bool
    trusted: str | bool = True
    conversations: list[Conversation] = field(default_factory=list)
    _over: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def __enter__(self) -> Crowd:
        """Begin to write."""
        for number in range(self.size):
            thread = threading.Thread(target=self._write, args=(Random(self.seed * 1000 + number),), daemon=True)
            thread.start()
            self._threads.append(thread)
        return self

    def __exit__(self, *error: object) -> None:
        """Let all end their conversations."""
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _write(self, random: Random) -> None:
        while not self._over.is_set():
            talk = Conversation()
            self._arrive(talk)
            self.conversations.append(talk)
            ended = threading.Event()
            listener = threading.Thread(target=self._listen, args=(talk, ended), daemon=True)
            listener.start()
            for text in random.sample(TO_THE_TRAINED if self.trained else TO_THE_OBEDIENT, 3):
                self._say(talk, {"text": text}, random)
            if random.random() < _WHO_ASKS_FOR_A_PERSON:
                self._say(talk, {"text": _ASKING_FOR_A_PERSON[not self.trained]}, random)
                self._press_what_is_offered(talk, random)
            self._hear_out(talk)
            ended.set()
            listener.join()

    def _arrive(self, talk: Conversation) -> None:
        opened = self._insist("/sessions", {}, {}).json()
        talk.id, talk.token = opened["conversation_id"], opened["token"]

    def _say(self, talk: Conversation, body: dict[str, str], random: Random) -> None:
        began = time.monotonic()
        answer = self._insist("/messages", {"echo_id": uuid.uuid4().hex, **body}, talk.headers, talk.notices)
        if answer.ok:
            seq = answer.json()["seq"]
            talk.began[seq], talk.accepted[seq] = began, time.monotonic()
        time.sleep(random.uniform(0.1, 3))

    def _press_what_is_offered(self, talk: Conversation, random: Random) -> None:
        """Answer what is asked before a case is sent: the first choice, twice."""
        for _ in range(2):
            self._hear_out(talk)
            if talk.choices:
                self._say(talk, {"choice": talk.choices[0]}, random)

    def _insist(
        self, path: str, body: dict[str, str], headers: dict[str, str], notices: list[float] | None = None
    ) -> requests.Response:
        """Send until there is an answer that no waiting would change; `notices` gets when they heard why not."""
        while True:
            with suppress(requests.RequestException):
                answer = requests.post(
                    self.url + path, json=body, headers=headers, timeout=_CALL_LIMIT_S, verify=self.trusted
                )
                if answer.status_code < 500 and answer.status_code not in (408, 429):
                    return answer
                if notices is not None and "not_taken" in answer.text:
                    notices.append(time.monotonic())
            time.sleep(_TRY_AGAIN_S)

    def _hear_out(self, talk: Conversation) -> None:
        """Wait until everything that was said has had a word."""
        deadline = time.monotonic() + _HEARD_LIMIT_S
        while time.monotonic() < deadline and float("inf") in talk.waits_s().values():
            time.sleep(0.1)

    def _listen(self, talk: Conversation, ended: threading.Event) -> None:
        while not ended.is_set():
            with suppress(requests.RequestException, ValueError):
                self._read_stream(talk, ended)
            time.sleep(_TRY_AGAIN_S)

    def _read_stream(self, talk: Conversation, ended: threading.Event) -> None:
        after = talk.seen[-1][0] if talk.seen else 0
        url, limits = f"{self.url}/events?after={after}", (_CALL_LIMIT_S, _STREAM_LIMIT_S)
        with requests.get(url, headers=talk.headers, stream=True, timeout=limits, verify=self.trusted) as stream:
            stream.raise_for_status()
            name = ""
            for line in stream.iter_lines(chunk_size=1, decode_unicode=True):
                if line.startswith("event: "):
                    name = line.removeprefix("event: ")
                elif line.startswith("data: ") and name == "notice":
                    talk.notices.append(time.monotonic())
                elif line.startswith("data: ") and name == "message":
                    self._take(talk, json.loads(line.removeprefix("data: ")))
                if ended.is_set():
                    return

    def _take(self, talk: Conversation, message: dict[str, Any]) -> None:
        talk.seen.append((message["seq"], message["author"], time.monotonic()))
        if message["author"] == "bot":
            talk.choices = [choice["id"] for choice in message["choices"]]
