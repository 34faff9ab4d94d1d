"""`make bench-profile`: where the time of a turn goes, sampled while shoppers ask for a parcel on the website.

A sample is taken after so much CPU of the process. Of each thread that does something the innermost function of ours or
Rasa's counts, so that a library's time is its caller's.
"""

from __future__ import annotations

import atexit
import os
import signal
import sys
import threading
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import requests

from benchmarks.turns.assistants import OURS_ENV
from benchmarks.turns.kinds import TRACKING
from benchmarks.turns.shoppers import WebsiteShopper
from tests.support.stack import Stack

_EVERY_S = 0.004
_TURNS = 100
_SHOWN = 30
_OURS = ("parcelbot", "actions", "rasa", "rasa_sdk", "sanic")
#: Where a thread waits for something to do; the last is the event loop itself.
_WAITING = {"select", "poll", "wait", "_worker", "get", "sleep", "_recv_bytes", "serve"}


class ProfiledStack(Stack):
    """Our assistant with the sampler inside."""

    def _command(self, name: str) -> list[str]:
        command = super()._command(name)
        return [sys.executable, "-m", __spec__.name, *command[3:]] if name == "rasa" else command


def main() -> None:
    """Profile, or be the assistant that is profiled, when there are arguments."""
    if sys.argv[1:]:
        _be_profiled()
        return
    with TemporaryDirectory() as folder, ProfiledStack(Path(folder), OURS_ENV) as stack, requests.Session() as http:
        for number in range(_TURNS):
            WebsiteShopper(http, stack.url("rasa")).says(TRACKING)
            if not number:
                stack.processes["rasa"].send_signal(signal.SIGUSR1)
        stack.stop("rasa")
        print(stack.log("rasa").rpartition("the time of a turn\n")[2])


def _be_profiled() -> None:
    samples: Counter[str] = Counter()
    # begun anew once all is loaded and warm
    signal.signal(signal.SIGUSR1, lambda *_: samples.clear())
    signal.signal(signal.SIGPROF, lambda _, frame: _sample(samples, frame))
    signal.setitimer(signal.ITIMER_PROF, _EVERY_S, _EVERY_S)
    atexit.register(_print, samples)
    from parcelbot.assistant_server import main as serve

    serve()


def _sample(samples: Counter[str], main_frame: FrameType | None) -> None:
    frames = {**sys._current_frames(), threading.get_ident(): main_frame}
    running = [frame for frame in frames.values() if frame and frame.f_code.co_name not in _WAITING]
    samples.update(filter(None, map(_place, running)))


def _place(innermost: FrameType) -> str:
    """Name the innermost function of ours or Rasa's on the way to a frame; "" where there is none."""
    frame: FrameType | None = innermost
    while frame is not None:
        module = str(frame.f_globals.get("__name__", ""))
        if module.partition(".")[0] in _OURS:
            return f"{module}.{frame.f_code.co_name}"
        frame = frame.f_back
    return ""


def _print(samples: Counter[str]) -> None:
    every = sum(samples.values()) or 1
    print("the time of a turn")
    for place, count in samples.most_common(_SHOWN):
        print(f"{count / every:6.1%}  {place}")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
