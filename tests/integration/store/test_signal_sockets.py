"""How processes of one machine tell each other that something changed."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from parcelbot.store.ledger.change_signals import ChangeSignal, build_relay, decode, encode
from parcelbot.store.ledger.signal_sockets import SignalSockets, received

HELLO = ChangeSignal("c-1", network="192.0.2.0/24")


@pytest.fixture(autouse=True)
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    short = Path(tempfile.mkdtemp(dir="/tmp"))  # a path to a socket may not be long
    monkeypatch.setattr(tempfile, "tempdir", str(short))
    return f"sqlite:///{tmp_path}/parcelbot.db"


def tell(url: str, signal: ChangeSignal) -> None:
    """Say it in a process of its own."""
    words = (
        "import sys, tempfile; tempfile.tempdir = sys.argv[2];"
        "from parcelbot.store.ledger.change_signals import build_relay, decode;"
        "build_relay(sys.argv[1], '')(decode(sys.argv[3]))"
    )
    subprocess.run([sys.executable, "-c", words, url, str(tempfile.tempdir), encode(signal)], check=True)


def test_who_listens_hears_what_another_process_says(url: str) -> None:
    with SignalSockets(url).listening() as ours:
        tell(url, HELLO)
        assert [decode(data.decode()) for data in received(ours)] == [HELLO]


def test_nobody_hears_itself_nor_those_of_another_database(url: str) -> None:
    with SignalSockets(url).listening() as ours:
        build_relay(url, "")(HELLO)
        tell(f"{url}-other", HELLO)
        assert list(received(ours)) == []


def test_nothing_is_waited_for_where_nobody_listens_or_is_dead_or_reads_nothing(url: str) -> None:
    tell(url, HELLO)
    with SignalSockets(url).listening() as ours:
        for _ in range(15):  # more than a socket takes unread
            tell(url, HELLO)
        assert 0 < len(list(received(ours))) <= 15
    tell(url, HELLO)


def test_the_socket_of_who_died_is_taken_away(url: str) -> None:
    sockets = SignalSockets(url)
    with sockets.listening():
        dead = sockets.folder / "1.dead"
        dying = "import socket, sys; socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).bind(sys.argv[1])"
        subprocess.run([sys.executable, "-c", dying, str(dead)], check=True)
        sockets.send(b"x")
        assert not dead.exists()


def test_a_folder_that_others_may_write_to_is_not_used(url: str) -> None:
    sockets = SignalSockets(url)
    sockets.folder.mkdir(mode=0o777)
    sockets.folder.chmod(0o777)
    with pytest.raises(PermissionError), sockets.listening():
        pass


@pytest.mark.parametrize("rubbish", ["", "nothing", "[]", '{"conversation": "c"}', "3"])
def test_what_is_no_signal_is_refused(rubbish: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        decode(rubbish)


def test_on_a_full_disk_nothing_is_tried_out_and_the_usual_folder_is_taken(url: str) -> None:
    words = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0));"
        "from parcelbot.store.ledger.signal_sockets import SignalSockets;"
        "print(SignalSockets(sys.argv[1]).folder.parent)"
    )
    done = subprocess.run([sys.executable, "-B", "-c", words, url], check=True, capture_output=True, text=True)
    assert done.stdout == "/tmp\n"
