"""`make run` refuses what cannot work with one clear sentence. Nothing is started here."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from parcelbot.commands import run
from parcelbot.commands.run import PARTS, Part

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture(scope="module")
def refusal(taken_port: int) -> subprocess.CompletedProcess[str]:
    ports = {part.port_variable: str(taken_port) for part in PARTS}
    return subprocess.run(
        [sys.executable, "-m", "parcelbot.commands.run"],
        cwd=ROOT,
        env=os.environ | ports,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_taken_port_is_refused_before_anything_starts(refusal: subprocess.CompletedProcess[str]) -> None:
    assert (refusal.returncode, refusal.stdout) == (1, "")


def test_each_part_gets_one_sentence_that_names_its_port_and_what_to_set(
    refusal: subprocess.CompletedProcess[str], taken_port: int
) -> None:
    assert refusal.stderr.splitlines() == [
        f"✗ Port {taken_port} for the {part.name} is taken; stop what uses it or set {part.port_variable}."
        for part in PARTS
    ]


def test_a_part_has_its_default_port_unless_the_environment_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    part = Part("web", "A_PORT_OF_THIS_TEST", 8080, "/health")
    assert part.port == 8080
    monkeypatch.setenv("A_PORT_OF_THIS_TEST", "9090")
    assert part.port == 9090
    monkeypatch.setenv("A_PORT_OF_THIS_TEST", "")
    assert part.port == 8080


def test_no_two_parts_share_a_port_or_its_variable() -> None:
    assert len({part.default_port for part in PARTS}) == len({part.port_variable for part in PARTS}) == len(PARTS)


def test_the_action_server_is_started_only_when_its_address_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACTIONS_URL", raising=False)
    assert run._parts() == PARTS
    monkeypatch.setenv("ACTIONS_URL", "")
    assert run._parts() == PARTS
    monkeypatch.setenv("ACTIONS_URL", "http://127.0.0.1:5055/webhook")
    assert run._parts() == (run.ACTION_SERVER, *PARTS)


@pytest.mark.parametrize(
    ("name", "value"), [("SHOP_TIMEZONE", "Europe/Nowhere"), ("SUPPORT_OPENS", "nine"), ("OUTBOX_ATTEMPTS", "many")]
)
def test_a_setting_that_cannot_be_used_is_named_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert name in run._unusable()
    assert "\n" not in run._unusable()


def test_our_own_settings_and_files_can_be_used() -> None:
    assert run._unusable() == ""


def test_every_part_that_is_waited_for_has_its_command() -> None:
    assert len(run._commands(PARTS)) == len(PARTS)
    assert len(run._commands((run.ACTION_SERVER, *PARTS))) == len(PARTS) + 1
