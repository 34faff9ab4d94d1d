"""What dies is started anew, later each time; what dies again and again is named; all end when told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from parcelbot.commands.supervisor import RestartPauses

ROOT = Path(__file__).resolve().parents[3]
_LIMIT_S = 60
_LIVES = "exec sleep 600"

_PROGRAM = """
import signal
from parcelbot.commands.supervisor import RestartPauses, Supervisor
for name in (signal.SIGINT, signal.SIGTERM):
    signal.signal(name, signal.default_int_handler)
Supervisor({commands!r}, RestartPauses(first_s=0.05, longest_s=0.2)).run()
"""


class Watched:
    """A supervisor in a process of its own, and what it prints."""

    def __init__(self, process: subprocess.Popen[str], said: Path) -> None:
        self.process = process
        self._said = said

    @property
    def said(self) -> str:
        return self._said.read_text()

    def wait_for(self, words: str, times: int = 1) -> None:
        deadline = time.monotonic() + _LIMIT_S
        while self.said.count(words) < times:
            assert time.monotonic() < deadline, self.said
            time.sleep(0.02)

    def pids(self, name: str) -> list[int]:
        """The process ids that the part `name` has said so far."""
        lines = [line.partition("| ") for line in self.said.splitlines()]
        return [int(words.split()[-1]) for who, _, words in lines if f" {name} " in who and "pid" in words]


@contextmanager
def supervised(tmp_path: Path, **commands: str) -> Iterator[Watched]:
    said = tmp_path / "said"
    program = _PROGRAM.format(commands={name: f"echo pid $$; {what}" for name, what in commands.items()})
    with said.open("w") as out:
        process = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=out, stderr=out, text=True)
    try:
        yield Watched(process, said)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(_LIMIT_S)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_what_is_killed_is_started_anew_and_the_others_go_on(tmp_path: Path) -> None:
    with supervised(tmp_path, one=_LIVES, other=_LIVES) as watched:
        watched.wait_for("pid", times=2)
        os.kill(watched.pids("one")[0], signal.SIGKILL)
        watched.wait_for("pid", times=3)
        first, second = watched.pids("one")
        assert first != second
        assert is_alive(second)
        assert [is_alive(pid) for pid in watched.pids("other")] == [True]
        assert "one ended (killed by SIGKILL)" in watched.said


def test_what_ends_again_and_again_is_named_with_its_last_words_and_still_tried(tmp_path: Path) -> None:
    with supervised(tmp_path, one="echo no such file; exit 3") as watched:
        watched.wait_for("✗ one ended 4 times in a row (exit code 3)")
        assert "The last it said: no such file" in watched.said


def test_when_told_to_end_nothing_is_left(tmp_path: Path) -> None:
    with supervised(tmp_path, one=_LIVES, other=_LIVES) as watched:
        watched.wait_for("pid", times=2)
        pids = [*watched.pids("one"), *watched.pids("other")]
    assert watched.process.returncode == 0
    assert not any(map(is_alive, pids))


def test_what_is_under_way_is_finished_first(tmp_path: Path) -> None:
    with supervised(tmp_path, one="trap 'echo finished; exit 0' TERM; while :; do sleep 0.05; done") as watched:
        watched.wait_for("pid")
    assert "finished" in watched.said


def test_told_twice_it_waits_for_nobody(tmp_path: Path) -> None:
    with supervised(tmp_path, one="trap '' TERM; while :; do sleep 0.05; done") as watched:
        watched.wait_for("pid")
        watched.process.send_signal(signal.SIGINT)
        watched.wait_for("once more")
    assert "ending at once" in watched.said
    assert not is_alive(watched.pids("one")[0])


@pytest.mark.parametrize(("deaths", "pause_s"), [(1, 1), (2, 2), (3, 4), (5, 16), (6, 30), (10_000, 30)])
def test_each_pause_is_twice_the_last_one_up_to_a_limit(deaths: int, pause_s: float) -> None:
    assert RestartPauses().pause_s(deaths) == pause_s
