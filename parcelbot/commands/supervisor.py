"""Keep processes running: start each, print what it says, start it anew when it dies, end all when told."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from honcho.colour import get_colours
from honcho.printer import Message, Printer

_TICK_S = 0.1
#: How long processes may take to end what they have begun; the worker's deliveries take the longest.
_END_WITHIN_S = 30.0
_SELF = "system"
#: 2 to that power is beyond every longest pause.
_DOUBLINGS = 16


@dataclass(frozen=True)
class RestartPauses:
    """Pauses before a process that died is started again: `first_s`, then twice as long each time, up to `longest_s`.

    Who has lived for `settled_s` is no longer held to earlier deaths; `complain_at` in a row are worth a sentence.
    """

    first_s: float = 1.0
    longest_s: float = 30.0
    settled_s: float = 60.0
    complain_at: int = 3

    def pause_s(self, deaths: int) -> float:
        """Give the seconds before the next start, after so many deaths in a row."""
        doublings = min(deaths - 1, _DOUBLINGS)
        return min(self.first_s * float(1 << doublings), self.longest_s)


@dataclass
class _Kept:
    """A process that is kept running; without `process` it is due again at `due_at`, of the monotonic clock."""

    name: str
    command: str
    colour: str
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    due_at: float = 0.0
    deaths: int = 0
    last_words: str = ""


@dataclass
class Supervisor:
    """Keeps the processes of `commands` (name to shell command) running until Ctrl-C."""

    commands: Mapping[str, str]
    pauses: RestartPauses = field(default_factory=RestartPauses)

    def __post_init__(self) -> None:
        colours = get_colours()
        self._kept = [_Kept(name, command, next(colours)) for name, command in self.commands.items()]
        self._printer = Printer(width=max(map(len, (_SELF, *self.commands))))
        self._lines: queue.Queue[tuple[_Kept, bytes]] = queue.Queue()

    def run(self) -> None:
        """Keep all running until a KeyboardInterrupt, then end all; a second one ends them at once."""
        try:
            while True:
                self._look_after(time.monotonic())
                self._print_lines(_TICK_S)
        except KeyboardInterrupt:
            self._end()

    def _look_after(self, now: float) -> None:
        for kept in self._kept:
            if kept.process is None and now >= kept.due_at:
                self._start(kept, now)
            elif kept.process is not None and kept.process.poll() is not None:
                self._bury(kept, kept.process.returncode, now)

    def _start(self, kept: _Kept, now: float) -> None:
        kept.process = subprocess.Popen(
            kept.command, shell=True, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        kept.started_at = now
        threading.Thread(target=self._listen, args=(kept, kept.process), daemon=True).start()

    def _listen(self, kept: _Kept, process: subprocess.Popen[bytes]) -> None:
        for line in process.stdout or ():
            self._lines.put((kept, line))

    def _bury(self, kept: _Kept, code: int, now: float) -> None:
        """Note a death, say it, and set the time of the next start."""
        kept.deaths = 1 if now - kept.started_at >= self.pauses.settled_s else kept.deaths + 1
        pause_s = self.pauses.pause_s(kept.deaths)
        kept.process, kept.due_at = None, now + pause_s
        self._print_lines(0)
        again = f"({_how(code)}); it is started again in {pause_s:.0f} s"
        if kept.deaths < self.pauses.complain_at:
            self._say(f"{kept.name} ended {again}")
        else:
            words = kept.last_words or "nothing"
            self._say(f"✗ {kept.name} ended {kept.deaths} times in a row {again}. The last it said: {words}")

    def _print_lines(self, wait_s: float) -> None:
        """Print what was said meanwhile; waits that long for the first line."""
        try:
            kept, line = self._lines.get(timeout=wait_s) if wait_s else self._lines.get_nowait()
            while True:
                kept.last_words = line.decode(errors="replace").strip() or kept.last_words
                self._printer.write(Message("line", line, datetime.now(), kept.name, kept.colour))
                kept, line = self._lines.get_nowait()
        except queue.Empty:
            return

    def _say(self, sentence: str) -> None:
        self._printer.write(Message("line", sentence, datetime.now(), _SELF, None))

    def _end(self) -> None:
        """Ask all to end and wait for them; who takes too long is ended by force, as all are by another Ctrl-C."""
        self._say("ending all parts, what they have begun first (Ctrl-C once more ends them at once)")
        self._signal_all(signal.SIGTERM)
        deadline = time.monotonic() + _END_WITHIN_S
        try:
            while self._running() and time.monotonic() < deadline:
                self._print_lines(_TICK_S)
        except KeyboardInterrupt:
            self._say("ending at once")
        running = self._running()
        self._signal_all(signal.SIGKILL)
        for process in running:
            process.wait()
        self._print_lines(0)

    def _running(self) -> list[subprocess.Popen[bytes]]:
        return [kept.process for kept in self._kept if kept.process and kept.process.poll() is None]

    def _signal_all(self, number: signal.Signals) -> None:
        for process in self._running():
            os.killpg(process.pid, number)


def _how(code: int) -> str:
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
