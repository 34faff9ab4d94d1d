"""Put questions that are asked at the same time into one request, up to a provider's limit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Condition
from typing import Any

from parcelbot.tracking.errors import ProviderUnavailable
from parcelbot.tracking.transport import Deadline, Json

#: Sends the items of one method in one request, and gives the whole answer.
Send = Callable[[str, Sequence[Json], Deadline], Json]


@dataclass(eq=False)
class _Place:
    """One item that waits for its request, and the answer to that request once there is one."""

    item: Json
    deadline: Deadline
    answer: Future[Json] = field(default_factory=Future)


@dataclass(eq=False)
class _Lane:
    """The waiting items of one method, and how many requests of it are under way."""

    waiting: list[_Place] = field(default_factory=list)
    under_way: int = 0


class Batches:
    """Requests of up to `size` items each, from any number of threads.

    Nobody waits for company: an item goes at once while fewer than `lanes` requests of its method are under way; what
    comes meanwhile goes together in the next one.
    """

    def __init__(self, send: Send, size: int, lanes: int = 2) -> None:
        self._send, self._size, self._most_under_way = send, size, lanes
        self._lanes: defaultdict[str, _Lane] = defaultdict(_Lane)
        self._changed = Condition()

    def call(self, method: str, item: Json, deadline: Deadline) -> Json:
        """Ask about one item; gives the answer to the request it went with, raises that request's TrackingError."""
        place, lane = _Place(item, deadline), self._lanes[method]
        with self._changed:
            lane.waiting.append(place)
        while not place.answer.done():
            batch = self._board(lane, place)
            if batch:
                self._travel(method, lane, batch)
        return place.answer.result()

    def _board(self, lane: _Lane, place: _Place) -> list[_Place]:
        """Wait for the answer, or for one's turn to send what is waiting, which may be [] when somebody else does."""
        with self._changed:
            free = self._changed.wait_for(
                lambda: place.answer.done() or lane.under_way < self._most_under_way, timeout=place.deadline.left_s
            )
            if not free:
                self._give_up(lane, place)
            if place.answer.done() or not lane.waiting:
                return []
            batch, lane.waiting = lane.waiting[: self._size], lane.waiting[self._size :]
            lane.under_way += 1
            return batch

    def _give_up(self, lane: _Lane, place: _Place) -> None:
        if place in lane.waiting:
            lane.waiting.remove(place)
        raise ProviderUnavailable("no time left to wait for a request")

    def _travel(self, method: str, lane: _Lane, batch: Sequence[_Place]) -> None:
        longest = max((place.deadline for place in batch), key=lambda deadline: deadline.left_s)
        try:
            answer = self._send(method, _distinct(batch), longest)
        except Exception as error:  # whatever it is, it is everybody's answer who went along
            for place in batch:
                place.answer.set_exception(error)
        else:
            for place in batch:
                place.answer.set_result(answer)
        finally:
            with self._changed:
                lane.under_way -= 1
                self._changed.notify_all()


def _distinct(batch: Sequence[_Place]) -> list[Mapping[str, Any]]:
    """Give the batch's items, each once: two shoppers may ask about the same parcel."""
    found: list[Mapping[str, Any]] = []
    for place in batch:
        if place.item not in found:
            found.append(place.item)
    return found
